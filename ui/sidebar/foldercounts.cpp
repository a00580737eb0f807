#include "sidebar/foldercounts.h"

#include "search/places.h"
#include "sidebar/limits.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace {

// The totals know how many are unread and how many are bookmarked.
bool needsCounting(const SmartFolder &folder)
{
    const auto counted = search::countedIn(folder.search);
    return counted && counted->scope != StoryQuery::Scope::Unread
        && counted->scope != StoryQuery::Scope::Bookmarks;
}

} // namespace

FolderCounts::FolderCounts(SharedLibrary &library, QObject *parent)
    : QObject(parent)
    , m_library(library)
    , m_day(QDate::currentDate())
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(limits::countingPause);
    m_dayWatch.setInterval(limits::dayWatch);
    connect(&m_soon, &QTimer::timeout, this, &FolderCounts::beginRound);
    connect(&m_dayWatch, &QTimer::timeout, this, &FolderCounts::watchTheDay);
    connect(&m_library, &SharedLibrary::changed, this, &FolderCounts::apply);
}

void FolderCounts::start()
{
    if (std::exchange(m_started, true))
        return;
    m_dayWatch.start();
    beginRound();
}

void FolderCounts::setFolders(const QList<SmartFolder> &folders)
{
    const auto before = std::exchange(m_folders, folders);
    for (const auto &folder : std::as_const(m_folders)) {
        const auto known = std::ranges::find(before, folder.id, &SmartFolder::id);
        if (known == before.end() || known->search != folder.search)
            recount(folder.id);
    }
}

void FolderCounts::apply(const LibraryChange &change)
{
    if (change.everything || !change.added.isEmpty() || !change.changed.isEmpty()
        || !change.removed.isEmpty()) {
        recountAll();
        return;
    }
    // Of feeds alone nothing matters but what they are called.
    for (const auto &folder : std::as_const(m_folders)) {
        if (change.feeds && folder.search.contains("from:"_L1, Qt::CaseInsensitive))
            recount(folder.id);
    }
}

void FolderCounts::recountAll()
{
    for (const auto &folder : std::as_const(m_folders))
        recount(folder.id);
}

void FolderCounts::recount(SmartFolderId folder)
{
    m_stale.insert(folder);
    if (m_started && !m_round.isValid() && !m_soon.isActive())
        m_soon.start();
}

void FolderCounts::beginRound()
{
    m_round.start();
    m_waiting = std::exchange(m_stale, {});
    countNext();
}

void FolderCounts::countNext()
{
    const auto next = std::ranges::find_if(
        m_folders, [this](const auto &folder) { return m_waiting.contains(folder.id); });
    if (next == m_folders.end()) {
        endRound();
        return;
    }
    m_waiting.remove(next->id);
    if (!needsCounting(*next)) {
        countNext();
        return;
    }
    m_library.count([query = *search::countedIn(next->search)](
                        Library &library) { return library.count(query, limits::countedStories); },
                    this,
                    [this, id = next->id, search = next->search](const Result<int> &stories) {
                        const auto folder = std::ranges::find(m_folders, id, &SmartFolder::id);
                        if (stories && folder != m_folders.end() && folder->search == search)
                            emit counted(id, *stories);
                        countNext();
                    });
}

// However much there is to count, most of the time nothing is counted.
void FolderCounts::endRound()
{
    const std::chrono::milliseconds took(m_round.elapsed());
    m_round.invalidate();
    m_soon.setInterval(std::max(limits::countingPause, limits::countingShare * took));
    if (!m_stale.isEmpty())
        m_soon.start();
}

// "Today" is another day after midnight, or once a computer wakes up.
void FolderCounts::watchTheDay()
{
    if (std::exchange(m_day, QDate::currentDate()) != m_day)
        recountAll();
}
