#pragma once

#include <QString>
#include <QUrl>

namespace html {

enum class Schemes {
    Web, // http and https.
    Links // mailto, too: what a story may link to.
};

// The absolute address a page means by what it writes, as browsers read it (URL Standard §4.4):
// without white space around it and line breaks and tabs within. Empty for every scheme but those
// asked for, for an address without a host, and for a relative one without a base.
QUrl resolved(const QString &written, const QUrl &base, Schemes schemes = Schemes::Web);

// The address without what browsers take out before they read it.
QString trimmedAddress(const QString &written);

// True for "broadsheet-media:" with a picture's name and for "broadsheet:", which only our own
// library may write.
bool isOwnAddress(const QString &address);

} // namespace html
