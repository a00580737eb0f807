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

// What readers see corrects what machines are told: the day as written, and the first publication
// where a later change gave the story a new stamp.
Timestamp corrected(const Timestamp &stated, const Timestamp &shown, const Timestamp &inPath)
{
    if (inPath.isValid() && isSameMoment(stated, inPath.date))
        return inPath;
    if (!shown.isValid())
        return stated;
    return isSameMoment(stated, shown.date) ? shown : earlierOf(stated, shown);
}

} // namespace

PublicationDates publicationDates(const PageTree &tree, const PageHead &head,
                                  const StructuredData &data, const TopOfStory &top,
                                  const QUrl &address)
{
    const auto order = orderOf(head, address);
    PublicationDates dates{.published = dateIn(data.published, order),
                           .modified = dateIn(data.modified, order)};
    if (!dates.published.isValid())
        dates.published = publishedInMetas(head, order);
    if (!dates.modified.isValid())
        dates.modified = modifiedInMetas(head, order);
    const auto inPath = text::dateInPath(address.path());
    DateSearch search(tree, top, order);
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
