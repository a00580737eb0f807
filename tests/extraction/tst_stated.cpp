#include "extraction/extraction.h"

#include <QTest>

using namespace Qt::StringLiterals;

// What a file states beside its page helps to read the page.
class TestStated : public QObject
{
    Q_OBJECT

private slots:
    void leavesOutWhatTheFileStates();
    void endsATitleWhereThePagesHeadlineEnds_data();
    void endsATitleWhereThePagesHeadlineEnds();
    void readsNamesUnderTheHeadline_data();
    void readsNamesUnderTheHeadline();
    void presumesAnAuthorOnlyWhereNoneIsNamed_data();
    void presumesAnAuthorOnlyWhereNoneIsNamed();
};

namespace {

const auto prose
    = u"<p>On Tuesday the tide came in higher than anybody on the pier could remember, "
      "and it did not go out again until the evening of the next day.</p>"_s;

Article read(const QString &top, Article stated, const QList<Author> &presumed = {})
{
    const auto article = extraction::extract({.html = u"<html><body><table><tr><td>"_s + top
                                                  + prose.repeated(3) + u"</td></tr></table>"_s,
                                              .stated = std::move(stated),
                                              .presumedAuthors = presumed});
    return article ? *article : Article();
}

const Article mail{
    .title = u"The tide"_s, .published = {.date = QDate(2025, 3, 4)}, .site = u"The Pier"_s};

} // namespace

void TestStated::leavesOutWhatTheFileStates()
{
    const auto article = read(u"<b>The Pier</b></td></tr><tr><td><h1>The tide</h1>"_s, mail);

    QVERIFY(!article.text.contains("The Pier"_L1));
    QVERIFY(!article.text.contains("The tide"_L1));
    QVERIFY(article.text.startsWith("On Tuesday"_L1));
}

void TestStated::endsATitleWhereThePagesHeadlineEnds_data()
{
    QTest::addColumn<QString>("stated");
    QTest::addColumn<QString>("title");

    QTest::newRow("outlet behind")
        << u"The tide came early | The Pier"_s << u"The tide came early"_s;
    QTest::newRow("outlet before")
        << u"The Pier: The tide came early"_s << u"The tide came early"_s;
    QTest::newRow("another headline") << u"High water | Long read"_s << u"High water | Long read"_s;
}

void TestStated::endsATitleWhereThePagesHeadlineEnds()
{
    QFETCH(QString, stated);

    QTEST(read(u"<h1>The tide came early</h1>"_s, {.title = stated}).title, "title");
}

void TestStated::readsNamesUnderTheHeadline_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("authors");

    QTest::newRow("one") << u"<p>Ada Marsh</p>"_s << u"Ada Marsh"_s;
    QTest::newRow("two") << u"<p>Ada Marsh, Joe Vole</p>"_s << u"Ada Marsh, Joe Vole"_s;
    QTest::newRow("Cyrillic") << u"<p>Анна Лугова и Фёдор Котов</p>"_s
                              << u"Анна Лугова, Фёдор Котов"_s;
    QTest::newRow("a sentence about somebody")
        << u"<p>Ada Marsh on tides and piers</p>"_s << QString();
    QTest::newRow("below a picture") << u"<img src=a.jpg><p>Ada Marsh</p>"_s << QString();
}

void TestStated::readsNamesUnderTheHeadline()
{
    QFETCH(QString, line);
    QFETCH(QString, authors);

    const auto article = read(u"<h1>The tide</h1>"_s + line, mail);

    QCOMPARE(byline(article.authors), authors);
    QVERIFY(authors.isEmpty() || article.text.startsWith("On Tuesday"_L1));
    // A page of the web shows the date if its names stand alone.
    QCOMPARE(byline(read(u"<h1>The tide</h1>"_s + line, {.title = mail.title}).authors), QString());
}

void TestStated::presumesAnAuthorOnlyWhereNoneIsNamed_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("authors");

    QTest::newRow("nobody") << QString() << u"Joe Vole"_s;
    QTest::newRow("somebody") << u"<p>By Ada Marsh</p>"_s << u"Ada Marsh"_s;
}

void TestStated::presumesAnAuthorOnlyWhereNoneIsNamed()
{
    QFETCH(QString, line);

    const auto article = read(u"<h1>The tide</h1>"_s + line, mail, {{.name = u"Joe Vole"_s}});

    QTEST(byline(article.authors), "authors");
}

QTEST_GUILESS_MAIN(TestStated)
#include "tst_stated.moc"
