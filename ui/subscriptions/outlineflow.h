#pragma once

#include "library/sharedlibrary.h"

#include <QObject>

class Actions;
class Banner;
class QWidget;
class Steps;

// Lists of subscriptions (OPML), from other programs and for them.
class OutlineFlow : public QObject
{
    Q_OBJECT

public:
    struct Parts
    {
        Actions &actions;
        SharedLibrary &library;
        Banner &banner;
        QWidget &window;
        Steps &steps;
    };

    explicit OutlineFlow(const Parts &parts, QObject *parent = nullptr);

    void importFrom(const QString &path);
    void exportTo(const QString &path);

signals:
    void imported(const QList<FeedId> &feeds);

private:
    void chooseImport();
    void chooseExport();
    void write(const QList<NewFeed> &feeds, const QString &path);
    void problem(const QString &text);

    Parts m;
};

// What a file has to do with subscriptions, as its name and its first bytes say.
enum class Subscribable { Nothing, Outline, Feed };

// Whether a file's name lets it be one of these.
bool mayBeSubscribable(const QString &path);
// Reads the file: for the pool.
Subscribable subscribableIn(const QString &path);
