#include "subscriptions/feedoffers.h"

#include "articles/headlinewords.h"
#include "html/sanitise.h"
#include "model/firstwords.h"

#include <QCoreApplication>

#include <algorithm>

namespace {

constexpr qsizetype headlinesShown = 20;
constexpr qsizetype lettersLookedAt = 4'000; // For the first words of an entry without a headline.

QString tr(const char *text)
{
    return QCoreApplication::translate("feedoffers", text);
}

QString titleOf(const FeedEntry &entry)
{
    if (!entry.title.isEmpty())
        return entry.title;
    const auto &words = entry.content.isEmpty() ? entry.summary : entry.content;
    const auto body = html::sanitise(words.left(lettersLookedAt), {.base = entry.base});
    const auto text = firstWordsOf(html::plainText(body));
    return text.isEmpty() ? tr("Story without words") : text;
}

QString detailsOf(const QList<FeedEntry> &newestFirst, const QDateTime &now, const QLocale &locale)
{
    if (newestFirst.isEmpty())
        return tr("No stories at present");
    const auto count = newestFirst.size() == 1
        ? tr("One story")
        : tr("%1 stories").arg(locale.toString(newestFirst.size()));
    const auto newest = headlines::date(newestFirst.first().published, now, locale);
    return newest.isEmpty() ? count : tr("%1 · newest: %2").arg(count, newest);
}

} // namespace

FeedOffer feedOffer(const FoundFeed &found, const QDateTime &now, const QLocale &locale)
{
    auto entries = found.feed.entries;
    // Feeds without dates stay in the order they tell.
    std::ranges::stable_sort(entries, std::ranges::greater(),
                             [](const auto &entry) { return entry.published.sortKey(); });
    FeedOffer offer{.url = found.url,
                    .site = found.feed.site,
                    .title = found.feed.title.isEmpty() ? found.url.host() : found.feed.title,
                    .details = detailsOf(entries, now, locale)};
    for (const auto &entry : entries.first(std::min(entries.size(), headlinesShown)))
        offer.newest << FeedOffer::Story{.title = titleOf(entry),
                                         .date = headlines::date(entry.published, now, locale)};
    return offer;
}
