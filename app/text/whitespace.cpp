#include "text/whitespace.h"

namespace text {

namespace {

// Characters that take no room of their own and say nothing once white space is one space. The
// joiners U+200C and U+200D are left alone: Persian and Hindi are spelt with them.
bool isInvisible(char16_t unit)
{
    return unit == 0x200B || unit == 0x2060 || unit == 0xFEFF || unit == 0x00AD;
}

bool isSpace(QChar character)
{
    if (character.unicode() < 0x80)
        return character == u' ' || (character >= u'\t' && character <= u'\r');
    return character.isSpace() || character.unicode() == 0x200B || character.unicode() == 0xFEFF;
}

// True where a text may be cut without taking a character apart.
bool isBoundary(QStringView text, qsizetype at)
{
    if (at <= 0 || at >= text.size())
        return true;
    const auto next = text.at(at);
    return !next.isLowSurrogate() && !next.isMark() && next.unicode() != 0x200D
        && text.at(at - 1).unicode() != 0x200D;
}

// Scripts that put no space between words are cut between any two characters.
bool isUnspaced(QChar character)
{
    const auto script = character.script();
    return script == QChar::Script_Han || script == QChar::Script_Hiragana
        || script == QChar::Script_Katakana || script == QChar::Script_Thai
        || script == QChar::Script_Lao || script == QChar::Script_Khmer
        || script == QChar::Script_Myanmar || character.isSurrogate()
        || (character.unicode() >= 0x3000 && character.unicode() <= 0x303F)
        || (character.unicode() >= 0xFF00 && character.unicode() <= 0xFF60);
}

bool isHangingPunctuation(QChar character)
{
    return character.isSpace() || character == u',' || character == u';' || character == u':'
        || character == u'-' || character == u'(' || character == u'\u2013'
        || character == u'\u2014' || character == u'\u3001' || character == u'\uFF0C'
        || character == u'\u060C';
}

qsizetype cutBefore(QStringView text, qsizetype length)
{
    auto cut = length;
    while (!isBoundary(text, cut))
        --cut;
    if (cut == 0 || cut == text.size() || text.at(cut).isSpace() || isUnspaced(text.at(cut))
        || isUnspaced(text.at(cut - 1)))
        return cut;
    for (auto at = cut; at > 0; --at) {
        if (text.at(at - 1).isSpace())
            return at - 1;
        if (isUnspaced(text.at(at - 1)))
            return at;
    }
    return cut; // One word longer than all the room there is.
}

} // namespace

QString simplified(QStringView text)
{
    QString result(text.size(), Qt::Uninitialized);
    auto *const begin = result.data();
    auto *end = begin;
    bool pendingSpace = false;
    for (const QChar character : text) {
        if (isSpace(character)) {
            pendingSpace = true;
            continue;
        }
        if (isInvisible(character.unicode()))
            continue;
        // The space is one of those passed by: there is room for it.
        if (pendingSpace && end != begin)
            *end++ = u' ';
        pendingSpace = false;
        *end++ = character;
    }
    result.truncate(end - begin);
    return result;
}

QString excerpt(QStringView text, qsizetype length)
{
    if (length <= 0)
        return {};
    // What is cut off need not be cleaned; white space seldom fills more than half of a text.
    const auto looked = qMin(text.size(), length * 2 + 256);
    const auto clean = simplified(text.left(looked));
    if (clean.size() <= length && looked == text.size())
        return clean;
    const QStringView view(clean);
    auto cut = cutBefore(view, qMin(length - 1, clean.size()));
    while (cut > 0 && isHangingPunctuation(view.at(cut - 1)))
        --cut;
    return view.left(cut).toString() + QChar(u'\u2026');
}

} // namespace text
