#pragma once

#include <QStyledItemDelegate>

// Paints what is offered to subscribe to: a name, and quieter lines below it.
class FeedOfferDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    enum Role { LinesRole = Qt::UserRole }; // A list of strings below the name.
    enum class Weight { Strong, Plain }; // Of the name.

    FeedOfferDelegate(Weight weight, int lines, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    [[nodiscard]] QFont nameFont(const QFont &base) const;

    Weight m_weight;
    int m_lines; // Below the name.
};
