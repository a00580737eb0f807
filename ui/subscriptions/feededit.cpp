#include "subscriptions/feededit.h"

#include "library/feedstore.h"

bool changesLibrary(const Feed &before, const FeedEdit &edit)
{
    return edit.url != before.url || edit.title != before.title || edit.folder != before.folder
        || !edit.newFolder.isEmpty() || edit.settings != before.settings;
}

Result<LibraryChange> applyEdit(Library &library, const Feed &before, const FeedEdit &edit,
                                const QDateTime &now)
{
    FeedSetUp changes{.newFolder = edit.newFolder};
    if (edit.url != before.url)
        changes.url = edit.url;
    if (edit.title != before.title)
        changes.title = edit.title;
    if (edit.folder != before.folder)
        changes.folder = edit.folder;
    if (edit.settings != before.settings)
        changes.settings = edit.settings;
    return library.feeds().setUp(before.id, changes, now);
}
