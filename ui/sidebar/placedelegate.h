#pragma once

#include <QStyledItemDelegate>

class FeedIcons;

// Paints a row of the sidebar: icon, name, and a quiet count at the end of the line. What is in a
// folder stands further in.
class PlaceDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit PlaceDelegate(FeedIcons &icons, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &option,
                          const QModelIndex &index) const override;
    void updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option,
                              const QModelIndex &index) const override;

    // Where a row's own button stands: a folder's arrow, the "+" beside a heading; empty for rows
    // without one.
    [[nodiscard]] static QRect button(const QRect &row, Qt::LayoutDirection direction,
                                      const QModelIndex &index);

private:
    void paintIcon(QPainter *painter, const QStyleOptionViewItem &option, const QRect &place,
                   const QModelIndex &index) const;

    FeedIcons &m_icons;
};
