#pragma once

#include "dialogs/subscribe.h"
#include "shell/banner.h"
#include "sidebar/sidebar.h"
#include "subscriptions/feeddesk.h"
#include "window/desk.h"
#include "window/feedserver.h"

#include <QApplication>
#include <QDropEvent>
#include <QMimeData>
#include <QPushButton>

// For what goes through sockets, threads and the disk on a busy machine.
#define PATIENTLY_VERIFY(condition) QTRY_VERIFY_WITH_TIMEOUT(condition, 20'000)
#define PATIENTLY_COMPARE(one, other) QTRY_COMPARE_WITH_TIMEOUT(one, other, 20'000)

// A dialog's button, by its words.
inline QPushButton *button(const QWidget &dialog, const QString &text)
{
    for (auto *found : dialog.findChildren<QPushButton *>()) {
        if (found->text().remove(u'&') == text)
            return found;
    }
    return nullptr;
}

// A window and a server that has feeds.
struct NewsDesk : Desk
{
    WebServer server;

    SidebarModel &places() const { return window->sidebar().places(); }
    QString banner() const { return window->banner().text(); }

    void serve(const QByteArray &path, const QByteArray &title, int first, int last)
    {
        server.serve(path, feedserver::reply(feedserver::feed(title, first, last)));
    }

    // Without dialogs: the library is told, and the feeds are fetched.
    void subscribe(const QList<QByteArray> &paths, const QStringList &into = {},
                   const FeedSettings &settings = {})
    {
        QList<NewFeed> feeds;
        for (const auto &path : paths)
            feeds << NewFeed{.url = server.url(path), .folder = into, .settings = settings};
        auto done = false;
        library->write(
            [feeds](Library &kept) {
                return kept.feeds().subscribe(feeds, QDateTime::currentDateTimeUtc());
            },
            window.get(), [&](const Result<Subscribed> &) { done = true; });
        PATIENTLY_VERIFY(done);
        PATIENTLY_COMPARE(places().feeds().size() >= paths.size(), true);
        refresh();
    }

    void refresh() const
    {
        QSignalSpy finished(&window->feeds().refreshing().feeds(), &RefreshFeeds::finished);
        trigger(Command::RefreshAll);
        QVERIFY(finished.wait(20'000));
    }

    QModelIndex row(const QString &title) const
    {
        const auto found
            = places().match(places().index(0), Qt::DisplayRole, title, 1,
                             Qt::MatchExactly | Qt::MatchRecursive | Qt::MatchCaseSensitive);
        return found.value(0);
    }
    bool has(const QString &title) const { return row(title).isValid(); }
    int unread(const QString &title) const
    {
        return row(title).data(SidebarModel::CountRole).toInt();
    }
    QStringList headlines() const
    {
        QStringList titles;
        for (auto at = 0; at < rows().rowCount(); ++at)
            titles << rows().headline(at).title;
        return titles;
    }

    // The banner's button, pressed.
    void pressBanner() const
    {
        auto *button = window->banner().findChild<QPushButton *>();
        QVERIFY(button && button->isVisibleTo(&window->banner()));
        QTest::mouseClick(button, Qt::LeftButton);
    }

    void drop(const QMimeData &data) const
    {
        QDropEvent event(QPointF(50, 300), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        // Past QApplication, which would look for the drag that came before.
        static_cast<QObject *>(window.get())->event(&event);
    }
};
