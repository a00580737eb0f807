#include "shell/toolbar.h"

#include "shell/actions.h"
#include "theme/metrics.h"

#include <QAction>
#include <QToolButton>

#include <utility>

using namespace Qt::StringLiterals;

ToolBar::ToolBar(const Actions &actions, QWidget *parent)
    : QToolBar(parent)
{
    setObjectName(u"toolbar"_s);
    setWindowTitle(tr("Toolbar"));
    setMovable(false);
    setFloatable(false);
    setIconSize({theme::iconSide, theme::iconSide});
    setToolButtonStyle(Qt::ToolButtonIconOnly);
    setContentsMargins(theme::half, 0, theme::half, 0);

    m_back = addButton(actions[Command::Back]);
    m_ofList << addButton(actions[Command::Sidebar]) << addButton(actions[Command::GoBack])
             << addButton(actions[Command::GoForward]) << addButton(actions[Command::OpenFiles])
             << addButton(actions[Command::RefreshAll]);
    auto *space = new QWidget(this);
    space->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    addWidget(space);
    for (const auto command : {Command::Previous, Command::Next, Command::Bookmark,
                               Command::ToggleRead, Command::Original})
        m_ofStory << addButton(actions[command]);
    m_ofStory << addButton(actions[Command::TextAndColours]);
    m_textButton = widgetForAction(m_ofStory.last());
}

void ToolBar::arrange(For what)
{
    m_back->setVisible(what == For::Story);
    for (auto *action : std::as_const(m_ofList))
        action->setVisible(what != For::Story);
    for (auto *action : std::as_const(m_ofStory))
        action->setVisible(what != For::List);
}

QAction *ToolBar::addButton(QAction *action)
{
    // A button of its own can be hidden here while the action stays in its menu.
    auto *button = new QToolButton(this);
    button->setDefaultAction(action);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::TabFocus);
    return addWidget(button);
}
