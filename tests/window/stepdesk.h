#pragma once

#include "reading/readingpane.h"
#include "shell/actions.h"
#include "window/desk.h"

#include <QAction>
#include <QTest>

using namespace Qt::StringLiterals;

// What steps change in a window whose list has a story.
struct Place
{
    bool isLarger = false;
    bool isRead = true;
    bool isBookmarked = false;

    bool operator==(const Place &) const = default;
};

inline Place placeOf(const Desk &desk)
{
    const auto headline = desk.rows().headline(0);
    return {.isLarger = desk.window->pane().look().textSize > page::Look().textSize,
            .isRead = headline.read,
            .isBookmarked = headline.bookmarked()};
}

// A story, and as soon as it is there what is done to it, one after the other.
inline Place after(const Desk &desk, const QList<Command> &commands)
{
    for (const auto command : commands) {
        const auto before = placeOf(desk);
        desk.trigger(command);
        if (!QTest::qWaitFor([&] { return placeOf(desk) != before; }))
            qWarning("a command does nothing");
    }
    return placeOf(desk);
}

inline bool openOne(const Desk &desk)
{
    return desk.open({desk.file(1)})
        && QTest::qWaitFor([&] { return desk.rows().rowCount() == 1 && placeOf(desk).isRead; });
}

inline QString undoText(const Desk &desk)
{
    return desk.window->actions()[Command::Undo]->text().remove(u'&');
}
