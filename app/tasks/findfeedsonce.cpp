#include "tasks/findfeedsonce.h"

#include "base/background.h"
#include "feeds/addresses.h"
#include "feeds/feeds.h"
#include "network/addresses.h"
#include "tasks/limits.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;
using feeds::Candidate;
namespace limits = tasks::limits;

namespace {

// A server that may answer when it is asked the other way: https in place of http or the reverse.
bool isNoConnection(Error::Kind kind)
{
    return kind == Error::Kind::Unreachable || kind == Error::Kind::TimedOut;
}

// Asking for anything else would fail in the same way.
bool isHopeless(Error::Kind kind)
{
    return isNoConnection(kind) || kind == Error::Kind::HostNotFound || kind == Error::Kind::Offline
        || kind == Error::Kind::Insecure || kind == Error::Kind::NeedsPassword;
}

// Whether two readings are one feed under two addresses. That both say they stand at a third is not
// enough: feeds of a site's sections often name its main one.
bool areOneFeed(const ParsedFeed &one, const ParsedFeed &other)
{
    const auto firstOf = [](const ParsedFeed &feed) {
        return feed.entries.isEmpty() ? FeedEntry() : feed.entries.first();
    };
    return !one.self.isEmpty() && one.self == other.self && one.title == other.title
        && one.entries.size() == other.entries.size() && firstOf(one).guid == firstOf(other).guid;
}

} // namespace

FindFeedsOnce::FindFeedsOnce(network::Fetcher &fetcher, QObject *parent)
    : QObject(parent)
    , m_fetcher(fetcher)
{
}

void FindFeedsOnce::start(const QString &typed, const network::Credentials &credentials)
{
    m_typed = typed.trimmed();
    m_credentials = credentials;
    m_url = feeds::addressFrom(typed);
    if (m_url.isEmpty()) {
        m_error = Error{Error::Kind::Malformed, u"no address"_s, m_typed};
        // Signals come after find() has returned, as they do for addresses.
        QMetaObject::invokeMethod(this, &FindFeedsOnce::finish, Qt::QueuedConnection);
        return;
    }
    askPage(m_url);
}

void FindFeedsOnce::stop()
{
    m_isStopped = true;
    m_fetcher.cancel(this);
}

FindFeedsOnce::Reading FindFeedsOnce::understood(const QUrl &asked, const network::Answer &answer)
{
    Reading reading{.asked = asked, .from = answer.url, .movedTo = answer.movedTo};
    reading.feed
        = feeds::parse(answer.body, {.url = answer.url, .contentType = answer.contentType});
    if (!reading.feed)
        reading.named = feeds::namedFeeds(answer.body, answer.contentType, answer.url);
    return reading;
}

void FindFeedsOnce::ask(const QUrl &url, const Done &done)
{
    m_asked.insert(feeds::addressKey(url));
    network::Request request{.url = url, .kind = network::Kind::Feed};
    if (network::sameOwner(m_url, url))
        request.credentials = m_credentials;
    m_fetcher.fetch(request, this, [this, url, done](const network::Outcome &outcome) {
        if (m_isStopped)
            return;
        if (!outcome.answer)
            return done({.asked = url, .failure = outcome.answer.error()});
        inBackground([url, answer = *outcome.answer] { return understood(url, answer); }, this,
                     [this, done](const Reading &reading) {
                         if (!m_isStopped)
                             done(reading);
                     });
    });
}

void FindFeedsOnce::askPage(const QUrl &url)
{
    ask(url, [this](const Reading &page) { pageRead(page); });
}

void FindFeedsOnce::pageRead(const Reading &page)
{
    m_page = page.failure ? page.asked : page.from;
    if (page.feed) {
        offer(page);
        return finish();
    }
    if (page.failure) {
        const auto other = otherWay(*page.failure);
        // The first failure is told: it is about the address that was asked for.
        if (!m_error)
            m_error = page.failure;
        if (!other.isEmpty()) {
            m_triedOtherWay = true;
            m_url = other;
            return askPage(other);
        }
        if (isHopeless(page.failure->kind))
            return finish();
    } else {
        m_error = page.feed.error();
        m_error->where = m_page.toString();
    }
    choosePlaces(page);
}

// Empty when there is none, or none that keeps what was asked for secret as far as was asked for.
QUrl FindFeedsOnce::otherWay(const Error &error) const
{
    const auto isSecure = m_url.scheme() == "https"_L1;
    // A server on a port of its own often speaks no TLS; one on the usual port whose certificate
    // does not hold is not asked without.
    const auto speaksNoTls = error.kind == Error::Kind::Insecure && m_url.port() > 0;
    const auto mayAnswer = isNoConnection(error.kind) || speaksNoTls
        || (isSecure && error.kind == Error::Kind::Refused);
    const auto isDemanded = isSecure
        && (m_typed.contains("https"_L1, Qt::CaseInsensitive) || !m_credentials.isEmpty());
    if (m_triedOtherWay || !mayAnswer || isDemanded || !network::isWeb(m_url))
        return {};
    auto other = m_url;
    other.setScheme(isSecure ? u"http"_s : u"https"_s);
    return other;
}

void FindFeedsOnce::choosePlaces(const Reading &page)
{
    addPlaces(feeds::knownPlaces(m_url));
    if (m_page != m_url)
        addPlaces(feeds::knownPlaces(m_page));
    addPlaces(page.named);
    if (m_places.empty())
        return placesRead();
    // Not a range: answers that need no waiting may come while others are asked for.
    for (size_t index = 0; index < m_places.size(); ++index)
        askPlace(index);
}

void FindFeedsOnce::addPlaces(const QList<Candidate> &candidates)
{
    for (auto candidate : candidates) {
        // Who gave a password for the page gave it for its feeds.
        if (network::sameOwner(m_url, candidate.url))
            candidate.url.setUserInfo(m_url.userInfo());
        const auto key = feeds::addressKey(candidate.url);
        const auto isAdded = std::ranges::any_of(m_places, [&](const Place &place) {
            return feeds::addressKey(place.candidate.url) == key;
        });
        if (!isAdded && !m_asked.contains(key) && m_places.size() < limits::feedsTried)
            m_places.push_back({.candidate = candidate});
    }
}

void FindFeedsOnce::askPlace(size_t index)
{
    ask(m_places[index].candidate.url,
        [this, index](const Reading &reading) { placeRead(index, reading); });
}

void FindFeedsOnce::placeRead(size_t index, const Reading &reading)
{
    auto &place = m_places[index];
    // A directory's answer, or a page, where a feed was expected: its first feed is the one meant.
    if (!reading.failure && !reading.feed && !reading.named.isEmpty() && !place.isLed) {
        const auto next = reading.named.first();
        if (!m_asked.contains(feeds::addressKey(next.url))) {
            place.isLed = true;
            place.candidate = next;
            return askPlace(index);
        }
    }
    place.reading = reading;
    offerInOrder();
}

void FindFeedsOnce::offerInOrder()
{
    while (m_offered < m_places.size() && m_places[m_offered].reading) {
        const auto place = m_places[m_offered++];
        if (place.reading->feed)
            offer(*place.reading);
        else
            noteFailure(place.candidate, *place.reading);
        if (m_isStopped)
            return;
    }
    if (m_offered == m_places.size())
        placesRead();
}

void FindFeedsOnce::placesRead()
{
    // A server that has trouble is left alone.
    const auto isRefusing = m_error
        && (m_error->kind == Error::Kind::ServerTrouble
            || m_error->kind == Error::Kind::TooManyRequests);
    if (m_found.isEmpty() && !isRefusing) {
        for (const auto &candidate : feeds::commonPlaces(m_page)) {
            if (!m_asked.contains(feeds::addressKey(candidate.url)))
                m_guesses.append(candidate);
        }
    }
    guess();
}

void FindFeedsOnce::guess()
{
    if (m_guesses.isEmpty())
        return finish();
    ask(m_guesses.takeFirst().url, [this](const Reading &reading) {
        if (reading.feed) {
            offer(reading);
            return finish();
        }
        guess();
    });
}

void FindFeedsOnce::offer(const Reading &reading)
{
    const auto isKnown = std::ranges::any_of(m_found, [&](const Reading &other) {
        return feeds::addressKey(other.from) == feeds::addressKey(reading.from)
            || areOneFeed(*other.feed, *reading.feed);
    });
    if (isKnown)
        return;
    m_found.append(reading);
    auto url = reading.movedTo.isEmpty() ? reading.asked : reading.movedTo;
    if (network::sameOwner(reading.asked, url))
        url.setUserInfo(reading.asked.userInfo());
    emit found({.url = url, .feed = *reading.feed});
}

void FindFeedsOnce::noteFailure(const Candidate &candidate, const Reading &reading)
{
    if (!reading.failure)
        return;
    const auto needsPassword = reading.failure->kind == Error::Kind::NeedsPassword;
    const auto isFirst = m_error && m_error->kind == Error::Kind::NotAFeed && candidate.named;
    // That a page is no feed says less than why the feed it names cannot be had.
    if (needsPassword || isFirst)
        m_error = reading.failure;
}

void FindFeedsOnce::finish()
{
    if (m_isStopped)
        return;
    const auto error = m_error.value_or(Error{Error::Kind::NotAFeed, {}, m_url.toString()});
    emit finished(int(m_found.size()), error);
}
