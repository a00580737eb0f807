#include "window/importflow.h"

#include "shell/banner.h"
#include "shell/progressline.h"
#include "shell/steps.h"
#include "words/importwords.h"

#include <QFileDialog>
#include <QShortcut>

ImportFlow::ImportFlow(const Parts &parts, const QString &rulesFile, QObject *parent)
    : QObject(parent)
    , m(parts)
    , m_import(parts.library, rulesFile)
{
    connect(&m_import, &ImportStories::progressed, &m.progress, &ProgressLine::setProgress);
    connect(&m_import, &ImportStories::finished, this, &ImportFlow::report);
}

void ImportFlow::chooseFolder()
{
    auto *dialog = new QFileDialog(&m.window, tr("Import a folder of saved stories"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    dialog->setLabelText(QFileDialog::Accept, tr("&Import"));
    connect(dialog, &QFileDialog::fileSelected, this,
            [this](const QString &folder) { import({folder}); });
    dialog->open();
}

void ImportFlow::import(const QStringList &paths)
{
    if (paths.isEmpty())
        return;
    m.progress.setSearching(paths.first());
    m_import.import(paths);
}

void ImportFlow::report(const ImportReport &report)
{
    m.progress.finish();
    if (report.added > 0)
        emit imported();
    if (importwords::isPlain(report)) {
        m.banner.show({.text = importwords::outcome(report),
                       .action = tr("Undo"),
                       .act = m.steps.undoOfThis()});
        return;
    }
    auto *result = new ImportResult(importwords::result(report), &m.window);
    if (report.added > 0) {
        // As it says.
        auto *undo = new QShortcut(QKeySequence::Undo, result);
        connect(undo, &QShortcut::activated, this, [result, takeBack = m.steps.undoOfThis()] {
            result->close();
            takeBack();
        });
    }
    result->open();
}
