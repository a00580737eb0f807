#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>
#include <QUrl>

class QMimeData;

// What was dropped on the window.
struct Dropped
{
    QStringList paths = {}; // Files and folders.
    QUrl address = {}; // A page on the web.
    QString text = {}; // A story in words.

    [[nodiscard]] bool isEmpty() const { return *this == Dropped(); }
    bool operator==(const Dropped &) const = default;
};

Dropped dropped(const QMimeData *data);
