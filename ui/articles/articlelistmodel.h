#pragma once

#include "articles/headlineshelf.h"
#include "articles/rowreader.h"
#include "articles/storyrows.h"

#include <QAbstractListModel>

#include <optional>

// The stories of one place or search. The first come with their headlines; the others follow in the
// background as numbers only, those of a search as they are scrolled to, and headlines are read for
// what is on the screen. What changes in the library changes here in place: rows come, go and
// change; none moves under the reader's hand.
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
    // It could not: that there are no rows says nothing.
    [[nodiscard]] bool hasFailed() const { return m_failed; }
    // Every row is here.
    [[nodiscard]] bool complete() const { return m_answered && m_complete; }

    [[nodiscard]] const StoryRows &rows() const { return m_rows; }
    [[nodiscard]] ArticleId id(int row) const { return m_rows.at(row).id; }
    [[nodiscard]] int rowOf(ArticleId id) const; // -1 when it is not listed (yet).
    // Null until it was read, which happens on its own for rows that are shown.
    [[nodiscard]] const Headline *find(int row) const { return m_headlines.find(id(row)); }
    [[nodiscard]] const Headline *find(ArticleId id) const { return m_headlines.find(id); }
    // The same, or what is known of the story without it.
    [[nodiscard]] Headline headline(int row) const;

    // Among those whose headlines are known.
    [[nodiscard]] bool anyUnread() const { return m_headlines.anyUnread(); }

    // The rows on the screen.
    void setShown(int first, int last);
    // Nothing is added at the end meanwhile.
    void hold(bool held) { m_reader.hold(held); }

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    // The rows of a place come by themselves.
    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

signals:
    void loaded(); // Rows for a new query are there.
    void ended(); // All rows that were to come have come.
    void failed(const Error &error);

private:
    struct First
    {
        ListPage page;
        QList<Headline> headlines;
    };

    [[nodiscard]] bool isSearch() const;
    void ask();
    void takeFirst(const Result<First> &first);
    void takeMore(const ListPage &page);
    void endLoading();
    void apply(const LibraryChange &change);
    void update(const QList<Headline> &headlines, QList<Headline> &unknown);
    void insert(const QList<Headline> &stories);
    void insert(const Headline &headline);
    void take(const QSet<ArticleId> &ids);
    void takeRows(int first, int count);
    void reread();
    void compare();
    void merge(const QList<RowEdit> &edits);
    void mergeAtOnce(const QList<RowEdit> &edits);
    void wantShown();

    SharedLibrary &m_library;
    HeadlineShelf m_headlines;
    RowReader m_reader;
    RowReader m_rereader;
    StoryQuery m_query;
    StoryRows m_rows;
    std::optional<ListCursor> m_next; // Where rows go on that are not here yet.
    QSet<ArticleId> m_touched; // What came or went here while rows are still being read.
    StoryRows m_fresh; // Of a list that is being read anew.
    std::optional<ListCursor> m_freshNext;
    quint64 m_round = 0; // Answers to earlier questions are dropped.
    quint64 m_version = 0; // Of the rows.
    quint64 m_rereadVersion = 0;
    int m_firstShown = 0;
    int m_lastShown = -1;
    bool m_answered = false;
    bool m_failed = false;
    bool m_asking = false;
    bool m_complete = false;
    bool m_comparing = false;
    bool m_rereadAgain = false;
};
