#include "library/smartfolderstore.h"

#include "library/database.h"
#include "library/journal.h"
#include "library/smartfoldertable.h"

using namespace Qt::StringLiterals;

namespace {

using Action = journal::Entry::Action;

// Makes a change and writes down what it did, if it did anything.
LibraryChange asStep(Database &database, Action action, const QString &title, const QDateTime &now,
                     const std::function<void()> &change)
{
    Transaction transaction(database);
    const auto before = smartfoldertable::rows(database);
    change();
    const auto changes = smartfoldertable::changes(before, smartfoldertable::rows(database));
    if (changes.isEmpty())
        return {};
    journal::append(database, {.action = action, .title = title, .smartFolders = changes},
                    journal::Kind::Step, now);
    transaction.commit();
    return {.smartFolders = true};
}

Error noFolder(SmartFolderId id)
{
    return {.kind = Error::Kind::NotFound, .detail = u"no smart folder %1"_s.arg(qint64(id))};
}

Error refused(const QString &why)
{
    return {.kind = Error::Kind::Refused, .detail = why};
}

// Only what is built in has a name and a search of its own.
bool lacks(const SmartFolder &folder, const std::optional<QString> &given)
{
    return folder.builtIn == SmartFolder::BuiltIn::None && given && given->simplified().isEmpty();
}

void write(Database &database, SmartFolderId id, const SmartFolderStore::SetUp &changes)
{
    if (changes.title)
        smartfoldertable::setTitle(database, id, changes.title->simplified());
    if (changes.search)
        smartfoldertable::setSearch(database, id, changes.search->simplified());
    if (changes.icon)
        smartfoldertable::setIcon(database, id, *changes.icon);
}

} // namespace

SmartFolderStore::SmartFolderStore(Database &database, const QString &file)
    : m_database(database)
    , m_file(file)
{
}

Result<QList<SmartFolder>> SmartFolderStore::list() const
{
    return attempt(
        m_file, [&]() -> Result<QList<SmartFolder>> { return smartfoldertable::all(m_database); });
}

Result<QList<SmartFolder>> SmartFolderStore::removedBuiltIns() const
{
    return attempt(m_file, [&]() -> Result<QList<SmartFolder>> {
        return smartfoldertable::removedBuiltIns(m_database);
    });
}

Result<SmartFolderStore::Added> SmartFolderStore::add(const QString &title, const QString &search,
                                                      const QString &icon, const QDateTime &now)
{
    const SetUp fields{.title = title, .search = search, .icon = icon};
    if (lacks({}, title) || lacks({}, search))
        return refused(u"a smart folder needs a name and a search"_s);
    return attempt(m_file, [&]() -> Result<Added> {
        Added added;
        added.change = asStep(m_database, Action::AddSmartFolder, title.simplified(), now, [&] {
            added.id = smartfoldertable::insert(m_database);
            write(m_database, added.id, fields);
        });
        return added;
    });
}

Result<LibraryChange> SmartFolderStore::rename(SmartFolderId id, const QString &title,
                                               const QDateTime &now)
{
    return attempt(m_file, [&]() -> Result<LibraryChange> {
        const auto before = smartfoldertable::find(m_database, id);
        if (!before)
            return noFolder(id);
        if (lacks(*before, title))
            return refused(u"a smart folder needs a name"_s);
        return asStep(m_database, Action::RenameSmartFolder, title.simplified(), now,
                      [&] { write(m_database, id, {.title = title}); });
    });
}

Result<LibraryChange> SmartFolderStore::setUp(SmartFolderId id, const SetUp &changes,
                                              const QDateTime &now)
{
    return attempt(m_file, [&]() -> Result<LibraryChange> {
        const auto before = smartfoldertable::find(m_database, id);
        if (!before)
            return noFolder(id);
        if (lacks(*before, changes.title) || lacks(*before, changes.search))
            return refused(u"a smart folder needs a name and a search"_s);
        return asStep(m_database, Action::SetUpSmartFolder, changes.title.value_or(before->title),
                      now, [&] { write(m_database, id, changes); });
    });
}

Result<LibraryChange> SmartFolderStore::move(SmartFolderId id, int position, const QDateTime &now)
{
    return attempt(m_file, [&]() -> Result<LibraryChange> {
        const auto before = smartfoldertable::find(m_database, id);
        if (!before)
            return noFolder(id);
        return asStep(m_database, Action::MoveSmartFolder, before->title, now,
                      [&] { smartfoldertable::move(m_database, id, position); });
    });
}

Result<LibraryChange> SmartFolderStore::remove(SmartFolderId id, const QDateTime &now)
{
    return attempt(m_file, [&]() -> Result<LibraryChange> {
        const auto before = smartfoldertable::find(m_database, id);
        if (!before)
            return noFolder(id);
        return asStep(m_database, Action::RemoveSmartFolder, before->title, now,
                      [&] { smartfoldertable::setRemoved(m_database, id, true); });
    });
}

Result<LibraryChange> SmartFolderStore::restoreBuiltIns(const QDateTime &now)
{
    return attempt(m_file, [&]() -> Result<LibraryChange> {
        return asStep(m_database, Action::RestoreSmartFolders, {}, now, [&] {
            const auto removed = smartfoldertable::removedBuiltIns(m_database);
            for (const auto &folder : removed) {
                write(m_database, folder.id,
                      {.title = QString(), .search = QString(), .icon = QString()});
                smartfoldertable::setRemoved(m_database, folder.id, false);
            }
        });
    });
}
