#pragma once

#include "articles/rowgeometry.h"

#include <QListView>

#include <functional>
#include <optional>

// A list whose rows are all of one height, with headings between them; the one that the topmost row
// stands below stays on the screen. Where things stand is reckoned, never laid out, so that a
// million rows are as quick as ten.
class StoryListView final : public QListView
{
    Q_OBJECT

public:
    explicit StoryListView(QWidget *parent = nullptr);

    // Which of the rows from `first` to `last` have a heading above them, and what it says of a row
    // below it.
    struct Headings
    {
        std::function<QList<int>(int first, int last)> rows;
        std::function<QString(int row)> words;
    };
    void setHeadings(const std::optional<Headings> &headings);
    // They are the same, but say something else.
    void renameHeadings() { viewport()->update(); }

    // Rows are of another height now. The current one, if it is on the screen, stays where it is
    // there, otherwise the first one does.
    void measureAnew();

    // So that its row is the first on the screen.
    void scrollToTop(const QModelIndex &index);

    [[nodiscard]] const RowGeometry &geometryOfRows() const { return m_geometry; }

    QRect visualRect(const QModelIndex &index) const override;
    QModelIndex indexAt(const QPoint &point) const override;
    void scrollTo(const QModelIndex &index, ScrollHint hint = EnsureVisible) override;
    void doItemsLayout() override;
    void reset() override;
    void setModel(QAbstractItemModel *model) override;
    // Headlines that are not read yet cannot be found by their first letters.
    void keyboardSearch(const QString & /*search*/) override { }

signals:
    void shownRowsChanged(int first, int last);
    void headingClicked(int row, const QRect &heading);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void updateGeometries() override;
    void dataChanged(const QModelIndex &topLeft, const QModelIndex &bottomRight,
                     const QList<int> &roles = {}) override;
    void rowsInserted(const QModelIndex &parent, int first, int last) override;
    void rowsAboutToBeRemoved(const QModelIndex &parent, int first, int last) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void selectionChanged(const QItemSelection &selected,
                          const QItemSelection &deselected) override;
    QItemSelectionModel::SelectionFlags selectionCommand(const QModelIndex &index,
                                                         const QEvent *event) const override;
    QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;
    void setSelection(const QRect &rect, QItemSelectionModel::SelectionFlags command) override;
    QRegion visualRegionForSelection(const QItemSelection &selection) const override;
    int horizontalOffset() const override { return 0; }
    int verticalOffset() const override;
    bool isIndexHidden(const QModelIndex & /*index*/) const override { return false; }

private:
    void measure();
    void count();
    void forgetRemoved(int first, int last);
    void keepAt(int value);
    [[nodiscard]] int headroom() const; // What the heading at the top covers.
    [[nodiscard]] int rowsOnAScreen() const;
    // In the viewport; the one at the top first.
    [[nodiscard]] std::optional<RowGeometry::Heading> stuckHeading() const;
    [[nodiscard]] std::optional<RowGeometry::Heading> headingUnder(const QPoint &point) const;
    void paintRow(QPainter &painter, QStyleOptionViewItem &option, int row) const;
    void paintHeading(QPainter &painter, const RowGeometry::Heading &heading) const;
    [[nodiscard]] QFont headingFont() const;
    void tellShown();

    RowGeometry m_geometry;
    std::optional<Headings> m_headings;
    std::optional<QPoint> m_pointer; // Over the viewport.
    QPersistentModelIndex m_anchor; // The first row on the screen while rows are put in order,
    int m_belowTop = 0; // and where it stands.
    bool m_measured = false;
};
