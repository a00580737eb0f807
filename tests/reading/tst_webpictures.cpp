#include "reading/storyfixture.h"
#include "reading/webengine.h"
#include "web/scaledpicture.h"
#include "web/storypage.h"
#include "web/webstoryview.h"

#include <QApplication>
#include <QBuffer>
#include <QImage>
#include <QImageReader>
#include <QSignalSpy>
#include <QTest>
#include <QWebEngineView>

#include <optional>

using namespace Qt::StringLiterals;

// The web engine gets pictures no larger than the page shows them.
class TestWebPictures : public QObject
{
    Q_OBJECT

private slots:
    void scalesWhatIsTooLarge_data();
    void scalesWhatIsTooLarge();
    void leavesOthersAsTheyAre_data();
    void leavesOthersAsTheyAre();
    void keepsWhatShowsThrough();
    void showsAPhotoInTheSizeOfThePage();
};

namespace {

constexpr QSize camera(4000, 3000);

Picture picture(const QSize &size, const char *format, const QColor &colour = Qt::darkCyan)
{
    QImage image(size, QImage::Format_ARGB32);
    image.fill(colour);
    Picture made{.name = u"broadsheet-media:"_s + u"ab"_s.repeated(32),
                 .mimeType = u"image/"_s + QLatin1StringView(format)};
    QBuffer buffer(&made.bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, format);
    return made;
}

QSize sizeOf(const Picture &picture)
{
    auto bytes = picture.bytes;
    QBuffer buffer(&bytes);
    return QImageReader(&buffer).size();
}

} // namespace

void TestWebPictures::scalesWhatIsTooLarge_data()
{
    QTest::addColumn<QByteArray>("format");
    QTest::addColumn<QSize>("size");
    QTest::addColumn<QSize>("scaled");

    QTest::newRow("a photo") << "jpeg"_ba << camera << QSize(1000, 750);
    QTest::newRow("a tall one") << "jpeg"_ba << QSize(1500, 3000) << QSize(1000, 2000);
    QTest::newRow("a drawing") << "png"_ba << QSize(2000, 500) << QSize(1000, 250);
    QTest::newRow("a line") << "png"_ba << QSize(3000, 1) << QSize(1000, 1);
}

void TestWebPictures::scalesWhatIsTooLarge()
{
    QFETCH(QByteArray, format);
    QFETCH(QSize, size);
    const auto whole = picture(size, format.constData());

    const auto scaled = scaledPicture(whole, 1000);

    QTEST(sizeOf(scaled), "scaled");
    QCOMPARE(scaled.name, whole.name);
    QCOMPARE(scaled.mimeType, whole.mimeType);
}

void TestWebPictures::leavesOthersAsTheyAre_data()
{
    QTest::addColumn<Picture>("whole");

    QTest::newRow("one that fits") << picture({900, 600}, "jpeg");
    QTest::newRow("one that is hardly larger") << picture({1200, 600}, "jpeg");
    QTest::newRow("none at all") << Picture{.mimeType = u"image/png"_s, .bytes = "nothing"};
    QTest::newRow("a drawing in lines")
        << Picture{.mimeType = u"image/svg+xml"_s,
                   .bytes = R"(<svg xmlns="http://www.w3.org/2000/svg" width="4000" height="9"/>)"};
    auto cut = picture(camera, "jpeg");
    cut.bytes.truncate(40);
    QTest::newRow("a broken one") << cut;
}

void TestWebPictures::leavesOthersAsTheyAre()
{
    QFETCH(Picture, whole);

    QCOMPARE(scaledPicture(whole, 1000), whole);
}

void TestWebPictures::keepsWhatShowsThrough()
{
    const auto scaled = scaledPicture(picture({3000, 2000}, "png", QColor(10, 20, 30, 60)), 1000);

    const auto image = QImage::fromData(scaled.bytes);
    QVERIFY(image.hasAlphaChannel());
    QCOMPARE(image.pixelColor(500, 300).alpha(), 60);
}

void TestWebPictures::showsAPhotoInTheSizeOfThePage()
{
    const auto photo = picture(camera, "jpeg");
    WebStoryView view([photo](const QString &, const auto &answer) { answer(photo); }, {});
    view.resize(900, 700);
    view.show();
    QSignalSpy painted(&view, &StoryView::painted);
    view.showContent({.kind = Shown::Kind::Page,
                      .html = u"<div class=\"story latin\"><div class=\"body\"><p>A</p><figure>"
                              "<img src=\"%1\" alt=\"\"></figure></div></div>"_s.arg(photo.name),
                      .serial = 1});
    QVERIFY(painted.wait(20'000));
    const auto ask = [&view](const QString &script) {
        std::optional<QVariant> answer;
        auto *page = qobject_cast<StoryPage *>(view.findChild<QWebEngineView *>()->page());
        page->ask(u"(() => { const img = document.images[0]; return "_s + script + u"; })()"_s,
                  [&](const QVariant &value) { answer = value; });
        return QTest::qWaitFor([&] { return answer.has_value(); }, 5'000) ? *answer : QVariant();
    };
    const auto width = u"img.naturalWidth"_s;
    const auto column = u"Math.ceil(img.parentElement.clientWidth)"_s;

    QTRY_VERIFY(ask(width).toInt() > 0);
    const auto before = ask(width).toInt();
    QVERIFY(before >= ask(column).toInt());
    QVERIFY(before < 1'200);

    view.resize(1'600, 700);
    view.setLook({.textSize = 160, .lineWidth = 80});

    QTRY_VERIFY(ask(width).toInt() > before);
    QVERIFY(ask(width).toInt() >= ask(column).toInt());
    // It is the same photo for whoever looks closer, or saves it.
    QCOMPARE(ask(u"img.getAttribute('src')"_s).toString(), photo.name);
}

int main(int argc, char **argv)
{
    webengine::prepare();
    registerStorySchemes();
    QApplication application(argc, argv);
    TestWebPictures test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_webpictures.moc"
