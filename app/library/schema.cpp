#include "library/schema.h"

#include <array>

namespace {

// Step n brings a library of version n to version n + 1. A step that was released is never edited.
//
// articles holds what lists show, and nothing wide: a page of headlines reads one table. Its id is
// the order in which stories came, which the clock may not be. The moments are 0 where there is
// none, so that partial indexes stay small: one for each scope, in the order it is paged in.
constexpr std::array all{R"sql(
CREATE TABLE articles (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    urlKey TEXT NOT NULL,
    textKey BLOB NOT NULL,
    titleKey INTEGER NOT NULL,
    title TEXT NOT NULL,
    site TEXT NOT NULL,
    byline TEXT NOT NULL,
    excerpt TEXT NOT NULL,
    language TEXT NOT NULL,
    published TEXT NOT NULL,
    thumbnail TEXT NOT NULL,
    added INTEGER NOT NULL,
    opened INTEGER NOT NULL DEFAULT 0,
    bookmarked INTEGER NOT NULL DEFAULT 0,
    read INTEGER NOT NULL DEFAULT 0,
    removed INTEGER NOT NULL DEFAULT 0,
    version INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX articlesByUrl ON articles (urlKey) WHERE urlKey <> '';
CREATE INDEX articlesByText ON articles (textKey);
CREATE INDEX articlesByTitle ON articles (titleKey);
CREATE INDEX articlesPresent ON articles (removed) WHERE removed = 0;
CREATE INDEX articlesUnread ON articles (read) WHERE removed = 0 AND read = 0;
CREATE INDEX articlesBookmarked ON articles (bookmarked) WHERE removed = 0 AND bookmarked > 0;
CREATE INDEX articlesOpened ON articles (opened) WHERE removed = 0 AND opened > 0;

CREATE TABLE versions (
    id INTEGER PRIMARY KEY,
    article INTEGER NOT NULL REFERENCES articles,
    stored INTEGER NOT NULL,
    hash BLOB NOT NULL,
    content BLOB NOT NULL
);
CREATE UNIQUE INDEX versionsByArticle ON versions (article, hash);

CREATE TABLE positions (
    article INTEGER PRIMARY KEY REFERENCES articles,
    block INTEGER NOT NULL,
    quote TEXT NOT NULL,
    fraction REAL NOT NULL
);

CREATE TABLE pictures (
    hash BLOB PRIMARY KEY,
    mimeType TEXT NOT NULL,
    size INTEGER NOT NULL
) WITHOUT ROWID;
CREATE TABLE articlePictures (
    article INTEGER NOT NULL REFERENCES articles,
    picture BLOB NOT NULL REFERENCES pictures,
    PRIMARY KEY (article, picture)
) WITHOUT ROWID;

CREATE TABLE files (
    id INTEGER PRIMARY KEY,
    article INTEGER NOT NULL REFERENCES articles,
    path TEXT NOT NULL,
    hash BLOB NOT NULL,
    seen INTEGER NOT NULL
);
CREATE UNIQUE INDEX filesByArticle ON files (article, path, hash);
CREATE INDEX filesByHash ON files (hash);

CREATE TABLE folders (
    id INTEGER PRIMARY KEY,
    path TEXT NOT NULL UNIQUE,
    watched INTEGER NOT NULL
);
CREATE TABLE folderArticles (
    folder INTEGER NOT NULL REFERENCES folders,
    article INTEGER NOT NULL REFERENCES articles,
    PRIMARY KEY (folder, article)
) WITHOUT ROWID;
CREATE TABLE knownFiles (
    folder INTEGER NOT NULL REFERENCES folders,
    path TEXT NOT NULL,
    size INTEGER NOT NULL,
    modified INTEGER NOT NULL,
    PRIMARY KEY (folder, path)
) WITHOUT ROWID;

CREATE TABLE journal (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    time INTEGER NOT NULL,
    action TEXT NOT NULL,
    detail TEXT NOT NULL,
    state INTEGER NOT NULL
);
CREATE INDEX journalSteps ON journal (state) WHERE state > 0;

CREATE TABLE totals (stories INTEGER NOT NULL, unread INTEGER NOT NULL, bookmarks INTEGER NOT NULL);
INSERT INTO totals VALUES (0, 0, 0);
CREATE TRIGGER countAdded AFTER INSERT ON articles BEGIN
    UPDATE totals SET
        stories = stories + (NEW.removed = 0),
        unread = unread + (NEW.removed = 0 AND NEW.read = 0),
        bookmarks = bookmarks + (NEW.removed = 0 AND NEW.bookmarked > 0);
END;
CREATE TRIGGER countChanged AFTER UPDATE OF removed, read, bookmarked ON articles BEGIN
    UPDATE totals SET
        stories = stories + (NEW.removed = 0) - (OLD.removed = 0),
        unread = unread + (NEW.removed = 0 AND NEW.read = 0) - (OLD.removed = 0 AND OLD.read = 0),
        bookmarks = bookmarks + (NEW.removed = 0 AND NEW.bookmarked > 0)
            - (OLD.removed = 0 AND OLD.bookmarked > 0);
END;

CREATE VIRTUAL TABLE search USING fts5 (
    title, byline, body, captions, credits, initials,
    content = '', prefix = '2 3',
    tokenize = "unicode61 remove_diacritics 2 categories 'L* N* Co Mn Mc'"
);
)sql",
                         // Feeds.
                         //
                         // `listed` is a story's place in lists, that of its feeds too. A feed
                         // that was unsubscribed stays with its stories (`removed` = 2), to
                         // come back with them. feedEntries knows what a feed told: `article`
                         // may be gone since, which keeps it from being taken in again.
                         //
                         // The index is merged when there is time (searchtable::merge()), not
                         // while feeds tell their stories.
                         R"sql(
ALTER TABLE articles ADD COLUMN listed INTEGER NOT NULL DEFAULT 0;
DROP INDEX articlesPresent;
DROP INDEX articlesUnread;
UPDATE articles SET listed = added;
CREATE INDEX articlesPresent ON articles (listed) WHERE removed = 0;
CREATE INDEX articlesUnread ON articles (listed) WHERE removed = 0 AND read = 0;
CREATE INDEX articlePicturesByPicture ON articlePictures (picture);
CREATE INDEX folderArticlesByArticle ON folderArticles (article);
ALTER TABLE versions ADD COLUMN origin INTEGER NOT NULL DEFAULT 0;
ALTER TABLE versions ADD COLUMN feed INTEGER NOT NULL DEFAULT 0;

CREATE TABLE feedFolders (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    title TEXT NOT NULL,
    parent INTEGER NOT NULL,
    position INTEGER NOT NULL,
    expanded INTEGER NOT NULL DEFAULT 1
);
CREATE TABLE feeds (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    urlKey TEXT NOT NULL,
    url TEXT NOT NULL,
    title TEXT NOT NULL,
    folder INTEGER NOT NULL DEFAULT 0,
    position INTEGER NOT NULL DEFAULT 0,
    subscribed INTEGER NOT NULL DEFAULT 0,
    fullText INTEGER NOT NULL DEFAULT 0,
    pictures INTEGER NOT NULL DEFAULT 1,
    everyMinutes INTEGER NOT NULL DEFAULT 0,
    opensOriginal INTEGER NOT NULL DEFAULT 0,
    notifies INTEGER NOT NULL DEFAULT 0,
    paused INTEGER NOT NULL DEFAULT 0,
    keptDays INTEGER NOT NULL DEFAULT 0,
    foreignAttributes TEXT NOT NULL DEFAULT '',
    ownTitle TEXT NOT NULL DEFAULT '',
    site TEXT NOT NULL DEFAULT '',
    description TEXT NOT NULL DEFAULT '',
    language TEXT NOT NULL DEFAULT '',
    icon TEXT NOT NULL DEFAULT '',
    error TEXT NOT NULL DEFAULT '',
    errorDetail TEXT NOT NULL DEFAULT '',
    errorWhere TEXT NOT NULL DEFAULT '',
    errorStatus INTEGER NOT NULL DEFAULT 0,
    failedSince INTEGER NOT NULL DEFAULT 0,
    failures INTEGER NOT NULL DEFAULT 0,
    etag BLOB NOT NULL DEFAULT '',
    lastModified BLOB NOT NULL DEFAULT '',
    maxAge INTEGER NOT NULL DEFAULT 0,
    tried INTEGER NOT NULL DEFAULT 0,
    fetched INTEGER NOT NULL DEFAULT 0,
    changed INTEGER NOT NULL DEFAULT 0,
    due INTEGER NOT NULL DEFAULT 0,
    digest BLOB NOT NULL DEFAULT '',
    intervalMinutes INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX feedsByUrl ON feeds (urlKey);
CREATE INDEX feedsByPlace ON feeds (folder, position);

CREATE TABLE feedEntries (
    feed INTEGER NOT NULL,
    key INTEGER NOT NULL,
    article INTEGER NOT NULL,
    hash INTEGER NOT NULL,
    PRIMARY KEY (feed, key)
) WITHOUT ROWID;
CREATE TABLE feedArticles (
    feed INTEGER NOT NULL,
    listed INTEGER NOT NULL,
    article INTEGER NOT NULL,
    PRIMARY KEY (feed, listed, article)
) WITHOUT ROWID;
CREATE INDEX feedArticlesByArticle ON feedArticles (article);

CREATE TABLE feedCounts (
    feed INTEGER PRIMARY KEY,
    stories INTEGER NOT NULL DEFAULT 0,
    unread INTEGER NOT NULL DEFAULT 0
);
CREATE TRIGGER countFeed AFTER INSERT ON feeds BEGIN
    INSERT INTO feedCounts (feed) VALUES (NEW.id);
END;
CREATE TRIGGER countTold AFTER INSERT ON feedArticles BEGIN
    UPDATE feedCounts SET (stories, unread) = (
        SELECT stories + (removed = 0), unread + (removed = 0 AND read = 0)
        FROM articles WHERE id = NEW.article)
    WHERE feed = NEW.feed;
END;
CREATE TRIGGER countForgotten AFTER DELETE ON feedArticles BEGIN
    UPDATE feedCounts SET (stories, unread) = (
        SELECT stories - (removed = 0), unread - (removed = 0 AND read = 0)
        FROM articles WHERE id = OLD.article)
    WHERE feed = OLD.feed;
END;
CREATE TRIGGER countFeedsChanged AFTER UPDATE OF removed, read ON articles
WHEN (NEW.removed = 0) <> (OLD.removed = 0)
    OR (NEW.removed = 0 AND NEW.read = 0) <> (OLD.removed = 0 AND OLD.read = 0)
BEGIN
    UPDATE feedCounts SET
        stories = stories + (NEW.removed = 0) - (OLD.removed = 0),
        unread = unread + (NEW.removed = 0 AND NEW.read = 0) - (OLD.removed = 0 AND OLD.read = 0)
    WHERE feed IN (SELECT feed FROM feedArticles WHERE article = NEW.id);
END;

INSERT INTO search (search, rank) VALUES ('automerge', 0), ('crisismerge', 1000), ('pgsz', 8000);
)sql",
                         // Lists, smart folders, care.
                         //
                         // `started` is when a story that was read in part was last read.
                         // articlesByRead lists the unread, and the others behind them. No two
                         // stories have one place in lists (articlesByPlace), which is what
                         // the index of words knows them by.
                         //
                         // A row of the journal says who made the change (Actor), for which
                         // feed, and what kind of change it is (HistoryKind). journalTexts
                         // are the versions of stories that it put in the place of others.
                         R"sql(
ALTER TABLE articles ADD COLUMN started INTEGER NOT NULL DEFAULT 0;
DROP INDEX articlesUnread;
DROP INDEX articlesBookmarked;
DROP INDEX articlesOpened;
CREATE UNIQUE INDEX articlesByPlace ON articles (listed);
CREATE INDEX articlesByRead ON articles (read, listed DESC) WHERE removed = 0;
CREATE INDEX articlesByOutlet ON articles (site COLLATE NOCASE, listed DESC) WHERE removed = 0;
CREATE INDEX articlesBookmarked ON articles (bookmarked, id, listed)
    WHERE removed = 0 AND bookmarked > 0;
CREATE INDEX articlesOpened ON articles (opened, id, listed) WHERE removed = 0 AND opened > 0;
CREATE INDEX articlesStarted ON articles (started, id, listed) WHERE removed = 0 AND started > 0;

DROP TABLE search;
CREATE TABLE searchShards (
    shard INTEGER PRIMARY KEY,
    oldest INTEGER NOT NULL,
    newest INTEGER NOT NULL
);

CREATE TABLE smartFolders (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    title TEXT NOT NULL,
    search TEXT NOT NULL,
    icon TEXT NOT NULL DEFAULT '',
    position INTEGER NOT NULL,
    builtIn TEXT NOT NULL DEFAULT '',
    removed INTEGER NOT NULL DEFAULT 0
);

-- What the built-in ones are called and search for is the program's to say as long as nobody
-- changed it.
INSERT INTO smartFolders (title, search, position, builtIn) VALUES
    ('', '', 0, 'today'), ('', '', 1, 'unread'), ('', '', 2, 'bookmarks'),
    ('', '', 3, 'started'), ('', '', 4, 'opened');

CREATE TABLE care (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

ALTER TABLE journal ADD COLUMN who INTEGER NOT NULL DEFAULT 0;
ALTER TABLE journal ADD COLUMN feed INTEGER NOT NULL DEFAULT 0;
ALTER TABLE journal ADD COLUMN kind INTEGER NOT NULL DEFAULT 0;
UPDATE journal SET
    who = CASE WHEN action = 'update' THEN 2 WHEN action = 'tidy' THEN 5
        WHEN action = 'add' AND state = 0 THEN 0 ELSE 1 END,
    feed = CASE WHEN action = 'update' AND json_valid(detail)
        THEN coalesce(json_extract(detail, '$.before[0]'), 0) ELSE 0 END,
    kind = CASE WHEN action IN ('open', 'read') THEN 1 WHEN action = 'bookmark' THEN 2
        WHEN action = 'remove' THEN 3 WHEN action IN ('add', 'watch') THEN 4
        WHEN action IN ('update', 'tidy') THEN 7 ELSE 6 END;
CREATE INDEX journalByKind ON journal (kind, id);
CREATE TABLE journalTexts (
    journal INTEGER NOT NULL REFERENCES journal ON DELETE CASCADE,
    story INTEGER NOT NULL,
    before INTEGER NOT NULL,
    after INTEGER NOT NULL,
    PRIMARY KEY (journal, story)
) WITHOUT ROWID;
CREATE INDEX journalTextsByStory ON journalTexts (story);
)sql",
                         // Where reading stopped is known by the words around it, too.
                         R"sql(
ALTER TABLE positions ADD COLUMN before TEXT NOT NULL DEFAULT '';
ALTER TABLE positions ADD COLUMN after TEXT NOT NULL DEFAULT '';
)sql",
                         // By what stories are known again: see storykeys.h.
                         R"sql(
CREATE TABLE storyKeys (
    key INTEGER NOT NULL,
    article INTEGER NOT NULL,
    PRIMARY KEY (key, article)
) WITHOUT ROWID;
CREATE TABLE newStoryKeys (
    key INTEGER NOT NULL,
    article INTEGER NOT NULL,
    PRIMARY KEY (key, article)
) WITHOUT ROWID;
DROP INDEX articlesByUrl;
DROP INDEX articlesByText;
DROP INDEX articlesByTitle;
)sql"};

} // namespace

std::span<const char *const> schema::steps()
{
    return all;
}
