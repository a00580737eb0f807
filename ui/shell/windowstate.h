#pragma once

#include "model/headline.h"
#include "model/storyquery.h"
#include "page/page.h"
#include "theme/theme.h"

#include <QByteArray>
#include <QList>
#include <QString>

// Where the program keeps its things.
struct Places
{
    QString library; // A folder.
    QString settings; // What the person chose: a file.
    QString style; // The person's own style sheet for stories: a file.
    QString rules; // What the person decided about sites' pages: a file.
    QString state; // How the window was left: a file.

    // The person's own, in the folders of the XDG Base Directory Specification; or all of it in one
    // folder.
    static Places usual();
    static Places inside(const QString &folder);
};

// What the person chose.
struct Preferences
{
    Theme::Choice theme = Theme::Choice::Automatic;
    page::Look look = {}; // Its theme and accent follow the choice and are not kept.

    static Preferences load(const QString &file);
    void save(const QString &file) const;
    bool operator==(const Preferences &) const = default;
};

// How the window was left.
struct WindowState
{
    QByteArray geometry = {};
    QList<int> panes = {}; // Widths of sidebar, list and story.
    bool sidebar = true;
    StoryQuery place = {};
    ArticleId story = ArticleId::None;
    bool front = false; // The front page was shown.

    static WindowState load(const QString &file);
    void save(const QString &file) const;
    bool operator==(const WindowState &) const = default;
};
