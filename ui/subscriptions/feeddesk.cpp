#include "subscriptions/feeddesk.h"

#include "articles/articlelist.h"
#include "desk/storyflow.h"
#include "shell/actions.h"
#include "shell/banner.h"
#include "shell/elsewhere.h"
#include "sidebar/sidebar.h"
#include "words/feedwords.h"

#include <QAction>
#include <QDateTime>

#include <algorithm>

using namespace Qt::StringLiterals;

FeedDesk::FeedDesk(const Parts &parts, const QString &rulesFile, QObject *parent)
    : QObject(parent)
    , m_library(parts.library)
    , m_sidebar(parts.sidebar)
    , m_flow({parts.actions, parts.library, parts.sidebar, parts.list, m_passwords, parts.banner,
              parts.window, parts.steps})
    , m_subscribe({parts.library, m_fetcher, m_passwords, parts.sidebar, parts.banner, parts.window,
                   parts.steps})
    , m_outlines({parts.actions, parts.library, parts.banner, parts.window, parts.steps})
    , m_refresh({parts.actions, parts.library, m_fetcher, parts.sidebar, parts.flow, parts.progress,
                 parts.banner, m_notices},
                rulesFile)
    , m_enclosures({parts.flow, m_fetcher, parts.progress, parts.banner})
{
    parts.flow.setFeedNames([this](const QList<FeedId> &feeds) {
        QStringList names;
        for (const auto feed : feeds)
            names << m_sidebar.places().indexOf(FeedNode{.feed = feed}).data().toString();
        names.removeAll({});
        return names;
    });
    parts.list.setWhyEmpty([this](const StoryQuery &place) { return whyEmpty(place); });
    parts.list.setDeeds([this, &actions = parts.actions](const StoryQuery &place) -> QAction * {
        if (place.scope == StoryQuery::Scope::Feed)
            return actions[Command::RefreshFeed];
        if (place.scope != StoryQuery::Scope::All || !place.filter.isEmpty())
            return nullptr;
        return actions[m_sidebar.places().feeds().isEmpty() ? Command::Subscribe
                                                            : Command::RefreshAll];
    });
    connect(&m_sidebar.places(), &SidebarModel::arranged, &parts.list,
            &ArticleList::explainEmptiness);
    connect(&parts.list, &ArticleList::opened, this, &FeedDesk::readOnSite);
    connect(&m_flow, &FeedFlow::subscribeAsked, &m_subscribe, &SubscribeFlow::ask);
    connect(&m_flow, &FeedFlow::refreshAsked, &m_refresh, &RefreshFlow::refresh);
    connect(&m_flow, &FeedFlow::wentOn, &parts.list, &ArticleList::selectUnread);
    connect(&m_subscribe, &SubscribeFlow::subscribed, this, [this](FeedId feed) {
        m_refresh.refresh({feed});
        goTo(feed);
    });
    connect(&m_subscribe, &SubscribeFlow::goAsked, this, &FeedDesk::goTo);
    connect(&m_outlines, &OutlineFlow::imported, &m_refresh, &RefreshFlow::refresh);
    connectPasswords();
    connect(&m_passwords, &Passwords::unkept, this, [&banner = parts.banner] {
        banner.show(
            {.text = tr("The password is known until Broadsheet ends: the desktop’s keyring "
                        "does not take it."),
             .tone = Banner::Tone::Problem});
    });
    connect(&m_notices, &Notices::chosen, this, [this](FeedId feed) {
        emit forwardAsked();
        goTo(feed);
    });
}

void FeedDesk::connectPasswords()
{
    m_refresh.feeds().setCredentials([this](const QUrl &feed) { return m_passwords.of(feed); });
    connect(&m_sidebar.places(), &SidebarModel::arranged, this, [this] {
        m_sidebar.places().visit({}, [this](const Feed &feed) {
            if (feed.failure && feed.failure->error.kind == Error::Kind::NeedsPassword)
                m_passwords.lookUp(feed.url);
        });
    });
    connect(&m_passwords, &Passwords::found, this, [this](const QUrl &url) {
        QList<FeedId> feeds;
        m_sidebar.places().visit({}, [&](const Feed &feed) {
            if (feed.url == url)
                feeds << feed.id;
        });
        m_refresh.feeds().refresh(feeds);
    });
}

QString FeedDesk::whyEmpty(const StoryQuery &place) const
{
    if (place.scope != StoryQuery::Scope::Feed)
        return {};
    const auto feed = m_sidebar.places().feedsOf({.feed = place.feed}).value(0);
    return feed.failure ? feedwords::failure(*feed.failure, QDateTime::currentDateTime(), QLocale())
                        : QString();
}

void FeedDesk::cancel()
{
    m_refresh.cancel();
    m_enclosures.cancel();
}

void FeedDesk::readOnSite(ArticleId id)
{
    auto any = false;
    m_sidebar.places().visit({},
                             [&](const Feed &feed) { any = any || feed.settings.opensOriginal; });
    if (!any)
        return;
    m_library.read([id](Library &library) { return library.article(id); }, this,
                   [this, id](const Result<StoredArticle> &story) {
                       if (!story || !opensOriginals(story->feeds))
                           return;
                       const auto scheme = story->article.url.scheme();
                       if (scheme != "http"_L1 && scheme != "https"_L1)
                           return;
                       elsewhere::open(story->article.url);
                       m_library.write(
                           [id, now = QDateTime::currentDateTimeUtc()](Library &library) {
                               return library.setOpened(id, now);
                           });
                   });
}

bool FeedDesk::opensOriginals(const QList<FeedId> &ids) const
{
    return std::ranges::any_of(ids, [this](FeedId id) {
        const auto feeds = m_sidebar.places().feedsOf({.feed = id});
        return !feeds.isEmpty() && feeds.first().settings.opensOriginal;
    });
}

void FeedDesk::goTo(FeedId feed)
{
    emit goAsked({.scope = StoryQuery::Scope::Feed, .feed = feed});
}
