#pragma once

#include "printing/manuscript.h"

namespace printing {

// The story's own paragraphs, then what is told of at its end.
QList<Paragraph> bodyParagraphs(const Article &article, const Wishes &wishes,
                                const page::Patterns &patterns, page::Division division);

} // namespace printing
