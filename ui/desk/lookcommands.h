#pragma once

#include "shell/steps.h"
#include "shell/windowstate.h"
#include "theme/theme.h"

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
        Steps &steps;
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

signals:
    void changed();

private:
    // A slider that is dragged passes many values: all of them are one step.
    enum class Joins { Earlier, Nothing };

    void change(const Preferences &wanted, Joins joins);
    void make(const Preferences &wanted);
    [[nodiscard]] Steps::Step stepTo(const Preferences &wanted);
    void withdrawOffer();
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
    QTimer m_save; // Once nothing is changed any more.
    Popover *m_panel = nullptr; // Made when it is wanted.
    bool m_isJoined = false; // What is changed before it is saved belongs to the same step.
    QString m_offer; // What the banner says while it offers to take the last step back.
};
