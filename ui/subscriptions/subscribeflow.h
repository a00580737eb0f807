#pragma once

#include "dialogs/subscribe.h"
#include "library/sharedlibrary.h"
#include "tasks/findfeeds.h"

#include <QObject>
#include <QPointer>

class Banner;
class Passwords;
class Sidebar;
class Steps;

// Finds the feeds of an address and subscribes to the one that is chosen.
class SubscribeFlow : public QObject
{
    Q_OBJECT

public:
    struct Parts
    {
        SharedLibrary &library;
        network::Fetcher &fetcher;
        Passwords &passwords;
        Sidebar &sidebar;
        Banner &banner;
        QWidget &window;
        Steps &steps;
    };

    explicit SubscribeFlow(const Parts &parts, QObject *parent = nullptr);

    // With the address that somebody copied a moment ago, if there is one.
    void ask(FeedFolderId into = FeedFolderId::None);
    // Looks at once: whoever drops an address here asks for it.
    void offer(const QUrl &address);
    [[nodiscard]] SubscribeDialog *dialog() const { return m_dialog; }

signals:
    void subscribed(FeedId feed);
    void goAsked(FeedId feed);

private:
    SubscribeDialog *open(FeedFolderId into);
    void search(const QString &typed, const network::Credentials &credentials);
    void show(const FoundFeed &found);
    void fail(const Error &error);
    void subscribe(const NewFeed &feed);
    [[nodiscard]] FeedId known(const QUrl &url) const;

    Parts m;
    FindFeeds m_find;
    QPointer<SubscribeDialog> m_dialog;
    network::Credentials m_credentials; // Of the search that goes on.
    QString m_locked; // The address that wanted a password.
    quint64 m_round = 0; // What an earlier search found is not shown.
    int m_awaited = 0; // Found feeds that are being put into words.
    bool m_finished = false;
};
