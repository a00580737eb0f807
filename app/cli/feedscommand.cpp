#include "cli/commands.h"
#include "cli/endings.h"
#include "cli/libraryoption.h"
#include "cli/output.h"
#include "library/feedstore.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace {

constexpr int unreadWidth = 6;

QString day(const QDateTime &moment)
{
    return moment.toLocalTime().date().toString(Qt::ISODate);
}

QString stateInWords(const Feed &feed)
{
    if (feed.settings.paused)
        return u"paused"_s;
    if (feed.failure)
        return u"fails since %1: %2"_s.arg(day(feed.failure->since),
                                           cli::sentence(feed.failure->error));
    if (!feed.fetched.isValid())
        return u"not fetched yet"_s;
    return feed.changed.isValid() ? u"last news on %1"_s.arg(day(feed.changed)) : QString();
}

// The names of the folders around each folder and itself, from the outermost.
QHash<FeedFolderId, QStringList> pathsOf(const FeedTree &tree)
{
    QHash<FeedFolderId, QStringList> paths;
    // Parents stand before children.
    for (const auto &folder : tree.folders)
        paths.insert(folder.id, paths.value(folder.parent) + QStringList{folder.title});
    return paths;
}

QString asJson(const Feed &feed, const QStringList &folder)
{
    QJsonObject object{{u"id"_s, qint64(feed.id)},
                       {u"feed_url"_s, feed.url.toString(QUrl::FullyEncoded)},
                       {u"title"_s, feed.title},
                       {u"unread"_s, feed.unread},
                       {u"stories"_s, feed.stories}};
    if (!feed.site.isEmpty())
        object.insert(u"home_page_url"_s, feed.site.toString(QUrl::FullyEncoded));
    if (!folder.isEmpty())
        object.insert(u"folder"_s, QJsonArray::fromStringList(folder));
    if (const auto state = stateInWords(feed); !state.isEmpty())
        object.insert(u"state"_s, state);
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

// "    12  Harbour News – Sea/Ships – https://coast.example/feed – paused"
QString asLine(const Feed &feed, const QStringList &folder)
{
    QStringList parts{feed.title, folder.join(u'/'), feed.url.toString(), stateInWords(feed)};
    parts.removeAll(QString());
    return QString::number(feed.unread).rightJustified(unreadWidth) + "  "_L1
        + parts.join(u" – "_s);
}

} // namespace

cli::ExitCode cli::feeds(const Options &options)
{
    if (!options.operands.isEmpty())
        return misused(u"feeds takes no words"_s);
    const auto library = openLibrary(options, Library::Access::ReadOnly);
    const auto tree = library ? (*library)->feeds().tree() : library.error();
    if (!tree)
        return fail(tree.error());
    QHash<FeedId, const Feed *> feedsById;
    for (const auto &feed : tree->feeds)
        feedsById.insert(feed.id, &feed);
    const auto paths = pathsOf(*tree);
    for (const auto &node : tree->order) {
        if (const auto *const feed = feedsById.value(node.feed)) {
            const auto folder = paths.value(feed->folder);
            printLine(options.has(u"json"_s) ? asJson(*feed, folder) : asLine(*feed, folder));
        }
    }
    return Done;
}
