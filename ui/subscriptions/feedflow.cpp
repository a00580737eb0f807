#include "subscriptions/feedflow.h"

#include "articles/articlelist.h"
#include "dialogs/feedsettingsdialog.h"
#include "shell/actions.h"
#include "shell/banner.h"
#include "shell/elsewhere.h"
#include "shell/steps.h"
#include "sidebar/sidebar.h"
#include "subscriptions/feededit.h"
#include "subscriptions/passwords.h"
#include "theme/metrics.h"
#include "words/errortext.h"
#include "words/feedwords.h"

#include <QAction>
#include <QClipboard>
#include <QDateTime>
#include <QGuiApplication>
#include <QInputDialog>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

bool onTheWeb(const QUrl &url)
{
    return url.scheme() == "http"_L1 || url.scheme() == "https"_L1;
}

QDateTime now()
{
    return QDateTime::currentDateTimeUtc();
}

FeedFolderId newestFolder(const SidebarModel &places)
{
    auto newest = FeedFolderId::None;
    for (const auto &folder : places.folders())
        newest = std::max(newest, folder.id);
    return newest;
}

} // namespace

FeedFlow::FeedFlow(const Parts &parts, QObject *parent)
    : QObject(parent)
    , m(parts)
{
    auto &model = m.sidebar.places();
    model.setFailureWords([](const FeedFailure &failure) {
        return feedwords::failure(failure, QDateTime::currentDateTime(), QLocale());
    });
    connect(&model, &SidebarModel::renameAsked, this, &FeedFlow::rename);
    connect(&model, &SidebarModel::moveAsked, this, &FeedFlow::move);
    connect(&m.sidebar, &Sidebar::removeAsked, this, &FeedFlow::remove);
    connect(&m.sidebar, &Sidebar::menuAsked, this, &FeedFlow::showMenu);
    connect(&m.sidebar, &Sidebar::subscribeAsked, this,
            [this] { emit subscribeAsked(FeedFolderId::None); });
    connect(&m.sidebar, &Sidebar::newFolderAsked, this,
            [this] { askForFolder(FeedFolderId::None); });
    connect(&m.sidebar, &Sidebar::expansionAsked, this, [this](FeedFolderId folder, bool expanded) {
        m.library.write([folder, expanded](Library &library) {
            return library.feeds().setExpanded(folder, expanded);
        });
    });
    connect(&m.sidebar, &Sidebar::currentNodeChanged, this, &FeedFlow::updateActions);
    connect(&model, &SidebarModel::arranged, this, &FeedFlow::updateActions);
    connect(&model, &SidebarModel::arranged, this, &FeedFlow::showNewFolder);
    answerActions();
    updateActions();
}

void FeedFlow::answerActions()
{
    const auto current = [this] { return m.sidebar.current(); };
    m.actions.on(Command::Subscribe, [this, current] { emit subscribeAsked(current().folder); });
    m.actions.on(Command::NewFolder, [this, current] { askForFolder(current().folder); });
    m.actions.on(Command::RefreshFeed, [this, current] { refresh(current()); });
    m.actions.on(Command::MarkAllRead, [this] {
        if (!m_markFirst())
            markAllRead(m.list.query());
    });
    m.actions.on(Command::NextFeed, [this] {
        if (!goOn())
            m.banner.show({.text = tr("No feed has unread stories")});
    });
    m.actions.on(Command::RenameFeed, [this, current] { m.sidebar.rename(current()); });
    m.actions.on(Command::FeedSettings, [this, current] { openSettings(current().feed); });
    m.actions.on(Command::PauseFeed, [this, current] {
        pause(current().feed, m.actions[Command::PauseFeed]->isChecked());
    });
    m.actions.on(Command::OpenSite, [this, current] { openSite(current().feed); });
    m.actions.on(Command::Unsubscribe, [this, current] { remove(current()); });
}

void FeedFlow::updateActions()
{
    const auto node = m.sidebar.current();
    const auto isFeed = node.feed != FeedId::None;
    const auto isAny = node != FeedNode();
    for (const auto command : {Command::FeedSettings, Command::PauseFeed, Command::OpenSite})
        m.actions[command]->setEnabled(isFeed);
    for (const auto command : {Command::RefreshFeed, Command::RenameFeed, Command::Unsubscribe})
        m.actions[command]->setEnabled(isAny);
    m.actions[Command::RefreshFeed]->setText(isAny && !isFeed ? tr("Refres&h this folder")
                                                              : tr("Refres&h this feed"));
    m.actions[Command::Unsubscribe]->setText(isAny && !isFeed ? tr("Remo&ve this folder")
                                                              : tr("&Unsubscribe"));
    m.actions[Command::PauseFeed]->setChecked(isFeed && feed(node.feed).settings.paused);
}

void FeedFlow::rename(const FeedNode &node, const QString &title)
{
    change(
        [node, title, now = now()](Library &library) {
            return node.feed == FeedId::None ? library.feeds().renameFolder(node.folder, title, now)
                                             : library.feeds().rename(node.feed, title, now);
        },
        title.isEmpty() ? tr("The feed has its own name again") : tr("Renamed to “%1”").arg(title));
}

void FeedFlow::move(const QList<FeedNode> &nodes, FeedFolderId into, int position)
{
    // Where it went is seen: words would only stand in the way.
    change([nodes, into, position, now = now()](
               Library &library) { return library.feeds().move(nodes, into, position, now); },
           {});
}

void FeedFlow::remove(const FeedNode &node)
{
    if (node == FeedNode())
        return;
    const auto words = node.feed == FeedId::None ? tr("Folder “%1” removed; its feeds stay")
                                                 : tr("Unsubscribed from “%1”");
    change(
        [node, now = now()](Library &library) {
            return node.feed == FeedId::None ? library.feeds().removeFolder(node.folder, now)
                                             : library.feeds().unsubscribe({node.feed}, now);
        },
        words.arg(title(node)));
}

void FeedFlow::pause(FeedId id, bool paused)
{
    auto settings = feed(id).settings;
    if (id == FeedId::None || settings.paused == paused)
        return;
    settings.paused = paused;
    const auto words = paused ? tr("“%1” is paused: nothing is fetched")
                              : tr("“%1” is fetched again from now on");
    change([id, settings, now = now()](
               Library &library) { return library.feeds().setSettings({id}, settings, now); },
           words.arg(title({.feed = id})));
}

void FeedFlow::markAllRead(const StoryQuery &place)
{
    auto whole = place;
    whole.words.clear();
    m.library.write(
        [whole, now = now()](Library &library) { return library.setAllRead(whole, now); }, this,
        [this](const Result<LibraryChange> &result) {
            if (result && result->isEmpty())
                m.banner.show({.text = tr("Nothing is unread here")});
            else
                report(result, tr("All marked as read"));
        });
}

void FeedFlow::askForFolder(FeedFolderId parent)
{
    auto *dialog = new QInputDialog(&m.window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("New folder"));
    dialog->setLabelText(parent == FeedFolderId::None
                             ? tr("Name of the new folder")
                             : tr("Name of the new folder in “%1”").arg(title({.folder = parent})));
    dialog->setOkButtonText(tr("C&reate"));
    dialog->resize(48 * theme::grid,
                   dialog->sizeHint().height()); // Room for a name, and its title.
    connect(dialog, &QInputDialog::textValueSelected, this,
            [this, parent](const QString &name) { addFolder(name.simplified(), parent); });
    dialog->open();
}

void FeedFlow::addFolder(const QString &title, FeedFolderId parent)
{
    if (title.isEmpty())
        return;
    m_newestFolder = newestFolder(m.sidebar.places());
    m_folderAwaited = true;
    change([title, parent, now = now()](
               Library &library) { return library.feeds().addFolder(title, parent, now); },
           tr("Folder “%1” made").arg(title));
}

void FeedFlow::showNewFolder()
{
    const auto newest = newestFolder(m.sidebar.places());
    if (!m_folderAwaited || newest <= m_newestFolder)
        return;
    m_folderAwaited = false;
    m.sidebar.go(m.sidebar.places().indexOf(FeedNode{.folder = newest}));
}

void FeedFlow::openSettings(FeedId id)
{
    const auto before = feed(id);
    if (before.id == FeedId::None)
        return;
    auto *dialog = new FeedSettingsDialog(
        before, m.sidebar.places().folders(),
        feedwords::state(before, QDateTime::currentDateTime(), QLocale()), &m.window);
    connect(dialog, &FeedSettingsDialog::saved, this,
            [this, before](const FeedEdit &edit) { saveSettings(before, edit); });
    // Whether a password is kept for it is asked behind the dialog.
    m.passwords.secrets().find(before.url, dialog,
                               [dialog](const Result<network::Credentials> &found) {
                                   if (found && !found->isEmpty())
                                       dialog->setCredentials(*found);
                               });
    dialog->open();
}

void FeedFlow::saveSettings(const Feed &before, const FeedEdit &edit)
{
    if (edit.credentials)
        m.passwords.keep(edit.url, *edit.credentials);
    // From another address, or with another password, it may well come.
    const auto again = edit.url != before.url || edit.credentials;
    if (!changesLibrary(before, edit)) {
        if (again)
            emit refreshAsked({before.id});
        return;
    }
    const auto words = tr("Settings of “%1” saved").arg(before.title);
    m.library.write([before, edit, now = now()](
                        Library &library) { return applyEdit(library, before, edit, now); },
                    this,
                    [this, id = before.id, again, words](const Result<LibraryChange> &result) {
                        report(result, words);
                        // Not before: it would still be asked at the old address.
                        if (result && again)
                            emit refreshAsked({id});
                    });
}

void FeedFlow::openSite(FeedId id)
{
    const auto known = feed(id);
    const auto site = onTheWeb(known.site) ? known.site : known.url.resolved(QUrl(u"/"_s));
    if (onTheWeb(site))
        elsewhere::open(site);
}

void FeedFlow::copyAddress(FeedId id)
{
    QGuiApplication::clipboard()->setText(feed(id).url.toString(QUrl::FullyEncoded));
    m.banner.show({.text = tr("Address copied")});
}

bool FeedFlow::goOn()
{
    const auto index = m.sidebar.places().nextUnread(m.sidebar.currentIndex());
    if (!index.isValid())
        return false;
    m.sidebar.go(index);
    emit wentOn();
    return true;
}

void FeedFlow::refresh(const FeedNode &node)
{
    QList<FeedId> ids;
    for (const auto &feed : m.sidebar.places().feedsOf(node))
        ids << feed.id;
    if (!ids.isEmpty())
        emit refreshAsked(ids);
}

StoryQuery FeedFlow::placeOf(const FeedNode &node)
{
    return node.feed == FeedId::None
        ? StoryQuery{.scope = StoryQuery::Scope::FeedFolder, .feedFolder = node.folder}
        : StoryQuery{.scope = StoryQuery::Scope::Feed, .feed = node.feed};
}

void FeedFlow::change(const Job &job, const QString &words)
{
    m.library.write(job, this,
                    [this, words](const Result<LibraryChange> &result) { report(result, words); });
}

void FeedFlow::report(const Result<LibraryChange> &result, const QString &words)
{
    if (!result) {
        m.sidebar.reload();
        m.banner.show({.text = result.error().kind == Error::Kind::Refused
                           ? tr("That cannot be done: a folder cannot stand in itself, and an "
                                "address is subscribed to only once.")
                           : errortext::libraryTrouble(result.error()),
                       .tone = Banner::Tone::Problem});
        return;
    }
    // Without words of its own, the button of an earlier step would take this one back.
    if (words.isEmpty())
        m.banner.dismiss();
    else
        m.banner.show({.text = words,
                       // What changed nothing is no step, and the last one is another.
                       .action = result->isEmpty() ? QString() : tr("Undo"),
                       .act = m.steps.undoOfThis()});
}

Feed FeedFlow::feed(FeedId id) const
{
    return id == FeedId::None ? Feed() : m.sidebar.places().feedsOf({.feed = id}).value(0);
}

QString FeedFlow::title(const FeedNode &node) const
{
    return m.sidebar.places().indexOf(node).data().toString();
}
