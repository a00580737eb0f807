#pragma once

#include "base/timestamp.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QList>
#include <QString>

namespace formats {

// A record of a WARC file (ISO 28500), as a place in the file's bytes.
struct WarcRecord
{
    QByteArray type = {}; // "response", "resource", "request", "warcinfo", …
    QString target = {}; // WARC-Target-URI; may be empty.
    Timestamp date = {}; // WARC-Date.
    QByteArray contentType = {}; // Of the block.
    qsizetype start = 0; // Of the block, in bytes.
    qsizetype length = 0;

    bool operator==(const WarcRecord &) const = default;
};

struct WarcRecords
{
    QList<WarcRecord> records = {};
    bool isCut = false; // The last record is not whole.
    bool isDamaged = false; // Some length was wrong or some bytes belong to no record.
};

// The records in an unpacked WARC file. Wrong lengths are mended: a record then ends where the next
// begins.
WarcRecords warcRecords(const QByteArray &bytes);

} // namespace formats
