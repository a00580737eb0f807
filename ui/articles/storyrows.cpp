#include "articles/storyrows.h"

#include "articles/limits.h"

#include <QDateTime>

#include <algorithm>
#include <bitset>
#include <unordered_map>
#include <utility>

namespace {

qint64 startOf(QDate date)
{
    return date.startOfDay().toMSecsSinceEpoch();
}

// A day by the local clock, which takes its time to tell when it begins.
class Day
{
public:
    explicit Day(qint64 moment) { jumpTo(moment); }

    [[nodiscard]] bool contains(qint64 moment) const { return m_begin <= moment && moment < m_end; }

    // Most often to the day before or after.
    void moveTo(qint64 moment)
    {
        const auto earlier = moment < m_begin;
        m_date = m_date.addDays(earlier ? -1 : 1);
        if (earlier)
            m_end = std::exchange(m_begin, startOf(m_date));
        else
            m_begin = std::exchange(m_end, startOf(m_date.addDays(1)));
        if (!contains(moment))
            jumpTo(moment);
    }

private:
    void jumpTo(qint64 moment)
    {
        m_date = QDateTime::fromMSecsSinceEpoch(moment).date();
        m_begin = startOf(m_date);
        m_end = startOf(m_date.addDays(1));
    }

    QDate m_date;
    qint64 m_begin = 0;
    qint64 m_end = 0;
};

// Stories have numbers close to each other: a million of them are known by as many bits.
class IdSet
{
public:
    explicit IdSet(const StoryRows &rows)
    {
        for (auto row = 0; row < rows.size(); ++row) {
            const auto id = quint64(rows.at(row).id);
            m_pages[id / idsOfPage].set(id % idsOfPage);
        }
    }

    [[nodiscard]] bool contains(ArticleId id) const
    {
        const auto page = m_pages.find(quint64(id) / idsOfPage);
        return page != m_pages.end() && page->second.test(quint64(id) % idsOfPage);
    }

private:
    static constexpr quint64 idsOfPage = 512;

    std::unordered_map<quint64, std::bitset<idsOfPage>> m_pages;
};

QList<PackedStory> packed(const QList<ListedStory> &stories)
{
    QList<PackedStory> rows;
    rows.reserve(stories.size());
    for (const auto &story : stories)
        rows.append(PackedStory(story));
    return rows;
}

} // namespace

PackedStory::PackedStory(const ListedStory &story)
    : m_id(quint32(quint64(story.id)))
    , m_moment(quint32(quint64(story.moment)))
    , m_high(quint32(quint64(story.id) >> lowBits << momentBits)
             | (quint32(quint64(story.moment) >> lowBits) & ((1U << momentBits) - 1)))
{
}

qint64 PackedStory::moment() const
{
    // To the top, and back with its sign.
    constexpr auto unused = 64 - lowBits - momentBits;
    const auto bits = quint64(m_high) << (lowBits + unused) | quint64(m_moment) << unused;
    return qint64(bits) >> unused;
}

ListedStory StoryRows::at(int row) const
{
    const auto block = blockOf(row);
    return m_blocks.at(block).at(row - m_starts.at(block)).story();
}

QList<ListedStory> StoryRows::mid(int first, int count) const
{
    QList<ListedStory> stories;
    auto row = std::max(first, 0);
    const auto end = std::min(first + count, m_size);
    stories.reserve(std::max(end - row, 0));
    for (auto block = blockOf(row); row < end; ++block) {
        const auto in = row - m_starts.at(block);
        const auto here = std::min(m_blocks.at(block).size() - in, qsizetype(end - row));
        for (auto at = in; at < in + here; ++at)
            stories += m_blocks.at(block).at(at).story();
        row += int(here);
    }
    return stories;
}

qsizetype StoryRows::bytes() const
{
    qsizetype sum = m_starts.capacity() * qsizetype(sizeof(int));
    for (const auto &block : m_blocks)
        sum += qsizetype(sizeof(block)) + block.capacity() * qsizetype(sizeof(PackedStory));
    return sum;
}

void StoryRows::append(const QList<ListedStory> &stories)
{
    for (qsizetype from = 0; from < stories.size();) {
        if (m_blocks.isEmpty() || m_blocks.last().size() >= limits::rowsInBlock) {
            m_blocks.append(QList<PackedStory>());
            m_blocks.last().reserve(limits::rowsInBlock);
            m_starts.append(m_size);
        }
        const auto count
            = std::min(limits::rowsInBlock - m_blocks.last().size(), stories.size() - from);
        m_blocks.last() += packed(stories.mid(from, count));
        m_size += int(count);
        from += count;
    }
}

void StoryRows::insert(int row, const QList<ListedStory> &stories)
{
    if (stories.isEmpty())
        return;
    if (row >= m_size) {
        append(stories);
        return;
    }
    const auto block = blockOf(row);
    const auto in = row - m_starts.at(block);
    auto &rows = m_blocks[block];
    if (stories.size() == 1)
        rows.insert(in, PackedStory(stories.first()));
    else
        rows = rows.first(in) + packed(stories) + rows.sliced(in);
    m_size += int(stories.size());
    if (rows.size() > 2 * limits::rowsInBlock)
        divide(block);
    startFrom(block);
}

void StoryRows::remove(int first, int count)
{
    const auto begin = blockOf(first);
    for (auto block = begin; count > 0;) {
        auto &rows = m_blocks[block];
        const auto in = first - m_starts.at(block);
        const auto here = int(std::min(rows.size() - in, qsizetype(count)));
        rows.remove(in, here);
        count -= here;
        m_size -= here;
        if (rows.isEmpty()) {
            m_blocks.removeAt(block);
            m_starts.removeAt(block);
        } else {
            ++block;
        }
        startFrom(begin);
    }
}

int StoryRows::rowOf(ArticleId id) const
{
    for (qsizetype block = 0; block < m_blocks.size(); ++block) {
        const auto &rows = m_blocks.at(block);
        const auto found = std::ranges::find(rows, id, &PackedStory::id);
        if (found != rows.end())
            return m_starts.at(block) + int(found - rows.begin());
    }
    return -1;
}

QList<int> StoryRows::rowsOf(const QSet<ArticleId> &ids, int around) const
{
    QList<int> found;
    if (ids.isEmpty())
        return found;
    // Most rows are told from those wanted by a few bits of their numbers.
    constexpr auto buckets = 4096U;
    std::bitset<buckets> maybe;
    for (const auto id : ids)
        maybe.set(size_t(id) % buckets);
    const auto blocks = blocksFrom(around);
    for (const auto block : blocks) {
        const auto &rows = m_blocks.at(block);
        for (qsizetype in = 0; in < rows.size(); ++in) {
            const auto id = rows.at(in).id();
            if (maybe.test(size_t(id) % buckets) && ids.contains(id))
                found << m_starts.at(block) + int(in);
        }
        if (found.size() == ids.size())
            break;
    }
    std::ranges::sort(found);
    return found;
}

QList<qsizetype> StoryRows::blocksFrom(int row) const
{
    QList<qsizetype> blocks;
    blocks.reserve(m_blocks.size());
    auto after = std::max(blockOf(row), qsizetype(0));
    for (auto before = after; blocks.size() < m_blocks.size();) {
        if (after < m_blocks.size())
            blocks << after++;
        if (before > 0)
            blocks << --before;
    }
    return blocks;
}

int StoryRows::place(const ListedStory &story) const
{
    return firstThat([&](const ListedStory &other) {
        return other.moment != story.moment ? other.moment < story.moment : other.id < story.id;
    });
}

QList<int> StoryRows::firstOfDays(int first, int last) const
{
    QList<int> rows;
    if (m_size == 0)
        return rows;
    const auto before = std::max(first - 1, 0);
    Day day(at(before).moment);
    if (first == 0)
        rows << 0;
    auto block = blockOf(before);
    for (auto row = before + 1; row <= last;) {
        while (row >= m_starts.at(block) + m_blocks.at(block).size())
            ++block;
        const auto &stories = m_blocks.at(block);
        const auto start = m_starts.at(block);
        const auto end = std::min(last + 1, start + int(stories.size()));
        for (; row < end; ++row) {
            const auto moment = stories.at(row - start).moment();
            if (day.contains(moment))
                continue;
            rows << row;
            day.moveTo(moment);
        }
    }
    return rows;
}

qsizetype StoryRows::blockOf(int row) const
{
    return std::ranges::upper_bound(m_starts, row) - m_starts.begin() - 1;
}

void StoryRows::startFrom(qsizetype block)
{
    m_starts.resize(m_blocks.size());
    for (auto at = block; at < m_blocks.size(); ++at)
        m_starts[at] = at == 0 ? 0 : m_starts.at(at - 1) + int(m_blocks.at(at - 1).size());
}

void StoryRows::divide(qsizetype block)
{
    const auto rows = m_blocks.at(block);
    QList<QList<PackedStory>> parts;
    for (qsizetype from = 0; from < rows.size(); from += limits::rowsInBlock)
        parts << rows.mid(from, limits::rowsInBlock);
    m_blocks = m_blocks.first(block) + parts + m_blocks.sliced(block + 1);
}

QList<RowEdit> rowEdits(const StoryRows &rows, const StoryRows &fresh)
{
    const IdSet present(rows);
    const IdSet wanted(fresh);
    const auto isNew = [&](int row) { return !present.contains(fresh.at(row).id); };
    const auto isGone = [&](int row) { return !wanted.contains(rows.at(row).id); };
    QList<RowEdit> edits;
    const auto editAt = [&](int row) -> RowEdit & {
        if (edits.isEmpty() || edits.last().row + edits.last().removed != row)
            edits.append(RowEdit{.row = row});
        return edits.last();
    };
    auto row = 0;
    auto next = 0;
    while (row < rows.size() || next < fresh.size()) {
        if (row < rows.size() && next < fresh.size() && rows.at(row).id == fresh.at(next).id) {
            ++row;
            ++next;
        } else if (row < rows.size() && isGone(row)) {
            ++editAt(row).removed;
            ++row;
        } else if (next < fresh.size() && isNew(next)) {
            editAt(row).inserted << fresh.at(next);
            ++next;
        } else {
            // A row that has moved in the library stays where it is here.
            row += row < rows.size();
            next += next < fresh.size();
        }
    }
    return edits;
}
