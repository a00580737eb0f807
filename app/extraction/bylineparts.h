#pragma once

#include "extraction/pagetree.h"
#include "model/article.h"

#include <functional>

namespace extraction {

// Reads the names in a stretch of a page that holds a byline, and perhaps posts and dates beside
// it, each in an element of its own.
class BylineParts
{
public:
    // `accepts` tells who may be named.
    using Accepts = std::function<bool(const QString &name)>;
    BylineParts(const PageTree &tree, Accepts accepts);

    [[nodiscard]] QList<Author> read(int begin, int end);

private:
    // What one part means for those that follow.
    enum class Next { Part, Stop };
    Next take(int index, const QString &part);
    Next takeNames(int index, const QString &part);
    [[nodiscard]] QString partAt(int index) const;
    [[nodiscard]] int linkAround(int index) const;

    const PageTree &m_tree;
    Accepts m_accepts;
    QList<Author> m_found;
    int m_begin = 0;
    bool m_announced = false; // "By" stands before.
    bool m_others = false; // "Reviewed by" stands before.
    bool m_joined = false; // "and" stands before.
    bool m_inLink = false; // The last name was a link.
};

// Where the first link at or below an item leads.
QUrl addressIn(const PageTree &tree, int index);

} // namespace extraction
