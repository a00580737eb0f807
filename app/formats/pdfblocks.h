#pragma once

#include "formats/block.h"
#include "formats/pdfparagraphs.h"

namespace formats::pdf {

// What a story is recognised from, and its headline as far as its letters or the file tell it.
struct Story
{
    Blocks blocks = {};
    QString title = {};
    QString site = {};

    bool operator==(const Story &) const = default;
};

// `stated` is the title that the file gives itself: of a printed web page its headline and outlet,
// of many other files nothing of use.
Story storyOf(QList<Paragraph> paragraphs, const Setting &setting, const QString &stated);

} // namespace formats::pdf
