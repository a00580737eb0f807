#include "html/sanitise.h"
#include "page/frontpage.h"
#include "page/typescale.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using html::escaped;

// The front page for QTextDocument.

namespace {

constexpr int twoColumns = 620; // Pixels from which on there are so many.
constexpr int threeColumns = 980;
constexpr int gap = 30; // Between columns.

// From html::escaped() nothing comes that could end an attribute.
QString link(const page::FrontItem &item, const QString &inside)
{
    return u"<a href=\"%1\">"_s.arg(escaped(item.address)) + inside + u"</a>"_s;
}

QString line(QLatin1StringView classes, const QString &html)
{
    return html.isEmpty() ? QString() : u"<p class=\""_s + classes + u"\">"_s + html + u"</p>"_s;
}

QString words(QLatin1StringView classes, const QString &text)
{
    return line(classes, escaped(text));
}

// A picture of this shape, as wide as it is told.
QString picture(const page::FrontItem &item, int width, double shape)
{
    if (item.picture.name.isEmpty())
        return {};
    const auto height = qRound(width * shape);
    return u"<img src=\"%1\" width=\"%2\" height=\"%3\">"_s.arg(
        escaped(page::sizedPicture(item.picture.name, width, height)), QString::number(width),
        QString::number(height));
}

QString details(const page::FrontItem &item, bool withOutlet)
{
    QStringList parts{withOutlet ? item.outlet : QString(), item.date, item.progress};
    parts.removeAll({});
    return words("details"_L1, parts.join(u" · "_s));
}

QString headline(QLatin1StringView classes, const page::FrontItem &item)
{
    return u"<p class=\""_s + classes + (item.read ? u" read"_s : QString()) + u"\">"_s
        + link(item, escaped(item.title)) + u"</p>"_s;
}

QString lead(const page::FrontItem &item, int width)
{
    QString text;
    for (const auto &paragraph : item.opening)
        text += words("text"_L1, paragraph);
    QStringList said{item.picture.caption, item.picture.credit};
    said.removeAll({});
    return words("outlet"_L1, item.outlet) + headline("lead"_L1, item)
        + words("stand"_L1, item.standfirst) + line("photo"_L1, picture(item, width, 0.5625))
        + words("caption"_L1, said.join(u" · "_s)) + text + details(item, false);
}

QString second(const page::FrontItem &item, int width)
{
    return line("photo"_L1, picture(item, width, 0.6)) + words("outlet"_L1, item.outlet)
        + headline("second"_L1, item) + words("text"_L1, item.standfirst) + details(item, false);
}

QString brief(const page::FrontItem &item, bool withOutlet)
{
    return headline("brief"_L1, item) + words("small"_L1, item.standfirst)
        + details(item, withOutlet);
}

QString section(const page::FrontSection &section)
{
    auto text = words("label"_L1, section.title);
    for (const auto &item : section.items)
        text += brief(item, item.outlet != section.title);
    return text;
}

// Cells side by side, as wide as they are told.
QString row(const QStringList &cells, const QList<int> &widths)
{
    QString text;
    for (qsizetype at = 0; at < cells.size(); ++at) {
        if (at > 0)
            text += u"<td width=\"%1\"></td>"_s.arg(gap);
        text += u"<td width=\"%1\" valign=\"top\">%2</td>"_s.arg(QString::number(widths.value(at)),
                                                                 cells.at(at));
    }
    return text.isEmpty() ? text
                          : u"<table width=\"100%\" cellspacing=\"0\" cellpadding=\"0\"><tr>"_s
            + text + u"</tr></table>"_s;
}

QList<int> evenly(int width, int columns)
{
    return QList<int>(columns, (width - gap * (columns - 1)) / columns);
}

// In rows of so many.
QString grid(const QList<QString> &cells, int width, int columns)
{
    QString text;
    for (qsizetype at = 0; at < cells.size(); at += columns) {
        QStringList here = cells.sliced(at, std::min<qsizetype>(columns, cells.size() - at));
        while (here.size() < columns)
            here.append(QString());
        text += columns == 1 ? here.constFirst() : row(here, evenly(width, columns));
    }
    return text;
}

QString large(const page::FrontPage &page, int width, int columns)
{
    if (page.large.isEmpty())
        return words("nothing"_L1, page.emptyTitle) + words("hint"_L1, page.emptyText);
    const auto widths = evenly(width, columns);
    auto others = page.large.mid(1);
    QString text;
    if (columns < 3) {
        text = lead(page.large.constFirst(), width);
    } else {
        const auto wide = 2 * widths.constFirst() + gap;
        QString beside;
        for (; !others.isEmpty() && others.size() > page.large.size() - 3;)
            beside += second(others.takeFirst(), widths.constFirst());
        text = row({lead(page.large.constFirst(), wide), beside}, {wide, widths.constFirst()});
    }
    QStringList cells;
    for (const auto &item : others)
        cells.append(second(item, widths.constFirst()));
    return text + grid(cells, width, columns);
}

QString begun(const page::FrontSection &begun, int width, int columns)
{
    if (begun.items.isEmpty())
        return {};
    QStringList cells;
    for (const auto &item : begun.items)
        cells.append(headline("brief"_L1, item) + details(item, true));
    return words("label"_L1, begun.title) + grid(cells, width, columns);
}

// Each section goes where the shortest column is.
QString columned(const QList<page::FrontSection> &sections, int width, int columns)
{
    QStringList cells(columns);
    for (const auto &each : sections) {
        auto shortest = std::ranges::min_element(cells, {}, &QString::size);
        *shortest += section(each);
    }
    return columns == 1 ? cells.join(QString()) : row(cells, evenly(width, columns));
}

QString deeds(const QList<page::FrontDeed> &deeds)
{
    QStringList text;
    for (const auto &deed : deeds)
        text.append(u"<a href=\"%1\">%2</a>"_s.arg(escaped(deed.address), escaped(deed.words)));
    return line("deeds"_L1, text.join(u"&nbsp;&nbsp;&nbsp; "_s));
}

QString masthead(const page::FrontPage &page)
{
    QStringList said{page.date, page.note};
    said.removeAll({});
    return words("name"_L1, page.name)
        + (page.name.isEmpty() ? QString() : words("day"_L1, said.join(u" · "_s)) + u"<hr>"_s);
}

class Rules
{
public:
    Rules(const page::Look &look, int width)
        : colours(page::colours(look))
        , text(0.86 * page::TypeScale(look).size(page::Voice::Text))
        , m_width(width)
    {
    }

    // Sizes and margins in sizes of the text, lines in sizes of their own.
    void add(QLatin1StringView classes, double ems, double lines, const QString &more, double above,
             double below)
    {
        css += u".%1{font-size:%2px;line-height:%3px;margin-top:%4px;margin-bottom:%5px;%6}\n"_s
                   .arg(classes, QString::number(qRound(ems * text)),
                        QString::number(qRound(ems * text * lines)),
                        QString::number(qRound(above * text)),
                        QString::number(qRound(below * text)), more);
    }
    [[nodiscard]] double leadSize() const { return m_width < twoColumns ? 1.9 : 2.6; }
    static QString furniture(const QString &colour)
    {
        return u"font-family:%1;color:%2;"_s.arg(page::furnitureFaces().join(u','), colour);
    }

    page::Colours colours;
    double text;
    QString css;

private:
    int m_width;
};

} // namespace

QString page::lightFrontPage(const FrontPage &page, int width)
{
    const auto columns = width < twoColumns ? 1 : width < threeColumns ? 2 : 3;
    const auto isEmpty = page.large.isEmpty();
    const auto shelf = begun(page.begun, width, columns);
    return masthead(page)
        + (isEmpty && page.name.isEmpty() ? shelf + large(page, width, columns)
                                          : large(page, width, columns) + shelf)
        + columned(page.sections, width, columns) + deeds(page.deeds);
}

QString page::lightFrontStyle(const Look &look, int width)
{
    Rules rules(look, width);
    const auto &colours = rules.colours;
    const auto bold = u"font-weight:700;color:%1;"_s.arg(colours.headline);
    const auto shout = u"font-weight:700;text-transform:uppercase;letter-spacing:1px;"_s;
    rules.css = u"a{color:%1;text-decoration:none;}\n.read a{color:%2;font-weight:400;}\n"_s.arg(
        colours.headline, colours.quiet);
    rules.add("name"_L1, 2.1, 1.1, bold, 0, 0);
    rules.add("day"_L1, 0.82, 1.4, Rules::furniture(colours.quiet), 0.2, 0.4);
    rules.add("outlet"_L1, 0.76, 1.4, Rules::furniture(colours.accent) + shout, 1.2, 0.3);
    rules.add("label"_L1, 0.76, 1.4, Rules::furniture(colours.accent) + shout, 1.6, 0.8);
    rules.add("lead"_L1, rules.leadSize(), 1.1, bold, 0, 0.3);
    rules.add("second"_L1, 1.34, 1.2, bold, 0, 0.3);
    rules.add("brief"_L1, 1.1, 1.24, bold, 0.9, 0.2);
    rules.add("stand"_L1, 1.22, 1.38, u"color:%1;"_s.arg(colours.quiet), 0.2, 0.8);
    rules.add("photo"_L1, 1, 1.4, {}, 0.9, 0.2);
    rules.add("caption"_L1, 0.78, 1.4, Rules::furniture(colours.quiet), 0.2, 0.6);
    rules.add("text"_L1, 1, 1.5, QString(), 0, 0.5);
    rules.add("small"_L1, 0.94, 1.45, QString(), 0, 0.2);
    rules.add("details"_L1, 0.8, 1.4, Rules::furniture(colours.quiet), 0.2, 0.9);
    rules.add("nothing"_L1, 1.75, 1.4, bold, 5, 0.4);
    rules.add("hint"_L1, 1.05, 1.5, u"color:%1;"_s.arg(colours.quiet), 0, 2);
    rules.add("deeds"_L1, 0.84, 1.4, Rules::furniture(colours.ink), 1.6, 0);
    rules.css
        += u".deeds a{color:%1;font-weight:600;text-decoration:underline;}\n"_s.arg(colours.ink);
    return rules.css;
}
