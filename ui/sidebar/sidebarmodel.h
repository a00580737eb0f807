#pragma once

#include "model/storyquery.h"

#include <QAbstractListModel>
#include <QStringList>

// The places stories are listed by: everything, unread, bookmarks, what was opened last; then the
// watched folders under a heading of their own.
class SidebarModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum class Kind { Place, Heading, Folder, WatchAnother };
    Q_ENUM(Kind)
    enum Role { KindRole = Qt::UserRole, CountRole, IconRole };

    using QAbstractListModel::QAbstractListModel;

    void setCounts(const StoryCounts &counts);
    void setFolders(const QStringList &folders);

    // What a row lists; the whole library for rows that list nothing.
    [[nodiscard]] StoryQuery query(const QModelIndex &index) const;
    // The row that lists this, whatever words it searches for; invalid when there is none.
    [[nodiscard]] QModelIndex indexOf(const StoryQuery &query) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    [[nodiscard]] Kind kind(int row) const;
    [[nodiscard]] QString text(int row) const;
    [[nodiscard]] QString iconName(int row) const;
    [[nodiscard]] int count(int row) const;
    [[nodiscard]] QString spoken(int row) const;

    StoryCounts m_counts;
    QStringList m_folders;
};
