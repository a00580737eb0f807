#pragma once

#include "html/document.h"
#include "model/article.h"

// Pictures in Markdown, with their words as the reader of such files knows them again.
namespace page {

// What is said of the picture in a <figure>; its `src` is empty where the picture is lost.
Figure figureIn(const html::Node &figure, const Article &article);
// Whether a file that the story is written to can show it.
bool isShown(const QString &src, const Article &article);

// "*The boat leaves. (Bo Finch)*", as it stands below a picture; empty without words.
QString markdownCaption(const Figure &figure);
QString markdownFigure(const Figure &figure);
// "[Photo: The boat leaves. / Bo Finch]", where the picture was; empty without words.
QString markdownLostFigure(const Figure &figure);

} // namespace page
