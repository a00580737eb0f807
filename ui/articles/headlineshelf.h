#pragma once

#include "library/sharedlibrary.h"
#include "model/headline.h"
#include "model/storyquery.h"

#include <QCache>
#include <QObject>
#include <QSet>

// The headlines of the rows that were lately on the screen. They are read some at a time; what is
// wanted now goes before what was wanted a moment ago.
class HeadlineShelf : public QObject
{
    Q_OBJECT

public:
    explicit HeadlineShelf(SharedLibrary &library, QObject *parent = nullptr);

    // Empties it for another list: what a headline says may depend on what was searched.
    void clear(const StoryQuery &listedFor);
    [[nodiscard]] const Headline *find(ArticleId id) const { return m_kept.object(id); }
    [[nodiscard]] bool anyUnread() const;
    void put(const QList<Headline> &headlines);
    // The story has changed; does nothing for one that is not here.
    void update(const Headline &headline);
    // All that is here may be out of date. It stays until it is read anew, which is when it is
    // wanted again.
    void doubt();
    // Reads those that are missing or in doubt, the first first, in place of any wanted before.
    void want(const QList<ArticleId> &ids);

signals:
    void arrived(); // Some of those wanted.
    void missed(const QSet<ArticleId> &ids); // The library does not have them any more.
    void failed(const Error &error);

private:
    void readNext();
    void take(const QList<ArticleId> &asked, const Result<QList<Headline>> &headlines);

    SharedLibrary &m_library;
    StoryQuery m_listedFor;
    QCache<ArticleId, Headline> m_kept;
    QSet<ArticleId> m_doubted;
    QList<ArticleId> m_wanted;
    quint64 m_round = 0; // Answers for an earlier list are dropped.
    bool m_reading = false;
};
