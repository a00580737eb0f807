#pragma once

#include <QList>

#include <optional>

// Where rows of one height stand, and the headings between them: arithmetic instead of a layout, so
// that a million rows take no longer than ten.
class RowGeometry
{
public:
    struct Heading
    {
        int row = 0; // The first below it.
        int top = 0;

        bool operator==(const Heading &) const = default;
    };

    void setHeights(int row, int heading);
    // `headings` are the rows that have one above them, in order.
    void setRows(int rows, const QList<int> &headings = {});

    // The rows from `first` on move; headings move with them.
    void insertRows(int first, int count);
    void removeRows(int first, int count);
    // Says anew which of the rows from `first` to `last` have a heading.
    void setHeadings(int first, int last, const QList<int> &headings);

    [[nodiscard]] int rows() const { return m_rows; }
    [[nodiscard]] int rowHeight() const { return m_rowHeight; }
    [[nodiscard]] int headingHeight() const { return m_headingHeight; }
    [[nodiscard]] const QList<int> &headings() const { return m_headings; }
    [[nodiscard]] int height() const;
    [[nodiscard]] int top(int row) const;
    // -1 in a heading, and above and below all rows.
    [[nodiscard]] int rowAt(int y) const;
    // The row there, or below the heading there, or else the first or last; -1 without rows.
    [[nodiscard]] int nearestRow(int y) const;
    [[nodiscard]] std::optional<Heading> headingAt(int y) const;
    // The heading that a row stands below, and the next.
    [[nodiscard]] std::optional<Heading> headingOf(int row) const;
    [[nodiscard]] std::optional<Heading> headingAfter(int row) const;

private:
    [[nodiscard]] Heading heading(qsizetype at) const;
    [[nodiscard]] qsizetype headingsUpTo(int row) const; // That row's own counts.
    [[nodiscard]] qsizetype headingsAbove(int y) const;

    int m_rows = 0;
    int m_rowHeight = 1;
    int m_headingHeight = 0;
    QList<int> m_headings;
};
