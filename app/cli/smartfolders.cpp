#include "cli/smartfolders.h"

#include "cli/commands.h"
#include "cli/endings.h"
#include "cli/libraryoption.h"
#include "cli/output.h"
#include "library/library.h"
#include "library/smartfolderstore.h"
#include "search/places.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr int countedAtMost = 10'000;
// Columns of the list that people read.
constexpr int countWidth = 6;
constexpr int nameWidth = 24;

struct Counted
{
    int stories = 0;
    int unread = 0;
};

Result<Counted> counted(Library &library, const SmartFolder &folder)
{
    const auto place = search::placeOf(folder.search);
    auto fresh = place;
    fresh.words = u"is:unread"_s;
    const auto stories = library.count(place, countedAtMost);
    if (!stories)
        return stories.error();
    const auto unread = library.count(fresh, countedAtMost);
    if (!unread)
        return unread.error();
    return Counted{.stories = *stories, .unread = *unread};
}

QString number(int stories)
{
    return stories < countedAtMost ? QString::number(stories)
                                   : QString::number(countedAtMost - 1) + u'+';
}

QString asJson(const SmartFolder &folder, const Counted &counted)
{
    return QString::fromUtf8(QJsonDocument(QJsonObject{{u"name"_s, cli::nameOf(folder)},
                                                       {u"search"_s, folder.search},
                                                       {u"stories"_s, counted.stories},
                                                       {u"unread"_s, counted.unread}})
                                 .toJson(QJsonDocument::Compact));
}

// "    12 unread of    340  Tides                    tide OR ebb"
QString asLine(const SmartFolder &folder, const Counted &counted)
{
    return number(counted.unread).rightJustified(countWidth) + " unread of "_L1
        + number(counted.stories).rightJustified(countWidth) + "  "_L1
        + cli::nameOf(folder).leftJustified(nameWidth) + u' ' + folder.search;
}

} // namespace

QString cli::nameOf(const SmartFolder &folder)
{
    if (!folder.title.isEmpty())
        return folder.title;
    switch (folder.builtIn) {
    case SmartFolder::BuiltIn::Today:
        return u"Today"_s;
    case SmartFolder::BuiltIn::Unread:
        return u"Unread"_s;
    case SmartFolder::BuiltIn::Bookmarks:
        return u"Bookmarks"_s;
    case SmartFolder::BuiltIn::Started:
        return u"Continue reading"_s;
    case SmartFolder::BuiltIn::Opened:
        return u"Recently opened"_s;
    case SmartFolder::BuiltIn::None:
        break;
    }
    return folder.search;
}

Result<StoryQuery> cli::placeNamed(Library &library, const QString &name)
{
    const auto folders = library.smartFolders().list();
    if (!folders)
        return folders.error();
    const auto found = std::ranges::find_if(*folders, [&](const SmartFolder &folder) {
        return nameOf(folder).compare(name, Qt::CaseInsensitive) == 0;
    });
    if (found == folders->end())
        return Error{Error::Kind::NotFound, u"no smart folder has this name; folders lists them"_s,
                     name};
    return search::placeOf(found->search);
}

cli::ExitCode cli::folders(const Options &options)
{
    if (!options.operands.isEmpty()) {
        complain(u"folders takes no words"_s);
        return Failed;
    }
    const auto library = openLibrary(options, Library::Access::ReadOnly);
    const auto folders
        = library ? (*library)->smartFolders().list() : Result<QList<SmartFolder>>(library.error());
    if (!folders)
        return fail(folders.error());
    for (const auto &folder : *folders) {
        const auto stories = counted(**library, folder);
        if (!stories)
            return fail(stories.error());
        printLine(options.has(u"json"_s) ? asJson(folder, *stories) : asLine(folder, *stories));
    }
    return Done;
}
