#pragma once

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
    std::function<void()> selectAll;
    std::function<void(const QUrl &)> openLink;
};

// Copy, Select all, Open link, Copy link address: the same menu in both views.
void popUpStoryMenu(QWidget *parent, QPoint at, const StoryMenu &menu);
