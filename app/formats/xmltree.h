#pragma once

#include "formats/xmlevents.h"

namespace formats {

// A small XML document in memory: a list of files, a description, a table of contents.
struct XmlElement
{
    QString name = {}; // Without a prefix.
    XmlAttributes attributes = {};
    QString text = {}; // What stands in it directly, in one piece.
    QList<XmlElement> children = {};

    [[nodiscard]] QString attribute(QStringView key) const { return attributes.value(key); }
    // The first child of that name; nullptr when there is none.
    [[nodiscard]] const XmlElement *child(QStringView childName) const;
    // All elements of that name below this one, in document order.
    [[nodiscard]] QList<XmlElement> descendants(QStringView elementName) const;

    bool operator==(const XmlElement &) const = default;
};

struct XmlTree
{
    XmlElement root = {}; // Without a name when nothing could be read.
    QString problem = {}; // What was wrong; the tree is what could be read all the same.
};

// The same rules and limits as readXml(); larger documents than limits::xmlElements are cut.
XmlTree xmlTree(const QByteArray &bytes);

} // namespace formats
