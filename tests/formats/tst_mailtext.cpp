#include "formats/forwarding.h"
#include "formats/mailtext.h"

#include <QTest>

using namespace Qt::StringLiterals;
using formats::Markup;

class TestMailText : public QObject
{
    Q_OBJECT

private slots:
    void findsWhatWasForwarded_data();
    void findsWhatWasForwarded();
    void leavesOtherTextsAlone_data();
    void leavesOtherTextsAlone();
    void leavesOutWhatStandsAround_data();
    void leavesOutWhatStandsAround();
};

void TestMailText::findsWhatWasForwarded_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<Markup>("markup");
    QTest::addColumn<QString>("note");

    QTest::newRow("Gmail") << u"Look!\n\n---------- Forwarded message ---------\n"
                              "From: Ada Marsh <ada@tide.example>\nDate: 4 March 2025\n"
                              "Subject: The tide\nTo: <you@tide.example>\n\n\nIt came in."_s
                           << Markup::None << u"Look!"_s;
    QTest::newRow("no line above the head")
        << u"From: Ada Marsh <ada@tide.example>\nSent: 4 March 2025\nTo: you\n"
           "Subject: The tide\n\nIt came in."_s
        << Markup::None << QString();
    QTest::newRow("German") << u"-------- Weitergeleitete Nachricht --------\nBetreff: The tide\n"
                               "Datum: 4 March 2025\nVon: Ada Marsh <ada@tide.example>\n\n"
                               "It came in."_s
                            << Markup::None << QString();
    QTest::newRow("Gmail's page")
        << u"<div>Look!<br><div class=x>---------- Forwarded message ---------<br>From: "
           "<b>Ada Marsh</b> <span>&lt;<a href=x>ada@tide.example</a>&gt;</span><br>"
           "Date: 4 March 2025<br>Subject: The tide<br></div><p>It came in.</div>"_s
        << Markup::Html << u"Look!"_s;
    QTest::newRow("Thunderbird's page")
        << u"<html><head><title>No</title><style>p { }</style></head><body><p>Look!</p>"
           "-------- Forwarded Message --------<table><tr><th>Subject: </th><td>The tide</td></tr>"
           "<tr><th>Date: </th><td>4 March 2025</td></tr><tr><th>From: </th>"
           "<td>Ada Marsh &lt;ada@tide.example&gt;</td></tr></table><p>It came in.</p>"_s
        << Markup::Html << u"Look!"_s;
}

void TestMailText::findsWhatWasForwarded()
{
    QFETCH(QString, text);
    QFETCH(Markup, markup);

    const auto found = formats::forwarding(text, markup);

    QTEST(found.note, "note");
    QCOMPARE(found.from, u"Ada Marsh <ada@tide.example>"_s);
    QCOMPARE(found.date, u"4 March 2025"_s);
    QCOMPARE(found.subject, u"The tide"_s);
    QVERIFY(found.rest.contains("It came in."_L1));
    QVERIFY(!found.rest.contains("Look"_L1) && !found.rest.contains("Ada"_L1));
}

void TestMailText::leavesOtherTextsAlone_data()
{
    QTest::addColumn<QString>("text");

    QTest::newRow("a story") << u"The tide\n\nIt came in."_s;
    QTest::newRow("a line like a field") << u"From: the sea\n\nSubject: the tide\nIt came in."_s;
    QTest::newRow("a head without an address")
        << u"From: Ada Marsh\nDate: 4 March 2025\nSubject: The tide\n\nIt came in."_s;
    QTest::newRow("only the line above") << u"--- Forwarded message ---\nIt came in."_s;
}

void TestMailText::leavesOtherTextsAlone()
{
    QFETCH(QString, text);

    QVERIFY(formats::forwarding(text, Markup::None).isEmpty());
}

void TestMailText::leavesOutWhatStandsAround_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("rest");
    QTest::addColumn<int>("warnings");

    QTest::newRow("nothing") << u"It came in.\n\nIt went out."_s << u"It came in.\n\nIt went out."_s
                             << 0;
    QTest::newRow("top") << u"View in browser:\nhttps://tide.example/1\nTHE TIDE\n====\nIt came "
                            "in."_s
                         << u"It came in."_s << 2;
    QTest::newRow("foot")
        << u"It came in.\n\n-----\nYou receive this email because you asked.\nUnsubscribe here\n"
           "The Tide, 1 Pier Road"_s
        << u"It came in."_s << 1;
    QTest::newRow("signature") << u"It came in.\n-- \nAda"_s << u"It came in."_s << 1;
    QTest::newRow("a story about lists")
        << u"It came in.\nMany unsubscribe.\n"_s + u"It went out.\n"_s.repeated(30)
        << u"It came in.\nMany unsubscribe.\n"_s + u"It went out.\n"_s.repeated(29)
            + u"It went out."_s
        << 0;
}

void TestMailText::leavesOutWhatStandsAround()
{
    QFETCH(QString, text);
    QStringList warnings;

    const auto rest = formats::mailStoryText(text, u"The Tide"_s, formats::Readers::Many, warnings);

    QTEST(rest.trimmed(), "rest");
    QTEST(int(warnings.size()), "warnings");
}

QTEST_GUILESS_MAIN(TestMailText)
#include "tst_mailtext.moc"
