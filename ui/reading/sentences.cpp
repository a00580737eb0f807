#include "reading/sentences.h"

#include "page/hyphens.h"

#include <QTextDocument>

#include <cstdlib>

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype quoteLength = 80; // Characters; cut at a word.

// The text without soft hyphens and with runs of white space as one blank, and which character of
// the text each one was.
struct Simplified
{
    QString text;
    QList<int> from;
};

Simplified simplified(const QString &text)
{
    Simplified result;
    for (int i = 0; i < text.size(); ++i) {
        if (text.at(i) == page::softHyphen)
            continue;
        const bool blank = text.at(i).isSpace();
        if (blank && (result.text.isEmpty() || result.text.endsWith(u' ')))
            continue;
        result.text += blank ? u' ' : text.at(i);
        result.from.append(i);
    }
    return result;
}

} // namespace

QList<int> sentences::starts(const QString &text)
{
    static const QRegularExpression end(
        uR"([.!?\x{2026}\x{061f}\x{06d4}]["'\x{2019}\x{201d}\x{00bb})\]]*\s+|[\x{3002}\x{ff01}\x{ff1f}][\x{300d}\x{300f}\x{201d}]*)"_s);
    QList<int> found = {0};
    for (auto matches = end.globalMatch(text); matches.hasNext();) {
        const auto behind = int(matches.next().capturedEnd());
        if (behind < text.size())
            found.append(behind);
    }
    return found;
}

QString sentences::quoteAt(const QString &text, int start)
{
    const auto rest = simplified(text.mid(start)).text;
    if (rest.size() <= quoteLength)
        return rest.trimmed();
    const auto word = rest.lastIndexOf(u' ', quoteLength);
    return rest.left(word > quoteLength / 2 ? word : quoteLength).trimmed();
}

sentences::Place sentences::find(const QTextDocument &document, const QString &quote,
                                 int expectedBlock)
{
    Place best;
    for (auto block = document.begin(); block.isValid(); block = block.next()) {
        const auto plain = simplified(block.text());
        const auto at = plain.text.indexOf(quote);
        if (at < 0)
            continue;
        const auto distance = std::abs(block.blockNumber() - expectedBlock);
        if (!best.block.isValid() || distance < std::abs(best.block.blockNumber() - expectedBlock))
            best = {.block = block, .character = plain.from.at(at)};
    }
    return best;
}

QRegularExpression sentences::pattern(const QString &words)
{
    QString pattern;
    for (qsizetype i = 0; i < words.size(); ++i) {
        const auto letter
            = words.sliced(i, words.at(i).isHighSurrogate() && i + 1 < words.size() ? 2 : 1);
        i += letter.size() - 1;
        pattern
            += (pattern.isEmpty() ? QString() : u"\\x{ad}?"_s) + QRegularExpression::escape(letter);
    }
    return QRegularExpression(pattern,
                              QRegularExpression::CaseInsensitiveOption
                                  | QRegularExpression::UseUnicodePropertiesOption);
}
