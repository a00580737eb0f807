#pragma once

#include "html/document.h"

#include <QStringList>

namespace printing {

// What a story leads to, in the order it is met, and the mark of each: 1, 2, … or, where the story
// has numbered notes of its own, a, b, … z, aa, so that no mark leads to two notes.
class LinkNotes
{
public:
    LinkNotes() = default;
    explicit LinkNotes(const html::Node &story);

    // The same for an address that was met before.
    QString markOf(const QString &address);
    [[nodiscard]] QString mark(qsizetype at) const;
    [[nodiscard]] const QStringList &addresses() const { return m_addresses; }

private:
    QStringList m_addresses;
    bool m_letters = false;
};

} // namespace printing
