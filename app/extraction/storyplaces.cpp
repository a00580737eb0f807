#include "extraction/storyplaces.h"

#include "html/anchors.h"

namespace extraction {

namespace {

bool canBeNamed(const Item &item)
{
    switch (item.tag) {
    case Tag::Paragraph:
    case Tag::Heading:
    case Tag::List:
    case Tag::ListItem:
    case Tag::DefinitionTerm:
    case Tag::Quote:
    case Tag::Cell:
    case Tag::Format:
        return true;
    case Tag::Link:
        return item.node.hasAttribute("href");
    default:
        return false;
    }
}

// Calls `visit` with the items of the story, without what is left out of it.
void eachKept(const PageTree &tree, ItemRange range, auto visit)
{
    for (int index = range.begin; index < range.end;) {
        const auto &item = tree.at(index);
        const auto isKept = item.left == Left::Kept;
        if (isKept && item.tag != Tag::Text)
            visit(item);
        index = isKept ? index + 1 : item.end;
    }
}

} // namespace

QSet<QByteArray> storyPlaces(const PageTree &tree, ItemRange range, const QUrl &page)
{
    html::AnchorNames linked;
    eachKept(tree, range, [&](const Item &item) {
        if (item.tag == Tag::Link)
            html::collectAnchor(item.node, page, linked);
    });
    html::AnchorNames places;
    if (linked.isEmpty())
        return places;
    eachKept(tree, range, [&](const Item &item) {
        if (!canBeNamed(item))
            return;
        const auto name = html::anchorName(item.node);
        if (linked.contains(name))
            places.insert(name);
    });
    return places;
}

} // namespace extraction
