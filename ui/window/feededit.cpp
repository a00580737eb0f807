#include "window/feededit.h"

#include "library/feedstore.h"

#include <algorithm>
#include <limits>

namespace {

constexpr int atTheEnd = std::numeric_limits<int>::max();

Result<FeedFolderId> folderFor(Library &library, const FeedEdit &edit, const QDateTime &now)
{
    if (edit.newFolder.isEmpty())
        return edit.folder;
    if (const auto made = library.feeds().addFolder(edit.newFolder, FeedFolderId::None, now); !made)
        return made.error();
    const auto tree = library.feeds().tree();
    if (!tree)
        return tree.error();
    // The newest of that name.
    auto found = FeedFolderId::None;
    for (const auto &folder : tree->folders) {
        if (folder.title == edit.newFolder && folder.parent == FeedFolderId::None)
            found = std::max(found, folder.id);
    }
    return found;
}

} // namespace

bool changesLibrary(const Feed &before, const FeedEdit &edit)
{
    return edit.url != before.url || edit.title != before.title || edit.folder != before.folder
        || !edit.newFolder.isEmpty() || edit.settings != before.settings;
}

Result<LibraryChange> applyEdit(Library &library, const Feed &before, const FeedEdit &edit,
                                const QDateTime &now)
{
    // What may be refused comes first: then nothing else is done.
    if (edit.url != before.url) {
        if (const auto done = library.feeds().setUrl(before.id, edit.url, now); !done)
            return done;
    }
    if (edit.title != before.title) {
        if (const auto done = library.feeds().rename(before.id, edit.title, now); !done)
            return done;
    }
    const auto folder = folderFor(library, edit, now);
    if (!folder)
        return folder.error();
    if (*folder != before.folder) {
        const auto moved
            = library.feeds().move({FeedNode{.feed = before.id}}, *folder, atTheEnd, now);
        if (!moved)
            return moved;
    }
    if (edit.settings != before.settings) {
        if (const auto done = library.feeds().setSettings({before.id}, edit.settings, now); !done)
            return done;
    }
    return LibraryChange{.feeds = true};
}
