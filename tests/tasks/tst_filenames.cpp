#include "support/storyfiles.h"
#include "tasks/filenames.h"
#include "tasks/readfile.h"

#include <QTemporaryDir>
#include <QTest>

#include <cstdio>

using namespace Qt::StringLiterals;

class TestFileNames : public QObject
{
    Q_OBJECT

private slots:
    void givesEveryNameBack_data();
    void givesEveryNameBack();
    void readsAFileOfAnyName();
};

void TestFileNames::givesEveryNameBack_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("beyondQt");

    QTest::newRow("plain") << "story.txt"_ba << false;
    QTest::newRow("UTF-8") << "caf\xc3\xa9 \xe2\x82\xac \xf0\x9f\x97\x9e.txt"_ba << false;
    QTest::newRow("Latin-1") << "caf\xe9 \xff.txt"_ba << true;
    QTest::newRow("a sequence cut short") << "a\xe2\x82.txt"_ba << true;
    QTest::newRow("a surrogate in UTF-8") << "a\xed\xb3\xa9.txt"_ba << true;
}

void TestFileNames::givesEveryNameBack()
{
    QFETCH(QByteArray, bytes);

    const auto name = tasks::fileNameFromSystem(bytes);

    QCOMPARE(tasks::fileNameToSystem(name), bytes);
    QTEST(tasks::isBeyondQt(name), "beyondQt");
}

void TestFileNames::readsAFileOfAnyName()
{
    const QTemporaryDir folder;
    const auto bytes = QFile::encodeName(folder.path()) + "/caf\xe9.txt";
    auto *file = std::fopen(bytes.constData(), "wb");
    QVERIFY(file);
    const auto text = support::storyText(1);
    QCOMPARE(std::fwrite(text.constData(), 1, size_t(text.size()), file), size_t(text.size()));
    std::fclose(file);

    const auto stories = tasks::readFile(tasks::fileNameFromSystem(bytes));
    const auto missing = tasks::readFile(tasks::fileNameFromSystem(bytes + '\xe9'));

    QVERIFY(stories);
    QCOMPARE(stories->first().title, u"Harbour Story Number 1"_s);
    QVERIFY(!missing);
    QCOMPARE(missing.error().kind, Error::Kind::NotFound);
}

QTEST_GUILESS_MAIN(TestFileNames)
#include "tst_filenames.moc"
