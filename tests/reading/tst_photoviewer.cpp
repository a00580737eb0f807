#include "reading/photocanvas.h"
#include "reading/photoframe.h"
#include "reading/photoviewer.h"
#include "reading/storyfixture.h"
#include "support/pictures.h"

#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QMainWindow>
#include <QShortcut>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

#include <algorithm>
#include <cstdlib>
#include <memory>

using namespace Qt::StringLiterals;

class TestPhotoViewer : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void fitsAndZooms_data();
    void fitsAndZooms();
    void keepsWhatIsUnderThePointer();
    void showsPhotosOneAfterTheOther();
    void countsInTheMiddle();
    void isLeft_data();
    void isLeft();
    void hasEveryKey();
    void zoomsWithKeysAndMouse();
    void leadsOnWhileThePhotoFits_data();
    void leadsOnWhileThePhotoFits();
    void saysWhatIsMissing_data();
    void saysWhatIsMissing();
    void decodesNoLargerThanNeeded();
    void dropsLateAnswers();

private:
    [[nodiscard]] PhotoCanvas::State settled() const;

    std::unique_ptr<QMainWindow> m_window;
    QLineEdit *m_field = nullptr;
    PhotoViewer *m_viewer = nullptr;
    PictureSource m_source;
};

Q_DECLARE_METATYPE(PhotoCanvas::State)

namespace {

QList<page::Photo> photos(int count)
{
    QList<page::Photo> all;
    for (auto number = 1; number <= count; ++number)
        all.append({.name = QString::number(number),
                    .caption = u"Photo %1."_s.arg(number),
                    .credit = u"Bo Finch"_s});
    return all;
}

} // namespace

void TestPhotoViewer::init()
{
    m_source = [](const QString &name, const auto &answer) { answer(fixture::redPicture(name)); };
    m_window = std::make_unique<QMainWindow>();
    m_field = new QLineEdit;
    m_window->setCentralWidget(m_field);
    m_window->resize(900, 700);
    m_viewer = new PhotoViewer(
        [this](const QString &name, const auto &answer) { m_source(name, answer); },
        m_window.get());
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    m_field->setFocus();
}

PhotoCanvas::State TestPhotoViewer::settled() const
{
    const auto &canvas = m_viewer->canvas();
    (void)QTest::qWaitFor([&] { return canvas.state() != PhotoCanvas::State::Loading; });
    return canvas.state();
}

void TestPhotoViewer::fitsAndZooms_data()
{
    QTest::addColumn<QSizeF>("photo");
    QTest::addColumn<QSizeF>("window");
    QTest::addColumn<QRectF>("fitted");

    QTest::newRow("large") << QSizeF(4000, 2000) << QSizeF(1000, 1000) << QRectF(0, 250, 1000, 500);
    QTest::newRow("high") << QSizeF(1000, 4000) << QSizeF(1000, 1000) << QRectF(375, 0, 250, 1000);
    QTest::newRow("small stays small")
        << QSizeF(100, 100) << QSizeF(1000, 1000) << QRectF(450, 450, 100, 100);
}

void TestPhotoViewer::fitsAndZooms()
{
    QFETCH(QSizeF, photo);
    QFETCH(QSizeF, window);
    PhotoFrame frame;
    frame.setWindow(window);
    frame.setPhoto(photo, 1);

    QTEST(frame.area(), "fitted");
    frame.zoomBy(1000, {500, 500});
    QCOMPARE(frame.scale(), 8.0);
    frame.zoomBy(0.0001, {500, 500});
    QVERIFY(frame.isFitted());
    frame.toggle({500, 500});
    QVERIFY(frame.scale() >= 1);
    frame.panBy({1e6, 1e6});
    QVERIFY(frame.area().intersects(QRectF({}, window)));
    frame.toggle({500, 500});
    QTEST(frame.area(), "fitted");
}

void TestPhotoViewer::keepsWhatIsUnderThePointer()
{
    PhotoFrame frame;
    frame.setWindow({1000, 1000});
    frame.setPhoto({4000, 4000}, 1);
    const QPointF still(300, 600);
    const auto before = (still - frame.area().topLeft()) / frame.scale();

    frame.zoomBy(2, still);

    const auto after = (still - frame.area().topLeft()) / frame.scale();
    QVERIFY((after - before).manhattanLength() < 0.01);
}

void TestPhotoViewer::showsPhotosOneAfterTheOther()
{
    m_viewer->open(photos(3), 1);

    QVERIFY(m_viewer->isVisible());
    QCOMPARE(m_viewer->geometry(), m_window->rect());
    QCOMPARE(settled(), PhotoCanvas::State::Shown);
    QCOMPARE(m_viewer->caption(), u"Photo 2. (Bo Finch)"_s);
    QTest::keyClick(m_viewer, Qt::Key_Right);
    QCOMPARE(m_viewer->number(), 2);
    QTest::keyClick(m_viewer, Qt::Key_Right);
    QCOMPARE(m_viewer->number(), 2);
    QTest::keyClick(m_viewer, Qt::Key_Home);
    QCOMPARE(m_viewer->number(), 0);
    QTRY_VERIFY(fixture::showsRed(m_window->grab().toImage()));
    m_window->resize(420, 600);
    QCOMPARE(m_viewer->geometry(), m_window->rect());
}

void TestPhotoViewer::countsInTheMiddle()
{
    m_viewer->open(photos(40), 1);
    QCOMPARE(settled(), PhotoCanvas::State::Shown);
    const auto labels = m_viewer->findChildren<QLabel *>();
    const auto count = std::ranges::find(labels, u"2 of 40"_s, &QLabel::text);
    QVERIFY(count != labels.end());
    const auto *button = m_viewer->findChild<QToolButton *>();

    const auto middle = (*count)->geometry().center();

    QVERIFY(std::abs(middle.x() - m_viewer->width() / 2) <= 1);
    QVERIFY(std::abs(middle.y() - button->geometry().center().y()) <= 1);
}

void TestPhotoViewer::isLeft_data()
{
    QTest::addColumn<bool>("click");

    QTest::newRow("with Esc") << false;
    QTest::newRow("with a click beside it") << true;
}

void TestPhotoViewer::isLeft()
{
    QFETCH(bool, click);
    m_viewer->open(photos(1), 0);
    QCOMPARE(settled(), PhotoCanvas::State::Shown);
    auto *canvas = m_viewer->findChild<PhotoCanvas *>();

    // Not with a click on it.
    QTest::mouseClick(canvas, Qt::LeftButton, {}, canvas->rect().center());
    QVERIFY(m_viewer->isVisible());
    if (click)
        QTest::mouseClick(canvas, Qt::LeftButton, {}, {3, 3});
    else
        QTest::keyClick(m_viewer, Qt::Key_Escape);

    QVERIFY(m_viewer->isHidden());
    QVERIFY(m_field->hasFocus());
}

void TestPhotoViewer::hasEveryKey()
{
    const QShortcut below(QKeySequence(u"J"_s), m_window.get());
    QSignalSpy pressed(&below, &QShortcut::activated);
    m_viewer->open(photos(2), 0);

    QTest::keyClick(m_window->windowHandle(), Qt::Key_J);
    QCOMPARE(pressed.count(), 0);
    for (auto tab = 0; tab < 12; ++tab) {
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        QVERIFY(m_viewer->isAncestorOf(QApplication::focusWidget()) || m_viewer->hasFocus());
    }
}

void TestPhotoViewer::zoomsWithKeysAndMouse()
{
    m_viewer->open(photos(1), 0);
    QCOMPARE(settled(), PhotoCanvas::State::Shown);
    const auto &frame = m_viewer->canvas().frame();

    QTest::keyClick(m_viewer, Qt::Key_Plus);
    QVERIFY(!frame.isFitted());
    QTest::keyClick(m_viewer, Qt::Key_0);
    QVERIFY(frame.isFitted());
    auto *canvas = m_viewer->findChild<PhotoCanvas *>();
    QTest::mouseDClick(canvas, Qt::LeftButton, {}, canvas->rect().center());
    QVERIFY(!frame.isFitted());
}

void TestPhotoViewer::leadsOnWhileThePhotoFits_data()
{
    QTest::addColumn<QSize>("photo");
    QTest::addColumn<int>("key");
    QTest::addColumn<int>("number");

    QTest::newRow("small, right") << QSize(120, 80) << int(Qt::Key_Right) << 2;
    QTest::newRow("small, left") << QSize(120, 80) << int(Qt::Key_Left) << 0;
    QTest::newRow("small, down") << QSize(120, 80) << int(Qt::Key_Down) << 2;
    QTest::newRow("narrow, right") << QSize(60, 2000) << int(Qt::Key_Right) << 2;
    QTest::newRow("narrow, down") << QSize(60, 2000) << int(Qt::Key_Down) << 1;
    QTest::newRow("wide, left") << QSize(3000, 60) << int(Qt::Key_Left) << 1;
}

void TestPhotoViewer::leadsOnWhileThePhotoFits()
{
    QFETCH(QSize, photo);
    QFETCH(int, key);
    m_source = [photo](const QString &name, const auto &answer) {
        answer(fixture::redPicture(name, photo));
    };
    m_viewer->open(photos(3), 1);
    QCOMPARE(settled(), PhotoCanvas::State::Shown);
    QTest::keyClick(m_viewer, Qt::Key_Plus);
    QVERIFY(!m_viewer->canvas().frame().isFitted());

    QTest::keyClick(m_viewer, Qt::Key(key));

    QTEST(m_viewer->number(), "number");
}

void TestPhotoViewer::saysWhatIsMissing_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<PhotoCanvas::State>("state");

    QTest::newRow("nothing") << QByteArray() << PhotoCanvas::State::Missing;
    QTest::newRow("no picture") << "GIF89 or so"_ba << PhotoCanvas::State::Broken;
    QTest::newRow("200 megapixels")
        << support::hollowPng(20'000, 10'000) << PhotoCanvas::State::TooLarge;
}

void TestPhotoViewer::saysWhatIsMissing()
{
    QFETCH(QByteArray, bytes);
    QFETCH(PhotoCanvas::State, state);
    m_source = [bytes](const QString &name, const auto &answer) {
        answer({.name = name, .mimeType = u"image/png"_s, .bytes = bytes});
    };

    m_viewer->open(photos(2), 0);

    QCOMPARE(settled(), state);
    // The others are still to be seen.
    m_source = [](const QString &name, const auto &answer) { answer(fixture::redPicture(name)); };
    QTest::keyClick(m_viewer, Qt::Key_Right);
    QCOMPARE(settled(), PhotoCanvas::State::Shown);
}

void TestPhotoViewer::decodesNoLargerThanNeeded()
{
    QImage large(6000, 3000, QImage::Format_RGB32);
    large.fill(Qt::red);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    QVERIFY(buffer.open(QIODevice::WriteOnly) && large.save(&buffer, "JPG"));
    m_source = [bytes](const QString &name, const auto &answer) {
        answer({.name = name, .mimeType = u"image/jpeg"_s, .bytes = bytes});
    };

    m_viewer->open(photos(1), 0);

    QCOMPARE(settled(), PhotoCanvas::State::Shown);
    QCOMPARE(m_viewer->canvas().photoSize(), QSize(6000, 3000));
    QVERIFY(m_viewer->canvas().decodedSize().width() < 1400);
    QTest::mouseDClick(m_viewer->findChild<PhotoCanvas *>(), Qt::LeftButton);
    QTRY_COMPARE(m_viewer->canvas().decodedSize().width(), 6000);
}

void TestPhotoViewer::dropsLateAnswers()
{
    std::function<void(const Picture &)> late;
    m_source = [&late](const QString &name, const auto &answer) {
        if (name == "1"_L1)
            late = answer;
        else
            answer(fixture::redPicture(name));
    };
    m_viewer->open(photos(2), 0);
    QTest::keyClick(m_viewer, Qt::Key_Right);
    QCOMPARE(settled(), PhotoCanvas::State::Shown);

    late({});

    QCOMPARE(settled(), PhotoCanvas::State::Shown);
    QCOMPARE(m_viewer->picture().name, u"2"_s);
}

QTEST_MAIN(TestPhotoViewer)
#include "tst_photoviewer.moc"
