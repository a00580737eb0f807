#include "dialogs/undowords.h"

#include <QCoreApplication>

namespace {

QString tr(const char *text, int stories = -1)
{
    return QCoreApplication::translate("undowords", text, nullptr, stories);
}

QString subject(const Undone &undone, const QString &what)
{
    return undone.title.isEmpty() ? what : tr("%1: “%2”").arg(what, undone.title);
}

int concerned(const Undone &undone)
{
    return undone.stories > 0 ? undone.stories : undone.texts;
}

int storiesOf(const HistoryEntry &step)
{
    return int(step.stories + step.texts);
}

// What is so now, not what was taken back: "Undone: removed" reads as if it was removed.
QString takenBack(const Undone &undone, Actor by)
{
    const auto stories = concerned(undone);
    const auto feeds = undone.feeds;
    const auto one = stories == 1;
    switch (undone.action) {
    case Undone::Action::Read:
        return one ? tr("Unread again") : tr("%Ln stories unread again", stories);
    case Undone::Action::Unread:
        return one ? tr("Marked as read again") : tr("%Ln stories marked as read again", stories);
    case Undone::Action::Bookmarked:
        return one ? tr("Bookmark taken back") : tr("%Ln bookmarks taken back", stories);
    case Undone::Action::Unbookmarked:
        return one ? tr("Bookmarked again") : tr("%Ln stories bookmarked again", stories);
    case Undone::Action::Removed:
        return one ? tr("Back in the library") : tr("%Ln stories back in the library", stories);
    case Undone::Action::Added:
        if (!one && by == Actor::Import)
            return tr("Import taken back: %Ln stories are out of the library, their files stay",
                      stories);
        return one ? tr("Out of the library again")
                   : tr("%Ln stories out of the library again", stories);
    case Undone::Action::Watched:
        return tr("Folder no longer watched");
    case Undone::Action::Unwatched:
        return tr("Folder watched again");
    case Undone::Action::Subscribed:
        return feeds == 1 ? tr("No longer subscribed") : tr("Feeds are out of the list again");
    case Undone::Action::Unsubscribed:
        return feeds == 1 ? tr("Subscribed again") : tr("Subscribed to %Ln feeds again", feeds);
    case Undone::Action::FeedRenamed:
        return tr("The feed has its old name again");
    case Undone::Action::FeedSetUp:
        return tr("Settings of the feed taken back");
    case Undone::Action::FeedReaddressed:
        return tr("The feed has its old address again");
    case Undone::Action::FeedFolderAdded:
        return tr("Folder taken back");
    case Undone::Action::FeedFolderRenamed:
        return tr("The folder has its old name again");
    case Undone::Action::FeedFolderRemoved:
        return tr("Folder back");
    case Undone::Action::FeedsMoved:
        return tr("Back in the old place");
    case Undone::Action::SmartFolderAdded:
        return tr("Smart folder taken back");
    case Undone::Action::SmartFolderRenamed:
        return tr("The smart folder has its old name again");
    case Undone::Action::SmartFolderSetUp:
        return tr("The smart folder is as it was");
    case Undone::Action::SmartFolderMoved:
        return tr("Back in the old place");
    case Undone::Action::SmartFolderRemoved:
        return tr("Smart folder back");
    case Undone::Action::SmartFoldersRestored:
        return tr("Smart folders removed again");
    case Undone::Action::CopyOpened:
    case Undone::Action::TextCompleted:
    case Undone::Action::TextChosen:
        return one ? tr("The story has its earlier text again")
                   : tr("%n stories have their earlier texts again", stories);
    case Undone::Action::BroughtBack:
        return one ? tr("Out of the library again")
                   : tr("%n stories out of the library again", stories);
    case Undone::Action::Opened:
    case Undone::Action::Updated:
    case Undone::Action::Tidied:
    case Undone::Action::None:
        break;
    }
    return {};
}

} // namespace

QString undowords::done(Undone::Action action, int stories, int feeds)
{
    const auto one = stories == 1;
    switch (action) {
    case Undone::Action::Read:
        return one ? tr("Marked as read") : tr("%Ln stories marked as read", stories);
    case Undone::Action::Unread:
        return one ? tr("Marked as unread") : tr("%Ln stories marked as unread", stories);
    case Undone::Action::Bookmarked:
        return one ? tr("Bookmarked") : tr("%Ln stories bookmarked", stories);
    case Undone::Action::Unbookmarked:
        return one ? tr("Bookmark removed") : tr("%Ln bookmarks removed", stories);
    case Undone::Action::Removed:
        return one ? tr("Removed from the library") : tr("%Ln stories removed", stories);
    case Undone::Action::Added:
        return one ? tr("Added to the library") : tr("%Ln stories added", stories);
    case Undone::Action::Watched:
        return tr("Folder watched");
    case Undone::Action::Unwatched:
        return tr("Folder no longer watched");
    case Undone::Action::Subscribed:
        return feeds > 1 ? tr("Subscribed to feeds") : tr("Subscribed");
    case Undone::Action::Unsubscribed:
        return feeds > 1 ? tr("Unsubscribed from %Ln feeds", feeds) : tr("Unsubscribed");
    case Undone::Action::FeedRenamed:
        return tr("Feed renamed");
    case Undone::Action::FeedSetUp:
        return tr("Settings of the feed changed");
    case Undone::Action::FeedReaddressed:
        return tr("Address of the feed changed");
    case Undone::Action::FeedFolderAdded:
        return tr("Folder added");
    case Undone::Action::FeedFolderRenamed:
        return tr("Folder renamed");
    case Undone::Action::FeedFolderRemoved:
        return tr("Folder removed");
    case Undone::Action::FeedsMoved:
        return tr("Moved");
    case Undone::Action::SmartFolderAdded:
        return tr("Smart folder added");
    case Undone::Action::SmartFolderRenamed:
        return tr("Smart folder renamed");
    case Undone::Action::SmartFolderSetUp:
        return tr("Smart folder changed");
    case Undone::Action::SmartFolderMoved:
        return tr("Moved");
    case Undone::Action::SmartFolderRemoved:
        return tr("Smart folder removed");
    case Undone::Action::SmartFoldersRestored:
        return tr("Smart folders back");
    case Undone::Action::CopyOpened:
        return one ? tr("Opened with another text") : tr("%n stories with other texts", stories);
    case Undone::Action::TextCompleted:
        return one ? tr("Whole text fetched") : tr("%n whole texts fetched", stories);
    case Undone::Action::TextChosen:
        return one ? tr("Earlier text chosen") : tr("%n earlier texts chosen", stories);
    case Undone::Action::BroughtBack:
        return one ? tr("Brought back") : tr("%n stories brought back", stories);
    case Undone::Action::Opened:
        return tr("Opened");
    case Undone::Action::Updated:
        return tr("Updated");
    case Undone::Action::Tidied:
        return one ? tr("One old story tidied away") : tr("%n old stories tidied away", stories);
    case Undone::Action::None:
        break;
    }
    return {};
}

QString undowords::undo(const HistoryEntry &step)
{
    const auto stories = storiesOf(step);
    const auto one = stories == 1;
    switch (step.deed) {
    case Undone::Action::Added:
        if (step.by == Actor::Import)
            return one ? tr("&Undo import of a story") : tr("&Undo import of %Ln stories", stories);
        return one ? tr("&Undo adding the story") : tr("&Undo adding %Ln stories", stories);
    case Undone::Action::Read:
    case Undone::Action::Unread:
        return one ? tr("&Undo marking") : tr("&Undo marking %Ln stories", stories);
    case Undone::Action::Bookmarked:
        return one ? tr("&Undo bookmark") : tr("&Undo %Ln bookmarks", stories);
    case Undone::Action::Unbookmarked:
        return one ? tr("&Undo removing the bookmark")
                   : tr("&Undo removing %Ln bookmarks", stories);
    case Undone::Action::Removed:
        return one ? tr("&Undo removing") : tr("&Undo removing %Ln stories", stories);
    case Undone::Action::BroughtBack:
        return tr("&Undo bringing back");
    case Undone::Action::Watched:
        return tr("&Undo watching the folder");
    case Undone::Action::Unwatched:
        return tr("&Undo leaving the folder");
    case Undone::Action::Subscribed:
        return tr("&Undo subscribing");
    case Undone::Action::Unsubscribed:
        return tr("&Undo unsubscribing");
    case Undone::Action::FeedRenamed:
    case Undone::Action::FeedFolderRenamed:
    case Undone::Action::SmartFolderRenamed:
        return tr("&Undo renaming");
    case Undone::Action::FeedSetUp:
        return tr("&Undo changing settings");
    case Undone::Action::FeedReaddressed:
        return tr("&Undo changing the address");
    case Undone::Action::FeedFolderAdded:
        return tr("&Undo adding the folder");
    case Undone::Action::FeedFolderRemoved:
        return tr("&Undo removing the folder");
    case Undone::Action::FeedsMoved:
    case Undone::Action::SmartFolderMoved:
        return tr("&Undo moving");
    case Undone::Action::SmartFolderAdded:
        return tr("&Undo adding the smart folder");
    case Undone::Action::SmartFolderSetUp:
        return tr("&Undo changing the smart folder");
    case Undone::Action::SmartFolderRemoved:
        return tr("&Undo removing the smart folder");
    case Undone::Action::SmartFoldersRestored:
        return tr("&Undo bringing back");
    case Undone::Action::CopyOpened:
    case Undone::Action::TextCompleted:
    case Undone::Action::TextChosen:
        return tr("&Undo changing the text");
    default:
        return tr("&Undo");
    }
}

QString undowords::asksToTakeOut(const HistoryEntry &step)
{
    const auto stories = storiesOf(step);
    return stories == 1
        ? tr("The last step brought a story into the library. Undo again takes it out.")
        : tr("The last step brought %Ln stories into the library. Undo again takes them out.",
             stories);
}

QString undowords::undone(const Undone &undone, Actor by)
{
    if (undone.action == Undone::Action::None)
        return tr("Nothing to undo");
    if (undone.passed > 0 && undone.passed == undone.texts && undone.stories == 0)
        return subject(undone,
                       tr("It has had another text since, and keeps that. Its earlier ones "
                          "are in Story → Versions"));
    return subject(undone, takenBack(undone, by));
}

QString undowords::redone(const Undone &redone)
{
    if (redone.action == Undone::Action::None)
        return tr("Nothing to redo");
    return subject(redone, done(redone.action, concerned(redone), redone.feeds));
}
