#pragma once

#include "model/article.h"

#include <QStringView>

namespace page {

// The marks around what a <q> says, in the story's language. Browsers put them there by their style
// sheet, so that neither what is copied nor any other view has them: here they are text. Within a
// quotation the others of the language stand, in turns.
// https://html.spec.whatwg.org/multipage/text-level-semantics.html#the-q-element
class QuoteMarks
{
public:
    explicit QuoteMarks(const Article &article);

    // What stands where an element of that name begins and where it ends: nothing but for a <q>.
    QString opening(QStringView element);
    QString closing(QStringView element);

private:
    QStringView m_marks; // Two that begin and end the outer one, two for the inner.
    bool m_spaced = false;
    int m_depth = 0;
};

} // namespace page
