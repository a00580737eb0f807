#pragma once

#include <QStyledItemDelegate>
#include <QTreeView>

// Paints the rows of the history: the day above its first change, what was changed, what was done
// by whom, and when.
class HistoryDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    // How much of a row is the day above it.
    static int dayHeight(const QFont &font, const QModelIndex &index);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

// The list of the history: what belongs to rows is painted beside them, what belongs to days is
// not.
class HistoryList : public QTreeView
{
    Q_OBJECT

public:
    using QTreeView::QTreeView;

protected:
    void drawBranches(QPainter *painter, const QRect &rect,
                      const QModelIndex &index) const override;
};
