#include "desk/storycommands.h"

#include "articles/articlelist.h"
#include "desk/storyflow.h"
#include "dialogs/undowords.h"
#include "shell/actions.h"
#include "shell/banner.h"
#include "shell/elsewhere.h"
#include "shell/steps.h"
#include "theme/icons.h"
#include "words/errortext.h"

#include <QAction>
#include <QClipboard>
#include <QDateTime>
#include <QFileInfo>
#include <QGuiApplication>

#include <chrono>

using namespace Qt::StringLiterals;

namespace {

constexpr int fewStories = 100; // Looked at one by one whenever something changes.
constexpr std::chrono::milliseconds selectionRests{120};

bool onTheWeb(const QUrl &url)
{
    return url.scheme() == "http"_L1 || url.scheme() == "https"_L1;
}

// Whoever shows the action draws it anew, so only where it is another.
void dress(QAction *action, const QString &text, const QString &icon)
{
    if (action->text() == text)
        return;
    action->setText(text);
    action->setIcon(theme::icon(icon));
}

} // namespace

StoryCommands::StoryCommands(const Parts &parts, QObject *parent)
    : QObject(parent)
    , m(parts)
    , m_links(parts.library, parts.banner)
{
    m_asking.setSingleShot(true);
    m_asking.setInterval(selectionRests);
    connect(&m_asking, &QTimer::timeout, this, &StoryCommands::askForStates);
    m.actions.on(Command::Bookmark, [this] { toggleBookmark(); });
    m.actions.on(Command::ToggleRead, [this] { toggleRead(); });
    m.actions.on(Command::Remove, [this] { remove(); });
    m.actions.on(Command::Original, [this] { openOriginal(); });
    m.actions.on(Command::CopyLink, [this] { copyLinks(); });
    m.actions.on(Command::ShowFolder, [this] { showFile(); });
    connect(&m.flow, &StoryFlow::changed, this, &StoryCommands::update);
    connect(&m.list, &ArticleList::selectionChanged, this, &StoryCommands::update);
    // What many are is asked only when it may be different, not whenever headlines come.
    connect(&m.list, &ArticleList::filled, this, [this] {
        if (targetCount() <= fewStories)
            update();
    });
    connect(&m.library, &SharedLibrary::changed, this, [this] {
        if (targetCount() > fewStories)
            update();
    });
    update();
}

// The story in front counts, unless the selection says that others are meant as well.
bool StoryCommands::meansSelection() const
{
    const auto count = m.list.selectedCount();
    return count > 1
        || (count == 1 && (m.flow.empty() || m.list.selected().first() == m.flow.id()));
}

QList<ArticleId> StoryCommands::targets() const
{
    if (meansSelection())
        return m.list.selected();
    if (m.flow.id() != ArticleId::None && m.flow.headline().id == m.flow.id())
        return {m.flow.id()};
    return {};
}

int StoryCommands::targetCount() const
{
    return meansSelection() ? m.list.selectedCount() : int(targets().size());
}

std::optional<StoryStates> StoryCommands::targetStates() const
{
    const auto count = targetCount();
    if (count > fewStories)
        return std::nullopt;
    StoryStates states;
    for (const auto id : targets()) {
        const auto *headline
            = id == m.flow.headline().id ? &m.flow.headline() : m.list.model().find(id);
        if (!headline)
            return std::nullopt;
        ++states.present;
        states.read += headline->read;
        states.bookmarked += headline->bookmarked();
    }
    return states;
}

void StoryCommands::toggleBookmark()
{
    if (targetCount() == 0) {
        if (!m.flow.empty())
            m.banner.show({.text = m.flow.notKept()
                               ? errortext::notKept(*m.flow.notKept())
                               : tr("This story is still on its way to the library."),
                           .tone = Banner::Tone::Problem});
        return;
    }
    change([now = QDateTime::currentDateTimeUtc()](Library &library,
                                                   const QList<ArticleId> &ids) -> Result<Done> {
        const auto states = library.states(ids);
        if (!states)
            return states.error();
        const auto bookmark = states->bookmarked < states->present;
        auto changed = library.setBookmarked(ids, bookmark, now);
        if (!changed)
            return changed.error();
        return Done{bookmark ? Undone::Action::Bookmarked : Undone::Action::Unbookmarked,
                    *std::move(changed)};
    });
}

void StoryCommands::toggleRead()
{
    change([now = QDateTime::currentDateTimeUtc()](Library &library,
                                                   const QList<ArticleId> &ids) -> Result<Done> {
        const auto states = library.states(ids);
        if (!states)
            return states.error();
        const auto read = states->read < states->present;
        auto changed = library.setRead(ids, read, now);
        if (!changed)
            return changed.error();
        return Done{read ? Undone::Action::Read : Undone::Action::Unread, *std::move(changed)};
    });
}

void StoryCommands::remove()
{
    change([now = QDateTime::currentDateTimeUtc()](Library &library,
                                                   const QList<ArticleId> &ids) -> Result<Done> {
        auto changed = library.remove(ids, now);
        if (!changed)
            return changed.error();
        return Done{Undone::Action::Removed, *std::move(changed)};
    });
}

void StoryCommands::change(
    const std::function<Result<Done>(Library &, const QList<ArticleId> &)> &job)
{
    const auto ids = targets();
    if (ids.isEmpty())
        return;
    m.library.write(
        [job, ids](Library &library) { return job(library, ids); }, this,
        [this, count = int(ids.size())](const Result<Done> &done) { announce(done, count); });
}

void StoryCommands::openOriginal()
{
    if (m.flow.empty())
        return;
    if (onTheWeb(m.flow.article().url))
        elsewhere::open(m.flow.article().url);
    else
        m.banner.show({.text = tr("There is no original of this story on the web.")});
}

void StoryCommands::copyLinks()
{
    if (targetCount() > 1) {
        m_links.copy(targets());
        return;
    }
    const auto url = m.flow.article().url;
    if (url.isEmpty())
        return;
    QGuiApplication::clipboard()->setText(url.toString(QUrl::FullyEncoded));
    m.banner.show({.text = tr("Link copied")});
}

void StoryCommands::showFile()
{
    const QFileInfo file(m.flow.article().provenance.file);
    if (file.exists())
        elsewhere::open(QUrl::fromLocalFile(file.absolutePath()));
    else
        m.banner.show({.text = tr("“%1” is not there any more. The story stays in your library.")
                                   .arg(file.fileName())});
}

void StoryCommands::announce(const Result<Done> &done, int stories)
{
    if (!done) {
        m.banner.show({.text = errortext::sentence(done.error()), .tone = Banner::Tone::Problem});
        return;
    }
    // Asked for twice, it was done once.
    if (done->change.isEmpty())
        return;
    m.banner.show({.text = undowords::done(done->action, stories),
                   .action = tr("Undo"),
                   .act = m.steps.undoOfThis()});
}

void StoryCommands::update()
{
    ++m_round;
    const auto stories = targetCount();
    const auto states = targetStates();
    if (states)
        m_asking.stop();
    else
        m_asking.start();
    say(stories, states.value_or(StoryStates{.present = stories}));
    const auto listed = m.list.model().rowCount() > 0;
    for (const auto command : {Command::Next, Command::Previous, Command::NextUnread,
                               Command::PreviousUnread, Command::OpenStory})
        m.actions[command]->setEnabled(listed);
    m.actions[Command::Original]->setEnabled(stories <= 1 && !m.flow.empty());
    m.actions[Command::CopyLink]->setText(stories > 1 ? tr("&Copy links") : tr("&Copy link"));
    m.actions[Command::CopyLink]->setEnabled(stories > 1 || !m.flow.article().url.isEmpty());
    m.actions[Command::ShowFolder]->setEnabled(stories <= 1
                                               && !m.flow.article().provenance.file.isEmpty());
}

void StoryCommands::askForStates()
{
    m.library.read([ids = targets()](Library &library) { return library.states(ids); }, this,
                   [this, round = m_round](const Result<StoryStates> &states) {
                       if (states && round == m_round)
                           say(targetCount(), *states);
                   });
}

void StoryCommands::say(int stories, const StoryStates &states)
{
    const auto any = stories > 0;
    const auto bookmarked = any && states.bookmarked == states.present;
    const auto read = any && states.read == states.present;
    auto *bookmark = m.actions[Command::Bookmark];
    dress(bookmark, bookmarked ? tr("Remove &bookmark") : tr("&Bookmark"),
          bookmarked ? u"bookmarked"_s : u"bookmark"_s);
    auto *mark = m.actions[Command::ToggleRead];
    dress(mark, read ? tr("&Mark as unread") : tr("&Mark as read"), read ? u"unread"_s : u"read"_s);
    bookmark->setEnabled(any || !m.flow.empty());
    mark->setEnabled(any);
    m.actions[Command::Remove]->setEnabled(any);
}
