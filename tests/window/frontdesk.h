#pragma once

#include "articles/articlelist.h"
#include "desk/frontflow.h"
#include "desk/readingdesk.h"
#include "page/frontpage.h"
#include "reading/readingpane.h"
#include "window/desk.h"
#include "window/mainwindow.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

// A window whose library holds unread stories.
struct FrontDesk : Desk
{
    explicit FrontDesk(int stories = 6)
    {
        for (int number = 1; number <= stories; ++number)
            add(number);
        if (!QTest::qWaitFor([&] { return rows().rowCount() == stories; }))
            qFatal("the stories do not arrive");
    }

    void add(int number, int paragraphs = 3) const
    {
        QStringList lines;
        for (int line = 0; line < paragraphs; ++line)
            lines << u"Line %1 of story %2, which goes on for a while and says little."_s.arg(line)
                         .arg(number);
        const Article article{.url = QUrl(u"https://gazette.example/%1"_s.arg(number)),
                              .title = u"Story %1"_s.arg(number),
                              .site = u"The Gazette"_s,
                              .text = lines.join(u"\n\n"_s)};
        library->write([article, now = QDateTime::currentDateTimeUtc()](Library &kept) {
            return kept.add(article, Library::Occasion::Found, now);
        });
    }

    FrontFlow &front() const { return window->reading().front(); }
    bool showsFront() const
    {
        return front().isOpen() && !window->list().isVisible() && window->flow().empty();
    }
    bool showsList() const { return !front().isOpen() && window->list().isVisible(); }
    QList<ArticleId> stories() const { return front().shown().edition.ids(); }
    void follow(ArticleId id) const
    {
        emit window->pane().linkActivated(QUrl(page::storyAddress(qint64(id))));
    }
    bool opens() const
    {
        trigger(Command::FrontPage);
        return QTest::qWaitFor([&] { return showsFront(); });
    }
    bool reads(ArticleId id) const
    {
        return QTest::qWaitFor([&] { return window->flow().id() == id && showsList(); });
    }
    // Until it counts as read, and as visited.
    bool dwellsOn(ArticleId id) const
    {
        QSignalSpy settled(&window->flow(), &StoryFlow::settled);
        window->list().select(id);
        return reads(id) && (!settled.isEmpty() || settled.wait());
    }
    ArticleId idAt(int row) const { return rows().headline(row).id; }
};
