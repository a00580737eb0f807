#include "subscriptions/subscribeflow.h"

#include "base/background.h"
#include "feeds/discovery.h"
#include "shell/banner.h"
#include "shell/steps.h"
#include "sidebar/sidebar.h"
#include "subscriptions/feedoffers.h"
#include "subscriptions/passwords.h"
#include "words/errortext.h"
#include "words/feedwords.h"

#include <QClipboard>
#include <QDateTime>
#include <QGuiApplication>

#include <utility>

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestAddress = 2'000;

// What was copied, when it is an address and nothing else.
QString copiedAddress()
{
    const auto text = QGuiApplication::clipboard()->text().trimmed();
    const auto looksLikeOne = text.size() < longestAddress && !text.contains(u' ')
        && !text.contains(u'\n')
        && (text.startsWith("http://"_L1) || text.startsWith("https://"_L1)
            || text.startsWith("feed:"_L1));
    return looksLikeOne ? text : QString();
}

// The same feed, whichever way its address is written.
QString sameness(const QUrl &url)
{
    auto plain = url.adjusted(QUrl::RemoveFragment | QUrl::StripTrailingSlash
                              | QUrl::NormalizePathSegments);
    if (plain.scheme() == "http"_L1)
        plain.setScheme(u"https"_s);
    return plain.toString(QUrl::FullyEncoded);
}

} // namespace

SubscribeFlow::SubscribeFlow(const Parts &parts, QObject *parent)
    : QObject(parent)
    , m(parts)
    , m_find(parts.fetcher)
{
    connect(&m_find, &FindFeeds::found, this, &SubscribeFlow::show);
    connect(&m_find, &FindFeeds::failed, this, &SubscribeFlow::fail);
    connect(&m_find, &FindFeeds::finished, this, [this](int found) {
        m_finished = true;
        if (m_dialog && found > 0 && m_awaited == 0)
            m_dialog->setFinished();
    });
}

void SubscribeFlow::ask(FeedFolderId into)
{
    auto *dialog = open(into);
    if (const auto address = copiedAddress(); !address.isEmpty())
        dialog->setTyped(address);
}

void SubscribeFlow::offer(const QUrl &address)
{
    auto *dialog = open(FeedFolderId::None);
    dialog->setTyped(address.toDisplayString());
    dialog->search();
}

SubscribeDialog *SubscribeFlow::open(FeedFolderId into)
{
    if (m_dialog)
        m_dialog->reject();
    m_dialog = new SubscribeDialog(m.sidebar.places().folders(), &m.window);
    m_dialog->setFolder(into);
    connect(m_dialog, &SubscribeDialog::searchAsked, this,
            [this](const QString &typed, const QString &user, const QString &password) {
                search(typed, {.user = user, .password = password});
            });
    connect(m_dialog, &SubscribeDialog::subscribeAsked, this, &SubscribeFlow::subscribe);
    connect(m_dialog, &SubscribeDialog::goAsked, this, &SubscribeFlow::goAsked);
    connect(m_dialog, &QDialog::finished, this, [this] {
        ++m_round;
        m_find.cancel();
    });
    m_dialog->open();
    return m_dialog;
}

void SubscribeFlow::search(const QString &typed, const network::Credentials &credentials)
{
    ++m_round;
    m_awaited = 0;
    m_finished = false;
    m_credentials = credentials;
    m_find.cancel();
    const auto url = feeds::addressFrom(typed);
    m_dialog->setSearching(tr("Looking at %1…").arg(url.host().isEmpty() ? typed : url.host()));
    // The password goes to whom it was wanted by, however the address was typed.
    const auto locked = std::exchange(m_locked, {});
    m_find.find(credentials.isEmpty() || locked.isEmpty() ? typed : locked, credentials);
}

void SubscribeFlow::show(const FoundFeed &found)
{
    ++m_awaited;
    inBackground([found, now = QDateTime::currentDateTime(),
                  locale = QLocale()] { return feedOffer(found, now, locale); },
                 this,
                 [this, round = m_round](FeedOffer offer) {
                     if (!m_dialog || round != m_round)
                         return;
                     offer.subscribed = known(offer.url);
                     m_dialog->add(offer);
                     if (--m_awaited == 0 && m_finished)
                         m_dialog->setFinished();
                 });
}

void SubscribeFlow::fail(const Error &error)
{
    if (!m_dialog)
        return;
    switch (error.kind) {
    case Error::Kind::NeedsPassword:
        m_locked = error.where;
        m_dialog->askPassword(m_credentials.isEmpty()
                                  ? tr("The site gives the feed only to those it knows. Write the "
                                       "user name and password you have there.")
                                  : tr("The site does not take this name and password. Try "
                                       "again."));
        return;
    case Error::Kind::Malformed:
        // A feed that is broken stands at an address.
        if (!QUrl(error.where).scheme().isEmpty()) {
            m_dialog->setProblem(tr("The feed is broken"), feedwords::reason(error));
            return;
        }
        m_dialog->setProblem(tr("That is no address"),
                             tr("An address looks like example.org or "
                                "https://example.org/feed.xml. Copy it from the browser."));
        return;
    case Error::Kind::NotAFeed:
    case Error::Kind::Empty:
        m_dialog->setProblem(
            tr("No feed was found"),
            tr("Looked at was the page itself, the feeds it names, and the places where sites "
               "commonly have one. Look on the site for “RSS”, “Atom” or “Feed” and paste that "
               "link’s address here."));
        return;
    default:
        m_dialog->setProblem(tr("No feed was found"), feedwords::reason(error));
    }
}

void SubscribeFlow::subscribe(const NewFeed &feed)
{
    // Before anything is fetched.
    if (!m_credentials.isEmpty())
        m.passwords.keep(feed.url, m_credentials);
    m.library.write(
        [feed, now = QDateTime::currentDateTimeUtc()](Library &library) {
            return library.feeds().subscribe({feed}, now);
        },
        this,
        [this, url = feed.url](const Result<Subscribed> &result) {
            if (!result || result->feeds.isEmpty()) {
                m.banner.show({.text = result ? tr("That cannot be subscribed to.")
                                              : errortext::libraryTrouble(result.error()),
                               .tone = Banner::Tone::Problem});
                return;
            }
            m.banner.show({.text = tr("Subscribed to %1").arg(url.host()),
                           .action = result->added > 0 ? tr("Undo") : QString(),
                           .act = m.steps.undoOfThis()});
            emit subscribed(result->feeds.first());
        });
}

FeedId SubscribeFlow::known(const QUrl &url) const
{
    const auto wanted = sameness(url);
    const auto &model = m.sidebar.places();
    for (const auto &feed : model.feeds()) {
        if (sameness(feed.url) == wanted)
            return feed.id;
    }
    return FeedId::None;
}
