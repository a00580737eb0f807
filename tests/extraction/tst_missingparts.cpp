#include "extraction/missingparts.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace extraction;

class TestMissingParts : public QObject
{
    Q_OBJECT

private slots:
    void readsPageNumbers_data();
    void readsPageNumbers();
    void findsTheNextPage_data();
    void findsTheNextPage();
    void knowsPaywalls_data();
    void knowsPaywalls();
    void knowsPagesWithoutStory_data();
    void knowsPagesWithoutStory();
};

void TestMissingParts::readsPageNumbers_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<int>("page");
    QTest::addColumn<int>("pages");

    QTest::newRow("English") << u"Page 1 of 3"_s << 1 << 3;
    QTest::newRow("in brackets") << u"(page 2/5)"_s << 2 << 5;
    QTest::newRow("German") << u"Seite 2 von 4"_s << 2 << 4;
    QTest::newRow("French") << u"Page 1 sur 2"_s << 1 << 2;
    QTest::newRow("Spanish") << u"Página 3 de 6"_s << 3 << 6;
    QTest::newRow("Russian") << u"Страница 1 из 3"_s << 1 << 3;
    QTest::newRow("Arabic") << u"صفحة 1 من 3"_s << 1 << 3;
    QTest::newRow("Chinese") << u"第1页 / 共4页"_s << 1 << 4;
    QTest::newRow("Japanese") << u"第2ページ/3ページ"_s << 2 << 3;
    QTest::newRow("the only page") << u"Page 1 of 1"_s << 0 << 0;
    QTest::newRow("a book's page") << u"Page 4 of 320"_s << 0 << 0;
    QTest::newRow("more than there are") << u"Page 5 of 3"_s << 0 << 0;
    QTest::newRow("a score") << u"1 of 3"_s << 0 << 0;
    QTest::newRow("a sentence") << u"On page 1 of 3 he gave up reading."_s << 0 << 0;
}

void TestMissingParts::readsPageNumbers()
{
    QFETCH(QString, line);
    QFETCH(int, page);
    QFETCH(int, pages);

    QCOMPARE(pageNumbers(line), (PageOfStory{.page = page, .pages = pages}));
}

void TestMissingParts::findsTheNextPage_data()
{
    QTest::addColumn<QString>("next");
    QTest::addColumn<bool>("goesOn");

    QTest::newRow("in the query") << u"/2020/long-walk?page=2"_s << true;
    QTest::newRow("a number below") << u"/2020/long-walk/2"_s << true;
    QTest::newRow("a page below") << u"/2020/long-walk/page/2/"_s << true;
    QTest::newRow("a number behind") << u"/2020/long-walk-2"_s << true;
    QTest::newRow("the next post") << u"/2020/short-ride"_s << false;
    QTest::newRow("elsewhere") << u"https://other.example/2020/long-walk?page=2"_s << false;
    QTest::newRow("the same") << u"/2020/long-walk"_s << false;
    QTest::newRow("none") << QString() << false;
}

void TestMissingParts::findsTheNextPage()
{
    QFETCH(QString, next);
    const auto document = html::Document::parse(u"<p>The walk began at noon.</p>"_s);
    QVERIFY(document);
    const PageTree tree(*document);
    const PageHead head{.next = next};

    const auto part = pageOfStory(tree, head, QUrl(u"https://hills.example/2020/long-walk"_s));

    QTEST(part.goesOn, "goesOn");
}

void TestMissingParts::knowsPaywalls_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<bool>("paywall");

    QTest::newRow("English") << u"Subscribe to continue reading"_s << true;
    QTest::newRow("for members") << u"This story is available to members only."_s << true;
    QTest::newRow("for subscribers") << u"This article is reserved for subscribers."_s << true;
    QTest::newRow("sign in") << u"To continue reading, please sign in or register."_s << true;
    QTest::newRow("German") << u"Jetzt abonnieren und sofort weiterlesen"_s << true;
    QTest::newRow("German, plus") << u"Weiterlesen mit Tagblatt Plus"_s << true;
    QTest::newRow("German, for subscribers")
        << u"Dieser Artikel ist exklusiv für unsere Abonnenten."_s << true;
    QTest::newRow("French") << u"Cet article est réservé aux abonnés"_s << true;
    QTest::newRow("Spanish") << u"Suscríbete para seguir leyendo"_s << true;
    QTest::newRow("Italian") << u"Abbonati per continuare a leggere"_s << true;
    QTest::newRow("Portuguese") << u"Conteúdo exclusivo para assinantes"_s << true;
    QTest::newRow("Dutch") << u"Dit artikel is alleen voor abonnees"_s << true;
    QTest::newRow("Polish") << u"Treść dostępna tylko dla prenumeratorów"_s << true;
    QTest::newRow("Russian") << u"Материал доступен только подписчикам"_s << true;
    QTest::newRow("Arabic") << u"هذا المقال للمشتركين فقط"_s << true;
    QTest::newRow("Chinese") << u"订阅后继续阅读全文"_s << true;
    QTest::newRow("Japanese") << u"この記事は会員限定です"_s << true;
    QTest::newRow("a newsletter") << u"Subscribe to our newsletter"_s << false;
    QTest::newRow("an offer in the header") << u"Subscribe for 1 a week"_s << false;
    QTest::newRow("a story about one")
        << u"The paper lost half of its subscribers when it stopped printing."_s << false;
    QTest::newRow("read on") << u"Continue reading"_s << false;
}

void TestMissingParts::knowsPaywalls()
{
    QFETCH(QString, line);

    QTEST(isPaywall(line), "paywall");
}

void TestMissingParts::knowsPagesWithoutStory_data()
{
    QTest::addColumn<QString>("title");
    QTest::addColumn<bool>("noStory");

    QTest::newRow("404") << u"404: Page not found"_s << true;
    QTest::newRow("not found") << u"Page Not Found"_s << true;
    QTest::newRow("German") << u"Seite nicht gefunden"_s << true;
    QTest::newRow("French") << u"Page introuvable"_s << true;
    QTest::newRow("Spanish") << u"Página no encontrada"_s << true;
    QTest::newRow("Russian") << u"Страница не найдена"_s << true;
    QTest::newRow("Japanese") << u"ページが見つかりません"_s << true;
    QTest::newRow("Chinese") << u"页面不存在"_s << true;
    QTest::newRow("sign in") << u"Sign in to continue"_s << true;
    QTest::newRow("log in, French") << u"Connexion"_s << true;
    QTest::newRow("log in, Japanese") << u"ログイン"_s << true;
    QTest::newRow("robots") << u"Are you a robot?"_s << true;
    QTest::newRow("a story") << u"The page that was never found again"_s << false;
    QTest::newRow("a story with a number") << u"The 404 tram has a new driver"_s << false;
    QTest::newRow("a story of signs") << u"Signs of spring in the harbour"_s << false;
}

void TestMissingParts::knowsPagesWithoutStory()
{
    QFETCH(QString, title);

    QTEST(namesNoStory(title), "noStory");
}

QTEST_GUILESS_MAIN(TestMissingParts)
#include "tst_missingparts.moc"
