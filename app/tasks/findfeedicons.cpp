#include "tasks/findfeedicons.h"

#include "base/background.h"
#include "tasks/limits.h"
#include "tasks/siteicon.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace {

namespace limits = tasks::limits;

// Where a feed names no site, it stands on one.
QUrl siteOf(const FindFeedIcons::Wanted &wanted)
{
    return wanted.site.scheme().startsWith("http"_L1) ? wanted.site
                                                      : wanted.url.resolved(QUrl(u"/"_s));
}

} // namespace

// Places that are tried one after another.
struct FindFeedIcons::Search
{
    Wanted wanted;
    QList<QUrl> places = {};
    quint64 round = 0;
    bool knowsPage = false; // What the site's page says is among the places.
};

FindFeedIcons::FindFeedIcons(SharedLibrary &library, network::Fetcher &fetcher, QObject *parent)
    : QObject(parent)
    , m_library(library)
    , m_fetcher(fetcher)
{
}

void FindFeedIcons::find(const Wanted &wanted)
{
    if (m_known.contains(wanted.feed))
        return;
    m_known.insert(wanted.feed);
    m_waiting.append(wanted);
}

void FindFeedIcons::cancel()
{
    for (const auto &wanted : std::exchange(m_waiting, {}))
        m_known.remove(wanted.feed);
    m_fetcher.cancel(this);
    m_underWay = 0;
    ++m_round;
}

void FindFeedIcons::goOn()
{
    while (!m_waiting.isEmpty() && m_underWay < limits::iconsAtOnce) {
        ++m_underWay;
        Search search{.wanted = m_waiting.takeFirst(), .round = m_round};
        if (!search.wanted.named.isEmpty())
            search.places.append(search.wanted.named);
        tryNext(search);
    }
}

void FindFeedIcons::tryNext(Search search)
{
    if (search.round != m_round)
        return;
    if (search.places.isEmpty()) {
        search.knowsPage ? end(search) : readPage(std::move(search));
        return;
    }
    const network::Request request{.url = search.places.takeFirst(),
                                   .kind = network::Kind::Picture};
    m_fetcher.fetch(request, this, [this, search](const network::Outcome &outcome) {
        if (outcome.answer)
            check(search, outcome.answer->body);
        else
            tryNext(search);
    });
}

void FindFeedIcons::readPage(Search search)
{
    search.knowsPage = true;
    const auto site = siteOf(search.wanted);
    if (site.isLocalFile()) {
        end(search);
        return;
    }
    m_fetcher.fetch(
        {.url = site, .kind = network::Kind::Page}, this,
        [this, search, site](const network::Outcome &outcome) {
            const auto answer = outcome.answer ? *outcome.answer : network::Answer();
            const auto url = answer.url.isEmpty() ? site : answer.url;
            inBackground([page = answer.body, url] { return tasks::siteIconPlaces(page, url); },
                         this,
                         [this, search](const QList<QUrl> &places) { tryPlaces(search, places); });
        });
}

void FindFeedIcons::tryPlaces(Search search, const QList<QUrl> &places)
{
    search.places = places;
    if (!search.wanted.image.isEmpty())
        search.places.append(search.wanted.image);
    tryNext(std::move(search));
}

void FindFeedIcons::check(const Search &search, const QByteArray &bytes)
{
    inBackground([bytes] { return tasks::iconFrom(bytes); }, this,
                 [this, search](const std::optional<Picture> &icon) {
                     if (!icon) {
                         tryNext(search);
                         return;
                     }
                     m_library.write([feed = search.wanted.feed, icon = *icon](Library &library) {
                         return library.feeds().setIcon(feed, icon);
                     });
                     end(search);
                 });
}

void FindFeedIcons::end(const Search &search)
{
    if (search.round != m_round)
        return;
    --m_underWay;
    goOn();
}
