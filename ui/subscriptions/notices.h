#pragma once

#include "model/feed.h"

#include <QHash>
#include <QObject>
#include <QTimer>

class QDBusMessage;

// Tells of new stories on the desktop: through the portal, or where there is none the desktop's own
// service. Nothing waits for either.
// https://flatpak.github.io/xdg-desktop-portal/docs/doc-org.freedesktop.portal.Notification.html
// https://specifications.freedesktop.org/notification-spec/latest/
class Notices : public QObject
{
    Q_OBJECT

public:
    explicit Notices(QObject *parent = nullptr);

    // One notice a feed: a later one takes the place of one that nobody has looked at.
    void tell(FeedId feed, const QString &words);

signals:
    void chosen(FeedId feed); // The person clicked on its notice.

private slots:
    void portalAction(const QString &id, const QString &action, const QVariantList &parameters);
    void desktopAction(uint id, const QString &action);
    void desktopClosed(uint id, uint reason);

private:
    void listen();
    void tellDesktop(FeedId feed, const QString &words);

    bool m_listening = false;
    QHash<FeedId, uint> m_shown; // The desktop's numbers for what is shown.
};
