#pragma once

#include "reading/storyview.h"

#include <QPoint>
#include <QString>
#include <QUrl>

#include <functional>

class QWidget;

// What was under the pointer when a story's menu was asked for.
struct StoryMenu
{
    QUrl link = {}; // May be empty.
    QString selection = {}; // May be empty.
    QString photo = {}; // Its name; may be empty.
    std::function<void()> selectAll;
    std::function<void(const QUrl &)> openLink;
    std::function<void(const StoryWish &)> wish;
};

// What can be done with a link, a photo or words: the same menu in both views.
void popUpStoryMenu(QWidget *parent, QPoint at, const StoryMenu &menu);
