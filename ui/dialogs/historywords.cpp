#include "dialogs/historywords.h"

#include "dialogs/undowords.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text, int count = -1)
{
    return QCoreApplication::translate("historywords", text, nullptr, count);
}

QString actor(const HistoryEntry &entry)
{
    switch (entry.by) {
    case Actor::You:
        return tr("You");
    case Actor::Feed:
        return tr("Update of the feed");
    case Actor::Import:
        return tr("Import");
    case Actor::Folder:
        return tr("Watched folder “%1”").arg(QFileInfo(entry.actor).fileName());
    case Actor::Program:
        return tr("Broadsheet");
    case Actor::Unknown:
        break;
    }
    return {};
}

QString news(const HistoryEntry &entry)
{
    QStringList parts;
    if (entry.stories > 0)
        parts << (entry.stories == 1 ? tr("1 new story")
                                     : tr("%n new stories", int(entry.stories)));
    if (entry.texts > 0)
        parts << (entry.texts == 1 ? tr("1 story changed")
                                   : tr("%n stories changed", int(entry.texts)));
    return parts.join(u", "_s);
}

QString done(const HistoryEntry &entry)
{
    if (entry.deed == Deed::Updated)
        return news(entry);
    const auto stories = int(entry.stories > 0 ? entry.stories : entry.texts);
    auto words = undowords::done(entry.deed, stories, entry.feeds);
    if (entry.deed == Deed::Added && entry.texts > 0)
        words += tr(", %n with another text", int(entry.texts));
    return words;
}

} // namespace

QString historywords::subject(const HistoryEntry &entry)
{
    if (entry.deed == Deed::Updated)
        return entry.actor.isEmpty() ? tr("A feed that is gone") : entry.actor;
    if (entry.deed == Deed::Watched || entry.deed == Deed::Unwatched)
        return QFileInfo(entry.actor).fileName();
    const auto all = entry.feeds > 0 ? entry.feeds : entry.stories + entry.texts;
    const auto more = all - entry.titles.size();
    if (!entry.titles.isEmpty()) {
        const auto titles = entry.titles.join(u", "_s);
        if (titles.trimmed().isEmpty())
            return tr("Story without a headline");
        return more > 0 && entry.story == ArticleId::None && entry.titles.size() > 1
            ? tr("%1 and %n more", int(more)).arg(titles)
            : titles;
    }
    if (entry.deed == Deed::Tidied)
        return tr("What feeds no longer keep");
    if (entry.stories + entry.texts == 1)
        return tr("A story that the library has no longer");
    if (entry.stories + entry.texts > 0)
        return tr("%n stories that the library has no longer", int(entry.stories + entry.texts));
    return entry.feeds > 1 ? tr("%n feeds and folders", entry.feeds) : tr("A feed or folder");
}

QString historywords::detail(const HistoryEntry &entry)
{
    QStringList parts{done(entry), actor(entry)};
    if (entry.state == HistoryEntry::State::Undone)
        parts << tr("taken back");
    parts.removeAll({});
    return parts.join(u" · "_s);
}

QString historywords::title(const HistoryStory &story)
{
    return story.title.isEmpty() ? tr("A story that the library has no longer") : story.title;
}

QString historywords::detail(const HistoryEntry &entry, const HistoryStory &story)
{
    if (story.title.isEmpty())
        return {};
    if (!story.present)
        return tr("Not in the library");
    if (story.retold)
        return tr("Has another text");
    return entry.deed == Deed::Removed ? tr("Back in the library") : QString();
}

QString historywords::day(QDate day, QDate today, const QLocale &locale)
{
    if (day == today)
        return tr("Today");
    return day.addDays(1) == today ? tr("Yesterday") : locale.toString(day, QLocale::LongFormat);
}

QString historywords::spoken(const HistoryEntry &entry, const QLocale &locale)
{
    const auto time = entry.time.toLocalTime();
    return QStringList{subject(entry), detail(entry),
                       day(time.date(), QDate::currentDate(), locale),
                       locale.toString(time.time(), QLocale::ShortFormat)}
        .join(u". "_s);
}

QString historywords::icon(Deed deed)
{
    switch (deed) {
    case Deed::Read:
    case Deed::Opened:
        return u"read"_s;
    case Deed::Unread:
        return u"unread"_s;
    case Deed::Bookmarked:
        return u"bookmarked"_s;
    case Deed::Unbookmarked:
        return u"bookmark"_s;
    case Deed::Removed:
    case Deed::Tidied:
        return u"remove"_s;
    case Deed::Added:
    case Deed::BroughtBack:
        return u"add"_s;
    case Deed::Watched:
    case Deed::Unwatched:
        return u"folder"_s;
    case Deed::CopyOpened:
    case Deed::TextChosen:
        return u"page"_s;
    case Deed::TextCompleted:
        return u"download"_s;
    case Deed::Updated:
        return u"refresh"_s;
    case Deed::FeedFolderAdded:
    case Deed::FeedFolderRenamed:
    case Deed::FeedFolderRemoved:
        return u"folder"_s;
    case Deed::SmartFolderAdded:
    case Deed::SmartFolderRenamed:
    case Deed::SmartFolderSetUp:
    case Deed::SmartFolderMoved:
    case Deed::SmartFolderRemoved:
    case Deed::SmartFoldersRestored:
        return u"search"_s;
    default:
        return u"feed"_s;
    }
}

QString historywords::kind(HistoryKind kind)
{
    switch (kind) {
    case HistoryKind::All:
        return tr("Everything");
    case HistoryKind::Reading:
        return tr("Reading");
    case HistoryKind::Bookmarks:
        return tr("Bookmarks");
    case HistoryKind::Removed:
        return tr("Removed");
    case HistoryKind::Added:
        return tr("Added");
    case HistoryKind::Texts:
        return tr("Texts");
    case HistoryKind::Feeds:
        return tr("Feeds and folders");
    case HistoryKind::Updates:
        return tr("Updates");
    }
    return {};
}

QString historywords::restore(const HistoryEntry &entry, bool retold)
{
    if (entry.state == HistoryEntry::State::Undone)
        return tr("Do it a&gain");
    if (retold)
        return tr("&Previous text");
    switch (entry.deed) {
    case Deed::Removed:
        return tr("&Bring back");
    case Deed::Read:
    case Deed::Opened:
        return tr("Mark &unread again");
    case Deed::Unread:
        return tr("Mark as &read again");
    case Deed::Bookmarked:
        return tr("Remove &bookmark");
    case Deed::Unbookmarked:
        return tr("&Bookmark again");
    case Deed::Added:
    case Deed::Updated:
    case Deed::BroughtBack:
        return tr("Remo&ve");
    case Deed::CopyOpened:
    case Deed::TextCompleted:
    case Deed::TextChosen:
        return tr("&Previous text");
    case Deed::Subscribed:
        return tr("&Unsubscribe");
    case Deed::Unsubscribed:
        return tr("&Subscribe again");
    case Deed::Watched:
        return tr("&Stop watching");
    case Deed::Unwatched:
        return tr("&Watch again");
    case Deed::FeedFolderRemoved:
    case Deed::SmartFolderRemoved:
        return tr("&Bring back");
    case Deed::FeedFolderAdded:
    case Deed::SmartFolderAdded:
        return tr("Remo&ve");
    default:
        return tr("&Put back as it was");
    }
}

QString historywords::restored(const Restored &restored)
{
    switch (restored.outcome) {
    case Restored::Outcome::Done:
        return restored.again ? undowords::redone(restored.undone)
                              : undowords::undone(restored.undone);
    case Restored::Outcome::AlreadySo:
        return tr("There is nothing to take back: it is so already.");
    case Restored::Outcome::StoryForgotten:
        return tr(
            "The library has this story no longer: its feed keeps stories only for some days. "
            "Subscribe to the feed or open the file to have it again.");
    case Restored::Outcome::TextForgotten:
        return tr("That text is kept no longer. Story → Versions lists those that are.");
    case Restored::Outcome::AddressTaken:
        return tr(
            "Another feed is subscribed to at this address. Unsubscribe from that one first.");
    case Restored::Outcome::Impossible:
        break;
    }
    return tr("This cannot be taken back as a whole. Open the row to see its stories.");
}

historywords::Emptiness historywords::emptiness(const HistoryQuery &query)
{
    if (!query.words.trimmed().isEmpty())
        return {tr("Nothing found"),
                tr("Words are looked for in headlines and in the names of feeds, outlets and "
                   "folders.")};
    switch (query.kind) {
    case HistoryKind::Removed:
        return {tr("Nothing was removed"), tr("Stories that you remove can be brought back here.")};
    case HistoryKind::Bookmarks:
        return {tr("No bookmarks yet"), tr("B bookmarks a story.")};
    case HistoryKind::Texts:
        return {tr("No story has changed"),
                tr("When a story gets another text, the one before it can be brought back here.")};
    case HistoryKind::Feeds:
        return {tr("Nothing was changed of feeds"), tr("Ctrl+N subscribes to one.")};
    case HistoryKind::Updates:
        return {tr("No feed has told anything yet"), tr("F5 fetches them.")};
    default:
        return {tr("Nothing has happened yet"),
                tr("What you read, add and change is listed here, and can be taken back.")};
    }
}
