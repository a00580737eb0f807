#pragma once

#include "page/page.h"

#include <QColor>
#include <QPalette>

#include <optional>

// Every colour of the window, in one place. A palette carries them all, so that whoever paints
// follows a change of theme without being told.
namespace theme {

// The window's colours for a theme: those of the page, and what goes with them. With an accent of
// the desktop's it stands for the theme's own.
QPalette palette(page::Theme theme, const std::optional<QColor> &accent = {});

// A colour, or the next one to it that can be read on all grounds of a theme: WCAG 2.1, 1.4.3,
// level AA, and AAA where contrast is wanted.
QColor accentOn(const QColor &accent, page::Theme theme);

// What a palette of ours means beyond the names Qt gives its roles.
QColor secondaryText(const QPalette &palette); // Bylines, dates, excerpts.
QColor hairline(const QPalette &palette); // Between panes and rows.
QColor hover(const QPalette &palette); // Under the pointer, on the window's colour.
QColor selection(const QPalette &palette); // A selected row in the pane that has the focus.
QColor quietSelection(const QPalette &palette); // The same where the focus is elsewhere.
QColor accent(const QPalette &palette); // The unread dot, the focus, links.
QColor bookmark(const QPalette &palette);
QColor found(const QPalette &palette); // Behind the words of a search.

// `over` laid upon `under` with this much weight, from 0 to 1.
QColor blended(const QColor &over, const QColor &under, qreal weight);

// The contrast of two colours (WCAG 2.1, "contrast ratio"), from 1 to 21.
qreal contrast(const QColor &one, const QColor &other);

} // namespace theme
