#include "formats/zipspan.h"

#include <QtEndian>

#include <algorithm>

namespace {

constexpr qsizetype endRecordSize = 22;
// Whatever stands behind an archive may look like its end.
constexpr int mostCandidates = 64;

quint32 number(const QByteArray &bytes, qsizetype at)
{
    return qFromLittleEndian<quint32>(bytes.constData() + at);
}

QByteArray view(const QByteArray &bytes, qsizetype from, qsizetype to)
{
    return QByteArray::fromRawData(bytes.constData() + from, to - from);
}

} // namespace

formats::ZipSpan formats::zipIn(const QByteArray &file)
{
    auto at = file.size();
    for (int i = 0; i < mostCandidates && at > 0; ++i) {
        at = QByteArrayView(file).first(at).lastIndexOf("PK\x05\x06");
        if (at < 0)
            return {};
        if (at + endRecordSize > file.size())
            continue;
        const qsizetype listSize = number(file, at + 12);
        const qsizetype listStart = number(file, at + 16);
        const auto list = at - listSize;
        if (listSize == 0 || list < listStart || file.mid(list, 4) != "PK\x01\x02")
            continue;
        // Without a comment, which libarchive looks for the record behind, but not far.
        return {.zip = view(file, list - listStart, at + endRecordSize),
                .before = view(file, 0, std::max<qsizetype>(file.indexOf("PK\x03\x04"), 0))};
    }
    return {};
}
