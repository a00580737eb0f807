#include "page/limits.h"
#include "page/page.h"
#include "page/style.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

page::Colours page::colours(Theme theme)
{
    switch (theme) {
    case Theme::Dark:
        return {.paper = u"#16181b"_s,
                .ink = u"#d3d2ce"_s,
                .headline = u"#efeeea"_s,
                .quiet = u"#9a9c9f"_s,
                .rule = u"#34383d"_s,
                .card = u"#1f2226"_s,
                .accent = u"#e08d7e"_s,
                .selection = u"#3b5575"_s,
                .hit = u"#5a4811"_s,
                .hitInk = u"#f5f0e0"_s,
                .hitHere = u"#e6b84a"_s,
                .hitHereInk = u"#16181b"_s};
    case Theme::Sepia:
        return {.paper = u"#f5ecd9"_s,
                .ink = u"#3d3023"_s,
                .headline = u"#2a1f14"_s,
                .quiet = u"#695743"_s,
                .rule = u"#dac9a9"_s,
                .card = u"#eee2c9"_s,
                .accent = u"#8f3a1d"_s,
                .selection = u"#e3c98f"_s,
                .hit = u"#f3d476"_s,
                .hitInk = u"#2a1f14"_s,
                .hitHere = u"#dd9431"_s,
                .hitHereInk = u"#1d150c"_s};
    case Theme::Paper:
        return {.paper = u"#f7f3ea"_s,
                .ink = u"#2b2924"_s,
                .headline = u"#171511"_s,
                .quiet = u"#66625a"_s,
                .rule = u"#d9d3c5"_s,
                .card = u"#eee9dd"_s,
                .accent = u"#95301c"_s,
                .selection = u"#d9d5b4"_s,
                .hit = u"#f7df8d"_s,
                .hitInk = u"#171511"_s,
                .hitHere = u"#eaa437"_s,
                .hitHereInk = u"#171511"_s};
    case Theme::Black:
        return {.paper = u"#000000"_s,
                .ink = u"#bdbcb8"_s,
                .headline = u"#e2e1dd"_s,
                .quiet = u"#8a8c90"_s,
                .rule = u"#2b2e32"_s,
                .card = u"#121416"_s,
                .accent = u"#d98474"_s,
                .selection = u"#33496a"_s,
                .hit = u"#4d3d0d"_s,
                .hitInk = u"#f5f0e0"_s,
                .hitHere = u"#dba93f"_s,
                .hitHereInk = u"#000000"_s};
    case Theme::Contrast:
        return {.paper = u"#ffffff"_s,
                .ink = u"#000000"_s,
                .headline = u"#000000"_s,
                .quiet = u"#333333"_s,
                .rule = u"#000000"_s,
                .card = u"#f0f0f0"_s,
                .accent = u"#8a0000"_s,
                .selection = u"#b3d4ff"_s,
                .hit = u"#ffe14d"_s,
                .hitInk = u"#000000"_s,
                .hitHere = u"#ff9c1a"_s,
                .hitHereInk = u"#000000"_s};
    case Theme::Light:
        break;
    }
    return {.paper = u"#fffefb"_s,
            .ink = u"#24262a"_s,
            .headline = u"#0f1114"_s,
            .quiet = u"#686c72"_s,
            .rule = u"#dddbd4"_s,
            .card = u"#f6f4ee"_s,
            .accent = u"#9c2a1b"_s,
            .selection = u"#cfe0f5"_s,
            .hit = u"#ffe9a1"_s,
            .hitInk = u"#0f1114"_s,
            .hitHere = u"#f7ae36"_s,
            .hitHereInk = u"#0f1114"_s};
}

page::Colours page::colours(const Look &look)
{
    auto colours = page::colours(look.theme);
    if (!look.accent.isEmpty())
        colours.accent = look.accent;
    for (const auto &[name, colour] :
         {std::pair{"paper"_L1, &colours.paper}, std::pair{"ink"_L1, &colours.ink},
          std::pair{"headline"_L1, &colours.headline}, std::pair{"quiet"_L1, &colours.quiet},
          std::pair{"rule"_L1, &colours.rule}, std::pair{"card"_L1, &colours.card},
          std::pair{"accent"_L1, &colours.accent}, std::pair{"selection"_L1, &colours.selection},
          std::pair{"hit"_L1, &colours.hit}, std::pair{"hit-ink"_L1, &colours.hitInk}})
        *colour = look.own.value(name, *colour);
    return colours;
}

page::Look page::followed(const Look &look)
{
    auto result = look;
    if (const auto width = look.own.value(u"line-width"_s).toDouble(); width > 0)
        result.lineWidth = qRound(width);
    if (const auto alignment = look.own.value(u"alignment"_s); !alignment.isEmpty())
        result.alignment = alignment == "justify"_L1 ? Alignment::Justified : Alignment::Start;
    if (const auto hyphens = look.own.value(u"hyphens"_s); !hyphens.isEmpty())
        result.hyphenation = hyphens != "none"_L1;
    return result;
}

QString page::themeName(Theme theme)
{
    switch (theme) {
    case Theme::Dark:
        return u"dark"_s;
    case Theme::Sepia:
        return u"sepia"_s;
    case Theme::Paper:
        return u"paper"_s;
    case Theme::Black:
        return u"black"_s;
    case Theme::Contrast:
        return u"contrast"_s;
    case Theme::Light:
        break;
    }
    return u"light"_s;
}

bool page::isDark(Theme theme)
{
    return theme == Theme::Dark || theme == Theme::Black;
}

page::Look page::bounded(const Look &look)
{
    auto within = look;
    within.textSize = std::clamp(look.textSize, limits::smallestText, limits::largestText);
    within.lineWidth = std::clamp(look.lineWidth, limits::narrowestLine, limits::widestLine);
    within.leading = std::clamp(look.leading, limits::tightestLeading, limits::loosestLeading);
    return within;
}
