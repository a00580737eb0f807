#pragma once

#include "base/timestamp.h"
#include "model/article.h"

#include <QByteArrayView>
#include <QString>
#include <QStringView>
#include <QUrl>

namespace feeds {

// An absolute address of the web; empty for anything else, javascript: above all.
QUrl address(QStringView written, const QUrl &base);
QUrl address(QByteArrayView written, const QUrl &base);

// An author as RSS writes one: "jane@example.org (Jane Doe)", "Jane Doe <jane@example.org>", or a
// name. The address is left out unless it is all there is.
Author person(const QString &written);

// Adds somebody who is not there yet, within limits.
void addAuthor(QList<Author> &authors, const Author &author);

// "01:02:03", "62:03", "3723", "62 min", "PT1H2M3S"; 0 for nonsense.
int secondsOf(QStringView written);

// A size in bytes; 0 for nonsense.
qint64 sizeOf(QStringView written);

// "en_us" as "en-US"; empty for what is no tag of BCP 47.
QString languageOf(QStringView written);

Timestamp momentOf(const QString &written);

// The media type of a file by its name; empty when that tells nothing.
QString typeOf(const QUrl &file);

// Text of XML that came to us: undoes what encoders did to it twice (UTF-8 read as windows-1252),
// and puts the characters of windows-1252 where its numbers were written (HTML §13.2.5.80).
QString textOf(QByteArrayView utf8);

} // namespace feeds
