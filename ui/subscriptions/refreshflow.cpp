#include "subscriptions/refreshflow.h"

#include "desk/storyflow.h"
#include "shell/actions.h"
#include "shell/banner.h"
#include "shell/progressline.h"
#include "sidebar/sidebar.h"
#include "subscriptions/notices.h"
#include "words/feedwords.h"

#include <QAction>

#include <utility>

using namespace Qt::StringLiterals;

RefreshFlow::RefreshFlow(const Parts &parts, const QString &rulesFile, QObject *parent)
    : QObject(parent)
    , m(parts)
    , m_refresh(parts.library, parts.fetcher)
    , m_complete(parts.library, parts.fetcher, rulesFile)
{
    connect(&m_refresh, &RefreshFeeds::progressed, this,
            [this](int done, int total, const QString &current) {
                if (m_asked)
                    m.progress.setFetching(done, total, current);
            });
    connect(&m_refresh, &RefreshFeeds::finished, this, &RefreshFlow::finish);
    connect(&m_refresh, &RefreshFeeds::told, this,
            [this](FeedId feed, const QList<ArticleId> &fresh, const QList<ArticleId> &summaries) {
                m_complete.complete(feed, fresh, summaries);
                tellOf(feed, int(fresh.size()));
            });
    connect(&m_complete, &CompleteStories::completed, &m.flow, &StoryFlow::reread);
    connect(&m_complete, &CompleteStories::failed, this, [this](ArticleId, const Error &error) {
        // There is a page, but not with this story.
        const auto reason = error.kind == Error::Kind::Empty
            ? tr("Its page shows no more of it to programs. Press V to open it in the browser.")
            : feedwords::reason(error);
        m.banner.show({.text = tr("The whole text could not be fetched. %1").arg(reason),
                       .tone = Banner::Tone::Problem});
    });
    m.actions.on(Command::RefreshAll, [this] { refreshAll(); });
    m.actions.on(Command::WholeText, [this] { completeStory(); });
    connect(&m.flow, &StoryFlow::changed, this, &RefreshFlow::updateAction);
    updateAction();
}

void RefreshFlow::refresh(const QList<FeedId> &feeds)
{
    m_asked = true;
    m_refresh.refresh(feeds);
}

void RefreshFlow::refreshAll()
{
    if (m.sidebar.places().feeds().isEmpty()) {
        m.banner.show({.text = tr("There are no feeds yet. Ctrl+N subscribes to one.")});
        return;
    }
    m_asked = true;
    m_refresh.refreshAll();
}

void RefreshFlow::cancel()
{
    m_refresh.cancel();
    m_complete.cancel();
}

void RefreshFlow::finish(const RefreshReport &report)
{
    const auto asked = std::exchange(m_asked, false);
    if (asked)
        m.progress.finish();
    if (!report.gone.isEmpty()) {
        const auto ended = m.sidebar.places().indexOf(FeedNode{.feed = report.gone.first()});
        m.banner.show(
            {.text = report.gone.size() == 1
                 ? tr("“%1” has ended, says its site. It is not fetched any more; its stories "
                      "stay.")
                       .arg(ended.data().toString())
                 : tr("%1 feeds have ended, say their sites. They are not fetched any more; their "
                      "stories stay.")
                       .arg(report.gone.size()),
             .tone = Banner::Tone::Problem});
        return;
    }
    if (const auto words = feedwords::refreshed(report, QLocale()); asked && !words.isEmpty())
        m.banner.show({.text = words,
                       .tone = report.failed > 0 && report.failed == report.feeds
                           ? Banner::Tone::Problem
                           : Banner::Tone::Notice});
}

void RefreshFlow::tellOf(FeedId id, int stories)
{
    const auto feed = m.sidebar.places().feedsOf({.feed = id}).value(0);
    if (stories > 0 && feed.settings.notifies)
        m.notices.tell(id, feedwords::fresh(stories, feed.title));
}

void RefreshFlow::completeStory()
{
    if (m.flow.id() == ArticleId::None)
        return;
    const auto scheme = m.flow.article().url.scheme();
    if (scheme != "http"_L1 && scheme != "https"_L1) {
        m.banner.show({.text = tr("There is no original of this story on the web to fetch.")});
        return;
    }
    m.banner.show({.text = tr("Fetching the whole text…")});
    m_complete.completeNow(m.flow.id());
}

void RefreshFlow::updateAction()
{
    m.actions[Command::WholeText]->setEnabled(m.flow.id() != ArticleId::None);
}
