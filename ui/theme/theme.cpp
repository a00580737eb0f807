#include "theme/theme.h"

#include "theme/colours.h"
#include "theme/flatstyle.h"
#include "theme/motion.h"

#include <QApplication>
#include <QFont>
#include <QStyle>

using namespace Qt::StringLiterals;

namespace {

// Where no desktop names a face, Qt falls back to "Sans Serif" at 9 points: small and, on most
// machines, DejaVu.
void setFallbackFont()
{
    auto font = QApplication::font();
    if (font.family().compare("Sans Serif"_L1, Qt::CaseInsensitive) != 0)
        return;
    font.setFamilies({u"Inter"_s, u"Cantarell"_s, u"Noto Sans"_s, u"Open Sans"_s, u"Sans Serif"_s});
    font.setPointSizeF(10);
    QApplication::setFont(font);
}

// A desktop's own style (Breeze, for one) is left alone: people chose it.
void setFallbackStyle()
{
    const auto *style = QApplication::style();
    if (style && style->name() == "fusion"_L1)
        QApplication::setStyle(new FlatStyle);
}

} // namespace

Theme::Theme(Choice choice, QObject *parent)
    : QObject(parent)
    , m_choice(choice)
{
    setFallbackFont();
    setFallbackStyle();
    apply();
    connect(&m_desktop, &DesktopLook::changed, this, &Theme::apply);
}

void Theme::choose(Choice choice)
{
    if (choice == m_choice)
        return;
    m_choice = choice;
    apply();
}

page::Theme Theme::current() const
{
    switch (m_choice) {
    case Choice::Light:
        return page::Theme::Light;
    case Choice::Paper:
        return page::Theme::Paper;
    case Choice::Sepia:
        return page::Theme::Sepia;
    case Choice::Dark:
        return page::Theme::Dark;
    case Choice::Black:
        return page::Theme::Black;
    case Choice::Contrast:
        return page::Theme::Contrast;
    case Choice::Automatic:
        break;
    }
    return ofDesktop();
}

page::Theme Theme::ofDesktop() const
{
    const auto isDark = m_desktop.scheme() == DesktopLook::Scheme::Dark;
    if (m_desktop.wantsContrast())
        return isDark ? page::Theme::Black : page::Theme::Contrast;
    return isDark ? page::Theme::Dark : page::Theme::Light;
}

QString Theme::accentOfPage() const
{
    const auto accent = m_desktop.accent();
    return accent ? theme::accentOn(*accent, current()).name() : QString();
}

void Theme::apply()
{
    theme::motion::allow(m_desktop.wantsMotion());
    const auto palette = theme::palette(current(), m_desktop.accent());
    // Every widget is told of it, so not for nothing.
    if (palette != QApplication::palette())
        QApplication::setPalette(palette);
    emit changed();
}
