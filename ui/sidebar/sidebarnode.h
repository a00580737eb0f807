#pragma once

#include "model/feed.h"
#include "model/smartfolder.h"

#include <QMetaType>

#include <memory>
#include <vector>

// A row of the sidebar, and for a folder the rows below it.
struct SidebarNode
{
    enum class Kind {
        FrontPage,
        Everything,
        SmartFolder,
        FeedsHeading,
        Folder, // Of feeds.
        Feed,
        Subscribe, // Stands where the feeds will.
        WatchedHeading,
        WatchedFolder,
        WatchAnother
    };

    Kind kind = Kind::Everything;
    ::SmartFolder smart = {};
    int stories = 0; // That are counted beside the name of a smart folder.
    QString watched = {}; // Absolute path.
    FeedFolder folder = {};
    Feed feed = {};
    SidebarNode *parent = nullptr;
    int row = 0; // Among its siblings.
    std::vector<std::unique_ptr<SidebarNode>> children = {};

    [[nodiscard]] bool isFeedOrFolder() const { return kind == Kind::Feed || kind == Kind::Folder; }
    [[nodiscard]] FeedNode id() const
    {
        return kind == Kind::Feed  ? FeedNode{.feed = feed.id}
            : kind == Kind::Folder ? FeedNode{.folder = folder.id}
                                   : FeedNode{};
    }
};

Q_DECLARE_METATYPE(SidebarNode::Kind)
