#include "cli/commands.h"
#include "cli/endings.h"
#include "cli/exportstyle.h"
#include "cli/libraryoption.h"
#include "cli/output.h"
#include "cli/storylines.h"
#include "library/library.h"
#include "tasks/exportstories.h"
#include "tasks/limits.h"

#include <QDir>
#include <QFileInfo>

#include <optional>

using namespace Qt::StringLiterals;
using cli::fail;
using cli::misused;

namespace {

Result<QList<ArticleId>> allIn(const Library &library, StoryQuery::Scope scope)
{
    QList<ArticleId> ids;
    std::optional<Headline> last;
    for (;;) {
        const auto some = library.headlines({.scope = scope}, tasks::limits::exportedAtOnce, last);
        if (!some)
            return some.error();
        if (some->isEmpty())
            return ids;
        for (const auto &headline : *some)
            ids.append(headline.id);
        last = some->last();
    }
}

Result<QList<ArticleId>> wanted(const cli::Options &options, const Library &library)
{
    if (options.has(u"all"_s))
        return allIn(library, StoryQuery::Scope::All);
    if (options.has(u"bookmarks"_s))
        return allIn(library, StoryQuery::Scope::Bookmarks);
    return cli::idsOf(options.operands);
}

// A name that ends in a slash, a folder that is there, and whatever takes several stories.
bool isFolder(const QString &path, const cli::Options &options)
{
    const auto named = cli::idsOf(options.operands);
    return cli::isNamedFolder(path) || !named || named->size() != 1;
}

// What stands in the way of every story that is to be written there, in words; empty for nothing.
QString obstacle(const QString &path, bool folder)
{
    const QFileInfo wanted(path);
    if (folder && wanted.exists() && !wanted.isDir())
        return path + u": is a file; name a folder for several stories"_s;
    if (!folder && wanted.exists())
        return cli::notOverwritten(path);
    if (folder && !cli::isNamedFolder(path) && !cli::endingOf(path).isEmpty())
        return path
            + u": is the name of one file; for several stories name a folder: %1/"_s.arg(path);
    // A folder is made with those it lies in.
    QFileInfo nearest(QDir::cleanPath(wanted.absoluteFilePath()));
    while (!nearest.exists() && !nearest.isRoot())
        nearest.setFile(nearest.absolutePath());
    if (!nearest.isDir())
        return nearest.filePath()
            + u": is a file, so that nothing can lie in it; name another "
              "folder"_s;
    if (!folder && !wanted.dir().exists())
        return wanted.path() + u": there is no such folder; make it first"_s;
    if (!nearest.isWritable())
        return nearest.filePath() + u": cannot be written to; check its rights"_s;
    return {};
}

Result<void> writeOne(const QString &path, bool folder, const Article &story,
                      const tasks::ExportStyle &style)
{
    if (folder) {
        const auto file = tasks::exportInto(path, story, style);
        if (!file)
            return file.error();
        cli::printLine(*file);
        return {};
    }
    const auto written = tasks::exportTo(path, story, style);
    if (written)
        cli::printLine(path);
    return written;
}

// What files of stories cannot be written says other things than what cannot be read.
void complainOf(const Error &error, ArticleId id)
{
    const auto number = QString::number(qint64(id));
    if (error.kind == Error::Kind::NotFound)
        cli::complain(number + u": no story has this number; see broadsheet-cli list"_s);
    else if (error.kind == Error::Kind::Unreadable)
        cli::complain(error.where + u": cannot be written ("_s + error.detail + u')');
    else
        cli::complain(error);
}

} // namespace

cli::ExitCode cli::exportStories(const Options &options)
{
    const auto chosen = int(!options.operands.isEmpty()) + int(options.has(u"all"_s))
        + int(options.has(u"bookmarks"_s));
    if (chosen != 1)
        return misused(u"export takes either numbers of stories, --all or --bookmarks"_s);
    const auto to = options.values.value(u"to"_s);
    const auto folder = isFolder(to, options);
    const auto style = exportStyle(options, !folder);
    if (!style)
        return misused(style.error().detail);
    const auto library = openLibrary(options, Library::Access::ReadOnly);
    if (!library)
        return fail(library.error());
    const auto ids = wanted(options, **library);
    if (!ids)
        return fail(ids.error());

    if (ids->isEmpty()) {
        complain(options.has(u"bookmarks"_s) ? u"nothing to export: no story is bookmarked"_s
                                             : u"nothing to export: the library holds no story"_s);
        return Done;
    }

    if (const auto why = options.has(u"to"_s) ? obstacle(to, folder) : QString(); !why.isEmpty()) {
        complain(why);
        return Failed;
    }
    qsizetype failed = 0;
    for (const auto id : *ids) {
        const auto story = tasks::wholeStory(**library, id);
        auto written = story ? Result<void>() : Result<void>(story.error());
        if (story && options.has(u"to"_s))
            written = writeOne(to, folder, *story, *style);
        else if (story)
            print(tasks::exported(*story, *style));
        if (!written) {
            complainOf(written.error(), id);
            ++failed;
        }
    }
    if (failed == 0)
        return Done;
    return failed < ids->size() ? SomeFailed : Failed;
}
