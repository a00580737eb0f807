#pragma once

#include "model/storyquery.h"

#include <QObject>
#include <QString>

class Actions;
class ArticleList;
class QMenu;

// How the list is sorted and grouped, and the ways through it: by keys and menus, kept in the
// settings.
class ListCommands : public QObject
{
    Q_OBJECT

public:
    struct Parts
    {
        Actions &actions;
        ArticleList &list;
    };

    ListCommands(const Parts &parts, QString settings, QObject *parent = nullptr);

private:
    void load();
    void save() const;
    void sort(StoryQuery::Order order);
    void makeMenu();
    void update();

    Parts m;
    QString m_settings;
};
