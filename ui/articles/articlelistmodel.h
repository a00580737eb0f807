#pragma once

#include "library/sharedlibrary.h"
#include "model/headline.h"
#include "model/storyquery.h"

#include <QAbstractListModel>
#include <QHash>

#include <optional>

// The headlines of one place, read from the library a page at a time as they are scrolled to. What
// changes in the library changes here in place: rows come, go and change; none moves under the
// reader's hand.
class ArticleListModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role { IdRole = Qt::UserRole };

    explicit ArticleListModel(SharedLibrary &library, QObject *parent = nullptr);

    // Lists something else. The rows stay until the library has answered.
    void setQuery(const StoryQuery &query);
    [[nodiscard]] const StoryQuery &query() const { return m_query; }

    // The library has answered for the present query at least once.
    [[nodiscard]] bool answered() const { return m_answered; }

    [[nodiscard]] const Headline &headline(int row) const { return m_headlines.at(row); }
    [[nodiscard]] int rowOf(ArticleId id) const; // -1 when it is not loaded.

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

signals:
    void loaded(); // Rows for a new query are there.
    void failed(const Error &error);

private:
    using Page = Result<QList<Headline>>;

    void ask();
    void takeFirst(const Page &page, int limit);
    void takeMore(const Page &page, int limit);
    void apply(const LibraryChange &change);
    void refresh();
    void merge(const QList<Headline> &fresh, int limit);
    void insert(const Headline &headline);
    void update(const Headline &headline);
    void take(int row);

    SharedLibrary &m_library;
    StoryQuery m_query;
    QList<Headline> m_headlines;
    // The last headline as the library gave it, not as it changed since: the next page starts
    // there.
    std::optional<Headline> m_boundary;
    quint64 m_round = 0; // Answers to earlier questions are dropped.
    bool m_answered = false;
    bool m_fetching = false;
    bool m_complete = false;
    bool m_refreshing = false;
    bool m_refreshAgain = false;
};
