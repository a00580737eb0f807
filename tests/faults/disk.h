#pragma once

#include "diskcalls.h"

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QMap>
#include <QSet>
#include <QString>

class QRandomGenerator;

// A disk that forgets: what it was asked to do to a library's folder, and what would be on it if
// the power went away now. What was not synced may be there, be missing, or be there in part,
// sector by sector; a new name is there for certain once its folder was synced, too. What is
// removed may be gone at once.
class Disk
{
public:
    explicit Disk(QString folder);

    void take(const diskcalls::Call &call);

    enum class Unsynced { Lost, Kept, Torn };
    // Writes what would be there into another folder.
    void writeTo(const QString &folder, Unsynced unsynced, QRandomGenerator &random) const;

private:
    // The database, its log or its journal.
    struct File
    {
        QByteArray synced = {};
        QList<diskcalls::Call> pending = {}; // Writes and changes of size since then.
        bool isNamed = false; // Its name is on the disk.
    };
    struct Picture
    {
        QByteArray bytes;
        bool isSynced = false;
    };

    void takeOfPicture(const diskcalls::Call &call);
    [[nodiscard]] bool isNamed(const QString &picture) const;
    [[nodiscard]] QByteArray contentOf(const File &file, Unsynced unsynced,
                                       QRandomGenerator &random) const;

    QString m_folder;
    QMap<QString, File> m_files;
    QMap<QString, File> m_removed; // Whose names may be there yet.
    QMap<QString, Picture> m_pictures;
    QHash<QString, QSet<QString>> m_newNames; // By folder.
    bool m_isContentSynced = false; // Of the picture that gets its name next.
};
