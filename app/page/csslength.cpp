#include "page/csslength.h"

#include <QRegularExpression>
#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr double pixelsOfAPoint = 4.0 / 3;
constexpr double digit = 0.5; // About as wide as a digit is, in sizes of the letters.

const auto latin = u"latin"_s;

// Those that people use, out of https://www.w3.org/TR/css-color-4/#named-colors
const QStringList &names()
{
    static const auto list
        = u"aqua beige black blue brown coral crimson cyan darkblue darkgray darkgreen darkgrey "
          "darkred firebrick fuchsia gold gray green grey indigo ivory khaki lavender lime linen "
          "magenta maroon midnightblue navy oldlace olive orange orchid pink plum purple red "
          "salmon seagreen seashell sienna silver slategray slategrey snow steelblue tan teal "
          "tomato turquoise violet wheat white whitesmoke yellow"_s.split(u' ');
    return list;
}

QHash<QString, QString> variablesOf(const page::Look &look)
{
    QHash<QString, QString> variables;
    for (const auto &each : page::TypeScale(look).variables().split(u';', Qt::SkipEmptyParts))
        variables.insert(each.section(u':', 0, 0).sliced(2), each.section(u':', 1));
    const auto colours = page::colours(look);
    variables.insert({{u"paper"_s, colours.paper},
                      {u"ink"_s, colours.ink},
                      {u"headline"_s, colours.headline},
                      {u"quiet"_s, colours.quiet},
                      {u"rule"_s, colours.rule},
                      {u"card"_s, colours.card},
                      {u"accent"_s, colours.accent},
                      {u"selection"_s, colours.selection}});
    variables.insert(look.own);
    return variables;
}

} // namespace

page::CssLengths::CssLengths(const Look &look, Voice voice)
    : m_variables(variablesOf(look))
    , m_text(TypeScale(look).size(Voice::Text))
    , m_size(TypeScale(look, latin).size(voice))
    , m_parentSize(TypeScale(look, latin).size(Voice::Text))
{
}

void page::CssLengths::setFontSize(const std::optional<double> &pixels)
{
    m_size = pixels.value_or(m_size);
}

QString page::CssLengths::resolved(const QString &value) const
{
    static const QRegularExpression variable(u"var\\(\\s*--([\\w-]+)\\s*(?:,[^()]*)?\\)"_s);
    constexpr int deepest = 4; // Variables may be said by others; not round in circles.
    auto text = value;
    for (int depth = 0; depth < deepest; ++depth) {
        const auto found = variable.match(text);
        if (!found.hasMatch())
            return text;
        text.replace(found.captured(0), m_variables.value(found.captured(1)));
    }
    return text;
}

std::optional<page::CssLengths::Number> page::CssLengths::number(const QString &value) const
{
    static const QRegularExpression form(u"^(-?(?:\\d+\\.?\\d*|\\.\\d+))([a-z]*|%)$"_s);
    const auto found = form.match(resolved(value).trimmed().toLower());
    if (!found.hasMatch())
        return std::nullopt;
    return Number{.value = found.captured(1).toDouble(), .unit = found.captured(2)};
}

std::optional<double> page::CssLengths::length(const Number &number, double em) const
{
    if (number.unit == "px"_L1 || (number.unit.isEmpty() && number.value == 0))
        return number.value;
    if (number.unit == "pt"_L1)
        return number.value * pixelsOfAPoint;
    if (number.unit == "em"_L1)
        return number.value * em;
    if (number.unit == "rem"_L1)
        return number.value * m_text;
    if (number.unit == "ch"_L1)
        return number.value * em * digit;
    return std::nullopt;
}

std::optional<double> page::CssLengths::pixels(const QString &value) const
{
    const auto said = number(value);
    return said ? length(*said, m_size) : std::nullopt;
}

std::optional<double> page::CssLengths::fontSize(const QString &value) const
{
    const auto said = number(value);
    if (!said || said->value <= 0)
        return std::nullopt;
    return said->unit == "%"_L1 ? std::optional(said->value * m_parentSize / 100)
                                : length(*said, m_parentSize);
}

std::optional<double> page::CssLengths::lineHeight(const QString &value) const
{
    const auto said = number(value);
    if (!said || said->value <= 0)
        return std::nullopt;
    if (said->unit.isEmpty())
        return said->value * m_size;
    return said->unit == "%"_L1 ? std::optional(said->value * m_size / 100) : length(*said, m_size);
}

QString page::CssLengths::colour(const QString &value) const
{
    const auto said = resolved(value).trimmed().toLower();
    static const QRegularExpression coded(u"^#(?:[0-9a-f]{3}|[0-9a-f]{6})$"_s);
    static const QRegularExpression mixed(u"^rgb\\(\\s*(\\d+)[\\s,]+(\\d+)[\\s,]+(\\d+)\\s*\\)$"_s);
    if (coded.match(said).hasMatch() || names().contains(said))
        return said;
    const auto found = mixed.match(said);
    if (!found.hasMatch())
        return {};
    QString code(u'#');
    for (int part = 1; part <= 3; ++part)
        code += u"%1"_s.arg(std::min(found.captured(part).toInt(), 255), 2, 16, QChar(u'0'));
    return code;
}

QString page::CssLengths::written(double pixels)
{
    return QString::number(pixels, 'f', 2).remove(QRegularExpression(u"\\.?0+$"_s)) + u"px"_s;
}
