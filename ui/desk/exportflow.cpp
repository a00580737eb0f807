#include "desk/exportflow.h"

#include "articles/articlelist.h"
#include "base/background.h"
#include "desk/storyflow.h"
#include "reading/readingpane.h"
#include "shell/actions.h"
#include "shell/banner.h"
#include "shell/elsewhere.h"
#include "shell/progressline.h"
#include "words/errortext.h"
#include "words/provenancewords.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QLocale>
#include <QStandardPaths>

using namespace Qt::StringLiterals;
using tasks::ExportForm;

namespace {

void openFolder(const QString &folder)
{
    elsewhere::open(QUrl::fromLocalFile(folder));
}

} // namespace

ExportFlow::ExportFlow(const Parts &parts, QObject *parent)
    : QObject(parent)
    , m(parts)
    , m_folder(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation))
{
    m.actions.on(Command::ExportHtml, [this] { ask(ExportForm::Html); });
    m.actions.on(Command::ExportMarkdown, [this] { ask(ExportForm::Markdown); });
    m.actions.on(Command::ExportText, [this] { ask(ExportForm::Text); });
    m.actions.on(Command::ExportJson, [this] { ask(ExportForm::Json); });
}

void ExportFlow::ask(ExportForm form)
{
    if (m.list.selectedCount() > 1) {
        askForFolder(m.list.selected(), form);
        return;
    }
    if (m.flow.empty()) {
        m.banner.show({.text = tr("Choose a story to save first.")});
        return;
    }
    if (m.flow.id() == ArticleId::None) {
        askForFile(m.flow.article(), form);
        return;
    }
    m.library.read(
        [id = m.flow.id()](const Library &library) { return tasks::wholeStory(library, id); }, this,
        [this, form](const Result<Article> &story) {
            if (story)
                askForFile(*story, form);
            else
                m.banner.show({.text = errortext::libraryTrouble(story.error()),
                               .tone = Banner::Tone::Problem});
        });
}

void ExportFlow::askForFile(const Article &article, ExportForm form)
{
    auto *dialog = new QFileDialog(&m.window, tr("Export story"), m_folder);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    const auto name = tasks::exportName(article, form);
    dialog->setDefaultSuffix(QFileInfo(name).suffix());
    dialog->selectFile(name);
    connect(dialog, &QFileDialog::fileSelected, this,
            [this, article, form](const QString &file) { writeTo(file, article, form); });
    dialog->open();
}

void ExportFlow::askForFolder(const QList<ArticleId> &ids, ExportForm form)
{
    auto *dialog = new QFileDialog(
        &m.window, tr("Export %n stories into a folder", nullptr, int(ids.size())), m_folder);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    dialog->setLabelText(QFileDialog::Accept, tr("&Export"));
    connect(dialog, &QFileDialog::fileSelected, this,
            [this, ids, form](const QString &folder) { writeInto(folder, ids, form); });
    dialog->open();
}

// Words are chosen here: the pool has none.
tasks::ExportStyle ExportFlow::style(ExportForm form, const Article &article) const
{
    using Pictures = tasks::ExportStyle::Pictures;
    return {.form = form,
            .pictures = Pictures::Beside,
            .look = m.pane.look(),
            .context = [context = provenancewords::context(article, QLocale())](const Article &) {
                return context;
            }};
}

void ExportFlow::writeTo(const QString &file, const Article &article, ExportForm form)
{
    m_folder = QFileInfo(file).path();
    inBackground([file, article,
                  style = style(form, article)] { return tasks::exportTo(file, article, style); },
                 this,
                 [this, file](const Result<void> &written) {
                     const auto name = QFileInfo(file).fileName();
                     if (written)
                         m.banner.show({.text = tr("Saved as “%1”").arg(name),
                                        .action = tr("Show"),
                                        .act = [folder = m_folder] { openFolder(folder); }});
                     else
                         m.banner.show(
                             {.text = tr("“%1” could not be written. Check the rights of its "
                                         "folder and the room on the disk.")
                                          .arg(name),
                              .tone = Banner::Tone::Problem});
                     emit finished(written ? 1 : 0, written ? 0 : 1);
                 });
}

void ExportFlow::writeInto(const QString &folder, const QList<ArticleId> &ids, ExportForm form)
{
    ++m_number;
    m_folder = folder;
    m_round = {.folder = folder, .ids = ids, .form = form};
    writeNext();
}

// One at a time, so that reading goes on in between.
void ExportFlow::writeNext()
{
    if (m_round.at == m_round.ids.size()) {
        tellAll();
        return;
    }
    const auto id = m_round.ids.at(m_round.at);
    m.progress.setProgress(int(m_round.at), int(m_round.ids.size()));
    m.library.read(
        [id](const Library &library) { return tasks::wholeStory(library, id); }, this,
        [this, number = m_number](const Result<Article> &story) {
            if (number != m_number)
                return;
            if (!story) {
                note(false);
                return;
            }
            inBackground(
                [folder = m_round.folder, article = *story, style = style(m_round.form, *story)] {
                    return tasks::exportInto(folder, article, style).has_value();
                },
                this,
                [this, number](bool written) {
                    if (number == m_number)
                        note(written);
                });
        });
}

void ExportFlow::note(bool written)
{
    ++m_round.at;
    ++(written ? m_round.written : m_round.failed);
    writeNext();
}

void ExportFlow::tellAll()
{
    m.progress.finish();
    const QLocale locale;
    const auto folder = QFileInfo(m_round.folder).fileName();
    const auto failed = m_round.failed;
    if (failed > 0)
        m.banner.show(
            {.text = tr("%1 of %2 stories could not be written into “%3”. Check the "
                        "rights of the folder and the room on the disk.")
                         .arg(locale.toString(failed), locale.toString(m_round.ids.size()), folder),
             .tone = Banner::Tone::Problem});
    else
        m.banner.show(
            {.text = tr("%1 stories saved in “%2”").arg(locale.toString(m_round.written), folder),
             .action = tr("Show"),
             .act = [path = m_round.folder] { openFolder(path); }});
    const auto round = std::exchange(m_round, {});
    emit finished(round.written, round.failed);
}

void ExportFlow::cancel()
{
    ++m_number;
    m_round = {};
}
