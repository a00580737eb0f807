#include "formats/markdownreader.h"

#include "formats/clipfields.h"
#include "formats/clipheader.h"
#include "formats/limits.h"
#include "formats/markdownblocks.h"
#include "formats/pagepictures.h"
#include "formats/story.h"
#include "formats/toolarge.h"
#include "html/pictures.h"
#include "html/sanitise.h"
#include "text/decode.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace {

bool namedMarkdown(const QString &name)
{
    static const QRegularExpression ending(uR"(\.(?:md|markdown|mdown|mkd|mdtext)$)"_s,
                                           QRegularExpression::CaseInsensitiveOption);
    return ending.match(name).hasMatch();
}

// Kinds of Markdown that plain text does not have by chance.
int markdownSigns(const QString &text)
{
    static const QRegularExpression signs[] = {
        QRegularExpression(uR"(^#{1,6} \S)"_s, QRegularExpression::MultilineOption),
        QRegularExpression(uR"(\]\((?:https?://|/|\.{0,2}/|#)[^\s)]*\))"_s),
        QRegularExpression(uR"(!\[[^\]\n]{0,300}\]\([^\s)]+)"_s),
        QRegularExpression(uR"(^```)"_s, QRegularExpression::MultilineOption),
        QRegularExpression(uR"(^\[[^\]\n]{1,60}\]:\s+<?https?://)"_s,
                           QRegularExpression::MultilineOption),
    };
    int kinds = 0;
    for (const auto &sign : signs)
        kinds += sign.match(text).hasMatch();
    return kinds;
}

QString withStatedPictures(const SavedPage &page)
{
    return u"<img src=\"%1\">"_s.arg(html::escaped(page.stated.lead.src)) + page.html;
}

// A picture that is named by a relative address and did not come along is on the story's site.
void resolve(Figure &figure, const SavedPage &page)
{
    const auto isWhole = [](const QString &address) {
        return address.startsWith("http://"_L1) || address.startsWith("https://"_L1)
            || address.startsWith("data:"_L1);
    };
    if (figure.src.isEmpty() || isWhole(figure.src) || page.resources.contains(figure.src))
        return;
    const auto resolved = page.stated.url.resolved(QUrl(figure.src)).toString();
    figure.src = isWhole(resolved) ? resolved : QString();
}

} // namespace

bool MarkdownReader::recognises(const SavedFile &file) const
{
    const auto sample = file.bytes.first(std::min(file.bytes.size(), formats::limits::sampleBytes));
    if (text::looksBinary(sample))
        return false;
    const auto text = text::decode(sample).text;
    if (text.trimmed().isEmpty())
        return false;
    return namedMarkdown(file.name) || formats::frontMatter(text).has_value()
        || formats::hasClipHeader(text) || markdownSigns(text) >= 2;
}

Result<QList<SavedPage>> MarkdownReader::read(const SavedFile &file) const
{
    if (file.bytes.size() > formats::limits::textBytes)
        return formats::tooLarge(u"Markdown"_s, file.bytes.size(), formats::limits::textBytes);
    const auto decoded = text::decode(file.bytes);
    auto clip = formats::readClipHeader(decoded.text);
    auto blocks = formats::markdownBlocks(clip.text);
    if (!blocks)
        return blocks.error();
    formats::takeClipBlocks(*blocks, clip.stated);
    if (blocks->isEmpty() && clip.stated.title.isEmpty())
        return Error{Error::Kind::Empty, u"no text"_s};

    clip.stated.provenance.format = u"markdown"_s;
    if (decoded.replaced > 0)
        clip.stated.warnings.append(u"%1 bytes could not be decoded"_s.arg(decoded.replaced));
    auto page = formats::recogniseStory({.blocks = std::move(*blocks),
                                         .stated = std::move(clip.stated),
                                         .writing = formats::Writing::Markdown});
    formats::takeLocalPictures(page, withStatedPictures(page), file);
    resolve(page.stated.lead, page);
    for (auto &figure : page.stated.figures)
        resolve(figure, page);
    return QList{page};
}
