#pragma once

#include "page/page.h"
#include "theme/desktoplook.h"

#include <QObject>

// How the whole program looks: the person's choice, or what the desktop says. Puts palette, style
// and type in place and follows changes while the program runs.
class Theme : public QObject
{
    Q_OBJECT

public:
    enum class Choice { Automatic, Light, Paper, Sepia, Dark, Black, Contrast };
    Q_ENUM(Choice)

    explicit Theme(Choice choice, QObject *parent = nullptr);

    void choose(Choice choice);
    [[nodiscard]] Choice choice() const { return m_choice; }
    [[nodiscard]] page::Theme current() const;
    // For page::Look: the desktop's accent as it can be read on the page; empty for the theme's
    // own.
    [[nodiscard]] QString accentOfPage() const;

signals:
    void changed();

private:
    void apply();
    [[nodiscard]] page::Theme ofDesktop() const;

    // Reads the platform's palette, so it comes before ours is put in place.
    DesktopLook m_desktop;
    Choice m_choice;
};
