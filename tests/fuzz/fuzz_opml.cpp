#include "feeds/opml.h"
#include "fuzz/target.h"

#include <QXmlStreamReader>

using namespace Qt::StringLiterals;

namespace {

void requireXml(const QByteArray &written)
{
    QXmlStreamReader reader(written);
    while (!reader.atEnd())
        reader.readNext();
    fuzz::require(!reader.hasError(), u"broken XML: "_s + reader.errorString());
}

} // namespace

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const auto found = feeds::readOpml(fuzz::bytes(data, size));
    if (!found) {
        fuzz::require(!found.error().detail.isEmpty(), u"an error that says nothing"_s);
        return 0;
    }
    for (const auto &feed : found->feeds) {
        const auto scheme = feed.url.scheme();
        fuzz::require(scheme == "http"_L1 || scheme == "https"_L1 || scheme == "file"_L1,
                      u"an address of the scheme "_s + scheme);
        fuzz::require(!feed.folder.contains(QString()), u"a folder without a name"_s);
    }
    const auto written = feeds::writeOpml(found->feeds, u"fuzz"_s);
    requireXml(written);
    const auto again = feeds::readOpml(written);
    fuzz::require(again && again->feeds.size() == found->feeds.size(), u"feeds are lost"_s);
    // Reading puts feeds of one folder together at the first time, nothing else.
    for (const auto &feed : found->feeds)
        fuzz::require(again->feeds.contains(feed), u"a feed that does not survive"_s);
    fuzz::require(feeds::writeOpml(again->feeds, u"fuzz"_s) == written, u"another list"_s);
    return 0;
}
