#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

#include <utility>

namespace xml {

// A small XML document in memory: a list of files, a description, a table of contents.
struct Element
{
    QString name = {}; // Without a prefix.
    QList<std::pair<QString, QString>> attributes = {}; // The same, in order.
    QString text = {}; // What stands in it directly, in one piece.
    QList<Element> children = {};

    // Empty when it is missing.
    [[nodiscard]] QString attribute(QStringView key) const;
    // The first child of that name; nullptr when there is none.
    [[nodiscard]] const Element *child(QStringView childName) const;
    // All elements of that name below this one, in document order.
    [[nodiscard]] QList<Element> descendants(QStringView elementName) const;

    bool operator==(const Element &) const = default;
};

struct Tree
{
    Element root = {}; // Without a name when nothing could be read.
    QString problem = {}; // What was wrong; the tree is what could be read all the same.
};

// The same rules and limits as read(), in any encoding; documents of more than
// limits::treeElements are cut.
Tree tree(const QByteArray &bytes);

} // namespace xml
