#pragma once

#include "library/sharedlibrary.h"

#include <QObject>
#include <QUrl>

#include <functional>

class Banner;
class StoryFlow;

// Where a link in a story leads: to another story of the library, else to the browser.
class Links : public QObject
{
    Q_OBJECT

public:
    struct Parts
    {
        SharedLibrary &library;
        StoryFlow &flow;
        Banner &banner;
    };

    explicit Links(const Parts &parts, QObject *parent = nullptr);

    void follow(const QUrl &url);
    // An address that was dropped or given on the command line: a story that is there, or else a
    // site to subscribe to.
    void offer(const QUrl &url);
    // In the browser, with a search engine.
    static void lookUp(const QString &words);

signals:
    void storyFound(ArticleId id);
    void offered(const QUrl &url); // No story here has this address.
    void playAsked(int enclosure); // Of the story that is read, as the next.
    void downloadAsked(int enclosure);
    void copyAsked();
    void leftOutAsked(const QString &deed); // See LeftOutFlow::follow().
    void rulesAsked();
    void frontAsked(const QString &deed); // See FrontFlow::follow().

private:
    void followRelated(int number);
    void openIfKept(const QUrl &url, const std::function<void()> &otherwise);

    Parts m;
};
