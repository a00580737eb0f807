#pragma once

#include "theme/theme.h"
#include "window/windowstate.h"

#include <QObject>
#include <QTimer>

class Actions;
class Banner;
class Popover;
class ReadingPane;

// How stories look, by keys, menu and a panel: kept in the settings.
class LookCommands : public QObject
{
    Q_OBJECT

public:
    struct Parts
    {
        Actions &actions;
        Theme &theme;
        ReadingPane &pane;
        Banner &banner;
        QWidget &window;
        QWidget &button; // Below which the panel stands.
    };

    static constexpr int textStep = 10; // Percent.
    static constexpr int lineStep = 5; // Characters.
    static constexpr int leadingStep = 5; // Percent.

    LookCommands(const Parts &parts, QString settings, QObject *parent = nullptr);
    ~LookCommands() override;

    [[nodiscard]] Theme::Choice choice() const { return m_preferences.theme; }
    void choose(Theme::Choice choice);
    // As the person wants it; theme and accent in it are those of the choice above.
    [[nodiscard]] const page::Look &look() const { return m_preferences.look; }
    void setLook(const page::Look &look);
    // Nothing was changed but the colours.
    [[nodiscard]] bool isUsual() const;
    void reset();
    // Takes back what was changed in the panel as long as it is open, and what the banner offers to
    // take back. False when neither is so: then something else was meant.
    bool undo();

signals:
    void changed();

private:
    void enlarge(int steps);
    void widen(int steps);
    void resetText();
    void takeBack(const page::Look &look, const QString &words);
    [[nodiscard]] bool panelIsOpen() const;
    void togglePanel();
    void apply();

    Parts m;
    QString m_settings;
    Preferences m_preferences;
    QTimer m_save; // A slider that is dragged passes many values.
    Popover *m_panel = nullptr; // Made when it is wanted.
    QList<page::Look> m_before; // What was changed since it was opened, the last one at the end.
    QString m_offer; // What the banner says while it offers to go back to the last of them.
};
