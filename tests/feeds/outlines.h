#pragma once

#include "feeds/opml.h"

#include <QByteArray>
#include <QStringList>

// A list of subscriptions with this body.
inline QByteArray opml(const QByteArray &body)
{
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<opml version=\"2.0\"><head><title>Mine"
           "</title></head><body>"
        + body + "</body></opml>";
}

inline QStringList addressesIn(const Result<feeds::Subscriptions> &found)
{
    QStringList addresses;
    if (found) {
        for (const auto &feed : found->feeds)
            addresses.append(feed.url.toString());
    }
    return addresses;
}
