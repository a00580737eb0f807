#pragma once

#include "theme/theme.h"

#include <QList>
#include <QWidget>

#include <functional>
#include <utility>

class LookCommands;
class QCheckBox;
class QComboBox;
class QGridLayout;
class QLabel;
class QPushButton;
class QSlider;
class Swatch;

// Colours, face and setting of the stories, as they are now; whatever is moved here shows on the
// page at once.
class LookPanel : public QWidget
{
    Q_OBJECT

public:
    explicit LookPanel(LookCommands &commands, QWidget *parent = nullptr);

private:
    // One of the numbers of a look.
    struct Measure
    {
        int page::Look::*value;
        int least;
        int most;
        int step;
        QString name;
        std::function<QString(int)> words;
        QSlider *slider = nullptr;
        QLabel *label = nullptr;
    };

    void addThemes(QGridLayout *grid);
    void addFaces(QGridLayout *grid);
    void addMeasure(QGridLayout *grid, Measure measure);
    void addSwitches(QGridLayout *grid);
    void showLook();
    void change(const std::function<void(page::Look &)> &change);

    LookCommands &m_commands;
    QList<std::pair<Theme::Choice, Swatch *>> m_themes;
    QLabel *m_themeName;
    QComboBox *m_faces;
    QList<Measure> m_measures;
    QCheckBox *m_justified;
    QCheckBox *m_hyphenated;
    QPushButton *m_usual;
};
