#include "extraction/captions.h"

#include "extraction/limits.h"
#include "text/whitespace.h"

#include <QRegularExpression>

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

class Reading
{
public:
    Reading(const PageTree &tree, int holder)
        : m_tree(tree)
        , m_holder(holder)
    {
    }

    text::Caption read(const QList<Figure> &stated)
    {
        collect();
        if (!m_credit.isEmpty()) {
            auto caption = m_caption;
            for (const auto &part : m_creditParts)
                caption = without(caption, part);
            if (m_captionItem < 0 && caption.isEmpty())
                return {.caption = {}, .credit = text::bareCredit(m_credit)};
            return {.caption = caption, .credit = text::bareCredit(m_credit)};
        }
        const auto plain = captionOf(m_caption, stated);
        if (!plain.credit.isEmpty())
            return plain;
        return byStructure(plain);
    }

private:
    void collect()
    {
        for (int i = m_holder; i < m_tree.after(m_holder);) {
            const auto &item = m_tree.at(i);
            if (item.left == Left::Ignored || item.tag == Tag::Noscript) {
                i = item.end;
                continue;
            }
            if (i != m_holder && isCredit(item)) {
                const auto written = m_tree.textOf(i);
                if (!written.isEmpty() && written.size() <= longestCredit) {
                    m_credit = joined(m_credit, written);
                    m_creditParts.append(written);
                    i = item.end;
                    continue;
                }
            }
            if (m_captionItem < 0 && i != m_holder && item.letters > 0 && isCaption(item))
                m_captionItem = i;
            ++i;
        }
        auto source = m_captionItem >= 0 ? m_captionItem : m_holder;
        m_caption = m_tree.textOf(source);
        if (m_caption.size() > limits::captionLength)
            m_caption.clear();
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
        const auto source = m_captionItem >= 0 ? m_captionItem : m_holder;
        QStringList parts;
        for (int i = source + 1; i < m_tree.after(source); i = m_tree.after(i)) {
            const auto text = m_tree.textOf(i);
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
    int m_captionItem = -1;
    QString m_caption;
    QString m_credit;
    QStringList m_creditParts;
};

} // namespace

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
    return text::splitCaption(line);
}

text::Caption captionIn(const PageTree &tree, int holder, const QList<Figure> &stated)
{
    return Reading(tree, holder).read(stated);
}

} // namespace extraction
