#include "desk/lookcommands.h"

#include "desk/lookpanel.h"
#include "reading/readingpane.h"
#include "shell/actions.h"
#include "shell/banner.h"
#include "shell/popover.h"

#include <QAction>

#include <algorithm>
#include <array>
#include <utility>

namespace {

constexpr int beforeSaving = 400; // Milliseconds.

constexpr std::array themes{
    std::pair{Command::ThemeAutomatic, Theme::Choice::Automatic},
    std::pair{Command::ThemeLight, Theme::Choice::Light},
    std::pair{Command::ThemePaper, Theme::Choice::Paper},
    std::pair{Command::ThemeSepia, Theme::Choice::Sepia},
    std::pair{Command::ThemeDark, Theme::Choice::Dark},
    std::pair{Command::ThemeBlack, Theme::Choice::Black},
    std::pair{Command::ThemeContrast, Theme::Choice::Contrast},
};

} // namespace

LookCommands::LookCommands(const Parts &parts, QString settings, QObject *parent)
    : QObject(parent)
    , m(parts)
    , m_settings(std::move(settings))
    , m_preferences(Preferences::load(m_settings))
{
    // A picture is taken in other colours than those that are kept.
    m_preferences.theme = m.theme.choice();
    for (const auto &[command, choice] : themes) {
        m.actions.on(command, [this, wanted = choice] { choose(wanted); });
        m.actions[command]->setChecked(choice == m.theme.choice());
    }
    m.actions.on(Command::TextAndColours, [this] { togglePanel(); });
    m.actions.on(Command::TextLarger, [this] { enlarge(1); });
    m.actions.on(Command::TextSmaller, [this] { enlarge(-1); });
    m.actions.on(Command::TextNormal, [this] { resetText(); });
    m.actions.on(Command::LinesWider, [this] { widen(1); });
    m.actions.on(Command::LinesNarrower, [this] { widen(-1); });
    m_save.setSingleShot(true);
    m_save.setInterval(beforeSaving);
    connect(&m_save, &QTimer::timeout, this, [this] { m_preferences.save(m_settings); });
    connect(&m.theme, &Theme::changed, this, &LookCommands::apply);
    apply();
}

LookCommands::~LookCommands()
{
    if (m_save.isActive())
        m_preferences.save(m_settings);
}

void LookCommands::choose(Theme::Choice choice)
{
    auto wanted = m_preferences;
    wanted.theme = choice;
    change(wanted, Joins::Nothing);
}

void LookCommands::setLook(const page::Look &look)
{
    auto wanted = m_preferences;
    wanted.look = look;
    change(wanted, Joins::Earlier);
}

void LookCommands::change(const Preferences &wanted, Joins joins)
{
    const auto before = m_preferences;
    const auto isOneOfMany = joins == Joins::Earlier && m_isJoined && m_save.isActive();
    make(wanted);
    if (m_preferences == before)
        return;
    m_isJoined = joins == Joins::Earlier;
    if (!isOneOfMany)
        m.steps.note(stepTo(before));
    withdrawOffer();
}

// Its button would take something else back.
void LookCommands::withdrawOffer()
{
    if (!m_offer.isEmpty() && m.banner.text() == m_offer)
        m.banner.dismiss();
    m_offer.clear();
}

void LookCommands::make(const Preferences &wanted)
{
    const auto before = m_preferences;
    m_preferences.look = page::bounded(wanted.look);
    m_preferences.look.theme = before.look.theme;
    m_preferences.look.accent = before.look.accent;
    m_preferences.theme = wanted.theme;
    if (m_preferences == before)
        return;
    m_save.start();
    if (m_preferences.theme == before.theme) {
        apply();
        return;
    }
    for (const auto &[command, offered] : themes)
        m.actions[command]->setChecked(offered == wanted.theme);
    m.theme.choose(wanted.theme);
    apply();
}

Steps::Step LookCommands::stepTo(const Preferences &wanted)
{
    return {.kind = Steps::Kind::Look,
            .words = wanted.theme == m_preferences.theme ? tr("&Undo changing text and lines")
                                                         : tr("&Undo choosing colours"),
            .turn = [this, wanted] {
                const auto now = m_preferences;
                make(wanted);
                m_isJoined = false;
                withdrawOffer();
                if (!panelIsOpen())
                    m.banner.show({.text = tr("Text and colours are as before")});
                return stepTo(now);
            }};
}

bool LookCommands::panelIsOpen() const
{
    return m_panel && m_panel->isVisible();
}

void LookCommands::enlarge(int steps)
{
    auto look = m_preferences.look;
    look.textSize += steps * textStep;
    setLook(look);
    // In a narrow window the change may not show.
    m.banner.show({.text = tr("Text size %1 %").arg(m_preferences.look.textSize)});
}

void LookCommands::widen(int steps)
{
    auto look = m_preferences.look;
    look.lineWidth += steps * lineStep;
    setLook(look);
    m.banner.show({.text = tr("Line width %1 characters").arg(m_preferences.look.lineWidth)});
}

void LookCommands::resetText()
{
    auto look = m_preferences.look;
    look.textSize = page::Look().textSize;
    look.lineWidth = page::Look().lineWidth;
    takeBack(look, tr("Usual text and lines"));
}

bool LookCommands::isUsual() const
{
    const page::Look usual{.theme = look().theme, .accent = look().accent};
    return look() == usual;
}

void LookCommands::reset()
{
    takeBack({}, tr("Usual settings"));
}

void LookCommands::takeBack(const page::Look &look, const QString &words)
{
    const auto before = m_preferences;
    auto wanted = before;
    wanted.look = look;
    change(wanted, Joins::Nothing);
    if (m_preferences == before) {
        m.banner.show({.text = words});
        return;
    }
    m_offer = words;
    m.banner.show(
        {.text = words, .action = tr("Undo"), .act = [this] { m.steps.undo(Steps::Kind::Look); }});
}

void LookCommands::togglePanel()
{
    if (panelIsOpen()) {
        m_panel->leave();
        return;
    }
    if (!m_panel) {
        m_panel = new Popover(&m.window);
        m_panel->setContent(new LookPanel(*this));
    }
    m_panel->popUp(&m.button, &m.pane);
    // Here the key is for the look alone: it must not take stories out of the library.
    m.steps.enter({.kind = Steps::Kind::Look,
                   .isOpen = [this] { return panelIsOpen(); },
                   .nothingToUndo = [] {},
                   .nothingToRedo = [] {}});
}

void LookCommands::apply()
{
    m_preferences.look.theme = m.theme.current();
    m_preferences.look.accent = m.theme.accentOfPage();
    m.pane.setLook(m_preferences.look);
    emit changed();
}
