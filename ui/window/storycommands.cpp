#include "window/storycommands.h"

#include "articles/articlelist.h"
#include "theme/icons.h"
#include "window/actions.h"
#include "window/banner.h"
#include "window/errortext.h"
#include "window/storyflow.h"
#include "window/undowords.h"

#include <QAction>
#include <QClipboard>
#include <QDateTime>
#include <QDesktopServices>
#include <QFileInfo>
#include <QGuiApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

QList<ArticleId> idsOf(const QList<Headline> &headlines)
{
    QList<ArticleId> ids;
    for (const auto &headline : headlines)
        ids << headline.id;
    return ids;
}

bool onTheWeb(const QUrl &url)
{
    return url.scheme() == "http"_L1 || url.scheme() == "https"_L1;
}

} // namespace

StoryCommands::StoryCommands(const Parts &parts, QObject *parent)
    : QObject(parent)
    , m(parts)
{
    m.actions.on(Command::Bookmark, [this] { toggleBookmark(); });
    m.actions.on(Command::ToggleRead, [this] { toggleRead(); });
    m.actions.on(Command::Remove, [this] { remove(); });
    m.actions.on(Command::Undo, [this] {
        if (!m_undoFirst())
            undo();
    });
    m.actions.on(Command::Redo, [this] {
        if (!m_redoFirst())
            redo();
    });
    m.actions.on(Command::Original, [this] { openOriginal(); });
    m.actions.on(Command::CopyLink, [this] { copyLink(); });
    m.actions.on(Command::ShowFolder, [this] { showFile(); });
    connect(&m.flow, &StoryFlow::changed, this, &StoryCommands::update);
    connect(&m.list, &ArticleList::selectionChanged, this, &StoryCommands::update);
    connect(&m.list, &ArticleList::filled, this, &StoryCommands::update);
    update();
}

QList<Headline> StoryCommands::targets() const
{
    const auto selected = m.list.selected();
    const auto reading = m.flow.id();
    // The story in front counts, unless the selection says that others are meant as well.
    const auto includesReading
        = std::ranges::find(selected, reading, &Headline::id) != selected.end();
    if (!selected.isEmpty() && (selected.size() > 1 || includesReading || m.flow.empty()))
        return selected;
    if (reading != ArticleId::None && m.flow.headline().id == reading)
        return {m.flow.headline()};
    return {};
}

void StoryCommands::toggleBookmark()
{
    const auto stories = targets();
    if (stories.isEmpty()) {
        if (!m.flow.empty())
            m.banner.show({.text = m.flow.notKept()
                               ? errortext::notKept(*m.flow.notKept())
                               : tr("This story is still on its way to the library."),
                           .tone = Banner::Tone::Problem});
        return;
    }
    const auto bookmark = !std::ranges::all_of(stories, &Headline::bookmarked);
    const auto action = bookmark ? Undone::Action::Bookmarked : Undone::Action::Unbookmarked;
    m.library.write([ids = idsOf(stories), bookmark, now = QDateTime::currentDateTimeUtc()](
                        Library &library) { return library.setBookmarked(ids, bookmark, now); },
                    this,
                    [this, action, count = int(stories.size())](const Change &change) {
                        announce(change, action, count);
                    });
}

void StoryCommands::toggleRead()
{
    const auto stories = targets();
    if (stories.isEmpty())
        return;
    const auto read = !std::ranges::all_of(stories, &Headline::read);
    m.library.write([ids = idsOf(stories), read, now = QDateTime::currentDateTimeUtc()](
                        Library &library) { return library.setRead(ids, read, now); },
                    this,
                    [this, read, count = int(stories.size())](const Change &change) {
                        announce(change, read ? Undone::Action::Read : Undone::Action::Unread,
                                 count);
                    });
}

void StoryCommands::remove()
{
    const auto stories = targets();
    if (stories.isEmpty())
        return;
    m.library.write([ids = idsOf(stories), now = QDateTime::currentDateTimeUtc()](
                        Library &library) { return library.remove(ids, now); },
                    this,
                    [this, count = int(stories.size())](const Change &change) {
                        announce(change, Undone::Action::Removed, count);
                    });
}

void StoryCommands::undo()
{
    m.library.write(
        [now = QDateTime::currentDateTimeUtc()](Library &library) { return library.undo(now); },
        this,
        [this](const Result<Undone> &taken) {
            if (!taken) {
                m.banner.show(
                    {.text = errortext::sentence(taken.error()), .tone = Banner::Tone::Problem});
                return;
            }
            m.actions[Command::Undo]->setText(tr("&Undo"));
            m.banner.show({.text = undowords::undone(*taken)});
            emit undone();
            if (taken->action == Undone::Action::Removed && !taken->change.added.isEmpty())
                emit broughtBack(taken->change.added.first().id);
        });
}

void StoryCommands::redo()
{
    m.library.write(
        [now = QDateTime::currentDateTimeUtc()](Library &library) { return library.redo(now); },
        this,
        [this](const Result<Undone> &again) {
            if (!again) {
                m.banner.show(
                    {.text = errortext::sentence(again.error()), .tone = Banner::Tone::Problem});
                return;
            }
            m.banner.show({.text = undowords::redone(*again)});
            emit undone();
        });
}

void StoryCommands::openOriginal()
{
    if (onTheWeb(m.flow.article().url))
        QDesktopServices::openUrl(m.flow.article().url);
}

void StoryCommands::copyLink()
{
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
        QDesktopServices::openUrl(QUrl::fromLocalFile(file.absolutePath()));
    else
        m.banner.show({.text = tr("“%1” is not there any more. The story stays in your library.")
                                   .arg(file.fileName())});
}

void StoryCommands::announce(const Change &change, Undone::Action action, int stories)
{
    if (!change) {
        m.banner.show({.text = errortext::sentence(change.error()), .tone = Banner::Tone::Problem});
        return;
    }
    m.actions[Command::Undo]->setText(undowords::undo(action));
    m.banner.show({.text = undowords::done(action, stories), .action = tr("Undo"), .act = [this] {
                       undo();
                   }});
}

void StoryCommands::update()
{
    const auto stories = targets();
    const auto any = !stories.isEmpty();
    const auto bookmarked = any && std::ranges::all_of(stories, &Headline::bookmarked);
    const auto read = any && std::ranges::all_of(stories, &Headline::read);
    auto *bookmark = m.actions[Command::Bookmark];
    bookmark->setText(bookmarked ? tr("Remove &bookmark") : tr("&Bookmark"));
    bookmark->setIcon(theme::icon(bookmarked ? u"bookmarked"_s : u"bookmark"_s));
    auto *mark = m.actions[Command::ToggleRead];
    mark->setText(read ? tr("&Mark as unread") : tr("&Mark as read"));
    mark->setIcon(theme::icon(read ? u"unread"_s : u"read"_s));
    bookmark->setEnabled(any || !m.flow.empty());
    mark->setEnabled(any);
    m.actions[Command::Remove]->setEnabled(any);
    const auto listed = m.list.model().rowCount() > 0;
    for (const auto command : {Command::Next, Command::Previous, Command::NextUnread,
                               Command::PreviousUnread, Command::OpenStory})
        m.actions[command]->setEnabled(listed);
    m.actions[Command::Original]->setEnabled(onTheWeb(m.flow.article().url));
    m.actions[Command::CopyLink]->setEnabled(!m.flow.article().url.isEmpty());
    m.actions[Command::ShowFolder]->setEnabled(!m.flow.article().provenance.file.isEmpty());
}
