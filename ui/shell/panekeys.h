#pragma once

#include <span>

// Keys that a pane answers by itself while it has the keyboard, for the overview beside the table
// of actions.
struct PaneKeys
{
    enum class Pane { List, Sidebar, FrontPage, SearchField, FindField, Photos, LeftOut };

    Pane pane;
    const char *keys; // As QKeySequence writes them, parted by spaces.
    const char *text;

    static std::span<const PaneKeys> table();
    static const char *title(Pane pane);
};
