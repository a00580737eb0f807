#include "xml/entities.h"

#include "xml/limits.h"

#include <algorithm>

namespace {

bool isSpace(char c)
{
    return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

bool isCharacter(char32_t code)
{
    if (code < 0x20)
        return code == '\t' || code == '\n' || code == '\r';
    return code < 0xD800 || (code > 0xDFFF && code < 0xFFFE) || (code > 0xFFFF && code <= 0x10FFFF);
}

QByteArrayView trimmedFront(QByteArrayView text)
{
    while (!text.isEmpty() && isSpace(text.front()))
        text = text.sliced(1);
    return text;
}

// "&#38;" and the like, the only references in declarations that are followed.
QByteArray withoutReference(QByteArrayView value)
{
    if (!value.startsWith("&#") || !value.endsWith(';'))
        return value.toByteArray();
    const auto digits = value.sliced(2, value.size() - 3).toByteArray();
    bool isNumber = false;
    const auto code = digits.startsWith('x') || digits.startsWith('X')
        ? digits.sliced(1).toUInt(&isNumber, 16)
        : digits.toUInt(&isNumber);
    QByteArray text;
    if (isNumber)
        xml::appendCharacter(code, text);
    return text;
}

} // namespace

void xml::appendCharacter(char32_t code, QByteArray &to)
{
    if (!isCharacter(code))
        return;
    if (code < 0x80) {
        to.append(static_cast<char>(code));
        return;
    }
    const auto more = code < 0x800 ? 1 : code < 0x10000 ? 2 : 3;
    constexpr char32_t leads[] = {0, 0xC0, 0xE0, 0xF0};
    to.append(static_cast<char>(leads[more] | (code >> (6 * more))));
    for (int left = more - 1; left >= 0; --left)
        to.append(static_cast<char>(0x80 | ((code >> (6 * left)) & 0x3F)));
}

void xml::Entities::declare(QByteArrayView subset)
{
    constexpr QByteArrayView keyword("<!ENTITY");
    // Each is looked at only so far, and not endlessly many: the subset may be made to hurt.
    auto left = 2 * limits::entities;
    for (auto at = subset.indexOf(keyword); at >= 0 && left > 0; --left) {
        const auto rest = subset.sliced(at + keyword.size());
        declareOne(trimmedFront(rest.first(std::min(rest.size(), 4 * limits::entityBytes))));
        const auto next = rest.indexOf(keyword);
        at = next < 0 ? -1 : at + keyword.size() + next;
    }
}

void xml::Entities::declareOne(QByteArrayView declaration)
{
    const auto *const nameEnd = std::ranges::find_if(declaration, isSpace);
    const auto name = declaration.first(nameEnd - declaration.begin());
    const auto rest = trimmedFront(declaration.sliced(name.size()));
    const auto quote = rest.isEmpty() ? '\0' : rest.front();
    const auto key = name.toByteArray();
    // The first declaration binds (XML §4.2).
    if (name == "%" || qsizetype(m_texts.size()) >= limits::entities || m_texts.contains(key))
        return;
    // What stands elsewhere stands for nothing here, and longer texts are not worth their danger.
    const auto end = quote == '"' || quote == '\'' ? rest.indexOf(quote, 1) : -1;
    if (end < 0) {
        m_texts.emplace(key, QByteArray());
        return;
    }
    const auto value = withoutReference(rest.sliced(1, std::min(end - 1, limits::entityBytes + 1)));
    const bool isHarmless = value.size() <= limits::entityBytes && !value.contains('<')
        && !value.contains('&') && !value.contains('%');
    // "&" itself may be declared, and is then text.
    m_texts.emplace(key, isHarmless || value == "&" || value == "<" ? value : QByteArray());
}

bool xml::Entities::append(QByteArrayView name, QByteArray &to)
{
    if (m_texts.empty())
        return false;
    const auto found = m_texts.find(name.toByteArray());
    if (found == m_texts.end())
        return false;
    m_growth += found->second.size();
    if (found->second.isNull() || m_growth > limits::entityGrowth)
        m_wereRefused = true;
    else
        to.append(found->second);
    return true;
}
