#pragma once

#include "model/feed.h"
#include "model/storyquery.h"

#include <QMetaType>

#include <memory>
#include <vector>

// A row of the sidebar, and for a folder the rows below it.
struct SidebarNode
{
    enum class Kind {
        Place,
        FeedsHeading,
        Folder, // Of feeds.
        Feed,
        Subscribe, // Stands where the feeds will.
        WatchedHeading,
        WatchedFolder,
        WatchAnother
    };

    Kind kind = Kind::Place;
    StoryQuery::Scope scope = StoryQuery::Scope::All; // Of a place.
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
