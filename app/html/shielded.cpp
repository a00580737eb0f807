#include "html/shielded.h"

#include "html/document.h"
#include "html/gumbonodes.h"
#include "html/limits.h"
#include "html/openelements.h"
#include "html/tagscanner.h"

#include <charconv>
#include <cstring>
#include <string_view>

using namespace html;

namespace {

// Begins what stands in for a piece kept aside; the piece's number follows. A page that writes such
// a thing itself gets one of its own pieces there: it could have written that, too.
constexpr std::string_view standIn = "broadsheet-aside:";
constexpr int textOnlyTags = 100'000;
constexpr qsizetype textOnlyTitle = 1024;

const char *pieceFor(const char *value, const std::vector<const char *> &aside)
{
    if (std::strncmp(value, standIn.data(), standIn.size()) != 0)
        return nullptr;
    const auto digits = std::string_view(value + standIn.size());
    size_t number = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    if (error != std::errc() || end != digits.data() + digits.size() || number >= aside.size())
        return nullptr;
    return aside[number];
}

bool isSame(QByteArrayView name, QByteArrayView lower)
{
    return name.size() == lower.size()
        && qstrnicmp(name.data(), lower.data(), size_t(lower.size())) == 0;
}

// Writes the parser's copy of the markup.
class Shielding
{
public:
    Shielding(const QByteArray &markup, Shield shield)
        : m_result{.source = markup}
        , m_letters(m_result.source.data())
        , m_markup(m_letters, m_result.source.size())
        , m_shield(shield)
    {
        m_result.bytes.reserve(std::min(markup.size(), limits::markupBytes));
    }

    ShieldedMarkup run();

private:
    void tag();
    void startTag(const ElementTraits &traits);
    void rawText(QByteArrayView name, bool isKept);
    void textOnlyTag(const ElementTraits &traits);
    void addSpace();
    void copyTag();
    void copy(qsizetype begin, qsizetype end)
    {
        m_result.bytes.append(m_markup.sliced(begin, end - begin));
    }
    void putAside(qsizetype begin, qsizetype end);

    ShieldedMarkup m_result;
    char *m_letters;
    QByteArrayView m_markup;
    Shield m_shield;
    qsizetype m_at = 0;
    ScannedTag m_tag;
    OpenElements m_open;
    int m_tags = 0;
};

ShieldedMarkup Shielding::run()
{
    while (m_at < m_markup.size() && m_result.bytes.size() <= limits::markupBytes) {
        const auto next = m_markup.indexOf('<', m_at);
        const auto text = next < 0 ? m_markup.size() : next;
        copy(m_at, text);
        m_at = text;
        if (m_at == m_markup.size())
            break;
        const auto after = m_at + 1 < m_markup.size() ? m_markup[m_at + 1] : ' ';
        if (isTagAt(m_markup, m_at)) {
            tag();
        } else if (after == '!' || after == '?' || after == '/') {
            const auto end = endOfComment(m_markup, m_at);
            if (m_shield == Shield::Limits)
                copy(m_at, end);
            m_at = end;
        } else {
            // The parser is at its slowest with "<" that begins nothing.
            if (m_shield == Shield::TextOnly)
                addSpace();
            else
                m_result.bytes += '<';
            ++m_at;
        }
    }
    return std::move(m_result);
}

void Shielding::tag()
{
    scanTag(m_markup, m_at, m_tag);
    const auto traits = traitsOf(m_tag.name);
    if (!m_tag.isClosed) {
        // A tag that never ends is nothing; its text would not be shown either.
    } else if (m_shield == Shield::TextOnly) {
        textOnlyTag(traits);
        return;
    } else if (!m_tag.isEnd) {
        startTag(traits);
        return;
    } else if (m_open.close(m_tag.name, traits)) {
        copyTag();
    }
    m_at = m_tag.end;
}

void Shielding::startTag(const ElementTraits &traits)
{
    const auto isRawText = traits.isRawText && !m_open.isForeign();
    // The parser would pass by the tag, but read on in what is letters here.
    const auto isPassedBy = isRawText && m_open.isInSelect() && !isSame(m_tag.name, "textarea");
    const auto isKept
        = isRawText ? !isPassedBy : m_open.open(m_tag.name, traits, m_tag.isSelfClosing);
    if (isKept)
        copyTag();
    m_at = m_tag.end;
    if (isRawText)
        rawText(m_tag.name, isKept);
}

// The letters in <script>, <style>, <title> and the like, and the end tag.
void Shielding::rawText(QByteArrayView name, bool isKept)
{
    const auto end
        = isSame(name, "plaintext") ? m_markup.size() : endOfRawText(m_markup, m_at, name);
    const auto text = m_markup.sliced(m_at, end - m_at);
    const auto isCode = isSame(name, "script") || isSame(name, "style");
    // A comment in a script may hide its end tag (HTML §13.2.5.20); and a NUL would cut it.
    const auto isAside = isKept && isCode && text.size() > limits::attributeBytes
        && end < m_markup.size() && !text.contains("<!--") && !text.contains('\0');
    if (isAside) {
        putAside(m_at, end);
        m_result.bytes += "</";
        m_at = end + 2;
        const auto close = m_markup.indexOf('>', m_at);
        const auto behind = close < 0 ? m_markup.size() : close + 1;
        copy(m_at, behind);
        m_at = behind;
        return;
    }
    if (isKept)
        copy(m_at, m_shield == Shield::TextOnly ? std::min(end, m_at + textOnlyTitle) : end);
    m_at = end;
}

// Text in paragraphs: what is left of a page that would overwhelm the parser.
void Shielding::textOnlyTag(const ElementTraits &traits)
{
    m_at = m_tag.end;
    if (!m_tag.isEnd && traits.isRawText) {
        const auto isTitle = isSame(m_tag.name, "title");
        if (isTitle)
            m_result.bytes += "<title>";
        rawText(m_tag.name, isTitle);
        return;
    }
    if (isSame(m_tag.name, "title"))
        m_result.bytes += "</title>";
    else if (!m_tag.isEnd && isSame(m_tag.name, "p") && ++m_tags <= textOnlyTags)
        m_result.bytes += "<p>";
    else if (!traits.isFormatting && !isSame(m_tag.name, "span"))
        addSpace();
}

void Shielding::addSpace()
{
    if (!m_result.bytes.endsWith(' '))
        m_result.bytes += ' ';
}

void Shielding::copyTag()
{
    auto from = m_at;
    for (const auto &value : m_tag.longValues) {
        copy(from, value.begin);
        putAside(value.begin, value.end);
        m_result.bytes += value.quote;
        from = value.end + 1;
    }
    if (m_tag.isCut) {
        copy(from, m_tag.attributesEnd);
        m_result.bytes += m_tag.isSelfClosing ? " />" : ">";
    } else {
        copy(from, m_tag.end);
    }
}

void Shielding::putAside(qsizetype begin, qsizetype end)
{
    m_result.bytes.append(standIn.data(), qsizetype(standIn.size()));
    m_result.bytes += QByteArray::number(qsizetype(m_result.aside.size()));
    m_result.aside.push_back(m_letters + begin);
    m_letters[end] = '\0';
}

} // namespace

void ShieldedMarkup::restoreInto(GumboInternalNode *root) const
{
    if (aside.empty())
        return;
    for (auto node = Node(root); !node.isNull(); node = node.next(Node(root))) {
        auto *handle = const_cast<GumboNode *>(node.handle());
        if (handle->type == GUMBO_NODE_TEXT) {
            if (const auto *piece = pieceFor(handle->v.text.text, aside))
                handle->v.text.text = piece;
        }
        if (!isElement(handle))
            continue;
        const auto &attributes = handle->v.element.attributes;
        for (unsigned i = 0; i < attributes.length; ++i) {
            auto *attribute = static_cast<GumboAttribute *>(attributes.data[i]);
            if (const auto *piece = pieceFor(attribute->value, aside))
                attribute->value = piece;
        }
    }
}

ShieldedMarkup html::shielded(const QByteArray &markup, Shield shield)
{
    return Shielding(markup, shield).run();
}
