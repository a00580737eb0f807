#pragma once

#include "model/article.h"

#include <QHash>

namespace page {

// Where a file that a story is written to finds its pictures, by their names.
using PictureAddresses = QHash<QString, QString>;

// The story as Markdown (CommonMark with tables) under YAML front matter, for notes and other
// programs. Pictures that came with it are data: URIs, but for those that have an address.
QString markdown(const Article &article, const PictureAddresses &addresses = {});

// Text with what Markdown would take for markup escaped: within a line, and as a paragraph.
QString markdownInline(const QString &text);
QString markdownText(const QString &text);
// An address as it stands between the brackets of a link.
QString markdownAddress(const QString &address);

} // namespace page
