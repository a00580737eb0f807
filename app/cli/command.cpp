#include "cli/command.h"

#include "cli/commands.h"
#include "cli/endings.h"
#include "cli/output.h"
#include "cli/searchwords.h"

#include <QCoreApplication>

#include <algorithm>
#include <vector>

using namespace Qt::StringLiterals;
using cli::misused;

namespace {

struct Command
{
    QLatin1StringView name;
    QLatin1StringView usage;
    QLatin1StringView purpose;
    QStringList flags;
    QStringList valued;
    cli::ExitCode (*run)(const cli::Options &options);
};

const std::vector<Command> &commands()
{
    static const std::vector<Command> table{
        {"read"_L1,
         "FILE… [--url URL] [--as json|html|markdown|text] [--rules FILE]"_L1,
         "prints the story in a saved file; keeps nothing"_L1,
         {},
         {u"url"_s, u"as"_s, u"rules"_s},
         cli::read},
        {"feed"_L1,
         "FILE [--base URL] [--content-type TYPE]"_L1,
         "prints the feed in a file as JSON Feed; keeps nothing"_L1,
         {},
         {u"base"_s, u"content-type"_s},
         cli::feed},
        {"open"_L1,
         "FILE|FOLDER… [--only N[,M…]] [--library DIR] [--rules FILE]"_L1,
         "adds the stories of saved files to the library; with --only some of those in one file"_L1,
         {},
         {u"only"_s, u"library"_s, u"rules"_s},
         cli::open},
        {"list"_L1,
         "[--unread] [--bookmarks] [--recent] [--folder NAME] [--limit N] [--json] "
         "[--library DIR]"_L1,
         "lists stories, newest first: those that are all that is asked for; with --folder of a "
         "smart folder"_L1,
         {u"unread"_s, u"bookmarks"_s, u"recent"_s, u"json"_s},
         {u"folder"_s, u"limit"_s, u"library"_s},
         cli::list},
        {"folders"_L1,
         "[--json] [--library DIR]"_L1,
         "lists the smart folders with what they search for and how many stories are in them"_L1,
         {u"json"_s},
         {u"library"_s},
         cli::folders},
        {"search"_L1,
         "WORDS… [--order relevance|newest|oldest] [--limit N] [--json] [--count] [--library DIR]"_L1,
         "lists the stories that a search finds, best match first; with --count how many"_L1,
         {u"json"_s, u"count"_s},
         {u"order"_s, u"limit"_s, u"library"_s},
         cli::search},
        {"bookmark"_L1,
         "ID… [--off] [--library DIR]"_L1,
         "bookmarks stories by the number that list shows, or takes the bookmark off"_L1,
         {u"off"_s},
         {u"library"_s},
         cli::bookmark},
        {"export"_L1,
         "ID…|--all|--bookmarks [--as html|markdown|text|json] [--to FOLDER|FILE] "
         "[--pictures inside|beside] [--theme NAME] [--library DIR]"_L1,
         "writes stories to files, in the format that the name ends in, or prints them; overwrites "
         "nothing"_L1,
         {u"all"_s, u"bookmarks"_s},
         {u"as"_s, u"to"_s, u"pictures"_s, u"theme"_s, u"library"_s},
         cli::exportStories},
        {"history"_L1,
         "[--limit N] [--json] [--library DIR]"_L1,
         "lists what was changed in the library, when and by whom, newest first"_L1,
         {u"json"_s},
         {u"limit"_s, u"library"_s},
         cli::history},
        {"undo"_L1,
         "[--redo] [--library DIR]"_L1,
         "takes the last change back, or does it again"_L1,
         {u"redo"_s},
         {u"library"_s},
         cli::undo},
        {"subscribe"_L1,
         "ADDRESS… [--folder NAME[/NAME]] [--title TITLE] [--library DIR]"_L1,
         "subscribes to the feed at each address: a feed's own, or that of a site or a profile"_L1,
         {},
         {u"folder"_s, u"title"_s, u"library"_s},
         cli::subscribe},
        {"unsubscribe"_L1,
         "ADDRESS… [--library DIR]"_L1,
         "ends subscriptions; bookmarked stories stay"_L1,
         {},
         {u"library"_s},
         cli::unsubscribe},
        {"feeds"_L1,
         "[--json] [--library DIR]"_L1,
         "lists the subscriptions with their unread stories, their folders and how they are"_L1,
         {u"json"_s},
         {u"library"_s},
         cli::feeds},
        {"opml"_L1,
         "import FILE… | export [FILE] [--library DIR]"_L1,
         "takes subscriptions from lists of other programs, or writes such a list; overwrites "
         "nothing"_L1,
         {},
         {u"library"_s},
         cli::opml},
        {"update"_L1,
         "[ADDRESS…] [--library DIR]"_L1,
         "fetches the feeds that are subscribed to, all or those at these addresses"_L1,
         {},
         {u"library"_s},
         cli::update},
        {"backup"_L1,
         "[FOLDER] [--library DIR]"_L1,
         "backs the library up: with its pictures into a folder, or among its own backups"_L1,
         {},
         {u"library"_s},
         cli::backup},
        {"restore"_L1,
         "[NUMBER|FILE|FOLDER] [--library DIR]"_L1,
         "lists the backups, or makes one the library; what it was is kept"_L1,
         {},
         {u"library"_s},
         cli::restore},
        {"check"_L1,
         "[--repair] [--library DIR]"_L1,
         "looks whether all is well with the library; with --repair mends it"_L1,
         {u"repair"_s},
         {u"library"_s},
         cli::check},
        {"size"_L1,
         "[--json] [--library DIR]"_L1,
         "tells what takes room in the library, and what can be freed"_L1,
         {u"json"_s},
         {u"library"_s},
         cli::size},
        {"compact"_L1,
         "[--versions] [--pictures] [--backups] [--library DIR]"_L1,
         "frees room: what is free in the file, and what else is named"_L1,
         {u"versions"_s, u"pictures"_s, u"backups"_s},
         {u"library"_s},
         cli::compact},
    };
    return table;
}

// How it is called, and what it does.
void printUsage(const Command &command, const QString &indent)
{
    const auto usage = QString::fromUtf8(command.usage.data(), command.usage.size());
    cli::printLine(u"%1broadsheet-cli %2 %3\n%1    %4"_s.arg(indent, command.name, usage,
                                                             QString(command.purpose)));
}

void printSearchHelp()
{
    cli::printLine({});
    for (const auto &line : cli::searchHelp())
        cli::printLine(line);
}

void printHelp()
{
    cli::printLine(u"broadsheet-cli reads saved articles and looks after the library."_s);
    for (const auto &command : commands()) {
        cli::printLine({});
        printUsage(command, u"  "_s);
    }
    printSearchHelp();
    cli::printLine(u"\nbroadsheet-cli COMMAND --help tells of one command alone."_s);
    cli::printLine(
        u"\nExit code: 0; 1 when some of several inputs failed; 2 for bad input or usage."_s);
}

void printHelpFor(const Command &command)
{
    printUsage(command, {});
    if (command.name == "search"_L1)
        printSearchHelp();
}

// "-h" may also be a file's name, or a word to leave out of a search, where more is said.
bool asksForHelp(const QStringList &arguments)
{
    if (arguments == QStringList{u"-h"_s})
        return true;
    const auto end = std::ranges::find(arguments, u"--"_s);
    return std::find(arguments.begin(), end, u"--help"_s) != end;
}

// The option that nearly every command has may stand before the command, too.
QStringList commandFirst(QStringList arguments)
{
    QStringList library;
    while (!arguments.isEmpty()) {
        const auto takes = arguments.first() == "--library"_L1 ? 2
            : arguments.first().startsWith("--library="_L1)    ? 1
                                                               : 0;
        if (takes == 0)
            break;
        library += arguments.first(std::min(qsizetype(takes), arguments.size()));
        arguments.remove(0, std::min(qsizetype(takes), arguments.size()));
    }
    return arguments.isEmpty() ? arguments : arguments.first(1) + library + arguments.sliced(1);
}

} // namespace

int cli::run(const QStringList &written)
{
    const auto arguments = commandFirst(written);
    if (arguments.isEmpty())
        return misused(u"no command given"_s);
    const auto isHelp = arguments.first() == "help"_L1;
    if (arguments.first() == "--help"_L1 || arguments.first() == "-h"_L1
        || (isHelp && arguments.value(1, u"-"_s).startsWith(u'-'))) {
        printHelp();
        return Done;
    }
    const auto &name = arguments.at(isHelp ? 1 : 0);
    if (name == "--version"_L1) {
        printLine(u"broadsheet-cli "_s + QCoreApplication::applicationVersion());
        return Done;
    }
    const auto found = std::ranges::find(commands(), name, &Command::name);
    if (found == commands().end())
        return misused(u"unknown command %1"_s.arg(name));
    if (isHelp || asksForHelp(arguments.mid(1))) {
        printHelpFor(*found);
        return Done;
    }
    const auto options = parseOptions(arguments.mid(1), found->flags, found->valued);
    if (!options)
        return misused(options.error().detail);
    if (options->values.value(u"library"_s, u"."_s).isEmpty())
        return misused(u"--library needs a folder"_s);
    const auto code = found->run(*options);
    if (allWritten())
        return code;
    complain(u"the output could not be written"_s);
    return Failed;
}
