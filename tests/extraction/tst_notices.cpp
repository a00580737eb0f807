#include "extraction/notices.h"

#include <QTest>

using namespace Qt::StringLiterals;

class TestNotices : public QObject
{
    Q_OBJECT

private slots:
    void knowsNotices_data();
    void knowsNotices();
};

void TestNotices::knowsNotices_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<bool>("isNotice");

    QTest::newRow("a label") << u"Advertisement"_s << true;
    QTest::newRow("between dashes") << u"- Anzeige -"_s << true;
    QTest::newRow("with an arrow") << u"Read more »"_s << true;
    QTest::newRow("a question") << u"Schon gelesen?"_s << true;
    QTest::newRow("subjects") << u"Kategorie: Mühlen"_s << true;
    QTest::newRow("several labels") << u"Print | Share this article"_s << true;
    QTest::newRow("the word in a sentence") << u"Share of homes that sold above asking"_s << false;
    QTest::newRow("which picture") << u"Image 3 of 12"_s << true;
    QTest::newRow("a fraction in words") << u"3 of 12 boats came back."_s << false;
    QTest::newRow("time to read") << u"Lesezeit: 4 Minuten"_s << true;
    QTest::newRow("minutes") << u"7 min read"_s << true;
    QTest::newRow("minutes of a recipe") << u"7 minutes"_s << false;
    QTest::newRow("whom to follow") << u"Follow Una Carrow on Instagram for more."_s << true;
    QTest::newRow("who follows whom") << u"They follow the river on foot."_s << false;
    QTest::newRow("updated") << u"Updated March 4, 2024"_s << true;
    QTest::newRow("what was updated") << u"Updated rules apply from March."_s << false;
    QTest::newRow("membership") << u"Werden Sie Mitglied und lesen Sie alles!"_s << true;
    QTest::newRow("a credit") << u"Photo credit: Ottoline Grey"_s << true;
    QTest::newRow("a source") << u"Source: Bureau of Mills"_s << false;
    QTest::newRow("questions and answers") << u"Explore related questions"_s << true;
    QTest::newRow("contents without their links") << u"Table of Contents"_s << true;
    QTest::newRow("leaving a list")
        << u"Unsubscribe | Update your preferences | View online"_s << true;
    QTest::newRow("why it was sent")
        << u"You are receiving this email because you signed up at mill.example."_s << true;
    QTest::newRow("leaving a list, in German") << u"Newsletter abbestellen"_s << true;
    QTest::newRow("leaving lists in the news")
        << u"New rules make it easier to unsubscribe from a gym."_s << false;
    QTest::newRow("empty") << QString() << false;
}

void TestNotices::knowsNotices()
{
    QFETCH(QString, line);
    QFETCH(bool, isNotice);

    QCOMPARE(extraction::isNotice(line), isNotice);
}

QTEST_GUILESS_MAIN(TestNotices)
#include "tst_notices.moc"
