#include "window/readingdesk.h"

#include "dialogs/readingrules.h"
#include "reading/readingpane.h"
#include "window/actions.h"
#include "window/findbar.h"
#include "window/windowstate.h"

#include <QAction>

ReadingDesk::ReadingDesk(const Parts &parts, const Places &places, QObject *parent)
    : QObject(parent)
    , m(parts)
    , m_rules(places.rules)
    , m_links({parts.library, parts.flow, parts.banner})
    , m_look({parts.actions, parts.theme, parts.pane, parts.banner, parts.window, parts.textButton},
             places.settings)
    , m_leftOut({parts.actions, parts.library, parts.flow, parts.pane, parts.banner}, places.rules)
    , m_calm({parts.actions, parts.window})
{
    connect(&m.pane, &ReadingPane::linkActivated, &m_links, &Links::follow);
    connect(&m_links, &Links::storyFound, this, &ReadingDesk::storyAsked);
    connect(&m_links, &Links::copyAsked, m.actions[Command::CopyLink], &QAction::trigger);
    connect(&m_links, &Links::leftOutAsked, &m_leftOut, &LeftOutFlow::follow);
    connect(&m_links, &Links::rulesAsked, m.actions[Command::ReadingRules], &QAction::trigger);
    connect(&m.findBar, &FindBar::wanted, &m.pane,
            [&pane = m.pane](const QString &words, FindBar::Direction direction) {
                pane.find(words, direction == FindBar::Direction::Backwards);
            });
    m.actions.on(Command::ReadingRules, [this] { editRules(); });
    m.actions.on(Command::PageDown, [&pane = m.pane] { pane.pageDown(); });
    m.actions.on(Command::PageUp, [&pane = m.pane] { pane.pageUp(); });
}

void ReadingDesk::editRules()
{
    auto *dialog = new ReadingRules(m_rules, &m.window);
    connect(dialog, &ReadingRules::saved, &m_leftOut, &LeftOutFlow::renew);
    dialog->open();
}
