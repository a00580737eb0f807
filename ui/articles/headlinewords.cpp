#include "articles/headlinewords.h"

#include "model/firstwords.h"
#include "model/smartfolder.h"

#include <QCoreApplication>
#include <QStringList>
#include <QTimeZone>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("headlines", text);
}

QString longFormat(const QLocale &locale)
{
    return locale.dateFormat(QLocale::LongFormat);
}

// A format without one of its parts and what parts it from the rest.
QString without(QString format, QLatin1StringView part)
{
    const auto at = format.indexOf(part);
    if (at < 0)
        return format;
    format.remove(at, part.size());
    while (!format.isEmpty() && !format.front().isLetter() && format.front() != u'\'')
        format.remove(0, 1);
    while (!format.isEmpty() && (format.back().isSpace() || format.back() == u','))
        format.chop(1);
    return format;
}

QString withoutWeekday(const QString &format)
{
    return without(format, "dddd"_L1);
}

// Most languages put the year last. Where words stand around it, or it comes first, it stays.
QString withoutYear(const QLocale &locale)
{
    const auto format = longFormat(locale);
    return format.endsWith("yyyy"_L1) && !format.contains(u'\'') ? without(format, "yyyy"_L1)
                                                                 : format;
}

// "4 Dec 2021" in the locale's own order: its short form with the month written out.
QString dayMonthYear(QDate date, const QLocale &locale)
{
    auto format = withoutWeekday(longFormat(locale));
    format.replace("MMMM"_L1, "MMM"_L1);
    return locale.toString(date, format);
}

// What the library knows of, one beside the other. Where some of it runs from right to left, each
// keeps its own direction and a date the order of its numbers.
QString joined(QStringList parts)
{
    constexpr QChar firstStrongIsolate(0x2068);
    constexpr QChar popIsolate(0x2069);
    parts.removeAll({});
    const auto runsLeft = [](const QString &part) { return part.isRightToLeft(); };
    if (std::ranges::any_of(parts, runsLeft)) {
        for (auto &part : parts)
            part = firstStrongIsolate + part + popIsolate;
    }
    return parts.join(u" · "_s);
}

// The day a story is from, as its date says it.
QDate dayOf(const Timestamp &published, const QDateTime &now)
{
    const auto isZoned = published.time && published.offset;
    return isZoned ? published.sortKey().toTimeZone(now.timeZone()).date() : published.date;
}

// Whether a list that goes by that moment goes by the story's own date.
bool isPublication(const QDateTime &moment, const Timestamp &published, const QDateTime &now)
{
    if (!published.isValid() || moment.toTimeZone(now.timeZone()).date() != dayOf(published, now))
        return false;
    constexpr qint64 minute = 60;
    const auto isAt = [&](const QDateTime &other) { return qAbs(moment.secsTo(other)) < minute; };
    return !published.time || isAt(published.sortKey())
        || isAt(QDateTime(published.date, *published.time, now.timeZone()));
}

// "14:20", "yesterday", "Tue", "4 Dec 2021": inside a sentence.
QString ago(const QDateTime &moment, const QDateTime &now, const QLocale &locale)
{
    const auto local = moment.toTimeZone(now.timeZone());
    const auto days = local.date().daysTo(now.date());
    if (days == 0)
        return locale.toString(local.time(), QLocale::ShortFormat);
    if (days == 1)
        return tr("yesterday");
    return days > 1 && days < 7
        ? locale.standaloneDayName(local.date().dayOfWeek(), QLocale::ShortFormat)
        : dayMonthYear(local.date(), locale);
}

QString deed(headlines::By by)
{
    switch (by) {
    case headlines::By::Bookmark:
        return tr("Bookmarked %1");
    case headlines::By::Opening:
        return tr("Opened %1");
    case headlines::By::Listing:
    case headlines::By::Publication:
        break;
    }
    return tr("Added %1");
}

// The dates of a row, as when() has them.
QStringList dates(const Headline &headline, const QDateTime &now, const QLocale &locale,
                  const headlines::Standing &standing)
{
    const auto &published = headline.published;
    const auto moment = QDateTime::fromMSecsSinceEpoch(standing.moment, Qt::UTC);
    if (standing.by == headlines::By::Publication || standing.moment == 0
        || isPublication(moment, published, now))
        return {headlines::date(published, now, locale)};
    const auto day = dayOf(published, now);
    const auto isOtherDay = published.isValid() && day != moment.toTimeZone(now.timeZone()).date();
    return {isOtherDay ? dayMonthYear(day, locale) : QString(),
            deed(standing.by).arg(ago(moment, now, locale))};
}

} // namespace

QString headlines::date(const Timestamp &published, const QDateTime &now, const QLocale &locale)
{
    if (!published.isValid())
        return {};
    const auto zoned = published.time && published.offset;
    const auto moment = published.sortKey().toTimeZone(now.timeZone());
    const auto day = dayOf(published, now);
    const auto seconds = moment.secsTo(now);
    if (zoned && seconds >= 0 && seconds < 60)
        return tr("Just now");
    const auto daysAgo = day.daysTo(now.date());
    if (daysAgo == 0)
        return published.time
            ? locale.toString(zoned ? moment.time() : *published.time, QLocale::ShortFormat)
            : tr("Today");
    if (daysAgo == 1)
        return tr("Yesterday");
    if (daysAgo > 1 && daysAgo < 7)
        return locale.standaloneDayName(day.dayOfWeek(), QLocale::ShortFormat);
    return dayMonthYear(day, locale);
}

QString headlines::day(QDate day, QDate today, const QLocale &locale)
{
    const auto daysAgo = day.daysTo(today);
    if (daysAgo == 0)
        return tr("Today");
    if (daysAgo == 1)
        return tr("Yesterday");
    const auto format
        = day.year() == today.year() ? withoutYear(locale) : withoutWeekday(longFormat(locale));
    return locale.toString(day, format);
}

QString headlines::title(const Headline &headline)
{
    if (!headline.title.isEmpty())
        return headline.title;
    const auto words = firstWordsOf(headline.excerpt);
    return words.isEmpty() ? tr("Story without words") : words;
}

QString headlines::excerpt(const Headline &headline)
{
    const auto said = headline.title.isEmpty() && title(headline) == headline.excerpt.simplified();
    return said ? QString() : headline.excerpt;
}

QString headlines::names(const Headline &headline)
{
    return joined({headline.site, headline.byline});
}

QString headlines::credits(const Headline &headline, const QDateTime &now, const QLocale &locale,
                           const Standing &standing)
{
    return joined(QStringList{headline.site, headline.byline}
                  + dates(headline, now, locale, standing)
                  + QStringList{progress(headline, locale)});
}

QString headlines::progress(const Headline &headline, const QLocale &locale)
{
    // Begun is begun, and what is not finished has something left.
    const auto percent = std::clamp(qRound(headline.progress * 100), 1, 99);
    return headline.progress > 0 ? tr("%1 %").arg(locale.toString(percent)) : QString();
}

QString headlines::when(const Headline &headline, const QDateTime &now, const QLocale &locale,
                        const Standing &standing)
{
    return joined(dates(headline, now, locale, standing) + QStringList{progress(headline, locale)});
}

QString headlines::spoken(const Headline &headline, const QDateTime &now, const QLocale &locale,
                          const Standing &standing)
{
    QStringList parts;
    if (!headline.read)
        parts << tr("Unread");
    if (headline.bookmarked())
        parts << tr("Bookmarked");
    parts << title(headline) << headline.site << headline.byline;
    parts << dates(headline, now, locale, standing);
    if (headline.progress > 0)
        parts << tr("%1 read").arg(progress(headline, locale));
    parts << excerpt(headline);
    parts.removeAll({});
    return parts.join(u". "_s);
}

headlines::Emptiness headlines::emptiness(const StoryQuery &query)
{
    if (!query.words.isEmpty())
        return {tr("No story with “%1”").arg(query.words), tr("Try fewer or other words.")};
    if (query.filter == SmartFolder::usualSearch(SmartFolder::BuiltIn::Today))
        return {tr("Nothing new today"), tr("What comes today appears here.")};
    if (!query.filter.isEmpty())
        return {tr("Nothing here now"),
                tr("Stories that fit “%1” appear here as they come.").arg(query.filter)};
    switch (query.scope) {
    case StoryQuery::Scope::Unread:
        return {tr("All read"), tr("New stories from your feeds and watched folders appear here.")};
    case StoryQuery::Scope::Bookmarks:
        return {tr("No bookmarks yet"),
                tr("Press B while reading a story to keep it here for good.")};
    case StoryQuery::Scope::RecentlyOpened:
        return {tr("Nothing opened yet"),
                tr("The stories you read appear here, the latest first.")};
    case StoryQuery::Scope::Started:
        return {tr("Nothing to go on with"),
                tr("Stories you stop reading half way appear here, the latest first.")};
    case StoryQuery::Scope::Feed:
        return {tr("No stories yet"),
                tr("What the feed publishes appears here. F5 fetches all feeds.")};
    case StoryQuery::Scope::FeedFolder:
        return {
            tr("No stories in this folder"),
            tr("What the feeds in it publish appears here. Drag feeds onto it in the sidebar.")};
    case StoryQuery::Scope::Folder:
        return {tr("No stories in this folder"), tr("Save a page there and it appears here.")};
    case StoryQuery::Scope::All:
        break;
    }
    return {tr("No stories yet"),
            tr("Subscribe to a feed with Ctrl+N, or open a saved file with Ctrl+O.")};
}
