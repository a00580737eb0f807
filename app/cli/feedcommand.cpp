#include "cli/commands.h"
#include "cli/endings.h"
#include "cli/output.h"
#include "feeds/feeds.h"
#include "feeds/jsonoutput.h"

#include <QFile>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace {

Result<QByteArray> bytesOf(const QString &file)
{
    const QFileInfo info(file);
    if (!info.exists())
        return Error{.kind = Error::Kind::NotFound, .detail = {}, .where = file};
    if (info.isDir())
        return Error{.kind = Error::Kind::NotAFile, .detail = {}, .where = file};
    QFile opened(file);
    if (!opened.open(QIODevice::ReadOnly))
        return Error{.kind = Error::Kind::Unreadable, .detail = {}, .where = file};
    return opened.readAll();
}

} // namespace

cli::ExitCode cli::feed(const Options &options)
{
    if (options.operands.size() != 1)
        return misused(u"feed needs one file"_s);
    if (options.has(u"base"_s) && !isWebAddress(options.values.value(u"base"_s)))
        return misused(u"--base takes the address of the feed: https://…"_s);
    const auto &file = options.operands.first();
    const auto bytes = bytesOf(file);
    if (!bytes)
        return fail(bytes.error());
    const auto feed
        = feeds::parse(*bytes,
                       {.url = QUrl(options.values.value(u"base"_s)),
                        .contentType = options.values.value(u"content-type"_s).toUtf8()});
    if (!feed) {
        auto error = feed.error();
        error.where = file;
        complain(error);
        return Failed;
    }
    print(feeds::toJson(*feed) + '\n');
    return Done;
}
