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
    readUsualPatterns();
}

// Of the language that most stories here will be written in, with the region and without.
void StoryPages::readUsualPatterns()
{
    const auto regional = QLocale().bcp47Name();
    for (const auto &language : QSet<QString>{regional, regional.section(u'-', 0, 0)}) {
        m_coming.insert(language);
        inBackground([language] { return page::Patterns::load(language); }, this,
                     [this, language](const page::Patterns &patterns) {
                         m_coming.remove(language);
                         takePatterns(language, patterns);
                     },
                     &m_pool);
    }
}

void StoryPages::takePatterns(const QString &language, const page::Patterns &patterns)
{
    m_patterns.insert(language, patterns);
    if (!m_waiting || languageOf(m_waiting->of) != language)
        return;
    const auto waiting = *std::exchange(m_waiting, {});
    if (waiting.asked == m_asked)
        waiting.answer(made(waiting.of, patterns));
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
    page.html = page::hyphenated(page.html, patterns, of.division);
    page.light = page::lightStory(page.html);
    return page;
}

void StoryPages::ask(const PageMaterial &of, const Answer &answer)
{
    drop();
    const auto ready = std::ranges::find(m_ready, of, &Ready::of);
    if (ready != m_ready.end()) {
        answer(ready->page);
        return;
    }
    const auto language = languageOf(of);
    const auto isShort = of.article.body.toString().size() <= reading::limits::madeAtOnce;
    if (isShort && m_patterns.contains(language)) {
        answer(made(of, m_patterns.value(language)));
    } else if (isShort && m_coming.contains(language)) {
        m_waiting = {.of = of, .answer = answer, .asked = m_asked};
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
            takePatterns(language, answer.second);
            done(answer.first);
        },
        &m_pool);
}

bool StoryPages::isReady(const PageMaterial &of) const
{
    return std::ranges::find(m_ready, of, &Ready::of) != m_ready.end();
}
