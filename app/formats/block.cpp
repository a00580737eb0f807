#include "formats/block.h"

#include "html/sanitise.h"
#include "text/whitespace.h"

#include <QRegularExpression>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace {

// Bounded repetition: a long line full of unmatched asterisks must not take quadratic time.
const QRegularExpression strongText(uR"(\*\*(?=\S)([^*]{1,300})(?<=\S)\*\*)"_s);
const QRegularExpression
    starredText(uR"((?<![\w*])\*(?=[^\s*])([^*\n]{1,300})(?<=\S)\*(?![\w*]))"_s);
const QRegularExpression
    underlinedText(uR"((?<![\w_])_(?=[^\s_])([^_\n]{1,300})(?<=\S)_(?![\w_]))"_s);
const QRegularExpression addressInText(uR"(\bhttps?://[^\s<>"]{3,2000})"_s);

bool mayHoldEmphasis(const QString &text)
{
    return text.contains(u'*') || text.contains(u'_');
}

QString withEmphasis(QString html)
{
    if (!mayHoldEmphasis(html))
        return html;
    html.replace(strongText, u"<strong>\\1</strong>"_s);
    html.replace(starredText, u"<em>\\1</em>"_s);
    return html.replace(underlinedText, u"<em>\\1</em>"_s);
}

QString withoutEmphasis(QString text)
{
    if (!mayHoldEmphasis(text))
        return text;
    text.replace(strongText, u"\\1"_s);
    text.replace(starredText, u"\\1"_s);
    return text.replace(underlinedText, u"\\1"_s);
}

// An address at the end of a sentence does not own the full stop, nor a bracket it did not open.
qsizetype addressLength(QStringView address)
{
    auto length = address.size();
    while (length > 0) {
        const auto last = address[length - 1];
        const bool strayBracket = last == u')' && !address.first(length).contains(u'(');
        if (!strayBracket && !u".,;:!?'»”’"_s.contains(last))
            break;
        --length;
    }
    return length;
}

// Addresses are parted from the text before emphasis is looked for: they are full of underscores.
QString inlineHtml(const QString &text, QList<Link> &links)
{
    if (!text.contains("://"_L1))
        return withEmphasis(html::escaped(text));
    QString html;
    qsizetype done = 0;
    auto found = addressInText.globalMatch(text);
    while (found.hasNext()) {
        const auto match = found.next();
        const auto length = addressLength(match.capturedView());
        const auto address = text.mid(match.capturedStart(), length);
        html += withEmphasis(html::escaped(text.mid(done, match.capturedStart() - done)));
        html += u"<a href=\"%1\">%1</a>"_s.arg(html::escaped(address));
        links.append({.title = {}, .url = QUrl(address)});
        done = match.capturedStart() + length;
    }
    return html + withEmphasis(html::escaped(text.mid(done)));
}

} // namespace

formats::Block formats::textParagraph(const QString &text)
{
    Block block;
    block.marked = text;
    block.html = inlineHtml(text, block.links);
    block.text = withoutEmphasis(text);
    block.emphasised = block.html.startsWith("<em>"_L1) && block.html.endsWith("</em>"_L1)
        && block.html.count("<em>"_L1) == 1;
    return block;
}

bool formats::isWideScript(QChar character)
{
    const auto code = character.unicode();
    return (code >= 0x2E80 && code <= 0xD7FF) || (code >= 0xF900 && code <= 0xFAFF)
        || (code >= 0xFE30 && code <= 0xFE4F) || (code >= 0xFF00 && code <= 0xFF60)
        || character.isHighSurrogate();
}

int formats::columns(QStringView text)
{
    int width = 0;
    for (const auto character : text) {
        if (character.isLowSurrogate() || character.category() == QChar::Other_Format)
            continue;
        width += isWideScript(character) ? 2 : 1;
    }
    return width;
}

bool formats::endsSentence(QStringView text)
{
    static const auto closers = u"\"'”’“»«)]）」』】〉》*_"_s;
    static const auto enders = u".!?…。！？؟۔।:：;；"_s;
    text = text.trimmed();
    while (!text.isEmpty() && closers.contains(text.back()))
        text.chop(1);
    return !text.isEmpty() && enders.contains(text.back());
}
