#include "articles/headlineshelf.h"

#include "articles/limits.h"

#include <algorithm>
#include <memory>
#include <utility>

HeadlineShelf::HeadlineShelf(SharedLibrary &library, QObject *parent)
    : QObject(parent)
    , m_library(library)
    , m_kept(limits::headlinesKept)
{
}

void HeadlineShelf::clear(const StoryQuery &listedFor)
{
    ++m_round;
    m_listedFor = listedFor;
    m_kept.clear();
    m_doubted.clear();
    m_wanted.clear();
    m_reading = false;
}

bool HeadlineShelf::anyUnread() const
{
    const auto ids = m_kept.keys();
    return std::ranges::any_of(ids, [&](ArticleId id) { return !m_kept.object(id)->read; });
}

void HeadlineShelf::put(const QList<Headline> &headlines)
{
    for (const auto &headline : headlines) {
        m_doubted.remove(headline.id);
        // The cache takes ownership.
        m_kept.insert(headline.id, std::make_unique<Headline>(headline).release());
    }
}

void HeadlineShelf::update(const Headline &headline)
{
    auto *kept = m_kept.object(headline.id);
    if (!kept)
        return;
    // What was found in it is not told with a change.
    const auto passage = m_listedFor.words.isEmpty() && m_listedFor.filter.isEmpty()
        ? headline.excerpt
        : kept->excerpt;
    *kept = headline;
    kept->excerpt = passage;
}

void HeadlineShelf::doubt()
{
    const auto ids = m_kept.keys();
    m_doubted = {ids.begin(), ids.end()};
}

void HeadlineShelf::want(const QList<ArticleId> &ids)
{
    m_wanted.clear();
    for (const auto id : ids) {
        if (!m_kept.contains(id) || m_doubted.contains(id))
            m_wanted << id;
    }
    readNext();
}

void HeadlineShelf::readNext()
{
    if (m_reading || m_wanted.isEmpty())
        return;
    m_reading = true;
    const auto asked
        = m_wanted.first(std::min(m_wanted.size(), qsizetype(limits::headlinesAtOnce)));
    m_wanted.remove(0, asked.size());
    m_library.read([asked, listedFor = m_listedFor](
                       Library &library) { return library.headlines(asked, listedFor); },
                   this,
                   [this, asked, round = m_round](const Result<QList<Headline>> &headlines) {
                       if (round == m_round)
                           take(asked, headlines);
                   });
}

void HeadlineShelf::take(const QList<ArticleId> &asked, const Result<QList<Headline>> &headlines)
{
    m_reading = false;
    if (!headlines) {
        m_wanted.clear();
        emit failed(headlines.error());
        return;
    }
    put(*headlines);
    emit arrived();
    QSet<ArticleId> missing(asked.begin(), asked.end());
    for (const auto &headline : *headlines)
        missing.remove(headline.id);
    if (!missing.isEmpty())
        emit missed(missing);
    readNext();
}
