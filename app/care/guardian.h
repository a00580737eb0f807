#pragma once

#include "care/integrity.h"
#include "care/quietwork.h"
#include "library/backups.h"
#include "library/sharedlibrary.h"

#include <QObject>
#include <QTimer>

// Looks after a library while nothing else is done with it: a backup every week, a look at it after
// a program ended in its midst, and the removal of pictures that nobody uses any longer.
class Guardian : public QObject
{
    Q_OBJECT

public:
    explicit Guardian(SharedLibrary &library, QObject *parent = nullptr);

    // Does what is due, if nothing else is done with the library now. It comes by itself after a
    // while, and every hour from then on.
    void makeRound();

signals:
    // After an unclean end it was found not to be sound.
    void foundTrouble(const integrity::Health &health);
    void backupFailed(const Error &error);
    void backedUp(const backups::Backup &backup);

private:
    void look();
    void looked(const Result<integrity::Health> &health);
    void backUp();
    void sweep();

    SharedLibrary &m_library;
    QTimer m_look;
    QTimer m_round;
    bool m_isWritable = false;
    QuietWork m_work{QuietWork::Pace::Lowest}; // Ends first.
};
