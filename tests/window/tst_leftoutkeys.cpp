#include "reading/storyschemes.h"
#include "window/banner.h"
#include "window/leftoutdesk.h"

#ifdef BROADSHEET_WEBENGINE
#include <QWebEngineScript>
#endif

// Choices about what was left out of a story, by the keyboard: done again, one after the other.
class TestLeftOutKeys : public QObject
{
    Q_OBJECT

private slots:
    void makesAChoiceAgain();
    void makesAChoiceAgainUnderTheStory();
    void makesNothingAgainAfterANewChoice();
    void staysWithTheBlock();
};

namespace {

#ifdef BROADSHEET_WEBENGINE
// What our own script would find in the page.
QVariant found(const Reader &desk, const QString &script)
{
    QVariant answer;
    bool answered = false;
    desk.window->pane().findChild<QWebEngineView *>()->page()->runJavaScript(
        script, QWebEngineScript::ApplicationWorld, [&](const QVariant &value) {
            answer = value;
            answered = true;
        });
    if (!QTest::qWaitFor([&] { return answered; }))
        qFatal("the web view does not answer");
    return answer;
}
#endif

} // namespace

void TestLeftOutKeys::makesAChoiceAgain()
{
    Reader desk;
    QVERIFY(desk.look(desk.write(u"boat.html"_s, boatPage())));
    desk.click(desk.linkOf(u"High water"_s, u"keep"_s));
    QTRY_VERIFY(desk.storyHas(u"High water"_s));
    const auto rules = desk.rules();
    desk.trigger(Command::Undo);
    QTRY_VERIFY(!desk.storyHas(u"High water"_s));

    desk.trigger(Command::Redo);

    QTRY_VERIFY(desk.storyHas(u"High water"_s));
    QCOMPARE(desk.rules(), rules);
    QTRY_VERIFY(desk.storedText().contains(u"High water"_s));
    QVERIFY(desk.shows(u"Kept by your rule"_s));

    desk.trigger(Command::Redo);

    QTRY_VERIFY(desk.window->banner().text().contains(u"Nothing more to do again"_s));
    desk.trigger(Command::Undo);
    QTRY_VERIFY(!desk.storyHas(u"High water"_s));
    QCOMPARE(desk.rows().rowCount(), 1);
}

void TestLeftOutKeys::makesAChoiceAgainUnderTheStory()
{
    Reader desk;
    QVERIFY(desk.look(desk.write(u"boat.html"_s, boatPage())));
    desk.click(desk.linkOf(u"High water"_s, u"keep"_s));
    QTRY_VERIFY(desk.storyHas(u"High water"_s));
    desk.trigger(Command::Back);
    desk.trigger(Command::Undo);
    QTRY_VERIFY(!desk.storyHas(u"High water"_s));

    desk.trigger(Command::Redo);

    QTRY_VERIFY(desk.storyHas(u"High water"_s));
    QVERIFY(desk.shows(u"High water"_s));
    QVERIFY(!desk.window->actions()[Command::LeftOut]->isChecked());
}

void TestLeftOutKeys::makesNothingAgainAfterANewChoice()
{
    Reader desk;
    QVERIFY(desk.look(desk.write(u"boat.html"_s, boatPage())));
    desk.click(desk.linkOf(u"High water"_s, u"keep"_s));
    QTRY_VERIFY(desk.storyHas(u"High water"_s));
    desk.trigger(Command::Undo);
    QTRY_VERIFY(!desk.storyHas(u"High water"_s));
    desk.click(desk.linkOf(u"ferry number 2"_s, u"drop"_s));
    QTRY_VERIFY(!desk.storyHas(u"number 2"_s));

    desk.trigger(Command::Redo);

    QTRY_VERIFY(desk.window->banner().text().contains(u"Nothing more to do again"_s));
    QVERIFY(!desk.storyHas(u"High water"_s));
}

void TestLeftOutKeys::staysWithTheBlock()
{
#ifdef BROADSHEET_WEBENGINE
    Reader desk;
    QVERIFY(desk.look(desk.write(u"boat.html"_s, boatPage())));
    QTRY_VERIFY_WITH_TIMEOUT(desk.window->pane().webViewInCharge(), 10'000);
    QVERIFY(desk.shows(u"What was left out"_s));
    const auto link = desk.linkOf(u"High water"_s, u"keep"_s);
    const auto focused = u"document.activeElement.getAttribute('href')"_s;
    found(desk, u"document.querySelector(`a[href='%1']`).focus()"_s.arg(link));
    QCOMPARE(found(desk, focused).toString(), link);

    desk.click(link);

    const auto back = QString(link).replace(u"keep"_s, u"drop"_s);
    QTRY_COMPARE_WITH_TIMEOUT(found(desk, focused).toString(), back, 10'000);
    desk.trigger(Command::Undo);
    QTRY_COMPARE_WITH_TIMEOUT(found(desk, focused).toString(), link, 10'000);
#else
    QSKIP("the light view has a test of its own");
#endif
}

int main(int argc, char *argv[])
{
    registerStorySchemes();
    const QApplication application(argc, argv);
    TestLeftOutKeys test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_leftoutkeys.moc"
