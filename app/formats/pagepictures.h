#pragma once

#include "formats/pagereader.h"

#include <QHash>
#include <QString>

namespace formats {

// Pictures that came with a page.
struct FoundPictures
{
    QHash<QString, Resource> pictures = {}; // By the address as the page writes it.
    int missing = 0; // <img>s of which no address was answered.
};

// The pictures that a page's HTML names, as far as `find` answers them. It is asked with the
// address as the page writes it, for all but data: addresses.
FoundPictures picturesOf(const QString &html,
                         const std::function<std::optional<Resource>(const QString &)> &find);

// Those that are named by a relative address and stand beside the file.
QHash<QString, Resource> localPictures(const QString &html, const SavedFile &file);

} // namespace formats
