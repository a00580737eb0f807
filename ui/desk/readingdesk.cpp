#include "desk/readingdesk.h"

#include "dialogs/readingrules.h"
#include "reading/readingpane.h"
#include "shell/actions.h"
#include "shell/findbar.h"
#include "shell/windowstate.h"

#include <QAction>
#include <QSettings>

namespace {

constexpr QLatin1StringView progressKey("readingProgress");

} // namespace

ReadingDesk::ReadingDesk(const Parts &parts, const Places &places, QObject *parent)
    : QObject(parent)
    , m(parts)
    , m_rules(places.rules)
    , m_settings(places.settings)
    , m_links({parts.library, parts.flow, parts.banner})
    , m_look({parts.actions, parts.theme, parts.pane, parts.banner, parts.steps, parts.window,
              parts.textButton},
             places.settings)
    , m_style({parts.actions, parts.pane, parts.banner}, places.style)
    , m_leftOut({parts.actions, parts.library, parts.flow, parts.pane, parts.banner, parts.steps},
                places.rules)
    , m_calm({parts.actions, parts.window})
    , m_photos({parts.actions, parts.flow, parts.pane, parts.banner, parts.window})
    , m_quotes({parts.actions, parts.flow, parts.pane, parts.banner})
    , m_export({parts.actions, parts.library, parts.flow, parts.list, parts.pane, parts.progress,
                parts.banner, parts.window})
    , m_print({parts.actions, parts.library, parts.flow, parts.banner, parts.window},
              places.settings)
    , m_drag(parts.list, parts.flow)
    , m_front({parts.actions, parts.library, parts.flow, parts.pane, parts.list, parts.sidebar,
               parts.panes, parts.banner, parts.steps})
    , m_trail({parts.actions, parts.library, parts.flow, parts.list, m_front, parts.window})
    , m_linkHint({parts.library, parts.flow, parts.pane})
{
    connect(&m.pane, &ReadingPane::wished, this, &ReadingDesk::grant);
    connect(&m.pane, &ReadingPane::found, &m.findBar, &FindBar::setFound);
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
    connectFront();
}

void ReadingDesk::connectFront()
{
    connect(&m_links, &Links::frontAsked, &m_front, &FrontFlow::follow);
    connect(&m_front, &FrontFlow::allAsked, this, [this] { emit placeAsked({}); });
    connect(&m_trail, &TrailFlow::storyAsked, this, &ReadingDesk::storyAskedIn);
    connect(&m_trail, &TrailFlow::placeAsked, this, &ReadingDesk::placeAsked);
    auto *progress = m.actions[Command::ReadingProgress];
    m.actions.on(Command::ReadingProgress,
                 [this, progress] { showProgress(progress->isChecked()); });
    progress->setChecked(
        QSettings(m_settings, QSettings::IniFormat).value(progressKey, true).toBool());
    m.pane.showProgress(progress->isChecked());
}

void ReadingDesk::showProgress(bool shown)
{
    m.pane.showProgress(shown);
    QSettings(m_settings, QSettings::IniFormat).setValue(progressKey, shown);
}

void ReadingDesk::grant(const StoryWish &wish)
{
    switch (wish.deed) {
    case StoryWish::Deed::ShowPhoto:
        m_photos.look(wish.words);
        break;
    case StoryWish::Deed::SavePhoto:
        m_photos.save(wish.words);
        break;
    case StoryWish::Deed::CopyPhoto:
        m_photos.copy(wish.words);
        break;
    case StoryWish::Deed::Quote:
        m_quotes.copy(wish.words, QuoteFlow::As::Text);
        break;
    case StoryWish::Deed::QuoteAsMarkdown:
        m_quotes.copy(wish.words, QuoteFlow::As::Markdown);
        break;
    case StoryWish::Deed::SearchLibrary:
        emit searchAsked(wish.words);
        break;
    case StoryWish::Deed::SearchWeb:
        Links::lookUp(wish.words);
        break;
    }
}

void ReadingDesk::editRules()
{
    auto *dialog = new ReadingRules(m_rules, &m.window);
    connect(dialog, &ReadingRules::saved, &m_leftOut, &LeftOutFlow::renew);
    dialog->open();
}
