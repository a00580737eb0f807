#include "feeds/feeds.h"
#include "feeds/jsonoutput.h"
#include "feeds/story.h"
#include "fuzz/target.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace {

void requireWeb(const QUrl &url)
{
    const auto scheme = url.scheme();
    fuzz::require(url.isEmpty() || scheme == "http"_L1 || scheme == "https"_L1,
                  u"an address of the scheme "_s + scheme);
}

} // namespace

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QUrl url(u"https://gazette.example/feed.xml"_s);
    const auto feed = feeds::parse(fuzz::bytes(data, size), {.url = url});
    if (!feed) {
        fuzz::require(!feed.error().detail.isEmpty(), u"an error that says nothing"_s);
        return 0;
    }
    fuzz::require(!feed->format.isEmpty(), u"a feed of no format"_s);
    requireWeb(feed->site);
    requireWeb(feed->movedTo);
    for (const auto &entry : feed->entries) {
        requireWeb(entry.url);
        requireWeb(QUrl(entry.lead.src));
        for (const auto &enclosure : entry.enclosures)
            requireWeb(enclosure.url);
        const auto story = feeds::story(*feed, entry);
        fuzz::require(story.article.text.size() <= story.html.size(),
                      u"more text than there was HTML"_s);
    }
    QJsonParseError problem;
    QJsonDocument::fromJson(feeds::toJson(*feed), &problem);
    fuzz::require(problem.error == QJsonParseError::NoError, u"JSON that is none"_s);
    return 0;
}
