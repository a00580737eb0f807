#pragma once

#include "model/article.h"

#include <QByteArray>
#include <QString>
#include <QUrl>

// What makes two saved copies the same story.
namespace identity {

// An address without what differs between links to the same page: scheme (http or https), fragment,
// tracking parameters, trailing slash. Empty for what is no address of a page.
QString urlKey(const QUrl &url);

// The same as a short text that stands for it: a million addresses would take more room than what
// lists show of their stories. Empty where urlKey() is.
QString addressKey(const QUrl &url);
QString addressKeyOf(const QString &urlKey);

// A hash of headline and text, whatever their spacing.
QByteArray textKey(const Article &article);

// A number that equal headlines share, whatever their case and spacing; others may share it too.
qint64 titleKey(const QString &title);

// All that a story is known by.
struct Keys
{
    QString url; // addressKey()
    QByteArray text;
    qint64 title = 0;
};
Keys keysOf(const Article &article);

// Whether two headlines are the same but for case and spacing.
bool sameTitle(const QString &left, const QString &right);

// Whether a good part of the shorter text stands in the other word for word: two copies of one
// story, of which one may be cut, corrected or continued.
bool tellTheSame(const QString &left, const QString &right);

} // namespace identity
