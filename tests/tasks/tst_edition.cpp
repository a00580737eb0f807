#include "library/librarycase.h"
#include "tasks/edition.h"

using namespace Qt::StringLiterals;

class TestEdition : public LibraryCase
{
    Q_OBJECT

private slots:
    void init() { begin(); }
    void cleanup() { end(); }
    void countsPoints_data();
    void countsPoints();
    void choosesTheLead_data();
    void choosesTheLead();
    void isTheSameWhateverTheOrder();
    void takesNoMoreThanTwoOfAnOutletBeside();
    void groupsByFolderThenOutlet();
    void showsNoStoryTwice();
    void isEmptyWithoutStories();
    void tellsTheLead();
    void opensWithoutHeadings();
    void goesOnBeyondTheDay();
    void leavesOutWhatIsRead();
    void keepsTheEditionWhileItIsRead();
    void saysThatTheLeadIsGone();
};

namespace {

const QDateTime now(QDate(2026, 5, 6), QTime(12, 0), Qt::UTC);

FrontStory made(int id, int hoursAgo)
{
    FrontStory story;
    story.headline.id = ArticleId(id);
    story.headline.title = u"Story %1"_s.arg(id);
    story.headline.listed = now.addSecs(-hoursAgo * 3600 - id);
    return story;
}

FrontStory withPhoto(FrontStory story)
{
    story.headline.thumbnail = u"broadsheet-media:"_s + QString(64, u'a');
    return story;
}

FrontStory toldBy(FrontStory story, const QList<FeedId> &feeds)
{
    story.feeds = feeds;
    return story;
}

FrontStory from(FrontStory story, const QString &outlet)
{
    story.headline.site = outlet;
    return story;
}

FrontStory ofLength(FrontStory story, qint64 bytes)
{
    story.bytes = bytes;
    return story;
}

QStringList sectionTitles(const tasks::Edition &edition)
{
    QStringList titles;
    for (const auto &section : edition.sections)
        titles << section.title;
    return titles;
}

} // namespace

void TestEdition::countsPoints_data()
{
    QTest::addColumn<FrontStory>("story");
    QTest::addColumn<int>("points");

    QTest::newRow("of this hour") << made(1, 0) << 30;
    QTest::newRow("half a day old") << made(1, 12) << 15;
    QTest::newRow("older than a day") << made(1, 40) << 0;
    QTest::newRow("from the future") << made(1, -5) << 30;
    QTest::newRow("with a photo") << withPhoto(made(1, 40)) << 40;
    QTest::newRow("told by one feed") << toldBy(made(1, 40), {FeedId(1)}) << 0;
    QTest::newRow("told by two") << toldBy(made(1, 40), {FeedId(1), FeedId(2)}) << 15;
    QTest::newRow("told by many") << toldBy(
        made(1, 40), {FeedId(1), FeedId(2), FeedId(3), FeedId(4), FeedId(5), FeedId(6)})
                                  << 45;
    QTest::newRow("of some length") << ofLength(made(1, 40), 1'200) << 10;
    QTest::newRow("long") << ofLength(made(1, 40), 2'800) << 20;
}

void TestEdition::countsPoints()
{
    QFETCH(FrontStory, story);

    QTEST(tasks::points(story, now), "points");
}

void TestEdition::choosesTheLead_data()
{
    QTest::addColumn<QList<FrontStory>>("stories");
    QTest::addColumn<int>("lead");

    QTest::newRow("the newest") << QList{made(1, 5), made(2, 1), made(3, 9)} << 2;
    QTest::newRow("a photo before news") << QList{made(1, 0), withPhoto(made(2, 20))} << 2;
    QTest::newRow("news among photos")
        << QList{withPhoto(made(1, 20)), withPhoto(made(2, 2)), made(3, 0)} << 2;
    QTest::newRow("what several tell")
        << QList{withPhoto(made(1, 3)), toldBy(withPhoto(made(2, 10)), {FeedId(1), FeedId(2)})}
        << 2;
    QTest::newRow("what is told at length")
        << QList{withPhoto(made(1, 3)), ofLength(withPhoto(made(2, 4)), 5'000)} << 2;
    QTest::newRow("of equals the newer") << QList{made(7, 40), made(4, 41), made(9, 40)} << 7;
}

void TestEdition::choosesTheLead()
{
    QFETCH(QList<FrontStory>, stories);

    const auto edition = tasks::edited(stories, {}, now);

    QVERIFY(edition.lead);
    QTEST(int(edition.lead->headline.id), "lead");
}

void TestEdition::isTheSameWhateverTheOrder()
{
    QList<FrontStory> stories;
    for (int id = 1; id <= 40; ++id)
        stories << from(id % 3 ? made(id, id % 11) : withPhoto(made(id, id % 11)),
                        u"Paper %1"_s.arg(id % 7));
    auto turned = stories;
    std::ranges::reverse(turned);

    QCOMPARE(tasks::edited(turned, {}, now), tasks::edited(stories, {}, now));
}

void TestEdition::takesNoMoreThanTwoOfAnOutletBeside()
{
    QList<FrontStory> stories{withPhoto(made(1, 0))};
    for (int id = 2; id <= 9; ++id)
        stories << from(withPhoto(made(id, 1)), u"Loud"_s);
    stories << from(made(10, 30), u"Quiet"_s);

    const auto seconds = tasks::edited(stories, {}, now).seconds;

    QCOMPARE(seconds.size(), 3);
    QCOMPARE(seconds.last().headline.site, u"Quiet"_s);
}

void TestEdition::groupsByFolderThenOutlet()
{
    const FeedTree tree{.folders
                        = {{.id = FeedFolderId(1), .title = u"World"_s},
                           {.id = FeedFolderId(2), .title = u"Asia"_s, .parent = FeedFolderId(1)},
                           {.id = FeedFolderId(3), .title = u"Home"_s}},
                        .feeds = {{.id = FeedId(1), .folder = FeedFolderId(3)},
                                  {.id = FeedId(2), .folder = FeedFolderId(2)},
                                  {.id = FeedId(3)}}};
    QList<FrontStory> stories;
    // What is large takes no part in it.
    for (int id = 1; id <= 6; ++id)
        stories << from(withPhoto(made(id, 0)), u"Large %1"_s.arg(id));
    stories << toldBy(made(10, 2), {FeedId(1)}) << toldBy(made(11, 3), {FeedId(2)})
            << from(toldBy(made(12, 4), {FeedId(3)}), u"Gazette"_s)
            << from(made(13, 5), u"Gazette"_s) << from(made(14, 6), u"Alone"_s);

    const auto edition = tasks::edited(stories, tree, now);

    QCOMPARE(sectionTitles(edition), (QStringList{u"World"_s, u"Home"_s, u"Gazette"_s, QString()}));
    QCOMPARE(edition.sections.last().stories.first().headline.id, ArticleId(14));
}

void TestEdition::showsNoStoryTwice()
{
    QList<FrontStory> stories;
    for (int id = 1; id <= 200; ++id)
        stories << from(made(id, id % 30), u"Paper %1"_s.arg(id % 13));

    const auto ids = tasks::edited(stories, {}, now).ids();

    QCOMPARE(QSet<ArticleId>(ids.cbegin(), ids.cend()).size(), ids.size());
    QVERIFY(ids.size() > 20);
}

void TestEdition::isEmptyWithoutStories()
{
    QCOMPARE(tasks::edited({}, {}, now), tasks::Edition());
    QVERIFY(!tasks::frontPage(*m_library, now)->edition.lead);
}

void TestEdition::tellsTheLead()
{
    const auto article = fullStory();
    add(article);

    const auto front = tasks::frontPage(*m_library, minute(5));

    QVERIFY(front);
    QCOMPARE(front->standfirst, article.standfirst);
    QCOMPARE(front->opening.first(), u"The ferry came in at dawn."_s);
    QCOMPARE(front->caption, article.lead.caption);
    QCOMPARE(front->credit, article.lead.credit);
    QCOMPARE(front->unread, 1);
}

void TestEdition::opensWithoutHeadings()
{
    auto article = fullStory();
    article.text
        = u"The ferry came in at dawn.\nWhat the ledger says\nIt says nothing of the sort."_s;
    add(article);

    const auto front = tasks::frontPage(*m_library, minute(5));

    QVERIFY(front);
    QCOMPARE(front->opening,
             (QStringList{u"The ferry came in at dawn."_s, u"It says nothing of the sort."_s}));
}

void TestEdition::goesOnBeyondTheDay()
{
    for (int number = 0; number < 4; ++number)
        add(story(u"Old %1"_s.arg(number)));
    m_minute = 60 * 48;
    add(story(u"New"_s));

    const auto front = tasks::frontPage(*m_library, minute(m_minute));

    QCOMPARE(front->edition.lead->headline.title, u"New"_s);
    QCOMPARE(front->edition.ids().size(), 5);
}

void TestEdition::leavesOutWhatIsRead()
{
    const auto read = add(story(u"Read"_s));
    add(story(u"Unread"_s));
    const auto removed = add(story(u"Removed"_s));
    QVERIFY(m_library->setRead({read}, true, minute(5)));
    QVERIFY(m_library->remove({removed}, minute(6)));

    const auto front = tasks::frontPage(*m_library, minute(7));

    QCOMPARE(front->edition.ids().size(), 1);
    QCOMPARE(front->edition.lead->headline.title, u"Unread"_s);
}

void TestEdition::keepsTheEditionWhileItIsRead()
{
    for (int number = 0; number < 6; ++number)
        add(story(u"Story %1"_s.arg(number)));
    const auto before = *tasks::frontPage(*m_library, minute(10));
    const auto ids = before.edition.ids();
    QVERIFY(m_library->setRead({ids.at(0)}, true, minute(11)));
    QVERIFY(m_library->remove({ids.at(1)}, minute(12)));
    add(story(u"Breaking"_s));

    const auto again = tasks::frontPageAgain(*m_library, before);

    QVERIFY(again);
    auto kept = ids;
    kept.removeAt(1);
    QCOMPARE(again->edition.ids(), kept);
    QVERIFY(again->edition.lead->headline.read);
}

void TestEdition::saysThatTheLeadIsGone()
{
    add(story(u"One"_s));
    add(story(u"Two"_s));
    const auto before = *tasks::frontPage(*m_library, minute(10));
    QVERIFY(m_library->remove({before.edition.lead->headline.id}, minute(12)));

    QCOMPARE(tasks::frontPageAgain(*m_library, before).error().kind, Error::Kind::NotFound);
}

QTEST_GUILESS_MAIN(TestEdition)
#include "tst_edition.moc"
