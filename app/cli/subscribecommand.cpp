#include "cli/commands.h"
#include "cli/endings.h"
#include "cli/libraryoption.h"
#include "cli/output.h"
#include "feeds/addresses.h"
#include "feeds/discovery.h"
#include "library/feedstore.h"
#include "network/fetcher.h"
#include "tasks/findfeeds.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <utility>

using namespace Qt::StringLiterals;

namespace {

cli::ExitCode outcome(qsizetype failed, qsizetype all)
{
    if (failed == 0)
        return cli::Done;
    return failed < all ? cli::SomeFailed : cli::Failed;
}

// The folders around a feed: "Sea/Ships".
QStringList folderNamed(const QString &path)
{
    QStringList folder;
    for (const auto &name : path.split(u'/')) {
        if (const auto title = name.simplified(); !title.isEmpty())
            folder.append(title);
    }
    return folder;
}

// A file beside the shell is meant by its name alone.
QString addressOf(const QString &operand)
{
    const QFileInfo file(operand);
    return file.isFile() ? file.absoluteFilePath() : operand;
}

// Looks for the feed at one address after the other, and takes the likeliest of each.
class Subscribing
{
public:
    Subscribing(Library &library, QStringList addresses, NewFeed wanted)
        : m_library(library)
        , m_addresses(std::move(addresses))
        , m_wanted(std::move(wanted))
        , m_search(m_fetcher)
    {
        QObject::connect(&m_search, &FindFeeds::found, &m_search,
                         [this](const FoundFeed &feed) { take(feed); });
        QObject::connect(&m_search, &FindFeeds::failed, &m_search,
                         [this](const Error &error) { fail(error); });
        QObject::connect(&m_search, &FindFeeds::finished, &m_search, [this] { next(); });
    }

    cli::ExitCode run()
    {
        next();
        QCoreApplication::exec();
        return outcome(m_failed, m_addresses.size());
    }

private:
    void next()
    {
        if (m_at < m_addresses.size())
            m_search.find(addressOf(m_addresses.at(m_at++)));
        else
            QCoreApplication::quit();
    }

    void take(const FoundFeed &found)
    {
        m_search.cancel();
        auto feed = m_wanted;
        feed.url = found.url;
        feed.site = found.feed.site;
        const auto subscribed
            = m_library.feeds().subscribe({feed}, QDateTime::currentDateTimeUtc());
        if (!subscribed) {
            fail(subscribed.error());
        } else {
            const auto title = feed.title.isEmpty() ? found.feed.title : feed.title;
            const auto known = subscribed->added == 0 ? u"  (was there already)"_s : QString();
            cli::printLine(feed.url.toString() + u"  "_s + title + known);
        }
        next();
    }

    void fail(const Error &error)
    {
        ++m_failed;
        if (error.kind == Error::Kind::Malformed && error.where == m_addresses.at(m_at - 1))
            cli::complain(error.where + u": is no address; write it as https://example.org/feed"_s);
        else
            cli::complain(error);
    }

    Library &m_library;
    QStringList m_addresses;
    NewFeed m_wanted; // Without its address.
    network::Fetcher m_fetcher;
    FindFeeds m_search;
    qsizetype m_at = 0;
    qsizetype m_failed = 0;
};

} // namespace

cli::ExitCode cli::subscribe(const Options &options)
{
    const auto &addresses = options.operands;
    if (addresses.isEmpty())
        return misused(u"subscribe needs an address"_s);
    const auto title = options.values.value(u"title"_s).simplified();
    if (!title.isEmpty() && addresses.size() > 1) {
        complain(u"--title is for one address"_s);
        return Failed;
    }
    const auto library = openLibrary(options, Library::Access::ReadWrite);
    if (!library)
        return fail(library.error());
    const NewFeed wanted{.title = title, .folder = folderNamed(options.values.value(u"folder"_s))};
    return Subscribing(**library, addresses, wanted).run();
}

cli::ExitCode cli::unsubscribe(const Options &options)
{
    const auto &addresses = options.operands;
    if (addresses.isEmpty()) {
        complain(u"unsubscribe needs a feed's address; see broadsheet-cli feeds"_s);
        return Failed;
    }
    const auto library = openLibrary(options, Library::Access::ReadWrite);
    const auto tree = library ? (*library)->feeds().tree() : library.error();
    if (!tree)
        return fail(tree.error());
    QList<FeedId> chosen;
    qsizetype failed = 0;
    for (const auto &address : addresses) {
        const auto key = feeds::addressKey(feeds::addressFrom(addressOf(address)));
        const auto count = chosen.size();
        for (const auto &feed : tree->feeds) {
            if (feeds::addressKey(feed.url) == key)
                chosen.append(feed.id);
        }
        if (chosen.size() == count) {
            ++failed;
            complain(address + u": is not subscribed to; see broadsheet-cli feeds"_s);
        }
    }
    // One step for undo, whatever their number.
    if (!chosen.isEmpty()) {
        const auto changed
            = (*library)->feeds().unsubscribe(chosen, QDateTime::currentDateTimeUtc());
        if (!changed)
            return fail(changed.error());
    }
    return outcome(failed, addresses.size());
}
