#pragma once

#include "model/feed.h"

#include <QList>
#include <QString>
#include <QUrl>

// A feed that was found, in the words people see before they subscribe.
struct FeedOffer
{
    struct Story
    {
        QString title;
        QString date = {};

        bool operator==(const Story &) const = default;
    };

    QUrl url;
    QUrl site = {};
    QString title = {};
    QString details = {}; // "24 stories, the newest of 3 December"
    QList<Story> newest = {};
    FeedId subscribed = FeedId::None; // Which of the subscriptions it is, if any.

    bool operator==(const FeedOffer &) const = default;
};
