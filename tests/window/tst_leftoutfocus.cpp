#include "reading/webengine.h"
#include "window/leftoutdesk.h"

#include <QWebEngineScript>

// Choices about what was left out of a story, by the keyboard in the web view; the light view has a
// test of its own.
class TestLeftOutFocus : public QObject
{
    Q_OBJECT

private slots:
    void staysWithTheBlock();
};

namespace {

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

} // namespace

void TestLeftOutFocus::staysWithTheBlock()
{
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
}

int main(int argc, char *argv[])
{
    webengine::prepare();
    const QApplication application(argc, argv);
    TestLeftOutFocus test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_leftoutfocus.moc"
