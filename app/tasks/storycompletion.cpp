#include "tasks/storycompletion.h"

#include "base/background.h"
#include "tasks/fullstory.h"
#include "tasks/limits.h"
#include "tasks/stories.h"

#include <QTimer>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

namespace limits = tasks::limits;

bool isOnTheWeb(const QUrl &url)
{
    return url.scheme() == "https"_L1 || url.scheme() == "http"_L1;
}

QList<tasks::StoryWish> wishesFor(const Feed &feed, const QList<ArticleId> &fresh,
                                  const QList<ArticleId> &summaries)
{
    using enum FeedSettings::FullText;
    const QSet<ArticleId> brief(summaries.begin(), summaries.end());
    QList<tasks::StoryWish> wishes;
    for (const auto story : fresh.mid(0, limits::storiesOfRound)) {
        const auto wantsPage = feed.settings.fullText == Always
            || (feed.settings.fullText == Automatic && brief.contains(story));
        if (wantsPage || feed.settings.pictures)
            wishes.append({.story = story,
                           .feed = feed.id,
                           .page = wantsPage,
                           .pictures = feed.settings.pictures});
    }
    return wishes;
}

} // namespace

CompleteStories::Private::Private(CompleteStories &task, SharedLibrary &library,
                                  network::Fetcher &fetcher, QString rulesFile)
    : m_task(task)
    , m_library(library)
    , m_fetcher(fetcher)
    , m_rulesFile(std::move(rulesFile))
{
    m_pool.setMaxThreadCount(1);
    m_pool.setThreadPriority(QThread::LowPriority);
    connect(&m_fetcher, &network::Fetcher::onlineChanged, this, [this](bool online) {
        m_isOffline = !online;
        goOn();
    });
}

void CompleteStories::Private::complete(FeedId feed, const QList<ArticleId> &fresh,
                                        const QList<ArticleId> &summaries)
{
    m_library.read([feed](Library &library) { return library.feeds().feed(feed); }, this,
                   [this, fresh, summaries](const Result<Feed> &result) {
                       if (result)
                           enqueue(wishesFor(*result, fresh, summaries));
                   });
}

void CompleteStories::Private::completeNow(ArticleId story)
{
    for (auto &work : m_works) {
        if (work.wish.story == story && work.wish.page) {
            work.isAsked = true;
            return;
        }
    }
    if (m_wishes.take(story))
        --m_total;
    enqueue({{.story = story, .page = true, .pictures = true}});
}

void CompleteStories::Private::cancel()
{
    m_wishes.clear();
    m_works.clear();
    m_visitors.clear();
    m_busyHosts.clear();
    m_fetcher.cancel(this);
    if (std::exchange(m_total, 0) > 0)
        emit m_task.progressed(0, 0);
    m_done = 0;
}

void CompleteStories::Private::enqueue(const QList<tasks::StoryWish> &wishes)
{
    m_total += m_wishes.add(wishes);
    goOn();
}

void CompleteStories::Private::goOn()
{
    // What somebody asked for waits for nothing else.
    while (const auto wish = m_wishes.next(m_isOffline || m_works.size() >= limits::storiesAtOnce))
        begin(*wish);
}

void CompleteStories::Private::begin(const tasks::StoryWish &wish)
{
    const auto key = ++m_lastKey;
    m_works.insert(key, {.wish = wish, .isAsked = wish.isAsked()});
    m_library.read([story = wish.story](Library &library) { return library.article(story); }, this,
                   [this, key](const Result<StoredArticle> &story) { known(key, story); });
}

void CompleteStories::Private::known(Key key, const Result<StoredArticle> &known)
{
    if (!m_works.contains(key))
        return;
    if (!known)
        fail(key, known.error());
    else if (m_works[key].wish.page && isOnTheWeb(known->article.url))
        askPage(key, *known);
    else
        read(key, *known, {});
}

// A host is asked for one page at a time.
void CompleteStories::Private::askPage(Key key, const StoredArticle &known)
{
    const auto host = known.article.url.host();
    if (m_busyHosts.contains(host)) {
        auto &visitors = m_visitors[host];
        visitors.insert(m_works[key].isAsked ? 0 : visitors.size(), {key, known});
        return;
    }
    m_busyHosts.insert(host);
    m_works[key].pause = limits::pagePause;
    m_fetcher.fetch({.url = known.article.url, .kind = network::Kind::Page}, this,
                    [this, key, known](const network::Outcome &outcome) {
                        const auto pause = std::chrono::seconds(outcome.retryAfterSeconds);
                        leaveHost(known.article.url.host(),
                                  std::clamp<std::chrono::milliseconds>(pause, limits::pagePause,
                                                                        limits::longestPagePause));
                        takePage(key, known, outcome);
                    });
}

void CompleteStories::Private::leaveHost(const QString &host, std::chrono::milliseconds pause)
{
    QTimer::singleShot(pause, this, [this, host] {
        m_busyHosts.remove(host);
        auto visitors = m_visitors.take(host);
        visitors.removeIf(
            [this](const Visitor &visitor) { return !m_works.contains(visitor.key); });
        for (const auto &visitor : visitors)
            askPage(visitor.key, visitor.known); // All but the first wait again.
    });
}

void CompleteStories::Private::takePage(Key key, const StoredArticle &known,
                                        const network::Outcome &outcome)
{
    if (!m_works.contains(key))
        return;
    if (outcome.answer) {
        read(key, known, *outcome.answer);
        return;
    }
    if (outcome.answer.error().kind == Error::Kind::Offline) {
        wait(key);
        return;
    }
    m_works[key].problem = outcome.answer.error();
    read(key, known, {});
}

CompleteStories::Private::Reading
CompleteStories::Private::reading(const StoredArticle &known,
                                  const std::optional<network::Answer> &page,
                                  const QString &rulesFile)
{
    Reading reading;
    if (page) {
        auto whole = tasks::fullStory(known, *page, rulesFile);
        reading.isWhole = bool(whole);
        if (whole)
            reading.article = *std::move(whole);
        else
            reading.problem = whole.error();
    }
    if (!reading.isWhole)
        reading.article = tasks::shown(known);
    reading.pictures = tasks::picturesOnTheWeb(reading.article);
    return reading;
}

void CompleteStories::Private::read(Key key, const StoredArticle &known,
                                    const std::optional<network::Answer> &page)
{
    inBackground([known, page, rules = m_rulesFile] { return reading(known, page, rules); }, this,
                 [this, key](const Reading &reading) {
                     const auto work = m_works.find(key);
                     if (work == m_works.end())
                         return;
                     work->article = reading.article;
                     work->isWhole = reading.isWhole;
                     if (reading.problem)
                         work->problem = reading.problem;
                     if (work->wish.pictures)
                         work->pictures = reading.pictures;
                     fetchPictures(key);
                 },
                 &m_pool);
}

// One after another: they mostly stand on one host.
void CompleteStories::Private::fetchPictures(Key key)
{
    auto &work = m_works[key];
    if (work.pictures.isEmpty()) {
        store(key);
        return;
    }
    const auto url = work.pictures.takeFirst();
    m_fetcher.fetch(
        {.url = url, .kind = network::Kind::Picture}, this,
        [this, key, url](const network::Outcome &outcome) { takePicture(key, url, outcome); });
}

void CompleteStories::Private::takePicture(Key key, const QUrl &url,
                                           const network::Outcome &outcome)
{
    const auto work = m_works.find(key);
    if (work == m_works.end())
        return;
    if (!outcome.answer && outcome.answer.error().kind == Error::Kind::Offline && !work->isWhole) {
        wait(key);
        return;
    }
    const auto bytes = outcome.answer ? outcome.answer->body : QByteArray();
    if (!bytes.isEmpty() && bytes.size() <= limits::storyPictureBytes
        && work->bytes + bytes.size() <= limits::storyPicturesBytes) {
        work->bytes += bytes.size();
        work->found.insert(url, bytes);
    }
    fetchPictures(key);
}

void CompleteStories::Private::store(Key key)
{
    auto &work = m_works[key];
    if (!work.isWhole && work.found.isEmpty()) {
        const Error nothing{Error::Kind::Empty, u"nothing to be added"_s,
                            work.article.url.toString()};
        fail(key, work.problem.value_or(nothing));
        return;
    }
    inBackground(
        [article = std::exchange(work.article, {}), found = std::exchange(work.found, {})] {
            return tasks::withPictures(article, found);
        },
        this,
        [this, key, story = work.wish.story,
         by = work.isAsked ? Actor::You : Actor::Program](const Article &article) {
            if (!m_works.contains(key))
                return;
            m_library.write(
                [story, article, by, now = QDateTime::currentDateTimeUtc()](Library &library) {
                    return library.feeds().complete(story, article, by, now);
                },
                this, [this, key](const Result<LibraryChange> &change) { stored(key, change); });
        },
        &m_pool);
}

void CompleteStories::Private::stored(Key key, const Result<LibraryChange> &change)
{
    const auto work = m_works.find(key);
    if (work == m_works.end())
        return;
    if (!change) {
        fail(key, change.error());
        return;
    }
    // The text that somebody asked for was not to be had, even though some pictures were.
    if (work->isAsked && !work->isWhole && work->problem)
        emit m_task.failed(work->wish.story, *work->problem);
    emit m_task.completed(work->wish.story);
    end(key);
}

// There is no network: what somebody asked for fails, everything else waits.
void CompleteStories::Private::wait(Key key)
{
    const auto work = m_works.value(key);
    m_isOffline = true;
    if (work.isAsked) {
        fail(key, {Error::Kind::Offline, {}, {}});
        return;
    }
    m_works.remove(key);
    m_wishes.end(work.wish.feed);
    m_wishes.putBack(work.wish);
}

void CompleteStories::Private::fail(Key key, const Error &error)
{
    const auto work = m_works.value(key);
    if (work.isAsked)
        emit m_task.failed(work.wish.story, error);
    end(key);
}

void CompleteStories::Private::end(Key key)
{
    const auto work = m_works.take(key);
    QTimer::singleShot(work.pause, this, [this, feed = work.wish.feed] {
        m_wishes.end(feed);
        goOn();
    });
    emit m_task.progressed(++m_done, m_total);
    if (m_done == m_total)
        m_done = m_total = 0;
    goOn();
}
