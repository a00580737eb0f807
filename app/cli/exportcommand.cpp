#include "cli/commands.h"
#include "cli/endings.h"
#include "cli/libraryoption.h"
#include "cli/output.h"
#include "cli/storylines.h"
#include "library/library.h"
#include "tasks/exportstories.h"
#include "tasks/limits.h"

#include <QFileInfo>

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;
using cli::fail;
using cli::misused;

namespace {

std::optional<page::Theme> themeNamed(const QString &name)
{
    const auto *const found = std::ranges::find(page::themes, name, page::themeName);
    return found == page::themes.end() ? std::nullopt : std::optional(*found);
}

// What was asked for, or a sentence about what is wrong with it.
Result<tasks::ExportStyle> styleFrom(const cli::Options &options)
{
    const auto refused = [](const QString &why) { return Error{Error::Kind::Refused, why}; };
    const auto form = tasks::exportForm(options.values.value(u"as"_s, u"html"_s));
    if (!form)
        return refused(u"--as takes html, markdown, text or json"_s);
    const auto pictures = options.values.value(u"pictures"_s, u"inside"_s);
    if (pictures != "inside"_L1 && pictures != "beside"_L1)
        return refused(u"--pictures takes inside or beside"_s);
    if (pictures == "beside"_L1 && (*form != tasks::ExportForm::Markdown || !options.has(u"to"_s)))
        return refused(u"--pictures beside is for --as markdown with --to"_s);
    const auto theme = themeNamed(options.values.value(u"theme"_s, u"light"_s));
    if (!theme)
        return refused(u"--theme takes light, paper, sepia, dark, black or contrast"_s);
    using Pictures = tasks::ExportStyle::Pictures;
    return tasks::ExportStyle{.form = *form,
                              .pictures
                              = pictures == "beside"_L1 ? Pictures::Beside : Pictures::Inside,
                              .look = {.theme = *theme}};
}

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
    return path.endsWith(u'/') || QFileInfo(path).isDir() || options.operands.size() != 1;
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
    if (QFileInfo::exists(path))
        return Error{Error::Kind::Refused, u"there is such a file; name another"_s, path};
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
    const auto style = styleFrom(options);
    if (!style)
        return misused(style.error().detail);
    const auto library = openLibrary(options, Library::Access::ReadOnly);
    if (!library)
        return fail(library.error());
    const auto ids = wanted(options, **library);
    if (!ids)
        return fail(ids.error());

    const auto to = options.values.value(u"to"_s);
    const auto folder = isFolder(to, options);
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
