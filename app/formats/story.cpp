#include "formats/story.h"

#include "formats/limits.h"
#include "text/credits.h"
#include "text/dates.h"
#include "text/languages.h"
#include "text/whitespace.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace {

// What detection needs of a text to be sure.
constexpr qsizetype languageSample = 4000;

QString detectedLanguage(const formats::Blocks &blocks)
{
    QString sample;
    for (const auto &block : blocks) {
        if (block.kind == formats::Block::Kind::Code)
            continue;
        sample += QStringView(block.text).first(std::min(block.text.size(), languageSample));
        sample += u'\n';
        if (sample.size() > languageSample)
            break;
    }
    return text::detectLanguage(sample);
}

SavedPage textAsItIs(const formats::Blocks &blocks, Article stated)
{
    SavedPage page{.content = SavedPage::Content::Story, .stated = std::move(stated)};
    for (const auto &block : blocks) {
        const bool line = block.kind == formats::Block::Kind::Paragraph
            || block.kind == formats::Block::Kind::Heading;
        page.html += line ? "<p>"_L1 + block.html + "</p>\n"_L1 : block.html + u'\n';
    }
    return page;
}

} // namespace

QString formats::soleAddress(const Block &block)
{
    const auto written = QStringView(block.text).trimmed();
    if (written.size() > 4000
        || !(written.startsWith("http://"_L1, Qt::CaseInsensitive)
             || written.startsWith("https://"_L1, Qt::CaseInsensitive)))
        return {};
    // Wrapping breaks an address once or twice; more white space is a sentence.
    qsizetype gaps = 0;
    for (qsizetype at = 1; at < written.size(); ++at)
        gaps += written[at].isSpace() && !written[at - 1].isSpace();
    return gaps <= 3 ? text::mendedAddress(written) : QString();
}

Timestamp formats::storyDate(QStringView written, const QUrl &address)
{
    const auto dayFirst = text::parseDate(written, text::DayOrder::DayFirst);
    const auto monthFirst = text::parseDate(written, text::DayOrder::MonthFirst);
    if (dayFirst.date == monthFirst.date)
        return dayFirst;
    const auto inPath = text::dateInPath(address.path()).date;
    return inPath.isValid() && inPath == monthFirst.date ? monthFirst : dayFirst;
}

SavedPage formats::recogniseStory(Draft draft)
{
    if (draft.blocks.size() > limits::storyBlocks) {
        if (draft.stated.language.isEmpty())
            draft.stated.language = detectedLanguage(draft.blocks);
        return textAsItIs(draft.blocks, std::move(draft.stated));
    }
    takeLetter(draft);
    takeFooter(draft);
    takeSurroundings(draft);
    takeChrome(draft);
    if (draft.stated.language.isEmpty())
        draft.stated.language = detectedLanguage(draft.blocks);
    takeHead(draft);
    takeAuthorNote(draft);
    SavedPage page{.content = SavedPage::Content::Story};
    page.html = takeBody(draft);
    page.stated = std::move(draft.stated);
    return page;
}
