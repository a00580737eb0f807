#include "window/careflow.h"

#include "care/freeing.h"
#include "care/librarysize.h"
#include "care/transfer.h"
#include "dialogs/carereport.h"
#include "dialogs/librarysizedialog.h"
#include "dialogs/restoredialog.h"
#include "dialogs/sizewords.h"
#include "shell/actions.h"
#include "shell/banner.h"
#include "shell/elsewhere.h"
#include "shell/progressline.h"
#include "words/carewords.h"
#include "words/errortext.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QLocale>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace {

QDateTime now()
{
    return QDateTime::currentDateTimeUtc();
}

// Of the library's file: nothing is wrong with what else there may be.
bool isDamage(const Error &error)
{
    return error.kind == Error::Kind::Malformed || error.kind == Error::Kind::Emptied;
}

QList<RestoreDialog::Row> rowsIn(const QString &folder)
{
    QList<RestoreDialog::Row> rows;
    const auto found = backups::in(backups::folderOf(folder));
    for (const auto &backup : found)
        rows.append({.backup = backup, .contents = transfer::inspect(backup.file, folder)});
    return rows;
}

} // namespace

CareFlow::CareFlow(const Parts &parts, QObject *parent)
    : QObject(parent)
    , m(parts)
    , m_guardian(parts.library)
{
    answerActions();
    watchLibrary();
}

void CareFlow::answerActions()
{
    m.actions.on(Command::BackUp, [this] { chooseBackupFolder(); });
    m.actions.on(Command::Restore, [this] { chooseBackup(); });
    m.actions.on(Command::LibrarySize, [this] { showSize(); });
    m.actions.on(Command::CheckLibrary, [this] { check(); });
    m.actions.on(Command::FreeSpace, [this] { freeSpace(); });
}

void CareFlow::watchLibrary()
{
    connect(&m.library, &SharedLibrary::becameReadOnly, this, &CareFlow::becameReadOnly);
    connect(&m.library, &SharedLibrary::becameWritable, this, [this] {
        if (!std::exchange(m_isWritable, true))
            m.banner.show({.text = tr("The library can be changed again.")});
        m_canRepair = true;
        m.actions[Command::Restore]->setEnabled(true);
        m.actions.allowChanges(true);
    });
    connect(&m_guardian, &Guardian::foundTrouble, this, &CareFlow::tellTrouble);
    connect(&m_guardian, &Guardian::backupFailed, this, [this](const Error &error) {
        m.banner.show(
            {.text
             = tr("The weekly backup could not be made. %1").arg(errortext::libraryTrouble(error)),
             .tone = Banner::Tone::Problem});
    });
}

// Why is told where the library's failures are; here what can be done.
void CareFlow::becameReadOnly(const Error &error)
{
    m_isWritable = false;
    m_canRepair = isDamage(error);
    m.actions.allowChanges(false);
    m.actions[Command::Restore]->setEnabled(m_canRepair);
    if (error.kind == Error::Kind::InUse)
        m.banner.show({.text = errortext::libraryTrouble(error),
                       .tone = Banner::Tone::Problem,
                       .action = tr("Try again"),
                       .act = [this] { m.library.reopen(); }});
    else if (m_canRepair)
        tellDamage(error);
}

void CareFlow::readingFailed(const Error &error)
{
    // Without a file it is a search that cannot be understood.
    if (isDamage(error) && !error.where.isEmpty())
        tellDamage(error);
}

void CareFlow::tellDamage(const Error &error)
{
    m.banner.show({.text = errortext::libraryTrouble(error),
                   .tone = Banner::Tone::Problem,
                   .action = tr("Check…"),
                   .act = [this] { check(); }});
}

void CareFlow::chooseBackupFolder()
{
    auto *dialog = new QFileDialog(&m.window, tr("Back the library up into a folder"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    dialog->setLabelText(QFileDialog::Accept, tr("&Back up here"));
    connect(dialog, &QFileDialog::fileSelected, this, &CareFlow::backUp);
    dialog->open();
}

void CareFlow::backUp(const QString &folder)
{
    m.progress.setWorking(tr("Backing the library up…"));
    // Always a folder of its own: the one that was chosen may be full of other things.
    m_work.run(
        [library = m.library.folder(), folder](const std::stop_token &stop) {
            const auto moment = now();
            const auto name
                = u"Broadsheet "_s + moment.toLocalTime().toString(u"yyyy-MM-dd HH.mm.ss"_s);
            return transfer::backUp(library, QDir(folder).filePath(name), moment, stop);
        },
        this,
        [this](const Result<transfer::Contents> &made) {
            m.progress.finish();
            if (!made)
                return problem(made.error());
            m.banner.show(
                {.text = sizewords::counted(made->stories, tr("1 story is backed up"),
                                            tr("%1 stories are backed up"))
                     + tr(" in “%1”: %2.")
                           .arg(QFileInfo(made->path).fileName(), sizewords::size(made->bytes)),
                 .action = tr("Show"),
                 .act = [path = made->path] { elsewhere::open(QUrl::fromLocalFile(path)); }});
        });
}

void CareFlow::chooseBackup()
{
    auto *dialog = new RestoreDialog(&m.window);
    connect(dialog, &RestoreDialog::restoreAsked, this, &CareFlow::restore);
    connect(dialog, &RestoreDialog::folderChosen, this,
            [this, dialog](const QString &folder) { inspectChosen(dialog, folder); });
    m_work.run([folder = m.library.folder()](const std::stop_token &) { return rowsIn(folder); },
               dialog, [dialog](const QList<RestoreDialog::Row> &rows) { dialog->setRows(rows); });
    dialog->open();
}

void CareFlow::inspectChosen(RestoreDialog *dialog, const QString &folder)
{
    m_work.run([library = m.library.folder(),
                folder](const std::stop_token &) { return transfer::inspect(folder, library); },
               dialog,
               [dialog](const Result<transfer::Contents> &contents) {
                   dialog->addChosen(
                       contents, contents ? QString() : errortext::backupTrouble(contents.error()));
               });
}

void CareFlow::restore(const QString &path, const QDateTime &made)
{
    m.progress.setWorking(tr("Restoring the backup…"));
    m.library.whileClosed(
        [path](const QString &folder) { return transfer::restore(folder, path, now()); }, this,
        [this, made](const Result<transfer::Restored> &restored) {
            m.progress.finish();
            if (!restored)
                return problem(restored.error());
            Banner::Message message{
                .text = tr("The library is what it was on %1: %2.")
                            .arg(QLocale().toString(made.toLocalTime(), QLocale::ShortFormat),
                                 sizewords::counted(restored->contents.stories, tr("1 story"),
                                                    tr("%1 stories")))};
            if (const auto aside = restored->keptAside; !aside.isEmpty()) {
                message.action = tr("Undo");
                message.act = [this, aside] { restore(aside, now()); };
            }
            m.banner.show(message);
        });
}

void CareFlow::showSize()
{
    auto *dialog = new LibrarySizeDialog(m_isWritable ? LibrarySizeDialog::Access::Writable
                                                      : LibrarySizeDialog::Access::ReadOnly,
                                         &m.window);
    connect(dialog, &LibrarySizeDialog::freeAsked, this,
            [this, dialog](const freeing::Wishes &wishes) { free(dialog, wishes); });
    measure(dialog);
    dialog->open();
}

void CareFlow::measure(LibrarySizeDialog *dialog)
{
    m_work.run(
        [folder = m.library.folder()](const std::stop_token &stop) {
            return librarysize::measure(folder, now(), stop);
        },
        dialog,
        [dialog](const Result<LibrarySize> &size) {
            if (size)
                dialog->setSize(*size);
            else
                dialog->setProblem(errortext::libraryTrouble(size.error()));
        });
}

void CareFlow::free(LibrarySizeDialog *dialog, const freeing::Wishes &wishes)
{
    dialog->setBusy(tr("Freeing room…"));
    m_work.run(
        [folder = m.library.folder(), wishes](const std::stop_token &stop) {
            return freeing::run(folder, wishes, now(), stop);
        },
        dialog,
        [this, dialog](const Result<qint64> &freed) {
            if (freed)
                measure(dialog);
            else
                dialog->setProblem(errortext::libraryTrouble(freed.error()));
        });
}

void CareFlow::freeSpace()
{
    m.progress.setWorking(tr("Freeing room…"));
    m_work.run(
        [folder = m.library.folder()](const std::stop_token &stop) {
            return freeing::run(folder, {.unusedPictures = true}, now(), stop);
        },
        this,
        [this](const Result<qint64> &freed) {
            m.progress.finish();
            if (!freed)
                return problem(freed.error());
            m.banner.show({.text = *freed > 0
                               ? tr("%1 are free again.").arg(sizewords::size(*freed))
                               : tr("There was nothing to free without removing something."),
                           .action = tr("Size…"),
                           .act = [this] { showSize(); }});
        });
}

void CareFlow::check()
{
    auto *report = new CareReport(&m.window);
    connect(report, &CareReport::repairAsked, this, [this, report] { repair(report); });
    m_work.run(
        [folder = m.library.folder()](const std::stop_token &stop) {
            return integrity::examine(folder, integrity::Depth::Full, stop);
        },
        report,
        [this, report](const Result<integrity::Health> &health) {
            if (!health) {
                report->setReport(errortext::libraryTrouble(health.error()), {},
                                  CareReport::Offer::Nothing, CareReport::Sign::Trouble);
                return;
            }
            const auto canRepair = !health->isSound() && m_canRepair;
            report->setReport(carewords::verdict(*health), carewords::found(*health),
                              canRepair ? CareReport::Offer::Repair : CareReport::Offer::Nothing,
                              health->isSound() ? CareReport::Sign::Well
                                                : CareReport::Sign::Trouble);
        });
    report->open();
}

void CareFlow::repair(CareReport *report)
{
    report->setBusy(tr("Repairing the library…"));
    m.library.whileClosed(
        [](const QString &folder) { return ::repair::run(folder, now()); }, report,
        [report](const Result<::repair::Report> &done) {
            if (done)
                report->setReport(carewords::verdict(*done), carewords::done(*done),
                                  CareReport::Offer::Nothing, CareReport::Sign::Well);
            else
                report->setReport(errortext::libraryTrouble(done.error()), {},
                                  CareReport::Offer::Nothing, CareReport::Sign::Trouble);
        });
}

void CareFlow::tellTrouble(const integrity::Health &health)
{
    m.banner.show({.text = tr("Broadsheet did not come to its end the last time. %1")
                               .arg(carewords::verdict(health)),
                   .tone = Banner::Tone::Problem,
                   .action = tr("Check…"),
                   .act = [this] { check(); }});
}

void CareFlow::problem(const Error &error)
{
    if (error.kind != Error::Kind::Cancelled)
        m.banner.show({.text = errortext::libraryTrouble(error), .tone = Banner::Tone::Problem});
}
