#include "library/smartfolderstore.h"
#include "sidebar/sidebar.h"

#include <QScopedValueRollback>

#include <utility>

// What the sidebar asks the library, and what it does with the answers.

void Sidebar::count()
{
    // Opening a thousand files changes the library a thousand times: one count at a time will do.
    if (m_counting) {
        m_countAgain = true;
        return;
    }
    m_counting = true;
    m_library.read([](Library &library) { return library.counts(); }, this,
                   [this](const Result<StoryCounts> &counts) {
                       m_counting = false;
                       if (counts)
                           m_model.setCounts(*counts);
                       if (std::exchange(m_countAgain, false))
                           count();
                   });
}

void Sidebar::reload()
{
    m_treeSoon.stop();
    readSmartFolders();
    readTree();
}

void Sidebar::readSmartFolders()
{
    struct Read
    {
        QList<SmartFolder> folders;
        QList<SmartFolder> removed;
    };
    m_library.read(
        [](Library &library) -> Result<Read> {
            const auto folders = library.smartFolders().list();
            const auto removed = library.smartFolders().removedBuiltIns();
            if (!folders || !removed)
                return folders ? removed.error() : folders.error();
            return Read{.folders = *folders, .removed = *removed};
        },
        this,
        [this](const Result<Read> &read) {
            if (!read)
                return;
            m_hidesBuiltIns = !read->removed.isEmpty();
            takeSmartFolders(read->folders);
        });
}

void Sidebar::takeSmartFolders(const QList<SmartFolder> &folders)
{
    const auto before = currentSmart();
    const auto row = currentIndex().row();
    const auto listed
        = before == SmartFolderId::None ? StoryQuery() : m_model.query(currentIndex());
    {
        const QScopedValueRollback silent(m_silent, true);
        m_model.setSmartFolders(folders);
        // What took the place of the one that is gone, or else what stands above: the view itself
        // would go on to any row.
        if (before != SmartFolderId::None && !m_model.indexOf(before).isValid()) {
            const auto below = m_model.smartFolder(m_model.index(row)) != SmartFolderId::None;
            go(m_model.index(below ? row : row - 1));
        }
    }
    m_folderCounts.setFolders(folders);
    if (m_isWanted)
        select(m_wanted);
    else if (before != SmartFolderId::None && m_model.query(currentIndex()) != listed)
        emit selected(m_model.query(currentIndex()));
    emit currentNodeChanged();
}

void Sidebar::readTree()
{
    if (m_readingTree) {
        m_treeAgain = true;
        return;
    }
    m_readingTree = true;
    m_treeAgain = false;
    m_library.read([](Library &library) { return library.feeds().tree(); }, this,
                   [this](const Result<FeedTree> &tree) {
                       m_readingTree = false;
                       const auto first = !m_model.answered();
                       if (tree) {
                           m_model.setTree(*tree);
                           unfold();
                       }
                       if (m_isWanted)
                           select(m_wanted);
                       // A feed that was left since the last session.
                       if (first && m_isWanted && m_wanted.scope != StoryQuery::Scope::Folder)
                           go(m_model.everything());
                       if (m_treeAgain)
                           m_treeSoon.start();
                   });
}

void Sidebar::unfold()
{
    // Only once each: what somebody folds meanwhile is not to spring open again.
    const QScopedValueRollback silent(m_silent, true);
    QSet<FeedFolderId> seen;
    for (const auto &folder : m_model.folders()) {
        if (!m_seen.contains(folder.id))
            setExpanded(m_model.indexOf(FeedNode{.folder = folder.id}), folder.expanded);
        seen.insert(folder.id);
    }
    m_seen = seen;
}

void Sidebar::noteExpansion(const QModelIndex &index, bool expanded)
{
    if (!m_silent)
        emit expansionAsked(m_model.feedNode(index).folder, expanded);
}
