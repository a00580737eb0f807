#include "reading/storypages.h"

#include "base/background.h"
#include "page/light.h"
#include "page/marked.h"
#include "reading/limits.h"

#include <algorithm>

StoryPages::StoryPages(QThreadPool &pool, QObject *parent)
    : QObject(parent)
    , m_pool(pool)
{
}

MadePage StoryPages::made(const PageMaterial &of)
{
    MadePage page{.html = page::story(of.article, of.context)};
    if (!of.search.isEmpty()) {
        auto marked = page::marked(page.html, of.search);
        page.hits = marked.hits;
        if (marked.hits > 0)
            page.html = std::move(marked.html);
    }
    page.light = page::lightStory(page.html);
    return page;
}

void StoryPages::ask(const PageMaterial &of, const Answer &answer)
{
    drop();
    const auto ready = std::ranges::find(m_ready, of, &Ready::of);
    if (ready != m_ready.end()) {
        answer(ready->page);
    } else if (of.article.body.toString().size() <= reading::limits::madeAtOnce) {
        answer(made(of));
    } else {
        inBackground([of] { return made(of); }, this,
                     [this, answer, asked = m_asked](const MadePage &page) {
                         if (asked == m_asked)
                             answer(page);
                     },
                     &m_pool);
    }
}

void StoryPages::prepare(const PageMaterial &of)
{
    if (isReady(of))
        return;
    inBackground([of] { return made(of); }, this,
                 [this, of](const MadePage &page) {
                     m_ready.append({of, page});
                     if (m_ready.size() > reading::limits::pagesReady)
                         m_ready.removeFirst();
                 },
                 &m_pool);
}

bool StoryPages::isReady(const PageMaterial &of) const
{
    return std::ranges::find(m_ready, of, &Ready::of) != m_ready.end();
}
