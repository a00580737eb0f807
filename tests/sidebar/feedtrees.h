#pragma once

#include "model/feed.h"

#include <QString>

// Trees of subscriptions for tests, written as one would draw them.
namespace feedtrees {

// Lines such as "1 Times", "  2 Notes" and "+1 Science": a feed or, with "+", a folder; two spaces
// further in, it stands in the folder above.
inline FeedTree tree(const QStringList &lines)
{
    FeedTree tree;
    QList<FeedFolderId> around{FeedFolderId::None};
    for (const auto &line : lines) {
        const auto written = line.trimmed();
        const auto depth = (line.size() - written.size()) / 2;
        around.resize(depth + 1);
        const auto isFolder = written.startsWith(u'+');
        const auto id = written.mid(isFolder ? 1 : 0).section(u' ', 0, 0).toLongLong();
        const auto title = written.section(u' ', 1);
        if (isFolder) {
            tree.folders << FeedFolder{
                .id = FeedFolderId(id), .title = title, .parent = around.last()};
            tree.order << FeedNode{.folder = FeedFolderId(id)};
            around << FeedFolderId(id);
        } else {
            tree.feeds << Feed{.id = FeedId(id),
                               .url = QUrl(QStringLiteral("https://feeds.example/%1").arg(id)),
                               .title = title,
                               .ownTitle = title,
                               .folder = around.last()};
            tree.order << FeedNode{.feed = FeedId(id)};
        }
    }
    return tree;
}

} // namespace feedtrees
