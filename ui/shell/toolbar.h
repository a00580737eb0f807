#pragma once

#include <QToolBar>

class Actions;

// The few actions that have a place in view all the time.
class ToolBar : public QToolBar
{
    Q_OBJECT

public:
    enum class For { Everything, List, Story };

    ToolBar(const Actions &actions, QWidget *parent);

    // Where one pane is seen at a time, only what goes with it is shown.
    void arrange(For what);

    // What opens the panel of text and colours.
    [[nodiscard]] QWidget &textButton() const { return *m_textButton; }

private:
    QAction *addButton(QAction *action);

    QAction *m_back = nullptr;
    QWidget *m_textButton = nullptr;
    QList<QAction *> m_ofList;
    QList<QAction *> m_ofStory;
};
