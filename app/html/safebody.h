#pragma once

#include "html/sanitise.h"

#include <QString>

#include <memory>

namespace html {

class SafeWriter;

// Writes safe HTML element by element, for text that has been through the parser already: what
// sanitise() would make of it, without parsing it again. Attributes pass
// the allow-list.
class SafeBody
{
public:
    // An element that was begun; it may meanwhile have been ended by what came in it.
    struct Mark
    {
        size_t index = 0;
        unsigned serial = 0; // 0 for an element that was not written at all.
    };

    // `how` must outlive it.
    explicit SafeBody(const Sanitising &how);
    ~SafeBody();

    // An element of the allow-list; any other is passed by, and what it holds stays.
    // With those attributes of `like`, an element, that mean something; named as `place` is, if one
    // of the links (Sanitising::anchors) leads there.
    Mark begin(QStringView name, const Node &like = {}, const Node &place = {});
    // A link; without one where the address leads nowhere or a link is open.
    Mark beginLink(const QString &address, const Node &place = {});
    // Ends an element with whatever is open in it.
    void end(Mark mark);

    void text(QStringView words);
    void formula(const Node &root); // See html/mathml.h.
    void drawing(const Node &root); // See html/svg.h.
    void lineBreak();
    // Any HTML: it is parsed and made safe on its way in.
    void add(const QString &fragment);

    SafeHtml take();

private:
    const Sanitising &m_how;
    std::unique_ptr<SafeWriter> m_writer;
    Mark m_rows; // The table's body that rows without one stand in.
};

} // namespace html
