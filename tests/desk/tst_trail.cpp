#include "desk/trail.h"

#include <QTest>

using namespace Qt::StringLiterals;
using Way = Trail::Way;

class TestTrail : public QObject
{
    Q_OBJECT

private slots:
    void goesBackAndForward();
    void isCutByANewChoice();
    void staysWhereItIsOnTheSameStory();
    void takesAPlaceTogetherWithItsStory();
    void forgetsItsBeginning();
    void forgetsStoriesThatAreGone_data();
    void forgetsStoriesThatAreGone();
};

namespace {

Visit to(int story, const StoryQuery &place = {})
{
    return {.kind = Visit::Kind::Story, .story = ArticleId(story), .place = place};
}

const Visit frontPage{.kind = Visit::Kind::FrontPage};
const StoryQuery bookmarks{.scope = StoryQuery::Scope::Bookmarks};

QList<Visit> visits(const QList<int> &stories)
{
    QList<Visit> list;
    for (const auto story : stories)
        list << to(story);
    return list;
}

Trail after(const QList<Visit> &visits, qsizetype longest = 200)
{
    Trail trail(longest);
    for (const auto &visit : visits)
        trail.visit(visit);
    return trail;
}

} // namespace

void TestTrail::goesBackAndForward()
{
    auto trail = after({to(1), frontPage, to(2)});
    QVERIFY(!trail.canGo(Way::Forward));

    QCOMPARE(trail.go(Way::Back), frontPage);
    QCOMPARE(trail.go(Way::Back), to(1));
    QVERIFY(!trail.canGo(Way::Back));
    QCOMPARE(trail.ahead(Way::Forward), (QList{frontPage, to(2)}));
    QCOMPARE(trail.go(Way::Forward, 2), to(2));
    QVERIFY(!Trail().canGo(Way::Back));
}

void TestTrail::isCutByANewChoice()
{
    auto trail = after(visits({1, 2, 3}));
    trail.go(Way::Back, 2);

    trail.visit(to(4));

    QVERIFY(!trail.canGo(Way::Forward));
    QCOMPARE(trail.ahead(Way::Back), visits({1}));
}

void TestTrail::staysWhereItIsOnTheSameStory()
{
    auto trail = after(visits({1, 2, 3}));
    trail.go(Way::Back);

    trail.visit(to(2, bookmarks));

    QCOMPARE(trail.ahead(Way::Forward), visits({3}));
    QCOMPARE(trail.here().place, bookmarks);
}

void TestTrail::takesAPlaceTogetherWithItsStory()
{
    const Visit place{.place = bookmarks};
    auto searched = bookmarks;
    searched.words = u"tide"_s;

    QCOMPARE(after({to(1), place, to(2, searched)}).ahead(Way::Back), visits({1}));
    QCOMPARE(after({to(1), place, to(2)}).ahead(Way::Back), (QList{place, to(1)}));
    QCOMPARE(after({to(1), to(2)}).ahead(Way::Back), visits({1}));
}

void TestTrail::forgetsItsBeginning()
{
    QCOMPARE(after(visits({1, 2, 3, 4, 5}), 3).ahead(Way::Back), visits({4, 3}));
}

void TestTrail::forgetsStoriesThatAreGone_data()
{
    QTest::addColumn<int>("back"); // Stops back from the last of 1, 2, 1, 3.
    QTest::addColumn<QList<int>>("gone");
    QTest::addColumn<QList<Visit>>("behind");
    QTest::addColumn<QList<Visit>>("ahead");

    QTest::newRow("none") << 1 << QList<int>{} << visits({2, 1}) << visits({3});
    QTest::newRow("behind") << 0 << QList{2} << visits({1}) << visits({});
    QTest::newRow("ahead") << 1 << QList{3} << visits({2, 1}) << visits({});
    QTest::newRow("here") << 0 << QList{3} << visits({2, 1}) << visits({});
    QTest::newRow("all") << 1 << QList{1, 2, 3} << visits({}) << visits({});
}

void TestTrail::forgetsStoriesThatAreGone()
{
    QFETCH(int, back);
    QFETCH(QList<int>, gone);
    auto trail = after(visits({1, 2, 1, 3}));
    if (back > 0)
        trail.go(Way::Back, back);
    QSet<ArticleId> ids;
    for (const auto id : gone)
        ids.insert(ArticleId(id));

    trail.forget(ids);

    QTEST(trail.ahead(Way::Back), "behind");
    QTEST(trail.ahead(Way::Forward), "ahead");
}

QTEST_GUILESS_MAIN(TestTrail)
#include "tst_trail.moc"
