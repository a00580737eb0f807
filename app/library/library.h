#pragma once

#include "base/result.h"
#include "library/librarylock.h"
#include "model/article.h"
#include "model/frontstory.h"
#include "model/headline.h"
#include "model/history.h"
#include "model/storylist.h"
#include "model/storyquery.h"

#include <QDateTime>
#include <QStringList>
#include <QUuid>

#include <memory>
#include <optional>

// A story as the library gives it back. Its HTML was safe when it went in; it is made safe again
// (html::sanitise with ownAddresses) before it is shown, so that old libraries profit from new
// rules.
struct StoredArticle
{
    Headline headline;
    Article article; // `body` and `pictures` are empty: see `html` and Library::picture().
    QString html;
    bool isRaw = false; // The HTML is as a feed told it, and no address in it is ours.
    ReadingPosition position;
    QList<FeedId> feeds = {}; // That told it.

    bool operator==(const StoredArticle &) const = default;
};

class FeedStore;
class SmartFolderStore;
class History;

struct Added
{
    ArticleId id = ArticleId::None;
    LibraryChange change;
};

struct Undone
{
    using Action = Deed;

    Action action = Action::None; // What was taken back or done again; None when there was nothing.
    int stories = 0;
    int texts = 0; // Stories whose text was changed.
    int passed = 0; // Of those, the ones that have had another text since and keep it.
    int feeds = 0; // And folders, of a change to subscriptions.
    QString title = {}; // Of the story, feed or folder, when it was one.
    LibraryChange change = {};
};

// A step that could be taken back.
struct LastStep
{
    qint64 number = 0; // Of a later step it is higher; 0 when there is none.
    Deed deed = Deed::None;

    bool operator==(const LastStep &) const = default;
};

// All that is kept: stories, pictures, bookmarks, reading positions, the journal. Plain and
// synchronous: it knows no thread, see SharedLibrary. One file `library.sqlite` and a folder
// `media/` in the folder it is opened in. Every function that changes something does it in one
// transaction together with its row in the journal, or not at all.
class Library
{
public:
    enum class Access { ReadWrite, ReadOnly };

    // Makes folder and file when they are missing (ReadWrite). A library of a newer version is
    // refused untouched (Error::Kind::Refused); one that is no library is Malformed. ReadOnly makes
    // no library (NotFound) and works on media that nobody can write; changing anything then fails
    // with Storage. One program at a time has it to change it (InUse), beside any that only read.
    // What an older version wrote is backed up before it is upgraded.
    static Result<std::unique_ptr<Library>> open(const QString &folder, Access access,
                                                 LibraryLock::Tenure tenure
                                                 = LibraryLock::Tenure::Brief);
    ~Library();

    // Whether the program that changed it before ended in the midst of it, and nobody has looked
    // since whether all is well; false for ReadOnly.
    [[nodiscard]] bool wasLeftUnclean() const;
    void markChecked();

    // Adds a story, or a new version of it when it is there already (same address; without one,
    // the same text; or the same file by its hash). `watchedFolder` is where it was found, if
    // there. With Opened it counts as opened now; found and imported stories are unread and not
    // opened. What somebody opens or imports comes back when it was removed; what is found does
    // not.
    enum class Occasion { Opened, Imported, Found };
    Result<Added> add(const Article &article, Occasion occasion, const QDateTime &now,
                      const QString &watchedFolder = {});
    // The same for a story that is opened or imported together with others: all that is added and
    // changed under one batch is one step for undo().
    using Batch = QUuid;
    Result<Added> add(const Article &article, Occasion occasion, const QDateTime &now,
                      const Batch &batch);

    [[nodiscard]] Result<StoredArticle> article(ArticleId id) const;
    [[nodiscard]] Result<Picture> picture(const QString &name) const;

    // At most `limit` headlines after `after` (the last one shown; nothing to start). With words:
    // full-text search, diacritics and case folded, the last word as a prefix, "phrases" in quotes,
    // -word to leave out; never an error for what was typed. Folder, and what is found in All,
    // Unread and FeedFolder, are in the order in which stories came (their ids).
    [[nodiscard]] Result<QList<Headline>>
    headlines(const StoryQuery &query, int limit, const std::optional<Headline> &after = {}) const;
    [[nodiscard]] Result<Headline> headline(ArticleId id) const;
    // Where reading of it stopped; at its start when it has not begun.
    [[nodiscard]] Result<ReadingPosition> position(ArticleId id) const;
    // The same list as rows without headlines: at most `limit` from `after` on.
    [[nodiscard]] Result<ListPage> list(const StoryQuery &query, int limit,
                                        const std::optional<ListCursor> &after = {}) const;
    // In the order asked for; those that are gone are left out. Where the query they are listed for
    // searches for words, the excerpt shows where these stand in the story.
    [[nodiscard]] Result<QList<Headline>> headlines(const QList<ArticleId> &ids,
                                                    const StoryQuery &listedFor = {}) const;
    // How many stories a query lists; counts no further than `atMost`.
    [[nodiscard]] Result<int> count(const StoryQuery &query, int atMost) const;
    [[nodiscard]] Result<StoryCounts> counts() const;
    [[nodiscard]] Result<StoryStates> states(const QList<ArticleId> &ids) const;
    // The first of these stories, in this order, that is unread; None when there is none.
    [[nodiscard]] Result<ArticleId> firstUnread(const QList<ArticleId> &ids) const;

    // Unread stories for the front page: those that came since then, the newest first, at most
    // `most`; where they are fewer than `enough`, the newest of the others besides.
    [[nodiscard]] Result<QList<FrontStory>> frontStories(const QDateTime &since, int enough,
                                                         int most) const;

    // The story that came last; None in an empty library.
    [[nodiscard]] Result<ArticleId> lastCome() const;
    // How many unread stories have come after that one, counted up to `most`.
    [[nodiscard]] Result<int> unreadComeAfter(ArticleId last, int most) const;

    // The story with this address, or else with this title; None when there is none.
    [[nodiscard]] Result<ArticleId> find(const QUrl &url, const QString &title = {}) const;

    Result<LibraryChange> setOpened(ArticleId id, const QDateTime &now); // Also marks it read.
    Result<LibraryChange> setRead(const QList<ArticleId> &ids, bool read, const QDateTime &now);
    // Marks everything that a place lists as read, whatever is typed in the search field.
    Result<LibraryChange> setAllRead(const StoryQuery &place, const QDateTime &now);
    Result<LibraryChange> setBookmarked(const QList<ArticleId> &ids, bool bookmarked,
                                        const QDateTime &now);
    Result<LibraryChange> remove(const QList<ArticleId> &ids, const QDateTime &now);
    [[nodiscard]] FeedStore &feeds();
    [[nodiscard]] SmartFolderStore &smartFolders();
    [[nodiscard]] History &history();

    // A story that is read in part is one to continue: Scope::Started. A change only where it
    // becomes one, or is one no longer.
    Result<LibraryChange> setPosition(ArticleId id, const ReadingPosition &position,
                                      const QDateTime &now);

    // Takes the last change back, also one of an earlier session; redo does it again. Steps are
    // what somebody asked for: reading, bookmarking, removing, watching, the first opening of a
    // story or of another copy of it, and what was added together. Finding stories and looking at
    // them (setOpened) are told in the journal but passed over.
    // With a number, only what came after the step of that number is taken back.
    Result<Undone> undo(const QDateTime &now, qint64 after = 0);
    Result<Undone> redo(const QDateTime &now);
    // What undo() would take back.
    [[nodiscard]] Result<LastStep> lastStep() const;

    Result<void> watch(const QString &folder, const QDateTime &now);
    Result<void> unwatch(const QString &folder, const QDateTime &now);
    [[nodiscard]] Result<QStringList> watchedFolders() const;

    // What is known of a file in a watched folder, so that it need not be read again.
    struct KnownFile
    {
        QString path;
        qint64 size = 0;
        QDateTime modified; // UTC
        bool operator==(const KnownFile &) const = default;
    };
    [[nodiscard]] Result<QList<KnownFile>> knownFiles(const QString &watchedFolder) const;
    // Also for files that hold no story, so that they are not tried again until they change.
    Result<void> setKnownFile(const QString &watchedFolder, const KnownFile &file);

    // Does a little of the work that can wait, for when there is nothing else to do; answers
    // whether more is left. No change for anybody.
    Result<bool> settle(const QDateTime &now);
    // Forgets what it keeps of the file in memory, which it reads again when it is asked for it;
    // answers how many bytes that was.
    qint64 releaseMemory();

    // Ends a running query of this Library from another thread: it returns Error::Kind::Cancelled.
    // Stays valid as long as the Library.
    class Interrupter;
    [[nodiscard]] Interrupter *interrupter() const;

private:
    struct Parts;
    explicit Library(std::unique_ptr<Parts> parts);
    std::unique_ptr<Parts> m;
};

class Library::Interrupter
{
public:
    virtual ~Interrupter() = default;
    virtual void interrupt() = 0;
};
