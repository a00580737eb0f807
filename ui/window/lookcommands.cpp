#include "window/lookcommands.h"

#include "reading/readingpane.h"
#include "window/actions.h"
#include "window/banner.h"

#include <QAction>

#include <algorithm>
#include <array>
#include <utility>

namespace {

constexpr int smallestText = 60; // Percent.
constexpr int largestText = 300;
constexpr int textStep = 10;
constexpr int narrowestLine = 45; // Characters.
constexpr int widestLine = 110;
constexpr int lineStep = 5;

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
    m_preferences.textSize = std::clamp(m_preferences.textSize, smallestText, largestText);
    m_preferences.lineWidth = std::clamp(m_preferences.lineWidth, narrowestLine, widestLine);
    for (const auto &[command, choice] : themes) {
        m.actions.on(command, [this, wanted = choice] { choose(wanted); });
        m.actions[command]->setChecked(choice == m.theme.choice());
    }
    m.actions.on(Command::TextLarger, [this] { enlarge(1); });
    m.actions.on(Command::TextSmaller, [this] { enlarge(-1); });
    m.actions.on(Command::TextNormal, [this] { reset(); });
    m.actions.on(Command::LinesWider, [this] { widen(1); });
    m.actions.on(Command::LinesNarrower, [this] { widen(-1); });
    connect(&m.theme, &Theme::changed, this, &LookCommands::apply);
    apply();
}

void LookCommands::choose(Theme::Choice choice)
{
    m_preferences.theme = choice;
    m.theme.choose(choice);
    save();
}

void LookCommands::enlarge(int steps)
{
    m_preferences.textSize
        = std::clamp(m_preferences.textSize + steps * textStep, smallestText, largestText);
    apply();
    save();
    tell(tr("Text size %1 %").arg(m_preferences.textSize));
}

void LookCommands::widen(int steps)
{
    m_preferences.lineWidth
        = std::clamp(m_preferences.lineWidth + steps * lineStep, narrowestLine, widestLine);
    apply();
    save();
    tell(tr("Line width %1 characters").arg(m_preferences.lineWidth));
}

void LookCommands::reset()
{
    const page::Look usual;
    m_preferences.textSize = usual.textSize;
    m_preferences.lineWidth = usual.lineWidth;
    apply();
    save();
    tell(tr("Usual text and lines"));
}

void LookCommands::tell(const QString &text)
{
    // In a narrow window the change may not show.
    m.banner.show({.text = text});
}

void LookCommands::apply()
{
    m.pane.setLook({.theme = m.theme.current(),
                    .textSize = m_preferences.textSize,
                    .lineWidth = m_preferences.lineWidth});
}

void LookCommands::save()
{
    m_preferences.save(m_settings);
}
