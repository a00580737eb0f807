#include "librarycase.h"

// The headlines of every place, page by page.
class TestListing : public LibraryCase
{
    Q_OBJECT

private slots:
    void init() { begin(); }
    void cleanup() { end(); }

    void pagesEveryScope_data();
    void pagesEveryScope();
    void listsAWatchedFolder();
    void ordersByMomentThenByComing();
    void counts();
};

void TestListing::pagesEveryScope_data()
{
    QTest::addColumn<StoryQuery>("query");
    QTest::addColumn<int>("count");

    using Scope = StoryQuery::Scope;
    for (const auto &words : {u""_s, u"about"_s, u"a"_s, u"-nothing"_s, u"about -eleven"_s}) {
        const auto row = [&](const char *name, Scope scope, int count) {
            QTest::addRow("%s, %s", name, qPrintable(words))
                << StoryQuery{.scope = scope, .folder = u"/folder"_s, .words = words} << count;
        };
        row("all", Scope::All, 20);
        row("unread", Scope::Unread, 10);
        row("bookmarks", Scope::Bookmarks, 10);
        row("opened", Scope::RecentlyOpened, 10);
        row("folder", Scope::Folder, 10);
    }
}

void TestListing::pagesEveryScope()
{
    QFETCH(StoryQuery, query);
    QFETCH(int, count);
    QList<ArticleId> ids;
    for (int i = 0; i < 20; ++i) {
        const auto folder = i < 10 ? u"/folder"_s : QString();
        const auto added = m_library->add(story(u"Story %1"_s.arg(i)), Library::Occasion::Found,
                                          minute(0), folder);
        ids.append(added->id);
    }
    for (int i = 0; i < 20; i += 2) {
        // Moments come in pairs: the id decides between equals.
        QVERIFY(m_library->setBookmarked({ids[i]}, true, minute(50 - i / 4)));
        QVERIFY(m_library->setOpened(ids[i], minute(100 + i / 4)));
    }

    const auto whole = m_library->headlines(query, 100);
    QList<Headline> paged;
    for (bool more = true; more;) {
        const auto page = m_library->headlines(
            query, 3, paged.isEmpty() ? std::nullopt : std::optional(paged.last()));
        QVERIFY(page);
        paged += *page;
        more = page->size() == 3;
    }

    QVERIFY(whole);
    QCOMPARE(whole->size(), count);
    QCOMPARE(titles(paged), titles(*whole));
    const auto inOrder = [&](const Headline &left, const Headline &right) {
        // What is found comes in the order of time, in every place.
        if (!query.words.isEmpty())
            return left.listed > right.listed;
        if (query.scope == StoryQuery::Scope::Bookmarks && left.bookmarkedAt != right.bookmarkedAt)
            return left.bookmarkedAt > right.bookmarkedAt;
        if (query.scope == StoryQuery::Scope::RecentlyOpened && left.opened != right.opened)
            return left.opened > right.opened;
        return left.id > right.id;
    };
    QVERIFY(std::is_sorted(whole->cbegin(), whole->cend(), inOrder));
}

void TestListing::listsAWatchedFolder()
{
    QVERIFY(m_library->add(story(u"In"_s), Library::Occasion::Found, minute(0), u"/a"_s));
    QVERIFY(m_library->add(story(u"Out"_s), Library::Occasion::Found, minute(1)));

    const auto list = [&](const QString &folder) {
        const StoryQuery query{.scope = StoryQuery::Scope::Folder, .folder = folder};
        return titles(*m_library->headlines(query, 9));
    };
    QCOMPARE(list(u"/a"_s), QStringList{u"In"_s});
    QCOMPARE(list(u"/b"_s), QStringList());
    // Found there too: it is announced, so that the folder's list shows it.
    const auto again
        = m_library->add(story(u"Out"_s), Library::Occasion::Found, minute(2), u"/b"_s);
    QCOMPARE(titles(again->change.changed), QStringList{u"Out"_s});
    QCOMPARE(list(u"/b"_s), QStringList{u"Out"_s});
}

void TestListing::ordersByMomentThenByComing()
{
    QVERIFY(m_library->add(story(u"First"_s), Library::Occasion::Found, minute(1)));
    QVERIFY(m_library->add(story(u"Second"_s), Library::Occasion::Found, minute(1)));
    // The clock was put back.
    QVERIFY(m_library->add(story(u"Third"_s), Library::Occasion::Found, minute(0), u"/a"_s));
    QVERIFY(m_library->add(story(u"Fourth"_s), Library::Occasion::Found, minute(-1), u"/a"_s));

    QCOMPARE(listed(StoryQuery::Scope::All),
             (QStringList{u"Second"_s, u"First"_s, u"Third"_s, u"Fourth"_s}));
    const StoryQuery folder{.scope = StoryQuery::Scope::Folder, .folder = u"/a"_s};
    QCOMPARE(titles(*m_library->headlines(folder, 9)), (QStringList{u"Fourth"_s, u"Third"_s}));
}

void TestListing::counts()
{
    QCOMPARE(*m_library->counts(), StoryCounts());
    const auto a = add(story(u"A"_s));
    const auto b = add(story(u"B"_s));
    add(story(u"C"_s), Library::Occasion::Opened);

    QVERIFY(m_library->setBookmarked({a, b}, true, start));
    QCOMPARE(*m_library->counts(), (StoryCounts{.all = 3, .unread = 2, .bookmarks = 2}));
    QVERIFY(m_library->remove({a}, start));
    QCOMPARE(*m_library->counts(), (StoryCounts{.all = 2, .unread = 1, .bookmarks = 1}));
    QVERIFY(m_library->undo(start));
    QCOMPARE(*m_library->counts(), (StoryCounts{.all = 3, .unread = 2, .bookmarks = 2}));
}

QTEST_GUILESS_MAIN(TestListing)
#include "tst_listing.moc"
