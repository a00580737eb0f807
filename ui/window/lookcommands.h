#pragma once

#include "theme/theme.h"
#include "window/windowstate.h"

#include <QObject>

class Actions;
class Banner;
class ReadingPane;

// Colours, text size and line width: by keys and menu, kept in the settings.
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
    };

    LookCommands(const Parts &parts, QString settings, QObject *parent = nullptr);

private:
    void choose(Theme::Choice choice);
    void enlarge(int steps);
    void widen(int steps);
    void reset();
    void tell(const QString &text);
    void apply();
    void save();

    Parts m;
    QString m_settings;
    Preferences m_preferences;
};
