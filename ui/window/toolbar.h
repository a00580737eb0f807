#pragma once

#include <QToolBar>

class Actions;
class QToolButton;

// The few actions that have a place in view all the time.
class ToolBar : public QToolBar
{
    Q_OBJECT

public:
    enum class For { Everything, List, Story };

    ToolBar(const Actions &actions, QWidget *parent);

    // Where one pane is seen at a time, only what goes with it is shown.
    void arrange(For what);

private:
    QAction *addButton(QAction *action);
    QToolButton *makeTextMenu(const Actions &actions);

    QAction *m_back = nullptr;
    QList<QAction *> m_ofList;
    QList<QAction *> m_ofStory;
};
