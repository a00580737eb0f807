#include "formats/formats.h"

#include <QTest>

using namespace Qt::StringLiterals;

class TestMbox : public QObject
{
    Q_OBJECT

private slots:
    void partsMails_data();
    void partsMails();
    void restoresLinesThatBeginWithFrom();
    void leavesDeletedMailsOut();
    void saysHowManyItCouldNotRead();
    void readsOnlyFolders_data();
    void readsOnlyFolders();
};

namespace {

const QByteArray ofMail = "From ada@tide.example Tue Mar  4 10:00:00 2025\n";
const QByteArray ofThunderbird = "From - Tue Mar 04 10:00:00 2025\n";

QByteArray mail(const QByteArray &subject, const QByteArray &text, const QByteArray &fields = {})
{
    return "Subject: " + subject + "\nMIME-Version: 1.0\n" + fields
        + "Content-Type: text/html; charset=utf-8\n\n<p>" + text + "</p>\n\n";
}

QStringList titlesIn(const QByteArray &folder)
{
    QStringList titles;
    const auto pages = formats::read({.bytes = folder});
    for (const auto &page : pages ? *pages : QList<SavedPage>())
        titles.append(page.stated.title);
    return titles;
}

} // namespace

void TestMbox::partsMails_data()
{
    QTest::addColumn<QByteArray>("folder");
    const auto one = mail("One", "It came in.");
    const auto two = mail("Two", "It went out.");

    QTest::newRow("mail") << ofMail + one + ofMail + two;
    QTest::newRow("Thunderbird") << ofThunderbird + one + ofThunderbird + two;
    QTest::newRow("no date") << "From \n" + one + "From \n" + two;
    QTest::newRow("CRLF") << QByteArray(ofMail + one + ofMail + two).replace("\n", "\r\n");
    QTest::newRow("a sentence in between")
        << ofMail + mail("One", "It came in.\n\nFrom 10:00 on it\nrained") + ofMail + two;
}

void TestMbox::partsMails()
{
    QFETCH(QByteArray, folder);

    const auto pages = formats::read({.bytes = folder});

    QCOMPARE(titlesIn(folder), (QStringList{u"One"_s, u"Two"_s}));
    QVERIFY(!pages->first().html.contains("went out"_L1));
    QCOMPARE(pages->first().stated.provenance.format, u"mbox"_s);
}

void TestMbox::restoresLinesThatBeginWithFrom()
{
    const auto pages = formats::read(
        {.bytes = ofMail + mail("One", "It came in\n>From the sea\n>>From the pier\n> quoted")});

    QVERIFY(pages);
    QVERIFY(pages->first().html.contains("in\nFrom the sea\n>From the pier\n> quoted"_L1));
}

void TestMbox::leavesDeletedMailsOut()
{
    const auto folder = ofThunderbird + mail("One", "It came in.", "X-Mozilla-Status: 0009\n")
        + ofThunderbird + mail("Two", "It went out.", "X-Mozilla-Status: 0001\n");

    QCOMPARE(titlesIn(folder), QStringList{u"Two"_s});
}

void TestMbox::saysHowManyItCouldNotRead()
{
    const auto empty = ofMail + "Subject: Zero\nMIME-Version: 1.0\n\n\n";
    const auto pages
        = formats::read({.bytes = empty + ofMail + mail("One", "It came in.") + empty});

    QVERIFY(pages);
    QCOMPARE(pages->size(), 1);
    QCOMPARE(pages->first().stated.warnings,
             QStringList{u"2 mails of the folder have no text that can be read"_s});
    QCOMPARE(formats::read({.bytes = empty}).error().kind, Error::Kind::Empty);
}

void TestMbox::readsOnlyFolders_data()
{
    QTest::addColumn<QByteArray>("text");

    QTest::newRow("a sentence") << "From 10:00 on the tide came in.\nIt was high.\n"_ba;
    QTest::newRow("a story with a head")
        << "From our own correspondent 10:00\nDate: 4 March 2025\nTitle: Tide\n\nIt came in."_ba;
}

void TestMbox::readsOnlyFolders()
{
    QFETCH(QByteArray, text);

    const auto pages = formats::read({.bytes = text});

    QVERIFY(pages);
    QCOMPARE(pages->first().stated.provenance.format, u"text"_s);
}

QTEST_GUILESS_MAIN(TestMbox)
#include "tst_mbox.moc"
