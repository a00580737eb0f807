#include "shell/panekeys.h"

#include <QtGlobal>

#include <array>

namespace {

#define WORDS(text) QT_TRANSLATE_NOOP("PaneKeys", text)

using Pane = PaneKeys::Pane;

constexpr std::array specs{
    PaneKeys{Pane::List, "Shift+Down Ctrl+Space", WORDS("Select several stories")},
    PaneKeys{Pane::Sidebar, "Enter", WORDS("Go into the list")},
    PaneKeys{Pane::Sidebar, "F2", WORDS("Rename a feed or folder")},
    PaneKeys{Pane::Sidebar, "Alt+Enter", WORDS("Its settings, or what it searches for")},
    PaneKeys{Pane::Sidebar, "Del", WORDS("Unsubscribe, or remove the folder")},
    PaneKeys{Pane::Sidebar, "Alt+Up Alt+Down", WORDS("Move it")},
    PaneKeys{Pane::FrontPage, "Tab Down Up", WORDS("From story to story")},
    PaneKeys{Pane::FrontPage, "Enter", WORDS("Open the story")},
    PaneKeys{Pane::SearchField, "Tab", WORDS("Complete the word")},
    PaneKeys{Pane::SearchField, "Enter Down", WORDS("On to what was found")},
    PaneKeys{Pane::SearchField, "Del", WORDS("Forget a search of before")},
    PaneKeys{Pane::FindField, "Enter Shift+Enter", WORDS("Next and previous place")},
    PaneKeys{Pane::Photos, "Right Left", WORDS("Next and previous photo")},
    PaneKeys{Pane::Photos, "+ -", WORDS("Closer, and back")},
    PaneKeys{Pane::Photos, "0", WORDS("Fit it into the window")},
    PaneKeys{Pane::Photos, "Ctrl+S", WORDS("Save the picture")},
    PaneKeys{Pane::Photos, "Ctrl+C", WORDS("Copy the picture")},
    PaneKeys{Pane::Photos, "Esc", WORDS("Back to the story")},
    PaneKeys{Pane::LeftOut, "Ctrl+Z", WORDS("Take a choice back")},
};

} // namespace

std::span<const PaneKeys> PaneKeys::table()
{
    return specs;
}

const char *PaneKeys::title(Pane pane)
{
    switch (pane) {
    case Pane::List:
        return WORDS("In the list");
    case Pane::Sidebar:
        return WORDS("In the sidebar");
    case Pane::FrontPage:
        return WORDS("On the front page");
    case Pane::SearchField:
        return WORDS("In the search field");
    case Pane::FindField:
        return WORDS("Finding in a story");
    case Pane::Photos:
        return WORDS("Photos");
    case Pane::LeftOut:
        break;
    }
    return WORDS("What was left out");
}

#undef WORDS
