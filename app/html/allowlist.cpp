#include "html/allowlist.h"

#include <array>
#include <initializer_list>

using namespace html;

namespace {

using Rules = std::array<Rule, GUMBO_TAG_LAST + 1>;

constexpr auto dropped
    = {GUMBO_TAG_SCRIPT,   GUMBO_TAG_STYLE,    GUMBO_TAG_TEMPLATE, GUMBO_TAG_IFRAME,
       GUMBO_TAG_OBJECT,   GUMBO_TAG_EMBED,    GUMBO_TAG_APPLET,   GUMBO_TAG_PARAM,
       GUMBO_TAG_CANVAS,   GUMBO_TAG_AUDIO,    GUMBO_TAG_VIDEO,    GUMBO_TAG_SOURCE,
       GUMBO_TAG_TRACK,    GUMBO_TAG_FRAME,    GUMBO_TAG_FRAMESET, GUMBO_TAG_NOFRAMES,
       GUMBO_TAG_NOEMBED,  GUMBO_TAG_HEAD,     GUMBO_TAG_META,     GUMBO_TAG_LINK,
       GUMBO_TAG_BASE,     GUMBO_TAG_BASEFONT, GUMBO_TAG_BGSOUND,  GUMBO_TAG_TITLE,
       GUMBO_TAG_INPUT,    GUMBO_TAG_BUTTON,   GUMBO_TAG_SELECT,   GUMBO_TAG_TEXTAREA,
       GUMBO_TAG_DATALIST, GUMBO_TAG_OPTION,   GUMBO_TAG_OPTGROUP, GUMBO_TAG_KEYGEN,
       GUMBO_TAG_ISINDEX,  GUMBO_TAG_PROGRESS, GUMBO_TAG_METER,    GUMBO_TAG_OUTPUT,
       GUMBO_TAG_MENUITEM, GUMBO_TAG_AREA,     GUMBO_TAG_MAP,      GUMBO_TAG_SVG,
       GUMBO_TAG_NEXTID};

constexpr auto unwrappedBlocks
    = {GUMBO_TAG_HTML,     GUMBO_TAG_BODY,    GUMBO_TAG_MAIN,   GUMBO_TAG_HEADER, GUMBO_TAG_FOOTER,
       GUMBO_TAG_NAV,      GUMBO_TAG_ADDRESS, GUMBO_TAG_CENTER, GUMBO_TAG_HGROUP, GUMBO_TAG_FORM,
       GUMBO_TAG_FIELDSET, GUMBO_TAG_LEGEND,  GUMBO_TAG_MARQUEE};

constexpr auto inlines
    = {GUMBO_TAG_A,     GUMBO_TAG_EM,  GUMBO_TAG_STRONG, GUMBO_TAG_B,    GUMBO_TAG_I,
       GUMBO_TAG_U,     GUMBO_TAG_S,   GUMBO_TAG_DEL,    GUMBO_TAG_INS,  GUMBO_TAG_MARK,
       GUMBO_TAG_SMALL, GUMBO_TAG_SUB, GUMBO_TAG_SUP,    GUMBO_TAG_ABBR, GUMBO_TAG_DFN,
       GUMBO_TAG_TIME,  GUMBO_TAG_Q,   GUMBO_TAG_CITE,   GUMBO_TAG_CODE, GUMBO_TAG_KBD,
       GUMBO_TAG_SAMP,  GUMBO_TAG_VAR, GUMBO_TAG_SPAN,   GUMBO_TAG_BDI,  GUMBO_TAG_BDO,
       GUMBO_TAG_RUBY};

constexpr auto textBlocks = {GUMBO_TAG_P,  GUMBO_TAG_H1, GUMBO_TAG_H2, GUMBO_TAG_H3,
                             GUMBO_TAG_H4, GUMBO_TAG_H5, GUMBO_TAG_H6, GUMBO_TAG_PRE};

constexpr auto containers
    = {GUMBO_TAG_UL,     GUMBO_TAG_OL,    GUMBO_TAG_DL,      GUMBO_TAG_BLOCKQUOTE,
       GUMBO_TAG_FIGURE, GUMBO_TAG_TABLE, GUMBO_TAG_DETAILS, GUMBO_TAG_ASIDE};

constexpr auto parts = {GUMBO_TAG_LI,       GUMBO_TAG_DT,  GUMBO_TAG_DD,      GUMBO_TAG_CAPTION,
                        GUMBO_TAG_COLGROUP, GUMBO_TAG_COL, GUMBO_TAG_THEAD,   GUMBO_TAG_TBODY,
                        GUMBO_TAG_TFOOT,    GUMBO_TAG_TR,  GUMBO_TAG_TD,      GUMBO_TAG_TH,
                        GUMBO_TAG_RT,       GUMBO_TAG_RP,  GUMBO_TAG_SUMMARY, GUMBO_TAG_FIGCAPTION};

constexpr void set(Rules &rules, std::initializer_list<GumboTag> tags, Kind kind)
{
    for (const auto tag : tags)
        rules[tag] = {kind, tag};
}

constexpr Rules makeRules()
{
    Rules rules = {};
    set(rules, dropped, Kind::Dropped);
    set(rules, unwrappedBlocks, Kind::UnwrappedBlock);
    set(rules, inlines, Kind::Inline);
    set(rules, textBlocks, Kind::TextBlock);
    set(rules, containers, Kind::Container);
    set(rules, parts, Kind::Part);
    set(rules, {GUMBO_TAG_BR, GUMBO_TAG_WBR}, Kind::Break);
    rules[GUMBO_TAG_IMG] = {Kind::Image, GUMBO_TAG_IMG};
    rules[GUMBO_TAG_HR] = {Kind::Rule, GUMBO_TAG_HR};
    rules[GUMBO_TAG_NOSCRIPT] = {Kind::Noscript, GUMBO_TAG_NOSCRIPT};
    for (const auto tag : {GUMBO_TAG_DIV, GUMBO_TAG_SECTION, GUMBO_TAG_ARTICLE})
        rules[tag] = {Kind::Meaningful, GUMBO_TAG_DIV};
    // What HTML has given up, under the names that took its place.
    rules[GUMBO_TAG_STRIKE] = {Kind::Inline, GUMBO_TAG_S};
    rules[GUMBO_TAG_TT] = {Kind::Inline, GUMBO_TAG_CODE};
    rules[GUMBO_TAG_ACRONYM] = {Kind::Inline, GUMBO_TAG_ABBR};
    rules[GUMBO_TAG_DIR] = {Kind::Container, GUMBO_TAG_UL};
    rules[GUMBO_TAG_MENU] = {Kind::Container, GUMBO_TAG_UL};
    for (const auto tag : {GUMBO_TAG_LISTING, GUMBO_TAG_XMP, GUMBO_TAG_PLAINTEXT})
        rules[tag] = {Kind::TextBlock, GUMBO_TAG_PRE};
    return rules;
}

constexpr Rules rules = makeRules();

constexpr bool isOneOf(GumboTag tag, std::initializer_list<GumboTag> tags)
{
    for (const auto other : tags) {
        if (tag == other)
            return true;
    }
    return false;
}

} // namespace

Rule html::ruleFor(const GumboElement &element)
{
    if (element.tag_namespace == GUMBO_NAMESPACE_SVG)
        return {Kind::Dropped, GUMBO_TAG_UNKNOWN};
    if (element.tag_namespace == GUMBO_NAMESPACE_MATHML) {
        // The formula's letters stay; a second notation of it would say them twice.
        const auto isAnnotation = isOneOf(element.tag, {GUMBO_TAG_ANNOTATION_XML})
            || element.tag == GUMBO_TAG_SCRIPT || element.tag == GUMBO_TAG_STYLE;
        return {isAnnotation ? Kind::Dropped : Kind::Unwrapped, GUMBO_TAG_UNKNOWN};
    }
    return ruleFor(element.tag);
}

Rule html::ruleFor(GumboTag name)
{
    return rules[name];
}

Content html::contentOf(GumboTag name)
{
    if (isOneOf(name, textBlocks) || name == GUMBO_TAG_SUMMARY)
        return Content::Lines;
    if (isOneOf(name,
                {GUMBO_TAG_TABLE, GUMBO_TAG_THEAD, GUMBO_TAG_TBODY, GUMBO_TAG_TFOOT, GUMBO_TAG_TR,
                 GUMBO_TAG_COLGROUP}))
        return Content::Parts;
    if (isOneOf(name, inlines) || isOneOf(name, {GUMBO_TAG_RT, GUMBO_TAG_RP}))
        return Content::Inherited;
    return Content::Flow;
}

bool html::fits(GumboTag part, GumboTag parent)
{
    switch (part) {
    case GUMBO_TAG_LI:
        return isOneOf(parent, {GUMBO_TAG_UL, GUMBO_TAG_OL});
    case GUMBO_TAG_DT:
    case GUMBO_TAG_DD:
        return parent == GUMBO_TAG_DL;
    case GUMBO_TAG_CAPTION:
    case GUMBO_TAG_COLGROUP:
    case GUMBO_TAG_THEAD:
    case GUMBO_TAG_TBODY:
    case GUMBO_TAG_TFOOT:
        return parent == GUMBO_TAG_TABLE;
    case GUMBO_TAG_COL:
        return parent == GUMBO_TAG_COLGROUP;
    case GUMBO_TAG_TR:
        return isOneOf(parent, {GUMBO_TAG_THEAD, GUMBO_TAG_TBODY, GUMBO_TAG_TFOOT});
    case GUMBO_TAG_TD:
    case GUMBO_TAG_TH:
        return parent == GUMBO_TAG_TR;
    case GUMBO_TAG_RT:
    case GUMBO_TAG_RP:
        return parent == GUMBO_TAG_RUBY;
    case GUMBO_TAG_SUMMARY:
        return parent == GUMBO_TAG_DETAILS;
    case GUMBO_TAG_FIGCAPTION:
        return parent == GUMBO_TAG_FIGURE;
    default:
        return false;
    }
}

bool html::isNothingWhenEmpty(GumboTag name)
{
    return !isOneOf(name, {GUMBO_TAG_TD, GUMBO_TAG_TH, GUMBO_TAG_TR, GUMBO_TAG_COLGROUP});
}

bool html::isBlock(Kind kind)
{
    switch (kind) {
    case Kind::UnwrappedBlock:
    case Kind::Rule:
    case Kind::TextBlock:
    case Kind::Container:
    case Kind::Meaningful:
    case Kind::Part:
        return true;
    default:
        return false;
    }
}
