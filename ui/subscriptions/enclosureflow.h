#pragma once

#include "tasks/downloads.h"

#include <QHash>
#include <QObject>

class Banner;
class ProgressLine;
class StoryFlow;

// Plays and downloads the files that belong to the story that is read.
class EnclosureFlow : public QObject
{
    Q_OBJECT

public:
    struct Parts
    {
        StoryFlow &flow;
        network::Fetcher &fetcher;
        ProgressLine &progress;
        Banner &banner;
    };

    explicit EnclosureFlow(const Parts &parts, QObject *parent = nullptr);

    // The Nth of the story's enclosures: in the desktop's own program for it.
    void play(int number);
    void download(int number);
    void cancel();

private:
    void finish(int download, const QString &file);
    void fail(int download, const Error &error);

    Parts m;
    Downloads m_downloads;
    QHash<int, QString> m_names; // Of the downloads under way.
};
