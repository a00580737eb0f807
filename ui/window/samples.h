#pragma once

#include <QList>
#include <QString>

// The stories that come with the program, for a library that has none yet.
struct Sample
{
    QString path;
    QString title; // The story's headline.
    QString kind; // What kind of file it is: "Saved page", "Plain text".

    bool operator==(const Sample &) const = default;
};

// Reads their headlines. Slow: for the pool.
QList<Sample> findSamples();
