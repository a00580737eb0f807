#pragma once

#include "extraction/dissection.h"
#include "extraction/extraction.h"
#include "html/sanitise.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace extraction;

inline const auto first
    = u"The allotment society of Upper Hill has bought the well that watered its beds "
      "for ninety years and that nobody had ever owned."_s;
inline const auto second
    = u"A clerk found the gap in the land register last autumn while looking for "
      "something else, and wrote to everyone whose fence touched it."_s;
inline const auto third
    = u"The price was one pound, a basket of beans and the promise to leave the lid "
      "open on Sundays so that children can drop stones into it."_s;
inline const auto notes
    = u"Readers ask how deep the well is. It is forty feet deep, and the water stands "
      "at nine, as it did when the first bed was dug."_s;

// A page as sites make them: the story, and around it what is not of it.
inline QString pageHtml()
{
    return uR"(<!DOCTYPE html><html lang="en-GB"><head><title>Allotment Society Buys Its Own Well</title>
<meta name="author" content="Pella Marsh"><style>p{color:red}</style></head><body>
<header class="site-header"><nav class="menu"><a href="/">Front page</a> <a href="/t">Town</a></nav></header>
<main><article class="post"><h1 class="headline">Allotment Society Buys Its Own Well</h1>
<p class="byline">By Pella Marsh</p><time datetime="2023-08-14">August 14, 2023</time>
<div class="entry-content"><p>%1</p>
<div class="share-bar"><a href="?x">Tweet</a> <a href="?f">Post</a></div>
<p>%2</p><script>document.write('nothing')</script>
<aside class="well-notes"><p>%4</p></aside>
<ul class="facts"><li>Depth: forty feet</li><li>Age: ninety years</li></ul>
<p class="plug">Do you grow beans? Tell the desk of this paper about them before the frost comes.</p>
<p>%3</p></div>
<div class="newsletter-box"><p>Sign up for our newsletter and never miss a bean.</p><form><input></form></div>
</article><div hidden>Close</div>
<section class="comments"><p>First!</p><p>I remember that well, my uncle fell into it.</p></section></main>
<footer>All rights reserved, Hill Gazette</footer></body></html>)"_s.arg(first, second, third,
                                                                         notes);
}

inline SavedPage pageOf(const QString &html)
{
    return {.html = html, .stated = {.url = QUrl(u"https://www.hill.example/town/well"_s)}};
}

inline QString textOf(const PagePart &part)
{
    QStringList texts;
    for (const auto &block : part.blocks)
        texts << html::plainText(block.html).simplified();
    return texts.join(u' ');
}

inline PagePart partWith(const Dissection &page, const QString &words)
{
    const auto found = std::ranges::find_if(
        page.parts, [&](const PagePart &part) { return textOf(part).contains(words); });
    return found == page.parts.end() ? PagePart{.left = Left::Ignored} : *found;
}
