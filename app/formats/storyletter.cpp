#include "formats/story.h"
#include "text/whitespace.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;
using formats::Block;
using formats::Blocks;

namespace {

constexpr auto options
    = QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption;

// Fields as mail programs print them above a letter.
const QRegularExpression field(
    uR"(^(?:from|to|cc|sent|date|reply-to|von|an|gesendet|datum|de|à|para|envoyé|enviado|fecha|от|кому|дата|subject|betreff|objet|asunto|assunto|oggetto|тема|件名|主题|主題|الموضوع)\s*[:：]\s*\S)"_s,
    options);
const QRegularExpression subject(
    uR"(^(?:subject|betreff|objet|asunto|assunto|oggetto|тема|件名|主题|主題|الموضوع)\s*[:：]\s*((?:(?:fwd?|re|wg|aw|tr|rv|i|enc)\s*:\s*)*)(.+)$)"_s,
    options);
const QRegularExpression
    correspondent(uR"(^(?:from|to|von|an|de|à|para|от|кому)\s*[:：]\s*\S.*@)"_s, options);

constexpr qsizetype fewestFields = 2;
constexpr qsizetype signatureBlocks = 6;

void leaveOut(formats::Draft &draft, qsizetype at, qsizetype count)
{
    for (auto n = at; n < at + count; ++n)
        draft.stated.warnings.append("left out: "_L1 + text::excerpt(draft.blocks[n].text, 80));
    draft.blocks.remove(at, count);
}

// RFC 3676 §4.3: a line of two hyphens begins the signature.
void leaveOutSignature(formats::Draft &draft)
{
    const auto &blocks = draft.blocks;
    const auto from = std::max<qsizetype>(0, blocks.size() - signatureBlocks);
    for (auto at = from; at < blocks.size(); ++at) {
        if (blocks[at].text == "--"_L1) {
            leaveOut(draft, at, blocks.size() - at);
            return;
        }
    }
}

} // namespace

void formats::takeLetter(Draft &draft)
{
    const auto &blocks = draft.blocks;
    qsizetype fields = 0;
    bool letter = false;
    QString title;
    for (; fields < blocks.size() && fields < 8; ++fields) {
        const auto line = blocks[fields].text.left(500);
        if (blocks[fields].kind != Block::Kind::Paragraph || !field.match(line).hasMatch())
            break;
        letter = letter || correspondent.match(line).hasMatch();
        if (const auto match = subject.match(line); match.hasMatch())
            title = text::simplified(match.captured(2));
    }
    if (fields < fewestFields || !letter || title.isEmpty())
        return;
    draft.wrapping = Wrapping::Letter;
    if (draft.stated.title.isEmpty())
        draft.stated.title = title;
    leaveOut(draft, 0, fields);
    leaveOutSignature(draft);
}
