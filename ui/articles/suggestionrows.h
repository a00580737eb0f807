#pragma once

#include "articles/suggestions.h"

#include <QAbstractListModel>
#include <QStyledItemDelegate>

// What the search field offers, as rows.
class SuggestionRows : public QAbstractListModel
{
    Q_OBJECT

public:
    using QAbstractListModel::QAbstractListModel;

    void set(const QList<suggestions::Suggestion> &list);
    [[nodiscard]] const suggestions::Suggestion &at(int row) const { return m_list.at(row); }

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    QList<suggestions::Suggestion> m_list;
};

// Paints them: what is typed, what it means, an example; a cross on a search of before.
class SuggestionDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    // Where in a row the cross stands that forgets it.
    static QRect crossIn(const QRect &row, Qt::LayoutDirection direction);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};
