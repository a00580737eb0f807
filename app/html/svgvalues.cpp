#include "html/svgvalues.h"

#include "html/anchors.h"
#include "html/attributes.h"
#include "html/limits.h"
#include "html/sanitise.h"

#include <QHash>
#include <QList>

#include <algorithm>
#include <array>
#include <string_view>

namespace html {

namespace {

enum class Value { Numbers, Path, Transform, Paint, Word, Font, Text, Place, Reference };

// Where an attribute may stand.
enum Where : unsigned {
    OnRoot = 1,
    OnGroup = 2,
    OnShape = 4,
    OnGradient = 8,
    OnStop = 16,
    OnText = 32,
    Painted = OnRoot | OnGroup | OnShape | OnText,
    Placed = OnRoot | OnShape | OnText | OnGradient
};

struct Allowed
{
    const char *name; // As it is written.
    Value value;
    unsigned where;
    bool isStyle = false; // A declaration in `style` means the same.
    std::string_view choices = {}; // Of a Word, parted and closed by spaces.
};

// <svg> has no `transform` and no `x`: either could move it over the story's words.
constexpr std::array allowed = {
    Allowed{"viewBox", Value::Numbers, OnRoot},
    Allowed{"version", Value::Numbers, OnRoot},
    Allowed{"baseProfile", Value::Word, OnRoot, false, "none full basic tiny "},
    Allowed{"preserveAspectRatio", Value::Word, OnRoot, false,
            "none xMinYMin xMidYMin xMaxYMin xMinYMid xMidYMid xMaxYMid xMinYMax xMidYMax "
            "xMaxYMax "},
    Allowed{"aria-label", Value::Text, OnRoot},
    Allowed{"width", Value::Numbers, OnRoot | OnShape},
    Allowed{"height", Value::Numbers, OnRoot | OnShape},
    Allowed{"x", Value::Numbers, OnShape | OnText},
    Allowed{"y", Value::Numbers, OnShape | OnText},
    Allowed{"dx", Value::Numbers, OnText},
    Allowed{"dy", Value::Numbers, OnText},
    Allowed{"rotate", Value::Numbers, OnText},
    Allowed{"textLength", Value::Numbers, OnText},
    Allowed{"x1", Value::Numbers, OnShape | OnGradient},
    Allowed{"y1", Value::Numbers, OnShape | OnGradient},
    Allowed{"x2", Value::Numbers, OnShape | OnGradient},
    Allowed{"y2", Value::Numbers, OnShape | OnGradient},
    Allowed{"cx", Value::Numbers, OnShape | OnGradient},
    Allowed{"cy", Value::Numbers, OnShape | OnGradient},
    Allowed{"r", Value::Numbers, OnShape | OnGradient},
    Allowed{"fx", Value::Numbers, OnGradient},
    Allowed{"fy", Value::Numbers, OnGradient},
    Allowed{"rx", Value::Numbers, OnShape},
    Allowed{"ry", Value::Numbers, OnShape},
    Allowed{"points", Value::Numbers, OnShape},
    Allowed{"pathLength", Value::Numbers, OnShape},
    Allowed{"d", Value::Path, OnShape},
    Allowed{"transform", Value::Transform, OnGroup | OnShape | OnText},
    Allowed{"id", Value::Place, OnGradient},
    Allowed{"href", Value::Reference, OnGradient},
    Allowed{"gradientUnits", Value::Word, OnGradient, false, "userSpaceOnUse objectBoundingBox "},
    Allowed{"gradientTransform", Value::Transform, OnGradient},
    Allowed{"spreadMethod", Value::Word, OnGradient, false, "pad reflect repeat "},
    Allowed{"offset", Value::Numbers, OnStop},
    Allowed{"stop-color", Value::Paint, OnStop, true},
    Allowed{"stop-opacity", Value::Numbers, OnStop, true},
    Allowed{"color", Value::Paint, Painted, true},
    Allowed{"fill", Value::Paint, Painted, true},
    Allowed{"fill-opacity", Value::Numbers, Painted, true},
    Allowed{"fill-rule", Value::Word, Painted, true, "nonzero evenodd "},
    Allowed{"opacity", Value::Numbers, Painted, true},
    Allowed{"stroke", Value::Paint, Painted, true},
    Allowed{"stroke-width", Value::Numbers, Painted, true},
    Allowed{"stroke-opacity", Value::Numbers, Painted, true},
    Allowed{"stroke-dasharray", Value::Numbers, Painted, true},
    Allowed{"stroke-dashoffset", Value::Numbers, Painted, true},
    Allowed{"stroke-miterlimit", Value::Numbers, Painted, true},
    Allowed{"stroke-linecap", Value::Word, Painted, true, "butt round square "},
    Allowed{"stroke-linejoin", Value::Word, Painted, true, "miter round bevel "},
    Allowed{"vector-effect", Value::Word, Painted, true, "non-scaling-stroke "},
    Allowed{"font-family", Value::Font, Painted, true},
    Allowed{"font-size", Value::Numbers, Painted, true},
    Allowed{"font-style", Value::Word, Painted, true, "normal italic oblique "},
    Allowed{"font-weight", Value::Word, Painted, true,
            "normal bold bolder lighter 100 200 300 400 500 600 700 800 900 "},
    Allowed{"text-anchor", Value::Word, Painted, true, "start middle end "},
    Allowed{"dominant-baseline", Value::Word, Painted, true,
            "auto middle central hanging alphabetic mathematical text-before-edge "
            "text-after-edge "},
    Allowed{"text-decoration", Value::Word, OnText, true, "none underline line-through "},
};

unsigned placeOf(SvgPart part)
{
    switch (part) {
    case SvgPart::Drawing:
        return OnRoot;
    case SvgPart::Group:
        return OnGroup;
    case SvgPart::Shape:
        return OnShape;
    case SvgPart::Gradient:
        return OnGradient;
    case SvgPart::Stop:
        return OnStop;
    case SvgPart::Text:
    case SvgPart::Span:
        return OnText;
    default:
        return 0;
    }
}

bool isMadeOf(std::string_view value, std::string_view letters)
{
    return value.find_first_not_of(letters) == std::string_view::npos;
}

constexpr std::string_view digits = "0123456789+-.,eE% \t\n\r";

// Numbers with the units of CSS behind them; no names, no functions.
bool isNumbers(std::string_view value)
{
    return isMadeOf(value, "0123456789+-.,eE% \t\n\rpxtmcindgrs")
        && (value.empty() || isMadeOf(value.substr(0, 1), digits));
}

// A row of "name(numbers)".
bool isTransform(std::string_view value)
{
    constexpr std::array<std::string_view, 6> names
        = {"translate", "scale", "rotate", "skewX", "skewY", "matrix"};
    while (!value.empty()) {
        const auto begin = value.find_first_not_of(" ,\t\n\r");
        if (begin == std::string_view::npos)
            return true;
        const auto open = value.find('(', begin);
        const auto close = value.find(')', begin);
        if (open == std::string_view::npos || close == std::string_view::npos || close < open)
            return false;
        auto name = value.substr(begin, open - begin);
        while (name.ends_with(' '))
            name.remove_suffix(1);
        if (std::ranges::find(names, name) == names.end()
            || !isNumbers(value.substr(open + 1, close - open - 1)))
            return false;
        value.remove_prefix(close + 1);
    }
    return true;
}

bool isColour(std::string_view value)
{
    constexpr std::string_view hex = "0123456789abcdefABCDEF";
    constexpr std::string_view names = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
    if (value.empty() || value.size() > 64)
        return false;
    if (value.starts_with('#'))
        return isMadeOf(value.substr(1), hex);
    for (const std::string_view function : {"rgb(", "rgba(", "hsl(", "hsla("}) {
        if (value.starts_with(function) && value.ends_with(')'))
            return isMadeOf(value.substr(function.size(), value.size() - function.size() - 1),
                            "0123456789.,%/ dega");
    }
    return isMadeOf(value, names);
}

// "#name" as it is written here; empty when it leads out of the drawing.
QByteArray localName(std::string_view reference)
{
    while (!reference.empty()
           && (reference.front() == '"' || reference.front() == '\'' || reference.front() == ' '))
        reference.remove_prefix(1);
    while (!reference.empty()
           && (reference.back() == '"' || reference.back() == '\'' || reference.back() == ' '))
        reference.remove_suffix(1);
    if (!reference.starts_with('#'))
        return {};
    const auto name
        = anchorName(QString::fromUtf8(reference.data(), qsizetype(reference.size())), {});
    // Where a value is CSS, brackets and quotes would mean something.
    const auto isPlain = std::ranges::none_of(
        name, [](char c) { return QByteArrayView("()'*,;{}!").contains(c); });
    return isPlain && !name.isEmpty() ? "#" + writtenAnchor(name) : QByteArray();
}

// A colour, or a gradient of the drawing with a colour for want of it.
QByteArray paint(std::string_view value)
{
    constexpr std::string_view start = "url(";
    if (!value.starts_with(start))
        return isColour(value) ? QByteArray(value.data(), qsizetype(value.size())) : QByteArray();
    const auto close = value.find(')');
    if (close == std::string_view::npos)
        return {};
    const auto name = localName(value.substr(start.size(), close - start.size()));
    if (name.isEmpty())
        return {};
    value.remove_prefix(close + 1);
    while (value.starts_with(' '))
        value.remove_prefix(1);
    const auto fallback
        = isColour(value) ? ' ' + QByteArray(value.data(), qsizetype(value.size())) : QByteArray();
    return "url(" + name + ')' + fallback;
}

std::string_view trimmed(std::string_view value)
{
    constexpr std::string_view spaces = " \t\n\r\f";
    const auto begin = value.find_first_not_of(spaces);
    if (begin == std::string_view::npos)
        return {};
    return value.substr(begin, value.find_last_not_of(spaces) - begin + 1);
}

bool isWord(std::string_view value, std::string_view choices)
{
    for (auto end = choices.find(' '); end != std::string_view::npos; end = choices.find(' ')) {
        if (choices.substr(0, end) == value)
            return true;
        choices.remove_prefix(end + 1);
    }
    return false;
}

// As it may be written; empty when it may not.
QByteArray safeValue(const Allowed &rule, std::string_view value)
{
    const QByteArray same(value.data(), qsizetype(value.size()));
    switch (rule.value) {
    case Value::Numbers:
        return isNumbers(value) ? same : QByteArray();
    case Value::Path:
        return isMadeOf(value, "MmLlHhVvCcSsQqTtAaZz0123456789+-.,eE \t\n\r") ? same : QByteArray();
    case Value::Transform:
        return isTransform(value) ? same : QByteArray();
    case Value::Paint:
        return paint(value);
    case Value::Word:
        return isWord(value, rule.choices) ? same : QByteArray();
    case Value::Font:
        return isMadeOf(value, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 ,-'")
            ? same
            : QByteArray();
    case Value::Text:
        return escaped(QString::fromUtf8(same)).trimmed().isEmpty() ? QByteArray() : same;
    case Value::Place:
        return localName('#' + std::string(value)).mid(1);
    case Value::Reference:
        return localName(value);
    }
    return {};
}

bool isNamed(std::string_view name, const char *lower)
{
    return qstrnicmp(name.data(), qsizetype(name.size()), lower) == 0;
}

// The values of `style`, by property. What is no plain declaration is no declaration.
using Declarations = QList<std::pair<std::string_view, std::string_view>>;

Declarations declarationsIn(std::string_view style)
{
    Declarations found;
    while (!style.empty() && found.size() < limits::attributes) {
        const auto end = style.find(';');
        const auto one = style.substr(0, end);
        const auto colon = one.find(':');
        if (colon != std::string_view::npos)
            found.append({trimmed(one.substr(0, colon)), trimmed(one.substr(colon + 1))});
        style.remove_prefix(end == std::string_view::npos ? style.size() : end + 1);
    }
    return found;
}

const char *valueOf(const GumboElement &element, const char *name)
{
    for (unsigned i = 0; i < element.attributes.length; ++i) {
        const auto *attribute = static_cast<const GumboAttribute *>(element.attributes.data[i]);
        if (qstricmp(attribute->name, name) == 0)
            return attribute->value;
    }
    return nullptr;
}

} // namespace

SvgElement svgElement(QByteArrayView lowerName)
{
    static const QHash<QByteArray, SvgElement> elements = {
        {"svg", {SvgPart::Drawing, "svg"}},
        {"g", {SvgPart::Group, "g"}},
        {"defs", {SvgPart::Group, "defs"}},
        {"a", {SvgPart::Bare, nullptr}},
        {"switch", {SvgPart::Bare, nullptr}},
        {"textpath", {SvgPart::Bare, nullptr}},
        {"path", {SvgPart::Shape, "path"}},
        {"rect", {SvgPart::Shape, "rect"}},
        {"circle", {SvgPart::Shape, "circle"}},
        {"ellipse", {SvgPart::Shape, "ellipse"}},
        {"line", {SvgPart::Shape, "line"}},
        {"polyline", {SvgPart::Shape, "polyline"}},
        {"polygon", {SvgPart::Shape, "polygon"}},
        {"lineargradient", {SvgPart::Gradient, "linearGradient"}},
        {"radialgradient", {SvgPart::Gradient, "radialGradient"}},
        {"stop", {SvgPart::Stop, "stop"}},
        {"text", {SvgPart::Text, "text"}},
        {"tspan", {SvgPart::Span, "tspan"}},
        {"title", {SvgPart::Words, "title"}},
        {"desc", {SvgPart::Words, "desc"}},
    };
    return elements.value(lowerName.toByteArray());
}

QByteArray svgAttributes(const GumboElement &element, SvgPart part)
{
    QByteArray out;
    const auto place = placeOf(part);
    if (place == 0 || element.attributes.length == 0)
        return out;
    const auto *style = valueOf(element, "style");
    const auto declarations = style ? declarationsIn(style) : Declarations();
    for (const auto &rule : allowed) {
        if (!(rule.where & place))
            continue;
        QByteArray value;
        for (const auto &[name, written] : declarations) {
            if (rule.isStyle && isNamed(name, rule.name))
                value = safeValue(rule, written);
        }
        const auto *written = value.isEmpty() ? valueOf(element, rule.name) : nullptr;
        if (written)
            value = safeValue(rule, trimmed(written));
        if (!value.isEmpty())
            appendAttribute(out, rule.name, value);
    }
    return out;
}

bool isUnseenInSvg(const GumboElement &element)
{
    const auto isSo = [](std::string_view name, std::string_view value) {
        return (name == "display" && value == "none")
            || (name == "visibility" && value == "hidden");
    };
    for (const auto *name : {"display", "visibility"}) {
        const auto *value = valueOf(element, name);
        if (value && isSo(name, trimmed(value)))
            return true;
    }
    const auto *style = valueOf(element, "style");
    return style && std::ranges::any_of(declarationsIn(style), [&](const auto &one) {
               return isSo(one.first, one.second);
           });
}

} // namespace html
