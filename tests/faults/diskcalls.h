#pragma once

#include <QByteArray>
#include <QString>

#include <functional>

// What this process asks of the disk for a library: SQLite's calls through a VFS that stands
// between it and the system's, and the system's own calls for the files of pictures. A hook sees
// each before it happens, and may let it fail.
namespace diskcalls {

struct Call
{
    enum class Kind {
        Open,
        Write,
        Truncate,
        Sync,
        Map,
        Read,
        Link,
        MakeFolder,
        SyncFolder,
        Remove
    };

    Kind kind;
    QString path;
    qint64 offset = 0; // Of Write and Read; the size wanted of Truncate.
    QByteArray bytes = {}; // Of Write, and what Link gives a name to.
    bool isDurable = false; // Of Remove: the folder is on the disk before it answers.

    // Whether it asks for room or changes something, and so fails on a full disk.
    [[nodiscard]] bool changes() const { return kind != Kind::Read; }
};

// Lets the call happen (true), or fail.
using Hook = std::function<bool(const Call &)>;

// From now on every file of SQLite and every picture is seen by the hook; an empty one sees
// nothing. A write that fails has written its first half. Syncing is seen but not done: nobody
// pulls the plug of the machine that runs tests, and its disk is slow.
void setHook(Hook hook);

} // namespace diskcalls
