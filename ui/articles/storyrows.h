#pragma once

#include "model/storylist.h"

#include <QList>
#include <QSet>

// A row as it is kept: 12 bytes. Numbers of stories have 40 bits, which nobody will ever read, and
// moments 56, a million years either way; what is beyond that in a damaged library stands
// somewhere.
class PackedStory
{
public:
    PackedStory() = default;
    explicit PackedStory(const ListedStory &story);

    [[nodiscard]] ArticleId id() const
    {
        return ArticleId(qint64(m_high >> momentBits) << lowBits | m_id);
    }
    [[nodiscard]] qint64 moment() const;
    [[nodiscard]] ListedStory story() const { return {.id = id(), .moment = moment()}; }

private:
    static constexpr int lowBits = 32;
    static constexpr int momentBits = 24; // Of those that are not in its own number.

    quint32 m_id = 0;
    quint32 m_moment = 0;
    quint32 m_high = 0; // What is left of both.
};

// The rows of a list, before their headlines are read: in blocks, so that rows come and go anywhere
// among a million without moving them all, and a copy shares what does not change.
class StoryRows
{
public:
    [[nodiscard]] int size() const { return m_size; }
    [[nodiscard]] bool isEmpty() const { return m_size == 0; }
    [[nodiscard]] ListedStory at(int row) const;
    [[nodiscard]] QList<ListedStory> mid(int first, int count) const;
    // What it takes in memory.
    [[nodiscard]] qsizetype bytes() const;

    void append(const QList<ListedStory> &stories);
    void insert(int row, const QList<ListedStory> &stories);
    void remove(int first, int count);

    // -1 when it is not there. All rows are looked at.
    [[nodiscard]] int rowOf(ArticleId id) const;
    // Those that are there, in order. Looked for from a row outwards, until none is missing: all
    // rows are looked at only where one is not there.
    [[nodiscard]] QList<int> rowsOf(const QSet<ArticleId> &ids, int around = 0) const;
    // Where a story belongs that has this moment and number, the newest being first.
    [[nodiscard]] int place(const ListedStory &story) const;
    // The first row that fits, where no row fits before one that does not; their number if none.
    template<typename Fits>
    [[nodiscard]] int firstThat(Fits fits) const;
    // The rows from `first` to `last` that begin another day, by the local clock, than the row
    // before them. The very first always does.
    [[nodiscard]] QList<int> firstOfDays(int first, int last) const;

private:
    [[nodiscard]] qsizetype blockOf(int row) const;
    void startFrom(qsizetype block); // Counts anew where blocks start.
    void divide(qsizetype block);
    [[nodiscard]] QList<qsizetype> blocksFrom(int row) const; // The nearest first.

    QList<QList<PackedStory>> m_blocks; // None is empty.
    QList<int> m_starts; // Of the blocks: their first rows.
    int m_size = 0;
};

template<typename Fits>
int StoryRows::firstThat(Fits fits) const
{
    auto low = 0;
    auto high = m_size;
    while (low < high) {
        const auto middle = low + (high - low) / 2;
        if (fits(at(middle)))
            high = middle;
        else
            low = middle + 1;
    }
    return low;
}

// One place where rows go and others come.
struct RowEdit
{
    int row = 0; // In the rows as they were before any edit.
    int removed = 0;
    QList<ListedStory> inserted = {};

    bool operator==(const RowEdit &) const = default;
};

// What makes the rows those of a list that was read anew: what is not in it goes, what is new comes
// where it stands there, and all other rows keep their order, even where the library's has changed
// since. From the first to the last. For the pool: it takes a while.
QList<RowEdit> rowEdits(const StoryRows &rows, const StoryRows &fresh);
