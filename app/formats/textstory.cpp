#include "formats/textstory.h"

#include "formats/browserprint.h"
#include "formats/dump.h"
#include "formats/limits.h"
#include "formats/printedpages.h"
#include "formats/runtogether.h"
#include "formats/story.h"
#include "formats/textblocks.h"
#include "html/sanitise.h"
#include "text/dates.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

// PDF programs write the ligatures of lam and alef backwards. Two alefs never meet in a word, so
// that it can be told where an article is concerned.
void mendLigatures(QString &text)
{
    for (const auto alef : {u'ا', u'أ', u'إ', u'آ'})
        text.replace(QString(u'ا') + QChar(alef) + u'ل', QString(u"ال"_s) + QChar(alef));
}

// PDF programs put marks of direction around pieces of a line, and the space that follows a number
// before it.
QString withoutEmbeddings(QString text)
{
    static const QRegularExpression number(uR"(\x{202A} ([^\x{202A}-\x{202E}\n ]+)\x{202C})"_s);
    static const QRegularExpression marks(uR"([\x{202A}-\x{202E}])"_s);
    if (!text.contains(marks))
        return text;
    text.replace(number, u"\\1 "_s).remove(marks);
    mendLigatures(text);
    return text;
}

QUrl addressIn(const QStringList &heads)
{
    for (const auto &head : heads) {
        if (const QUrl url(head); url.scheme().startsWith("http"_L1) && !url.host().isEmpty())
            return url;
    }
    return {};
}

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

// What a browser printed above and below the pages. What was known before stays.
void fillFromPrint(Article &stated, const formats::BrowserPrint &print, const QStringList &heads)
{
    if (stated.title.isEmpty())
        stated.title = print.title;
    if (stated.site.isEmpty())
        stated.site = print.site;
    if (stated.url.isEmpty())
        stated.url = addressIn(heads);
    for (const auto &line : print.leftOut)
        stated.warnings.append("left out: "_L1 + line);
}

} // namespace

Result<SavedPage> formats::textStory(const QString &text, Article stated)
{
    auto dump = readDump(text);
    auto printed = printedPages(withoutEmbeddings(dump.text));
    if (lineCount(printed.lines) > limits::textLines)
        return preformatted(text, std::move(stated));
    const auto print = readBrowserPrint(printed);
    auto blocks
        = textBlocks(printed.lines, printed.browser ? Letters::Proportional : Letters::Equal);
    if (!dump.references.isEmpty()) {
        resolveReferences(blocks, dump.references);
        partHeadlineFromMenu(blocks);
    }
    if (blocks.isEmpty())
        return Error{Error::Kind::Empty, u"no text"_s};

    if (!print.title.isEmpty()) {
        dump.wrapping = Wrapping::Page;
        fillFromPrint(stated, print, printed.heads);
    }
    if (stated.url.isEmpty())
        stated.url = ownAddress(dump.references);
    auto page = recogniseStory({.blocks = std::move(blocks),
                                .stated = std::move(stated),
                                .writing = Writing::PlainText,
                                .wrapping = dump.wrapping});
    fillFromHeads(page.stated, printed.heads);
    return page;
}
