#include "window/toolbar.h"

#include "theme/icons.h"
#include "theme/metrics.h"
#include "window/actions.h"

#include <QAction>
#include <QMenu>
#include <QToolButton>

using namespace Qt::StringLiterals;

ToolBar::ToolBar(const Actions &actions, QWidget *parent)
    : QToolBar(parent)
    , m_back(actions[Command::Back])
    , m_sidebar(actions[Command::Sidebar])
{
    setObjectName(u"toolbar"_s);
    setWindowTitle(tr("Toolbar"));
    setMovable(false);
    setFloatable(false);
    setIconSize({theme::iconSide, theme::iconSide});
    setToolButtonStyle(Qt::ToolButtonIconOnly);
    setContentsMargins(theme::half, 0, theme::half, 0);

    addAction(m_back);
    addAction(m_sidebar);
    addAction(actions[Command::OpenFiles]);
    m_ofList << actions[Command::OpenFiles];
    auto *space = new QWidget(this);
    space->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    addWidget(space);
    for (const auto command : {Command::Previous, Command::Next, Command::Bookmark,
                               Command::ToggleRead, Command::Original}) {
        addAction(actions[command]);
        m_ofStory << actions[command];
    }
    m_ofStory << addWidget(makeTextMenu(actions));
    for (auto *button : findChildren<QToolButton *>())
        button->setFocusPolicy(Qt::TabFocus);
}

void ToolBar::arrange(For what)
{
    const auto show = [this](QAction *action, bool shown) {
        if (auto *button = widgetForAction(action))
            button->setVisible(shown);
    };
    show(m_back, what == For::Story);
    show(m_sidebar, what != For::Story);
    for (auto *action : m_ofList)
        show(action, what != For::Story);
    for (auto *action : m_ofStory)
        show(action, what != For::List);
}

QToolButton *ToolBar::makeTextMenu(const Actions &actions)
{
    auto *button = new QToolButton(this);
    button->setIcon(theme::icon(u"text-size"_s));
    button->setToolTip(tr("Text and colours"));
    button->setAccessibleName(tr("Text and colours"));
    button->setPopupMode(QToolButton::InstantPopup);
    button->setAutoRaise(true);
    auto *menu = new QMenu(button);
    for (const auto command : {Command::TextLarger, Command::TextSmaller, Command::LinesWider,
                               Command::LinesNarrower, Command::TextNormal})
        menu->addAction(actions[command]);
    menu->addSeparator();
    for (const auto command :
         {Command::ThemeAutomatic, Command::ThemeLight, Command::ThemeDark, Command::ThemeSepia})
        menu->addAction(actions[command]);
    button->setMenu(menu);
    return button;
}
