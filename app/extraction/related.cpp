#include "extraction/related.h"

#include "extraction/limits.h"
#include "html/sanitise.h"
#include "text/credits.h"
#include "text/whitespace.h"

using namespace Qt::StringLiterals;

namespace extraction {

namespace {

// A related line names a story; what is longer is a sentence.
constexpr int longestLine = 300;
constexpr int shortestTitle = 12;
constexpr int shortestHeadline = 30;
// Prose that makes a story of what stands before an announcement.
constexpr int shortestSentence = 40;
constexpr int storyBefore = 400;

QUrl addressOf(const PageTree &tree, int link, const QUrl &base)
{
    const auto href = tree.at(link).node.attribute("href").trimmed();
    if (href.isEmpty() || href.startsWith(u'#'))
        return {};
    const auto url = base.resolved(QUrl(href));
    return url.scheme() == "http"_L1 || url.scheme() == "https"_L1 ? url : QUrl();
}

int firstLink(const PageTree &tree, int index)
{
    for (int i = index; i < tree.after(index); ++i) {
        if (tree.at(i).tag == Tag::Link && tree.at(i).letters > 0)
            return i;
    }
    return -1;
}

bool mayBeLine(const Item &item)
{
    switch (item.tag) {
    case Tag::Paragraph:
    case Tag::Block:
    case Tag::ListItem:
    case Tag::Aside:
    case Tag::Heading:
    case Tag::Quote:
        return item.letters >= shortestTitle && item.letters <= longestLine;
    default:
        return false;
    }
}

// "LOOK: Mother comes to ask after her son": whatever the label, it leads to another headline of
// the same site.
bool isPointer(const PageTree &tree, int index, int link, QStringView label, const QUrl &base)
{
    constexpr int longestLabel = 20;
    return tree.at(index).tag == Tag::Paragraph && label.endsWith(u':')
        && label.size() <= longestLabel && tree.at(link).letters >= shortestHeadline
        && addressOf(tree, link, base).host() == base.host();
}

// A box that holds one link and at most a label before it: "READ NEXT" over a headline.
Link cardAt(const PageTree &tree, int index, int link, const QUrl &base)
{
    const auto &item = tree.at(index);
    if (link < 0 || tree.at(link).letters < shortestTitle || item.tag == Tag::ListItem)
        return {};
    const auto label = item.letters - item.linkLetters;
    if (item.linkLetters > tree.at(link).letters || label > shortestTitle * 3)
        return {};
    const auto title = tree.textOf(link);
    const auto line = tree.textOf(index);
    const auto before = QStringView(line).left(line.indexOf(title)).trimmed();
    const auto isLabelled = label > 0
        && (text::isRelatedHeading(before) || isPointer(tree, index, link, before, base));
    // A paragraph that was left out as nothing but a link to the same site.
    const auto isHeadline
        = item.left == Left::Links && label == 0 && item.letters >= shortestHeadline;
    if (!isLabelled && !isHeadline && !item.evidence.testFlag(Hint::Related))
        return {};
    return {.title = title, .url = addressOf(tree, link, base)};
}

// An empty link where the item is no related line.
Link lineAt(const PageTree &tree, int index, const QUrl &base)
{
    const auto link = firstLink(tree, index);
    const auto card = cardAt(tree, index, link, base);
    if (!card.title.isEmpty())
        return card;
    const auto title = text::relatedTitle(tree.textOf(index));
    if (title.isEmpty())
        return {};
    if (link < 0)
        return {.title = title};
    const auto linked = tree.textOf(link);
    return {.title = linked.size() >= shortestTitle && title.contains(linked) ? linked : title,
            .url = addressOf(tree, link, base)};
}

QString aside(const Link &link)
{
    const auto title = html::escaped(link.title);
    const auto inner = link.url.isEmpty() ? title
                                          : u"<a href=\""_s
            + html::escaped(link.url.toString(QUrl::FullyEncoded)) + u"\">"_s + title + u"</a>"_s;
    return u"<aside class=\"related\">"_s + inner + u"</aside>"_s;
}

void append(QList<Link> &links, const Link &link)
{
    if (link.title.isEmpty() || links.size() >= limits::relatedLinks)
        return;
    for (const auto &known : links) {
        if (known.title == link.title || (!link.url.isEmpty() && known.url == link.url))
            return;
    }
    links.append(link);
}

class Boxes
{
public:
    Boxes(PageTree &tree, const QUrl &base)
        : m_tree(tree)
        , m_base(base)
    {
    }

    QList<Link> run()
    {
        for (int index = 1; index < m_tree.size();) {
            const auto &item = m_tree.at(index);
            if (item.left != Left::Kept && item.left != Left::Related && item.left != Left::Sidebar
                && item.left != Left::Footer) {
                index = item.end;
                continue;
            }
            if (m_tree.isShort(index, 60) && announces(index)) {
                takeBox(index);
                index = m_tree.after(index);
                continue;
            }
            if (item.tag == Tag::Text && item.letters >= shortestSentence)
                m_proseBefore += item.letters;
            ++index;
        }
        return m_links;
    }

private:
    [[nodiscard]] bool announces(int index) const
    {
        const auto &item = m_tree.at(index);
        if (item.tag != Tag::Heading && item.tag != Tag::Paragraph && item.tag != Tag::Block
            && item.tag != Tag::Format)
            return false;
        return text::isRelatedHeading(m_tree.textOf(index));
    }

    // The box is what the announcement stands in, as far as that holds links and little else.
    void takeBox(int heading)
    {
        int box = heading;
        for (int above = m_tree.at(heading).parent; above > 0; above = m_tree.at(above).parent) {
            const auto &item = m_tree.at(above);
            if (item.letters > 1500
                || item.linkLetters * 2 < item.letters - m_tree.at(heading).letters)
                break;
            box = above;
        }
        box = openedBy(heading, box);
        const auto found = m_links.size();
        const auto end = box == heading ? endOfRun(heading) : m_tree.after(box);
        for (int i = box; i < end; ++i) {
            if (m_tree.at(i).tag != Tag::Link || m_tree.at(i).letters < shortestTitle)
                continue;
            append(m_links, {.title = m_tree.textOf(i), .url = addressOf(m_tree, i, m_base)});
        }
        if (m_links.size() == found && (box == heading || !holdsOnlyStories(box, heading)))
            return;
        for (int i = box; i < end; i = m_tree.after(i))
            m_tree.leaveOut(i, Left::Related);
    }

    // Below a story all that the announcement opens: teasers are prose, too.
    [[nodiscard]] int openedBy(int heading, int box) const
    {
        if (m_proseBefore < storyBefore)
            return box;
        int inner = heading;
        for (int above = m_tree.at(heading).parent; above > 0; above = m_tree.at(above).parent) {
            const auto &item = m_tree.at(above);
            const auto isLong = (item.letters - item.linkLetters) * 3 > m_proseBefore * 2;
            if (isLong && !holdsOnlyStories(above, heading))
                break;
            for (int i = above; i < inner; ++i) {
                if (m_tree.at(i).tag == Tag::Text && m_tree.at(i).letters > 0)
                    return box;
            }
            inner = above;
            box = std::min(box, above);
        }
        return box;
    }

    // True when all that comes after the announcement stands in articles of its own: stories whose
    // whole text may follow.
    [[nodiscard]] bool holdsOnlyStories(int box, int heading) const
    {
        int stories = 0;
        for (int i = m_tree.after(heading); i < m_tree.after(box);) {
            const auto &item = m_tree.at(i);
            if (item.tag == Tag::Text && item.letters > 0)
                return false;
            stories += item.tag == Tag::Article ? 1 : 0;
            i = item.tag == Tag::Article || item.left != Left::Kept ? item.end : i + 1;
        }
        return stories > 1;
    }

    // Siblings after an announcement that hold links alone.
    [[nodiscard]] int endOfRun(int heading) const
    {
        const auto parent = m_tree.at(heading).parent;
        int end = m_tree.after(heading);
        while (end < m_tree.after(parent)) {
            const auto &item = m_tree.at(end);
            if (item.letters > 0 && item.linkLetters * 10 < item.letters * 7)
                break;
            end = item.end;
        }
        return end;
    }

    PageTree &m_tree;
    const QUrl &m_base;
    QList<Link> m_links;
    int m_proseBefore = 0;
};

} // namespace

RelatedStories inlineRelated(PageTree &tree, int begin, int end, const QUrl &base)
{
    RelatedStories found;
    for (int index = begin; index < end;) {
        const auto &item = tree.at(index);
        const auto open = item.left == Left::Kept || item.left == Left::Related
            || item.left == Left::Sidebar || item.left == Left::Outside
            || (item.left == Left::Links && item.tag == Tag::Paragraph);
        if (!open) {
            index = item.end;
            continue;
        }
        const auto isLine = mayBeLine(item) && tree.isShort(index, longestLine);
        const auto link = isLine ? lineAt(tree, index, base) : Link();
        if (link.title.isEmpty()) {
            ++index;
            continue;
        }
        append(found.links, link);
        found.pieces.insert(index, aside(link));
        tree.leaveOut(index, Left::Related);
        index = tree.after(index);
    }
    return found;
}

QList<Link> relatedBoxes(PageTree &tree, const QUrl &base)
{
    return Boxes(tree, base).run();
}

} // namespace extraction
