#include "feeds/addresses.h"
#include "feeds/discovery.h"
#include "feeds/limits.h"
#include "fuzz/target.h"

using namespace Qt::StringLiterals;
using feeds::Candidate;

namespace {

void requireWeb(const QList<Candidate> &places)
{
    for (const auto &place : places) {
        fuzz::require(place.url.isValid() && !place.url.host().isEmpty(), u"no address"_s);
        const auto scheme = place.url.scheme();
        fuzz::require(scheme == "http"_L1 || scheme == "https"_L1,
                      u"an address of the scheme "_s + scheme);
    }
}

} // namespace

// The first line is what somebody typed, the rest is the page that stands there.
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const auto bytes = fuzz::bytes(data, size);
    const auto lineEnd = bytes.indexOf('\n');
    const auto typed = QString::fromUtf8(lineEnd < 0 ? bytes : bytes.first(lineEnd));
    const auto page = lineEnd < 0 ? QByteArray() : bytes.sliced(lineEnd + 1);

    const auto url = feeds::addressFrom(typed);
    if (!url.isEmpty()) {
        const auto again = feeds::addressOfWord(url.toString(QUrl::FullyEncoded));
        fuzz::require(again == url, u"an address that does not survive: "_s + typed);
        requireWeb(feeds::knownPlaces(url));
        const auto guesses = feeds::commonPlaces(url);
        fuzz::require(guesses.size() <= feeds::limits::guesses, u"too many guesses"_s);
        requireWeb(guesses);
    }
    const auto base = url.isEmpty() ? QUrl(u"https://coast.example/blog/"_s) : url;
    requireWeb(feeds::namedFeeds(page, "text/html", base));
    return 0;
}
