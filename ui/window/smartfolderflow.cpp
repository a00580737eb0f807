#include "window/smartfolderflow.h"

#include "articles/articlelist.h"
#include "articles/operatorwords.h"
#include "dialogs/smartfolderdialog.h"
#include "library/smartfolderstore.h"
#include "search/places.h"
#include "shell/actions.h"
#include "shell/banner.h"
#include "shell/steps.h"
#include "sidebar/sidebar.h"
#include "theme/icons.h"
#include "words/errortext.h"
#include "words/smartfolderwords.h"

#include <QAction>
#include <QDateTime>
#include <QMenu>

#include <utility>

using namespace Qt::StringLiterals;

namespace {

QDateTime now()
{
    return QDateTime::currentDateTimeUtc();
}

SmartFolderDialog::Words explain(const QString &typed)
{
    const auto query = search::parse(typed, QDate::currentDate());
    return {.text = query.problem ? operatorwords::sentence(*query.problem)
                                  : smartfolderwords::explained(query, QLocale()),
            .name = smartfolderwords::name(query),
            .isGood = !query.problem && !query.isEmpty()};
}

} // namespace

SmartFolderFlow::SmartFolderFlow(const Parts &parts, QObject *parent)
    : QObject(parent)
    , m(parts)
{
    auto &model = m.sidebar.places();
    connect(&model, &SidebarModel::smartRenameAsked, this,
            [this](SmartFolderId id, const QString &title) {
                change(
                    [id, title, now = now()](Library &library) {
                        return library.smartFolders().rename(id, title, now);
                    },
                    tr("Renamed to “%1”").arg(this->title(id)));
            });
    // Where it went is seen: words would only stand in the way.
    connect(&model, &SidebarModel::smartMoveAsked, this, [this](SmartFolderId id, int position) {
        change([id, position, now = now()](
                   Library &library) { return library.smartFolders().move(id, position, now); },
               {});
    });
    connect(&m.sidebar, &Sidebar::newSmartFolderAsked, this, &SmartFolderFlow::askForNew);
    connect(&m.sidebar, &Sidebar::smartRemoveAsked, this, &SmartFolderFlow::remove);
    connect(&m.sidebar, &Sidebar::smartMenuAsked, this, &SmartFolderFlow::showMenu);
    connect(&m.sidebar, &Sidebar::restoreAsked, this, &SmartFolderFlow::restore);
    connect(&m.sidebar, &Sidebar::currentNodeChanged, this, &SmartFolderFlow::updateActions);
    connect(&m.sidebar, &Sidebar::currentNodeChanged, this, &SmartFolderFlow::showNew);
    connect(&model, &SidebarModel::arranged, this, &SmartFolderFlow::updateActions);
    connect(&m.list, &ArticleList::loaded, &m.sidebar, &Sidebar::startCounting);
    const auto current = [this] { return m.sidebar.currentSmart(); };
    m.actions.on(Command::SmartFolder, [this] { askForNew(); });
    // These do the same for feeds and their folders.
    m.actions.on(Command::RenameFeed, [this, current] { m.sidebar.rename(current()); });
    m.actions.on(Command::FeedSettings, [this, current] { edit(current()); });
    m.actions.on(Command::Unsubscribe, [this, current] { remove(current()); });
    updateActions();
}

void SmartFolderFlow::updateActions()
{
    if (m.sidebar.currentSmart() == SmartFolderId::None) {
        m.actions[Command::FeedSettings]->setText(tr("Feed se&ttings…"));
        return;
    }
    for (const auto command : {Command::RenameFeed, Command::FeedSettings, Command::Unsubscribe})
        m.actions[command]->setEnabled(true);
    m.actions[Command::FeedSettings]->setText(tr("Smart folder’s sea&rch…"));
    m.actions[Command::Unsubscribe]->setText(tr("Remo&ve this smart folder"));
}

void SmartFolderFlow::askForNew()
{
    const auto &place = m.list.query();
    const auto isFeed = place.scope == StoryQuery::Scope::Feed;
    const auto feed
        = isFeed ? m.sidebar.places().indexOf(FeedNode{.feed = place.feed}).data() : QVariant();
    // Without words it would be a second folder of what is listed.
    const auto search
        = place.words.isEmpty() ? QString() : search::searchOf(place, feed.toString());
    open({.search = search}, {}, [this](const SmartFolder &folder) { add(folder); });
}

void SmartFolderFlow::add(const SmartFolder &folder)
{
    m.library.write(
        [folder, now = now()](Library &library) {
            return library.smartFolders().add(folder.title, folder.search, folder.icon, now);
        },
        this,
        [this, words = tr("“%1” is in the sidebar now").arg(folder.title)](
            const Result<SmartFolderStore::Added> &added) {
            if (added)
                m_awaited = added->id;
            report(added ? Result<LibraryChange>(added->change) : added.error(), words);
        });
}

void SmartFolderFlow::showNew()
{
    const auto index = m.sidebar.places().indexOf(m_awaited);
    if (!index.isValid())
        return;
    m_awaited = SmartFolderId::None;
    m.sidebar.go(index);
}

void SmartFolderFlow::edit(SmartFolderId id)
{
    const auto index = m.sidebar.places().indexOf(id);
    if (!index.isValid())
        return;
    const auto before = m.sidebar.places().node(index).smart;
    open(before, SidebarModel::usualName(before.builtIn),
         [this, before](const SmartFolder &after) { save(before, after); });
}

void SmartFolderFlow::open(const SmartFolder &folder, const QString &usualName,
                           const std::function<void(const SmartFolder &)> &save)
{
    auto *dialog = new SmartFolderDialog(m.library, folder, usualName, explain, &m.window);
    connect(dialog, &SmartFolderDialog::saved, this, save);
    dialog->open();
}

void SmartFolderFlow::save(const SmartFolder &before, const SmartFolder &after)
{
    if (before == after)
        return;
    const auto usual = SmartFolder::usualSearch(after.builtIn);
    change(
        [after, usual, now = now()](Library &library) {
            return library.smartFolders().setUp(
                after.id,
                {.title = after.title,
                 .search = after.search == usual ? QString() : after.search,
                 .icon = after.icon},
                now);
        },
        tr("Smart folder saved"));
}

void SmartFolderFlow::remove(SmartFolderId id)
{
    if (id == SmartFolderId::None)
        return;
    change([id, now = now()](Library &library) { return library.smartFolders().remove(id, now); },
           tr("“%1” removed; its stories stay").arg(title(id)));
}

void SmartFolderFlow::restore()
{
    change([now = now()](Library &library) { return library.smartFolders().restoreBuiltIns(now); },
           tr("The usual smart folders are back"));
}

// What can be done to the folder under the pointer, whichever is listed.
void SmartFolderFlow::showMenu(SmartFolderId id, const QPoint &where)
{
    const auto place = m.sidebar.places().query(m.sidebar.places().indexOf(id));
    auto *menu = new QMenu(&m.sidebar);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(theme::icon(u"read"_s), tr("Mark &all as read"), this,
                    [this, place] { emit markReadAsked(place); });
    menu->addSeparator();
    menu->addAction(tr("Rena&me…"), this, [this, id] { m.sidebar.rename(id); });
    menu->addAction(theme::icon(u"settings"_s), tr("&Search and icon…"), this,
                    [this, id] { edit(id); });
    menu->addSeparator();
    menu->addAction(theme::icon(u"search"_s), tr("&New smart folder…"), this,
                    &SmartFolderFlow::askForNew);
    if (m.sidebar.hidesBuiltIns())
        menu->addAction(tr("&Bring back the usual smart folders"), this, &SmartFolderFlow::restore);
    menu->addSeparator();
    menu->addAction(theme::icon(u"remove"_s), tr("Remo&ve"), this, [this, id] { remove(id); });
    menu->popup(where);
}

void SmartFolderFlow::change(const Job &job, const QString &words)
{
    m.library.write(job, this,
                    [this, words](const Result<LibraryChange> &result) { report(result, words); });
}

void SmartFolderFlow::report(const Result<LibraryChange> &result, const QString &words)
{
    if (!result) {
        m.sidebar.reload();
        m.banner.show({.text = result.error().kind == Error::Kind::Refused
                           ? tr("A smart folder needs a name and a search.")
                           : errortext::libraryTrouble(result.error()),
                       .tone = Banner::Tone::Problem});
        return;
    }
    if (result->isEmpty())
        return;
    // Without words of its own, the button of an earlier step would take this one back.
    if (words.isEmpty())
        m.banner.dismiss();
    else
        m.banner.show({.text = words, .action = tr("Undo"), .act = m.steps.undoOfThis()});
}

QString SmartFolderFlow::title(SmartFolderId id) const
{
    return m.sidebar.places().indexOf(id).data().toString();
}
