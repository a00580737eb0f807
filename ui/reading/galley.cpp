#include "reading/galley.h"

#include "page/hyphens.h"
#include "reading/documentblocks.h"
#include "reading/lighthits.h"
#include "reading/lightlayout.h"
#include "reading/sentences.h"

#include <QCoreApplication>
#include <QTextDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

int startOf(const QTextDocument &document, const galley::Order &order, const galley::Marks &marks)
{
    if (order.part >= 0) {
        const auto part = documentblocks::named(document, u"part%1"_s.arg(order.part));
        return part.isValid() ? part.position() : 0;
    }
    const auto &wanted = order.position;
    if (!wanted.quote.isEmpty()) {
        const auto first = documentblocks::firstOfBody(document);
        const auto spot = sentences::find(sentences::textsOf(first), wanted);
        if (spot.block >= 0)
            return document.findBlockByNumber(first.blockNumber() + spot.block).position()
                + spot.character;
    }
    if (wanted.fraction > 0)
        return int(std::min(wanted.fraction, 1.0) * (document.characterCount() - 1));
    const auto &hits = marks.hits;
    return order.hit > 0 && order.hit <= hits.size() ? hits.at(order.hit - 1).from : 0;
}

} // namespace

Galley galley::set(const Order &order)
{
    const auto document = std::make_shared<QTextDocument>();
    document->setUndoRedoEnabled(false);
    document->setDocumentMargin(0);
    lightlayout::prepare(*document, order.column.setting);
    document->setDefaultStyleSheet(page::lightStyle(order.column.setting));
    auto html = order.light ? order.html : page::lightStory(order.html);
    if (!order.column.setting.look.hyphenation)
        html.remove(page::softHyphen);
    document->setHtml(html);
    Galley set{.document = document, .lift = lightlayout::settle(*document, order.column)};
    lightlayout::setColumn(*document, order.column);
    set.marks = marksOf(*document, QColor(page::colours(order.column.setting.look).hit));
    set.start = startOf(*document, order, set.marks);
    document->moveToThread(QCoreApplication::instance()->thread());
    return set;
}

galley::Marks galley::marksOf(const QTextDocument &document, const QColor &hit)
{
    const auto end = documentblocks::named(document, u"end"_s);
    return {.body = documentblocks::firstOfBody(document).blockNumber(),
            .end = end.isValid() ? end.position() : -1,
            .hits = lighthits::in(document, hit)};
}
