#pragma once

#include "library/database.h"
#include "library/feedstore.h"
#include "library/history.h"
#include "library/journalpruning.h"
#include "library/library.h"
#include "library/smartfolderstore.h"

#include <QHash>
#include <QString>

#include <memory>
#include <utility>

// What a Library is made of; for the files that implement it.

class RunningQuery final : public Library::Interrupter
{
public:
    explicit RunningQuery(Database &database)
        : m_database(database)
    {
    }

    void interrupt() override;

private:
    Database &m_database;
};

struct Library::Parts
{
    Parts(const QString &folder, QString filePath, std::unique_ptr<Database> connection,
          std::unique_ptr<LibraryLock> held)
        : lock(std::move(held))
        , media(folder + QStringLiteral("/media"))
        , file(std::move(filePath))
        , database(std::move(connection))
        , feeds(*database, file, media)
        , smartFolders(*database, file)
        , history(*database, file)
        , running(*database)
    {
    }

    std::unique_ptr<LibraryLock> lock; // Goes last. None where only reading is wanted.
    QString media;
    QString file;
    std::unique_ptr<Database> database;
    FeedStore feeds;
    SmartFolderStore smartFolders;
    History history;
    JournalPruning pruning;
    QHash<Library::Batch, qint64> batches; // Their rows in the journal.
    RunningQuery running;
};
