#include "articles/searchfield.h"
#include "desk.h"
#include "desk/readingdesk.h"
#include "reading/photocanvas.h"
#include "reading/photoviewer.h"
#include "reading/readingpane.h"
#include "reading/webengine.h"
#include "shell/findbar.h"
#include "shell/matchbar.h"
#include "support/pictures.h"

#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QToolButton>

using namespace Qt::StringLiterals;

// Looking closer at the story that is read, and coming back to it.
class TestLookCloser : public QObject
{
    Q_OBJECT

private slots:
    void comesBackAtThePhotoLookedAtLast();
    void staysWhereItWasForTheSamePhoto();
    void saysThatTheSearchBeganAgain();
    void saysSoOfTheMatchesOfASearch();
};

namespace {

constexpr auto photos = 4;

// Photos of different sizes, or they would be one, a screen or so apart.
QByteArray pageWithPhotos()
{
    QByteArray page
        = "<!DOCTYPE html><html lang=en><title>Tide</title><body><article><h1>Tide</h1>";
    for (auto photo = 0; photo < photos; ++photo) {
        for (auto paragraph = 0; paragraph < 6; ++paragraph)
            page += "<p>Tide " + QByteArray::number(10 * photo + paragraph)
                + QByteArray(" came in over the flats and went out again as it has always done.")
                      .repeated(6)
                + "</p>";
        page += "<figure><img width=640 height=480 alt=Flats src=\"data:image/png;base64,"
            + support::png(640, quint32(470 + photo)).toBase64() + "\"><figcaption>Flats, view "
            + QByteArray::number(photo + 1) + ".</figcaption></figure>";
    }
    return page + "<p>Nobody on the quay was surprised.</p></article></body></html>";
}

QString labelled(const QWidget &bar)
{
    QStringList texts;
    for (const auto *label : bar.findChildren<QLabel *>()) {
        if (label->isVisible())
            texts.append(label->text());
    }
    return texts.join(u'|');
}

PhotoViewer *lookAtPhotos(const Desk &desk)
{
    const auto path = support::writeFile(desk.files.path(), u"tide.html"_s, pageWithPhotos());
    if (!desk.open({path}) || !QTest::qWaitFor([&] { return desk.title() == u"Tide"_s; }))
        return nullptr;
    auto &pane = desk.window->pane();
    QSignalSpy painted(&pane, &ReadingPane::painted);
    (void)painted.wait(5'000);
    desk.trigger(Command::Photos);
    const auto &flow = desk.window->reading().photos();
    (void)QTest::qWaitFor([&] { return flow.viewer() && flow.viewer()->isVisible(); });
    return flow.viewer();
}

QString photoInView(const Desk &desk)
{
    QString found;
    desk.window->pane().askPhoto([&found](const QString &name) { found = name; });
    (void)QTest::qWaitFor([&found] { return !found.isEmpty(); });
    return found;
}

} // namespace

void TestLookCloser::comesBackAtThePhotoLookedAtLast()
{
    const Desk desk;
    desk.window->list().setFocus();
    auto *viewer = lookAtPhotos(desk);
    QVERIFY(viewer);
    QTest::keyClick(viewer, Qt::Key_End);
    QCOMPARE(viewer->number(), photos - 1);
    QTRY_VERIFY(!viewer->picture().bytes.isEmpty());
    const auto last = viewer->picture().name;

    QTest::keyClick(viewer, Qt::Key_Escape);

    QVERIFY(viewer->isHidden());
    QTRY_COMPARE(photoInView(desk), last);
    QVERIFY(desk.window->pane().isAncestorOf(QApplication::focusWidget()));
}

void TestLookCloser::staysWhereItWasForTheSamePhoto()
{
    const Desk desk;
    auto *viewer = lookAtPhotos(desk);
    QVERIFY(viewer);
    const auto before = photoInView(desk);
    QTest::keyClick(viewer, Qt::Key_Right);
    QTest::keyClick(viewer, Qt::Key_Left);

    QTest::keyClick(viewer, Qt::Key_Escape);

    QTest::qWait(200);
    QCOMPARE(photoInView(desk), before);
}

void TestLookCloser::saysThatTheSearchBeganAgain()
{
    const Desk desk;
    QVERIFY(desk.open(desk.makeFiles(1)));
    QTRY_VERIFY(!desk.title().isEmpty());
    desk.trigger(Command::Find);
    auto *bar = desk.window->findChild<FindBar *>();
    auto *field = bar->findChild<QLineEdit *>();

    QTest::keyClicks(field, u"nobody"_s);
    QTRY_COMPARE(labelled(*bar), u"1 of 2"_s);
    QTest::keyClick(field, Qt::Key_Return);
    QTRY_COMPARE(labelled(*bar), u"2 of 2"_s);
    QTest::keyClick(field, Qt::Key_Return);
    QTRY_COMPARE(labelled(*bar), u"From the top again|1 of 2"_s);
    QTest::keyClick(field, Qt::Key_Return);
    QTRY_COMPARE(labelled(*bar), u"2 of 2"_s);
    QTest::keyClick(field, Qt::Key_Return);
    QTest::keyClick(field, Qt::Key_Return, Qt::ShiftModifier);
    QTRY_COMPARE(labelled(*bar), u"From the bottom again|2 of 2"_s);
    // Other words are looked for from where reading stands.
    QTest::keyClick(field, Qt::Key_Backspace);
    QTRY_VERIFY(!labelled(*bar).contains(u"again"_s));
    // What is opened anew has not been anywhere yet.
    QVERIFY(bar->close());
    desk.trigger(Command::Find);
    QTest::qWait(200);
    QVERIFY2(!labelled(*bar).contains(u"again"_s), qPrintable(labelled(*bar)));
}

void TestLookCloser::saysSoOfTheMatchesOfASearch()
{
    const Desk desk;
    QVERIFY(desk.open(desk.makeFiles(1)));
    // The list goes to the story when the library has it, and ends a search for that.
    QTRY_VERIFY(desk.window->flow().id() != ArticleId::None);
    desk.window->list().searchField().setText(u"nobody"_s);
    auto *bar = desk.window->findChild<MatchBar *>();
    auto &pane = desk.window->pane();
    QTRY_COMPARE(pane.hits(), 2);
    const auto next = [bar] { bar->findChildren<QToolButton *>().at(1)->click(); };
    QTRY_VERIFY(pane.hit() > 0 || (next(), false));
    while (pane.hit() < pane.hits())
        next();
    QVERIFY(!labelled(*bar).contains(u"again"_s));

    next();

    QCOMPARE(labelled(*bar), u"Match 1 of 2, from the top again"_s);
    bar->findChildren<QToolButton *>().at(0)->click();
    QCOMPARE(labelled(*bar), u"Match 2 of 2, from the bottom again"_s);
}

int main(int argc, char **argv)
{
    webengine::prepare();
    QApplication application(argc, argv);
    TestLookCloser test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_lookcloser.moc"
