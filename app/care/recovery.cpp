#include "care/recovery.h"

#include "library/database.h"
#include "library/stopped.h"
#include "library/tablecopy.h"

#include <QUrl>

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace {

using recovery::Gap;
using recovery::Outcome;

constexpr qint64 idsBeside = 1'000; // Beyond the last that is known of.

// The tables that hold something of their own: others are made anew from them. What FTS5 keeps
// belongs to a virtual table.
QStringList tablesOf(Database &database)
{
    QStringList names;
    auto query = database.query("SELECT name FROM pragma_table_list WHERE schema = 'main' "
                                "AND type = 'table' AND name NOT LIKE 'sqlite_%' "
                                "AND name NOT IN ('totals', 'feedCounts', 'searchShards', "
                                "'storyKeys', 'newStoryKeys') "
                                "ORDER BY name = 'articles' DESC, name");
    while (query.next())
        names.append(query.text(0));
    return names;
}

qint64 numberIn(Database &database, const std::string &sql)
{
    try {
        auto query = database.query(sql);
        return query.next() ? query.number(0) : 0;
    } catch (const SQLite::Exception &) {
        return 0; // Not to be read either.
    }
}

// An id that no row of the table is likely to be beyond. Stories come first, and name their
// versions.
qint64 idBeyond(Database &from, Database &to, const QString &table)
{
    const auto sequence = numberIn(
        from, "SELECT seq FROM sqlite_sequence WHERE name = '" + table.toStdString() + "'");
    if (sequence > 0)
        return sequence + 1;
    const auto stories = numberIn(to, "SELECT max(id) FROM articles");
    const auto versions = numberIn(to, "SELECT max(version) FROM articles");
    return std::max(stories, versions) + idsBeside;
}

class Salvage
{
public:
    Salvage(TableCopy &copy, QString table, Outcome &outcome)
        : m_copy(copy)
        , m_table(std::move(table))
        , m_outcome(outcome)
    {
    }

    // Comes as near to a damaged page as it can from both sides, then looks for more in the middle.
    void between(qint64 after, qint64 before)
    {
        const auto up = m_copy.copyBetween(after, before, TableCopy::Direction::Up);
        if (up.finished)
            return;
        const auto down = m_copy.copyBetween(up.last, before, TableCopy::Direction::Down);
        const auto low = up.last;
        const auto high = down.last;
        if (down.finished || high - low < 2)
            return;
        if (high - low == 2) {
            note(low, high);
            return;
        }
        const auto middle = low + (high - low) / 2;
        between(low, middle + 1);
        between(middle, high);
    }

private:
    // From below: what touches the last gap belongs to it.
    void note(qint64 after, qint64 before)
    {
        auto &gaps = m_outcome.gaps;
        if (!gaps.isEmpty() && gaps.last().table == m_table && gaps.last().before >= before - 1)
            gaps.last().before = before;
        else
            gaps.append({.table = m_table, .after = after, .before = before});
    }

    TableCopy &m_copy;
    QString m_table;
    Outcome &m_outcome;
};

void salvage(Database &from, Database &to, const QString &table, Outcome &outcome)
{
    TableCopy copy(from, to, table);
    constexpr auto top = std::numeric_limits<qint64>::max();
    if (!copy.hasIds()) {
        if (!copy.copyByKey(TableCopy::Direction::Up)) {
            copy.copyByKey(TableCopy::Direction::Down);
            outcome.cut.append(table);
        }
    } else if (const auto run = copy.copyBetween(0, top, TableCopy::Direction::Up); !run.finished) {
        // Down from the end first: where that can be read, it says where the end is.
        const auto down = copy.copyBetween(run.last, top, TableCopy::Direction::Down);
        const auto before = down.last < top ? down.last : idBeyond(from, to, table);
        Salvage(copy, table, outcome).between(run.last, before);
    }
    outcome.rows += copy.rows();
}

// Ids are not used again, not even those of rows that are lost.
void copySequences(Database &from, Database &to)
{
    for (const auto *table : {"articles", "journal", "feeds", "feedFolders", "smartFolders"}) {
        const auto sequence = numberIn(
            from, std::string("SELECT seq FROM sqlite_sequence WHERE name = '") + table + "'");
        auto forget = to.query("DELETE FROM sqlite_sequence WHERE name = ? AND seq < ?");
        forget << QString::fromUtf8(table) << sequence;
        forget.run();
        auto note = to.query("INSERT INTO sqlite_sequence (name, seq) SELECT ?1, ?2 WHERE ?2 > 0 "
                             "AND NOT EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = ?1)");
        note << QString::fromUtf8(table) << sequence;
        note.run();
    }
}

std::string sharedColumns(Database &to, const std::string &table)
{
    std::string columns;
    auto query = to.query("SELECT name FROM pragma_table_info('" + table
                          + "', 'main') INTERSECT SELECT name FROM pragma_table_info('" + table
                          + "', 'backup')");
    while (query.next())
        columns += (columns.empty() ? "" : ", ") + query.text(0).toStdString();
    return columns;
}

int fill(Database &to, const std::string &table, const std::string &where)
{
    const auto columns = sharedColumns(to, table);
    if (columns.empty())
        return 0;
    to.execute(("INSERT OR IGNORE INTO main." + table + " (" + columns + ") SELECT " + columns
                + " FROM backup." + table + where)
                   .c_str());
    return to.changedRows();
}

} // namespace

bool recovery::Outcome::isDamaged(const QString &table) const
{
    return cut.contains(table)
        || std::ranges::any_of(gaps, [&](const Gap &gap) { return gap.table == table; });
}

recovery::Outcome recovery::copyReadable(Database &from, Database &to, const std::stop_token &stop)
{
    const StoppedQueries stopped(from, stop);
    Outcome outcome;
    from.execute("PRAGMA cell_size_check = ON");
    to.execute("PRAGMA foreign_keys = OFF");
    Transaction transaction(to, Transaction::Durability::Relaxed);
    const auto tables = tablesOf(to);
    for (const auto &table : tables)
        to.execute(("DELETE FROM " + table.toStdString()).c_str());
    for (const auto &table : tables)
        salvage(from, to, table, outcome);
    copySequences(from, to);
    transaction.commit();
    return outcome;
}

qint64 recovery::fillFrom(const QString &backup, Database &to, const Outcome &outcome)
{
    auto attach = to.query("ATTACH ? AS backup");
    attach << QUrl::fromLocalFile(backup).toString(QUrl::FullyEncoded) + u"?immutable=1"_s;
    attach.run();
    qint64 stories = 0;
    for (const auto &gap : outcome.gaps) {
        const auto rows = fill(to, gap.table.toStdString(),
                               " WHERE rowid > " + std::to_string(gap.after) + " AND rowid < "
                                   + std::to_string(gap.before));
        if (gap.table == "articles"_L1)
            stories += rows;
    }
    for (const auto &table : outcome.cut)
        fill(to, table.toStdString(), {});
    to.execute("DETACH backup");
    return stories;
}
