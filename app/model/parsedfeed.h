#pragma once

#include "model/article.h"

#include <QList>
#include <QString>
#include <QStringList>
#include <QUrl>

// An entry of a feed as the feed tells it. Its HTML is as it came, with absolute addresses still to
// be made: html::sanitise() with `base` makes it safe when somebody reads it.
struct FeedEntry
{
    QString guid = {}; // Atom's id, RSS's guid, JSON Feed's id; may be empty.
    QUrl url = {};
    QUrl externalUrl = {}; // What a link blog's entry is about.
    QString title = {}; // Plain text.
    QString summary = {}; // HTML as it came.
    QString content = {}; // HTML as it came; empty where only a summary is given.
    QString text = {}; // Plain text that JSON Feed gives besides `content` or in its place.
    QUrl base = {};
    QUrl summaryBase = {}; // Of the summary, where it differs.
    QList<Author> authors = {};
    Timestamp published = {};
    Timestamp modified = {};
    QString language = {};
    QStringList tags = {};
    Figure lead = {}; // The picture that stands for it, with caption and credit.
    QList<Enclosure> enclosures = {};
    QUrl comments = {};

    bool operator==(const FeedEntry &) const = default;
};

// A feed's bytes, understood.
struct ParsedFeed
{
    QString format = {}; // "rss", "atom", "rdf", "cdf", "json".
    QString title = {}; // Plain text, as the next.
    QString description = {};
    QString descriptionHtml = {}; // The same as it came, with `base`.
    QUrl base = {};
    QUrl site = {};
    QUrl self = {}; // Where the feed says it stands.
    QUrl movedTo = {}; // <itunes:new-feed-url>
    QUrl next = {}; // The page with older entries (RFC 5005 §3).
    QString language = {};
    QUrl icon = {}; // Small and square, if there is one.
    QUrl image = {};
    QList<Author> authors = {};
    Timestamp modified = {};
    int ttlMinutes = 0; // RSS <ttl>, sy:updatePeriod; 0 where it is not said.
    QList<int> skipHours = {}; // GMT, 0–23.
    QList<int> skipDays = {}; // 1 Monday … 7 Sunday, as Qt counts.
    bool expired = false; // JSON Feed: it will never change again.
    QList<FeedEntry> entries = {};
    QStringList warnings = {}; // What was broken and mended, in English.

    bool operator==(const ParsedFeed &) const = default;
};
