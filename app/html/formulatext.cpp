#include "html/formulatext.h"

#include "html/raised.h"

#include <QStringList>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace html {

namespace {

using Kind = FormulaText::Kind;
using Part = FormulaText::Part;
using Parts = FormulaText::Parts;

constexpr QStringView opening = u"([{⌊⌈⟨";
constexpr QStringView closing = u")]}⌋⌉⟩";

bool isRelation(QStringView sign)
{
    return sign.size() == 1 && QStringView(u"=≠<>≤≥≪≫≈≅≃∼∝≡→←↔⇒⇐⇔↦∈∉⊂⊆⊃⊇≔").contains(sign.front());
}

// Whether the bracket that a text begins with is the one that it ends with.
bool isEnclosed(QStringView text)
{
    if (text.size() < 2 || !opening.contains(text.front()))
        return false;
    auto depth = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        depth += opening.contains(text.at(i)) ? 1 : closing.contains(text.at(i)) ? -1 : 0;
        if (depth == 0)
            return i + 1 == text.size();
    }
    return false;
}

QString enclosed(const QString &text)
{
    return u'(' + text + u')';
}

Part token(QStringView name, QString text)
{
    // Signs that are only heard: function application, times, comma, plus.
    text.removeIf([](QChar c) { return c >= u'\u2061' && c <= u'\u2064'; });
    if (name == "mo"_L1 && !(text.size() > 1 && text.front().isLetter()))
        return {.text = text == u"-" ? u"−"_s : text, .kind = Kind::Sign};
    if (name == "mn"_L1)
        return {.text = text, .kind = Kind::Number};
    const auto isLetter = text.size() == 1 || (text.size() == 2 && text.at(0).isHighSurrogate());
    return {.text = text, .kind = name == "mi"_L1 && isLetter ? Kind::Letter : Kind::Word};
}

bool isOperand(const Part &part)
{
    return part.kind != Kind::Sign && part.kind != Kind::Operator;
}

// Parts beside each other.
class Row
{
public:
    explicit Row(const Parts &parts)
    {
        for (const auto &part : parts) {
            if (!part.text.isEmpty())
                m_parts.push_back(part);
        }
    }

    Part written()
    {
        if (m_parts.size() == 1)
            return m_parts.front();
        for (m_at = 0; m_at < m_parts.size(); ++m_at)
            add(m_parts[m_at]);
        const auto text = m_text.trimmed();
        const auto kind = text.isEmpty() || isEnclosed(text) ? Kind::Whole
            : m_hasSign                                      ? Kind::Terms
                                                             : Kind::Several;
        return {.text = text, .kind = kind};
    }

private:
    void add(const Part &part)
    {
        if (part.kind == Kind::Sign)
            addSign(part.text);
        else if (part.kind == Kind::Fraction)
            addFraction(part.text);
        else
            addWords(part);
    }

    void addSign(const QString &sign)
    {
        if (sign == u" ") {
            m_text += m_text.endsWith(u' ') ? u""_s : sign;
            return;
        }
        if (opening.contains(sign)) {
            ++m_depth;
        } else if (closing.contains(sign)) {
            --m_depth;
        } else {
            m_hasSign = m_hasSign || m_depth == 0;
        }
        if (isRelation(sign) && m_at > 0)
            m_text += (m_text.endsWith(u' ') ? u""_s : u" "_s) + sign + u' ';
        else if ((sign == u"," && !isBetweenNumbers()) || sign == u";")
            m_text += sign + u' ';
        else
            m_text += sign;
    }

    // Beside others a fraction's line does not say where it ends.
    void addFraction(const QString &fraction)
    {
        const auto isMixed = m_at > 0 && m_parts[m_at - 1].kind == Kind::Number;
        const auto isAlone = (m_at == 0 || !isOperand(m_parts[m_at - 1]))
            && (m_at + 1 == m_parts.size() || !isOperand(m_parts[m_at + 1]));
        if (m_at > 0 && m_parts[m_at - 1].kind == Kind::Operator)
            m_text += u' ';
        if (isMixed
            && std::ranges::all_of(fraction, [](QChar c) { return c.isDigit() || c == u'/'; }))
            m_text += u' ' + fraction;
        else
            m_text += isAlone ? fraction : enclosed(fraction);
    }

    void addWords(const Part &part)
    {
        const auto touches = !m_text.isEmpty() && m_text.back().isLetterOrNumber()
            && part.text.front().isLetterOrNumber();
        const auto before = m_at > 0 ? m_parts[m_at - 1].kind : Kind::Sign;
        const auto areWords = (touches && part.kind == Kind::Word)
            || (before == Kind::Word && part.text.front().isLetterOrNumber());
        const auto areNumbers = touches && m_text.back().isDigit() && part.text.front().isDigit();
        if (areWords || areNumbers || (before == Kind::Operator && m_at > 0)
            || (before == Kind::Word && part.text.startsWith(u'√')))
            m_text += u' ';
        m_text += part.text;
        if (closing.contains(part.text.front()))
            --m_depth; // A bracket with a power of its own.
        m_hasSign = m_hasSign || part.kind == Kind::Terms || part.kind == Kind::Operator;
    }

    [[nodiscard]] bool isBetweenNumbers() const
    {
        return m_at > 0 && m_at + 1 < m_parts.size() && m_parts[m_at - 1].kind == Kind::Number
            && m_parts[m_at + 1].kind == Kind::Number;
    }

    Parts m_parts;
    std::size_t m_at = 0;
    QString m_text;
    int m_depth = 0;
    bool m_hasSign = false;
};

QString aboveLine(const Part &part)
{
    return part.kind == Kind::Terms || part.kind == Kind::Fraction ? enclosed(part.text)
                                                                   : part.text;
}

QString belowLine(const Part &part)
{
    return part.kind == Kind::Several ? enclosed(part.text) : aboveLine(part);
}

Part fraction(const Part &above, const Part &below, bool hasLine)
{
    // Without its line it is a binomial.
    const auto line = hasLine ? u'/' : u'¦';
    return {.text = aboveLine(above) + line + belowLine(below), .kind = Kind::Fraction};
}

Part root(const Part &inside, const QString &degree)
{
    const auto sign = degree.isEmpty() || degree == u"2" ? u"√"_s
        : degree == u"3"                                 ? u"∛"_s
        : degree == u"4"                                 ? u"∜"_s
                                                         : power(degree) + u'√';
    const auto isPlain
        = inside.kind == Kind::Number || inside.kind == Kind::Letter || isEnclosed(inside.text);
    return {.text = sign + (isPlain ? inside.text : enclosed(inside.text)), .kind = Kind::Whole};
}

QString accented(const Part &base, const QString &over)
{
    static const std::pair<QStringView, QChar> accents[]{
        {u"¯‾_―", u'\u0304'}, {u"^ˆ", u'\u0302'}, {u"~˜∼", u'\u0303'},
        {u"→⃗", u'\u20d7'},    {u".˙", u'\u0307'}, {u"¨", u'\u0308'},
        {u"ˇ", u'\u030c'},    {u"´", u'\u0301'},  {u"`", u'\u0300'}};
    if (base.kind != Kind::Letter || over.size() != 1)
        return {};
    for (const auto &[signs, accent] : accents) {
        if (signs.contains(over.front()))
            return base.text + accent;
    }
    return {};
}

// A part with what stands below and above at its end, or under and over it.
Part placed(const Part &base, const QString &low, const QString &high)
{
    if (const auto text = low.isEmpty() ? accented(base, high) : QString(); !text.isEmpty())
        return {.text = text, .kind = Kind::Letter};
    const auto isPlain = base.kind == Kind::Sign || base.kind == Kind::Operator
        || base.kind == Kind::Word || base.kind == Kind::Number || base.kind == Kind::Letter
        || (base.kind == Kind::Power && high.isEmpty()) || base.text.isEmpty()
        || isEnclosed(base.text);
    const auto isClosing = base.kind == Kind::Sign && closing.contains(base.text);
    const auto kind = isClosing   ? Kind::Whole
        : base.kind == Kind::Sign ? Kind::Operator
        : base.kind == Kind::Word ? Kind::Word
        : high.isEmpty()          ? Kind::Letter
                                  : Kind::Power;
    return {.text = (isPlain ? base.text : enclosed(base.text)) + index(low) + power(high),
            .kind = kind};
}

// <mmultiscripts>: pairs behind the base, and before it after <mprescripts>.
Part manyPlaced(const Parts &parts)
{
    QString before[2];
    QString behind[2];
    auto isBefore = false;
    std::size_t place = 0;
    for (std::size_t i = 1; i < parts.size(); ++i) {
        if (parts[i].startsBefore) {
            isBefore = true;
            place = 0;
            continue;
        }
        (isBefore ? before : behind)[place] += parts[i].text;
        place = 1 - place;
    }
    auto written = placed(parts.front(), behind[0], behind[1]);
    written.text.prepend(power(before[1]) + index(before[0]));
    return written;
}

Part table(const Parts &rows)
{
    QStringList lines;
    for (const auto &row : rows)
        lines.append(row.text);
    return {.text = lines.join("; "_L1), .kind = Kind::Terms};
}

// Columns of lines below each other stand where their signs do.
Part tableRow(const Parts &cells)
{
    QString line;
    for (const auto &cell : cells) {
        if (!line.isEmpty() && !cell.text.isEmpty())
            line += isRelation(cell.text.left(1)) ? u" "_s : u", "_s;
        line += cell.text;
    }
    return {.text = line, .kind = Kind::Terms};
}

Part partAt(const Parts &parts, std::size_t at)
{
    return at < parts.size() ? parts[at] : Part();
}

} // namespace

void FormulaText::begin(QStringView name, QStringView attributes)
{
    m_open.push_back(
        {.name = name.toString(), .hasLine = !attributes.contains(R"(linethickness="0)"_L1)});
}

void FormulaText::add(QStringView letters)
{
    if (isOpen())
        m_open.back().letters += letters;
}

void FormulaText::end()
{
    if (!isOpen())
        return;
    const auto ended = std::exchange(m_open.back(), {});
    m_open.pop_back();
    auto part = said(ended);
    if (isOpen())
        m_open.back().parts.push_back(std::move(part));
    else
        m_text += part.text;
}

FormulaText::Part FormulaText::said(const Open &element)
{
    const auto &name = element.name;
    const auto &parts = element.parts;
    if (name == "mprescripts"_L1)
        return {.startsBefore = true};
    if (name == "mphantom"_L1 || name == "none"_L1)
        return {};
    if (name == "mspace"_L1)
        return {.text = u" "_s, .kind = Kind::Sign};
    if (parts.empty())
        return token(name, element.letters);
    if (name == "mfrac"_L1)
        return fraction(parts[0], partAt(parts, 1), element.hasLine);
    if (name == "mroot"_L1)
        return root(parts[0], partAt(parts, 1).text);
    if (name == "msqrt"_L1)
        return root(Row(parts).written(), {});
    if (name == "msub"_L1 || name == "munder"_L1)
        return placed(parts[0], partAt(parts, 1).text, {});
    if (name == "msup"_L1 || name == "mover"_L1)
        return placed(parts[0], {}, partAt(parts, 1).text);
    if (name == "msubsup"_L1 || name == "munderover"_L1)
        return placed(parts[0], partAt(parts, 1).text, partAt(parts, 2).text);
    if (name == "mmultiscripts"_L1)
        return manyPlaced(parts);
    if (name == "mtable"_L1)
        return table(parts);
    return name == "mtr"_L1 ? tableRow(parts) : Row(parts).written();
}

} // namespace html
