#include "search/characters.h"

#include "search/limits.h"

#include <QChar>

bool search::isUnspaced(char32_t c)
{
    switch (QChar::script(c)) {
    case QChar::Script_Han:
    case QChar::Script_Hiragana:
    case QChar::Script_Katakana:
    case QChar::Script_Hangul:
    case QChar::Script_Thai:
    case QChar::Script_Lao:
    case QChar::Script_Myanmar:
    case QChar::Script_Khmer:
        return true;
    default:
        // The mark that lengthens a Japanese vowel belongs to no script of its own.
        return c == U'\u30FC';
    }
}

bool search::isDroppedMark(char32_t c)
{
    return (c >= 0x0300 && c <= 0x036F) || (c >= 0x0591 && c <= 0x05C7) || c == 0x0640
        || (c >= 0x064B && c <= 0x065F) || c == 0x0670;
}

bool search::isWordPart(char32_t c)
{
    if (c < 0x80) // Most are.
        return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z') || (c >= U'0' && c <= U'9');
    return QChar::isLetterOrNumber(c) || QChar::isMark(c)
        || QChar::category(c) == QChar::Other_PrivateUse;
}

QString search::normalised(const QString &text, QString::NormalizationForm form)
{
    QString result;
    qsizetype done = 0;
    auto marks = 0;
    for (qsizetype at = 0; at < text.size(); ++at) {
        const auto c = text.at(at);
        // The halves of characters beyond the first plane count as marks: some of them are.
        marks = c.unicode() >= 0x300 && (c.isMark() || c.isSurrogate()) ? marks + 1 : 0;
        if (marks <= limits::marksOnALetter || c.isLowSurrogate())
            continue;
        result += text.mid(done, at - done).normalized(form);
        done = at;
        marks = 1;
    }
    if (done == 0)
        return text.normalized(form);
    return result + text.mid(done).normalized(form);
}
