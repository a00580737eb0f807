#include "window/historyflow.h"

#include "base/background.h"
#include "desk/storyflow.h"
#include "dialogs/historydialog.h"
#include "dialogs/versionsdialog.h"
#include "shell/steps.h"
#include "tasks/stories.h"

#include <QAction>
#include <QDateTime>

namespace {

void comeForward(QDialog *dialog)
{
    dialog->show();
    dialog->raise();
    dialog->activateWindow();
}

} // namespace

HistoryFlow::HistoryFlow(const Parts &parts, QObject *parent)
    : QObject(parent)
    , m(parts)
{
    m.actions.on(Command::History, [this] { openHistory(); });
    m.actions.on(Command::Versions, [this] { openVersions(); });
    connect(&m.flow, &StoryFlow::changed, this, &HistoryFlow::update);
    connect(&m.library, &SharedLibrary::changed, this, [this](const LibraryChange &change) {
        if (m_versions && (change.everything || change.texts.contains(m_story)))
            listVersions();
    });
    update();
}

HistoryFlow::~HistoryFlow() = default;

HistoryDialog *HistoryFlow::history() const
{
    return m_history;
}

VersionsDialog *HistoryFlow::versions() const
{
    return m_versions;
}

void HistoryFlow::openHistory()
{
    if (!m_history) {
        m_history = new HistoryDialog(m.library, &m.window);
        connect(m_history, &HistoryDialog::storyChosen, this, &HistoryFlow::storyAsked);
        connect(m_history, &HistoryDialog::restored, this, &HistoryFlow::restored);
        // Whoever has the list in view sees what goes.
        connect(m_history, &HistoryDialog::undoAsked, this,
                [this] { m.steps.undo(Steps::Asking::Never); });
        connect(m_history, &HistoryDialog::redoAsked, m.actions[Command::Redo], &QAction::trigger);
    }
    comeForward(m_history);
}

void HistoryFlow::openVersions()
{
    if (m.flow.id() == ArticleId::None)
        return;
    if (m_versions)
        m_versions->close();
    m_story = m.flow.id();
    m_looked = 0;
    m_versions = new VersionsDialog(m.flow.headline().title, &m.window);
    connect(m_versions, &VersionsDialog::looked, this, &HistoryFlow::look);
    connect(m_versions, &VersionsDialog::chosen, this, &HistoryFlow::choose);
    connect(m_versions, &QDialog::finished, this, [this, story = m_story] {
        if (m.flow.id() == story && m.flow.showsOld())
            m.flow.showAgain();
    });
    listVersions();
    comeForward(m_versions);
}

void HistoryFlow::listVersions()
{
    m.library.read(
        [story = m_story](Library &library) { return library.history().versions(story); },
        m_versions,
        [this](const Result<QList<StoryVersion>> &versions) { m_versions->setVersions(versions); });
}

void HistoryFlow::look(const StoryVersion &version)
{
    m_looked = version.id;
    if (version.current) {
        if (m.flow.id() == m_story && m.flow.showsOld())
            m.flow.showAgain();
        return;
    }
    m.library.read([story = m_story, id = version.id](
                       Library &library) { return library.history().version(story, id); },
                   m_versions,
                   [this, version](const Result<StoredArticle> &stored) {
                       if (!stored)
                           return;
                       inBackground([stored = *stored] { return tasks::shown(stored); }, m_versions,
                                    [this, version](const Article &article) {
                                        if (m_looked == version.id && m.flow.id() == m_story)
                                            m.flow.showOld(article, version.stored);
                                    });
                   });
}

void HistoryFlow::choose(const StoryVersion &version)
{
    m.library.write([story = m_story, id = version.id, now = QDateTime::currentDateTimeUtc()](
                        Library &library) { return library.history().choose(story, id, now); });
}

void HistoryFlow::update()
{
    m.actions[Command::Versions]->setEnabled(m.flow.id() != ArticleId::None);
}
