#include "formats/formats.h"

#include <QTest>

using namespace Qt::StringLiterals;

class TestEml : public QObject
{
    Q_OBJECT

private slots:
    void decodesTheHeader_data();
    void decodesTheHeader();
    void knowsAuthorAndOutlet_data();
    void knowsAuthorAndOutlet();
    void findsTheAddressOnTheWeb_data();
    void findsTheAddressOnTheWeb();
    void choosesTheText_data();
    void choosesTheText();
    void bringsPicturesAlong();
    void readsFeedItems();
    void readsForwardedMails();
    void keepsTheForwarderOut();
    void leavesSignaturesOut();
    void readsAppleMailFiles();
    void saysWhatIsWrong_data();
    void saysWhatIsWrong();
    void survivesEveryCut();
    void staysQuickOnHugeHeaders();
};

namespace {

const QByteArray letter = "From: Ada Marsh <ada@tide.example>\nTo: you@tide.example\n"
                          "Date: Tue, 4 Mar 2025 10:00:00 +0100\nMessage-ID: <1@tide.example>\n"
                          "MIME-Version: 1.0\n";
const QByteArray ofHtml = "Content-Type: text/html; charset=utf-8\n\n";
const QByteArray ofText = "Content-Type: text/plain; charset=utf-8\n\n";

QByteArray multipart(const QByteArray &subtype, const QByteArrayList &parts)
{
    // Of its own, also for one inside another.
    const auto edge = "edge-of-" + subtype;
    QByteArray mail = "Content-Type: multipart/" + subtype + "; boundary=" + edge + "\n\n";
    for (const auto &part : parts)
        mail += "--" + edge + "\n" + part + "\n";
    return mail + "--" + edge + "--\n";
}

QList<SavedPage> readAll(const QByteArray &mail)
{
    const auto pages = formats::read({.bytes = mail});
    return pages ? *pages : QList<SavedPage>();
}

SavedPage read(const QByteArray &mail)
{
    return readAll(mail).value(0);
}

QString authorOf(const SavedPage &page)
{
    return byline(page.stated.authors.isEmpty() ? page.presumedAuthors : page.stated.authors);
}

} // namespace

void TestEml::decodesTheHeader_data()
{
    QTest::addColumn<QByteArray>("subject");
    QTest::addColumn<QString>("title");

    QTest::newRow("UTF-8") << "=?utf-8?q?Die_Fl=C3=BCt?="_ba << u"Die Flüt"_s;
    QTest::newRow("folded, a letter cut in two")
        << "=?utf-8?q?Fl=C3?=\n =?utf-8?q?=BCt?= kommt"_ba << u"Flüt kommt"_s;
    QTest::newRow("windows-1251") << "=?windows-1251?B?zO7w5Q==?="_ba << u"Море"_s;
    QTest::newRow("ISO-2022-JP") << "=?ISO-2022-JP?B?GyRCRiZJZRsoQg==?="_ba << u"豆腐"_s;
    QTest::newRow("a language in the label") << "=?iso-8859-1*de?Q?Fl=FCt?="_ba << u"Flüt"_s;
    QTest::newRow("two charsets") << "=?utf-8?q?M=C3=A9r?= =?koi8-r?b?7c/SxQ==?="_ba
                                  << u"MérМоре"_s;
    QTest::newRow("bytes without a label") << "Die Fl\xC3\xBCt"_ba << u"Die Flüt"_s;
    QTest::newRow("no encoded word") << "Is =? a word?= No"_ba << u"Is =? a word?= No"_s;
    QTest::newRow("the list's name") << "[Ada Marsh] The tide"_ba << u"The tide"_s;
    QTest::newRow("brackets of its own") << "[Update] The tide"_ba << u"[Update] The tide"_s;
}

void TestEml::decodesTheHeader()
{
    QFETCH(QByteArray, subject);
    QFETCH(QString, title);

    const auto found = read("Subject: " + subject + "\n" + letter + ofHtml + "<p>It came in.</p>");

    QCOMPARE(found.stated.title, title);
    QCOMPARE(found.stated.published.toRfc3339(), u"2025-03-04T10:00:00+01:00"_s);
    QCOMPARE(found.stated.provenance.format, u"eml"_s);
}

void TestEml::knowsAuthorAndOutlet_data()
{
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("author");
    QTest::addColumn<QString>("site");
    const auto list = "List-Id: <tide.example>\n" + ofHtml + "<p>It came in.</p>";
    const auto own = ofHtml + "<p>It came in.</p>";

    QTest::newRow("a letter") << "Ada Marsh <ada@tide.example>"_ba << own << u"Ada Marsh"_s
                              << QString();
    QTest::newRow("a comment") << "ada@tide.example (Ada Marsh)"_ba << own << u"Ada Marsh"_s
                               << QString();
    QTest::newRow("quoted, with a comma")
        << "\"Marsh, Ada\" <ada@tide.example>"_ba << own << u"Marsh, Ada"_s << QString();
    QTest::newRow("no name") << "ada@tide.example"_ba << own << QString() << QString();
    QTest::newRow("nobody's address")
        << "The Tide <newsletter@tide.example>"_ba << own << QString() << u"The Tide"_s;
    QTest::newRow("a list") << "The Tide <ada@tide.example>"_ba << list << QString()
                            << u"The Tide"_s;
    QTest::newRow("both") << "Ada Marsh from The Tide <a@tide.example>"_ba << list << u"Ada Marsh"_s
                          << u"The Tide"_s;
    QTest::newRow("a list by its foot")
        << "The Tide <a@tide.example>"_ba << own + "<p>Unsubscribe <a href=x>here</a>" << QString()
        << u"The Tide"_s;
}

void TestEml::knowsAuthorAndOutlet()
{
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, body);

    const auto found = read("From: " + from + "\nSubject: The tide\nMIME-Version: 1.0\n" + body);

    QTEST(authorOf(found), "author");
    QTEST(found.stated.site, "site");
}

void TestEml::findsTheAddressOnTheWeb_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("address");
    const auto link = [](const QByteArray &words, const QByteArray &before = {}) {
        return ofHtml + "<p>" + before
            + "<a style='x>y' href=\"https://tide.example/1?a=1&amp;b=2\">" + words
            + "</a></p><p>It came in.</p>";
    };
    const auto there = u"https://tide.example/1?a=1&b=2"_s;

    QTest::newRow("English") << link("View this e-mail in your browser") << there;
    QTest::newRow("inside markup") << link("<span>View&nbsp;<b>online</b></span>") << there;
    QTest::newRow("German") << link("Im Browser ansehen") << there;
    QTest::newRow("French") << link("Voir dans le navigateur") << there;
    QTest::newRow("Spanish") << link("Ver en el navegador") << there;
    QTest::newRow("Russian") << link("Открыть в браузере") << there;
    QTest::newRow("Chinese") << link("在浏览器中查看") << there;
    QTest::newRow("Japanese") << link("ブラウザで表示する") << there;
    QTest::newRow("Arabic") << link("عرض في المتصفح") << there;
    QTest::newRow("here") << link("here", "Trouble reading this? Click ") << there;
    QTest::newRow("here, for something else") << link("here", "Unsubscribe ") << QString();
    QTest::newRow("another story") << link("Read more about the view from the pier") << QString();
    QTest::newRow("a browser in the news") << link("A new browser") << QString();
    QTest::newRow("in plain text")
        << ofText + "View this post on the web at https://tide.example/2\n\nIt came in."
        << u"https://tide.example/2"_s;
    QTest::newRow("in plain text, on two lines")
        << ofText + "View in browser:\n<https://tide.example/2>\n\nIt came in."
        << u"https://tide.example/2"_s;
    QTest::newRow("in the header")
        << "Archived-At: <https://tide.example/3>\n" + link("Story") << u"https://tide.example/3"_s;
}

void TestEml::findsTheAddressOnTheWeb()
{
    QFETCH(QByteArray, body);

    QTEST(read("Subject: The tide\n" + letter + body).stated.url.toString(), "address");
}

void TestEml::choosesTheText_data()
{
    QTest::addColumn<QByteArray>("body");
    const auto wanted = ofHtml + "<p>The tide came in.</p>";
    const auto other = ofText + "Another text."_ba;

    QTest::newRow("HTML") << wanted;
    QTest::newRow("plain") << ofText + "The tide came in.";
    QTest::newRow("flowed")
        << "Content-Type: text/plain; format=flowed\n\nThe \ntide \ncame in.\n"_ba;
    QTest::newRow("flowed, without spaces")
        << "Content-Type: text/plain; format=flowed; delsp=yes\n\nThe ti \nde came in.\n"_ba;
    QTest::newRow("the richer one") << multipart("alternative", {other, wanted});
    QTest::newRow("the richer one, first") << multipart("alternative", {wanted, other});
    QTest::newRow("the plain one, when the other is empty")
        << multipart("alternative", {ofText + "The tide came in.", ofHtml});
    QTest::newRow("the root of related parts")
        << multipart("related", {wanted, "Content-Type: image/gif\n\nGIF89a"});
    QTest::newRow("signed") << multipart("signed",
                                         {wanted, "Content-Type: application/pgp-signature\n\nx"});
    QTest::newRow("attached, when there is no other")
        << multipart("mixed", {"Content-Disposition: attachment; filename=a.html\n" + wanted});
    QTest::newRow("quoted-printable, unlabelled")
        << "Content-Transfer-Encoding: quoted-printable\n\nThe tide=20=\ncame in."_ba;
}

void TestEml::choosesTheText()
{
    QFETCH(QByteArray, body);

    const auto found = read("Subject: The tide\n" + letter + body);

    QVERIFY2(found.html.contains("The tide came in."_L1), qPrintable(found.html));
    QVERIFY2(!found.html.contains("Another"_L1), qPrintable(found.html));
}

void TestEml::bringsPicturesAlong()
{
    const auto found
        = read("Subject: The tide\n" + letter
               + multipart("mixed",
                           {multipart("related",
                                      {ofHtml + "<p>It came<img src='cid:a@x'>",
                                       "Content-Type: image/gif\nContent-ID: <a@x>\n\nGIF89a one"}),
                            ofText + "And went."}));

    QCOMPARE(found.resources.value(u"cid:a@x"_s).bytes, "GIF89a one"_ba);
    QVERIFY(found.html.contains("<p>And went.</p>"_L1));
}

void TestEml::readsFeedItems()
{
    const auto found = read(
        "X-Mozilla-Status: 0001\nReceived: by localhost; Tue, 04 Mar 2025 10:00:00 GMT\n"
        "Date: Tue, 04 Mar 2025 09:00:00 GMT\nMessage-Id: <t1@localhost.localdomain>\n"
        "From: <Ada Marsh>, <Joe Vole>\nMIME-Version: 1.0\nSubject: The tide\n"
        "Keywords: sea, weather\nContent-Base: https://tide.example/1\n"
        + multipart("mixed",
                    {ofHtml
                         + "<html><head><title>x</title></head>"
                           "<body id=\"msgFeedSummaryBody\">It came in.</body></html>",
                     "Content-Type: audio/mpeg; name=\"a\"\n"
                     "X-Mozilla-External-Attachment-URL: https://tide.example/a.mp3\n"
                     "Content-Disposition: attachment\n\nNot here",
                     "Content-Type: image/jpeg\n"
                     "X-Mozilla-External-Attachment-URL: https://tide.example/a.jpg\n\nNor here"}));

    QCOMPARE(found.content, SavedPage::Content::Story);
    QCOMPARE(found.stated.url.toString(), u"https://tide.example/1"_s);
    QCOMPARE(byline(found.stated.authors), u"Ada Marsh, Joe Vole"_s);
    QCOMPARE(found.stated.tags, (QStringList{u"sea"_s, u"weather"_s}));
    QCOMPARE(found.stated.lead.src, u"https://tide.example/a.jpg"_s);
    QVERIFY(found.html.contains("href=\"https://tide.example/a.mp3\""_L1));
    QVERIFY(!found.html.contains("ere</"_L1));
}

void TestEml::readsForwardedMails()
{
    const auto inner = "Content-Type: message/rfc822\n\nFrom: Joe Vole <joe@tide.example>\n"
                       "Subject: The tide\nMessage-ID: <2@tide.example>\n"
        + ofHtml + "<p>It came in.</p>";

    const auto found
        = readAll("Subject: Fwd: look\n" + letter + multipart("mixed", {ofText + "Look!", inner}));

    QCOMPARE(found.size(), 1);
    QCOMPARE(found.first().stated.title, u"The tide"_s);
    QCOMPARE(authorOf(found.first()), u"Joe Vole"_s);
    QCOMPARE(found.first().stated.warnings, QStringList{u"left out: Look!"_s});
    QCOMPARE(readAll("Subject: Digest\n" + letter + multipart("digest", {inner, inner})).size(), 2);
}

void TestEml::keepsTheForwarderOut()
{
    const auto found
        = read("Subject: WG: Fwd: The tide\n" + letter + ofHtml + "<p>It came in.</p>");

    QCOMPARE(found.stated.title, u"The tide"_s);
    QCOMPARE(authorOf(found), QString());
    QVERIFY(!found.stated.published.isValid());
}

void TestEml::leavesSignaturesOut()
{
    const auto found = read("Subject: The tide\n" + letter + ofText
                            + "It came in.\n\n-- \nAda Marsh, the pier\n");

    QVERIFY(!found.html.contains("the pier"_L1));
    QCOMPARE(found.stated.warnings, QStringList{u"left out: Ada Marsh, the pier"_s});
}

void TestEml::readsAppleMailFiles()
{
    const auto mail = "Subject: The tide\n" + letter + ofHtml + "<p>It came in.</p>";
    const auto file = QByteArray::number(mail.size()) + "       \n" + mail
        + "<?xml version=\"1.0\"?><plist><dict/></plist>";

    QCOMPARE(read(file).stated.title, u"The tide"_s);
    QVERIFY(!read(file).html.contains("plist"_L1));
}

void TestEml::saysWhatIsWrong_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<Error::Kind>("kind");

    QByteArray nested;
    for (int n = 0; n < 50'000; ++n) {
        const auto edge = QByteArray::number(n);
        nested += "Content-Type: multipart/mixed; boundary=b" + edge + "\n\n--b" + edge + "\n";
    }
    QTest::newRow("nested endlessly") << nested << Error::Kind::TooLarge;
    QTest::newRow("no body") << QByteArray("\n") << Error::Kind::Empty;
    QTest::newRow("only a picture") << "Content-Type: image/gif\n\nGIF89a"_ba << Error::Kind::Empty;
    QTest::newRow("encrypted") << multipart("encrypted",
                                            {"Content-Type: application/pgp-encrypted\n\nx"})
                               << Error::Kind::Unsupported;
}

void TestEml::saysWhatIsWrong()
{
    QFETCH(QByteArray, body);

    const auto pages = formats::read({.bytes = "Subject: The tide\n" + letter + body});

    QVERIFY(!pages);
    QTEST(pages.error().kind, "kind");
    QVERIFY(!pages.error().detail.isEmpty());
}

void TestEml::survivesEveryCut()
{
    const auto mail = "Subject: =?utf-8?b?VGhlIHRpZGU=?=\n" + letter
        + multipart("alternative",
                    {ofText + "The tide came in.",
                     ofHtml + "<p>The tide<img src=cid:a> came in.</p>"});
    const auto plainEnd = mail.indexOf("came in.") + 8;

    for (qsizetype size = 1; size < mail.size(); ++size) {
        const auto pages = formats::read({.bytes = mail.first(size)});
        if (size > plainEnd)
            QVERIFY2(pages && pages->first().html.contains(u'T'),
                     qPrintable(QString::number(size)));
    }
}

void TestEml::staysQuickOnHugeHeaders()
{
    QByteArray subject;
    while (subject.size() < 10 * 1024 * 1024)
        subject += "=?utf-8?q?tide?= ";

    const auto many = QByteArray("X-Tide: in\n").repeated(1'000'000);

    const auto found = read("Subject: " + subject + "\n" + letter + ofHtml + "<p>It came in.</p>");

    QVERIFY(readAll(letter + many + ofHtml + "<p>It came in.</p>").size() == 1);
    QVERIFY(found.stated.title.startsWith("tidetide"_L1));
    QVERIFY(found.stated.title.size() < 20'000);
    QVERIFY(found.html.contains("It came in."_L1));
}

QTEST_GUILESS_MAIN(TestEml)
#include "tst_eml.moc"
