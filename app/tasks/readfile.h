#pragma once

#include "base/result.h"
#include "model/article.h"
#include "model/savedpage.h"

#include <QByteArray>
#include <QString>
#include <QUrl>

namespace tasks {

// Reads a saved file to the stories in it; touches nothing but the file and the pictures beside it.
// Slow: for the pool and the command line. `url` is the page's address where the file does not say.
// Errors name the file: NotFound, NotAFile, Unreadable, TooLarge, and those of formats::read() and
// extraction::extract(). The reading rules in `rulesFile` are used, if it is given; rules that
// cannot be read leave a warning.
Result<QList<Article>> readFile(const QString &path, const QUrl &url = {},
                                const QString &rulesFile = {});

// The pages in the file, before the stories are looked for in them. Errors name the file.
Result<QList<SavedPage>> savedPages(const QString &path, const QUrl &url = {});

// The same for bytes that are at hand, of a file or of what was dropped on the window: then `path`
// is only a name.
Result<QList<Article>> readBytes(const QByteArray &bytes, const QString &path, const QUrl &url = {},
                                 const QString &rulesFile = {});

// The story in a page of the web, as its server gave it: what the header Content-Type says of its
// charset outranks what the page says (HTML §13.2.3.2). Unsupported for what is no page.
Result<Article> readPage(const QByteArray &bytes, const QByteArray &contentType, const QUrl &url,
                         const QString &rulesFile = {});

} // namespace tasks
