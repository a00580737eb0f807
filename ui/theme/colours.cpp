#include "theme/colours.h"

#include <cmath>

namespace {

struct Colours
{
    QRgb window; // Sidebar, bars, menus.
    QRgb surface; // Lists and fields.
    QRgb text;
    QRgb secondary;
    QRgb faint; // What cannot be used now.
    QRgb hairline;
    QRgb hover;
    QRgb accent;
    QRgb onAccent;
    QRgb bookmark;
};

constexpr Colours light{.window = 0xfff4f3f1,
                        .surface = 0xfffdfdfc,
                        .text = 0xff1d1c1a,
                        .secondary = 0xff62605b,
                        .faint = 0xffa3a09a,
                        .hairline = 0xffdfddd8,
                        .hover = 0xffe9e7e3,
                        .accent = 0xff1f5c99,
                        .onAccent = 0xffffffff,
                        .bookmark = 0xffb23a2a};

constexpr Colours dark{.window = 0xff191a1c,
                       .surface = 0xff1f2022,
                       .text = 0xffe7e5e1,
                       .secondary = 0xffa5a39e,
                       .faint = 0xff66655f,
                       .hairline = 0xff313236,
                       .hover = 0xff2a2b2e,
                       .accent = 0xff84b4e8,
                       .onAccent = 0xff10202f,
                       .bookmark = 0xffe98a73};

constexpr Colours sepia{.window = 0xffece2cd,
                        .surface = 0xfff6eedd,
                        .text = 0xff382c1e,
                        .secondary = 0xff6b5a43,
                        .faint = 0xffa8977c,
                        .hairline = 0xffdacdb2,
                        .hover = 0xffe1d5bc,
                        .accent = 0xff8a4a14,
                        .onAccent = 0xfffff8ec,
                        .bookmark = 0xffa3341f};

const Colours &coloursOf(page::Theme theme)
{
    switch (theme) {
    case page::Theme::Dark:
        return dark;
    case page::Theme::Sepia:
        return sepia;
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

} // namespace

QPalette theme::palette(page::Theme theme)
{
    const auto &colours = coloursOf(theme);
    QPalette palette;
    palette.setColor(QPalette::Window, colours.window);
    palette.setColor(QPalette::WindowText, colours.text);
    palette.setColor(QPalette::Base, colours.surface);
    palette.setColor(QPalette::AlternateBase, colours.window);
    palette.setColor(QPalette::Text, colours.text);
    palette.setColor(QPalette::PlaceholderText, colours.secondary);
    palette.setColor(QPalette::Button, colours.surface);
    palette.setColor(QPalette::ButtonText, colours.text);
    palette.setColor(QPalette::BrightText, colours.bookmark);
    palette.setColor(QPalette::Light, colours.surface);
    palette.setColor(QPalette::Midlight, colours.hover);
    palette.setColor(QPalette::Mid, colours.hairline);
    palette.setColor(QPalette::Dark, colours.hairline);
    palette.setColor(QPalette::Shadow, colours.faint);
    palette.setColor(QPalette::Highlight, colours.accent);
    palette.setColor(QPalette::HighlightedText, colours.onAccent);
    palette.setColor(QPalette::Link, colours.accent);
    palette.setColor(QPalette::LinkVisited, colours.accent);
    palette.setColor(QPalette::ToolTipBase, colours.surface);
    palette.setColor(QPalette::ToolTipText, colours.text);
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
    return blended(accent(palette), palette.color(QPalette::Base), 0.16);
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
