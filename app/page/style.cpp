#include "page/style.h"

#include "page/scriptfaces.h"
#include "page/typescale.h"

#include <QFile>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

// The part is a static library, so its resources must be asked for. Outside any namespace, as the
// macro demands.
static void initialiseResources()
{
    Q_INIT_RESOURCE(page);
}

namespace {

constexpr int largestTogether = 140; // Percent: last words find room in a line of any view.
constexpr int printedTextSize = 74; // Percent: 14 pixels, 10.5 points.

QString sheet()
{
    static const QString text = [] {
        initialiseResources();
        QString all;
        for (const auto &name :
             {u":/page/pictures.css"_s, u":/page/story.css"_s, u":/page/scripts.css"_s,
              u":/page/leftout.css"_s, u":/page/closer.css"_s, u":/page/front.css"_s}) {
            QFile file(name);
            if (file.open(QIODevice::ReadOnly))
                all += QString::fromUtf8(file.readAll());
        }
        return all;
    }();
    return text;
}

QString variables(const page::Colours &colours)
{
    return u"--paper:%1;--ink:%2;--headline:%3;--quiet:%4;--rule:%5;--card:%6;--accent:%7;--selection:%8"_s
               .arg(colours.paper, colours.ink, colours.headline, colours.quiet, colours.rule,
                    colours.card, colours.accent, colours.selection)
        + u";--hit:%1;--hit-ink:%2;--hit-here:%3;--hit-here-ink:%4"_s.arg(
            colours.hit, colours.hitInk, colours.hitHere, colours.hitHereInk);
}

QString families(const QStringList &faces)
{
    QStringList quoted;
    for (const auto &face : faces)
        quoted.append(face.contains(u' ') ? u'"' + face + u'"' : face);
    return quoted.join(u',');
}

// The scale for every script: the root has the one of scripts without another.
QString scales(const page::Look &look)
{
    auto css = u":root{"_s + page::TypeScale(look).variables() + u"}\n"_s;
    for (const auto &script : {u"arabic"_s, u"hebrew"_s, u"cjk"_s})
        css += u'.' + script + u'{' + page::TypeScale(look, script).variables() + u"}\n"_s;
    return css;
}

bool isColour(const QString &written)
{
    static const QRegularExpression colour(u"^#[0-9A-Fa-f]{3,8}\\z"_s);
    return colour.match(written).hasMatch();
}

QString faceVariables(const QStringList &text, const QStringList &furniture)
{
    return u"{--text-faces:%1;--furniture-faces:%2}\n"_s.arg(families(text), families(furniture));
}

QString faceRules(const page::Look &look)
{
    auto css = u":root"_s + faceVariables(page::textFaces(look), page::furnitureFaces());
    for (const auto &faces : page::scriptFaces()) {
        QString selector = u'.' + faces.script;
        if (!faces.languages.isEmpty())
            selector += u":is(:lang("_s + faces.languages.join("),:lang("_L1) + u"))"_s;
        const page::Writing writing
            = {.language = faces.languages.value(0), .script = faces.script};
        css += selector
            + faceVariables(page::textFaces(look, writing), page::furnitureFaces(look, writing));
    }
    return css;
}

} // namespace

QString page::lookStyle(const Look &look, Hyphens hyphens)
{
    const auto within = bounded(look);
    const auto hyphenated = hyphens == Hyphens::InText ? u"manual"_s : u"auto"_s;
    const auto unbroken = hyphens == Hyphens::InText ? u"none"_s : u"manual"_s;
    auto css = u":root{--line-width:%1;--alignment:%2;--hyphens:%3;--word-limits:%4;"
               "--headline-hyphens:%5;--last-words:%6}\n"_s.arg(
                   QString::number(within.lineWidth),
                   within.alignment == Alignment::Justified ? u"justify"_s : u"start"_s,
                   within.hyphenation ? hyphenated : unbroken,
                   within.alignment == Alignment::Justified ? u"6 2 3"_s : u"8 4 4"_s,
                   within.hyphenation ? u"manual"_s : u"none"_s,
                   within.textSize <= largestTogether ? u"nowrap"_s : u"normal"_s)
        + faceRules(within) + scales(within);
    if (isColour(within.accent))
        css += u":root[data-theme]{--accent:%1}\n"_s.arg(within.accent);
    // On paper it is always light, and of one size.
    auto onPaper = within;
    onPaper.textSize = printedTextSize;
    css += u"@media print{:root[data-theme]{%1;color-scheme:light}\n%2}\n"_s.arg(
        variables(colours(Theme::Light)), scales(onPaper));
    return css;
}

QString page::styleSheet(const Look &look, Hyphens hyphens)
{
    QString css;
    for (const auto theme : themes) {
        css += u":root[data-theme=%1]{%2;color-scheme:%3}\n"_s.arg(
            themeName(theme), variables(colours(theme)), isDark(theme) ? u"dark"_s : u"light"_s);
    }
    return css + lookStyle(look, hyphens) + sheet();
}
