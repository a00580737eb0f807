#pragma once

#include "tasks/completestories.h"
#include "tasks/storywishes.h"

#include <QHash>
#include <QSet>
#include <QThreadPool>
#include <QUrl>

#include <chrono>
#include <optional>

// The stories that are made complete now; for completestories.cpp.
class CompleteStories::Private : public QObject
{
    Q_OBJECT

public:
    Private(CompleteStories &task, SharedLibrary &library, network::Fetcher &fetcher,
            QString rulesFile);

    void complete(FeedId feed, const QList<ArticleId> &fresh, const QList<ArticleId> &summaries);
    void completeNow(ArticleId story);
    void cancel();

private:
    using Key = quint64; // Of a work: a story may be asked for again while an old answer comes.

    // What is known of a story so far.
    struct Work
    {
        tasks::StoryWish wish;
        Article article = {};
        QList<QUrl> pictures = {}; // Still to be fetched.
        QHash<QUrl, QByteArray> found = {};
        qint64 bytes = 0; // Of those found.
        bool isWhole = false; // Its text is that of the page.
        bool isAsked = false;
        std::optional<Error> problem = {};
        std::chrono::milliseconds pause = {}; // Until the next story of its feed.
    };

    // A story read, and with its page if that has the whole of it.
    struct Reading
    {
        Article article;
        QList<QUrl> pictures;
        bool isWhole = false;
        std::optional<Error> problem = {};
    };

    static Reading reading(const StoredArticle &known, const std::optional<network::Answer> &page,
                           const QString &rulesFile);

    void enqueue(const QList<tasks::StoryWish> &wishes);
    void goOn();
    void begin(const tasks::StoryWish &wish);
    void known(Key key, const Result<StoredArticle> &known);
    void askPage(Key key, const StoredArticle &known);
    void takePage(Key key, const StoredArticle &known, const network::Outcome &outcome);
    void leaveHost(const QString &host, std::chrono::milliseconds pause);
    void read(Key key, const StoredArticle &known, const std::optional<network::Answer> &page);
    void fetchPictures(Key key);
    void takePicture(Key key, const QUrl &url, const network::Outcome &outcome);
    void store(Key key);
    void stored(Key key, const Result<LibraryChange> &change);
    void wait(Key key);
    void fail(Key key, const Error &error);
    void end(Key key);

    CompleteStories &m_task;
    SharedLibrary &m_library;
    network::Fetcher &m_fetcher;
    QString m_rulesFile;
    QThreadPool m_pool; // One thread: extraction leaves the other cores to the person.
    tasks::StoryWishes m_wishes;
    QHash<Key, Work> m_works;
    Key m_lastKey = 0;
    QSet<QString> m_busyHosts;
    struct Visitor
    {
        Key key;
        StoredArticle known;
    };
    QHash<QString, QList<Visitor>> m_visitors; // That wait for their host.
    bool m_isOffline = false;
    int m_done = 0;
    int m_total = 0;
};
