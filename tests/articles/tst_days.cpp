#include "articles/articlelistmodel.h"
#include "articles/headlineorder.h"
#include "articles/headlinewords.h"
#include "library/feedstore.h"
#include "library/sharedlibrary.h"
#include "model/smartfolder.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTimeZone>

using namespace Qt::StringLiterals;
using Scope = StoryQuery::Scope;
using Order = StoryQuery::Order;

// The heading a story stands under, its place and what its line says of time are of one mind, and
// Today lists what stands under the heading "Today". All of it by a clock far from Greenwich.
class TestDays : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void linesAgreeWithTheirHeadings_data();
    void linesAgreeWithTheirHeadings();
    void todayListsWhatStandsUnderToday_data();
    void todayListsWhatStandsUnderToday();
    void keepsTheMomentsOfRowsThatStay();

private:
    void tellFeed();
    void openFiles();
    void change(const std::function<Result<LibraryChange>(Library &)> &job);

    QTemporaryDir m_folder;
    std::unique_ptr<SharedLibrary> m_library;
    // Noon, so that hours before and after are of the same day.
    const QDateTime m_noon{QDate::currentDate(), QTime(12, 0)};
};

namespace {

Timestamp at(const QDateTime &moment)
{
    return Timestamp::fromDateTime(moment);
}

Article story(const QString &title, const Timestamp &published)
{
    return {.url = QUrl(u"https://coast.example/"_s + title),
            .title = title,
            .published = published,
            .text = u"Words about "_s + title};
}

// The rows as they stand: "heading: title".
QStringList underHeadings(const ArticleListModel &model, const QDateTime &now)
{
    QStringList rows;
    for (int row = 0; row < model.rowCount(); ++row) {
        const auto day = QDateTime::fromMSecsSinceEpoch(model.rows().at(row).moment).date();
        rows << headlines::day(day, now.date(), QLocale::c()) + u": "_s
                + headlines::title(model.headline(row));
    }
    return rows;
}

void list(ArticleListModel &model, const StoryQuery &query)
{
    QSignalSpy loaded(&model, &ArticleListModel::loaded);
    model.setQuery(query);
    QVERIFY(loaded.wait());
}

} // namespace

void TestDays::change(const std::function<Result<LibraryChange>(Library &)> &job)
{
    auto done = false;
    m_library->write(job, m_library.get(), [&](const auto &result) { done = result.has_value(); });
    QTRY_VERIFY(done);
}

void TestDays::initTestCase()
{
    m_library = std::make_unique<SharedLibrary>(m_folder.path());
    tellFeed();
    openFiles();
}

// Fetched today.
void TestDays::tellFeed()
{
    const auto yesterday = m_noon.addDays(-1);
    const QList<Article> told{
        story(u"told-yesterday"_s, at(yesterday.addSecs(10 * 3600))),
        story(u"told-yesterday-without-time"_s, {.date = yesterday.date()}),
        story(u"told-yesterday-without-zone"_s, {.date = yesterday.date(), .time = QTime(23, 30)}),
        story(u"told-today"_s, at(m_noon.addSecs(-3600))),
        story(u"told-today-without-time"_s, {.date = m_noon.date()}),
        story(u"told-without-date"_s, {}),
        story(u"told-for-tomorrow"_s, at(m_noon.addDays(1))),
    };
    QList<FeedStory> entries;
    for (const auto &article : told)
        entries.append({.guid = article.title, .article = article, .html = article.text});
    change([&, now = m_noon.toUTC()](Library &library) -> Result<LibraryChange> {
        const auto subscribed = library.feeds().subscribe(
            {{.url = QUrl(u"https://coast.example/feed"_s), .title = u"Coast"_s}}, now);
        if (!subscribed)
            return subscribed.error();
        const auto stored = library.feeds().update(subscribed->feeds.first(), {},
                                                   FeedStore::prepare(entries), {}, now);
        if (!stored)
            return stored.error();
        return stored->change;
    });
}

// Opened today, bookmarked a while later, all but one.
void TestDays::openFiles()
{
    const QList<Article> opened{
        story(u"opened-of-yesterday"_s, at(m_noon.addDays(-1))),
        story(u"opened-of-1999"_s, {.date = QDate(1999, 5, 1)}),
        story(u"opened-of-today"_s, at(m_noon.addSecs(-4 * 3600))),
        story(u"opened-without-date"_s, {}),
    };
    for (const auto &article : opened)
        change([&, now = m_noon.addSecs(60).toUTC()](Library &library) -> Result<LibraryChange> {
            const auto added = library.add(article, Library::Occasion::Opened, now);
            if (!added)
                return added.error();
            return library.setBookmarked({added->id}, true, now.addSecs(3600));
        });
    change([&, now = m_noon.addDays(-1).toUTC()](Library &library) -> Result<LibraryChange> {
        const auto added = library.add(story(u"opened-before"_s, {.date = QDate(1999, 5, 1)}),
                                       Library::Occasion::Opened, now);
        if (!added)
            return added.error();
        return library.setBookmarked({added->id}, true, now);
    });
}

void TestDays::linesAgreeWithTheirHeadings_data()
{
    QTest::addColumn<StoryQuery>("query");

    const auto row = [](const char *name, Scope scope, const QString &filter = {}) {
        for (const auto order : {Order::Newest, Order::Oldest})
            QTest::addRow("%s, %s first", name, order == Order::Newest ? "newest" : "oldest")
                << StoryQuery{.scope = scope, .filter = filter, .order = order};
    };
    row("all", Scope::All);
    row("unread", Scope::Unread);
    row("bookmarks", Scope::Bookmarks);
    row("opened", Scope::RecentlyOpened);
    row("found", Scope::All, u"words"_s);
    row("found among bookmarks", Scope::Bookmarks, u"words"_s);
}

// What a line says is what its heading says, or the time of that day.
void TestDays::linesAgreeWithTheirHeadings()
{
    QFETCH(StoryQuery, query);
    const auto now = m_noon.addSecs(6 * 3600);
    ArticleListModel model(*m_library);
    list(model, query);
    QVERIFY(model.rowCount() >= 5);

    auto any = false;
    for (int row = 0; row < model.rowCount(); ++row) {
        const auto moment = QDateTime::fromMSecsSinceEpoch(model.rows().at(row).moment);
        const auto line = headlines::when(model.headline(row), now, QLocale::c(),
                                          headlines::standing(query, model.rows().at(row)));
        const auto saysYesterday = line.contains(u"yesterday"_s, Qt::CaseInsensitive);
        QVERIFY2(saysYesterday == (moment.date() == now.date().addDays(-1)),
                 qPrintable(moment.toString() + u": "_s + line));
        const auto saysToday = line.contains(u"Today"_s) || line.contains(u':');
        QVERIFY2(saysToday == (moment.date() == now.date()),
                 qPrintable(moment.toString() + u": "_s + line));
        any = any || saysYesterday;
    }
    QVERIFY(any);
}

void TestDays::todayListsWhatStandsUnderToday_data()
{
    QTest::addColumn<Order>("order");

    QTest::newRow("newest first") << Order::Newest;
    QTest::newRow("oldest first") << Order::Oldest;
}

void TestDays::todayListsWhatStandsUnderToday()
{
    QFETCH(Order, order);
    ArticleListModel all(*m_library);
    ArticleListModel today(*m_library);
    list(all, {.order = order});
    list(today, {.filter = SmartFolder::usualSearch(SmartFolder::BuiltIn::Today), .order = order});

    auto expected = underHeadings(all, m_noon);
    expected.removeIf([](const QString &row) { return !row.startsWith("Today: "_L1); });
    QCOMPARE(underHeadings(today, m_noon), expected);
    for (const auto &title : {u"told-today"_s, u"told-today-without-time"_s, u"told-without-date"_s,
                              u"opened-of-yesterday"_s, u"opened-without-date"_s})
        QVERIFY2(expected.contains(u"Today: "_s + title), qPrintable(title));
    for (const auto &title : {u"told-yesterday"_s, u"told-yesterday-without-time"_s,
                              u"told-yesterday-without-zone"_s, u"opened-before"_s})
        QVERIFY2(!expected.contains(u"Today: "_s + title), qPrintable(title));
}

// A bookmark that is taken off leaves the row where it stands, and what it says of it.
void TestDays::keepsTheMomentsOfRowsThatStay()
{
    ArticleListModel model(*m_library);
    const StoryQuery query{.scope = Scope::Bookmarks};
    list(model, query);
    const auto rows = model.rowCount();
    const auto line = [&] {
        return headlines::when(model.headline(0), m_noon.addSecs(6 * 3600), QLocale::c(),
                               headlines::standing(query, model.rows().at(0)));
    };
    const auto before = line();
    QVERIFY2(before.contains(u"Bookmarked"_s), qPrintable(before));

    change([id = model.id(0), now = m_noon.toUTC()](Library &library) {
        return library.setBookmarked({id}, false, now);
    });

    QTRY_VERIFY(!model.headline(0).bookmarked());
    QCOMPARE(model.rowCount(), rows);
    QCOMPARE(line(), before);
}

int main(int argc, char **argv)
{
    // Thirteen hours ahead in this season: noon there is the evening before in Greenwich.
    qputenv("TZ", "Pacific/Auckland");
    QGuiApplication application(argc, argv);
    TestDays test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_days.moc"
