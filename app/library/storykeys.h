#pragma once

#include "library/identity.h"
#include "model/headline.h"

#include <QList>

class Database;

// By what a story is known again: its address, and its headline with its text. Both are as random
// as the hashes they are made of, so that what comes together stands nowhere near each other:
// written straight to one table of a million stories, each would take a page of that to the disk
// with it. New ones stand in a small table first. Once that has many they are sorted into the large
// one together, so that each of its pages takes several.
//
// Found by a key is a story that may be meant: these keys are short, and whoever asks holds the
// story's row against what it wants.
namespace storykeys {

// Of a story that was not there before.
void add(Database &database, ArticleId story, const identity::Keys &keys);
// Of one that has another address, headline or text now.
void change(Database &database, ArticleId story, const identity::Keys &before,
            const identity::Keys &after);
void remove(Database &database, ArticleId story, const identity::Keys &keys);

QList<ArticleId> withAddress(Database &database, const QString &addressKey);
QList<ArticleId> withText(Database &database, const identity::Keys &keys); // And its headline.
QList<ArticleId> withTitle(Database &database, qint64 titleKey);

// For every transaction that adds stories, at its end: sorts in what is new once it is enough.
void keepUp(Database &database);

// Within a transaction: all of them anew from the stories.
void rebuild(Database &database);
// Stories that would not be known again.
qint64 countMissing(Database &database);

} // namespace storykeys
