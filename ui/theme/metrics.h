#pragma once

// The window's measures, in device-independent pixels: multiples of one grid.
namespace theme {

constexpr int grid = 8;
constexpr int half = grid / 2;
constexpr int corner = 6; // Radius of fields, buttons and selected rows.
constexpr int smallCorner = 4; // Radius of thumbnails and badges.
constexpr int iconSide = 20;

constexpr int sidebarWidth = 232;
constexpr int listWidth = 368;
constexpr int readingWidth = 360; // At least.
constexpr int narrowestPane = 96; // Of sidebar and list, as somebody may drag them.
constexpr int narrowest = listWidth - 12 * grid; // Of the list, and of all where one pane is seen.

// Below the first width the sidebar is folded away, below the second the list and the story take
// turns: so that a line of the story keeps some fifty letters.
constexpr int threePanes = 1080;
constexpr int twoPanes = 800;

} // namespace theme
