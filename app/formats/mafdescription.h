#pragma once

#include "base/timestamp.h"

#include <QByteArray>
#include <QUrl>

namespace formats {

// What the index.rdf of a page in a MAFF file says of it.
struct MafDescription
{
    QUrl url = {};
    Timestamp savedAt = {};
};

MafDescription mafDescription(const QByteArray &rdf);

} // namespace formats
