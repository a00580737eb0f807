#include "extraction/extraction.h"
#include "model/jsonfeed.h"
#include "text/decode.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;

class TestPages : public QObject
{
    Q_OBJECT

private slots:
    void readsTheWholeStory_data();
    void readsTheWholeStory();
};

namespace {

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

void TestPages::readsTheWholeStory_data()
{
    QTest::addColumn<QString>("page");
    QTest::addColumn<QString>("expected");

    const QDir folder(QStringLiteral(TEST_DATA "/extraction"));
    const auto pages = folder.entryList({u"*.html"_s});
    QVERIFY(!pages.isEmpty());
    for (const auto &name : pages) {
        const auto expected = QString(name).replace(".html"_L1, ".json"_L1);
        QTest::newRow(qPrintable(name)) << folder.filePath(name) << folder.filePath(expected);
    }
}

void TestPages::readsTheWholeStory()
{
    QFETCH(QString, page);
    QFETCH(QString, expected);
    const auto wanted = QJsonDocument::fromJson(contentOf(expected));
    const auto bytes = contentOf(page);
    const SavedPage saved{.html = text::decode(bytes, text::declaredInHtml(bytes)).text,
                          .stated = {.url = QUrl(wanted["url"_L1].toString())}};

    const auto article = extraction::extract(saved);

    QVERIFY(article);
    const QJsonDocument found(jsonfeed::item(*article));
    // Compared as text, so that a failure shows the line.
    QVERIFY2(found == wanted, found.toJson().constData());
}

QTEST_GUILESS_MAIN(TestPages)
#include "tst_pages.moc"
