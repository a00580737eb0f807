#include "page/style.h"

#include <QFile>

using namespace Qt::StringLiterals;

// The part is a static library, so its resources must be asked for. Outside any namespace, as the
// macro demands.
static void initialiseResources()
{
    Q_INIT_RESOURCE(page);
}

namespace {

QString sheet()
{
    static const QString text = [] {
        initialiseResources();
        QString both;
        for (const auto &name :
             {u":/page/story.css"_s, u":/page/leftout.css"_s, u":/page/closer.css"_s}) {
            QFile file(name);
            if (file.open(QIODevice::ReadOnly))
                both += QString::fromUtf8(file.readAll());
        }
        return both;
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

} // namespace

QString page::styleSheet(const Look &look)
{
    QString css;
    for (const auto theme : themes) {
        css += u":root[data-theme=%1]{%2;color-scheme:%3}\n"_s.arg(
            themeName(theme), variables(colours(theme)), isDark(theme) ? u"dark"_s : u"light"_s);
    }
    css += u":root{--text-faces:%1;--furniture-faces:%2;--text-pixels:%3px}\n"_s.arg(
        families(textFaces()), families(furnitureFaces()), QString::number(textPixels));
    css += u":root{--text-size:%1;--line-width:%2}\n"_s.arg(
        QString::number(bounded(look).textSize / 100.0), QString::number(bounded(look).lineWidth));
    css += u"@media print{:root[data-theme]{%1;color-scheme:light}}\n"_s.arg(
        variables(colours(Theme::Light)));
    return css + sheet();
}
