#include "library/database.h"
#include "library/history.h"
#include "library/runs.h"
#include "librarycase.h"

// How the journal's rows are kept: small, readable in their older form, and not for ever.
class TestJournal : public LibraryCase
{
    Q_OBJECT

private slots:
    void init() { begin(); }
    void cleanup() { end(); }

    void packsNumbers_data();
    void packsNumbers();
    void unpacksOnlyItsOwn_data();
    void unpacksOnlyItsOwn();
    void rowsOfTheOlderForm_data();
    void rowsOfTheOlderForm();
    void aMillionStoriesMakeASmallRow();
    void marksAHundredThousandAndTakesItBack();
    void joinsWhatIsFoundTogether();
    void forgetsWhatIsOld();
    void forgetsNothingOfThisSession();
    void keepsTheLastSteps();

private:
    // What the file says, beside the library.
    [[nodiscard]] QList<qint64> numbers(const std::string &sql) const
    {
        Database database(m_folder->path() + u"/library.sqlite"_s, Database::Access::ReadOnly);
        QList<qint64> result;
        auto query = database.query(sql);
        while (query.next())
            result.append(query.number(0));
        return result;
    }
    void execute(const QString &sql) const
    {
        Database database(m_folder->path() + u"/library.sqlite"_s, Database::Access::ReadWrite);
        database.execute(sql.toUtf8().constData());
    }
    void rest(const QDateTime &now) const
    {
        while (*m_library->settle(now)) { }
    }
};

void TestJournal::packsNumbers_data()
{
    QTest::addColumn<QList<qint64>>("numbers");
    QTest::addColumn<QString>("text");

    QTest::newRow("none") << QList<qint64>() << u""_s;
    QTest::newRow("one") << QList<qint64>{7} << u"7"_s;
    QTest::newRow("two") << QList<qint64>{7, 8} << u"7,1"_s;
    QTest::newRow("a run") << QList<qint64>{12, 13, 14, 15, 20} << u"12,1x3,5"_s;
    QTest::newRow("the first is no step") << QList<qint64>{1, 2, 3} << u"1,1x2"_s;
    QTest::newRow("every second") << QList<qint64>{2, 4, 6, 8} << u"2,2x3"_s;
    QTest::newRow("downwards, and below zero") << QList<qint64>{3, 1, -1} << u"3,-2x2"_s;
    QTest::newRow("the same") << QList<qint64>{5, 5, 5} << u"5,0x2"_s;
}

void TestJournal::packsNumbers()
{
    QFETCH(QList<qint64>, numbers);
    QFETCH(QString, text);

    QCOMPARE(runs::packed(numbers), text);
    QCOMPARE(runs::unpacked(text), std::optional(numbers));
    QCOMPARE(runs::count(text), numbers.size());
    QString grown;
    for (const auto number : std::as_const(numbers))
        grown = runs::appended(grown, number);
    QCOMPARE(grown, text);
    QCOMPARE(runs::unpacked(text, 2), std::optional(numbers.mid(0, 2)));
}

void TestJournal::unpacksOnlyItsOwn_data()
{
    QTest::addColumn<QString>("text");

    QTest::newRow("words") << u"many"_s;
    QTest::newRow("a gap") << u"1,,2"_s;
    QTest::newRow("no times") << u"1,1x"_s;
    QTest::newRow("never") << u"1,1x0"_s;
    QTest::newRow("more than there can be") << u"1,1x9000000000000"_s;
    QTest::newRow("more in all") << u"1,1x40000000,2x40000000"_s;
}

void TestJournal::unpacksOnlyItsOwn()
{
    QFETCH(QString, text);

    QCOMPARE(runs::unpacked(text), std::nullopt);
    QCOMPARE(runs::count(text), 0);
}

void TestJournal::rowsOfTheOlderForm_data()
{
    QTest::addColumn<QString>("action");
    QTest::addColumn<QString>("detail");
    QTest::addColumn<Deed>("deed");

    QTest::newRow("read") << u"read"_s << u"{\"after\":[1,1],\"before\":[0,0],\"stories\":[1,2]}"_s
                          << Deed::Read;
    QTest::newRow("bookmark") << u"bookmark"_s
                              << u"{\"after\":[0,0],\"before\":[17,18],\"stories\":[1,2]}"_s
                              << Deed::Unbookmarked;
    QTest::newRow("remove") << u"remove"_s
                            << u"{\"after\":[1,1],\"before\":[0,0],\"stories\":[1,2]}"_s
                            << Deed::Removed;
}

void TestJournal::rowsOfTheOlderForm()
{
    QFETCH(QString, action);
    QFETCH(QString, detail);
    add(story(u"A"_s));
    add(story(u"B"_s));
    execute(u"DELETE FROM journal; INSERT INTO journal (time, action, detail, state, who) VALUES "
            "(5, '%1', '%2', 1, 1); UPDATE articles SET read = 1, bookmarked = 0"_s.arg(action,
                                                                                        detail));

    const auto entry = m_library->history().page({}, 9)->entries.value(0);
    const auto undone = m_library->undo(start);

    QTEST(entry.deed, "deed");
    QTEST(undone->action, "deed");
    QCOMPARE(entry.stories, 2);
    QCOMPARE(entry.titles, (QStringList{u"A"_s, u"B"_s}));
    QCOMPARE(undone->stories, 2);
    const auto headline = *m_library->headline(ArticleId(2));
    QCOMPARE(headline.read, action != u"read"_s);
    QCOMPARE(headline.bookmarkedAt.toMSecsSinceEpoch(), action == u"bookmark"_s ? 18 : 0);
}

void TestJournal::aMillionStoriesMakeASmallRow()
{
    QList<qint64> ids;
    for (qint64 id = 1; id <= 1'000'000; ++id) {
        if (id % 1'000 != 0)
            ids.append(id);
    }

    const auto text = runs::packed(ids);

    QVERIFY2(text.size() < 10'000, qPrintable(QString::number(text.size())));
    QCOMPARE(runs::unpacked(text)->size(), 999'000);
}

void TestJournal::marksAHundredThousandAndTakesItBack()
{
    constexpr int stories = 100'000;
    execute(u"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %1) "
            "INSERT INTO articles (urlKey, textKey, titleKey, title, site, byline, excerpt, "
            "language, published, thumbnail, added, listed, read) SELECT '', x'', 0, 'Story ' || "
            "i, '', '', '', '', '', '', i, i, i % 10 = 0 FROM n"_s.arg(stories));
    const auto unread = m_library->counts()->unread;
    QCOMPARE(unread, stories / 10 * 9);
    QElapsedTimer timer;
    timer.start();

    QVERIFY(m_library->setAllRead({}, start));
    const auto marked = timer.restart();
    QCOMPARE(m_library->counts()->unread, 0);
    const auto undone = m_library->undo(start);
    const auto taken = timer.restart();
    const auto page = m_library->history().page({}, 50);
    const auto listed = timer.elapsed();

    QCOMPARE(undone->stories, unread);
    QCOMPARE(m_library->counts()->unread, unread);
    // Those that had been read stay so.
    QVERIFY(m_library->headline(ArticleId(10))->read);
    QCOMPARE(page->entries.value(0).stories, unread);
    const auto bytes = numbers("SELECT length(detail) FROM journal").value(0);
    qInfo("marked %d in %lld ms, taken back in %lld ms, listed in %lld ms; %lld bytes", unread,
          marked, taken, listed, bytes);
    QVERIFY2(bytes < 100'000, qPrintable(QString::number(bytes)));
    QVERIFY(marked < 20'000 && taken < 20'000 && listed < 1'000);
}

void TestJournal::joinsWhatIsFoundTogether()
{
    const auto find = [&](const QString &title, const QString &folder, int at) {
        QVERIFY(m_library->add(story(title), Library::Occasion::Found, minute(at), folder));
    };

    find(u"A"_s, u"/a"_s, 1);
    find(u"B"_s, u"/a"_s, 2);
    find(u"C"_s, u"/b"_s, 3);
    find(u"D"_s, u"/b"_s, 60);
    QVERIFY(m_library->setRead({ArticleId(4)}, true, minute(61)));
    find(u"E"_s, u"/b"_s, 62);

    const auto entries = m_library->history().page({.kind = HistoryKind::Added}, 9)->entries;
    QStringList lines;
    for (const auto &entry : entries)
        lines << entry.actor + u' ' + entry.titles.join(u' ');
    QCOMPARE(lines, (QStringList{u"/b E"_s, u"/b D"_s, u"/b C"_s, u"/a A B"_s}));
    QCOMPARE(entries.last().by, Actor::Folder);
    QCOMPARE(entries.last().stories, 2);
}

void TestJournal::forgetsWhatIsOld()
{
    const auto id = add(story(u"A"_s));
    QVERIFY(m_library->setOpened(id, start)); // A record.
    QVERIFY(m_library->setBookmarked({id}, true, start)); // A step.
    QVERIFY(m_library->setOpened(id, start.addDays(300)));
    reopen();

    rest(start.addDays(200));

    // What was found, and opened first, is gone; the step stays.
    QCOMPARE(numbers("SELECT id FROM journal ORDER BY id"), (QList<qint64>{3, 4}));
    QCOMPARE(m_library->undo(start)->action, Deed::Bookmarked);
}

void TestJournal::forgetsNothingOfThisSession()
{
    const auto id = add(story(u"A"_s));
    QVERIFY(m_library->setOpened(id, start));

    rest(start.addYears(50));

    QCOMPARE(numbers("SELECT count(*) FROM journal"), QList<qint64>{2});
}

void TestJournal::keepsTheLastSteps()
{
    execute(u"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 5000) "
            "INSERT INTO journal (time, action, detail, state, who) SELECT i, 'read', "
            "'{\"after\":1,\"before\":0,\"stories\":\"1\"}', 1, 1 FROM n"_s);
    // Undone, so that it may still be done again.
    execute(u"UPDATE journal SET state = 2 WHERE id = 7"_s);
    reopen();

    rest(start);

    QCOMPARE(numbers("SELECT count(*) FROM journal"), QList<qint64>{1'001});
    QCOMPARE(numbers("SELECT min(id) FROM journal WHERE state = 1"), QList<qint64>{4'001});
    QCOMPARE(numbers("SELECT id FROM journal WHERE state = 2"), QList<qint64>{7});
}

QTEST_GUILESS_MAIN(TestJournal)
#include "tst_journal.moc"
