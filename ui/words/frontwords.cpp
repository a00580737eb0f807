#include "words/frontwords.h"

#include "articles/headlinewords.h"
#include "tasks/limits.h"

#include <QCoreApplication>

#include <utility>

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("frontwords", text);
}

page::FrontItem item(const Headline &headline, const QDateTime &now, const QLocale &locale)
{
    return {.address = page::storyAddress(qint64(headline.id)),
            .title = headlines::title(headline),
            .outlet = headline.site,
            .date = headlines::date(headline.published, now, locale),
            .standfirst = headlines::excerpt(headline),
            .picture = {.name = headline.thumbnail},
            .progress = headlines::progress(headline, locale),
            .share = headline.progress,
            .read = headline.read};
}

page::FrontSection begun(const QList<Headline> &stories, const QDateTime &now,
                         const QLocale &locale)
{
    page::FrontSection section{.title = tr("Continue reading")};
    for (const auto &story : stories)
        section.items.append(item(story, now, locale));
    return section;
}

QString unread(int stories, const QLocale &locale)
{
    return stories == 1 ? tr("One unread story")
                        : tr("%1 unread stories").arg(locale.toString(stories));
}

page::FrontItem lead(const tasks::FrontPage &front, const QDateTime &now, const QLocale &locale)
{
    auto lead = item(front.edition.lead->headline, now, locale);
    // Where there is no standfirst, the excerpt says what the opening does.
    lead.standfirst = front.standfirst;
    lead.opening = front.opening;
    lead.picture.caption = front.caption;
    lead.picture.credit = front.credit;
    return lead;
}

void fill(page::FrontPage &page, const tasks::Edition &edition, const QDateTime &now,
          const QLocale &locale)
{
    for (const auto &story : edition.seconds)
        page.large.append(item(story.headline, now, locale));
    for (const auto &section : edition.sections) {
        // What stands under no name needs one only where others have theirs.
        const auto title
            = section.title.isEmpty() && edition.sections.size() > 1 ? tr("Also") : section.title;
        page::FrontSection shown{.title = title};
        for (const auto &story : section.stories)
            shown.items.append(item(story.headline, now, locale));
        page.sections.append(shown);
    }
}

// What can be done where nothing is unread: what is not there cannot be fetched or listed.
void sayEmpty(page::FrontPage &page, const tasks::FrontPage &front)
{
    page.emptyTitle = front.stories > 0 ? tr("You have read everything") : tr("No stories yet");
    page.emptyText = front.feeds > 0
        ? tr("What comes next appears here. F5 fetches your feeds now.")
        : tr("Subscribe to a feed, and its news appears here.");
    if (front.feeds > 0)
        page.deeds.append({page::frontAddress("refresh"_L1), tr("Fetch all feeds")});
    page.deeds.append({page::frontAddress("subscribe"_L1), tr("Subscribe to a feed")});
    if (front.stories > 0)
        page.deeds.append({page::frontAddress("all"_L1), tr("All stories")});
}

} // namespace

page::FrontPage frontwords::page(const tasks::FrontPage &front, const QDateTime &now,
                                 const QLocale &locale)
{
    page::FrontPage page{.name = tr("Broadsheet"),
                         .date = locale.toString(now.date(), QLocale::LongFormat),
                         .note = front.unread > 0 ? unread(front.unread, locale) : QString(),
                         .begun = begun(front.begun, now, locale)};
    if (front.edition.lead) {
        page.large.append(lead(front, now, locale));
        fill(page, front.edition, now, locale);
        page.deeds = {{page::frontAddress("read"_L1), tr("Mark all of this page as read")},
                      {page::frontAddress("all"_L1), tr("All stories")}};
        return page;
    }
    sayEmpty(page, front);
    return page;
}

page::FrontPage frontwords::nothingChosen(const QList<Headline> &stories, bool listsAny,
                                          const QDateTime &now, const QLocale &locale)
{
    return {.emptyTitle = listsAny ? tr("No story chosen") : QString(),
            .emptyText = listsAny ? tr("Choose one from the list, or press J.") : QString(),
            .begun = begun(stories, now, locale)};
}

QString frontwords::markedRead(int stories, const QLocale &locale)
{
    return stories == 1 ? tr("One story marked as read")
                        : tr("%1 stories marked as read").arg(locale.toString(stories));
}

QString frontwords::newStories(int stories, const QLocale &locale)
{
    if (stories >= tasks::limits::frontFresh)
        return tr("More than %1 new stories").arg(locale.toString(tasks::limits::frontFresh - 1));
    return stories == 1 ? tr("One new story") : tr("%1 new stories").arg(locale.toString(stories));
}
