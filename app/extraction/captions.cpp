#include "extraction/captions.h"

#include "extraction/limits.h"
#include "text/creditshape.h"
#include "text/linelabels.h"
#include "text/lineshape.h"
#include "text/whitespace.h"

#include <array>

using namespace Qt::StringLiterals;

namespace extraction {

namespace {

constexpr int longestCredit = 160;

bool endsSentence(QStringView text)
{
    auto end = text.size();
    while (end > 0 && QStringView(u"\"'”’»)]）」』").contains(text[end - 1]))
        --end;
    return end > 0 && QStringView(u".!?…。！？؟").contains(text[end - 1]);
}

QString joined(const QString &one, const QString &other)
{
    if (one.isEmpty() || one.contains(other))
        return one.isEmpty() ? other : one;
    return one + u" / "_s + other;
}

// Takes the credit's words off the end or beginning of a caption.
QString without(const QString &text, const QString &part)
{
    if (part.isEmpty())
        return text;
    auto rest = text;
    if (rest.endsWith(part))
        rest.chop(part.size());
    else if (rest.startsWith(part))
        rest = rest.mid(part.size());
    else
        return text;
    rest = rest.trimmed();
    if (rest.endsWith(u'(') || rest.endsWith(u'|') || rest.endsWith(u'/'))
        rest.chop(1);
    return rest.trimmed();
}

// Buttons that enlarge a picture or fold its caption stand among its words.
QString withoutButtons(QString text)
{
    constexpr std::array<QStringView, 12> buttons{u"enlarge this image",
                                                  u"toggle caption",
                                                  u"hide caption",
                                                  u"show caption",
                                                  u"enlarge image",
                                                  u"enlarge",
                                                  u"bild vergr\u00F6\u00DFern",
                                                  u"vergr\u00F6\u00DFern",
                                                  u"agrandir",
                                                  u"ampliar",
                                                  u"ingrandisci",
                                                  u"vergroot"};
    for (const auto button : buttons) {
        const auto rest = text.size() - button.size();
        if (text.compare(button, Qt::CaseInsensitive) == 0)
            return {};
        if (rest > 1 && text.startsWith(button, Qt::CaseInsensitive) && text[button.size()] == u' '
            && !text[button.size() + 1].isLower())
            text = text.mid(button.size() + 1);
        else if (rest > 1 && text.endsWith(button, Qt::CaseInsensitive) && text[rest - 1] == u' ')
            text = text.left(rest - 1);
    }
    return text;
}

class Reading
{
public:
    Reading(const PageTree &tree, int holder, const std::vector<int> &words)
        : m_tree(tree)
        , m_holder(holder)
        , m_words(words)
    {
    }

    text::Caption read(const QList<Figure> &stated)
    {
        collect(m_holder, m_holder + 1);
        for (const auto item : m_words) {
            // What stands behind a picture unmarked is its caption or its credit.
            const auto before = m_captions.size();
            collect(item, item);
            const auto written = m_tree.textOf(item, PageTree::Which::Kept);
            if (m_captions.size() == before && !m_credits.contains(written))
                m_captions.append({item, written});
        }
        if (m_captions.isEmpty())
            m_captions.append({m_holder, m_tree.textOf(m_holder, PageTree::Which::Kept)});
        const auto caption = joinedCaption();
        if (!m_credits.isEmpty())
            return marked(caption);
        const auto plain = captionOf(caption, stated);
        return plain.credit.isEmpty() && m_captions.size() == 1 ? byStructure(plain) : plain;
    }

private:
    struct Part
    {
        int item = -1;
        QString text = {};
    };

    void collect(int holder, int from)
    {
        for (int i = from; i < m_tree.after(holder);) {
            const auto &item = m_tree.at(i);
            if (item.left != Left::Kept || item.tag == Tag::Noscript) {
                i = item.end;
                continue;
            }
            const auto written = isCredit(item) || (item.letters > 0 && isCaption(item))
                ? m_tree.textOf(i, PageTree::Which::Kept)
                : QString();
            if (isCredit(item) && !written.isEmpty() && written.size() <= longestCredit) {
                m_credits.append(written);
                i = item.end;
                continue;
            }
            if (!written.isEmpty() && isCaption(item) && written.size() <= limits::captionLength)
                addCaption(i, written);
            ++i;
        }
    }

    // Phones and desks often have one each.
    void addCaption(int item, const QString &written)
    {
        for (const auto &part : m_captions) {
            if (part.text == written || m_tree.contains(part.item, item))
                return;
        }
        m_captions.append({item, written});
    }

    // A second caption is more of the first, or what the first lacks: its credit.
    [[nodiscard]] QString joinedCaption()
    {
        QStringList parts;
        for (const auto &part : m_captions) {
            const auto read = parts.isEmpty() ? text::Caption() : text::splitCaption(part.text);
            if (!read.credit.isEmpty() && read.caption.isEmpty())
                m_credits.append(part.text);
            else if (part.text.size() <= limits::captionLength)
                parts.append(part.text);
        }
        return withoutButtons(parts.join(u' '));
    }

    // The caption and the credit where the credit is marked. A caption may still end in one.
    [[nodiscard]] text::Caption marked(QString caption) const
    {
        QString credit;
        for (const auto &part : m_credits) {
            credit = joined(credit, part);
            caption = without(caption, part);
        }
        // Some mark both together by the name of the photographer.
        const auto both = caption.isEmpty() ? text::splitCaption(credit) : text::Caption();
        if (!both.caption.isEmpty() && !both.credit.isEmpty() && endsSentence(both.caption))
            return both;
        credit = text::bareCredit(credit);
        if (text::endsInCredit(caption)) {
            const auto rest = text::splitCaption(caption);
            caption = rest.caption;
            if (rest.credit.contains(credit))
                credit = rest.credit;
            else if (!credit.contains(rest.credit))
                credit = joined(rest.credit, credit);
        }
        return {.caption = caption, .credit = credit};
    }

    [[nodiscard]] static bool isCredit(const Item &item)
    {
        if (item.letters == 0 || item.tag == Tag::FigureCaption)
            return false;
        if (item.evidence.testFlag(Hint::Credit))
            return true;
        return (item.tag == Tag::Format
                && (item.node.isElement(u"small") || item.node.isElement(u"cite")))
            || (item.tag != Tag::Text && item.node.attribute("class").contains("source"_L1));
    }

    [[nodiscard]] static bool isCaption(const Item &item)
    {
        return item.tag == Tag::FigureCaption
            || (item.evidence.testFlag(Hint::Caption) && !item.evidence.testFlag(Hint::Credit));
    }

    // Class names that say nothing: the last of several parts, when those before it end as
    // sentences and it does not, is the credit.
    [[nodiscard]] text::Caption byStructure(const text::Caption &plain) const
    {
        const auto source = m_captions.first().item;
        if (const auto line = creditedLine(m_tree, source); !line.credit.isEmpty())
            return line;
        QStringList parts;
        for (int i = source + 1; i < m_tree.after(source); i = m_tree.after(i)) {
            const auto text = m_tree.textOf(i, PageTree::Which::Kept);
            if (m_tree.at(i).tag == Tag::Text && !text.isEmpty())
                return plain;
            if (!text.isEmpty())
                parts.append(text);
        }
        if (parts.size() < 2)
            return plain;
        const auto last = parts.takeLast();
        if (last.size() > longestCredit || endsSentence(last) || !endsSentence(parts.last()))
            return plain;
        return {.caption = parts.join(u' '), .credit = text::bareCredit(last)};
    }

    const PageTree &m_tree;
    int m_holder;
    const std::vector<int> &m_words;
    QList<Part> m_captions;
    QStringList m_credits;
};

// The innermost element around all that an item says.
int innermost(const PageTree &tree, int item)
{
    for (int child = item + 1; child < tree.after(item);) {
        const auto &inner = tree.at(child);
        if (inner.left == Left::Kept && inner.tag != Tag::Text
            && inner.letters == tree.at(item).letters) {
            item = child;
            ++child;
        } else {
            child = inner.end;
        }
    }
    return item;
}

} // namespace

text::Caption creditedLine(const PageTree &tree, int item)
{
    QStringList parts;
    auto last = Tag::Text;
    const auto line = innermost(tree, item);
    for (int index = line + 1; index < tree.after(line); index = tree.after(index)) {
        const auto text = tree.textOf(index, PageTree::Which::Kept);
        if (text.isEmpty())
            continue;
        last = tree.at(index).tag;
        parts.append(text);
    }
    if (parts.size() < 2 || (last != Tag::Inline && last != Tag::Format))
        return {};
    const auto credit = parts.takeLast();
    const auto caption = text::simplified(parts.join(u' '));
    const auto isSure = text::creditEvidence(credit) == text::CreditEvidence::Certain
        || text::splitCaption(credit).caption.isEmpty();
    if (credit.size() > longestCredit || endsSentence(credit) || !endsSentence(caption) || !isSure)
        return {};
    return {.caption = caption, .credit = text::bareCredit(credit)};
}

text::Caption captionOf(const QString &line, const QList<Figure> &stated)
{
    if (line.isEmpty())
        return {};
    for (const auto &figure : stated) {
        if (figure.caption.isEmpty() || figure.credit.isEmpty() || !line.startsWith(figure.caption))
            continue;
        const auto rest = text::simplified(QStringView(line).mid(figure.caption.size()));
        if (!rest.isEmpty() && rest.contains(figure.credit))
            return {.caption = figure.caption, .credit = figure.credit};
    }
    // "Source: the ministry" under a diagram.
    constexpr qsizetype longestSource = 60;
    const auto source = text::labelledLine(line);
    if (source.marked && text::isSourceLabel(source.label) && !source.rest.trimmed().isEmpty()
        && line.size() <= longestSource)
        return {.caption = {}, .credit = text::bareCredit(source.rest)};
    return text::splitCaption(line);
}

text::Caption captionIn(const PageTree &tree, int holder, const std::vector<int> &words,
                        const QList<Figure> &stated)
{
    return Reading(tree, holder, words).read(stated);
}

} // namespace extraction
