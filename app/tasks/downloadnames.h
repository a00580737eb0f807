#pragma once

#include "base/result.h"
#include "model/article.h"

#include <QByteArray>
#include <QString>
#include <QUrl>

namespace tasks {

// Words as a file may be called: nothing hidden, nothing that systems take for more than a name,
// and no letters that turn the order of others. May be empty.
QString safeFileName(QString name);

// What a download is called: as the server says (Content-Disposition, RFC 6266), else as its
// address ends, else as the feed calls it. Only ever a name: no folder, nothing hidden, nothing
// that systems take for more than a name, and no letters that turn the order of others.
QString downloadName(const QByteArray &disposition, const QUrl &url, const Enclosure &enclosure);

// Gives a file that was downloaded its name in a folder, with a number where that is taken.
// Answers where it is now. Unreadable when it cannot be. Slow: for the pool.
Result<QString> nameDownload(const QString &file, const QString &folder, const QString &name);

} // namespace tasks
