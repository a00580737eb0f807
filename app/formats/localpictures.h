#pragma once

#include "formats/pagereader.h"

#include <QHash>
#include <QString>

namespace formats {

// The pictures that a page's HTML names by a relative address and that stand beside the file, by
// the address as the page writes it.
QHash<QString, Resource> localPictures(const QString &html, const SavedFile &file);

} // namespace formats
