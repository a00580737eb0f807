#pragma once

#include "model/storyquery.h"
#include "page/light.h"
#include "reading/lightlayout.h"

#include <QColor>
#include <QList>
#include <QString>

#include <memory>

class QTextDocument;

// Characters of a document, to behind the last.
struct Passage
{
    int from = 0;
    int to = 0;

    bool operator==(const Passage &) const = default;
};

namespace galley {

// What is asked about a document again and again.
struct Marks
{
    int body = 0; // The number of its first block of the story's body.
    int end = -1; // The character behind which nothing belongs to the story; -1 for none.
    QList<Passage> hits = {}; // The words of a search.
};

} // namespace galley

// A long story set in type where no drawing waits for it. It has no lines: those are made where it
// is shown, as far as it is.
struct Galley
{
    std::shared_ptr<QTextDocument> document; // It belongs to the main thread.
    int lift = 0; // As lightlayout::settle() says.
    int start = 0; // The character that reading begins at.
    galley::Marks marks = {};
};

namespace galley {

struct Order
{
    lightlayout::Column column = {};
    QString html = {};
    bool light = true; // That html is as page::lightStory() makes it.
    ReadingPosition position = {};
    int hit = 0; // If there is no position: the words of a search to begin at, from 1,
    int part = -1; // or the part of a page.
};

// A pure function.
Galley set(const Order &order);

Marks marksOf(const QTextDocument &document, const QColor &hit);

} // namespace galley
