#pragma once

#include "formats/pagereader.h"

#include <QHash>
#include <QString>

namespace formats {

// Pictures that came with a page.
struct FoundPictures
{
    QHash<QString, Resource> pictures = {}; // By the address as the page writes it.
    // <img>s to be seen that name what is expected, of which no address was answered.
    int missing = 0;
    // <img>s of the story to be seen whose picture came along, but as a drawing or else of a kind
    // not shown.
    int notShown = 0;
};

// The pictures that a page's HTML names, as far as `find` answers them. It is asked with the
// address as the page writes it, for all but data: addresses. Without `isExpected`, all are.
FoundPictures picturesOf(const QString &html,
                         const std::function<std::optional<Resource>(const QString &)> &find,
                         const std::function<bool(const QString &)> &isExpected = {});

// Says in a warning how many those are; nothing of none.
void sayWhatIsNotShown(int count, Article &stated);

// Gives the page those that `html`, which is its own or stands for it, names by a relative address
// and that stand beside the file. What is missing there is counted in a warning.
void takeLocalPictures(SavedPage &page, const QString &html, const SavedFile &file);

} // namespace formats
