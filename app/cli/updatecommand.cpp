#include "cli/commands.h"
#include "cli/libraryoption.h"
#include "cli/output.h"
#include "feeds/discovery.h"
#include "library/sharedlibrary.h"
#include "network/fetcher.h"
#include "tasks/refreshfeeds.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

QString counted(int number, QLatin1StringView one, QLatin1StringView several)
{
    return u"%1 %2"_s.arg(number).arg(number == 1 ? one : several);
}

// Fetches feeds, waits for the end and tells of it.
class Update
{
public:
    Update(const QString &folder, QStringList addresses)
        : m_addresses(std::move(addresses))
        , m_library(folder)
        , m_task(m_library, m_fetcher)
    {
        QObject::connect(&m_library, &SharedLibrary::failed, &m_receiver,
                         [this](const Error &error) { fail(error); });
        QObject::connect(&m_task, &RefreshFeeds::finished, &m_receiver,
                         [this](const RefreshReport &report) { finish(report); });
    }

    cli::ExitCode run()
    {
        withFeeds([this](const QList<Feed> &feeds) { begin(feeds); });
        QCoreApplication::exec();
        return m_code;
    }

private:
    template<typename Use>
    void withFeeds(Use use)
    {
        m_library.read([](Library &library) { return library.feeds().tree(); }, &m_receiver,
                       [this, use](const Result<FeedTree> &tree) {
                           if (tree)
                               use(tree->feeds);
                           else
                               fail(tree.error());
                       });
    }

    void begin(const QList<Feed> &feeds)
    {
        m_began = QDateTime::currentDateTimeUtc();
        if (m_addresses.isEmpty()) {
            m_task.refreshAll();
            return;
        }
        QList<FeedId> chosen;
        for (const auto &address : std::as_const(m_addresses)) {
            const QUrl url = feeds::addressFrom(address);
            const auto feed = std::ranges::find_if(feeds, [&](const Feed &candidate) {
                return candidate.url == url || candidate.url.toString() == address;
            });
            if (feed != feeds.end())
                chosen.append(feed->id);
            else
                notSubscribed(address);
        }
        if (chosen.isEmpty())
            end(cli::Failed);
        else
            m_task.refresh(chosen);
    }

    void notSubscribed(const QString &address)
    {
        cli::complain({Error::Kind::NotFound, u"no feed with this address"_s, address});
        m_isMissing = true;
    }

    void finish(const RefreshReport &report)
    {
        withFeeds([this, report](const QList<Feed> &feeds) {
            for (const auto &feed : feeds) {
                if (feed.failure && feed.tried >= m_began)
                    tell(feed);
            }
            summarise(report);
        });
    }

    static void tell(const Feed &feed)
    {
        auto error = feed.failure->error;
        error.where = feed.url.toString();
        cli::complain(error);
    }

    void summarise(const RefreshReport &report)
    {
        auto line = counted(report.feeds, "feed: "_L1, "feeds: "_L1)
            + counted(report.stories, "new story"_L1, "new stories"_L1);
        if (report.failed > 0)
            line += u", %1 failed"_s.arg(report.failed);
        cli::printLine(line);
        if (report.waiting > 0)
            cli::complain(
                {Error::Kind::Offline, {}, counted(report.waiting, "feed"_L1, "feeds"_L1)});
        const auto failed = report.failed + report.waiting;
        if (failed == 0)
            end(m_isMissing ? cli::SomeFailed : cli::Done);
        else
            end(failed < report.feeds + report.waiting ? cli::SomeFailed : cli::Failed);
    }

    void fail(const Error &error)
    {
        if (!m_isOver)
            cli::complain(error);
        end(cli::Failed);
    }

    void end(cli::ExitCode code)
    {
        if (!m_isOver)
            m_code = code;
        m_isOver = true;
        // Not quit(): the event loop may not run yet.
        QMetaObject::invokeMethod(QCoreApplication::instance(), &QCoreApplication::quit,
                                  Qt::QueuedConnection);
    }

    QStringList m_addresses;
    SharedLibrary m_library;
    network::Fetcher m_fetcher;
    RefreshFeeds m_task;
    QObject m_receiver; // Goes first: nothing is answered after that.
    QDateTime m_began;
    cli::ExitCode m_code = cli::Done;
    bool m_isMissing = false;
    bool m_isOver = false;
};

} // namespace

cli::ExitCode cli::update(const Options &options)
{
    return Update(libraryFolder(options), options.operands).run();
}
