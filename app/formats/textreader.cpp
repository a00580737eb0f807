#include "formats/textreader.h"

#include "formats/dump.h"
#include "formats/limits.h"
#include "formats/printedpages.h"
#include "formats/runtogether.h"
#include "formats/story.h"
#include "formats/textblocks.h"
#include "html/sanitise.h"
#include "text/dates.h"
#include "text/decode.h"

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

SavedPage preformatted(const QString &text)
{
    SavedPage page{.content = SavedPage::Content::Story};
    page.html = "<pre>"_L1 + html::escaped(text) + "</pre>"_L1;
    page.stated.provenance.format = u"text"_s;
    return page;
}

} // namespace

bool TextReader::recognises(const SavedFile &file) const
{
    return !text::looksBinary(file.bytes);
}

Result<QList<SavedPage>> TextReader::read(const SavedFile &file) const
{
    if (file.bytes.size() > formats::limits::textBytes)
        return Error{Error::Kind::TooLarge, u"text"_s};
    const auto decoded = text::decode(file.bytes);
    auto dump = formats::readDump(decoded.text);
    const auto printed = formats::printedPages(dump.text);
    if (lineCount(printed.lines) > formats::limits::textLines)
        return QList{preformatted(decoded.text)};
    auto blocks = formats::textBlocks(printed.lines);
    if (!dump.references.isEmpty()) {
        formats::resolveReferences(blocks, dump.references);
        formats::partHeadlineFromMenu(blocks);
    }
    if (blocks.isEmpty())
        return Error{Error::Kind::Empty, u"no text"_s};

    Article stated;
    stated.provenance.format = u"text"_s;
    stated.url = formats::ownAddress(dump.references);
    if (decoded.replaced > 0)
        stated.warnings.append(u"%1 bytes could not be decoded"_s.arg(decoded.replaced));
    auto page = formats::recogniseStory({.blocks = std::move(blocks),
                                         .stated = std::move(stated),
                                         .writing = formats::Writing::PlainText,
                                         .wrapping = dump.wrapping});
    fillFromHeads(page.stated, printed.heads);
    return QList{page};
}
