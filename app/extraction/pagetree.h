#pragma once

#include "extraction/evidence.h"
#include "extraction/left.h"
#include "html/document.h"

#include <QString>

#include <limits>
#include <vector>

namespace extraction {

// What an element is to the reading of a page.
enum class Tag : quint8 {
    Text, // No element: a text node.
    Block, // div, section, main and whatever else stands on lines of its own.
    Article,
    Aside,
    Navigation,
    Header,
    Footer,
    Form,
    Paragraph,
    Heading,
    List,
    ListItem,
    Definitions,
    DefinitionTerm, // dt and dd.
    Quote,
    Preformatted,
    Table,
    Row, // tr, thead, tbody, tfoot, colgroup: what holds cells, at some distance.
    Cell,
    TableCaption,
    Figure,
    FigureCaption,
    Picture, // <picture>
    Image, // <img>
    Source,
    Embed, // iframe, video, audio, object, embed.
    Link,
    Format, // Inline and kept: b, i, em, code, sub, ruby, …
    Inline, // Inline and nothing more: span, font.
    Break,
    Rule,
    Time,
    Noscript,
    Ignored // Script, style, buttons, fields: never text of a story.
};

struct Item
{
    html::Node node;
    QString text = {}; // Of a text node.
    int parent = -1;
    int end = 0; // The index after the last item below this one.
    int letters = 0; // Text below, white space simplified, without what is ignored or hidden.
    int linkLetters = 0; // Those of them inside links.
    Evidence evidence = {};
    Tag tag = Tag::Block;
    Left left = Left::Kept;
    // By rules for the site: the one that decides about this very item, as its place in their list,
    // or -1; whether the item is kept, whatever else speaks against it; whether one below is.
    int rule = -1;
    bool keptByRule = false;
    bool holdsKept = false;
};

// A page as one array in document order: every pass over it is a loop, whatever its nesting.
class PageTree
{
public:
    // Pages whose script unfolds the story hide all of it at first.
    enum class Hidden { LeftOut, Kept };
    explicit PageTree(const html::Document &document, Hidden hidden = Hidden::LeftOut);

    [[nodiscard]] int size() const { return int(m_items.size()); }
    [[nodiscard]] Item &at(int index) { return m_items[size_t(index)]; }
    [[nodiscard]] const Item &at(int index) const { return m_items[size_t(index)]; }

    // The element's next sibling or whatever comes after its parent: the next item outside it.
    [[nodiscard]] int after(int index) const { return at(index).end; }
    [[nodiscard]] bool contains(int outer, int inner) const
    {
        return outer <= inner && inner < at(outer).end;
    }

    // The text below an item in one line, white space simplified. Leaves out what is ignored and,
    // unless asked otherwise, what is left out of the story.
    enum class Which { Everything, Kept };
    [[nodiscard]] QString textOf(int index, Which which = Which::Everything) const;

    // The beginning of that text, about so many letters of it.
    [[nodiscard]] QString beginningOf(int index, qsizetype letters) const;

    // True for what holds some text, at most `letters` of it, in few parts: a line to be read.
    [[nodiscard]] bool isShort(int index, int letters) const;

    // The nearest item at or above `index` of that tag, or -1.
    [[nodiscard]] int enclosing(int index, Tag tag) const;

    // Leaves out an item with all below it, and takes its letters off those above. What a rule
    // keeps stays.
    void leaveOut(int index, Left reason);
    // The same for what is shown elsewhere instead, whatever rules say of what is around it.
    void takeOut(int index, Left reason);

    // Adds up the letters anew, after rules have changed what is there.
    void recount();

    // True if it or anything above it is left out.
    [[nodiscard]] bool isLeftOut(int index) const;

private:
    void build(const html::Node &root, Hidden hidden);
    void count();
    [[nodiscard]] QString lineOf(int index) const;
    [[nodiscard]] int soleChild(int index) const;
    // Stops after about so many letters.
    [[nodiscard]] QString written(int index, Which which,
                                  qsizetype letters = std::numeric_limits<qsizetype>::max()) const;

    std::vector<Item> m_items;
    // The short lines that were asked for, again and again by one pass after another, and by item
    // the number of its line, from 1.
    mutable std::vector<QString> m_lines;
    mutable std::vector<int> m_lineOf;
};

// What a tag name means.
Tag tagOf(QStringView name);

// Tags whose content stands on lines of its own.
bool isBlock(Tag tag);

} // namespace extraction
