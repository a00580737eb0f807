#pragma once

#include <QList>
#include <QStringList>
#include <QUrl>

// What a person gives to be opened, by dropping it, choosing it or naming it on the command line,
// each kind in its order.
struct GivenNames
{
    QStringList stories; // Files.
    QStringList perhapsFeeds; // Files by whose names they may be feeds or lists of them.
    QStringList folders;
    QList<QUrl> pages;
    QList<QUrl> feeds;

    static GivenNames of(const QStringList &names);
};
