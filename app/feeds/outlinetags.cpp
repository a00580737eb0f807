#include "feeds/outlinetags.h"

#include "feeds/limits.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;
using feeds::OutlineTag;
using feeds::OutlineTags;

namespace {

// Quotes inside a value that may be passed over in search of the one that ends it.
constexpr int quotesInValue = 8;
// "&#x10FFFF;" is the longest reference that is replaced.
constexpr qsizetype longestReference = 10;
constexpr qsizetype longestName = 64;

struct NamedCharacter
{
    QLatin1StringView name;
    char16_t character;
};

// XML §4.6
constexpr std::array namedCharacters{
    NamedCharacter{"amp"_L1, u'&'},   NamedCharacter{"lt"_L1, u'<'},
    NamedCharacter{"gt"_L1, u'>'},    NamedCharacter{"quot"_L1, u'"'},
    NamedCharacter{"apos"_L1, u'\''},
};

bool isNameCharacter(QChar c)
{
    return c.isLetterOrNumber() || c == u'_' || c == u'-' || c == u'.' || c == u':';
}

// XML §2.2
bool isXmlCharacter(char32_t c)
{
    return c == 0x9 || c == 0xA || c == 0xD || (c >= 0x20 && c < 0xD800)
        || (c >= 0xE000 && c < 0xFFFE) || (c >= 0x10000 && c < 0x110000);
}

// What "&reference;" stands for; empty for what is none.
QString characterOf(QStringView reference)
{
    if (reference.startsWith(u'#')) {
        const auto isHex = reference.size() > 1 && reference.at(1).toLower() == u'x';
        auto valid = false;
        const auto code = reference.sliced(isHex ? 2 : 1).toUInt(&valid, isHex ? 16 : 10);
        const auto character = char32_t(code);
        return valid && isXmlCharacter(character) ? QString::fromUcs4(&character, 1) : QString();
    }
    const auto *const found = std::ranges::find_if(
        namedCharacters, [&](const NamedCharacter &each) { return reference == each.name; });
    return found == namedCharacters.end() ? QString() : QString(QChar(found->character));
}

QString withoutReferences(QStringView written)
{
    QString text;
    text.reserve(written.size());
    for (qsizetype at = 0; at < written.size(); ++at) {
        const auto c = written.at(at);
        // XML §3.3.3: white space as it is written is a space, as a reference it is itself.
        if (c == u'\n' || c == u'\t' || c == u'\r') {
            text += u' ';
            continue;
        }
        const auto end = c == u'&'
            ? written.sliced(at, std::min(longestReference, written.size() - at)).indexOf(u';')
            : -1;
        const auto character = end > 1 ? characterOf(written.sliced(at + 1, end - 1)) : QString();
        if (!character.isEmpty()) {
            text += character;
            at += end;
        } else if (c.isSurrogate() || isXmlCharacter(c.unicode())) {
            text += c;
        }
    }
    return text;
}

} // namespace

QString OutlineTag::value(QLatin1StringView wanted) const
{
    for (const auto &[key, value] : attributes) {
        if (key.compare(wanted, Qt::CaseInsensitive) == 0)
            return value;
    }
    return {};
}

bool OutlineTags::next()
{
    for (;;) {
        const auto begin = m_text.indexOf(u'<', m_at);
        if (begin < 0)
            return false;
        m_at = begin;
        if (isAt("<!--"_L1)) {
            skipPast("-->"_L1);
        } else if (isAt("<![CDATA["_L1)) {
            skipPast("]]>"_L1);
        } else if (isAt("<?"_L1)) {
            skipPast("?>"_L1);
        } else if (isAt("<!"_L1)) {
            skipDeclaration();
        } else if (at(m_at + 1).isLetter() || (isAt("</"_L1) && at(m_at + 2).isLetter())) {
            readTag();
            return true;
        } else {
            ++m_at;
        }
    }
}

QChar OutlineTags::at(qsizetype index) const
{
    return index < m_text.size() ? m_text.at(index) : QChar();
}

bool OutlineTags::isAt(QLatin1StringView what) const
{
    return m_text.sliced(m_at).startsWith(what);
}

void OutlineTags::skipPast(QLatin1StringView end)
{
    const auto found = m_text.indexOf(end, m_at);
    m_at = found < 0 ? m_text.size() : found + end.size();
}

// <!DOCTYPE …>, with declarations in brackets or without.
void OutlineTags::skipDeclaration()
{
    while (m_at < m_text.size() && m_text.at(m_at) != u'>' && m_text.at(m_at) != u'[')
        ++m_at;
    if (at(m_at) == u'[')
        skipPast("]"_L1);
    skipPast(">"_L1);
}

void OutlineTags::skipSpace()
{
    while (m_at < m_text.size() && m_text.at(m_at).isSpace())
        ++m_at;
}

void OutlineTags::readTag()
{
    m_tag.isEnd = at(m_at + 1) == u'/';
    m_tag.isEmpty = false;
    m_tag.attributes.clear();
    m_at += m_tag.isEnd ? 2 : 1;
    m_tag.name = readName().toString();
    for (skipSpace(); m_at < m_text.size(); skipSpace()) {
        const auto c = m_text.at(m_at);
        if (c == u'>') {
            ++m_at;
            return;
        }
        // A tag that is never closed ends where the next one begins.
        if (c == u'<')
            return;
        m_tag.isEmpty = c == u'/';
        if (isNameCharacter(c))
            readAttribute();
        else
            ++m_at;
    }
}

void OutlineTags::readAttribute()
{
    const auto name = readName();
    skipSpace();
    QStringView written;
    if (at(m_at) == u'=') {
        ++m_at;
        written = readValue();
    }
    // Of two attributes of one name, the first counts (HTML §13.2.5.33).
    if (m_tag.attributes.size() < limits::attributes && name.size() <= longestName)
        m_tag.attributes.append({name.toString(), withoutReferences(written)});
}

QStringView OutlineTags::readName()
{
    const auto begin = m_at;
    while (m_at < m_text.size() && isNameCharacter(m_text.at(m_at)))
        ++m_at;
    return m_text.sliced(begin, m_at - begin);
}

QStringView OutlineTags::readValue()
{
    skipSpace();
    const auto first = at(m_at);
    if (first == u'"' || first == u'\'')
        return readQuoted(first);
    const auto begin = m_at;
    while (m_at < m_text.size() && !m_text.at(m_at).isSpace() && m_text.at(m_at) != u'>')
        ++m_at;
    // XML's "/>" ends a tag; HTML would take the "/" into the value.
    if (at(m_at) == u'>' && m_at > begin && m_text.at(m_at - 1) == u'/')
        --m_at;
    return m_text.sliced(begin, m_at - begin);
}

QStringView OutlineTags::readQuoted(QChar quote)
{
    const auto begin = ++m_at;
    const auto first = m_text.indexOf(quote, begin);
    auto end = first;
    for (int passed = 0; end >= 0 && !endsValue(end); ++passed)
        end = passed < quotesInValue ? m_text.indexOf(quote, end + 1) : -1;
    if (end < 0)
        end = first;
    if (end < 0) {
        end = m_text.indexOf(u'>', begin);
        m_at = end < 0 ? m_text.size() : end;
        return m_text.sliced(begin, m_at - begin);
    }
    m_at = end + 1;
    return m_text.sliced(begin, end - begin);
}

// Whether a tag could go on behind this quote: with its end or another attribute.
bool OutlineTags::endsValue(qsizetype quoteAt) const
{
    auto index = quoteAt + 1;
    const auto last = std::min(m_text.size(), quoteAt + 2 * longestName);
    const auto skip = [&](auto belongs) {
        const auto begin = index;
        while (index < last && belongs(m_text.at(index)))
            ++index;
        return index > begin;
    };
    const auto isSpace = [](QChar c) { return c.isSpace(); };
    skip(isSpace);
    const auto c = at(index);
    if (index >= m_text.size() || c == u'>' || (c == u'/' && at(index + 1) == u'>'))
        return true;
    if (!skip(isNameCharacter))
        return false;
    skip(isSpace);
    return at(index) == u'=';
}
