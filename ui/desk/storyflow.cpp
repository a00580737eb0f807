#include "desk/storyflow.h"

#include "base/background.h"
#include "desk/picturecut.h"
#include "page/frontpage.h"
#include "reading/readingpane.h"
#include "tasks/stories.h"
#include "words/provenancewords.h"

#include <QDateTime>
#include <QLocale>
#include <QPointer>

#include <algorithm>
#include <memory>

using namespace Qt::StringLiterals;

namespace {

constexpr int preparedAtMost = 12;
constexpr int dwellMilliseconds = 250;
constexpr int readingThreads = 2; // The story that is waited for need not wait for a neighbour.

bool sameContent(const Headline &one, const Headline &other)
{
    return one.title == other.title && one.excerpt == other.excerpt && one.site == other.site
        && one.byline == other.byline && one.published == other.published
        && one.thumbnail == other.thumbnail;
}

} // namespace

StoryFlow::StoryFlow(SharedLibrary &library, QObject *parent)
    : QObject(parent)
    , m_library(library)
    , m_prepared(preparedAtMost)
{
    m_pool.setMaxThreadCount(readingThreads);
    m_dwell.setSingleShot(true);
    m_dwell.setInterval(dwellMilliseconds);
    connect(&m_dwell, &QTimer::timeout, this, &StoryFlow::noteOpened);
    connect(&m_library, &SharedLibrary::changed, this, &StoryFlow::apply);
}

PictureSource StoryFlow::pictures()
{
    // The engine may ask while the window goes, when the pane is still there and this is not.
    return [self = QPointer(this)](const QString &name,
                                   const std::function<void(const Picture &)> &answer) {
        if (self)
            self->give(name, answer);
        else
            answer({});
    };
}

void StoryFlow::setPane(ReadingPane *pane)
{
    m_pane = pane;
    connect(pane, &ReadingPane::positionChanged, this, &StoryFlow::savePosition);
    connect(pane, &ReadingPane::painted, this, &StoryFlow::markRelated);
}

// The story does not wait for it.
void StoryFlow::markRelated()
{
    const auto related = m_article.related;
    if (related.isEmpty())
        return;
    m_library.read(
        [related](Library &library) -> Result<QSet<int>> {
            QSet<int> kept;
            for (int number = 0; number < int(related.size()); ++number) {
                const auto found = library.find(related.at(number).url, related.at(number).title);
                if (found && *found != ArticleId::None)
                    kept.insert(number);
            }
            return kept;
        },
        this,
        [this, related](const Result<QSet<int>> &kept) {
            if (kept && related == m_article.related)
                m_pane->markRelated(*kept);
        });
}

void StoryFlow::showNow(const Article &article)
{
    m_isNew = true;
    m_id = ArticleId::None;
    m_awaited = ArticleId::None;
    m_headline = {};
    m_notKept.reset();
    m_dwell.stop();
    m_article = article;
    m_feeds.clear();
    m_position = {};
    showAgain();
    emit changed();
}

void StoryFlow::showAgain()
{
    m_showsOld = false;
    if (empty())
        return;
    m_pane->show(m_article, contextOf(m_article, m_feeds), m_position);
    emit presented();
}

page::Context StoryFlow::contextOf(const Article &article, const QList<FeedId> &feeds) const
{
    auto context = provenancewords::context(article, QLocale());
    QStringList lines{toldBy(feeds), context.provenance};
    lines.removeAll({});
    context.provenance = lines.join(u" · "_s);
    return context;
}

void StoryFlow::showOld(const Article &article, const QDateTime &stored)
{
    m_showsOld = true;
    auto old = article;
    const auto date = QLocale().toString(stored.toLocalTime(), QLocale::ShortFormat);
    old.site = tr("An earlier text, kept since %1").arg(date);
    m_pane->show(old, provenancewords::context(old, QLocale()));
    emit presented();
}

QString StoryFlow::toldBy() const
{
    return toldBy(m_feeds);
}

QString StoryFlow::toldBy(const QList<FeedId> &feeds) const
{
    return feeds.size() > 1 && m_feedNames ? provenancewords::toldBy(m_feedNames(feeds))
                                           : QString();
}

void StoryFlow::renew(const Article &article)
{
    m_article = article;
    m_prepared.remove(m_id);
    emit changed();
}

void StoryFlow::reread(ArticleId id)
{
    m_prepared.remove(id);
    if (id != m_id || m_awaited != ArticleId::None)
        return;
    m_awaited = id;
    load(id);
}

bool StoryFlow::adopt(const Headline &headline, const ReadingPosition &position)
{
    if (!m_isNew || m_awaited != ArticleId::None)
        return false;
    m_isNew = false;
    m_id = headline.id;
    m_headline = headline;
    goOnReading(position);
    emit changed();
    return true;
}

// A file that was read in part before goes on there, unless reading has begun meanwhile.
void StoryFlow::goOnReading(const ReadingPosition &position)
{
    const auto begun = m_position != ReadingPosition();
    if (begun || m_showsOld || m_headline.progress <= 0)
        return;
    m_position = position;
    showAgain();
}

void StoryFlow::show(ArticleId id, Why why)
{
    if (id == ArticleId::None || id == wanted())
        return;
    m_awaited = id;
    m_dwell.stop();
    if (why == Why::Chosen)
        m_dwell.start();
    if (const auto *prepared = m_prepared.object(id))
        present(*prepared);
    else
        load(id);
}

void StoryFlow::prepare(const QList<ArticleId> &ids)
{
    for (const auto id : ids) {
        if (!m_prepared.contains(id))
            load(id);
    }
}

void StoryFlow::clear()
{
    forget();
    invite();
    emit changed();
}

void StoryFlow::setAside()
{
    forget();
    emit presented();
    emit changed();
}

void StoryFlow::forget()
{
    m_isNew = false;
    m_id = ArticleId::None;
    m_awaited = ArticleId::None;
    m_article = {};
    m_feeds.clear();
    m_headline = {};
    m_notKept.reset();
    m_dwell.stop();
}

void StoryFlow::invite()
{
    if (!empty() || m_awaited != ArticleId::None)
        return;
    if (m_invitation && m_invitation())
        emit presented();
}

void StoryFlow::load(ArticleId id)
{
    if (m_loading.contains(id))
        return;
    m_loading.insert(id);
    m_library.read([id](Library &library) { return library.article(id); }, this,
                   [this, id](const Result<StoredArticle> &stored) {
                       if (!stored) {
                           m_loading.remove(id);
                           if (id == m_awaited) {
                               m_awaited = ArticleId::None;
                               emit failed(stored.error());
                           }
                           return;
                       }
                       inBackground([stored = *stored] { return tasks::shown(stored); }, this,
                                    [this, id, stored = *stored](const Article &article) {
                                        m_loading.remove(id);
                                        keep(id, article, stored);
                                    },
                                    &m_pool);
                   });
}

void StoryFlow::keep(ArticleId id, const Article &article, const StoredArticle &stored)
{
    auto prepared = std::make_unique<Prepared>(Prepared{.article = article,
                                                        .headline = stored.headline,
                                                        .position = stored.position,
                                                        .feeds = stored.feeds});
    if (id == m_awaited)
        present(*prepared);
    else
        m_pane->prepare(article, contextOf(article, stored.feeds));
    // The cache takes ownership.
    m_prepared.insert(id, prepared.release());
}

void StoryFlow::present(const Prepared &prepared)
{
    m_awaited = ArticleId::None;
    m_isNew = false;
    m_id = prepared.headline.id;
    m_notKept.reset();
    m_article = prepared.article;
    m_feeds = prepared.feeds;
    m_headline = prepared.headline;
    m_position = prepared.position;
    showAgain();
    emit changed();
    if (!m_dwell.isActive())
        emit settled(m_id);
}

void StoryFlow::noteOpened()
{
    const auto id = wanted();
    if (id == ArticleId::None)
        return;
    if (m_awaited == ArticleId::None)
        emit settled(id);
    m_library.write([id, now = QDateTime::currentDateTimeUtc()](Library &library) {
        return library.setOpened(id, now);
    });
}

void StoryFlow::savePosition(const ReadingPosition &position)
{
    if (m_awaited != ArticleId::None || m_showsOld)
        return;
    m_position = position;
    if (m_id == ArticleId::None)
        return;
    if (auto *prepared = m_prepared.object(m_id))
        prepared->position = position;
    m_library.write([id = m_id, position, now = QDateTime::currentDateTimeUtc()](Library &library) {
        return library.setPosition(id, position, now);
    });
}

void StoryFlow::apply(const LibraryChange &change)
{
    if (change.everything) {
        m_prepared.clear();
        checkAgain();
    }
    for (const auto id : change.removed)
        m_prepared.remove(id);
    for (const auto id : change.texts)
        reread(id);
    for (const auto &headline : change.changed) {
        auto *prepared = m_prepared.object(headline.id);
        if (prepared && !sameContent(prepared->headline, headline))
            m_prepared.remove(headline.id);
        else if (prepared)
            prepared->headline = headline;
        if (headline.id == m_id) {
            m_headline = headline;
            emit changed();
        }
    }
    if (m_id != ArticleId::None && change.removed.contains(m_id)) {
        clear();
        emit removed();
    }
}

// It may have been among the many that changed.
void StoryFlow::checkAgain()
{
    if (m_id == ArticleId::None)
        return;
    m_library.read([id = m_id](Library &library) { return library.headline(id); }, this,
                   [this, id = m_id](const Result<Headline> &headline) {
                       if (id != m_id)
                           return;
                       if (headline) {
                           m_headline = *headline;
                           emit changed();
                       } else if (headline.error().kind == Error::Kind::NotFound) {
                           clear();
                           emit removed();
                       }
                   });
}

void StoryFlow::give(const QString &wanted, const std::function<void(const Picture &)> &given)
{
    const auto size = page::pictureSize(wanted);
    const auto &name = size.name;
    auto answer = given;
    if (size.width > 0) {
        answer = [this, size, given](const Picture &whole) {
            inBackground(
                [whole, size] {
                    return pictures::cut(whole, {size.width, size.height});
                },
                this, given);
        };
    }
    const auto own = std::ranges::find(m_article.pictures, name, &Picture::name);
    if (own != m_article.pictures.end()) {
        answer(*own);
        return;
    }
    const auto lent = std::ranges::find(m_lent, name, &Picture::name);
    if (lent != m_lent.end()) {
        answer(*lent);
        return;
    }
    m_library.read(
        [name](Library &library) { return library.picture(name); }, this,
        [answer](const Result<Picture> &picture) { answer(picture ? *picture : Picture()); });
}
