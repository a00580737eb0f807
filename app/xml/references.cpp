#include "xml/references.h"

#include "text/characternames.h"

#include <algorithm>
#include <charconv>

namespace {

// "&#8230;", "&#x2026;" and, as many write it, "&#X2026;".
qsizetype replaceNumber(QByteArrayView from, QByteArray &to)
{
    const auto isHex = from.size() > 2 && (from[2] == 'x' || from[2] == 'X');
    const auto *const begin = from.data() + (isHex ? 3 : 2);
    const auto *const end = from.data() + from.size();
    unsigned code = 0;
    const auto [stop, error] = std::from_chars(begin, end, code, isHex ? 16 : 10);
    if (stop == begin || stop == end || *stop != ';')
        return 0;
    // A number that no character has stands for nothing.
    if (error == std::errc())
        xml::appendCharacter(code, to);
    return stop + 1 - from.data();
}

char predefined(QByteArrayView name)
{
    if (name == "lt")
        return '<';
    if (name == "gt")
        return '>';
    if (name == "amp")
        return '&';
    if (name == "quot")
        return '"';
    return name == "apos" ? '\'' : '\0';
}

} // namespace

bool xml::References::replace(QByteArrayView text, QByteArray &to)
{
    auto areAllRead = true;
    qsizetype at = 0;
    for (auto amp = text.indexOf('&'); amp >= 0; amp = text.indexOf('&', at)) {
        to.append(text.data() + at, amp - at);
        const auto read = replaceOne(text.sliced(amp), to);
        if (read == 0) {
            to.append('&');
            areAllRead = false;
        }
        at = amp + std::max<qsizetype>(read, 1);
    }
    to.append(text.data() + at, text.size() - at);
    return areAllRead;
}

qsizetype xml::References::replaceOne(QByteArrayView from, QByteArray &to)
{
    if (from.size() > 1 && from[1] == '#')
        return replaceNumber(from, to);
    // Names of a document's own entities may be longer than those of HTML.
    constexpr qsizetype longestName = 64;
    const auto head = from.first(std::min(from.size(), longestName + 2));
    const auto end = head.indexOf(';');
    if (end < 2)
        return 0;
    const auto name = head.sliced(1, end - 1);
    if (const auto character = predefined(name)) {
        to.append(character);
    } else if (!m_entities.append(name, to)) {
        const auto *const named = text::characterNamed(name);
        if (!named)
            return 0;
        to.append(named->bytes, named->size);
    }
    return end + 1;
}
