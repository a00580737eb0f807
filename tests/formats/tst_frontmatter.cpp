#include "formats/clipfields.h"
#include "formats/frontmatter.h"

#include <QTest>

using namespace Qt::StringLiterals;
using Fields = QHash<QString, QStringList>;

Q_DECLARE_METATYPE(Article)

class FrontMatterTest : public QObject
{
    Q_OBJECT

private slots:
    void reads_data();
    void reads();
    void leavesOtherTextAlone_data();
    void leavesOtherTextAlone();
    void knowsWhatTheToolsMean_data();
    void knowsWhatTheToolsMean();
};

void FrontMatterTest::reads_data()
{
    QTest::addColumn<QString>("written");
    QTest::addColumn<Fields>("fields");

    QTest::newRow("plain") << u"title: A: B\nid: 7"_s
                           << Fields{{u"title"_s, {u"A: B"_s}}, {u"id"_s, {u"7"_s}}};
    QTest::newRow("quoted") << uR"(title: "He said \"fog\" \u00e9")"_s
                            << Fields{{u"title"_s, {u"He said \"fog\" é"_s}}};
    QTest::newRow("single quotes")
        << u"title: 'It''s fog'"_s << Fields{{u"title"_s, {u"It's fog"_s}}};
    QTest::newRow("inline list") << u"tags: [a, \"b, c\", 'd']"_s
                                 << Fields{{u"tags"_s, {u"a"_s, u"b, c"_s, u"d"_s}}};
    QTest::newRow("block list") << u"author:\n  - \"[[Ann Lee]]\"\n  - Bo Ray"_s
                                << Fields{{u"author"_s, {u"Ann Lee"_s, u"Bo Ray"_s}}};
    QTest::newRow("list without indent")
        << u"tags:\n- a\n- b"_s << Fields{{u"tags"_s, {u"a"_s, u"b"_s}}};
    QTest::newRow("folded") << u"description: >-\n  One\n  two."_s
                            << Fields{{u"description"_s, {u"One two."_s}}};
    QTest::newRow("literal") << u"description: |\n  One\n  two."_s
                             << Fields{{u"description"_s, {u"One\ntwo."_s}}};
    QTest::newRow("going on") << u"title: A long\n  title"_s
                              << Fields{{u"title"_s, {u"A long title"_s}}};
    QTest::newRow("empty values") << u"author:\npublished: \nid: 1\nnone: null\nlist: []"_s
                                  << Fields{{u"id"_s, {u"1"_s}}};
    QTest::newRow("comment") << u"# note\nid: 1 # one"_s << Fields{{u"id"_s, {u"1"_s}}};
    QTest::newRow("capital key") << u"Title: Fog"_s << Fields{{u"title"_s, {u"Fog"_s}}};
    QTest::newRow("aliases are text")
        << u"a: &a [x]\nb: [*a, *a]"_s
        << Fields{{u"a"_s, {u"&a [x]"_s}}, {u"b"_s, {u"*a"_s, u"*a"_s}}};
}

void FrontMatterTest::reads()
{
    QFETCH(QString, written);
    QFETCH(Fields, fields);

    const auto matter = formats::frontMatter("---\n"_L1 + written + "\n---\nText"_L1);

    QVERIFY(matter);
    QCOMPARE(matter->fields, fields);
    QCOMPARE(matter->length, written.size() + 9);
}

void FrontMatterTest::leavesOtherTextAlone_data()
{
    QTest::addColumn<QString>("text");

    QTest::newRow("nothing") << u""_s;
    QTest::newRow("no fields") << u"---\nA story begins between two rules.\n---\n"_s;
    QTest::newRow("never ends") << u"---\ntitle: Fog\n"_s;
    QTest::newRow("not at the start") << u"Fog\n---\ntitle: Fog\n---\n"_s;
}

void FrontMatterTest::leavesOtherTextAlone()
{
    QFETCH(QString, text);

    QVERIFY(!formats::frontMatter(text));
}

void FrontMatterTest::knowsWhatTheToolsMean_data()
{
    QTest::addColumn<QString>("written");
    QTest::addColumn<Article>("stated");

    const Timestamp came{.date = QDate(2024, 2, 17)};
    const Timestamp saved{.date = QDate(2025, 1, 3)};
    const QUrl url(u"https://tram.example/a"_s);
    Article story{.url = url, .title = u"Fog"_s, .authors = {{.name = u"Ann Lee"_s}}};
    story.published = came;
    story.provenance.savedAt = saved;

    auto obsidian = story;
    obsidian.provenance.savedBy = u"Obsidian Web Clipper"_s;
    QTest::newRow("Obsidian Web Clipper")
        << u"title: Fog\nsource: https://tram.example/a\nauthor:\n  - \"[[Ann Lee]]\"\n"
           "published: 2024-02-17\ncreated: 2025-01-03\ntags:\n  - clippings"_s
        << obsidian;

    auto readeck = story;
    readeck.site = u"tram.example"_s;
    readeck.tags = QStringList{u"later"_s};
    readeck.provenance.savedBy = u"Readeck"_s;
    QTest::newRow("Readeck") << u"title: Fog\nsaved: 2025-01-03\npublished: 2024-02-17\n"
                                "website: tram.example\nsource: https://tram.example/a\n"
                                "authors: [Ann Lee]\nlabels: [later]"_s
                             << readeck;

    auto joplin = story;
    joplin.published = {};
    joplin.provenance.savedBy = u"Joplin"_s;
    QTest::newRow("Joplin") << u"title: Fog\nid: 12\nupdated: 2025-01-04\ncreated: 2025-01-03\n"
                               "source: https://tram.example/a\nauthor: Ann Lee\nlatitude: 0.0"_s
                            << joplin;

    Article refused{.title = u"Fog"_s};
    QTest::newRow("not an address of the web")
        << u"title: Fog\nsource: \"javascript:alert(1)\""_s << refused;
}

void FrontMatterTest::knowsWhatTheToolsMean()
{
    QFETCH(QString, written);
    QFETCH(Article, stated);
    const auto matter = formats::frontMatter("---\n"_L1 + written + "\n---\n"_L1);
    QVERIFY(matter);

    const auto fields = formats::clippedFields(*matter);

    QCOMPARE(fields.title, stated.title);
    QCOMPARE(fields.url, stated.url);
    QCOMPARE(byline(fields.authors), byline(stated.authors));
    QCOMPARE(fields.published.toIso(), stated.published.toIso());
    QCOMPARE(fields.provenance.savedAt.toIso(), stated.provenance.savedAt.toIso());
    QCOMPARE(fields.provenance.savedBy, stated.provenance.savedBy);
    QVERIFY(fields == stated);
}

QTEST_GUILESS_MAIN(FrontMatterTest)
#include "tst_frontmatter.moc"
