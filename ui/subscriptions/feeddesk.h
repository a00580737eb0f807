#pragma once

#include "network/fetcher.h"
#include "subscriptions/enclosureflow.h"
#include "subscriptions/feedflow.h"
#include "subscriptions/notices.h"
#include "subscriptions/outlineflow.h"
#include "subscriptions/passwords.h"
#include "subscriptions/refreshflow.h"
#include "subscriptions/subscribeflow.h"

#include <QObject>

// All that the window does about feeds, made and joined in one place.
class FeedDesk : public QObject
{
    Q_OBJECT

public:
    struct Parts
    {
        Actions &actions;
        SharedLibrary &library;
        Sidebar &sidebar;
        ArticleList &list;
        StoryFlow &flow;
        ProgressLine &progress;
        Banner &banner;
        QWidget &window;
        Steps &steps;
    };

    FeedDesk(const Parts &parts, const QString &rulesFile, QObject *parent = nullptr);

    void start() { m_refresh.start(); }
    void cancel();
    // A story was chosen to be read: those of some feeds are read on their site.
    void readOnSite(ArticleId story);
    // On to the next feed with unread stories; false when there is none.
    bool goOn() { return m_flow.goOn(); }

    void setMarkFirst(const std::function<bool()> &mark) { m_flow.setMarkFirst(mark); }
    void markAllRead(const StoryQuery &place) { m_flow.markAllRead(place); }

    [[nodiscard]] network::Fetcher &fetcher() { return m_fetcher; }
    [[nodiscard]] SubscribeFlow &subscribing() { return m_subscribe; }
    [[nodiscard]] OutlineFlow &outlines() { return m_outlines; }
    [[nodiscard]] RefreshFlow &refreshing() { return m_refresh; }
    [[nodiscard]] EnclosureFlow &enclosures() { return m_enclosures; }

signals:
    void goAsked(const StoryQuery &place);
    void forwardAsked(); // Somebody clicked on a notice.

private:
    [[nodiscard]] bool opensOriginals(const QList<FeedId> &feeds) const;
    // What keeps a feed from having stories.
    [[nodiscard]] QString whyEmpty(const StoryQuery &place) const;
    void connectPasswords();
    void goTo(FeedId feed);

    SharedLibrary &m_library;
    Sidebar &m_sidebar;
    network::Fetcher m_fetcher;
    Passwords m_passwords;
    Notices m_notices;
    FeedFlow m_flow;
    SubscribeFlow m_subscribe;
    OutlineFlow m_outlines;
    RefreshFlow m_refresh;
    EnclosureFlow m_enclosures;
};
