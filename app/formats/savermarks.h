#pragma once

#include "model/article.h"

#include <QString>

namespace formats {

// What a tool that saves web pages wrote into the page about its saving.
struct SaverMarks
{
    QUrl url = {};
    QString savedBy = {};
    Timestamp savedAt = {};

    bool operator==(const SaverMarks &) const = default;
};

// The marks of SingleFile, Save Page WE, WebScrapBook, monolith, HTTrack, calibre and browsers'
// "complete" pages; empty when there are none.
SaverMarks saverMarks(const QString &html);

} // namespace formats
