#pragma once

#include "model/article.h"

namespace page {

// A picture of a story with what is said of it.
struct Photo
{
    QString name = {}; // As Picture::name.
    QString alt = {};
    QString caption = {}; // Without the credit.
    QString credit = {};

    bool operator==(const Photo &) const = default;
};

// The pictures that the story's page shows, in its order. Those that were not saved are none.
QList<Photo> photos(const Article &article);

} // namespace page
