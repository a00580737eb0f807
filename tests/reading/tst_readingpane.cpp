#include "reading/panecase.h"
#include "reading/webengine.h"
#include "support/longstories.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QElapsedTimer>
#include <QLineEdit>
#include <QMainWindow>
#include <QSignalSpy>
#include <QTest>
#include <QToolBar>
#include <QWebEnginePage>
#include <QWebEngineScript>
#include <QWebEngineView>

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

// The whole pane with the real engine.
class TestReadingPane : public PaneCase
{
    Q_OBJECT

private slots:
    void initTestCase() { begin(); }
    void showsAStoryAtOnceAndHandsOver();
    void returnsToASentence_data();
    void returnsToASentence();
    void keepsThePlaceInAnotherLook();
    void pagesToTheEnd();
    void servesPictures();
    void findsTheSentenceInALongParagraph();
    void tellsLinks();
    void copiesTheAddress();
    void findsWords();
    void leavesKeysToTheWindow();
    void showsMessages();
    void marksRelatedStories();
    void keepsThePlaceInAnotherWidth();
    void staysWhereItIsWhenPanesComeAndGo_data();
    void staysWhereItIsWhenPanesComeAndGo();
    void swapsFast();
};

void TestReadingPane::showsAStoryAtOnceAndHandsOver()
{
    QSignalSpy painted(m_pane, &ReadingPane::painted);
    QElapsedTimer clock;
    clock.start();
    m_window->show();
    m_pane->show(fixture::longStory(), {});

    QVERIFY(painted.wait(20'000));
    QVERIFY(!m_pane->webViewInCharge());
    qInfo("light view painted after %lld ms", clock.elapsed());
    m_pane->pageDown();
    m_pane->pageDown();

    QTRY_VERIFY_WITH_TIMEOUT(m_pane->webViewInCharge(), 30'000);
    qInfo("web view in charge after %lld ms", clock.elapsed());
    QCOMPARE(painted.size(), 1);
    // It goes on where the light one was read to.
    QSignalSpy moved(m_pane, &ReadingPane::positionChanged);
    m_pane->scrollBy(1);
    QVERIFY(moved.wait());
    QVERIFY(moved.last().first().value<ReadingPosition>().block > 2);
}

void TestReadingPane::returnsToASentence_data()
{
    QTest::addColumn<int>("screens");

    QTest::newRow("one screen") << 1;
    QTest::newRow("five screens") << 5;
}

void TestReadingPane::returnsToASentence()
{
    QFETCH(int, screens);
    paint(fixture::longStory());
    const auto before = scrolled(screens);
    QVERIFY(!before.quote.isEmpty());
    paint(fixture::shortStory(u"<p>Something else.</p>"_s));

    QSignalSpy moved(m_pane, &ReadingPane::positionChanged);
    paint(fixture::longStory(), before);

    QVERIFY(moved.wait());
    QCOMPARE(moved.last().first().value<ReadingPosition>().quote, before.quote);
    QCOMPARE(moved.last().first().value<ReadingPosition>().block, before.block);
}

void TestReadingPane::keepsThePlaceInAnotherLook()
{
    paint(fixture::longStory());
    const auto before = scrolled(4);

    QSignalSpy moved(m_pane, &ReadingPane::positionChanged);
    m_pane->setLook({.theme = page::Theme::Dark, .textSize = 150, .lineWidth = 45});

    QVERIFY(moved.wait());
    QCOMPARE(moved.last().first().value<ReadingPosition>().quote, before.quote);
    QTRY_COMPARE(m_pane->grab().toImage().pixelColor(5, 5),
                 QColor(page::colours(page::Theme::Dark).paper));
    m_pane->setLook({});
}

void TestReadingPane::pagesToTheEnd()
{
    paint(fixture::longStory(20));
    QSignalSpy end(m_pane, &ReadingPane::pagedPastEnd);

    int pages = 0;
    while (end.isEmpty() && ++pages < 50) {
        m_pane->pageDown();
        end.wait(100);
    }

    QVERIFY(pages > 3 && pages < 30);
}

void TestReadingPane::servesPictures()
{
    std::function<void(const Picture &)> later;
    QStringList asked;
    m_source = [&](const QString &name, auto answer) {
        asked.append(name);
        later = std::move(answer);
    };
    paint(fixture::shortStory(u"<p>Red:</p>"_s + fixture::pictureElement()));
    QTRY_VERIFY(later);
    QVERIFY(!fixture::showsRed(m_pane->grab().toImage()));

    later(fixture::redPicture(fixture::pictureName()));

    QTRY_VERIFY(fixture::showsRed(m_pane->grab().toImage()));
    QCOMPARE(asked, QStringList{fixture::pictureName()});
}

// A book in one paragraph: its text is not copied for each word, and to ask where a character of it
// stands takes a while, so not once for each of its sentences.
void TestReadingPane::findsTheSentenceInALongParagraph()
{
    paint(fixture::shortStory(support::oneParagraph(370'000)));
    auto *page = m_pane->findChild<QWebEngineView *>()->page();
    std::optional<int> asked;
    page->runJavaScript(u"globalThis.asked = 0;"
                        "const place = Range.prototype.getBoundingClientRect;"
                        "Range.prototype.getBoundingClientRect = function () {"
                        "  ++asked; return place.call(this); }; 0"_s,
                        QWebEngineScript::ApplicationWorld);

    const auto position = scrolled(12);
    page->runJavaScript(u"Range.prototype.getBoundingClientRect = place; asked"_s,
                        QWebEngineScript::ApplicationWorld,
                        [&](const QVariant &value) { asked = value.toInt(); });

    QTRY_VERIFY(asked);
    QVERIFY2(*asked > 0 && *asked < 40, qPrintable(QString::number(*asked)));
    QVERIFY2(position.quote.startsWith(u"On crossing"_s), qPrintable(position.quote));
}

void TestReadingPane::tellsLinks()
{
    // The whole view is the link.
    QString words;
    for (int i = 0; i < 400; ++i)
        words += u"elsewhere "_s;
    paint(fixture::shortStory(u"<p><a href=\"https://elsewhere.example/a?b=1\">"_s + words
                              + u"</a></p>"_s));
    QSignalSpy activated(m_pane, &ReadingPane::linkActivated);

    QTest::mouseClick(m_window->childAt(450, 500), Qt::LeftButton, {},
                      m_window->childAt(450, 500)->mapFrom(m_window.get(), QPoint(450, 500)));

    QVERIFY(activated.wait());
    QCOMPARE(activated.size(), 1);
    QCOMPARE(activated.first().first().toUrl(), QUrl(u"https://elsewhere.example/a?b=1"_s));
    QVERIFY(textShown().contains(u"elsewhere"_s)); // The page itself stayed.
}

void TestReadingPane::copiesTheAddress()
{
    auto article = fixture::shortStory(u"<p>x</p>"_s);
    article.url = QUrl(u"https://gazette.example/ferry%20boat"_s);
    paint(article);
    QSignalSpy activated(m_pane, &ReadingPane::linkActivated);

    // Tab to it: Open original, then Copy link.
    m_pane->setFocus();
    for (int i = 0; i < 2; ++i)
        QTest::keyClick(keyboardTarget(), Qt::Key_Tab);
    QTest::keyClick(keyboardTarget(), Qt::Key_Return);

    QTRY_COMPARE(QGuiApplication::clipboard()->text(), u"https://gazette.example/ferry%20boat"_s);
    QVERIFY(activated.isEmpty());
}

void TestReadingPane::findsWords()
{
    paint(fixture::longStory());

    QSignalSpy moved(m_pane, &ReadingPane::positionChanged);

    m_pane->find(u"crossing 40"_s);

    QVERIFY(moved.wait());
    const auto block = moved.last().first().value<ReadingPosition>().block;
    QVERIFY2(block > 30 && block <= 40, qPrintable(QString::number(block)));
    m_pane->find({});
}

void TestReadingPane::leavesKeysToTheWindow()
{
    QAction next(m_window.get());
    next.setShortcuts({Qt::Key_J, Qt::Key_Space, Qt::Key_Slash});
    m_window->addAction(&next);
    QSignalSpy triggered(&next, &QAction::triggered);
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    paint(fixture::longStory());
    m_pane->setFocus();

    for (const auto key : {Qt::Key_J, Qt::Key_Space, Qt::Key_Slash})
        QTest::keyClick(keyboardTarget(), key);

    QTRY_COMPARE(triggered.size(), 3);
}

void TestReadingPane::showsMessages()
{
    QSignalSpy painted(m_pane, &ReadingPane::painted);

    m_pane->showMessage(u"Nothing here <yet>"_s, u"Drop a story."_s);

    QVERIFY(painted.wait());
    QCOMPARE(textShown().simplified(), u"Nothing here <yet> Drop a story."_s);
}

void TestReadingPane::marksRelatedStories()
{
    auto article = fixture::shortStory(u"<p>x</p>"_s);
    article.related = {{.title = u"Kept"_s}, {.title = u"Unknown"_s}};
    paint(article);
    QVERIFY(!textShown().contains(u"In your library"_s));

    m_pane->markRelated({0});

    const auto text = textShown().simplified();
    QVERIFY2(text.contains(u"Kept In your library Unknown Look for this story"_s),
             qPrintable(text));
}

void TestReadingPane::keepsThePlaceInAnotherWidth()
{
    paint(fixture::longStory());
    const auto before = scrolled(4);

    QSignalSpy moved(m_pane, &ReadingPane::positionChanged);
    m_window->resize(500, 700);

    QVERIFY(moved.wait());
    QCOMPARE(moved.last().first().value<ReadingPosition>().quote, before.quote);
    m_window->resize(900, 700);
}

void TestReadingPane::staysWhereItIsWhenPanesComeAndGo_data()
{
    QTest::addColumn<int>("screens");

    QTest::newRow("never scrolled") << 0;
    QTest::newRow("three screens down") << 3;
}

// A narrow window shows the list or the story. The focus of what is hidden goes to the next widget
// as if by Tab, which must not bring the page's first link into view, far down as it may be.
void TestReadingPane::staysWhereItIsWhenPanesComeAndGo()
{
    QFETCH(int, screens);
    const auto *page = m_pane->findChild<QWebEngineView *>()->page();
    QToolBar bar;
    auto *list = new QLineEdit(&bar);
    bar.addWidget(list);
    m_window->addToolBar(&bar);
    paint(fixture::longStory());
    QTRY_COMPARE(page->scrollPosition().y(), 0);
    if (screens > 0)
        scrolled(screens);
    const auto before = page->scrollPosition().y();
    QSignalSpy moved(m_pane, &ReadingPane::positionChanged);

    m_pane->hide();
    list->setFocus();
    QTest::qWait(100);
    m_pane->QWidget::show();
    list->setEnabled(false); // As hiding it: the focus goes on.
    QTRY_COMPARE(QApplication::focusWidget(), keyboardTarget());
    QTest::qWait(400); // Nothing is to move: there is no signal for that.

    QCOMPARE(page->scrollPosition().y(), before);
    for (const auto &told : moved)
        QVERIFY(told.first().value<ReadingPosition>().fraction < 0.9);
}

// Measured, not judged: the machine may be busy.
void TestReadingPane::swapsFast()
{
    QList<double> times;
    for (int i = 0; i < 30; ++i) {
        QSignalSpy painted(m_pane, &ReadingPane::painted);
        QElapsedTimer clock;
        clock.start();
        m_pane->show(fixture::longStory(20 + i), {});
        QVERIFY(painted.wait());
        times.append(double(clock.nsecsElapsed()) / 1e6);
    }
    std::ranges::sort(times);
    qInfo("story swapped and painted in %.1f ms (median of %d)", times.at(times.size() / 2),
          int(times.size()));
}

int main(int argc, char **argv)
{
    webengine::prepare();
    QApplication application(argc, argv);
    TestReadingPane test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_readingpane.moc"
