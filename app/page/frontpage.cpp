#include "page/frontpage.h"

#include "html/sanitise.h"
#include "page/widow.h"
#include "page/writing.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using html::escaped;

namespace {

QString element(const QString &opening, const QString &text, QLatin1StringView closing)
{
    return text.isEmpty() ? QString() : opening + text + closing;
}

QString paragraph(QLatin1StringView classes, const QString &text)
{
    return element(u"<p class=\""_s + classes + u"\" dir=\"auto\">"_s, escaped(text), "</p>"_L1);
}

// How large a picture is made, in pixels: a large photo is shown at half of this where a screen has
// two pixels for one.
struct Cut
{
    int width;
    int height;
};
constexpr Cut leadCut{1440, 810};
constexpr Cut secondCut{720, 450};
constexpr Cut smallCut{192, 192};

QString photo(const page::FrontPicture &picture, const Cut &cut)
{
    if (picture.name.isEmpty())
        return {};
    return u"<img src=\"%1\" alt=\"\" width=\"%2\" height=\"%3\">"_s.arg(
        escaped(page::sizedPicture(picture.name, cut.width, cut.height)),
        QString::number(cut.width), QString::number(cut.height));
}

// The outlet's name above, where several stand together; below, what else is known.
QString details(const page::FrontItem &item, bool withOutlet)
{
    QStringList parts{withOutlet ? item.outlet : QString(), item.date, item.progress};
    parts.removeAll({});
    QString text;
    for (const auto &part : parts)
        text += (text.isEmpty() ? u""_s : u"<span class=\"gap\"> </span>"_s) + u"<bdi>"_s
            + escaped(part) + u"</bdi>"_s;
    return element(u"<p class=\"details\">"_s, text, "</p>"_L1);
}

QString opening(const page::FrontItem &item, QLatin1StringView classes)
{
    const auto writing = page::scriptOf(item.title);
    return u"<a class=\"item "_s + classes + (item.read ? u" read"_s : QString())
        + (writing.isEmpty() ? QString() : u' ' + writing) + u"\" href=\""_s + escaped(item.address)
        + u"\">"_s;
}

QString headline(QLatin1StringView tag, const page::FrontItem &item)
{
    const auto last = page::lastWords(item.title);
    return u'<' + tag + u" dir=\"auto\">"_s + escaped(item.title.left(last))
        + element(u"<span class=\"last\">"_s, escaped(item.title.mid(last)), "</span>"_L1) + u"</"_s
        + tag + u'>';
}

// What a photo shows and who took it are told apart as they are in a story.
QString caption(const page::FrontPicture &picture)
{
    const auto credit
        = element(u"<span class=\"credit\">"_s, escaped(picture.credit), "</span>"_L1);
    const auto between = picture.caption.isEmpty() || credit.isEmpty()
        ? QString()
        : u"<span class=\"gap\"> </span>"_s;
    return element(u"<p class=\"caption\" dir=\"auto\">"_s,
                   escaped(picture.caption) + between + credit, "</p>"_L1);
}

QString lead(const page::FrontItem &item)
{
    QString text;
    for (const auto &words : item.opening)
        text += u"<p dir=\"auto\">"_s + escaped(words) + u"</p>"_s;
    const auto figure = element(u"<figure>"_s, photo(item.picture, leadCut) + caption(item.picture),
                                "</figure>"_L1);
    return opening(item, item.picture.name.isEmpty() ? "lead bare"_L1 : "lead"_L1)
        + paragraph("kicker"_L1, item.outlet) + headline("h2"_L1, item)
        + paragraph("stand"_L1, item.standfirst) + figure
        + element(u"<div class=\"words\">"_s, text, "</div>"_L1) + details(item, false) + u"</a>"_s;
}

QString second(const page::FrontItem &item)
{
    return opening(item, item.picture.name.isEmpty() ? "second bare"_L1 : "second"_L1)
        + photo(item.picture, secondCut) + paragraph("kicker"_L1, item.outlet)
        + headline("h3"_L1, item) + paragraph("words"_L1, item.standfirst) + details(item, false)
        + u"</a>"_s;
}

QString brief(const page::FrontItem &item, bool withOutlet)
{
    return opening(item, "brief"_L1) + headline("h4"_L1, item)
        + paragraph("words"_L1, item.standfirst) + details(item, withOutlet) + u"</a>"_s;
}

QString begunItem(const page::FrontItem &item)
{
    const auto share = QString::number(qRound(item.share * 100));
    return opening(item, "begun"_L1) + photo(item.picture, smallCut) + u"<div>"_s
        + headline("h4"_L1, item) + details(item, true) + u"<progress max=\"100\" value=\""_s
        + share + u"\"></progress></div></a>"_s;
}

QString section(const page::FrontSection &section)
{
    QString items;
    for (const auto &item : section.items)
        items += brief(item, item.outlet != section.title);
    return u"<section>"_s
        + element(u"<h3 class=\"label\" dir=\"auto\">"_s, escaped(section.title), "</h3>"_L1)
        + items + u"</section>"_s;
}

QString masthead(const page::FrontPage &page)
{
    if (page.name.isEmpty())
        return {};
    return u"<header class=\"masthead\"><p class=\"day\">"_s + escaped(page.date) + u"</p><h1>"_s
        + escaped(page.name) + u"</h1><p class=\"note\">"_s + escaped(page.note)
        + u"</p></header>"_s;
}

QString deeds(const QList<page::FrontDeed> &deeds)
{
    QString text;
    for (const auto &deed : deeds)
        text += u"<a href=\"%1\"><bdi>%2</bdi></a> "_s.arg(escaped(deed.address),
                                                           escaped(deed.words));
    return element(u"<p class=\"deeds\">"_s, text.trimmed(), "</p>"_L1);
}

// What can be done stands with the word that there is nothing, and otherwise at the end.
QString nothing(const page::FrontPage &page)
{
    if (page.emptyTitle.isEmpty())
        return {};
    return u"<div class=\"nothing\"><h2 dir=\"auto\">"_s + escaped(page.emptyTitle) + u"</h2>"_s
        + paragraph("stand"_L1, page.emptyText) + deeds(page.deeds) + u"</div>"_s;
}

QString large(const page::FrontPage &page)
{
    auto items = lead(page.large.constFirst());
    for (qsizetype at = 1; at < page.large.size(); ++at)
        items += second(page.large.at(at));
    return u"<div class=\"large\">"_s + items + u"</div>"_s;
}

QString begun(const page::FrontSection &begun)
{
    if (begun.items.isEmpty())
        return {};
    QString items;
    for (const auto &item : begun.items)
        items += begunItem(item);
    return u"<section class=\"shelf\"><h3 class=\"label\" dir=\"auto\">"_s + escaped(begun.title)
        + u"</h3><div class=\"row\">"_s + items + u"</div></section>"_s;
}

QString columns(const QList<page::FrontSection> &sections)
{
    QString text;
    for (const auto &each : sections)
        text += section(each);
    return element(u"<div class=\"columns\">"_s, text, "</div>"_L1);
}

} // namespace

QString page::storyAddress(qint64 story)
{
    return u"broadsheet:story/"_s + QString::number(story);
}

QString page::frontAddress(QLatin1StringView deed)
{
    return u"broadsheet:front/"_s + deed;
}

QString page::sizedPicture(const QString &name, int width, int height)
{
    return u"%1?%2x%3"_s.arg(name).arg(width).arg(height);
}

page::PictureSize page::pictureSize(const QString &name)
{
    const auto mark = name.indexOf(u'?');
    if (mark < 0)
        return {.name = name};
    const auto size = QStringView(name).sliced(mark + 1);
    const auto by = size.indexOf(u'x');
    return {.name = name.left(mark),
            .width = size.left(std::max<qsizetype>(by, 0)).toInt(),
            .height = size.mid(by + 1).toInt()};
}

// What is to be read comes first, and what was begun where nothing else is.
QString page::frontPage(const FrontPage &page)
{
    if (!page.large.isEmpty())
        return u"<div class=\"front\">"_s + masthead(page) + large(page) + begun(page.begun)
            + columns(page.sections) + deeds(page.deeds) + u"</div>"_s;
    return u"<div class=\"front empty\">"_s + masthead(page)
        + (page.name.isEmpty() ? begun(page.begun) + nothing(page)
                               : nothing(page) + begun(page.begun))
        + u"</div>"_s;
}
