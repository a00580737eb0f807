#include "text/dates.h"

#include <QTest>

using namespace Qt::StringLiterals;

class DatesTest : public QObject
{
    Q_OBJECT

private slots:
    void readsDates_data();
    void readsDates();
    void followsDayOrder_data();
    void followsDayOrder();
    void knowsDateLines_data();
    void knowsDateLines();
    void readsPaths_data();
    void readsPaths();
};

void DatesTest::readsDates_data()
{
    QTest::addColumn<QString>("written");
    QTest::addColumn<QString>("iso");
    const auto row = [](const QString &written, const QString &iso) {
        QTest::addRow("%s", qUtf8Printable(written)) << written << iso;
    };
    // Machines.
    row(u"2025-04-03"_s, u"2025-04-03"_s);
    row(u"2025-04-03T08:15:00Z"_s, u"2025-04-03T08:15:00Z"_s);
    row(u"2025-04-03T08:15:00.123+02:00"_s, u"2025-04-03T08:15:00+02:00"_s);
    row(u"2025-04-03T08:15:30-0530"_s, u"2025-04-03T08:15:30-05:30"_s);
    row(u"2025-04-03 08:15:00 +0000"_s, u"2025-04-03T08:15:00Z"_s);
    row(u"2025-04-03 08:15"_s, u"2025-04-03T08:15:00"_s);
    row(u"20250403"_s, u"2025-04-03"_s);
    row(u"20250403T081500Z"_s, u"2025-04-03T08:15:00Z"_s);
    row(u"20250403081500"_s, u"2025-04-03T08:15:00"_s);
    row(u"Fri, 03 Dec 2021 17:12:00 GMT"_s, u"2021-12-03T17:12:00Z"_s);
    row(u"Fri, 03 Dec 21 17:12 EST"_s, u"2021-12-03T17:12:00-05:00"_s);
    row(u"Fri Dec 03 2021 17:12:00 GMT+0200 (Central European Summer Time)"_s,
        u"2021-12-03T17:12:00+02:00"_s);
    row(u"Fri Dec  3 17:12:00 2021"_s, u"2021-12-03T17:12:00"_s);
    row(u"Fri Dec  3 17:12:00 UTC 2021"_s, u"2021-12-03T17:12:00Z"_s);
    row(u"03/Apr/2025:08:15:00 +0200"_s, u"2025-04-03T08:15:00+02:00"_s);
    row(u"03-Apr-25"_s, u"2025-04-03"_s);
    // English.
    row(u"December 04, 2021"_s, u"2021-12-04"_s);
    row(u"Dec. 4, 2021"_s, u"2021-12-04"_s);
    row(u"Sun, Feb 9, 2025"_s, u"2025-02-09"_s);
    row(u"3rd of April, 2025"_s, u"2025-04-03"_s);
    row(u"April 3rd 2025"_s, u"2025-04-03"_s);
    row(u"Published 3 April 2025 at 08.15 BST"_s, u"2025-04-03T08:15:00+01:00"_s);
    row(u"Updated 5:12 PM EST, Fri December 3, 2021"_s, u"2021-12-03T17:12:00-05:00"_s);
    row(u"December 3, 2021 at 5:12 p.m. ET"_s, u"2021-12-03T17:12:00-05:00"_s);
    row(u"July 3, 2021, 12:05 a.m."_s, u"2021-07-03T00:05:00"_s);
    row(u"July 3, 2021, 8 pm PDT"_s, u"2021-07-03T20:00:00-07:00"_s);
    row(u"Updated 17 May 2025, published 16 May 2025"_s, u"2025-05-16"_s);
    row(u"Updated 17 May 2025"_s, u"2025-05-17"_s);
    row(u"Apr 3, '25"_s, u"2025-04-03"_s);
    // German.
    row(u"16. Mai 2025, 10:20 Uhr (aktualisiert: 17. Mai 2025)"_s, u"2025-05-16T10:20:00"_s);
    row(u"16. Mai 2025 (aktualisiert: 17. Mai 2025, 10:20 Uhr)"_s, u"2025-05-16"_s);
    row(u"Stand: 03.04.2025, 8.15 Uhr"_s, u"2025-04-03T08:15:00"_s);
    row(u"Donnerstag, 3. März 2022 um 8 Uhr MEZ"_s, u"2022-03-03T08:00:00+01:00"_s);
    row(u"3.4.25"_s, u"2025-04-03"_s);
    row(u"5. Jänner 2025"_s, u"2025-01-05"_s);
    // The Romance languages.
    row(u"Publié le 4 avril 2025 à 08h15"_s, u"2025-04-04T08:15:00"_s);
    row(u"1er août 2024 à 8 h 05"_s, u"2024-08-01T08:05:00"_s);
    row(u"mardi 11 FÉVRIER 2025"_s, u"2025-02-11"_s);
    row(u"3 de abril de 2025, 08:15 h"_s, u"2025-04-03T08:15:00"_s);
    row(u"jueves 3 de septiembre del 2020 a las 8:15 a. m."_s, u"2020-09-03T08:15:00"_s);
    row(u"3 aprile 2025 alle 8:15"_s, u"2025-04-03T08:15:00"_s);
    row(u"3 de março de 2025 às 8h15"_s, u"2025-03-03T08:15:00"_s);
    row(u"15 out 2024"_s, u"2024-10-15"_s);
    row(u"3 noiembrie 2024, ora 18:30"_s, u"2024-11-03T18:30:00"_s);
    // The Germanic languages of the north and west.
    row(u"3 maart 2025 om 08:15 uur"_s, u"2025-03-03T08:15:00"_s);
    row(u"Publicerad 3 maj 2025 kl 08.15"_s, u"2025-05-03T08:15:00"_s);
    row(u"3. marts 2025 kl. 08.15"_s, u"2025-03-03T08:15:00"_s);
    row(u"Publisert 3. desember 2024 kl. 18:45"_s, u"2024-12-03T18:45:00"_s);
    // Further Latin alphabets.
    row(u"3. huhtikuuta 2025 klo 8.15"_s, u"2025-04-03T08:15:00"_s);
    row(u"3 kwietnia 2025, godz. 8:15"_s, u"2025-04-03T08:15:00"_s);
    row(u"3. dubna 2025 v 8:15"_s, u"2025-04-03T08:15:00"_s);
    row(u"3. 4. 2025"_s, u"2025-04-03"_s);
    row(u"2025. április 3., 08:15"_s, u"2025-04-03T08:15:00"_s);
    row(u"2025.04.03. 08:15"_s, u"2025-04-03T08:15:00"_s);
    row(u"3 Şubat 2025 Pazartesi, 08:15"_s, u"2025-02-03T08:15:00"_s);
    row(u"Kamis, 3 Agustus 2023 08.15 WIB"_s, u"2023-08-03T08:15:00+07:00"_s);
    row(u"Thứ năm, 3 tháng 4 năm 2025"_s, u"2025-04-03"_s);
    row(u"ngày 3 Tháng Mười Hai, 2024"_s, u"2024-12-03"_s);
    // Cyrillic and Greek.
    row(u"3 апреля 2025 г., 08:15 МСК"_s, u"2025-04-03T08:15:00+03:00"_s);
    row(u"Опубликовано: 3 мая 2025 в 8:15"_s, u"2025-05-03T08:15:00"_s);
    row(u"3 квітня 2025 року, 08:15"_s, u"2025-04-03T08:15:00"_s);
    row(u"3 Απριλίου 2025, 5:12 μ.μ."_s, u"2025-04-03T17:12:00"_s);
    // Right to left.
    row(u"18 فبراير 2025"_s, u"2025-02-18"_s);
    row(u"الثلاثاء ١٨ شباط ٢٠٢٥ - ٠٨:١٥"_s, u"2025-02-18T08:15:00"_s);
    row(u"3 كانون الثاني 2025"_s, u"2025-01-03"_s);
    row(u"3 تشرين الأول/أكتوبر 2024 الساعة 5:30 مساءً بتوقيت غرينتش"_s, u"2024-10-03T17:30:00Z"_s);
    row(u"3 באפריל 2025, 08:15"_s, u"2025-04-03T08:15:00"_s);
    row(u"۳ آوریل ۲۰۲۵"_s, u"2025-04-03"_s);
    row(u"۱۴ فروردین ۱۴۰۴"_s, u"2025-04-03"_s);
    row(u"3 اپریل 2025"_s, u"2025-04-03"_s);
    // India and East Asia.
    row(u"3 अप्रैल 2025"_s, u"2025-04-03"_s);
    row(u"०३ फ़रवरी २०२५"_s, u"2025-02-03"_s);
    row(u"2025年4月3日 08:00"_s, u"2025-04-03T08:00:00"_s);
    row(u"2025年04月03日 下午5时12分"_s, u"2025-04-03T17:12:00"_s);
    row(u"2024年11月15日（金）午後8時05分"_s, u"2024-11-15T20:05:00"_s);
    row(u"令和7年4月3日"_s, u"2025-04-03"_s);
    row(u"入力 2025년 4월 3일 오후 5시 12분"_s, u"2025-04-03T17:12:00"_s);
    row(u"입력 2025.04.03 08:15"_s, u"2025-04-03T08:15:00"_s);
    row(u"3 เมษายน 2568"_s, u"2025-04-03"_s);
    // In a sentence.
    row(u"The ferry sank on 3 April 2025 off Altmoor."_s, u"2025-04-03"_s);
    // No dates.
    row(u""_s, u""_s);
    row(u"31 February 2025"_s, u""_s);
    row(u"2025-13-45"_s, u""_s);
    row(u"32/13/2025"_s, u""_s);
    row(u"3 April 1207"_s, u""_s);
    row(u"3 April 2525"_s, u""_s);
    row(u"In May he paid 2025 crowns"_s, u""_s);
    row(u"192.168.1.25"_s, u""_s);
    row(u"Version 3.4.25.1"_s, u""_s);
    row(u"April 2025"_s, u""_s);
    row(u"Chapter 3, April"_s, u""_s);
}

void DatesTest::readsDates()
{
    QFETCH(QString, written);
    QFETCH(QString, iso);
    QCOMPARE(text::parseDate(written).toIso(), iso);
}

void DatesTest::followsDayOrder_data()
{
    QTest::addColumn<QString>("written");
    QTest::addColumn<QString>("dayFirst");
    QTest::addColumn<QString>("monthFirst");
    QTest::newRow("ambiguous") << u"03/04/2025"_s << u"2025-04-03"_s << u"2025-03-04"_s;
    QTest::newRow("day over 12") << u"25/04/2025"_s << u"2025-04-25"_s << u"2025-04-25"_s;
    QTest::newRow("month second") << u"04/25/2025"_s << u"2025-04-25"_s << u"2025-04-25"_s;
    QTest::newRow("dots") << u"03.04.2025"_s << u"2025-04-03"_s << u"2025-04-03"_s;
    QTest::newRow("year first") << u"2025/04/03"_s << u"2025-04-03"_s << u"2025-04-03"_s;
    QTest::newRow("two digits") << u"11/22/26, 10:39 AM"_s << u"2026-11-22T10:39:00"_s
                                << u"2026-11-22T10:39:00"_s;
    QTest::newRow("last century") << u"03/04/98"_s << u"1998-04-03"_s << u"1998-03-04"_s;
}

void DatesTest::followsDayOrder()
{
    QFETCH(QString, written);
    QFETCH(QString, dayFirst);
    QFETCH(QString, monthFirst);
    QCOMPARE(text::parseDate(written, text::DayOrder::DayFirst).toIso(), dayFirst);
    QCOMPARE(text::parseDate(written, text::DayOrder::MonthFirst).toIso(), monthFirst);
}

void DatesTest::knowsDateLines_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<bool>("expected");
    const auto row = [](const QString &line, bool expected) {
        QTest::addRow("%s", qUtf8Printable(line)) << line << expected;
    };
    row(u"December 04, 2021"_s, true);
    row(u"16. Mai 2025, 10:20 Uhr (aktualisiert: 17. Mai 2025)"_s, true);
    row(u"Published 3 April 2025 at 08.15 BST"_s, true);
    row(u"2025年4月3日 08:00"_s, true);
    row(u"Updated 5:12 PM EST, Fri December 3, 2021"_s, true);
    row(u"2025-04-03T08:15:00+02:00"_s, true);
    row(u"Publié le 4 avril 2025 à 08h15, mis à jour le 5 avril 2025 à 9h"_s, true);
    row(u"Jueves, 3 de abril de 2025 - 08:15 h"_s, true);
    row(u"Опубликовано: 3 апреля 2025 г., 08:15"_s, true);
    row(u"الثلاثاء 18 فبراير 2025 - 08:15"_s, true);
    row(u"2024年11月15日（金）"_s, true);
    row(u"发布时间：2025年04月09日 08:30"_s, true);
    row(u"입력 2025.04.03 08:15 수정 2025.04.03 09:00"_s, true);
    row(u"*3 April 2025 · 5 min read*"_s, true);
    row(u"Thứ năm, 3/4/2025, 08:15 (GMT+7)"_s, true);
    row(u"3 באפריל 2025, 08:15"_s, true);
    row(u"The ferry sank on 3 April 2025 off Altmoor."_s, false);
    row(u"On December 3, 2021 the council met."_s, false);
    row(u"Am 16. Mai 2025 fuhr der erste Zug."_s, false);
    row(u"By Jane Doe, 3 April 2025"_s, false);
    row(u"Altmoor, 3 April 2025"_s, false);
    row(u"4月8日，渔民在海湾里收起了渔网。"_s, false);
    row(u"2025年4月3日，茶农在茶园里采摘新茶。"_s, false);
    row(u"12,000 people came"_s, false);
    row(u"March 2025"_s, false);
    row(u"Why 3 April 2025 matters"_s, false);
    row(u""_s, false);
}

void DatesTest::knowsDateLines()
{
    QFETCH(QString, line);
    QFETCH(bool, expected);
    QCOMPARE(text::isDateLine(line), expected);
}

void DatesTest::readsPaths_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("iso");
    QTest::newRow("slashes") << u"/2021/12/04/talks-set/"_s << u"2021-12-04"_s;
    QTest::newRow("month name") << u"/world/2021/dec/04/talks"_s << u"2021-12-04"_s;
    QTest::newRow("dashes") << u"/news/2021-12-04-talks.html"_s << u"2021-12-04"_s;
    QTest::newRow("one run") << u"/a/t20211204_12345.htm"_s << u"2021-12-04"_s;
    QTest::newRow("two runs") << u"/local/2024/1115/tofu.html"_s << u"2024-11-15"_s;
    QTest::newRow("year and month joined") << u"/202411/15/tofu.html"_s << u"2024-11-15"_s;
    QTest::newRow("short month") << u"/2024/1/5/a"_s << u"2024-01-05"_s;
    QTest::newRow("query") << u"/story?d=2024/01/05"_s << QString();
    QTest::newRow("month only") << u"/2024/04/story"_s << QString();
    QTest::newRow("number") << u"/shehui/10086231.shtml"_s << QString();
    QTest::newRow("year and month in one folder")
        << u"/local/2020-02/19/c_11.htm"_s << u"2020-02-19"_s;
    QTest::newRow("day first") << u"/meldungen/29-10-2021"_s << u"2021-10-29"_s;
    QTest::newRow("month first") << u"/news/10-29-2021/goats"_s << u"2021-10-29"_s;
    QTest::newRow("day or month first") << u"/meldungen/09-10-2021"_s << QString();
    QTest::newRow("a number behind the month") << u"/2019/10-20-ways"_s << QString();
    QTest::newRow("impossible") << u"/2024/13/45/a"_s << QString();
    QTest::newRow("none") << u"/story/slug"_s << QString();
}

void DatesTest::readsPaths()
{
    QFETCH(QString, path);
    QFETCH(QString, iso);
    QCOMPARE(text::dateInPath(path).toIso(), iso);
}

QTEST_GUILESS_MAIN(DatesTest)
#include "tst_dates.moc"
