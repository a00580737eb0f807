#include "theme/colours.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace {

// What the window has beyond the colours of the page.
struct Colours
{
    QRgb window; // Sidebar, bars, menus.
    QRgb faint; // What cannot be used now.
    QRgb hover;
    QRgb accent; // Selection, focus, unread.
    QRgb onAccent;
};

constexpr Colours light{.window = 0xfff4f2ed,
                        .faint = 0xffa6a49e,
                        .hover = 0xffe8e5de,
                        .accent = 0xff1f5c99,
                        .onAccent = 0xffffffff};

constexpr Colours dark{.window = 0xff101214,
                       .faint = 0xff63666a,
                       .hover = 0xff22262a,
                       .accent = 0xff84b4e8,
                       .onAccent = 0xff10202f};

constexpr Colours sepia{.window = 0xffebdfc7,
                        .faint = 0xffa8977c,
                        .hover = 0xffdfd1b4,
                        .accent = 0xff7a4a10,
                        .onAccent = 0xfffff8ec};

constexpr Colours paper{.window = 0xffede8dc,
                        .faint = 0xffa39d8f,
                        .hover = 0xffe2dccd,
                        .accent = 0xff22588f,
                        .onAccent = 0xffffffff};

constexpr Colours black{.window = 0xff000000,
                        .faint = 0xff5b5e62,
                        .hover = 0xff1b1e21,
                        .accent = 0xff7ba9db,
                        .onAccent = 0xff0a1622};

constexpr Colours highContrast{.window = 0xffffffff,
                               .faint = 0xff595959,
                               .hover = 0xffe0e0e0,
                               .accent = 0xff003e8a,
                               .onAccent = 0xffffffff};

const Colours &coloursOf(page::Theme theme)
{
    switch (theme) {
    case page::Theme::Dark:
        return dark;
    case page::Theme::Sepia:
        return sepia;
    case page::Theme::Paper:
        return paper;
    case page::Theme::Black:
        return black;
    case page::Theme::Contrast:
        return highContrast;
    case page::Theme::Light:
        break;
    }
    return light;
}

qreal luminance(const QColor &colour)
{
    const auto linear = [](qreal channel) {
        return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF())
        + 0.0722 * linear(colour.blueF());
}

// On a button of that colour. One of the two can be read on any.
QColor lettersOn(const QColor &ground)
{
    const QColor white(Qt::white);
    const QColor ink(Qt::black);
    return theme::contrast(white, ground) >= theme::contrast(ink, ground) ? white : ink;
}

} // namespace

QColor theme::accentOn(const QColor &accent, page::Theme theme)
{
    const auto page = page::colours(theme);
    const std::array<QColor, 3> grounds{QColor(page.paper), QColor(page.card),
                                        QColor(coloursOf(theme).window)};
    const auto wanted = theme == page::Theme::Contrast ? 7.0 : 4.5;
    const auto isReadable = [&](const QColor &colour) {
        return std::ranges::all_of(
            grounds, [&](const auto &ground) { return contrast(colour, ground) >= wanted; });
    };
    // Away from the paper, as little as it takes; the hue stays.
    const auto end = page::isDark(theme) ? QColor(Qt::white) : QColor(Qt::black);
    constexpr auto steps = 32;
    for (auto step = 0; step < steps; ++step) {
        const auto colour = blended(end, accent, double(step) / steps);
        if (isReadable(colour))
            return colour;
    }
    return end;
}

QPalette theme::palette(page::Theme theme, const std::optional<QColor> &wished)
{
    const auto &colours = coloursOf(theme);
    const auto accent = wished ? accentOn(*wished, theme) : QColor(colours.accent);
    const auto onAccent = wished ? lettersOn(accent) : QColor(colours.onAccent);
    const auto page = page::colours(theme);
    const QColor paper(page.paper);
    const QColor ink(page.headline);
    const QColor rule(page.rule);
    // In the list it must be readable on a selected row too, which is darker than the paper.
    const auto secondary = blended(ink, QColor(page.quiet), 0.3);
    QPalette palette;
    palette.setColor(QPalette::Window, colours.window);
    palette.setColor(QPalette::WindowText, ink);
    palette.setColor(QPalette::Base, paper);
    palette.setColor(QPalette::AlternateBase, colours.window);
    palette.setColor(QPalette::Text, ink);
    palette.setColor(QPalette::PlaceholderText, secondary);
    palette.setColor(QPalette::Button, paper);
    palette.setColor(QPalette::ButtonText, ink);
    palette.setColor(QPalette::BrightText, QColor(page.accent));
    palette.setColor(QPalette::Light, paper);
    palette.setColor(QPalette::Midlight, colours.hover);
    palette.setColor(QPalette::Mid, rule);
    palette.setColor(QPalette::Dark, rule);
    palette.setColor(QPalette::Shadow, colours.faint);
    palette.setColor(QPalette::Highlight, accent);
    palette.setColor(QPalette::HighlightedText, onAccent);
    palette.setColor(QPalette::Link, accent);
    palette.setColor(QPalette::LinkVisited, accent);
    palette.setColor(QPalette::ToolTipBase, paper);
    palette.setColor(QPalette::ToolTipText, ink);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, colours.faint);
    return palette;
}

QColor theme::secondaryText(const QPalette &palette)
{
    return palette.color(QPalette::PlaceholderText);
}

QColor theme::hairline(const QPalette &palette)
{
    return palette.color(QPalette::Mid);
}

QColor theme::hover(const QPalette &palette)
{
    return palette.color(QPalette::Midlight);
}

QColor theme::selection(const QPalette &palette)
{
    return blended(accent(palette), palette.color(QPalette::Base), 0.13);
}

QColor theme::quietSelection(const QPalette &palette)
{
    return blended(palette.color(QPalette::Text), palette.color(QPalette::Base), 0.07);
}

QColor theme::accent(const QPalette &palette)
{
    return palette.color(QPalette::Active, QPalette::Highlight);
}

QColor theme::bookmark(const QPalette &palette)
{
    return palette.color(QPalette::BrightText);
}

// A highlighter's colour on the paper, whichever it is.
QColor theme::found(const QPalette &palette)
{
    const auto &base = palette.color(QPalette::Base);
    const auto dark = base.lightnessF() < 0.5F;
    return blended(QColor(0xff, 0xc1, 0x2e), base, dark ? 0.32 : 0.45);
}

QColor theme::blended(const QColor &over, const QColor &under, qreal weight)
{
    const auto mixed = [weight](float upper, float lower) {
        return float(upper * weight + lower * (1 - weight));
    };
    return QColor::fromRgbF(mixed(over.redF(), under.redF()), mixed(over.greenF(), under.greenF()),
                            mixed(over.blueF(), under.blueF()));
}

qreal theme::contrast(const QColor &one, const QColor &other)
{
    const auto brighter = std::max(luminance(one), luminance(other));
    const auto darker = std::min(luminance(one), luminance(other));
    return (brighter + 0.05) / (darker + 0.05);
}
