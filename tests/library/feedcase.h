#pragma once

#include "library/feedstore.h"
#include "librarycase.h"

inline NewFeed newFeed(const QString &name, const QStringList &folder = {})
{
    return {
        .url = QUrl(u"https://%1.example/feed.xml"_s.arg(name)), .title = name, .folder = folder};
}

// An entry as a feed has it: the number says when it was published.
inline FeedStory entry(const QString &title, int number, const QString &text = {})
{
    auto article = story(title, text);
    article.published = Timestamp::fromDateTime(minute(number));
    return {
        .guid = u"urn:"_s + title, .article = article, .html = u"<p>"_s + article.text + u"</p>"_s};
}

// The tree as lines, deeper ones indented: "folder/ (2)", " feed (2)".
inline QStringList lines(const FeedTree &tree)
{
    QHash<FeedFolderId, FeedFolder> folders;
    for (const auto &folder : tree.folders)
        folders.insert(folder.id, folder);
    QHash<FeedId, Feed> feeds;
    for (const auto &feed : tree.feeds)
        feeds.insert(feed.id, feed);
    QStringList result;
    for (const auto &node : tree.order) {
        const auto isFeed = node.feed != FeedId::None;
        const auto feed = feeds.value(node.feed);
        const auto folder = folders.value(node.folder);
        QString line = isFeed ? feed.title : folder.title + u'/';
        if (const auto unread = isFeed ? feed.unread : folder.unread; unread > 0)
            line += u" (%1)"_s.arg(unread);
        for (auto parent = isFeed ? feed.folder : folder.parent; parent != FeedFolderId::None;
             parent = folders.value(parent).parent)
            line.prepend(u' ');
        result.append(line);
    }
    return result;
}

class FeedCase : public LibraryCase
{
protected:
    [[nodiscard]] FeedStore &feeds() const { return m_library->feeds(); }

    QList<FeedId> subscribe(const QList<NewFeed> &wanted)
    {
        const auto subscribed = feeds().subscribe(wanted, start);
        return subscribed ? subscribed->feeds : QList<FeedId>(wanted.size());
    }

    // What it told; `now` is the minute it was asked at.
    Stored update(FeedId feed, const QList<FeedStory> &stories, int now = 1000)
    {
        const auto stored = feeds().update(feed, {}, FeedStore::prepare(stories), {}, minute(now));
        if (!stored)
            qWarning("update failed: %s", qPrintable(stored.error().detail));
        return stored ? *stored : Stored{.versions = -1};
    }

    [[nodiscard]] QStringList tree() const { return lines(*feeds().tree()); }

    [[nodiscard]] QStringList told(FeedId feed, const QString &words = {}) const
    {
        return titles(*m_library->headlines(
            {.scope = StoryQuery::Scope::Feed, .feed = feed, .words = words}, 1000));
    }

    [[nodiscard]] FeedFolderId folder(const QString &title) const
    {
        const auto folders = feeds().tree()->folders;
        for (const auto &found : folders) {
            if (found.title == title)
                return found.id;
        }
        return FeedFolderId::None;
    }

    [[nodiscard]] ArticleId idOf(const QString &title) const { return *m_library->find({}, title); }
};
