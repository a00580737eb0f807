#include "page/lightgallery.h"

#include "page/tags.h"

#include <QList>

using namespace Qt::StringLiterals;

namespace {

const auto galleryOpening = u"<div class=\"gallery"_s;

QList<QStringView> figuresIn(QStringView gallery)
{
    QList<QStringView> figures;
    for (auto tag = page::nextTag(gallery, 0); tag; tag = page::nextTag(gallery, tag->end)) {
        if (tag->name != "figure"_L1 || tag->kind != page::Tag::Kind::Opening)
            continue;
        const auto closing = page::closingTag(gallery, *tag);
        if (!closing)
            break;
        figures.append(gallery.sliced(tag->start, closing->end - tag->start));
        tag = closing;
    }
    return figures;
}

QString cell(QStringView figure, bool isCut)
{
    auto html = figure.toString();
    html.replace("<figure>"_L1, "<figure class=\"cell\">"_L1);
    if (const auto src = html.indexOf("src=\""_L1); isCut && src >= 0)
        html.insert(html.indexOf(u'"', src + 5), page::cutMark);
    return html;
}

// In rows of two, the last of an odd number has a row of its own, whole.
QString table(const QList<QStringView> &figures, qsizetype columns)
{
    auto html = u"<table class=\"gallery\"><tr>"_s;
    for (qsizetype at = 0; at < figures.size(); ++at) {
        const auto isWide = columns == 2 && at % 2 == 0 && at + 1 == figures.size();
        if (at > 0 && at % columns == 0)
            html += u"</tr><tr>"_s;
        html += isWide ? u"<td colspan=\"2\">"_s : u"<td>"_s;
        html += cell(figures.at(at), !isWide) + u"</td>"_s;
    }
    return html + u"</tr></table>"_s;
}

} // namespace

QString page::withGalleryTables(const QString &story)
{
    const QStringView html(story);
    QString result;
    qsizetype written = 0;
    for (auto at = html.indexOf(galleryOpening); at >= 0; at = html.indexOf(galleryOpening, at)) {
        const auto opening = nextTag(html, at);
        const auto closing = opening ? closingTag(html, *opening) : std::nullopt;
        at += galleryOpening.size();
        if (!closing)
            continue;
        const auto figures = figuresIn(html.sliced(opening->end, closing->start - opening->end));
        const auto columns = attribute(*opening, "class"_L1).contains("thirds"_L1) ? 3 : 2;
        result += html.sliced(written, opening->start - written);
        result += table(figures, columns);
        written = closing->end;
        at = closing->end;
    }
    return written == 0 ? story : result + html.sliced(written).toString();
}
