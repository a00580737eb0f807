#include "html/openelements.h"

#include "html/limits.h"

#include <algorithm>
#include <gumbo.h>
#include <initializer_list>

using namespace html;

namespace {

constexpr auto voids
    = {GUMBO_TAG_AREA,  GUMBO_TAG_BASE,   GUMBO_TAG_BASEFONT, GUMBO_TAG_BGSOUND, GUMBO_TAG_BR,
       GUMBO_TAG_COL,   GUMBO_TAG_EMBED,  GUMBO_TAG_FRAME,    GUMBO_TAG_HR,      GUMBO_TAG_IMG,
       GUMBO_TAG_IMAGE, GUMBO_TAG_INPUT,  GUMBO_TAG_KEYGEN,   GUMBO_TAG_LINK,    GUMBO_TAG_META,
       GUMBO_TAG_PARAM, GUMBO_TAG_SOURCE, GUMBO_TAG_TRACK,    GUMBO_TAG_WBR};
// <html>, <head> and <body> are there once, however often they are written.
constexpr auto endingByThemselves
    = {GUMBO_TAG_P,        GUMBO_TAG_LI,      GUMBO_TAG_DT,    GUMBO_TAG_DD,    GUMBO_TAG_TR,
       GUMBO_TAG_TD,       GUMBO_TAG_TH,      GUMBO_TAG_TBODY, GUMBO_TAG_THEAD, GUMBO_TAG_TFOOT,
       GUMBO_TAG_COLGROUP, GUMBO_TAG_CAPTION, GUMBO_TAG_HTML,  GUMBO_TAG_HEAD,  GUMBO_TAG_BODY};
constexpr auto formatting
    = {GUMBO_TAG_A,      GUMBO_TAG_B,      GUMBO_TAG_BIG,  GUMBO_TAG_CODE, GUMBO_TAG_EM,
       GUMBO_TAG_FONT,   GUMBO_TAG_I,      GUMBO_TAG_NOBR, GUMBO_TAG_S,    GUMBO_TAG_SMALL,
       GUMBO_TAG_STRIKE, GUMBO_TAG_STRONG, GUMBO_TAG_TT,   GUMBO_TAG_U};
constexpr auto rawTexts
    = {GUMBO_TAG_SCRIPT, GUMBO_TAG_STYLE,   GUMBO_TAG_TITLE,    GUMBO_TAG_TEXTAREA, GUMBO_TAG_XMP,
       GUMBO_TAG_IFRAME, GUMBO_TAG_NOEMBED, GUMBO_TAG_NOFRAMES, GUMBO_TAG_PLAINTEXT};
constexpr auto scopes
    = {GUMBO_TAG_TABLE,    GUMBO_TAG_APPLET, GUMBO_TAG_MARQUEE, GUMBO_TAG_OBJECT,
       GUMBO_TAG_TEMPLATE, GUMBO_TAG_SVG,    GUMBO_TAG_MATH,    GUMBO_TAG_FOREIGNOBJECT,
       GUMBO_TAG_DESC,     GUMBO_TAG_SELECT};
// Names that drawings and formulas have, too.
constexpr auto shared = {GUMBO_TAG_A,      GUMBO_TAG_TITLE,
                         GUMBO_TAG_STYLE,  GUMBO_TAG_SCRIPT,
                         GUMBO_TAG_FONT,   GUMBO_TAG_SVG,
                         GUMBO_TAG_MATH,   GUMBO_TAG_FOREIGNOBJECT,
                         GUMBO_TAG_DESC,   GUMBO_TAG_IMAGE,
                         GUMBO_TAG_MGLYPH, GUMBO_TAG_MALIGNMARK,
                         GUMBO_TAG_MI,     GUMBO_TAG_MO,
                         GUMBO_TAG_MN,     GUMBO_TAG_MS,
                         GUMBO_TAG_MTEXT,  GUMBO_TAG_ANNOTATION_XML,
                         GUMBO_TAG_UNKNOWN};

constexpr auto cells
    = {GUMBO_TAG_TD, GUMBO_TAG_TH, GUMBO_TAG_TR, GUMBO_TAG_CAPTION, GUMBO_TAG_TABLE};

using Traits = std::array<ElementTraits, GUMBO_TAG_LAST + 1>;

constexpr void set(Traits &traits, std::initializer_list<GumboTag> tags, bool ElementTraits::*trait,
                   bool value = true)
{
    for (const auto tag : tags)
        traits[tag].*trait = value;
}

constexpr Traits makeTraits()
{
    Traits traits = {};
    for (auto &each : traits)
        each.isHtml = true;
    set(traits, shared, &ElementTraits::isHtml, false);
    set(traits, voids, &ElementTraits::isVoid);
    set(traits, endingByThemselves, &ElementTraits::endsByItself);
    set(traits, formatting, &ElementTraits::isFormatting);
    set(traits, rawTexts, &ElementTraits::isRawText);
    set(traits, scopes, &ElementTraits::isScope);
    set(traits, cells, &ElementTraits::isCell);
    return traits;
}

constexpr Traits traitsByTag = makeTraits();

bool isOneOf(GumboTag tag, std::initializer_list<GumboTag> tags)
{
    return std::ranges::find(tags, tag) != tags.end();
}

GumboTag tagOf(QByteArrayView name)
{
    return gumbo_tagn_enum(name.data(), unsigned(std::min(name.size(), qsizetype(64))));
}

bool isSame(QByteArrayView a, QByteArrayView b)
{
    return a.size() == b.size() && qstrnicmp(a.data(), b.data(), size_t(a.size())) == 0;
}

size_t hashOf(QByteArrayView name)
{
    size_t hash = 0;
    for (const auto c : name.first(std::min(name.size(), qsizetype(32))))
        hash = hash * 31 + (static_cast<unsigned char>(c) | 0x20U);
    return hash % 256;
}

} // namespace

ElementTraits html::traitsOf(QByteArrayView name)
{
    return traitsByTag[tagOf(name)];
}

bool OpenElements::foreignInside(QByteArrayView name) const
{
    const auto tag = tagOf(name);
    if (isOneOf(tag, {GUMBO_TAG_SVG, GUMBO_TAG_MATH}))
        return true;
    return isForeign()
        && !isOneOf(tag,
                    {GUMBO_TAG_FOREIGNOBJECT, GUMBO_TAG_DESC, GUMBO_TAG_TITLE,
                     GUMBO_TAG_ANNOTATION_XML, GUMBO_TAG_MI, GUMBO_TAG_MO, GUMBO_TAG_MN,
                     GUMBO_TAG_MS, GUMBO_TAG_MTEXT});
}

bool OpenElements::open(QByteArrayView name, const ElementTraits &traits, bool isSelfClosing)
{
    // HTML in a drawing ends the drawing (HTML §13.2.6.5).
    while (traits.isHtml && isForeign())
        m_open.pop_back();
    if (isForeign() && isSelfClosing)
        return true;
    if (traits.isVoid)
        return true;
    if (traits.endsByItself) {
        if (traits.isCell)
            resetFormatting();
        return true;
    }
    const auto hash = hashOf(name);
    // A link ends the one before it.
    const auto isLink = isSame(name, "a");
    if (isLink && m_formatting[hash] > 0)
        close(name, traits);
    if (m_open.size() >= size_t(limits::depth)
        || (traits.isFormatting && m_allFormatting >= limits::openFormatting)) {
        ++m_leftOut[hash];
        return false;
    }
    if (traits.isFormatting) {
        ++m_formatting[hash];
        ++m_allFormatting;
    }
    m_open.push_back({.name = name,
                      .isFormatting = traits.isFormatting,
                      .isScope = traits.isScope,
                      .isForeign = foreignInside(name)});
    return true;
}

bool OpenElements::close(QByteArrayView name, const ElementTraits &traits)
{
    const auto hash = hashOf(name);
    if (m_leftOut[hash] > 0) {
        --m_leftOut[hash];
        return false;
    }
    if (traits.isFormatting && m_formatting[hash] > 0) {
        --m_formatting[hash];
        --m_allFormatting;
    }
    if (traits.isCell)
        resetFormatting();
    for (auto open = m_open.rbegin(); open != m_open.rend(); ++open) {
        if (isSame(open->name, name)) {
            if (open->isFormatting)
                m_open.erase(std::next(open).base());
            else
                m_open.erase(std::next(open).base(), m_open.end());
            break;
        }
        if (open->isScope && !traits.isScope)
            break;
    }
    return true;
}

// Formatting does not leave a table's cell. What was open around the table is forgotten as well: it
// only takes up room in the count.
void OpenElements::resetFormatting()
{
    m_formatting = {};
    m_allFormatting = 0;
}

bool OpenElements::isInSelect() const
{
    return std::ranges::any_of(m_open,
                               [](const Open &open) { return isSame(open.name, "select"); });
}
