// The end tags of a feed: what the text of its elements says of the feed itself.

#include "feeds/feedbuilder.h"
#include "feeds/limits.h"
#include "feeds/values.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace feeds {

namespace {

int minutesOfPeriod(const QString &period)
{
    constexpr int hour = 60;
    constexpr int day = 24 * hour;
    if (period == "hourly"_L1)
        return hour;
    if (period == "daily"_L1)
        return day;
    if (period == "weekly"_L1)
        return 7 * day;
    if (period == "monthly"_L1)
        return 30 * day;
    return period == "yearly"_L1 ? 365 * day : 0;
}

} // namespace

void FeedBuilder::endFeedValue(const QString &raw)
{
    const auto [space, word] = top().term;
    const auto isPlain = space == Space::Core || space == Space::Atom;
    const auto trimmed = raw.trimmed();
    if (trimmed.isEmpty())
        return;
    switch (word) {
    case Word::Title:
        m_feed.title.offer(toPlain(raw, m_kind), isPlain ? 5 : space == Space::DublinCore ? 3 : 1);
        break;
    case Word::Description:
    case Word::Tagline:
    case Word::Subtitle:
    case Word::Abstract:
    case Word::Summary:
        m_feed.description.offer(toHtml(raw, m_kind),
                                 isPlain                          ? 5
                                     : space == Space::DublinCore ? 4
                                     : word == Word::Subtitle     ? 1
                                                                  : 2);
        m_feed.descriptionBase = context().base;
        break;
    case Word::Info:
        m_feed.description.offer(toHtml(raw, m_kind), 1);
        break;
    case Word::Link:
        if (isPlain)
            takeOwnLink(trimmed);
        break;
    case Word::Language:
        if (const auto language = languageOf(trimmed); !language.isEmpty())
            m_feed.feed.language = language;
        break;
    case Word::Creator:
        addAuthor(m_feed.authors, person(toPlain(raw, TextKind::Guessed)));
        break;
    case Word::ManagingEditor:
        addAuthor(m_feed.lesserAuthors, person(toPlain(raw, TextKind::Guessed)));
        break;
    case Word::Ttl:
        m_feed.feed.ttlMinutes = std::clamp(trimmed.toInt(), 0, limits::longestMinutes);
        break;
    case Word::UpdatePeriod:
        m_feed.updatePeriodMinutes = minutesOfPeriod(trimmed.toLower());
        break;
    case Word::UpdateFrequency:
        m_feed.updateFrequency = std::clamp(trimmed.toInt(), 1, limits::longestMinutes);
        break;
    case Word::NewFeedUrl:
        m_feed.feed.movedTo = address(trimmed, context().base);
        break;
    case Word::Icon:
        m_feed.feed.icon = address(trimmed, context().base);
        break;
    case Word::Logo:
        m_feed.image.offer(address(trimmed, context().base), 4);
        break;
    case Word::Image:
        m_feed.image.offer(address(trimmed, context().base), 2);
        break;
    default:
        endDate(raw);
        break;
    }
}

} // namespace feeds
