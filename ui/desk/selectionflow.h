#pragma once

#include <QObject>

class ArticleList;
class ReadingPane;
class StoryFlow;

// Says in the reading pane how many stories are selected, as long as it is more than one.
class SelectionFlow : public QObject
{
    Q_OBJECT

public:
    struct Parts
    {
        ArticleList &list;
        StoryFlow &flow;
        ReadingPane &pane;
    };

    explicit SelectionFlow(const Parts &parts, QObject *parent = nullptr);

private:
    void update();
    void say();

    Parts m;
    int m_count = 0;
};
