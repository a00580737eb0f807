#include "library/sharedlibrary.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

const QDateTime now(QDate(2024, 5, 6), QTime(7, 8), Qt::UTC);

auto adding(const QString &title)
{
    return [title](Library &library) {
        return library.add({.title = title, .text = u"Words of "_s + title},
                           Library::Occasion::Found, now);
    };
}

auto listing(const StoryQuery &query = {})
{
    return [query](Library &library) { return library.headlines(query, 50); };
}

} // namespace

class TestSharedLibrary : public QObject
{
    Q_OBJECT

private slots:
    void readsWhatWasWritten();
};

void TestSharedLibrary::readsWhatWasWritten()
{
    QTemporaryDir folder;
    SharedLibrary library(folder.path());
    QList<Headline> listed;
    library.write(adding(u"Harbour opens"_s), this, [&](const Result<Added> &added) {
        QVERIFY(added);
        library.read(listing(), this, [&](const Result<QList<Headline>> &answer) {
            QVERIFY(answer);
            listed = *answer;
        });
    });

    QTRY_COMPARE(listed.size(), 1);
    QCOMPARE(listed.first().title, u"Harbour opens"_s);
}

QTEST_GUILESS_MAIN(TestSharedLibrary)
#include "tst_sharedlibrary.moc"
