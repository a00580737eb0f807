#include "html/sanitise.h"
#include "page/photos.h"

#include <QTest>

using namespace Qt::StringLiterals;

class TestPhotos : public QObject
{
    Q_OBJECT

private slots:
    void findsThoseOfThePage_data();
    void findsThoseOfThePage();
};

namespace {

QString name(char letter)
{
    return u"broadsheet-media:"_s + QString(64, QLatin1Char(letter));
}

SafeHtml safe(const QString &html)
{
    return html::sanitise(html, {.ownAddresses = true});
}

} // namespace

void TestPhotos::findsThoseOfThePage_data()
{
    QTest::addColumn<Article>("article");
    QTest::addColumn<QList<page::Photo>>("photos");

    const auto a = name('a');
    const auto b = name('b');
    QTest::newRow("none") << Article() << QList<page::Photo>();
    QTest::newRow("the lead first")
        << Article{.lead = {.src = a, .alt = u"A boat"_s, .caption = u"Out."_s, .credit = u"Bo"_s},
                   .body = safe(u"<p>x</p><img src=\"%1\" alt=\"Quay\">"_s.arg(b))}
        << QList<page::Photo>{{a, u"A boat"_s, u"Out."_s, u"Bo"_s}, {b, u"Quay"_s}};
    const auto figure
        = u"<figure><img src=\"%1\"><figcaption>The <b>quay</b> &amp; more.</figcaption></figure>"
          "<p><img src=\"%2\"></p>"_s.arg(a, b);
    QTest::newRow("a figure's own words, for it alone")
        << Article{.body = safe(figure)} << QList<page::Photo>{{a, {}, u"The quay & more."_s}, {b}};
    QTest::newRow("the story's list of figures knows the credit")
        << Article{.figures = {{.src = a, .caption = u"The quay."_s, .credit = u"Bo"_s}},
                   .body = safe(figure)}
        << QList<page::Photo>{{a, {}, u"The quay."_s, u"Bo"_s}, {b}};
    QTest::newRow("what was not saved is none")
        << Article{.lead = {.src = u"https://gazette.example/1.jpg"_s},
                   .body = safe(u"<img src=\"https://gazette.example/2.jpg\">"_s)}
        << QList<page::Photo>();
}

void TestPhotos::findsThoseOfThePage()
{
    QFETCH(Article, article);

    QTEST(page::photos(article), "photos");
}

QTEST_GUILESS_MAIN(TestPhotos)
#include "tst_photos.moc"
