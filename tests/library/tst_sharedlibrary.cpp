#include "library/sharedlibrary.h"

#include <QFile>
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

// Searches until it is interrupted.
Result<int> endless(Library &library)
{
    for (;;) {
        const auto headlines = library.headlines({.words = u"words -nothing"_s}, 50);
        if (!headlines)
            return headlines.error();
    }
}

} // namespace

class TestSharedLibrary : public QObject
{
    Q_OBJECT

private slots:
    void readsWhatWasWritten();
    void announcesBeforeItAnswers();
    void writesWithoutAnAnswer();
    void finishesWritingWhenItEnds();
    void forgetsAReceiverThatIsGone();
    void announcesWhatFailed();
    void tellsOnceThatItCannotOpen();
    void answersEverySearchOnce();
    void endsARunningSearch();
    void endingASearchSparesReading();
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

void TestSharedLibrary::announcesBeforeItAnswers()
{
    QTemporaryDir folder;
    SharedLibrary library(folder.path());
    QStringList events;
    connect(&library, &SharedLibrary::changed, this, [&](const LibraryChange &change) {
        events << u"changed %1 %2"_s.arg(change.added.size()).arg(change.changed.size());
    });
    library.write(adding(u"One"_s), this, [&](const auto &) { events << u"added"_s; });
    library.write([](Library &l) { return l.setRead({ArticleId(1)}, true, now); }, this,
                  [&](const auto &) { events << u"read"_s; });
    library.write([](Library &l) { return l.undo(now); }, this,
                  [&](const auto &) { events << u"undone"_s; });
    library.write([](Library &l) { return l.watch(u"/a"_s, now); }, this,
                  [&](const auto &) { events << u"watched"_s; });

    QTRY_COMPARE(events.size(), 7);
    QCOMPARE(events,
             (QStringList{u"changed 1 0"_s, u"added"_s, u"changed 0 1"_s, u"read"_s,
                          u"changed 0 1"_s, u"undone"_s, u"watched"_s}));
}

void TestSharedLibrary::writesWithoutAnAnswer()
{
    QTemporaryDir folder;
    SharedLibrary library(folder.path());
    QSignalSpy changed(&library, &SharedLibrary::changed);

    library.write(adding(u"One"_s));

    QTRY_COMPARE(changed.size(), 1);
}

void TestSharedLibrary::finishesWritingWhenItEnds()
{
    QTemporaryDir folder;
    {
        SharedLibrary library(folder.path());
        for (int i = 0; i < 50; ++i)
            library.write(adding(QString::number(i)));
    }

    const auto library = Library::open(folder.path(), Library::Access::ReadOnly);
    QVERIFY(library);
    QCOMPARE((*library)->counts()->all, 50);
}

void TestSharedLibrary::forgetsAReceiverThatIsGone()
{
    QTemporaryDir folder;
    SharedLibrary library(folder.path());
    int calls = 0;
    auto receiver = std::make_unique<QObject>();
    library.read(listing(), receiver.get(), [&](const auto &) { calls += 100; });
    library.search(listing(), receiver.get(), [&](const auto &) { calls += 100; });
    library.write(adding(u"One"_s), receiver.get(), [&](const auto &) { calls += 100; });
    receiver.reset();
    library.search(listing(), this, [&](const auto &) { ++calls; });
    library.write(adding(u"Two"_s), this, [&](const auto &) { ++calls; });
    library.read(listing(), this, [&](const auto &) { ++calls; });

    QTRY_COMPARE(calls, 3);
}

void TestSharedLibrary::announcesWhatFailed()
{
    QTemporaryDir folder;
    SharedLibrary library(folder.path());
    QSignalSpy failed(&library, &SharedLibrary::failed);
    bool answered = false;
    library.write([](Library &l) { return l.setOpened(ArticleId(9), now); }, this,
                  [&](const Result<LibraryChange> &change) {
                      answered = !change && change.error().kind == Error::Kind::NotFound;
                  });

    QTRY_VERIFY(answered);
    QCOMPARE(failed.size(), 1);
}

void TestSharedLibrary::tellsOnceThatItCannotOpen()
{
    QTemporaryDir folder;
    QFile file(folder.filePath(u"library.sqlite"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray(10'000, 'x'));
    file.close();
    SharedLibrary library(folder.path());
    QSignalSpy failed(&library, &SharedLibrary::failed);
    QList<Error::Kind> kinds;
    const auto note = [&](const auto &result) {
        QVERIFY(!result);
        kinds.append(result.error().kind);
    };
    library.read(listing(), this, note);
    library.search(listing(), this, note);
    library.write(adding(u"One"_s), this, note);
    library.write([](Library &l) { return l.watch(u"/a"_s, now); }, this, note);

    QTRY_COMPARE(kinds.size(), 4);
    QCOMPARE(kinds, QList<Error::Kind>(4, Error::Kind::Malformed));
    QCOMPARE(failed.size(), 1);
}

void TestSharedLibrary::answersEverySearchOnce()
{
    QTemporaryDir folder;
    SharedLibrary library(folder.path());
    library.write(adding(u"Harbour"_s));
    QList<int> answered;
    QList<int> cancelled;
    const auto typed = u"words of harbour"_s;
    for (int i = 0; i < typed.size(); ++i)
        library.search(listing({.words = typed.left(i + 1)}), this,
                       [&, i](const Result<QList<Headline>> &found) {
                           (found ? answered : cancelled).append(i);
                       });

    QTRY_COMPARE(answered.size() + cancelled.size(), typed.size());
    // The last is never cancelled, and none of the others is let through to be seen after it.
    QCOMPARE(answered, QList<int>{int(typed.size()) - 1});
}

void TestSharedLibrary::endsARunningSearch()
{
    QTemporaryDir folder;
    SharedLibrary library(folder.path());
    for (int i = 0; i < 20; ++i)
        library.write(adding(QString::number(i)));
    bool warm = false;
    library.search(listing(), this, [&](const auto &) { warm = true; });
    QTRY_VERIFY(warm);
    std::optional<Error::Kind> first;
    qsizetype second = 0;
    library.search(endless, this, [&](const Result<int> &result) { first = result.error().kind; });
    // Each may come between two of its queries, so it takes several.
    while (!first) {
        library.search(
            listing({.words = u"words"_s}), this,
            [&](const Result<QList<Headline>> &found) { second = found ? found->size() : second; });
        QTest::qWait(1);
    }

    QCOMPARE(*first, Error::Kind::Cancelled);
    QTRY_COMPARE(second, 20);
}

void TestSharedLibrary::endingASearchSparesReading()
{
    QTemporaryDir folder;
    SharedLibrary library(folder.path());
    library.write(adding(u"Harbour"_s));
    int read = 0;
    int failures = 0;
    for (int i = 0; i < 200; ++i) {
        library.search(listing({.words = u"harbour"_s}), this, [](const auto &) {});
        library.read(listing({.words = u"harbour"_s}), this,
                     [&](const Result<QList<Headline>> &found) {
                         ++read;
                         failures += found ? 0 : 1;
                     });
    }

    QTRY_COMPARE(read, 200);
    QCOMPARE(failures, 0);
}

QTEST_GUILESS_MAIN(TestSharedLibrary)
#include "tst_sharedlibrary.moc"
