#include "html/tagscanner.h"

#include "html/limits.h"

#include <cstring>

using namespace html;

namespace {

bool isSpace(char c)
{
    return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
}

bool isLetter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

qsizetype find(QByteArrayView markup, qsizetype from, char wanted)
{
    if (from >= markup.size())
        return markup.size();
    const auto *found = static_cast<const char *>(
        std::memchr(markup.data() + from, wanted, size_t(markup.size() - from)));
    return found ? found - markup.data() : markup.size();
}

// True when the parser would change nothing in the value: it can be put back as it is.
bool isPlain(QByteArrayView value)
{
    return !value.contains('&') && !value.contains('\r') && !value.contains('\0');
}

// Steps through a tag's attributes.
class AttributeScanner
{
public:
    AttributeScanner(QByteArrayView markup, qsizetype at)
        : m_markup(markup)
        , m_at(at)
    {
    }

    void scan(ScannedTag &tag);

private:
    [[nodiscard]] bool atEnd() const { return m_at >= m_markup.size(); }
    void skipSpace()
    {
        while (!atEnd() && isSpace(m_markup[m_at]))
            ++m_at;
    }
    void scanName();
    void scanValue(ScannedTag &tag);

    QByteArrayView m_markup;
    qsizetype m_at;
};

void AttributeScanner::scan(ScannedTag &tag)
{
    auto count = 0;
    tag.attributesEnd = m_at;
    while (true) {
        skipSpace();
        if (atEnd())
            break;
        const auto c = m_markup[m_at];
        if (c == '>') {
            tag.isClosed = true;
            ++m_at;
            break;
        }
        if (c == '/') {
            ++m_at;
            tag.isSelfClosing = !atEnd() && m_markup[m_at] == '>';
            continue;
        }
        scanName();
        const auto values = tag.longValues.size();
        scanValue(tag);
        if (++count <= limits::attributes) {
            tag.attributesEnd = m_at;
        } else {
            tag.isCut = true;
            tag.longValues.resize(values);
        }
    }
    tag.end = m_at;
}

void AttributeScanner::scanName()
{
    // A "=" at the front is part of the name (HTML §13.2.5.32).
    ++m_at;
    while (!atEnd()) {
        const auto c = m_markup[m_at];
        if (isSpace(c) || c == '/' || c == '>' || c == '=')
            return;
        ++m_at;
    }
}

void AttributeScanner::scanValue(ScannedTag &tag)
{
    const auto nameEnd = m_at;
    skipSpace();
    if (atEnd() || m_markup[m_at] != '=') {
        m_at = nameEnd;
        return;
    }
    ++m_at;
    skipSpace();
    if (atEnd())
        return;
    const auto quote = m_markup[m_at];
    if (quote == '"' || quote == '\'') {
        const auto begin = m_at + 1;
        const auto end = find(m_markup, begin, quote);
        m_at = std::min(end + 1, m_markup.size());
        if (end - begin > limits::attributeBytes && end < m_markup.size()
            && isPlain(m_markup.sliced(begin, end - begin)))
            tag.longValues.push_back({begin, end, quote});
        return;
    }
    while (!atEnd() && !isSpace(m_markup[m_at]) && m_markup[m_at] != '>')
        ++m_at;
}

} // namespace

bool html::isTagAt(QByteArrayView markup, qsizetype at)
{
    const auto name = at + 1 < markup.size() && markup[at + 1] == '/' ? at + 2 : at + 1;
    return name < markup.size() && isLetter(markup[name]);
}

void html::scanTag(QByteArrayView markup, qsizetype at, ScannedTag &tag)
{
    tag.longValues.clear();
    tag.isSelfClosing = false;
    tag.isClosed = false;
    tag.isCut = false;
    tag.isEnd = markup[at + 1] == '/';
    const auto begin = at + (tag.isEnd ? 2 : 1);
    auto end = begin;
    while (end < markup.size() && !isSpace(markup[end]) && markup[end] != '/' && markup[end] != '>')
        ++end;
    tag.name = markup.sliced(begin, end - begin);
    AttributeScanner(markup, end).scan(tag);
}

qsizetype html::endOfRawText(QByteArrayView markup, qsizetype at, QByteArrayView name)
{
    for (auto end = find(markup, at, '<'); end < markup.size(); end = find(markup, end + 1, '<')) {
        if (!isTagAt(markup, end) || markup[end + 1] != '/')
            continue;
        const auto behind = end + 2 + name.size();
        if (behind >= markup.size())
            return markup.size();
        const auto c = markup[behind];
        if ((isSpace(c) || c == '/' || c == '>')
            && qstrnicmp(markup.data() + end + 2, name.data(), size_t(name.size())) == 0)
            return end;
    }
    return markup.size();
}

qsizetype html::endOfComment(QByteArrayView markup, qsizetype at)
{
    const auto rest = markup.sliced(at);
    if (!rest.startsWith("<!--"))
        return std::min(find(markup, at, '>') + 1, markup.size());
    for (const auto *const abrupt : {"<!-->", "<!--->"}) {
        if (rest.startsWith(abrupt))
            return at + qsizetype(qstrlen(abrupt));
    }
    for (auto end = find(markup, at + 4, '>'); end < markup.size();
         end = find(markup, end + 1, '>')) {
        const auto before = markup.first(end).sliced(at + 4);
        if (before.endsWith("--") || before.endsWith("--!"))
            return end + 1;
    }
    return markup.size();
}
