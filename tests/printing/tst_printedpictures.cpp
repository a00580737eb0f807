#include "html/sanitise.h"
#include "printing/printedpictures.h"
#include "printing/printedstory.h"

#include <QBuffer>
#include <QImage>
#include <QImageWriter>
#include <QPainter>
#include <QTest>

using namespace Qt::StringLiterals;

// Photos as they are decoded for paper.
class TestPrintedPictures : public QObject
{
    Q_OBJECT

private slots:
    void decodesNoMoreThanIsSeen_data();
    void decodesNoMoreThanIsSeen();
    void turnsAPhoto();
    void knowsWhatCannotBeShown_data();
    void knowsWhatCannotBeShown();
    void paintsAPhoto();
};

namespace {

const auto name = u"broadsheet-media:"_s + QString(64, u'a');

QByteArray jpeg(QSize size, QImageIOHandler::Transformations turned = {})
{
    QImage image(size, QImage::Format_RGB32);
    image.fill(Qt::blue);
    QPainter(&image).fillRect(0, 0, size.width() / 2, size.height(), Qt::red);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QImageWriter writer(&buffer, "jpeg");
    writer.setTransformation(turned);
    writer.write(image);
    return bytes;
}

bool isRed(const QColor &colour)
{
    return colour.red() > 200 && colour.blue() < 60;
}

} // namespace

void TestPrintedPictures::decodesNoMoreThanIsSeen_data()
{
    QTest::addColumn<int>("wanted");
    QTest::addColumn<QSize>("size");

    QTest::newRow("smaller") << 300 << QSize(300, 200);
    QTest::newRow("a sliver") << 0 << QSize(1, 1);
    QTest::newRow("larger than it is") << 4000 << QSize(1500, 1000);
}

void TestPrintedPictures::decodesNoMoreThanIsSeen()
{
    QFETCH(int, wanted);
    printing::PrintedPictures pictures;
    pictures.set({{.name = name, .bytes = jpeg({1500, 1000})}});

    QCOMPARE(pictures.sizeOf(name), QSize(1500, 1000));
    QTEST(pictures.decoded(name, wanted).size(), "size");
}

void TestPrintedPictures::turnsAPhoto()
{
    printing::PrintedPictures pictures;
    pictures.set(
        {{.name = name, .bytes = jpeg({1500, 1000}, QImageIOHandler::TransformationRotate90)}});

    QCOMPARE(pictures.sizeOf(name), QSize(1000, 1500));
    const auto image = pictures.decoded(name, 100);
    QCOMPARE(image.size(), QSize(100, 150));
    QVERIFY(isRed(image.pixelColor(50, 20)));
    QVERIFY(!isRed(image.pixelColor(50, 130)));
}

void TestPrintedPictures::knowsWhatCannotBeShown_data()
{
    QTest::addColumn<QByteArray>("bytes");

    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("no picture") << "no picture at all"_ba;
}

void TestPrintedPictures::knowsWhatCannotBeShown()
{
    QFETCH(QByteArray, bytes);
    printing::PrintedPictures pictures;
    pictures.set({{.name = name, .bytes = bytes}});

    QVERIFY(pictures.sizeOf(name).isEmpty());
    QVERIFY(pictures.decoded(name, 100).isNull());
}

void TestPrintedPictures::paintsAPhoto()
{
    const auto html = u"<p>One.</p><figure><img src=\"%1\"></figure>"_s.arg(name);
    const Article article{.body = html::sanitise(html, {.ownAddresses = true}),
                          .pictures = {{.name = name, .bytes = jpeg({1500, 1000})}}};
    const auto story = printing::printedStory(article, {}, {}, [](int, int) { return QString(); });

    QCOMPARE(story->sheet(0).pictures.size(), 1);
    const auto scale = 0.1;
    QImage page((story->pageSize() * scale).toSize(), QImage::Format_RGB32);
    page.fill(Qt::white);
    QPainter painter(&page);
    story->paint(painter, 0, scale);
    painter.end();

    const auto area = story->sheet(0).pictures.first().area;
    QVERIFY(isRed(page.pixelColor(
        QPointF(scale * (area.left() + 200), scale * area.center().y()).toPoint())));
}

QTEST_MAIN(TestPrintedPictures)
#include "tst_printedpictures.moc"
