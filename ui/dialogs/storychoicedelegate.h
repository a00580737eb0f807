#pragma once

#include <QStyledItemDelegate>

// Draws a story to choose: its box, headline, byline and date, and first words. A click anywhere in
// the row ticks it.
class StoryChoiceDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    static constexpr int boxLeft = 14; // From the row's edge to its box.

    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    bool editorEvent(QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &option,
                     const QModelIndex &index) override;
};
