#include "html/attributes.h"

#include "html/anchors.h"
#include "html/escaping.h"
#include "html/limits.h"
#include "html/urls.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstring>
#include <optional>
#include <string_view>
#include <utility>

using namespace Qt::StringLiterals;
using namespace html;

namespace {

// What the page's style sheet knows: all other classes mean nothing outside the site they came
// from.
constexpr std::array<std::string_view, 8> classes
    = {"related", "caption", "credit", "pullquote", "embed", "standfirst", "footnote", "missing"};

constexpr size_t longestToken = 40;
constexpr size_t longestStyle = 2000;

enum class Value { Text, Number, OneOf, Date, Language, Present };

struct Allowed
{
    GumboTag element;
    const char *attribute;
    Value value;
    std::string_view choices = {}; // Parted by spaces.
    int least = 0;
    int most = 0;
};

constexpr int anyNumber = 1'000'000;

constexpr std::array allowed = {
    Allowed{GUMBO_TAG_A, "title", Value::Text},
    Allowed{GUMBO_TAG_ABBR, "title", Value::Text},
    Allowed{GUMBO_TAG_DFN, "title", Value::Text},
    Allowed{GUMBO_TAG_IMG, "alt", Value::Text},
    Allowed{GUMBO_TAG_IMG, "title", Value::Text},
    Allowed{GUMBO_TAG_IMG, "width", Value::Number, {}, 1, 20'000},
    Allowed{GUMBO_TAG_IMG, "height", Value::Number, {}, 1, 20'000},
    Allowed{GUMBO_TAG_TIME, "datetime", Value::Date},
    Allowed{GUMBO_TAG_INS, "datetime", Value::Date},
    Allowed{GUMBO_TAG_DEL, "datetime", Value::Date},
    Allowed{GUMBO_TAG_TD, "colspan", Value::Number, {}, 1, 1000},
    Allowed{GUMBO_TAG_TD, "rowspan", Value::Number, {}, 1, 1000},
    Allowed{GUMBO_TAG_TH, "colspan", Value::Number, {}, 1, 1000},
    Allowed{GUMBO_TAG_TH, "rowspan", Value::Number, {}, 1, 1000},
    Allowed{GUMBO_TAG_TH, "scope", Value::OneOf, "row col rowgroup colgroup"},
    Allowed{GUMBO_TAG_COL, "span", Value::Number, {}, 1, 1000},
    Allowed{GUMBO_TAG_COLGROUP, "span", Value::Number, {}, 1, 1000},
    Allowed{GUMBO_TAG_OL, "start", Value::Number, {}, -anyNumber, anyNumber},
    Allowed{GUMBO_TAG_OL, "reversed", Value::Present},
    Allowed{GUMBO_TAG_OL, "type", Value::OneOf, "1 a A i I"},
    Allowed{GUMBO_TAG_LI, "value", Value::Number, {}, -anyNumber, anyNumber},
    Allowed{GUMBO_TAG_DETAILS, "open", Value::Present},
};

bool isLetterOrDigit(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

bool isSpace(char c)
{
    return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
}

std::string_view trimmed(std::string_view text)
{
    while (!text.empty() && isSpace(text.front()))
        text.remove_prefix(1);
    while (!text.empty() && isSpace(text.back()))
        text.remove_suffix(1);
    return text;
}

// The next word of a list parted by white space, taken off its front; empty at the end.
std::string_view takeWord(std::string_view &list)
{
    list = trimmed(list);
    const auto end = std::ranges::find_if(list, isSpace);
    const auto word = list.substr(0, size_t(end - list.begin()));
    list.remove_prefix(word.size());
    return word;
}

bool isOneOf(std::string_view value, std::string_view choices)
{
    for (auto word = takeWord(choices); !word.empty(); word = takeWord(choices)) {
        if (word == value)
            return true;
    }
    return false;
}

bool isToken(std::string_view value, std::string_view alsoAllowed)
{
    return !value.empty() && value.size() <= longestToken
        && std::ranges::all_of(value, [&](char c) {
               return isLetterOrDigit(c) || alsoAllowed.find(c) != std::string_view::npos;
           });
}

// The number in front ("640px" is 640, as browsers read it), within bounds.
std::optional<int> number(std::string_view value, const Allowed &rule)
{
    auto result = 0;
    const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), result);
    if (error != std::errc() || result < rule.least || result > rule.most)
        return {};
    // A width in percent is not one in pixels.
    if (end != value.data() + value.size() && *end == '%')
        return {};
    return result;
}

void appendValue(QByteArray &out, const Allowed &rule, const char *written)
{
    const auto value = trimmed(written);
    switch (rule.value) {
    case Value::Text:
        appendAttribute(out, rule.attribute, written);
        break;
    case Value::Number:
        if (const auto result = number(value, rule))
            appendAttribute(out, rule.attribute, QByteArray::number(*result));
        break;
    case Value::OneOf:
        if (isOneOf(value, rule.choices))
            appendAttribute(out, rule.attribute, {value.data(), qsizetype(value.size())});
        break;
    case Value::Date:
        if (isToken(value, "-+:. "))
            appendAttribute(out, rule.attribute, {value.data(), qsizetype(value.size())});
        break;
    case Value::Language:
        if (isToken(value, "-"))
            appendAttribute(out, rule.attribute, {value.data(), qsizetype(value.size())});
        break;
    case Value::Present:
        appendAttribute(out, rule.attribute, "");
        break;
    }
}

QByteArray safeClasses(const char *written)
{
    QByteArray kept;
    std::array<bool, classes.size()> seen = {};
    auto list = std::string_view(written);
    for (auto word = takeWord(list); !word.empty(); word = takeWord(list)) {
        const auto found = std::ranges::find(classes, word);
        if (found == classes.end() || std::exchange(seen[size_t(found - classes.begin())], true))
            continue;
        if (!kept.isEmpty())
            kept += ' ';
        kept.append(word.data(), qsizetype(word.size()));
    }
    return kept;
}

// Those every element may have. Most elements have attributes and none of these: one pass.
QByteArray commonAttributes(const GumboElement &element)
{
    const char *classNames = nullptr;
    const char *language = nullptr;
    const char *direction = nullptr;
    for (unsigned i = 0; i < element.attributes.length; ++i) {
        const auto *attribute = static_cast<const GumboAttribute *>(element.attributes.data[i]);
        const auto name = std::string_view(attribute->name);
        if (name == "class")
            classNames = attribute->value;
        else if (name == "lang")
            language = attribute->value;
        else if (name == "dir")
            direction = attribute->value;
    }
    QByteArray out;
    if (classNames) {
        if (const auto kept = safeClasses(classNames); !kept.isEmpty())
            appendAttribute(out, "class", kept);
    }
    if (language)
        appendValue(out, {GUMBO_TAG_UNKNOWN, "lang", Value::Language}, language);
    if (direction) {
        const auto lower = QByteArray(direction).toLower();
        appendValue(out, {GUMBO_TAG_UNKNOWN, "dir", Value::OneOf, "ltr rtl auto"}, lower);
    }
    return out;
}

// The value of a property in a "style" attribute, or else the other one.
QByteArray declared(const char *style, const char *property, const QByteArray &otherwise)
{
    auto value = otherwise;
    if (std::strlen(style) > longestStyle)
        return value;
    for (const auto &declaration : QByteArray(style).split(';')) {
        const auto colon = declaration.indexOf(':');
        if (colon > 0 && declaration.first(colon).trimmed().toLower() == property)
            value = declaration.sliced(colon + 1).replace("!important", "");
    }
    return value;
}

// Where the text of a cell stands, which a page says in one way or the other.
QByteArray cellAlignment(const GumboElement &element)
{
    QByteArray said;
    if (const auto *align = attributeValue(element, "align"))
        said = align;
    if (const auto *style = attributeValue(element, "style"))
        said = declared(style, "text-align", said);
    said = said.trimmed().toLower();
    const auto known = said == "left" || said == "center" || said == "right";
    return known ? said : QByteArray();
}

} // namespace

void html::appendAttribute(QByteArray &out, const char *name, QByteArrayView value)
{
    out += ' ';
    out += name;
    out += "=\"";
    appendEscaped(out, value);
    out += '"';
}

QByteArray html::safeAttributes(const GumboElement &element, GumboTag name)
{
    if (element.attributes.length == 0)
        return {};
    auto out = commonAttributes(element);
    for (const auto &rule : allowed) {
        if (rule.element != name)
            continue;
        if (const auto *value = attributeValue(element, rule.attribute))
            appendValue(out, rule, value);
    }
    if (name == GUMBO_TAG_TD || name == GUMBO_TAG_TH) {
        if (const auto edge = cellAlignment(element); !edge.isEmpty())
            appendAttribute(out, "align", edge);
    }
    return out;
}

bool html::hasMeaning(const GumboElement &element)
{
    return element.attributes.length > 0 && !commonAttributes(element).isEmpty();
}

QByteArray html::linkAddress(const GumboElement &element, const Sanitising &how)
{
    const auto *value = attributeValue(element, "href");
    if (!value || std::strlen(value) > size_t(4 * limits::addressLength))
        return {};
    return linkAddress(QString::fromUtf8(value), how);
}

QByteArray html::linkAddress(const QString &address, const Sanitising &how)
{
    if (address.size() > 4 * limits::addressLength)
        return {};
    const auto written = trimmedAddress(address);
    // Within the page; whether the story has the place is known at its end.
    if (const auto name = anchorName(written, how.base); !name.isEmpty())
        return "#" + writtenAnchor(name);
    if (written.startsWith(u'#'))
        return {};
    if (how.ownAddresses && isOwnAddress(written))
        return written.toUtf8();
    return resolved(written, how.base, Schemes::Links).toEncoded();
}
