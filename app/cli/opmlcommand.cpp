#include "cli/commands.h"
#include "cli/endings.h"
#include "cli/libraryoption.h"
#include "cli/output.h"
#include "feeds/limits.h"
#include "feeds/opml.h"
#include "library/feedstore.h"

#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

using namespace Qt::StringLiterals;
using cli::fail;
using cli::misused;

namespace {

QDateTime now()
{
    return QDateTime::currentDateTimeUtc();
}

Result<feeds::Subscriptions> readList(const QString &path)
{
    if (!QFileInfo::exists(path))
        return Error{Error::Kind::NotFound, u"no such file"_s, path};
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{Error::Kind::Unreadable, file.errorString(), path};
    auto found = feeds::readSubscriptions(file.read(feeds::limits::listBytes + 1));
    if (found)
        return found;
    auto error = found.error();
    error.where = path;
    return error;
}

// Feeds of all the files are one step for undo.
cli::ExitCode import(const QStringList &files, const cli::Options &options)
{
    QList<NewFeed> wanted;
    qsizetype failed = 0;
    int leftOut = 0;
    for (const auto &file : files) {
        if (const auto found = readList(file)) {
            wanted += found->feeds;
            leftOut += found->leftOut;
        } else {
            cli::complain(found.error());
            ++failed;
        }
    }
    if (failed == files.size())
        return cli::Failed;
    const auto library = cli::openLibrary(options, Library::Access::ReadWrite);
    if (!library)
        return fail(library.error());
    const auto subscribed = (*library)->feeds().subscribe(wanted, now(), Actor::Import);
    if (!subscribed)
        return fail(subscribed.error());
    cli::printLine(u"feeds: %1 new, %2 there already, %3 left out"_s.arg(subscribed->added)
                       .arg(wanted.size() - subscribed->added)
                       .arg(leftOut));
    return failed == 0 ? cli::Done : cli::SomeFailed;
}

cli::ExitCode write(const QByteArray &list, const QString &path)
{
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly) && file.write(list) == list.size() && file.commit())
        return cli::Done;
    cli::complain(path + u": cannot be written ("_s + file.errorString() + u')');
    return cli::Failed;
}

cli::ExitCode exportList(const QStringList &files, const cli::Options &options)
{
    if (!files.isEmpty() && QFileInfo::exists(files.first())) {
        cli::complain(cli::notOverwritten(files.first()));
        return cli::Failed;
    }
    const auto library = cli::openLibrary(options, Library::Access::ReadOnly);
    const auto feeds = library ? (*library)->feeds().outline() : library.error();
    if (!feeds)
        return fail(feeds.error());
    const auto list = feeds::writeOpml(*feeds, u"Broadsheet subscriptions"_s, now());
    if (!files.isEmpty())
        return write(list, files.first());
    cli::print(list);
    return cli::Done;
}

} // namespace

cli::ExitCode cli::opml(const Options &options)
{
    const auto what = options.operands.value(0);
    const auto files = options.operands.mid(1);
    if (what == "import"_L1)
        return files.isEmpty() ? misused(u"opml import needs a file"_s) : import(files, options);
    if (what != "export"_L1)
        return misused(u"opml takes import or export"_s);
    return files.size() > 1 ? misused(u"opml export takes one file"_s) : exportList(files, options);
}
