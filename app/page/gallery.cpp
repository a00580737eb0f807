#include "page/gallery.h"

#include "page/tags.h"

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace {

// The figure that begins at `from`, but for white space; its words go below one picture of its own.
std::optional<qsizetype> endOfFigure(QStringView html, qsizetype from)
{
    while (from < html.size() && html.at(from).isSpace())
        ++from;
    const auto opening = page::nextTag(html, from);
    if (!opening || opening->start != from || opening->name != "figure"_L1
        || opening->kind != page::Tag::Kind::Opening)
        return {};
    const auto closing = page::closingTag(html, *opening);
    if (!closing)
        return {};
    const auto inside = html.sliced(opening->end, closing->start - opening->end);
    // Pictures only: a table or a quotation in a figure wants the whole column.
    return inside.count(u"<img "_s) == 1 ? std::optional(closing->end) : std::nullopt;
}

} // namespace

QString page::withGalleries(const QString &body)
{
    const QStringView html(body);
    if (html.count(u"<figure"_s) < 2)
        return body;
    QString result;
    qsizetype written = 0;
    qsizetype at = 0;
    while ((at = html.indexOf(u"<figure"_s, at)) >= 0) {
        const auto start = at;
        auto count = 0;
        for (auto end = endOfFigure(html, at); end; end = endOfFigure(html, at)) {
            at = *end;
            ++count;
        }
        if (count > 1) {
            result += html.sliced(written, start - written);
            result += count % 3 == 0 ? u"<div class=\"gallery thirds\">"_s
                                     : u"<div class=\"gallery\">"_s;
            result += html.sliced(start, at - start);
            result += u"</div>"_s;
            written = at;
        }
        at = std::max(at, start + 1);
    }
    result += html.sliced(written);
    return result;
}
