#include "extraction/publicationdate.h"

#include "extraction/datemetas.h"

using namespace Qt::StringLiterals;

namespace extraction {

namespace {

using Order = text::DayOrder;

// 03/04/2025 is in March where the page says that it is American, and on English pages that belong
// to no other country by their address.
Order orderOf(const PageHead &head, const QUrl &address)
{
    auto language = head.language.isEmpty() ? head.meta({"og:locale"_L1}) : head.language;
    const auto bare = !language.contains(u'-') && !language.contains(u'_');
    if (bare && language.startsWith("en"_L1) && head.metas.contains(u"og:locale"_s))
        language = head.meta({"og:locale"_L1});
    language.replace(u'_', u'-');
    if (language.compare("en-US"_L1, Qt::CaseInsensitive) == 0)
        return Order::MonthFirst;
    const auto ending = address.host().section(u'.', -1);
    const auto elsewhere = ending.size() == 2 && ending != "us"_L1;
    return language.compare("en"_L1, Qt::CaseInsensitive) == 0 && !elsewhere ? Order::MonthFirst
                                                                             : Order::DayFirst;
}

// "The Goats Are Back | Gazette | 23.05.2011"
Timestamp inTitle(const PageHead &head, Order order)
{
    const auto bar = head.title.lastIndexOf(u'|');
    const auto last = head.title.mid(bar + 1).trimmed();
    return bar > 0 && text::isDateLine(last) ? dateIn(last, order) : Timestamp();
}

Timestamp firstValid(std::initializer_list<Timestamp> dates)
{
    for (const auto &date : dates) {
        if (date.isValid())
            return date;
    }
    return {};
}

Timestamp earlierOf(const Timestamp &date, const Timestamp &other)
{
    return other.isValid() && other.date < date.date ? other : date;
}

// 09.10.2024 and 2024-09-10 are one day, written in two orders.
bool isSwapped(const QDate &date, const QDate &other)
{
    return date.year() == other.year() && date.month() == other.day()
        && date.day() == other.month();
}

// What readers see corrects what machines are told: the day as written, and the first publication
// where a later change gave the story a new stamp.
Timestamp corrected(const Timestamp &stated, const Timestamp &shown, const Timestamp &inPath)
{
    if (inPath.isValid() && isSameMoment(stated, inPath.date))
        return inPath;
    if (!shown.isValid() || isSwapped(stated.date, shown.date))
        return stated;
    return isSameMoment(stated, shown.date) ? shown : earlierOf(stated, shown);
}

// A story that came out anew shows its new day without calling it a change's. The day after is that
// of another time zone; what comes after the last change is the day of something else.
bool isAnew(const Timestamp &shown, const PublicationDates &dates)
{
    return shown.isValid() && dates.published.date.daysTo(shown.date) > 1
        && !isSwapped(shown.date, dates.published.date)
        && (!dates.modified.isValid() || shown.date <= dates.modified.date.addDays(1));
}

} // namespace

PublicationDates publicationDates(const DatedPage &page)
{
    const auto &head = page.head;
    const auto order = orderOf(head, page.address);
    PublicationDates dates{.published = dateIn(page.data.published, order),
                           .modified = dateIn(page.data.modified, order)};
    if (!dates.published.isValid())
        dates.published = publishedInMetas(head, order);
    if (!dates.modified.isValid())
        dates.modified = modifiedInMetas(head, order);
    const auto inPath = text::dateInPath(page.address.path());
    DateSearch search(page.tree, page.top, order);
    if (!dates.published.isValid()) {
        dates.published = dayInMetas(head, order);
        if (dates.published.isValid())
            dates.published = firstValid({search.underHeading(), search.aboveHeading(),
                                          search.saidPublished(), dates.published});
    }
    // Some systems state the last change as the publication, too.
    if (dates.published.isValid() && dates.published == dates.modified && dates.published.time)
        dates.published = earlierOf(dates.published, search.saidPublished());
    if (dates.published.isValid()) {
        dates.published = corrected(dates.published, search.underHeading(), inPath);
        const auto marked = isStory(page.kind) ? search.markedAtHeading() : Timestamp();
        if (isAnew(marked, dates))
            dates.published = marked;
        return dates;
    }
    const auto visible = search.run();
    // The day of the last change is better than none.
    dates.published
        = firstValid({visible.published, inTitle(head, order), inPath, visible.modified});
    if (!dates.modified.isValid())
        dates.modified = visible.modified;
    return dates;
}

} // namespace extraction
