#include "html/sanitise.h"
#include "reading/webengine.h"
#include "support/hostilerows.h"
#include "tasks/readfile.h"
#include "web/storypage.h"
#include "web/webstoryview.h"

#include <QApplication>
#include <QDirIterator>
#include <QFileInfo>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTest>
#include <QWebEngineView>

using namespace Qt::StringLiterals;

// Opens what is hostile in the view that shows stories, with a server listening for whatever gets
// out: every fragment we know of, and, where BROADSHEET_HOSTILE names a folder, every file in it.
class TestHostileFiles : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void fragmentsAskForNothing_data();
    void fragmentsAskForNothing();
    void filesAskForNothing();

private:
    void show(const Article &article);
    [[nodiscard]] QString atServer(QString html) const;

    QTcpServer m_server;
    int m_connections = 0;
    int m_serial = 0;
    std::unique_ptr<WebStoryView> m_view;
};

namespace {

constexpr qint64 largestFile = 8 * 1024 * 1024; // Larger ones are for the tests of reading.

} // namespace

void TestHostileFiles::initTestCase()
{
    QVERIFY(m_server.listen(QHostAddress::LocalHost));
    connect(&m_server, &QTcpServer::newConnection, this, [this] {
        ++m_connections;
        delete m_server.nextPendingConnection();
    });
    m_view = std::make_unique<WebStoryView>(PictureSource(), page::Look());
    m_view->resize(700, 500);
    m_view->show();
}

// Where what the markup asks for would be noticed.
QString TestHostileFiles::atServer(QString html) const
{
    const auto host = u"127.0.0.1:%1"_s.arg(m_server.serverPort());
    html.replace(u"alert(1)"_s, u"document.title=1"_s);
    return html.replace(u"evil.example"_s, host).replace(u"gazette.example"_s, host);
}

void TestHostileFiles::show(const Article &article)
{
    QSignalSpy painted(m_view.get(), &StoryView::painted);
    m_view->showContent({.kind = Shown::Kind::Story, .article = article, .serial = ++m_serial});
    QTRY_VERIFY_WITH_TIMEOUT(!painted.isEmpty() && painted.last().first().toInt() == m_serial,
                             60'000);
    QTest::qWait(20); // Nothing is to come: there is no signal for that.

    auto *page = m_view->findChild<QWebEngineView *>()->page();
    QVERIFY(page->title() != u"1"_s);
    QCOMPARE(m_view->refusedRequests(), 0);
    QCOMPARE(m_connections, 0);
}

void TestHostileFiles::fragmentsAskForNothing_data()
{
    support::addHostileRows();
}

void TestHostileFiles::fragmentsAskForNothing()
{
    QFETCH(QStringList, fragments);
    const html::Sanitising how{.base = QUrl(atServer(u"http://evil.example/story"_s))};
    QString together;
    Article article{.title = u"Hostile"_s};
    for (const auto &fragment : std::as_const(fragments))
        together += html::sanitise(atServer(fragment), how).toString();
    // Safe pieces after each other are safe, and are made so in one piece here.
    article.body = html::sanitise(together, how);
    article.lead = {.src = atServer(u"http://evil.example/lead.jpg"_s)};

    show(article);
}

void TestHostileFiles::filesAskForNothing()
{
    const auto folder = qEnvironmentVariable("BROADSHEET_HOSTILE");
    auto shown = 0;
    QDirIterator files(folder, QDir::Files, QDirIterator::Subdirectories);
    while (!folder.isEmpty() && files.hasNext()) {
        const QFileInfo file(files.next());
        if (!file.isFile() || file.size() > largestFile)
            continue;
        const auto articles = tasks::readFile(file.filePath());
        if (!articles)
            continue;
        for (const auto &article : articles->first(std::min(articles->size(), qsizetype(3)))) {
            show(article);
            if (QTest::currentTestFailed())
                QFAIL(qPrintable(file.fileName()));
            ++shown;
        }
    }
    QVERIFY2(folder.isEmpty() || shown > 0, "no file in BROADSHEET_HOSTILE can be read");
}

int main(int argc, char **argv)
{
    webengine::prepare();
    registerStorySchemes();
    QApplication application(argc, argv);
    TestHostileFiles test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_hostilefiles.moc"
