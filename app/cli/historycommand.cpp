#include "cli/commands.h"
#include "cli/endings.h"
#include "cli/libraryoption.h"
#include "cli/output.h"
#include "library/history.h"
#include "library/library.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;
using cli::fail;
using cli::misused;

namespace {

constexpr int defaultLimit = 50;
constexpr int mostListed = 100'000;
constexpr int idWidth = 6;

struct DeedName
{
    Deed deed;
    QLatin1StringView name; // For programs.
    QLatin1StringView words;
};

constexpr std::array deeds{
    DeedName{Deed::Read, "read"_L1, "marked as read"_L1},
    DeedName{Deed::Unread, "unread"_L1, "marked as unread"_L1},
    DeedName{Deed::Bookmarked, "bookmark"_L1, "bookmarked"_L1},
    DeedName{Deed::Unbookmarked, "unbookmark"_L1, "bookmark removed"_L1},
    DeedName{Deed::Removed, "remove"_L1, "removed"_L1},
    DeedName{Deed::BroughtBack, "bring-back"_L1, "brought back"_L1},
    DeedName{Deed::Added, "add"_L1, "added"_L1},
    DeedName{Deed::Opened, "open"_L1, "opened"_L1},
    DeedName{Deed::Watched, "watch"_L1, "folder watched"_L1},
    DeedName{Deed::Unwatched, "unwatch"_L1, "folder no longer watched"_L1},
    DeedName{Deed::CopyOpened, "copy"_L1, "opened with another text"_L1},
    DeedName{Deed::TextCompleted, "whole-text"_L1, "whole text fetched"_L1},
    DeedName{Deed::TextChosen, "choose-text"_L1, "earlier text chosen"_L1},
    DeedName{Deed::Subscribed, "subscribe"_L1, "subscribed"_L1},
    DeedName{Deed::Unsubscribed, "unsubscribe"_L1, "unsubscribed"_L1},
    DeedName{Deed::FeedRenamed, "rename-feed"_L1, "feed renamed"_L1},
    DeedName{Deed::FeedSetUp, "set-up-feed"_L1, "settings of the feed changed"_L1},
    DeedName{Deed::FeedReaddressed, "readdress-feed"_L1, "address of the feed changed"_L1},
    DeedName{Deed::FeedFolderAdded, "add-folder"_L1, "folder added"_L1},
    DeedName{Deed::FeedFolderRenamed, "rename-folder"_L1, "folder renamed"_L1},
    DeedName{Deed::FeedFolderRemoved, "remove-folder"_L1, "folder removed"_L1},
    DeedName{Deed::FeedsMoved, "move"_L1, "moved"_L1},
    DeedName{Deed::SmartFolderAdded, "add-smart-folder"_L1, "smart folder added"_L1},
    DeedName{Deed::SmartFolderRenamed, "rename-smart-folder"_L1, "smart folder renamed"_L1},
    DeedName{Deed::SmartFolderSetUp, "set-up-smart-folder"_L1, "smart folder changed"_L1},
    DeedName{Deed::SmartFolderMoved, "move-smart-folder"_L1, "smart folder moved"_L1},
    DeedName{Deed::SmartFolderRemoved, "remove-smart-folder"_L1, "smart folder removed"_L1},
    DeedName{Deed::SmartFoldersRestored, "restore-smart-folders"_L1, "smart folders back"_L1},
    DeedName{Deed::Updated, "update"_L1, "updated"_L1},
    DeedName{Deed::Tidied, "tidy"_L1, "tidied away"_L1},
};

constexpr std::array actors{
    std::pair{Actor::You, "you"_L1},         std::pair{Actor::Feed, "feed"_L1},
    std::pair{Actor::Import, "import"_L1},   std::pair{Actor::Folder, "folder"_L1},
    std::pair{Actor::Program, "program"_L1},
};

DeedName nameOf(Deed deed)
{
    const auto found = std::ranges::find(deeds, deed, &DeedName::deed);
    return found == deeds.end() ? DeedName{deed, "other"_L1, "changed"_L1} : *found;
}

QString nameOf(Actor actor)
{
    const auto found
        = std::ranges::find(actors, actor, &std::pair<Actor, QLatin1StringView>::first);
    return found == actors.end() ? QString() : QString(found->second);
}

QString asJson(const HistoryEntry &entry)
{
    QJsonObject object{{u"id"_s, entry.id},
                       {u"time"_s, entry.time.toString(Qt::ISODate)},
                       {u"action"_s, nameOf(entry.deed).name},
                       {u"stories"_s, entry.stories},
                       {u"texts"_s, entry.texts},
                       {u"undone"_s, entry.state == HistoryEntry::State::Undone},
                       {u"titles"_s, QJsonArray::fromStringList(entry.titles)}};
    if (const auto by = nameOf(entry.by); !by.isEmpty())
        object.insert(u"by"_s, by);
    if (!entry.actor.isEmpty())
        object.insert(entry.by == Actor::Feed ? u"feed"_s : u"folder"_s, entry.actor);
    if (entry.story != ArticleId::None)
        object.insert(u"story"_s, qint64(entry.story));
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

QString subject(const HistoryEntry &entry)
{
    if (entry.deed == Deed::Updated)
        return u"%1: %2 new, %3 changed"_s.arg(entry.actor).arg(entry.stories).arg(entry.texts);
    const auto shown = entry.titles.join(u", "_s);
    const auto all = entry.feeds > 0 ? entry.feeds : entry.stories + entry.texts;
    const auto more = all - entry.titles.size();
    if (entry.titles.isEmpty())
        return entry.actor.isEmpty() ? u"%1 stories"_s.arg(entry.stories) : entry.actor;
    return more > 0 && entry.story == ArticleId::None && entry.titles.size() > 1
        ? u"%1 and %2 more"_s.arg(shown).arg(more)
        : shown;
}

// "    17  2026-05-04 10:20  removed (you): Harbour lights"
QString asLine(const HistoryEntry &entry)
{
    auto line = QString::number(entry.id).rightJustified(idWidth) + u"  "_s
        + entry.time.toLocalTime().toString(u"yyyy-MM-dd hh:mm"_s) + u"  "_s
        + nameOf(entry.deed).words;
    if (const auto by = nameOf(entry.by); !by.isEmpty())
        line += u" ("_s + by + u')';
    line += u": "_s + subject(entry);
    if (entry.state == HistoryEntry::State::Undone)
        line += u" [taken back]"_s;
    return line;
}

} // namespace

cli::ExitCode cli::history(const Options &options)
{
    auto valid = options.operands.isEmpty();
    const auto limit
        = options.has(u"limit"_s) ? options.values.value(u"limit"_s).toInt(&valid) : defaultLimit;
    if (!valid || !options.operands.isEmpty() || limit < 1 || limit > mostListed)
        return misused(
            u"history takes no words, and --limit a number from 1 to %1"_s.arg(mostListed));
    const auto library = openLibrary(options, Library::Access::ReadOnly);
    if (!library)
        return fail(library.error());
    const auto page = (*library)->history().page({}, limit);
    if (!page)
        return fail(page.error());
    for (const auto &entry : page->entries)
        printLine(options.has(u"json"_s) ? asJson(entry) : asLine(entry));
    return Done;
}

cli::ExitCode cli::undo(const Options &options)
{
    if (!options.operands.isEmpty())
        return misused(u"undo takes back the last change, and takes no words"_s);
    const auto library = openLibrary(options, Library::Access::ReadWrite);
    if (!library)
        return fail(library.error());
    const auto now = QDateTime::currentDateTimeUtc();
    const auto undone = options.has(u"redo"_s) ? (*library)->redo(now) : (*library)->undo(now);
    if (!undone)
        return fail(undone.error());
    if (undone->action == Deed::None) {
        complain(options.has(u"redo"_s) ? u"there is nothing to do again"_s
                                        : u"there is nothing to take back"_s);
        return Failed;
    }
    const auto words = options.has(u"redo"_s) ? u"done again: %1"_s : u"taken back: %1"_s;
    auto line = words.arg(nameOf(undone->action).words);
    if (!undone->title.isEmpty())
        line += u": "_s + undone->title;
    else if (const auto stories = undone->stories + undone->texts; stories > 0)
        line += u": %1 stories"_s.arg(stories);
    printLine(line);
    return Done;
}
