#include "care/freeing.h"
#include "care/librarysize.h"
#include "care/transfer.h"
#include "cli/carewords.h"
#include "cli/commands.h"
#include "cli/endings.h"
#include "cli/libraryoption.h"
#include "cli/output.h"
#include "library/backups.h"
#include "library/database.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;
using cli::fail;
using cli::misused;

namespace {

constexpr int numberWidth = 3;
constexpr int sizeWidth = 10;
constexpr int nameWidth = 34;

QDateTime now()
{
    return QDateTime::currentDateTimeUtc();
}

// One among the library's own backups.
Result<transfer::Contents> backUpHere(const QString &folder)
{
    const auto library = Library::open(folder, Library::Access::ReadOnly);
    if (!library)
        return library.error();
    const auto file = folder + u"/library.sqlite"_s;
    const auto made = attempt(file, [&]() -> Result<backups::Backup> {
        Database database(file, Database::Access::ReadOnly);
        return backups::make(database, backups::folderOf(folder), backups::Reason::ByHand, now());
    });
    if (!made)
        return made.error();
    return transfer::inspect(made->file, folder);
}

QString contentsLine(const transfer::Contents &contents)
{
    return u"%1  %2, %3 bookmarked, %4"_s.arg(
        carewords::moment(contents.made),
        carewords::counted(contents.stories, u"story"_s, u"stories"_s),
        QString::number(contents.bookmarks), carewords::size(contents.bytes));
}

cli::ExitCode listBackups(const QString &folder)
{
    const auto found = backups::in(backups::folderOf(folder));
    if (found.isEmpty()) {
        cli::printLine(u"no backups yet; broadsheet-cli backup makes one"_s);
        return cli::Done;
    }
    auto number = 0;
    for (const auto &backup : found) {
        const auto contents = transfer::inspect(backup.file, folder);
        cli::printLine(QString::number(++number).rightJustified(numberWidth) + u"  "_s
                       + (contents ? contentsLine(*contents)
                                   : carewords::moment(backup.made) + u"  cannot be read"_s)
                       + u"  "_s + carewords::reason(backup.reason));
    }
    return cli::Done;
}

// "3" is the third that is listed; everything else names a file or a folder.
Result<QString> chosen(const QString &folder, const QString &operand)
{
    auto isNumber = false;
    const auto number = operand.toInt(&isNumber);
    if (!isNumber || QFileInfo::exists(operand))
        return QFileInfo(operand).absoluteFilePath();
    const auto found = backups::in(backups::folderOf(folder));
    if (number < 1 || number > found.size())
        return Error{Error::Kind::NotFound, u"no backup has this number"_s, operand};
    return found.at(number - 1).file;
}

struct Part
{
    QString name;
    qint64 bytes;
};

QList<Part> partsOf(const LibrarySize &size)
{
    return {{u"texts of stories"_s, size.texts},
            {u"older versions of them"_s, size.olderVersions},
            {u"pictures"_s, size.pictures},
            {u"index of words"_s, size.index},
            {u"lists and feeds"_s, size.lists},
            {u"journal, for undo"_s, size.journal},
            {u"free in the file"_s, size.freePages},
            {u"log"_s, size.log},
            {u"backups"_s, size.backups}};
}

void printSize(const LibrarySize &size)
{
    const auto line = [](const QString &name, const QString &value) {
        cli::printLine(name.leftJustified(nameWidth) + value.rightJustified(sizeWidth));
    };
    for (const auto &part : partsOf(size))
        line(part.name, carewords::size(part.bytes));
    line(u"together"_s, carewords::size(size.total()));
    if (size.estimated)
        cli::printLine(u"(estimated: this SQLite cannot say what each table takes)"_s);
    if (!size.biggest.isEmpty())
        cli::printLine(u"\nThe most text, in packed form:"_s);
    for (const auto &source : size.biggest)
        line(source.title.left(nameWidth - 1), carewords::size(source.bytes));
    cli::printLine(u"\nbroadsheet-cli compact can free:"_s);
    line(u"  free in the file"_s, carewords::size(size.freePages));
    line(u"  --versions  old versions"_s, carewords::size(size.versions.bytes));
    line(u"  --pictures  that nothing uses"_s, carewords::size(size.unusedPictures.bytes));
    line(u"  --backups   all but the newest"_s, carewords::size(size.oldBackups.bytes));
}

void printSizeAsJson(const LibrarySize &size)
{
    QJsonArray biggest;
    for (const auto &source : size.biggest)
        biggest.append(QJsonObject{{u"title"_s, source.title},
                                   {u"bytes"_s, source.bytes},
                                   {u"stories"_s, source.stories}});
    const QJsonObject object{
        {u"texts"_s, size.texts},         {u"older_versions"_s, size.olderVersions},
        {u"pictures"_s, size.pictures},   {u"index"_s, size.index},
        {u"lists"_s, size.lists},         {u"journal"_s, size.journal},
        {u"free"_s, size.freePages},      {u"log"_s, size.log},
        {u"backups"_s, size.backups},     {u"total"_s, size.total()},
        {u"estimated"_s, size.estimated}, {u"biggest"_s, biggest}};
    cli::printLine(QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact)));
}

} // namespace

cli::ExitCode cli::backup(const Options &options)
{
    if (options.operands.size() > 1)
        return misused(u"backup takes one folder"_s);
    const auto folder = libraryFolder(options);
    const auto made = options.operands.isEmpty()
        ? backUpHere(folder)
        : transfer::backUp(folder, options.operands.first(), now());
    if (!made)
        return fail(made.error());
    printLine(made->path);
    printLine(contentsLine(*made));
    if (made->missingPictures == 0)
        return Done;
    complain(u"%1 of its %2 pictures are missing in the library itself"_s.arg(made->missingPictures)
                 .arg(made->pictures));
    return SomeFailed;
}

cli::ExitCode cli::restore(const Options &options)
{
    if (options.operands.size() > 1)
        return misused(u"restore takes one backup"_s);
    const auto folder = libraryFolder(options);
    if (options.operands.isEmpty())
        return listBackups(folder);
    const auto path = chosen(folder, options.operands.first());
    if (!path)
        return fail(path.error());
    const auto restored = transfer::restore(folder, *path, now());
    if (!restored)
        return fail(restored.error());
    printLine(u"restored: "_s + contentsLine(restored->contents));
    if (!restored->keptAside.isEmpty())
        printLine(u"kept, to restore if this was wrong: "_s + restored->keptAside);
    return Done;
}

cli::ExitCode cli::size(const Options &options)
{
    if (!options.operands.isEmpty())
        return misused(u"size takes no operands"_s);
    const auto measured = librarysize::measure(libraryFolder(options), now());
    if (!measured)
        return fail(measured.error());
    options.has(u"json"_s) ? printSizeAsJson(*measured) : printSize(*measured);
    return Done;
}

cli::ExitCode cli::compact(const Options &options)
{
    if (!options.operands.isEmpty())
        return misused(u"compact takes no operands"_s);
    const auto freed = freeing::run(libraryFolder(options),
                                    {.olderVersions = options.has(u"versions"_s),
                                     .unusedPictures = options.has(u"pictures"_s),
                                     .oldBackups = options.has(u"backups"_s)},
                                    now());
    if (!freed)
        return fail(freed.error());
    printLine(carewords::size(*freed) + u" freed"_s);
    return Done;
}
