#include "html/sanitise.h"
#include "page/frontpage.h"
#include "page/lightfrontstyle.h"
#include "page/widow.h"
#include "page/writing.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;
using html::escaped;

// The front page for QTextDocument.

namespace {

const auto hairline = u"<p class=\"hair\">&nbsp;</p>"_s;

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
    return words("details"_L1, parts.join(u"\u2002 "_s));
}

QString headline(QLatin1StringView classes, const page::FrontItem &item)
{
    auto title = item.title;
    for (auto at = page::lastWords(title); at < title.size(); ++at) {
        if (title.at(at) == u' ')
            title[at] = QChar::Nbsp;
    }
    return u"<p class=\""_s + classes + (item.read ? u" read"_s : QString()) + u"\">"_s
        + link(item, escaped(title)) + u"</p>"_s;
}

// As much as finds room in so many lines.
QString shortened(const QString &text, int width, double size, int lines)
{
    constexpr double letter = 0.47; // About as wide as one is, in sizes of the text.
    const auto most = qsizetype(lines * width / (letter * size));
    if (text.size() <= most)
        return text;
    auto end = text.lastIndexOf(u' ', most);
    end = end > most / 2 ? end : most;
    if (end > 0 && text.at(end - 1).isHighSurrogate())
        --end;
    return text.left(end).trimmed() + u'…';
}

// The paragraphs in two columns of even length.
std::pair<QStringList, QStringList> halved(const QStringList &paragraphs)
{
    qsizetype room = paragraphs.join(QString()).size() / 2;
    std::pair<QStringList, QStringList> halves;
    for (const auto &paragraph : paragraphs) {
        const auto cut = paragraph.size() <= room ? paragraph.size()
            : room > 0                            ? paragraph.indexOf(u' ', room)
                                                  : 0;
        const auto end = cut < 0 ? paragraph.size() : cut;
        if (end > 0)
            halves.first.append(paragraph.left(end));
        if (end < paragraph.size())
            halves.second.append(paragraph.mid(end).trimmed());
        room -= end;
    }
    return halves;
}

// Letters that join are not set apart.
QString caption(const page::FrontItem &item)
{
    // A name stays in one line.
    constexpr qsizetype name = 32;
    auto credit = escaped(item.picture.credit);
    if (credit.size() <= name)
        credit.replace(u' ', QChar::Nbsp);
    if (!credit.isEmpty() && page::scriptOf(item.title) == "latin"_L1)
        credit = u"<span class=\"credit\">"_s + credit + u"</span>"_s;
    QStringList said{escaped(item.picture.caption), credit};
    said.removeAll({});
    return said.join(u"\u2002 "_s);
}

QString openingText(const QStringList &paragraphs)
{
    QString text;
    for (const auto &paragraph : paragraphs)
        text += words(text.isEmpty() ? "opening"_L1 : "further"_L1, paragraph);
    return text;
}

class LightFront
{
public:
    LightFront(const page::FrontPage &page, const page::FrontSetting &setting)
        : m_page(page)
        , m_width(setting.width)
        , m_columns(page::frontColumns(setting.view))
        , m_text(page::frontTextSize(setting.look))
        , m_gap(2 * qRound(page::frontGutter * m_text) + 1)
        , m_one((m_width - m_gap * (m_columns - 1)) / m_columns)
    {
    }

    [[nodiscard]] QString write() const
    {
        const auto shelf = begun();
        if (m_page.large.isEmpty())
            return m_page.name.isEmpty() ? shelf + nothing() : masthead() + nothing() + shelf;
        return masthead() + large() + (shelf.isEmpty() ? QString() : hairline + shelf)
            + (m_page.sections.isEmpty() ? QString() : hairline + sections()) + hairline
            + deeds("deeds"_L1);
    }

private:
    // Cells side by side, as wide as they are told, with hairlines between them.
    [[nodiscard]] QString row(const QStringList &cells, const QList<int> &widths,
                              QLatin1StringView between = "rule"_L1) const
    {
        QString text;
        for (qsizetype at = 0; at < cells.size(); ++at) {
            if (at > 0)
                text += u"<td width=\"%1\"></td><td width=\"1\" class=\"%2\"></td>"
                        "<td width=\"%1\"></td>"_s.arg(QString::number(m_gap / 2), between);
            text += u"<td width=\"%1\" valign=\"top\">%2</td>"_s.arg(
                QString::number(widths.value(at)), cells.at(at));
        }
        return u"<table width=\"100%\" cellspacing=\"0\" cellpadding=\"0\"><tr>"_s + text
            + u"</tr></table>"_s;
    }

    // In rows of as many as there are columns.
    [[nodiscard]] QString grid(const QStringList &cells,
                               QLatin1StringView between = "rule"_L1) const
    {
        QString text;
        for (qsizetype at = 0; at < cells.size(); at += m_columns) {
            auto here = cells.sliced(at, std::min<qsizetype>(m_columns, cells.size() - at));
            while (here.size() < m_columns)
                here.append(QString());
            text += at > 0 && between == "rule"_L1 ? hairline : QString();
            text += m_columns == 1 ? here.constFirst()
                                   : row(here, QList<int>(m_columns, m_one), between);
        }
        return text;
    }

    [[nodiscard]] QString masthead() const
    {
        if (m_page.name.isEmpty())
            return {};
        const auto name = words("name"_L1, m_page.name);
        const auto day = words("day"_L1, m_page.date);
        const auto note = words("note"_L1, m_page.note);
        const auto rules = u"<p class=\"heavy\">&nbsp;</p>"_s + hairline;
        const auto cell = [](const QString &width, const QString &html) {
            return u"<td width=\"%1\" valign=\"bottom\">%2</td>"_s.arg(width, html);
        };
        const auto table = [&](const QString &cells) {
            return u"<table width=\"100%\" cellspacing=\"0\" cellpadding=\"0\"><tr>"_s + cells
                + u"</tr></table>"_s;
        };
        if (m_columns == 1)
            return name + table(cell(u"60%"_s, day) + cell(u"40%"_s, note)) + rules;
        return table(cell(u"33%"_s, day) + cell(u"34%"_s, name) + cell(u"33%"_s, note)) + rules;
    }

    [[nodiscard]] QString lead(int width) const
    {
        const auto &item = m_page.large.constFirst();
        auto text = openingText(item.opening);
        if (m_columns == 3 && !text.isEmpty()) {
            const auto halves = halved(item.opening);
            const auto half = (width - m_gap) / 2;
            text = row({openingText(halves.first), openingText(halves.second)}, {half, half},
                       "space"_L1);
        }
        return words("outlet"_L1, item.outlet)
            + headline(item.picture.name.isEmpty() ? "bare"_L1 : "lead"_L1, item)
            + words("stand"_L1, item.standfirst) + line("photo"_L1, picture(item, width, 0.5625))
            + line("caption"_L1, caption(item)) + text + details(item, false);
    }

    [[nodiscard]] QString secondWords(const page::FrontItem &item, int width) const
    {
        constexpr int lines = 4; // As in the style sheet of the web page.
        return words("outlet"_L1, item.outlet) + headline("second"_L1, item)
            + words("text"_L1, shortened(item.standfirst, width, m_text, lines))
            + details(item, false);
    }

    // In one column its photo is a thumbnail beside it.
    [[nodiscard]] QString second(const page::FrontItem &item, int width) const
    {
        if (m_columns > 1)
            return line("above"_L1, picture(item, width, 0.625)) + secondWords(item, width);
        const auto side = qRound(6.2 * m_text);
        return item.picture.name.isEmpty()
            ? secondWords(item, width)
            : beside(secondWords(item, width - side - m_gap), picture(item, side, 1), width, side);
    }

    // What stands before a picture at the end of a line.
    [[nodiscard]] QString beside(const QString &html, const QString &image, int width,
                                 int side) const
    {
        return row({html, line("thumb"_L1, image)}, {width - side - m_gap, side}, "space"_L1);
    }

    // What would leave its row half empty has it to the end, its words beside its photo.
    [[nodiscard]] QString across(const page::FrontItem &item, int width, int photo) const
    {
        const auto rest = width - photo - m_gap;
        if (item.picture.name.isEmpty())
            return secondWords(item, width);
        return row({line("thumb"_L1, picture(item, photo, 0.625)), secondWords(item, rest)},
                   {photo, rest}, "space"_L1);
    }

    // The lead; in three columns the two next stand beside it.
    [[nodiscard]] QString top(QList<page::FrontItem> &others) const
    {
        if (m_columns < 3 || others.isEmpty())
            return lead(m_width);
        const auto wide = 2 * m_one + m_gap;
        auto next = second(others.takeFirst(), m_one);
        if (!others.isEmpty())
            next += hairline + second(others.takeFirst(), m_one);
        return row({lead(wide), next}, {wide, m_one});
    }

    [[nodiscard]] QString large() const
    {
        auto others = m_page.large.mid(1);
        QStringList rows{top(others)};
        while (others.size() >= m_columns) {
            QStringList cells;
            for (int column = 0; column < m_columns; ++column)
                cells.append(second(others.takeFirst(), m_one));
            rows.append(m_columns == 1 ? cells.constFirst()
                                       : row(cells, QList<int>(m_columns, m_one)));
        }
        if (others.size() == 2) {
            const auto wide = 2 * m_one + m_gap;
            rows.append(row({second(others.at(0), m_one), across(others.at(1), wide, m_one)},
                            {m_one, wide}));
        } else if (others.size() == 1) {
            rows.append(across(others.constFirst(), m_width, m_one));
        }
        return rows.join(hairline);
    }

    [[nodiscard]] QString nothing() const
    {
        return words("nothing"_L1, m_page.emptyTitle) + words("hint"_L1, m_page.emptyText)
            + deeds("choices"_L1);
    }

    [[nodiscard]] QString begun() const
    {
        if (m_page.begun.items.isEmpty())
            return {};
        const auto side = qRound(4.4 * m_text);
        QStringList cells;
        for (const auto &item : m_page.begun.items) {
            const auto said = headline("begun"_L1, item) + details(item, true);
            cells.append(item.picture.name.isEmpty()
                             ? said
                             : row({line("thumb"_L1, picture(item, side, 1)), said},
                                   {side, m_one - side - m_gap}, "space"_L1));
        }
        return words("label"_L1, m_page.begun.title) + grid(cells, "space"_L1);
    }

    [[nodiscard]] QString section(const page::FrontSection &section) const
    {
        constexpr int lines = 3;
        QString text;
        for (const auto &item : section.items)
            text += (text.isEmpty() ? QString() : hairline) + headline("brief"_L1, item)
                + words("small"_L1, shortened(item.standfirst, m_one, 0.94 * m_text, lines))
                + details(item, item.outlet != section.title);
        return words("label"_L1, section.title) + (section.title.isEmpty() ? QString() : hairline)
            + text;
    }

    // Each section goes where the shortest column is.
    [[nodiscard]] QString sections() const
    {
        QStringList cells(m_columns);
        for (const auto &each : m_page.sections) {
            auto shortest = std::ranges::min_element(cells, {}, &QString::size);
            *shortest += section(each);
        }
        return grid(cells);
    }

    [[nodiscard]] QString deeds(QLatin1StringView classes) const
    {
        QStringList text;
        for (const auto &deed : m_page.deeds)
            text.append(u"<a href=\"%1\">%2</a>"_s.arg(escaped(deed.address), escaped(deed.words)));
        return line(classes, text.join(u"&nbsp;&nbsp;&nbsp; "_s));
    }

    const page::FrontPage &m_page;
    int m_width;
    int m_columns;
    double m_text; // The size of its letters.
    int m_gap; // Between columns.
    int m_one; // The width of one.
};

} // namespace

QString page::lightFrontPage(const FrontPage &page, const FrontSetting &setting)
{
    return LightFront(page, setting).write();
}
