#include "formats/textstory.h"

#include "formats/limits.h"
#include "formats/printedpages.h"
#include "formats/story.h"
#include "formats/textblocks.h"
#include "html/sanitise.h"
#include "text/dates.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

// Running heads and feet repeat what the story may have lost: its address, its outlet, its date.
void fillFromHeads(Article &stated, const QStringList &heads)
{
    static const QRegularExpression address(uR"(https?://\S+)"_s);
    static const QRegularExpression siteAndDate(uR"(^(\S.{1,60}?)\s+[-–—|]\s+(\S.{3,80})$)"_s);
    for (const auto &head : heads) {
        const auto found = address.match(head);
        if (found.hasMatch() && stated.url.isEmpty())
            stated.url = QUrl(found.captured());
        const auto parts = siteAndDate.match(head);
        if (!parts.hasMatch() || !text::isDateLine(parts.capturedView(2)))
            continue;
        if (stated.site.isEmpty())
            stated.site = parts.captured(1);
        if (!stated.published.isValid())
            stated.published = formats::storyDate(parts.captured(2), stated.url);
    }
}

qsizetype lineCount(const QList<formats::Line> &lines)
{
    return lines.size() - std::ranges::count(lines, QString(), &formats::Line::text);
}

SavedPage preformatted(const QString &text, Article stated)
{
    return {.content = SavedPage::Content::Story,
            .html = "<pre>"_L1 + html::escaped(text) + "</pre>"_L1,
            .stated = std::move(stated)};
}

} // namespace

Result<SavedPage> formats::textStory(const QString &text, Article stated)
{
    const auto printed = printedPages(text);
    if (lineCount(printed.lines) > limits::textLines)
        return preformatted(text, std::move(stated));
    auto blocks = textBlocks(printed.lines);
    if (blocks.isEmpty())
        return Error{Error::Kind::Empty, u"no text"_s};
    auto page = recogniseStory(std::move(blocks), std::move(stated), Writing::PlainText);
    fillFromHeads(page.stated, printed.heads);
    return page;
}
