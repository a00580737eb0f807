#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <gumbo.h>

namespace html {

// The parts of a drawing that are kept.
enum class SvgPart : unsigned char {
    None, // Passed by with what it holds.
    Bare, // Passed by, what it holds stays.
    Drawing,
    Group,
    Shape,
    Gradient,
    Stop,
    Text,
    Span,
    Words // <title> and <desc>: letters only.
};

struct SvgElement
{
    SvgPart part = SvgPart::None;
    const char *name = nullptr; // As it is written: "linearGradient".
};

// By the name in lower case, without a prefix.
SvgElement svgElement(QByteArrayView lowerName);

// The attributes a part keeps, each with a space before it; those of its `style` among them, as the
// attributes of the same meaning.
QByteArray svgAttributes(const GumboElement &element, SvgPart part);

// True where it says that it is not to be seen.
bool isUnseenInSvg(const GumboElement &element);

} // namespace html
