#include "desk/ownstyle.h"
#include "reading/readingpane.h"
#include "reading/webengine.h"
#include "window/desk.h"

#include <QDesktopServices>
#include <QFile>

using namespace Qt::StringLiterals;

// The desktop's editor: remembers what it was asked to open.
class Editor : public QObject
{
    Q_OBJECT

public:
    Editor() { QDesktopServices::setUrlHandler(u"file"_s, this, "open"); }
    ~Editor() override { QDesktopServices::unsetUrlHandler(u"file"_s); }

    QList<QUrl> opened;

public slots:
    void open(const QUrl &url) { opened.append(url); }
};

class TestOwnStyle : public QObject
{
    Q_OBJECT

private slots:
    void makesTheFileAndOpensIt();
    void followsTheFile();
    void leavesAFileThatIsThere();
};

namespace {

void write(const QString &path, const QByteArray &css)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(css);
}

QByteArray read(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

void TestOwnStyle::makesTheFileAndOpensIt()
{
    Desk desk;
    Editor editor;
    const auto path = desk.folder.filePath(u"user.css"_s);

    desk.trigger(Command::OwnStyle);

    QTRY_COMPARE(editor.opened, QList<QUrl>{QUrl::fromLocalFile(path)});
    const auto css = read(path);
    QVERIFY(css.startsWith("/*") && css.trimmed().endsWith("*/"));
    QVERIFY(css.contains("--paper"));
}

void TestOwnStyle::followsTheFile()
{
    Desk desk;
    auto &pane = *desk.window->findChild<ReadingPane *>();
    const auto path = desk.folder.filePath(u"user.css"_s);
    QTest::qWait(50); // The folder is watched by now, or soon.

    write(path, "h1 { color: red }");
    QTRY_COMPARE(pane.ownStyle(), u"h1 { color: red }"_s);

    write(path, "h1 { color: blue }");
    QTRY_COMPARE(pane.ownStyle(), u"h1 { color: blue }"_s);

    // As editors save: another file takes its place.
    write(path + u'~', "h1 { color: green }");
    QVERIFY(QFile::remove(path) && QFile::rename(path + u'~', path));
    QTRY_COMPARE(pane.ownStyle(), u"h1 { color: green }"_s);
    write(path, "h1 { color: black }");
    QTRY_COMPARE(pane.ownStyle(), u"h1 { color: black }"_s);

    QVERIFY(QFile::remove(path));
    QTRY_COMPARE(pane.ownStyle(), QString());
}

void TestOwnStyle::leavesAFileThatIsThere()
{
    Desk desk;
    Editor editor;
    const auto path = desk.folder.filePath(u"user.css"_s);
    write(path, "h1 {}");

    desk.trigger(Command::OwnStyle);

    QTRY_COMPARE(editor.opened.size(), 1);
    QCOMPARE(read(path), "h1 {}"_ba);
}

int main(int argc, char **argv)
{
    webengine::prepare();
    QApplication application(argc, argv);
    TestOwnStyle test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_ownstyle.moc"
