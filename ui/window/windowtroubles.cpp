#include "articles/articlelist.h"
#include "desk/readingdesk.h"
#include "dialogs/errorlist.h"
#include "reading/readingpane.h"
#include "shell/banner.h"
#include "shell/panes.h"
#include "shell/progressline.h"
#include "window/mainwindow.h"
#include "words/errortext.h"

#include <QStackedWidget>

// What the window says when something does not work.

void MainWindow::keepingFailed(const Error &error)
{
    if (m_flow.id() == ArticleId::None && !m_flow.empty()) {
        m_flow.setNotKept(error);
        m_list->clearSelection();
    }
    m_banner->show({.text = errortext::notKept(error), .tone = Banner::Tone::Problem});
}

void MainWindow::reportBatch(int opened, int failed)
{
    m_progress->finish();
    if (failed == 0)
        return;
    const auto &errors = m_files.errors();
    if (errors.size() == 1 && errors.first().kind == Error::Kind::NotFound)
        m_banner->show({.text = errortext::sentence(errors.first()),
                        .tone = Banner::Tone::Problem,
                        .action = tr("Look for it…"),
                        .act = [this] { chooseFiles(); }});
    else if (errors.size() == 1)
        problem(errors.first());
    else
        m_banner->show({.text = errortext::summary(failed, opened + failed),
                        .tone = Banner::Tone::Problem,
                        .action = tr("Show"),
                        .act = [this, opened] { showErrors(opened); }});
    // It may have a page where nothing else has one.
    const auto hasRoom
        = m_flow.empty() && m_flow.wanted() == ArticleId::None && !m_reading->front().isOpen();
    if (opened == 0 && hasRoom && m_pages->currentWidget() == m_panes && errors.size() == 1)
        m_pane->showMessage(tr("This file could not be opened"),
                            errortext::sentence(errors.first()));
}

void MainWindow::showErrors(int opened)
{
    QList<ErrorList::Entry> entries;
    for (const auto &error : m_files.errors())
        entries << ErrorList::Entry{.file = error.where, .reason = errortext::reason(error)};
    auto *dialog = new ErrorList(entries, opened, this);
    dialog->open();
}

void MainWindow::problem(const Error &error)
{
    // What is wrong with the library is said as such, whoever came across it.
    const auto isLibrary = error.where.startsWith(m_library.folder());
    m_banner->show(
        {.text = isLibrary ? errortext::libraryTrouble(error) : errortext::sentence(error),
         .tone = Banner::Tone::Problem});
}
