#include "html/quicktags.h"

#include "text/characternames.h"

#include <QString>

#include <algorithm>
#include <array>
#include <string_view>

namespace {

using html::TagKind;

struct Element
{
    std::string_view name;
    TagKind kind;
};

// Sorted, to be searched: all elements of HTML, those of its past too.
constexpr std::array elements{
    Element{"a", TagKind::Inline},         Element{"abbr", TagKind::Inline},
    Element{"acronym", TagKind::Inline},   Element{"address", TagKind::Block},
    Element{"applet", TagKind::Inline},    Element{"area", TagKind::Inline},
    Element{"article", TagKind::Block},    Element{"aside", TagKind::Block},
    Element{"audio", TagKind::Inline},     Element{"b", TagKind::Inline},
    Element{"base", TagKind::Inline},      Element{"bdi", TagKind::Inline},
    Element{"bdo", TagKind::Inline},       Element{"big", TagKind::Inline},
    Element{"blink", TagKind::Inline},     Element{"blockquote", TagKind::Block},
    Element{"body", TagKind::Block},       Element{"br", TagKind::LineBreak},
    Element{"button", TagKind::Inline},    Element{"canvas", TagKind::Inline},
    Element{"caption", TagKind::Block},    Element{"center", TagKind::Block},
    Element{"cite", TagKind::Inline},      Element{"code", TagKind::Inline},
    Element{"col", TagKind::Inline},       Element{"colgroup", TagKind::Inline},
    Element{"data", TagKind::Inline},      Element{"dd", TagKind::Block},
    Element{"del", TagKind::Inline},       Element{"details", TagKind::Block},
    Element{"dfn", TagKind::Inline},       Element{"dir", TagKind::Block},
    Element{"div", TagKind::Block},        Element{"dl", TagKind::Block},
    Element{"dt", TagKind::Block},         Element{"em", TagKind::Inline},
    Element{"embed", TagKind::Inline},     Element{"fieldset", TagKind::Block},
    Element{"figcaption", TagKind::Block}, Element{"figure", TagKind::Block},
    Element{"font", TagKind::Inline},      Element{"footer", TagKind::Block},
    Element{"form", TagKind::Block},       Element{"frame", TagKind::Inline},
    Element{"frameset", TagKind::Block},   Element{"h1", TagKind::Block},
    Element{"h2", TagKind::Block},         Element{"h3", TagKind::Block},
    Element{"h4", TagKind::Block},         Element{"h5", TagKind::Block},
    Element{"h6", TagKind::Block},         Element{"head", TagKind::Block},
    Element{"header", TagKind::Block},     Element{"hr", TagKind::Block},
    Element{"html", TagKind::Block},       Element{"i", TagKind::Inline},
    Element{"iframe", TagKind::Hidden},    Element{"img", TagKind::Inline},
    Element{"input", TagKind::Inline},     Element{"ins", TagKind::Inline},
    Element{"kbd", TagKind::Inline},       Element{"label", TagKind::Inline},
    Element{"legend", TagKind::Block},     Element{"li", TagKind::Block},
    Element{"link", TagKind::Inline},      Element{"main", TagKind::Block},
    Element{"map", TagKind::Inline},       Element{"mark", TagKind::Inline},
    Element{"marquee", TagKind::Inline},   Element{"math", TagKind::Inline},
    Element{"menu", TagKind::Block},       Element{"meta", TagKind::Inline},
    Element{"meter", TagKind::Inline},     Element{"nav", TagKind::Block},
    Element{"nobr", TagKind::Inline},      Element{"noembed", TagKind::Hidden},
    Element{"noframes", TagKind::Hidden},  Element{"noscript", TagKind::Inline},
    Element{"object", TagKind::Inline},    Element{"ol", TagKind::Block},
    Element{"optgroup", TagKind::Inline},  Element{"option", TagKind::Block},
    Element{"output", TagKind::Inline},    Element{"p", TagKind::Block},
    Element{"param", TagKind::Inline},     Element{"picture", TagKind::Inline},
    Element{"pre", TagKind::Block},        Element{"progress", TagKind::Inline},
    Element{"q", TagKind::Inline},         Element{"rp", TagKind::Reading},
    Element{"rt", TagKind::Reading},       Element{"ruby", TagKind::Inline},
    Element{"s", TagKind::Inline},         Element{"samp", TagKind::Inline},
    Element{"script", TagKind::Hidden},    Element{"section", TagKind::Block},
    Element{"select", TagKind::Inline},    Element{"small", TagKind::Inline},
    Element{"source", TagKind::Inline},    Element{"span", TagKind::Inline},
    Element{"strike", TagKind::Inline},    Element{"strong", TagKind::Inline},
    Element{"style", TagKind::Hidden},     Element{"sub", TagKind::Inline},
    Element{"summary", TagKind::Block},    Element{"sup", TagKind::Inline},
    Element{"svg", TagKind::Hidden},       Element{"table", TagKind::Block},
    Element{"tbody", TagKind::Block},      Element{"td", TagKind::Cell},
    Element{"template", TagKind::Hidden},  Element{"textarea", TagKind::Hidden},
    Element{"tfoot", TagKind::Block},      Element{"th", TagKind::Cell},
    Element{"thead", TagKind::Block},      Element{"time", TagKind::Inline},
    Element{"title", TagKind::Hidden},     Element{"tr", TagKind::Block},
    Element{"track", TagKind::Inline},     Element{"tt", TagKind::Inline},
    Element{"u", TagKind::Inline},         Element{"ul", TagKind::Block},
    Element{"var", TagKind::Inline},       Element{"video", TagKind::Inline},
    Element{"wbr", TagKind::Inline},       Element{"xmp", TagKind::Block},
};

bool isLetter(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z');
}

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

TagKind kindOf(QStringView name)
{
    constexpr qsizetype longestName = 10;
    if (name.size() > longestName)
        return TagKind::Unknown;
    std::array<char, longestName> lower = {};
    std::ranges::transform(name, lower.begin(),
                           [](QChar c) { return char(c.toLatin1() | (isLetter(c) ? 0x20 : 0)); });
    const std::string_view wanted(lower.data(), std::size_t(name.size()));
    const auto *const found = std::ranges::lower_bound(elements, wanted, {}, &Element::name);
    return found != elements.end() && found->name == wanted ? found->kind : TagKind::Unknown;
}

// Behind the ">" that ends a tag; -1 when there is none. A ">" in quotes ends nothing.
qsizetype tagEnd(QStringView text, qsizetype at)
{
    for (; at < text.size(); ++at) {
        const auto c = text.at(at);
        if (c == u'>')
            return at + 1;
        if ((c == u'"' || c == u'\'') && text.at(at - 1) == u'=') {
            at = text.indexOf(c, at + 1);
            if (at < 0)
                return -1;
        }
    }
    return -1;
}

char16_t ofWindows(unsigned code)
{
    constexpr char16_t characters[]
        = {0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
           0x2039, 0x0152, 0x8D,   0x017D, 0x8F,   0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
           0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178};
    return characters[code - 0x80];
}

void set(html::QuickReference &reference, char32_t code)
{
    if (code >= 0x80 && code <= 0x9F)
        code = ofWindows(unsigned(code));
    if (code > 0x10FFFF || (code >= 0xD800 && code <= 0xDFFF) || code == 0)
        code = 0xFFFD;
    if (code < 0x20 && code != '\t' && code != '\n' && code != '\r') {
        reference.size = 0;
    } else if (code < 0x20) {
        reference.text[reference.size++] = u' ';
    } else if (code > 0xFFFF) {
        reference.text[reference.size++] = QChar::highSurrogate(code);
        reference.text[reference.size++] = QChar::lowSurrogate(code);
    } else {
        reference.text[reference.size++] = char16_t(code);
    }
}

html::QuickReference numberAt(QStringView text, qsizetype at)
{
    html::QuickReference reference;
    auto end = at + 2;
    const auto isHex = end < text.size() && (text.at(end) == u'x' || text.at(end) == u'X');
    const auto begin = isHex ? ++end : end;
    char32_t code = 0;
    for (; end < text.size(); ++end) {
        const auto c = text.at(end).unicode();
        const auto low = char16_t(c | 0x20);
        if (c >= u'0' && c <= u'9')
            code = code * (isHex ? 16 : 10) + (c - u'0');
        else if (isHex && low >= u'a' && low <= u'f')
            code = code * 16 + (low - u'a' + 10u);
        else
            break;
        code = std::min<char32_t>(code, 0x110000);
    }
    if (end == begin)
        return reference;
    reference.isWhole = end < text.size() && text.at(end) == u';';
    reference.length = end - at + (reference.isWhole ? 1 : 0);
    set(reference, code);
    return reference;
}

} // namespace

html::QuickTag html::tagAt(QStringView text, qsizetype at, Tags which)
{
    QuickTag tag;
    auto begin = at + 1;
    if (begin >= text.size())
        return tag;
    tag.isEnd = text.at(begin) == u'/';
    if (tag.isEnd)
        ++begin;
    if (begin >= text.size())
        return tag;
    const auto first = text.at(begin);
    qsizetype end = -1;
    if (isLetter(first)) {
        auto nameEnd = begin;
        while (nameEnd < text.size() && (isLetter(text.at(nameEnd)) || isDigit(text.at(nameEnd))))
            ++nameEnd;
        tag.name = text.sliced(begin, nameEnd - begin);
        tag.kind = kindOf(tag.name);
        // "<p:x>" is none of HTML.
        if (nameEnd < text.size() && (text.at(nameEnd) == u':' || text.at(nameEnd) == u'-'))
            tag.kind = TagKind::Unknown;
        if (tag.kind == TagKind::Unknown && which == Tags::OfHtml)
            return tag;
        end = tagEnd(text, nameEnd);
    } else if (first == u'!' || first == u'?') {
        tag.kind = TagKind::Comment;
        if (text.sliced(at).startsWith(u"<!--")) {
            end = text.indexOf(u"-->", at + 2);
            // One that nobody ended hides no more than its own tag, or a story could be lost in it.
            end = end >= 0 ? end + 3 : text.indexOf(u'>', at) + 1;
            end = end > 0 ? end : text.size();
        } else {
            end = tagEnd(text, begin);
        }
    } else {
        return tag;
    }
    tag.isUnended = end < 0;
    tag.length = (end < 0 ? text.size() : end) - at;
    return tag;
}

qsizetype html::endOfHidden(QStringView text, qsizetype at, QStringView name)
{
    while (true) {
        at = text.indexOf(u"</", at);
        if (at < 0)
            return text.size();
        at += 2;
        if (text.sliced(at).startsWith(name, Qt::CaseInsensitive))
            return at - 2 + tagAt(text, at - 2).length;
    }
}

qsizetype html::endOfReading(QStringView text, qsizetype at)
{
    constexpr qsizetype longest = 200;
    const auto last = std::min(text.size(), at + longest);
    for (auto end = text.indexOf(u'<', at); end >= 0 && end < last;
         end = text.indexOf(u'<', end + 1)) {
        const auto tag = tagAt(text, end);
        const auto is
            = [&tag](QStringView name) { return tag.name.compare(name, Qt::CaseInsensitive) == 0; };
        if (tag.kind == TagKind::Reading || is(u"ruby") || is(u"rb") || is(u"rtc"))
            return end;
        if (tag.kind == TagKind::Block)
            break;
    }
    return at;
}

html::QuickReference html::referenceAt(QStringView text, qsizetype at)
{
    if (at + 1 < text.size() && text.at(at + 1) == u'#')
        return numberAt(text, at);
    std::array<char, ::text::characterNameLength> name = {};
    qsizetype size = 0;
    while (size < qsizetype(name.size()) && at + 1 + size < text.size()
           && (isLetter(text.at(at + 1 + size)) || isDigit(text.at(at + 1 + size)))) {
        name[std::size_t(size)] = text.at(at + 1 + size).toLatin1();
        ++size;
    }
    QuickReference reference;
    const auto isWhole = at + 1 + size < text.size() && text.at(at + 1 + size) == u';';
    const auto *found = isWhole ? ::text::characterNamed({name.data(), size}) : nullptr;
    reference.isWhole = found != nullptr;
    // "&copy2025": a few names count without their end.
    for (auto shorter = std::min<qsizetype>(size, 6); !found && shorter >= 2; --shorter) {
        found = ::text::characterNamed({name.data(), shorter});
        if (found && !found->endsItself)
            found = nullptr;
        size = shorter;
    }
    if (!found)
        return reference;
    reference.length = size + 1 + (reference.isWhole ? 1 : 0);
    const auto characters = QString::fromUtf8(found->utf8());
    std::ranges::copy(characters.first(std::min<qsizetype>(characters.size(), 4)).toStdU16String(),
                      reference.text);
    reference.size = int(std::min<qsizetype>(characters.size(), 4));
    return reference;
}
