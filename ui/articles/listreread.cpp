#include "articles/articlelistmodel.h"
#include "articles/limits.h"
#include "base/background.h"

#include <algorithm>
#include <utility>

// A list that is read anew behind the one that is shown, and what is different brought into it.

void ArticleListModel::reread()
{
    // Whatever is being read may be from before the change.
    if (m_reader.reading() || m_rereader.reading() || m_comparing) {
        m_rereadAgain = true;
        return;
    }
    m_fresh = {};
    m_freshNext.reset();
    m_rereadVersion = m_version;
    m_rereader.read(m_query, {.rows = m_complete ? 0 : std::max(m_rows.size(), limits::firstRows)},
                    limits::rereadPerThousandRows * (m_rows.size() / 1000));
}

void ArticleListModel::compare()
{
    m_comparing = true;
    inBackground([rows = m_rows, fresh = m_fresh] { return rowEdits(rows, fresh); }, this,
                 [this, round = m_round](const QList<RowEdit> &edits) {
                     if (round != m_round)
                         return;
                     m_comparing = false;
                     m_fresh = {};
                     if (m_rows.size() > limits::longList)
                         m_library.giveBackMemory();
                     // What came meanwhile may be missing in what was read before.
                     if (m_version != m_rereadVersion) {
                         m_rereadAgain = false;
                         reread();
                         return;
                     }
                     m_next = m_freshNext;
                     m_complete = !m_next;
                     merge(edits);
                     if (std::exchange(m_rereadAgain, false))
                         reread();
                 });
}

void ArticleListModel::merge(const QList<RowEdit> &edits)
{
    if (edits.size() > limits::editsOneByOne) {
        mergeAtOnce(edits);
        return;
    }
    for (auto edit = edits.crbegin(); edit != edits.crend(); ++edit) {
        if (edit->removed > 0)
            takeRows(edit->row, edit->removed);
        if (edit->inserted.isEmpty())
            continue;
        ++m_version;
        beginInsertRows({}, edit->row, edit->row + int(edit->inserted.size()) - 1);
        m_rows.insert(edit->row, edit->inserted);
        endInsertRows();
    }
}

void ArticleListModel::mergeAtOnce(const QList<RowEdit> &edits)
{
    ++m_version;
    emit layoutAboutToBeChanged();
    auto before = persistentIndexList();
    std::ranges::sort(before, {}, &QModelIndex::row);
    QModelIndexList after;
    auto edit = edits.cbegin();
    auto moved = 0;
    for (const auto &one : std::as_const(before)) {
        while (edit != edits.cend() && edit->row + edit->removed <= one.row()) {
            moved += int(edit->inserted.size()) - edit->removed;
            ++edit;
        }
        const auto gone = edit != edits.cend() && edit->row <= one.row();
        after << (gone ? QModelIndex() : createIndex(one.row() + moved, one.column()));
    }
    for (auto back = edits.crbegin(); back != edits.crend(); ++back) {
        if (back->removed > 0)
            m_rows.remove(back->row, back->removed);
        m_rows.insert(back->row, back->inserted);
    }
    changePersistentIndexList(before, after);
    emit layoutChanged();
}
