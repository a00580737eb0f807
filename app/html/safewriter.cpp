#include "html/safewriter.h"

#include "html/escaping.h"
#include "html/limits.h"

#include <algorithm>

using namespace html;

namespace {

bool isSpace(char c)
{
    return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
}

bool isBlank(QByteArrayView utf8)
{
    return std::all_of(utf8.begin(), utf8.end(), isSpace);
}

bool isInline(GumboTag name)
{
    return contentOf(name) == Content::Inherited;
}

} // namespace

GumboTag SafeWriter::parent() const
{
    return m_open.empty() ? GUMBO_TAG_LAST : m_open.back().name;
}

bool SafeWriter::isIn(GumboTag name) const
{
    return std::ranges::any_of(m_open, [name](const Open &open) { return open.name == name; });
}

bool SafeWriter::isEmpty(Mark mark) const
{
    return mark.index < m_open.size() && m_open[mark.index].serial == mark.serial
        && m_out.size() == m_open[mark.index].inside;
}

Content SafeWriter::content() const
{
    return m_open.empty() ? Content::Flow : m_open.back().content;
}

bool SafeWriter::isPreformatted() const
{
    return !m_open.empty() && m_open.back().preformatted;
}

SafeWriter::Mark SafeWriter::begin(GumboTag name, QByteArrayView attributes)
{
    if (isInline(name)) {
        beforeLine();
    } else if (!fits(name, parent()) && !makeRoomForBlock()) {
        boundary();
        return {};
    }
    if (m_open.size() >= size_t(limits::safeDepth)) {
        if (!isInline(name))
            boundary();
        return {};
    }
    push(name, attributes, false);
    return {m_open.size() - 1, m_open.back().serial};
}

void SafeWriter::end(Mark mark)
{
    if (mark.serial != 0 && mark.index < m_open.size() && m_open[mark.index].serial == mark.serial)
        closeDownTo(mark.index);
}

void SafeWriter::text(QByteArrayView utf8)
{
    if (isBlank(utf8) && (content() == Content::Parts || m_breakDue || m_last == Last::Edge)
        && !isPreformatted())
        return;
    beforeLine();
    const auto before = m_out.size();
    if (!isPreformatted()) {
        appendCollapsed(utf8);
        return;
    }
    appendEscaped(m_out, utf8);
    if (m_out.size() == before)
        return;
    // The parser drops a line end right after <pre>.
    if (m_last == Last::PreStart && m_out.at(before) == '\n')
        m_out.insert(before, '\n');
    m_last = Last::Text;
}

void SafeWriter::single(GumboTag name, QByteArrayView attributes)
{
    if (name == GUMBO_TAG_HR) {
        if (!makeRoomForBlock()) {
            boundary();
            return;
        }
        trimSpace();
        m_breakDue = false;
    } else if (name != GUMBO_TAG_COL) {
        beforeLine();
    }
    appendTag(name, attributes);
    m_last = name == GUMBO_TAG_HR || name == GUMBO_TAG_BR || name == GUMBO_TAG_COL ? Last::Edge
                                                                                   : Last::Tag;
}

void SafeWriter::foreign(QByteArrayView markup)
{
    beforeLine();
    m_out += markup;
    m_last = Last::Tag;
}

void SafeWriter::ensureParagraph()
{
    if (content() == Content::Flow && m_open.size() < size_t(limits::safeDepth))
        push(GUMBO_TAG_P, {}, true);
}

void SafeWriter::endParagraph()
{
    if (!m_open.empty() && m_open.back().implied)
        closeTop();
}

void SafeWriter::boundary()
{
    endParagraph();
    if (m_last != Last::Edge && m_last != Last::PreStart)
        m_breakDue = true;
}

QByteArray SafeWriter::take()
{
    closeDownTo(0);
    trimSpace();
    return std::move(m_out);
}

// A paragraph is ended by a block in it; other blocks of lines take no block, and say so.
bool SafeWriter::makeRoomForBlock()
{
    leaveTableParts();
    while (content() == Content::Lines) {
        const auto lines = std::find_if(m_open.rbegin(), m_open.rend(), [](const Open &open) {
            return contentOf(open.name) == Content::Lines;
        });
        if (lines->name != GUMBO_TAG_P)
            return false;
        closeDownTo(size_t(std::distance(lines, m_open.rend()) - 1));
    }
    return true;
}

// What is no part of a table would be moved before it by the parser. It comes after it here.
void SafeWriter::leaveTableParts()
{
    while (content() == Content::Parts) {
        const auto table = std::find_if(m_open.rbegin(), m_open.rend(), [](const Open &open) {
            return open.name == GUMBO_TAG_TABLE;
        });
        closeDownTo(size_t(std::distance(table, m_open.rend()) - 1));
    }
}

void SafeWriter::beforeLine()
{
    leaveTableParts();
    if (!m_breakDue)
        return;
    m_breakDue = false;
    if (m_last == Last::Edge || m_last == Last::PreStart)
        return;
    trimSpace();
    appendTag(GUMBO_TAG_BR, {});
    m_last = Last::Edge;
}

void SafeWriter::push(GumboTag name, QByteArrayView attributes, bool implied)
{
    const auto own = contentOf(name);
    if (own != Content::Inherited) {
        if (!isPreformatted())
            trimSpace();
        m_breakDue = false;
    }
    Open open = {.name = name,
                 .content = own == Content::Inherited ? content() : own,
                 .implied = implied,
                 .preformatted = name == GUMBO_TAG_PRE || isPreformatted(),
                 .named = attributes.contains(" id=\""),
                 .before = m_last,
                 .serial = ++m_serial,
                 .start = m_out.size(),
                 .inside = 0};
    appendTag(name, attributes);
    open.inside = m_out.size();
    if (name == GUMBO_TAG_PRE)
        m_last = Last::PreStart;
    else
        m_last = own == Content::Inherited ? Last::Tag : Last::Edge;
    m_open.push_back(open);
}

void SafeWriter::closeDownTo(size_t index)
{
    while (m_open.size() > index)
        closeTop();
}

void SafeWriter::closeTop()
{
    const auto open = m_open.back();
    const auto isLine = isInline(open.name);
    if (!isLine && !open.preformatted)
        trimSpace();
    m_open.pop_back();
    if (isNothingWhenEmpty(open.name) && !open.named && holdsNothing(open)) {
        m_out.truncate(open.start);
        m_last = open.before;
        if (!isLine)
            boundary();
        return;
    }
    m_out += "</";
    m_out += gumbo_normalized_tagname(open.name);
    m_out += '>';
    m_last = isLine ? Last::Tag : Last::Edge;
    if (!isLine)
        m_breakDue = false;
}

void SafeWriter::trimSpace()
{
    if (m_last != Last::Space)
        return;
    m_out.chop(1);
    m_last = Last::Text;
}

bool SafeWriter::holdsNothing(const Open &open) const
{
    auto rest = QByteArrayView(m_out).sliced(open.inside);
    if (isInline(open.name))
        return rest.isEmpty();
    while (!rest.isEmpty()) {
        if (isSpace(rest.front()))
            rest = rest.sliced(1);
        else if (rest.startsWith("&nbsp;"))
            rest = rest.sliced(6);
        else if (rest.startsWith("<br>"))
            rest = rest.sliced(4);
        else
            return false;
    }
    return true;
}

void SafeWriter::appendTag(GumboTag name, QByteArrayView attributes)
{
    m_out += '<';
    m_out += gumbo_normalized_tagname(name);
    m_out += attributes;
    m_out += '>';
}

// Runs of white space become one character, over the seams between pieces of text too.
void SafeWriter::appendCollapsed(QByteArrayView utf8)
{
    qsizetype i = 0;
    while (i < utf8.size()) {
        const auto word = i;
        while (i < utf8.size() && !isSpace(utf8[i]))
            ++i;
        const auto before = m_out.size();
        appendEscaped(m_out, utf8.sliced(word, i - word));
        if (m_out.size() > before)
            m_last = Last::Text;
        if (i == utf8.size())
            break;
        auto space = ' ';
        for (; i < utf8.size() && isSpace(utf8[i]); ++i) {
            if (utf8[i] == '\n')
                space = '\n';
        }
        if (m_last == Last::Space || m_last == Last::Edge)
            continue;
        m_out += space;
        m_last = Last::Space;
    }
}
