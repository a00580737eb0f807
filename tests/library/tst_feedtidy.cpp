#include "feedcase.h"

#include <QFileInfo>

// What feeds keep no longer.
class TestFeedTidy : public FeedCase
{
    Q_OBJECT

private slots:
    void init()
    {
        begin();
        const auto ids = subscribe({newFeed(u"a"_s), newFeed(u"b"_s)});
        m_a = ids.value(0);
        m_b = ids.value(1);
    }
    void cleanup() { end(); }

    void forgetsOnlyWhatNobodyWants();
    void isNotToldAgain();
    void keepsUnreadStoriesOfTheLastDay();
    void forgetsWhatWasRemoved();
    void freesItsRoom();

private:
    void keep(FeedId feed, int days)
    {
        QVERIFY(feeds().setSettings({feed}, {.keptDays = days}, start));
    }

    static int day(int n) { return n * 24 * 60; }

    FeedId m_a{};
    FeedId m_b{};
};

void TestFeedTidy::forgetsOnlyWhatNobodyWants()
{
    keep(m_a, 7);
    update(m_a,
           {entry(u"Old"_s, 1), entry(u"Marked"_s, 1), entry(u"Filed"_s, 1), entry(u"Shared"_s, 1),
            entry(u"In a folder"_s, 1)},
           day(1));
    update(m_b, {entry(u"Shared"_s, 1), entry(u"Only b"_s, 1)}, day(1));
    // Told long after it was published, it is kept its days.
    update(m_a, {entry(u"New"_s, 1)}, day(4));
    QVERIFY(m_library->setBookmarked({idOf(u"Marked"_s)}, true, start));
    auto filed = story(u"Filed"_s);
    filed.provenance = {.file = u"/filed.html"_s, .fileHash = "hash"_ba};
    add(filed);
    QVERIFY(m_library->add(story(u"In a folder"_s), Library::Occasion::Found, start, u"/f"_s));
    QVERIFY(m_library->setOpened(idOf(u"Old"_s), start));
    const auto old = idOf(u"Old"_s);
    QVERIFY(feeds().tidy(minute(day(8)))->isEmpty());

    const auto change = feeds().tidy(minute(day(9)));

    QCOMPARE(*change, (LibraryChange{.removed = {old}, .feeds = true}));
    auto left = told(m_a);
    left.sort();
    QCOMPARE(left, (QStringList{u"Filed"_s, u"In a folder"_s, u"Marked"_s, u"New"_s, u"Shared"_s}));
    QCOMPARE(m_library->article(old).error().kind, Error::Kind::NotFound);
    QCOMPARE(m_library->counts()->all, 6);
    QCOMPARE(feeds().feed(m_a)->stories, 5);
    QCOMPARE(feeds().feed(m_a)->unread, 5);
    QVERIFY(feeds().tidy(minute(day(9)))->isEmpty());
    // Once the other feed keeps it no longer either, nobody does.
    keep(m_b, 3);
    QCOMPARE(feeds().tidy(minute(day(9)))->removed.size(), 2);
    // Nothing of this is anything to take back.
    QCOMPARE(m_library->undo(start)->action, Undone::Action::FeedSetUp);
}

void TestFeedTidy::isNotToldAgain()
{
    keep(m_a, 7);
    const QList<FeedStory> stories{entry(u"Old"_s, 1)};
    update(m_a, stories, day(1));
    QCOMPARE(feeds().tidy(minute(day(9)))->removed.size(), 1);

    QVERIFY(update(m_a, stories, day(9)).change.isEmpty());
    QVERIFY(update(m_a, {entry(u"Old"_s, 1, u"Changed."_s)}, day(9)).change.isEmpty());

    QCOMPARE(told(m_a), QStringList());
    QCOMPARE(*m_library->headlines({.words = u"old"_s}, 9), QList<Headline>());
}

void TestFeedTidy::keepsUnreadStoriesOfTheLastDay()
{
    QVERIFY(feeds().setSettings({m_a}, {.keptDays = 1}, start));
    update(m_a, {entry(u"Read"_s, 1), entry(u"Unread"_s, 1)}, day(1));
    QVERIFY(m_library->setRead({idOf(u"Read"_s)}, true, start));

    QVERIFY(feeds().tidy(minute(day(2)))->isEmpty());
    QCOMPARE(feeds().tidy(minute(day(2) + 1))->removed.size(), 2);
}

void TestFeedTidy::forgetsWhatWasRemoved()
{
    keep(m_a, 7);
    update(m_a, {entry(u"Gone"_s, 1)}, day(1));
    QVERIFY(m_library->remove({idOf(u"Gone"_s)}, start));

    QCOMPARE(feeds().tidy(minute(day(9)))->removed.size(), 1);

    QCOMPARE(*m_library->counts(), StoryCounts());
    // Nothing is left to come back.
    QVERIFY(m_library->undo(start));
    QCOMPARE(*m_library->counts(), StoryCounts());
    QCOMPARE(feeds().feed(m_a)->stories, 0);
}

void TestFeedTidy::freesItsRoom()
{
    keep(m_a, 7);
    QList<FeedStory> stories;
    for (int i = 0; i < 300; ++i) {
        auto wide = entry(QString::number(i), 1);
        for (int word = 0; word < 600; ++word)
            wide.html += u"<p id=\"%1\">"_s.arg(word * 7919 * (i + 3));
        stories.append(wide);
    }
    update(m_a, stories, day(1));
    const auto id = idOf(u"7"_s);
    auto pictured = story(u"7"_s, stories.at(7).article.text);
    pictured.pictures = {pictureOf("a boat"_ba)};
    QVERIFY(feeds().complete(id, pictured, Actor::Program, start));
    const auto hex = pictured.pictures.first().name.section(u':', 1);
    const auto file = m_folder->filePath(u"media/"_s + hex.left(2) + u'/' + hex);
    QVERIFY(QFileInfo::exists(file));
    const auto size = [&] {
        reopen(); // Brings the log into the file.
        return QFileInfo(m_folder->filePath(u"library.sqlite"_s)).size();
    };
    const auto full = size();

    while (!feeds().tidy(minute(day(9)))->isEmpty()) { }

    const auto left = size();
    QVERIFY2(left < full / 2, qPrintable(u"%1 of %2"_s.arg(left).arg(full)));
    // A backup may name it.
    QVERIFY(QFileInfo::exists(file));
    QCOMPARE(m_library->picture(pictured.pictures.first().name).error().kind,
             Error::Kind::NotFound);
}

QTEST_GUILESS_MAIN(TestFeedTidy)
#include "tst_feedtidy.moc"
