#include "reading/webengine.h"
#include "shell/banner.h"
#include "shell/elsewhere.h"
#include "window/desk.h"

#include <QApplication>
#include <QDesktopServices>
#include <QProcess>

using namespace Qt::StringLiterals;

// The desktop's browser: starts a program, as the desktop's own opener does, and keeps what
// environment that has.
class Browser : public QObject
{
    Q_OBJECT

public:
    Browser()
    {
        for (const auto &scheme : {u"https"_s, u"file"_s})
            QDesktopServices::setUrlHandler(scheme, this, "open");
    }
    ~Browser() override
    {
        for (const auto &scheme : {u"https"_s, u"file"_s})
            QDesktopServices::unsetUrlHandler(scheme);
    }

    QList<QByteArray> environment;

public slots:
    void open(const QUrl & /*url*/)
    {
        QProcess program;
        program.start(u"env"_s);
        if (program.waitForFinished())
            environment = program.readAllStandardOutput().split('\n');
    }
};

// What other programs are started with.
class TestElsewhere : public QObject
{
    Q_OBJECT

private slots:
    void hasWhatThePersonSet();
    void opensTheFolder();
    void saysThatThereIsNoOriginal_data();
    void saysThatThereIsNoOriginal();
};

namespace {

constexpr auto theirs = "--their-flag";

bool names(const QList<QByteArray> &environment, const QByteArray &variable)
{
    return std::ranges::any_of(
        environment, [&](const QByteArray &line) { return line.startsWith(variable + '='); });
}

} // namespace

void TestElsewhere::hasWhatThePersonSet()
{
    Browser browser;

    QVERIFY(elsewhere::open(QUrl(u"https://coast.example/"_s)));

    QVERIFY(browser.environment.contains("QTWEBENGINE_CHROMIUM_FLAGS="_ba + theirs));
    QVERIFY(!names(browser.environment, "QT_QUICK_BACKEND"));
    QVERIFY(names(browser.environment, "PATH"));
    // The engine, which may start later, has its own.
    QVERIFY(qgetenv("QTWEBENGINE_CHROMIUM_FLAGS").contains("--no-pings"));
    QCOMPARE(qgetenv("QT_QUICK_BACKEND"), "software"_ba);
}

void TestElsewhere::opensTheFolder()
{
    Browser browser;
    const Desk desk;
    QVERIFY(desk.open({desk.file(1)}));
    QTRY_VERIFY(desk.window->flow().id() != ArticleId::None);
    desk.window->comeForward(u"a token"_s);

    desk.trigger(Command::ShowFolder);

    QTRY_VERIFY(!browser.environment.isEmpty());
    QVERIFY(!names(browser.environment, "QT_QUICK_BACKEND"));
    QVERIFY(!names(browser.environment, "XDG_ACTIVATION_TOKEN"));
}

void TestElsewhere::saysThatThereIsNoOriginal_data()
{
    QTest::addColumn<int>("command");

    QTest::newRow("to open") << int(Command::Original);
    QTest::newRow("to fetch") << int(Command::WholeText);
}

void TestElsewhere::saysThatThereIsNoOriginal()
{
    QFETCH(int, command);
    const Browser browser;
    const Desk desk;
    const auto file = support::writeFile(desk.files.path(), u"note.html"_s,
                                         "<h1>A note</h1><p>Kept from a paper of long ago.</p>");
    QVERIFY(desk.open({file}));
    QTRY_VERIFY(desk.window->flow().id() != ArticleId::None);
    QVERIFY(desk.window->flow().article().url.isEmpty());

    desk.trigger(Command(command));

    QVERIFY(desk.window->banner().text().startsWith(u"There is no original of this story"_s));
    QVERIFY(browser.environment.isEmpty());
}

int main(int argc, char *argv[])
{
    qunsetenv("QT_QUICK_BACKEND");
    qunsetenv("XDG_ACTIVATION_TOKEN");
    qputenv("QTWEBENGINE_CHROMIUM_FLAGS", theirs);
    webengine::prepare();
    const QApplication application(argc, argv);
    TestElsewhere test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_elsewhere.moc"
