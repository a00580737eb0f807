#pragma once

#include "html/allowlist.h"

#include <QByteArray>
#include <QByteArrayView>

#include <vector>

namespace html {

// Writes elements and text so that an HTML parser reads back exactly the same tree: it never lets a
// paragraph hold a block, a link hold a link, a table hold loose text, and so on. What has no place
// where it comes is moved out or unwrapped, never lost.
class SafeWriter
{
public:
    // An element that was begun; it may meanwhile have been closed by what came in it.
    struct Mark
    {
        size_t index = 0;
        unsigned serial = 0; // 0 for an element that was not written at all.
    };

    // `attributes` are ready to be written, each with a space before it.
    Mark begin(GumboTag name, QByteArrayView attributes);
    void end(Mark mark);

    void text(QByteArrayView utf8);
    void single(GumboTag name, QByteArrayView attributes); // <br>, <img>, <col>, …

    // A formula or a drawing: markup that stands in a line and is safe already.
    void foreign(QByteArrayView markup);

    // Before a line's content: opens a paragraph if the line is to have one and may.
    void ensureParagraph();
    // Ends a paragraph that was opened so.
    void endParagraph();
    // Where a block that is not written begins or ends.
    void boundary();

    [[nodiscard]] GumboTag parent() const;
    [[nodiscard]] bool isIn(GumboTag name) const;
    // True when nothing has been written in the element so far.
    [[nodiscard]] bool isEmpty(Mark mark) const;

    QByteArray take();

private:
    enum class Last : unsigned char { Edge, PreStart, Tag, Text, Space };

    struct Open
    {
        GumboTag name;
        Content content; // Inherited is resolved to that of the parent.
        bool implied; // A paragraph of ours.
        bool preformatted;
        bool named; // Links lead to it: it stays even when it holds nothing.
        Last before; // What was last before it.
        unsigned serial;
        qsizetype start; // Where its tag begins.
        qsizetype inside; // Where what it holds begins.
    };

    [[nodiscard]] Content content() const;
    [[nodiscard]] bool isPreformatted() const;
    bool makeRoomForBlock();
    void leaveTableParts();
    void beforeLine();
    void push(GumboTag name, QByteArrayView attributes, bool implied);
    void closeDownTo(size_t index);
    void closeTop();
    void trimSpace();
    [[nodiscard]] bool holdsNothing(const Open &open) const;
    void appendTag(GumboTag name, QByteArrayView attributes);
    void appendCollapsed(QByteArrayView utf8);

    QByteArray m_out;
    std::vector<Open> m_open;
    unsigned m_serial = 0;
    Last m_last = Last::Edge;
    bool m_breakDue = false; // A boundary has left no trace yet.
};

} // namespace html
