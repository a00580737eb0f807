#pragma once

#include "base/result.h"
#include "model/article.h"

#include <QString>
#include <QUrl>

namespace tasks {

// Reads a saved file to the stories in it; touches nothing but the file and the pictures beside it.
// Slow: for the pool and the command line. `url` is the page's address where the file does not say.
Result<QList<Article>> readFile(const QString &path, const QUrl &url = {});

} // namespace tasks
