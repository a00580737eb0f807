#pragma once

#include "care/freeing.h"
#include "care/guardian.h"
#include "care/quietwork.h"
#include "library/sharedlibrary.h"

#include <QObject>
#include <QPointer>

class Actions;
class Banner;
class CareReport;
class LibrarySizeDialog;
class ProgressLine;
class QWidget;
class RestoreDialog;

// Looks after the library: backups, checks, repairs, its size, and what can be done while it may
// only be read.
class CareFlow : public QObject
{
    Q_OBJECT

public:
    struct Parts
    {
        Actions &actions;
        SharedLibrary &library;
        ProgressLine &progress;
        Banner &banner;
        QWidget &window;
    };

    explicit CareFlow(const Parts &parts, QObject *parent = nullptr);

    void backUp(const QString &folder);
    void restore(const QString &path, const QDateTime &made);
    void showSize();
    void check();
    void freeSpace();
    // Reading came upon damage that was not met when the library was opened.
    void readingFailed(const Error &error);
    void cancel() { m_work.stop(); }

private:
    void answerActions();
    void watchLibrary();
    void becameReadOnly(const Error &error);
    void tellDamage(const Error &error);
    void chooseBackupFolder();
    void chooseBackup();
    void inspectChosen(RestoreDialog *dialog, const QString &folder);
    void measure(LibrarySizeDialog *dialog);
    void free(LibrarySizeDialog *dialog, const freeing::Wishes &wishes);
    void repair(CareReport *report);
    void tellTrouble(const integrity::Health &health);
    void problem(const Error &error);

    Parts m;
    Guardian m_guardian;
    bool m_isWritable = true;
    bool m_canRepair = true; // Also what is too damaged to be opened.
    QuietWork m_work{QuietWork::Pace::Usual}; // Ends first.
};
