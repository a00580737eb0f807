#pragma once

#include "library/sharedlibrary.h"
#include "model/history.h"

#include <QAbstractItemModel>
#include <QTimer>

#include <memory>
#include <vector>

// What was changed, newest first, read page by page as it is looked at: a library's whole life is
// never read at once. Below a change of several stories stand these, read when it is opened.
class HistoryModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum Role {
        DetailRole = Qt::UserRole, // What was done, and by whom.
        TimeRole, // In words.
        DayRole, // Of the first change of a day: its name.
        IconRole,
        DoneRole // Whether it still is so: neither taken back nor gone.
    };

    explicit HistoryModel(SharedLibrary &library, QObject *parent = nullptr);

    void setQuery(const HistoryQuery &query);
    [[nodiscard]] const HistoryQuery &query() const { return m_query; }
    // Whether the library has said what there is, as far as it is shown.
    [[nodiscard]] bool answered() const { return m_answered; }
    [[nodiscard]] bool searching() const { return m_fetching; }

    // The change that a row is, or that its story belongs to.
    [[nodiscard]] const HistoryEntry *entry(const QModelIndex &index) const;
    // The story of a row below a change.
    [[nodiscard]] const HistoryStory *story(const QModelIndex &index) const;

    QModelIndex index(int row, int column = 0, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &index) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    bool hasChildren(const QModelIndex &parent = {}) const override;
    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;
    QVariant data(const QModelIndex &index, int role) const override;

signals:
    void filled(); // A page is there, or there is none.

private:
    struct Node
    {
        HistoryEntry entry;
        std::vector<HistoryStory> stories = {};
        bool complete = false; // All of its stories are read.
        bool fetching = false;
    };
    using Nodes = std::vector<std::unique_ptr<Node>>;

    [[nodiscard]] Nodes::const_iterator find(qint64 entry) const;
    [[nodiscard]] QVariant entryData(const Node &node, int row, int role) const;
    [[nodiscard]] static QVariant storyData(const HistoryEntry &entry, const HistoryStory &story,
                                            int role);
    void fetchPage();
    void take(const Result<HistoryPage> &page);
    void fetchStories(Node &node);
    void takeStories(qint64 entry, const Result<QList<HistoryStory>> &stories);
    // What is new stands above; what was taken back or came back looks otherwise.
    void refresh();
    void renew(const HistoryPage &page);
    void renewStories(const Node &node);

    SharedLibrary &m_library;
    HistoryQuery m_query;
    Nodes m_nodes; // By falling ids.
    std::optional<qint64> m_next;
    QTimer m_changed;
    quint64 m_generation = 0; // Of the query: answers to an earlier one are dropped.
    int m_wanted = 0; // Rows that the page being read should still bring.
    bool m_begun = false;
    bool m_fetching = false;
    bool m_answered = false;
};
