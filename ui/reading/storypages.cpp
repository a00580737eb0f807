#include "reading/storypages.h"

#include "base/background.h"
#include "page/light.h"
#include "page/marked.h"
#include "page/writing.h"
#include "reading/limits.h"

#include <QLocale>

#include <algorithm>
#include <utility>

namespace {

QString languageOf(const PageMaterial &of)
{
    return page::languageToBreak(page::writingOf(of.article));
}

} // namespace

StoryPages::StoryPages(QThreadPool &pool, QObject *parent)
    : QObject(parent)
    , m_pool(pool)
    , m_patterns({{QString(), {}}})
{
    // What most stories here will be written in.
    const auto language = QLocale().bcp47Name();
    inBackground(
        [language] { return page::Patterns::load(language); }, this,
        [this, language](const page::Patterns &patterns) { m_patterns.insert(language, patterns); },
        &m_pool);
}

MadePage StoryPages::made(const PageMaterial &of, const page::Patterns &patterns)
{
    MadePage page{.html = page::story(of.article, of.context)};
    if (!of.search.isEmpty()) {
        auto marked = page::marked(page.html, of.search);
        page.hits = marked.hits;
        if (marked.hits > 0)
            page.html = std::move(marked.html);
    }
    page.html = page::hyphenated(page.html, patterns);
    page.light = page::lightStory(page.html);
    return page;
}

void StoryPages::ask(const PageMaterial &of, const Answer &answer)
{
    drop();
    const auto ready = std::ranges::find(m_ready, of, &Ready::of);
    if (ready != m_ready.end()) {
        answer(ready->page);
    } else if (m_patterns.contains(languageOf(of))
               && of.article.body.toString().size() <= reading::limits::madeAtOnce) {
        answer(made(of, m_patterns.value(languageOf(of))));
    } else {
        makeElsewhere(of, [this, answer, asked = m_asked](const MadePage &page) {
            if (asked == m_asked)
                answer(page);
        });
    }
}

void StoryPages::prepare(const PageMaterial &of)
{
    if (isReady(of))
        return;
    makeElsewhere(of, [this, of](const MadePage &page) {
        m_ready.append({of, page});
        if (m_ready.size() > reading::limits::pagesReady)
            m_ready.removeFirst();
    });
}

void StoryPages::makeElsewhere(const PageMaterial &of, const Answer &done)
{
    const auto language = languageOf(of);
    const auto known = m_patterns.contains(language);
    inBackground(
        [of, language, known, patterns = m_patterns.value(language)] {
            const auto use = known ? patterns : page::Patterns::load(language);
            return std::pair{made(of, use), use};
        },
        this,
        [this, language, done](const std::pair<MadePage, page::Patterns> &answer) {
            m_patterns.insert(language, answer.second);
            done(answer.first);
        },
        &m_pool);
}

bool StoryPages::isReady(const PageMaterial &of) const
{
    return std::ranges::find(m_ready, of, &Ready::of) != m_ready.end();
}
