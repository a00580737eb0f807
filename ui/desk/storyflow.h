#pragma once

#include "library/sharedlibrary.h"
#include "model/article.h"
#include "page/page.h"
#include "reading/picturesource.h"

#include <QCache>
#include <QObject>
#include <QSet>
#include <QThreadPool>
#include <QTimer>

#include <functional>
#include <optional>

class ReadingPane;

// Brings stories to the reading pane: at once from memory when a file was just read, otherwise from
// the library, with the neighbours prepared ahead. Notes what was opened and where reading stopped.
class StoryFlow : public QObject
{
    Q_OBJECT

public:
    enum class Why {
        Chosen, // By the person: it counts as opened.
        Restored // From the last session.
    };

    explicit StoryFlow(SharedLibrary &library, QObject *parent = nullptr);

    // The pane's pictures: those that came with the story just read, or the library's.
    PictureSource pictures();
    void setPane(ReadingPane *pane);
    // What the feeds that told a story are called.
    using FeedNames = std::function<QStringList(const QList<FeedId> &feeds)>;
    void setFeedNames(const FeedNames &names) { m_feedNames = names; }

    // A story read a moment ago, before the library has it.
    void showNow(const Article &article);
    // The library has it now. False when another story is read or wanted meanwhile.
    bool adopt(const Headline &headline, const ReadingPosition &position);
    void show(ArticleId id, Why why = Why::Chosen);
    void prepare(const QList<ArticleId> &ids);
    void clear();
    // The story from where reading stopped, after something else about it was shown in its place.
    void showAgain();
    // An earlier text of the story, marked as that, in its place.
    void showOld(const Article &article, const QDateTime &stored);
    [[nodiscard]] bool showsOld() const { return m_showsOld; }
    // The same story, read anew.
    void renew(const Article &article);
    // The library has more of a story now.
    void reread(ArticleId id);
    // Pictures for what is shown in the story's place.
    void lend(const QList<Picture> &pictures) { m_lent = pictures; }
    // Says where stories are chosen, when there is none to be read.
    void invite();
    // What says so: answers whether it did, or else something has the place.
    using Invitation = std::function<bool()>;
    void setInvitation(const Invitation &invitation) { m_invitation = invitation; }
    // No story is read any more: something else has its place.
    void setAside();

    [[nodiscard]] ArticleId id() const { return m_id; }
    [[nodiscard]] const Article &article() const { return m_article; }
    // Why the library does not have the story and will not.
    [[nodiscard]] const std::optional<Error> &notKept() const { return m_notKept; }
    void setNotKept(const Error &error) { m_notKept = error; }
    // Read or bookmarked, as the library knows it.
    // "In The Example Times and Example Wire", where several feeds told it.
    [[nodiscard]] QString toldBy() const;
    [[nodiscard]] const QList<FeedId> &feeds() const { return m_feeds; }
    [[nodiscard]] const Headline &headline() const { return m_headline; }
    // The one that was asked for and is not there yet, or else the one that is read.
    [[nodiscard]] ArticleId wanted() const
    {
        return m_awaited == ArticleId::None ? m_id : m_awaited;
    }
    [[nodiscard]] bool empty() const
    {
        return m_id == ArticleId::None && m_article.title.isEmpty() && m_article.text.isEmpty();
    }

signals:
    void presented(); // The pane was given a story, or the word that there is none.
    void changed(); // Another story, or another state of it.
    void removed(); // The story that was being read is not in the library any more.
    void failed(const Error &error);
    // A story is read, and not only walked past.
    void settled(ArticleId id);

private:
    struct Prepared
    {
        Article article;
        Headline headline;
        ReadingPosition position;
        QList<FeedId> feeds = {};
    };

    [[nodiscard]] page::Context contextOf(const Article &article, const QList<FeedId> &feeds) const;
    [[nodiscard]] QString toldBy(const QList<FeedId> &feeds) const;
    void forget();
    void load(ArticleId id);
    void keep(ArticleId id, const Article &article, const StoredArticle &stored);
    void present(const Prepared &prepared);
    void noteOpened();
    void goOnReading(const ReadingPosition &position);
    void markRelated();
    void savePosition(const ReadingPosition &position);
    void apply(const LibraryChange &change);
    void checkAgain();
    void give(const QString &name, const std::function<void(const Picture &)> &answer);

    SharedLibrary &m_library;
    ReadingPane *m_pane = nullptr;
    QCache<ArticleId, Prepared> m_prepared;
    QSet<ArticleId> m_loading;
    QThreadPool m_pool; // Of its own: the shared one may be reading files for a while.
    QTimer m_dwell; // Stories that are only walked past are not marked as read.
    Article m_article;
    Headline m_headline;
    ReadingPosition m_position; // Where reading of it stopped.
    QList<FeedId> m_feeds; // That told it.
    FeedNames m_feedNames;
    Invitation m_invitation;
    QList<Picture> m_lent;
    std::optional<Error> m_notKept;
    bool m_showsOld = false;
    bool m_isNew = false; // It was read a moment ago, and the library has not answered yet.
    ArticleId m_id = ArticleId::None; // None for a story the library does not have yet.
    ArticleId m_awaited = ArticleId::None; // Shown as soon as it is loaded.
};
