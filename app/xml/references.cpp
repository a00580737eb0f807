#include "xml/references.h"

#include "text/characternames.h"

#include <algorithm>
#include <charconv>
#include <cstring>

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

struct Common
{
    char character = '\0';
    int length = 0;

    explicit operator bool() const { return length > 0; }
};

Common commonAt(QByteArrayView text)
{
    if (text.size() < 6)
        return {};
    const auto is = [at = text.data()](const char *what, std::size_t length) {
        return std::memcmp(at, what, length) == 0;
    };
    if (text[2] == 't')
        return is("&lt;", 4) ? Common{'<', 4} : is("&gt;", 4) ? Common{'>', 4} : Common{};
    if (is("&amp;", 5))
        return {'&', 5};
    return is("&quot;", 6) ? Common{'"', 6} : Common{};
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
    const auto *at = text.data();
    const auto *const end = at + text.size();
    // What is written is hardly ever longer than what was read.
    auto written = to.size();
    const auto makeRoom = [&](qsizetype more) {
        if (to.size() < written + more + (end - at))
            to.resize(written + more + (end - at));
    };
    makeRoom(0);
    while (at != end) {
        const auto *amp = static_cast<const char *>(std::memchr(at, '&', size_t(end - at)));
        if (!amp)
            amp = end;
        std::memcpy(to.data() + written, at, size_t(amp - at));
        written += amp - at;
        at = amp;
        // Escaped markup is full of these few.
        while (at != end && *at == '&') {
            const auto common = commonAt({at, end});
            to.data()[written] = common ? common.character : '&';
            if (common) {
                at += common.length;
                ++written;
                continue;
            }
            m_one.resize(0);
            const auto read = replaceOne({at, end}, m_one);
            areAllRead = areAllRead && read > 0;
            if (read == 0)
                m_one.append('&');
            makeRoom(m_one.size());
            std::memcpy(to.data() + written, m_one.constData(), size_t(m_one.size()));
            written += m_one.size();
            at += std::max<qsizetype>(read, 1);
        }
    }
    to.resize(written);
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
