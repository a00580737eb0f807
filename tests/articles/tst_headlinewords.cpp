#include "articles/headlinelayout.h"
#include "articles/headlinewords.h"

#include <QTest>
#include <QTimeZone>

using namespace Qt::StringLiterals;

class TestHeadlineWords : public QObject
{
    Q_OBJECT

private slots:
    void titlesStoriesWithoutAHeadline();
    void keepsTheDateWhereThereIsNoRoom();
    void givesNameAndDateTheirRoom_data();
    void givesNameAndDateTheirRoom();
    void cutsNoDate();
    void mirrorsTheRowOfAnArabicHeadline();
    void marksOneWordOfANameFromRightToLeft();
    void saysDatesAsPeopleDo_data();
    void saysDatesAsPeopleDo();
    void namesDays_data();
    void namesDays();
    void joinsWhatIsKnown_data();
    void joinsWhatIsKnown();
    void saysWhatTheListGoesBy_data();
    void saysWhatTheListGoesBy();
    void speaksTheWholeRow();
    void saysWhyAListIsEmpty_data();
    void saysWhyAListIsEmpty();
};

namespace {

// A Saturday afternoon, two hours east of Greenwich.
QDateTime now()
{
    return QDateTime(QDate(2021, 12, 4), QTime(15, 30), QTimeZone(7200));
}

Timestamp zoned(QDate date, QTime time, int offset)
{
    return {.date = date, .time = time, .offset = offset};
}

HeadlineLayout laidOut(const Headline &story, int width, const QDateTime &when,
                       const HeadlineMatches &matches = {},
                       const headlines::Standing &standing = {})
{
    const HeadlineFonts fonts{QFont()};
    return headlines::layOut(
        story, {.width = width, .fonts = fonts, .matches = matches, .standing = standing}, when);
}

} // namespace

void TestHeadlineWords::saysDatesAsPeopleDo_data()
{
    QTest::addColumn<Timestamp>("published");
    QTest::addColumn<QLocale>("locale");
    QTest::addColumn<QString>("words");

    const QLocale british(QLocale::English, QLocale::UnitedKingdom);
    const QLocale american(QLocale::English, QLocale::UnitedStates);
    const QLocale german(QLocale::German, QLocale::Germany);
    const QDate today(2021, 12, 4);
    QTest::newRow("nothing known") << Timestamp{} << british << QString();
    QTest::newRow("this minute") << zoned(today, QTime(15, 29, 40), 7200) << british
                                 << u"Just now"_s;
    QTest::newRow("today") << zoned(today, QTime(14, 20), 7200) << british << u"14:20"_s;
    QTest::newRow("today, written elsewhere")
        << zoned(today, QTime(7, 20), -18000) << british << u"14:20"_s;
    QTest::newRow("today without a zone")
        << Timestamp{.date = today, .time = QTime(9, 5)} << british << u"09:05"_s;
    QTest::newRow("today without a time") << Timestamp{.date = today} << british << u"Today"_s;
    QTest::newRow("later today") << zoned(today, QTime(18, 0), 7200) << british << u"18:00"_s;
    QTest::newRow("yesterday") << Timestamp{.date = QDate(2021, 12, 3)} << british
                               << u"Yesterday"_s;
    QTest::newRow("yesterday there, today here")
        << zoned(QDate(2021, 12, 3), QTime(23, 0), 0) << british << u"01:00"_s;
    QTest::newRow("this week") << Timestamp{.date = QDate(2021, 11, 30)} << british << u"Tue"_s;
    QTest::newRow("a week ago") << Timestamp{.date = QDate(2021, 11, 27)} << british
                                << u"27 Nov 2021"_s;
    QTest::newRow("tomorrow") << Timestamp{.date = QDate(2021, 12, 5)} << british
                              << u"5 Dec 2021"_s;
    QTest::newRow("American") << Timestamp{.date = QDate(2021, 3, 9)} << american
                              << u"Mar 9, 2021"_s;
    QTest::newRow("German") << Timestamp{.date = QDate(2021, 3, 9)} << german << u"9. März 2021"_s;
}

void TestHeadlineWords::saysDatesAsPeopleDo()
{
    QFETCH(Timestamp, published);
    QFETCH(QLocale, locale);

    QTEST(headlines::date(published, now(), locale), "words");
}

void TestHeadlineWords::namesDays_data()
{
    QTest::addColumn<QDate>("day");
    QTest::addColumn<QLocale>("locale");
    QTest::addColumn<QString>("words");
    const QLocale british(QLocale::English, QLocale::UnitedKingdom);
    const QLocale american(QLocale::English, QLocale::UnitedStates);
    const QLocale german(QLocale::German, QLocale::Germany);
    const QLocale japanese(QLocale::Japanese, QLocale::Japan);
    const QDate may(2021, 5, 4);
    QTest::newRow("today") << QDate(2021, 12, 4) << british << u"Today"_s;
    QTest::newRow("yesterday") << QDate(2021, 12, 3) << british << u"Yesterday"_s;
    QTest::newRow("tomorrow, by a clock set ahead")
        << QDate(2021, 12, 5) << british << u"Sunday, 5 December"_s;
    QTest::newRow("this year") << may << british << u"Tuesday, 4 May"_s;
    QTest::newRow("this year, American") << may << american << u"Tuesday, May 4"_s;
    QTest::newRow("this year, German") << may << german << u"Dienstag, 4. Mai"_s;
    // Where the year comes first, it stays.
    QTest::newRow("this year, Japanese") << may << japanese << u"2021年5月4日火曜日"_s;
    QTest::newRow("another year") << QDate(2020, 5, 4) << british << u"4 May 2020"_s;
    QTest::newRow("another year, American") << QDate(2020, 5, 4) << american << u"May 4, 2020"_s;
    QTest::newRow("another year, German") << QDate(2020, 5, 4) << german << u"4. Mai 2020"_s;
}

void TestHeadlineWords::namesDays()
{
    QFETCH(const QDate, day);
    QFETCH(const QLocale, locale);
    QFETCH(const QString, words);

    QCOMPARE(headlines::day(day, now().date(), locale), words);
}

void TestHeadlineWords::joinsWhatIsKnown_data()
{
    QTest::addColumn<Headline>("headline");
    QTest::addColumn<QString>("words");

    const Timestamp yesterday{.date = QDate(2021, 12, 3)};
    QTest::newRow("all") << Headline{.site = u"The Gazette"_s,
                                     .byline = u"Ada Reed"_s,
                                     .published = yesterday}
                         << u"The Gazette · Ada Reed · Yesterday"_s;
    QTest::newRow("no byline") << Headline{.site = u"The Gazette"_s, .published = yesterday}
                               << u"The Gazette · Yesterday"_s;
    QTest::newRow("a name from right to left")
        << Headline{.byline = u"\u0646\u0648\u0631"_s, .published = yesterday}
        << u"\u2068\u0646\u0648\u0631\u2069 · \u2068Yesterday\u2069"_s;
    QTest::newRow("nothing") << Headline{} << QString();
}

void TestHeadlineWords::joinsWhatIsKnown()
{
    QFETCH(Headline, headline);

    QTEST(headlines::credits(headline, now(), QLocale::c()), "words");
}

void TestHeadlineWords::saysWhatTheListGoesBy_data()
{
    QTest::addColumn<Timestamp>("published");
    QTest::addColumn<headlines::By>("by");
    QTest::addColumn<QDateTime>("moment");
    QTest::addColumn<QString>("words");

    using headlines::By;
    const QTimeZone zone(7200);
    const auto at = [&](int day, int hour, int minute) {
        return QDateTime(QDate(2021, 12, day), QTime(hour, minute), zone);
    };
    const auto early = zoned(QDate(2021, 12, 4), QTime(9, 10), 7200);
    const auto late = zoned(QDate(2021, 12, 3), QTime(22, 0), 7200);
    const Timestamp dayBefore{.date = QDate(2021, 12, 3)};
    const Timestamp todayAlone{.date = QDate(2021, 12, 4)};
    const Timestamp zoneless{.date = QDate(2021, 12, 4), .time = QTime(1, 30)};
    const auto row
        = [](const char *name, const Timestamp &published, By by, const QDateTime &moment,
             const QString &words) { QTest::newRow(name) << published << by << moment << words; };
    row("by publication", late, By::Listing, at(3, 22, 0), u"Yesterday"_s);
    row("published yesterday, saved today", late, By::Listing, at(4, 14, 20),
        u"3 Dec 2021 · Added 14:20:00"_s);
    row("a day alone, saved the next", dayBefore, By::Listing, at(4, 14, 20),
        u"3 Dec 2021 · Added 14:20:00"_s);
    row("published and saved today", early, By::Listing, at(4, 14, 20), u"Added 14:20:00"_s);
    row("today, without a time, as feeds list it", todayAlone, By::Listing, at(4, 8, 0),
        u"Today"_s);
    row("without a zone", zoneless, By::Listing, at(4, 1, 30), u"01:30:00"_s);
    row("without a date", {}, By::Listing, at(3, 8, 0), u"Added yesterday"_s);
    row("of years ago", {.date = QDate(1999, 5, 1)}, By::Listing, at(1, 8, 0),
        u"1 May 1999 · Added Wed"_s);
    row("bookmarked later", early, By::Bookmark, at(4, 15, 0), u"Bookmarked 15:00:00"_s);
    row("bookmarked the next day", late, By::Bookmark, at(4, 15, 0),
        u"3 Dec 2021 · Bookmarked 15:00:00"_s);
    row("opened", late, By::Opening, at(4, 15, 0), u"3 Dec 2021 · Opened 15:00:00"_s);
    row("best match first", late, By::Publication, at(4, 15, 0), u"Yesterday"_s);
    row("not known", late, By::Bookmark, {}, u"Yesterday"_s);
}

void TestHeadlineWords::saysWhatTheListGoesBy()
{
    QFETCH(Timestamp, published);
    QFETCH(headlines::By, by);
    QFETCH(QDateTime, moment);
    const headlines::Standing standing{.by = by,
                                       .moment = moment.isValid() ? moment.toMSecsSinceEpoch() : 0};

    QTEST(headlines::when({.published = published}, now(), QLocale::c(), standing), "words");
}

void TestHeadlineWords::speaksTheWholeRow()
{
    const Headline headline{.title = u"Lights out"_s,
                            .site = u"The Gazette"_s,
                            .excerpt = u"The town went dark."_s,
                            .bookmarkedAt = now()};

    QCOMPARE(headlines::spoken(headline, now(), QLocale::c()),
             u"Unread. Bookmarked. Lights out. The Gazette. The town went dark."_s);
}

void TestHeadlineWords::saysWhyAListIsEmpty_data()
{
    QTest::addColumn<StoryQuery>("query");
    QTest::addColumn<QString>("part");

    using Scope = StoryQuery::Scope;
    QTest::newRow("bookmarks") << StoryQuery{.scope = Scope::Bookmarks} << u"Press B"_s;
    QTest::newRow("unread") << StoryQuery{.scope = Scope::Unread} << u"watched folders"_s;
    QTest::newRow("search in bookmarks")
        << StoryQuery{.scope = Scope::Bookmarks, .words = u"zebra"_s} << u"“zebra”"_s;
    QTest::newRow("everything") << StoryQuery{} << u"Ctrl+O"_s;
}

void TestHeadlineWords::saysWhyAListIsEmpty()
{
    QFETCH(StoryQuery, query);
    QFETCH(QString, part);

    const auto words = headlines::emptiness(query);

    QVERIFY(!words.title.isEmpty());
    QVERIFY2((words.title + words.text).contains(part), qPrintable(words.text));
}

void TestHeadlineWords::titlesStoriesWithoutAHeadline()
{
    const Headline story{.excerpt = u"The ferry left at six in the morning and nobody on the quay "
                                    "knew yet that it would not come back."_s};

    QCOMPARE(headlines::title({.title = u"Ferry lost"_s, .excerpt = story.excerpt}),
             u"Ferry lost"_s);
    QCOMPARE(headlines::title(story),
             u"The ferry left at six in the morning and nobody on the quay…"_s);
    QCOMPARE(headlines::title({.excerpt = u"Short words"_s}), u"Short words"_s);
    QVERIFY(!headlines::title({}).isEmpty());
    // Nothing is said twice.
    QCOMPARE(headlines::excerpt({.excerpt = u"Short words"_s}), QString());
    QCOMPARE(headlines::spoken({.excerpt = u"Short words"_s, .read = true}, now(), QLocale::c()),
             u"Short words"_s);
    QCOMPARE(headlines::excerpt(story), story.excerpt);
    QCOMPARE(headlines::excerpt({.title = u"Short words"_s, .excerpt = u"Short words"_s}),
             u"Short words"_s);
}

void TestHeadlineWords::keepsTheDateWhereThereIsNoRoom()
{
    const Headline story{.title = u"Harbour lights"_s,
                         .site = u"The Saltmarsh Gazette"_s,
                         .byline = u"Maren Oakhill and Tobias Fenwick"_s,
                         .published = {.date = QDate(2021, 12, 3)}};
    const auto now = QDateTime(QDate(2022, 6, 1), QTime(12, 0));
    const auto date = headlines::date(story.published, now, QLocale());

    for (const auto width : {240, 300, 1000}) {
        const auto layout = laidOut(story, width, now);
        QCOMPARE(layout.credits.size(), 1);
        const auto line = layout.credits.first().text.text();
        QVERIFY2(line.endsWith(date), qPrintable(line));
        QCOMPARE(line.contains(u'…'), width < 1000);
    }

    const Headline arabic{.title = story.title,
                          .byline = u"\u0646\u0648\u0631 "_s.repeated(20).trimmed(),
                          .published = story.published};
    const auto line = laidOut(arabic, 240, now).credits.first().text.text();
    QVERIFY2(line.endsWith(u" · \u2068"_s + date + u'\u2069'), qPrintable(line));
}

void TestHeadlineWords::givesNameAndDateTheirRoom_data()
{
    QTest::addColumn<Headline>("story");
    QTest::addColumn<int>("width");
    QTest::addColumn<QString>("names");
    QTest::addColumn<QString>("date");

    const Headline story{.site = u"The Saltmarsh and Harbour Gazette"_s, .byline = u"Ada Marsh"_s};
    const auto many = u"Ada Marsh, Maren Oakhill and Tobias Fenwick"_s;
    auto old = story;
    old.published = {.date = QDate(2021, 12, 3)};
    QTest::newRow("a long outlet") << story << 330 << u"· Ada Marsh ·"_s << u"· Added 17:02"_s;
    QTest::newRow("of another day") << old << 400 << u"· Ada Marsh ·"_s << u"· Added 17:02"_s;
    QTest::newRow("of another day, with little room")
        << old << 260 << u"· Ada Marsh ·"_s << u"· 3 Dec 2021"_s;
    QTest::newRow("many authors") << Headline{.site = u"Gazette"_s, .byline = many} << 330
                                  << u"Gazette · Ada"_s << u"· Added 17:02"_s;
    QTest::newRow("authors alone")
        << Headline{.byline = many} << 330 << u"Ada Marsh"_s << u"· Added 17:02"_s;
}

void TestHeadlineWords::givesNameAndDateTheirRoom()
{
    QFETCH(const Headline, story);
    QFETCH(const int, width);
    QFETCH(const QString, names);
    QFETCH(const QString, date);
    QLocale::setDefault(QLocale::c());
    const QDateTime now(QDate(2022, 6, 1), QTime(18, 0));
    const headlines::Standing standing{.by = headlines::By::Listing,
                                       .moment
                                       = QDateTime(now.date(), QTime(17, 2)).toMSecsSinceEpoch()};

    const auto line = laidOut(story, width, now, {}, standing).credits.first().text.text();

    QVERIFY2(line.contains(names), qPrintable(line));
    QVERIFY2(line.contains(u'…'), qPrintable(line));
    QVERIFY2(line.contains(date), qPrintable(line));
}

// Letters end between pixels: what is as wide as the row to the nearest one may be too wide for it.
void TestHeadlineWords::cutsNoDate()
{
    const headlines::Standing standing{.moment = now().addSecs(-3600).toMSecsSinceEpoch()};
    const Headline story{.title = u"Why the Lighthouse Blinks Twice"_s,
                         .site = u"The Coastal Record"_s,
                         .byline = u"Imke Sorrel"_s,
                         .published = {.date = QDate(2020, 10, 18)}};

    QFont font(u"Noto Sans"_s, 10);
    font.setHintingPreference(QFont::PreferNoHinting);
    const HeadlineFonts fonts(font);
    const HeadlineMatches matches;

    for (auto width = 200; width < 500; ++width) {
        const headlines::Setting setting{
            .width = width, .fonts = fonts, .matches = matches, .standing = standing};
        const auto line = headlines::layOut(story, setting, now()).credits.first().text.text();
        QVERIFY2(!line.endsWith(u'…'), qPrintable(line));
    }
}

void TestHeadlineWords::mirrorsTheRowOfAnArabicHeadline()
{
    const auto now = QDateTime(QDate(2022, 6, 1), QTime(12, 0));
    const Headline story{.title = u"\u0645\u064A\u0646\u0627\u0621"_s, .byline = u"Ada Reed"_s};
    constexpr auto width = 300;

    const auto layout = laidOut(story, width, now);

    QVERIFY(headlines::rightToLeft(story));
    // The gutter for the marks is at the right edge, where the lines begin, also one in Latin.
    for (const auto &line : {layout.title.first(), layout.credits.first()})
        QVERIFY(std::abs(line.at.x() + line.text.size().width() - (width - headlines::gutter))
                <= 1);
}

void TestHeadlineWords::marksOneWordOfANameFromRightToLeft()
{
    const auto now = QDateTime(QDate(2022, 6, 1), QTime(12, 0));
    const auto first = u"\u0646\u0648\u0631"_s;
    const auto second = u"\u0627\u0644\u0647\u0627\u0634\u0645\u064A"_s;
    const Headline story{.title = u"Harbour lights"_s,
                         .byline = first + u' ' + second,
                         .published = {.date = QDate(2021, 12, 3)}};
    const auto hitOf = [&](const QString &word) {
        const HeadlineMatches matches(search::parse(u"by:"_s + word, now.date()));
        const auto hits = laidOut(story, 300, now, matches).credits.first().hits;
        return hits.size() == 1 ? hits.first() : QRectF();
    };

    const auto one = hitOf(first);
    const auto other = hitOf(second);

    QVERIFY(one.width() > 1);
    QVERIFY(other.width() > 1);
    QVERIFY2(other.right() <= one.left(),
             qPrintable(u"%1 %2"_s.arg(other.right()).arg(one.left())));
}

QTEST_MAIN(TestHeadlineWords)
#include "tst_headlinewords.moc"
