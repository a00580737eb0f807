#include "feedcase.h"

// Subscriptions and folders, and taking back what was done to them.
class TestFeedTree : public FeedCase
{
    Q_OBJECT

private slots:
    void init() { begin(); }
    void cleanup() { end(); }

    void keepsEveryField();
    void subscribesOnceToAnAddress_data();
    void subscribesOnceToAnAddress();
    void makesFolders();
    void namesAFeed();
    void movesNodes_data();
    void movesNodes();
    void refusesToMoveAFolderIntoItself();
    void removedFolderLeavesWhatWasInIt();
    void refusesAnAddressTwice();
    void undoesEveryChange_data();
    void undoesEveryChange();
    void undoesManySubscriptionsInOneStep();
    void undoKeepsWhatTheFeedSaidSince();
    void answersForFeedsThatAreNotThere();
};

void TestFeedTree::keepsEveryField()
{
    const FeedSettings settings{.fullText = FeedSettings::FullText::Always,
                                .pictures = false,
                                .everyMinutes = 30,
                                .opensOriginal = true,
                                .notifies = true,
                                .paused = true,
                                .keptDays = 7};
    const NewFeed feed{.url = QUrl(u"https://times.example/feed?x=1"_s),
                       .title = u"The Times “ü”"_s,
                       .site = QUrl(u"https://times.example/"_s),
                       .folder = {u"News"_s, u"Home & abroad"_s},
                       .settings = settings,
                       .foreign = {{u"other:tag"_s, u"a, b"_s}, {u"version"_s, u"2"_s}}};

    const auto id = subscribe({feed}).first();
    reopen();

    QCOMPARE(*feeds().outline(), QList<NewFeed>{feed});
    const auto stored = *feeds().feed(id);
    QCOMPARE(stored.settings, settings);
    QCOMPARE(stored.site, feed.site);
    QCOMPARE(*feeds().tree(),
             (FeedTree{.folders = {{.id = folder(u"News"_s), .title = u"News"_s},
                                   {.id = folder(u"Home & abroad"_s),
                                    .title = u"Home & abroad"_s,
                                    .parent = folder(u"News"_s)}},
                       .feeds = {stored},
                       .order = {{.folder = folder(u"News"_s)},
                                 {.folder = folder(u"Home & abroad"_s)},
                                 {.feed = id}}}));
}

void TestFeedTree::subscribesOnceToAnAddress_data()
{
    QTest::addColumn<QString>("first");
    QTest::addColumn<QString>("second");
    QTest::addColumn<bool>("same");

    const auto plain = u"https://times.example/feed"_s;
    QTest::newRow("same") << plain << plain << true;
    QTest::newRow("scheme") << plain << u"http://times.example/feed"_s << true;
    QTest::newRow("host's case") << plain << u"https://TIMES.example/feed"_s << true;
    QTest::newRow("slash") << plain << u"https://times.example/feed/"_s << true;
    QTest::newRow("query") << plain << u"https://times.example/feed?page=2"_s << false;
    QTest::newRow("path") << plain << u"https://times.example/Feed"_s << false;
    QTest::newRow("file") << u"file:///a/b.xml"_s << u"file:///a/b.xml"_s << true;
    QTest::newRow("files") << u"file:///a/b.xml"_s << u"file:///a/c.xml"_s << false;
}

void TestFeedTree::subscribesOnceToAnAddress()
{
    QFETCH(QString, first);
    QFETCH(QString, second);
    QFETCH(bool, same);

    const auto one = *feeds().subscribe({{.url = QUrl(first)}}, start);
    const auto two = *feeds().subscribe({{.url = QUrl(second), .title = u"Other"_s}}, start);

    QCOMPARE(one.added, 1);
    QVERIFY(one.change.feeds);
    QCOMPARE(two.added, same ? 0 : 1);
    QCOMPARE(one.feeds == two.feeds, same);
    QCOMPARE(feeds().tree()->feeds.size(), same ? 1 : 2);
    QCOMPARE(two.change.isEmpty(), same);
}

void TestFeedTree::makesFolders()
{
    subscribe({newFeed(u"a"_s, {u"North"_s, u"Coast"_s}), newFeed(u"b"_s),
               newFeed(u"c"_s, {u"North"_s}), newFeed(u"d"_s, {u"North"_s, u"Coast"_s}),
               newFeed(u"e"_s, {u"Coast"_s})});
    subscribe({newFeed(u"f"_s, {u"North"_s})});

    QCOMPARE(tree(),
             (QStringList{u"North/"_s, u" Coast/"_s, u"  a"_s, u"  d"_s, u" c"_s, u" f"_s, u"b"_s,
                          u"Coast/"_s, u" e"_s}));
}

void TestFeedTree::namesAFeed()
{
    const auto id = subscribe({{.url = QUrl(u"https://times.example/feed"_s)}}).first();
    const auto title = [&] { return feeds().feed(id)->title; };
    QCOMPARE(title(), u"times.example"_s);

    const FeedDescription description{.title = u"The Times"_s,
                                      .description = u"All the news"_s,
                                      .site = QUrl(u"https://times.example/"_s),
                                      .language = u"en"_s};
    const auto stored = feeds().update(id, description, FeedStore::prepare({}), {}, minute(1));
    QVERIFY(stored && stored->change.feeds);
    QCOMPARE(title(), u"The Times"_s);
    QVERIFY(feeds().rename(id, u" Mine "_s, start));
    QCOMPARE(title(), u"Mine"_s);
    QCOMPARE(feeds().feed(id)->ownTitle, u"The Times"_s);
    QCOMPARE(feeds().feed(id)->language, u"en"_s);
    QVERIFY(feeds().rename(id, {}, start));
    QCOMPARE(title(), u"The Times"_s);
}

void TestFeedTree::movesNodes_data()
{
    QTest::addColumn<QStringList>("nodes");
    QTest::addColumn<QString>("into");
    QTest::addColumn<int>("position");
    QTest::addColumn<QStringList>("expected");

    const auto row = [](const char *name, const QStringList &nodes, const QString &into,
                        int position, const QStringList &expected) {
        QTest::newRow(name) << nodes << into << position << expected;
    };
    row("to the top", {u"c"_s}, {}, 0,
        {u"c"_s, u"a"_s, u"F/"_s, u" x"_s, u" y"_s, u"b"_s, u"G/"_s});
    row("down", {u"a"_s}, {}, 2, {u"F/"_s, u" x"_s, u" y"_s, u"a"_s, u"b"_s, u"c"_s, u"G/"_s});
    row("before itself", {u"b"_s}, {}, 2,
        {u"a"_s, u"F/"_s, u" x"_s, u" y"_s, u"b"_s, u"c"_s, u"G/"_s});
    row("behind itself", {u"b"_s}, {}, 3,
        {u"a"_s, u"F/"_s, u" x"_s, u" y"_s, u"b"_s, u"c"_s, u"G/"_s});
    row("beyond the end", {u"a"_s}, {}, 99,
        {u"F/"_s, u" x"_s, u" y"_s, u"b"_s, u"c"_s, u"G/"_s, u"a"_s});
    row("into a folder", {u"b"_s, u"a"_s}, u"F"_s, 1,
        {u"F/"_s, u" x"_s, u" b"_s, u" a"_s, u" y"_s, u"c"_s, u"G/"_s});
    row("out of a folder", {u"x"_s}, {}, 1,
        {u"a"_s, u"x"_s, u"F/"_s, u" y"_s, u"b"_s, u"c"_s, u"G/"_s});
    row("a folder into a folder", {u"F"_s}, u"G"_s, 0,
        {u"a"_s, u"b"_s, u"c"_s, u"G/"_s, u" F/"_s, u"  x"_s, u"  y"_s});
    row("folders and feeds", {u"G"_s, u"y"_s}, {}, 0,
        {u"G/"_s, u"y"_s, u"a"_s, u"F/"_s, u" x"_s, u"b"_s, u"c"_s});
    row("nowhere", {}, {}, 0, {u"a"_s, u"F/"_s, u" x"_s, u" y"_s, u"b"_s, u"c"_s, u"G/"_s});
}

void TestFeedTree::movesNodes()
{
    QFETCH(QStringList, nodes);
    QFETCH(QString, into);
    QFETCH(int, position);
    subscribe({newFeed(u"a"_s), newFeed(u"x"_s, {u"F"_s}), newFeed(u"y"_s, {u"F"_s}),
               newFeed(u"b"_s), newFeed(u"c"_s)});
    QVERIFY(feeds().addFolder(u"G"_s, FeedFolderId::None, start));
    const auto before = tree();
    QList<FeedNode> moved;
    for (const auto &name : std::as_const(nodes)) {
        FeedNode node{.folder = folder(name)};
        const auto known = feeds().tree()->feeds;
        for (const auto &feed : known) {
            if (feed.title == name)
                node.feed = feed.id;
        }
        moved.append(node);
    }

    QVERIFY(feeds().move(moved, folder(into), position, start));

    QTEST(tree(), "expected");
    const auto after = tree();
    reopen();
    QCOMPARE(tree(), after);
    if (after == before)
        return;
    QCOMPARE(m_library->undo(start)->action, Undone::Action::FeedsMoved);
    QCOMPARE(tree(), before);
    QVERIFY(m_library->redo(start));
    QCOMPARE(tree(), after);
}

void TestFeedTree::refusesToMoveAFolderIntoItself()
{
    subscribe({newFeed(u"a"_s, {u"F"_s, u"G"_s})});
    const auto before = tree();

    for (const auto &into : {u"F"_s, u"G"_s}) {
        const auto moved = feeds().move({{.folder = folder(u"F"_s)}}, folder(into), 0, start);
        QVERIFY(!moved);
        QCOMPARE(moved.error().kind, Error::Kind::Refused);
    }
    QCOMPARE(tree(), before);
    QCOMPARE(m_library->undo(start)->action, Undone::Action::Subscribed);
}

void TestFeedTree::removedFolderLeavesWhatWasInIt()
{
    subscribe({newFeed(u"a"_s), newFeed(u"x"_s, {u"F"_s}), newFeed(u"y"_s, {u"F"_s, u"H"_s}),
               newFeed(u"b"_s)});

    QVERIFY(feeds().removeFolder(folder(u"F"_s), start));

    QCOMPARE(tree(), (QStringList{u"a"_s, u"x"_s, u"H/"_s, u" y"_s, u"b"_s}));
    QVERIFY(m_library->undo(start));
    QCOMPARE(tree(), (QStringList{u"a"_s, u"F/"_s, u" x"_s, u" H/"_s, u"  y"_s, u"b"_s}));
}

void TestFeedTree::refusesAnAddressTwice()
{
    const auto ids = subscribe({newFeed(u"a"_s), newFeed(u"b"_s)});

    const auto changed = feeds().setUrl(ids[0], newFeed(u"b"_s).url, start);

    QVERIFY(!changed);
    QCOMPARE(changed.error().kind, Error::Kind::Refused);
    QCOMPARE(feeds().feed(ids[0])->url, newFeed(u"a"_s).url);
    // Nor is anything else done that was wanted with it.
    QVERIFY(!feeds().setUp(ids[0], {.url = newFeed(u"b"_s).url, .newFolder = u"F"_s}, start));
    QVERIFY(feeds().tree()->folders.isEmpty());
}

void TestFeedTree::undoesEveryChange_data()
{
    QTest::addColumn<int>("doing");
    QTest::addColumn<Undone::Action>("action");
    QTest::addColumn<QString>("title");

    using Action = Undone::Action;
    const auto a = u"a"_s;
    QTest::newRow("subscribe") << 0 << Action::Subscribed << u"new"_s;
    QTest::newRow("unsubscribe") << 1 << Action::Unsubscribed << a;
    QTest::newRow("rename") << 2 << Action::FeedRenamed << u"Other"_s;
    QTest::newRow("settings") << 3 << Action::FeedSetUp << u""_s;
    QTest::newRow("address") << 4 << Action::FeedReaddressed << a;
    QTest::newRow("folder") << 5 << Action::FeedFolderAdded << u"G"_s;
    QTest::newRow("folder's name") << 6 << Action::FeedFolderRenamed << u"H"_s;
    QTest::newRow("folder removed") << 7 << Action::FeedFolderRemoved << u"F"_s;
    QTest::newRow("moved") << 8 << Action::FeedsMoved << a;
    QTest::newRow("all at once") << 9 << Action::FeedSetUp << a;
}

void TestFeedTree::undoesEveryChange()
{
    QFETCH(int, doing);
    const auto ids = subscribe({newFeed(u"a"_s), newFeed(u"b"_s, {u"F"_s})});
    update(ids[0], {entry(u"One"_s, 1), entry(u"Two"_s, 2)});
    const auto inside = folder(u"F"_s);
    const auto state = [&] { return std::pair(*feeds().tree(), *m_library->headlines({}, 9)); };
    const auto before = state();
    const std::array<std::function<bool()>, 10> changes{
        [&] { return bool(feeds().subscribe({newFeed(u"new"_s, {u"N"_s})}, start)); },
        [&] { return bool(feeds().unsubscribe({ids[0]}, start)); },
        [&] { return bool(feeds().rename(ids[0], u"Other"_s, start)); },
        [&] { return bool(feeds().setSettings(ids, {.paused = true}, start)); },
        [&] { return bool(feeds().setUrl(ids[0], QUrl(u"https://c.example/"_s), start)); },
        [&] { return bool(feeds().addFolder(u"G"_s, inside, start)); },
        [&] { return bool(feeds().renameFolder(inside, u"H"_s, start)); },
        [&] { return bool(feeds().removeFolder(inside, start)); },
        [&] { return bool(feeds().move({{.feed = ids[0]}}, inside, 0, start)); },
        [&] {
            return bool(feeds().setUp(ids[0],
                                      {.url = QUrl(u"https://c.example/"_s),
                                       .title = u"Other"_s,
                                       .newFolder = u"G"_s,
                                       .settings = FeedSettings{.paused = true}},
                                      start));
        }};
    QVERIFY(changes.at(std::size_t(doing))());
    const auto after = state();
    QVERIFY(after != before);

    reopen();
    const auto undone = m_library->undo(start);
    QVERIFY(undone && undone->change.feeds);
    QTEST(undone->action, "action");
    QTEST(undone->title, "title");
    QVERIFY(state() == before);
    reopen();
    const auto redone = m_library->redo(start);
    QTEST(redone->action, "action");
    QVERIFY(state() == after);
    QVERIFY(m_library->undo(start));
    QVERIFY(state() == before);
}

void TestFeedTree::undoesManySubscriptionsInOneStep()
{
    QList<NewFeed> many;
    for (int i = 0; i < 500; ++i)
        many.append(newFeed(u"feed%1"_s.arg(i), {u"Folder %1"_s.arg(i % 10)}));
    const auto subscribed = feeds().subscribe(many, start);
    QCOMPARE(subscribed->added, 500);
    const auto before = tree();

    const auto undone = m_library->undo(start);

    QCOMPARE(undone->feeds, 510);
    QCOMPARE(tree(), QStringList());
    QCOMPARE(m_library->undo(start)->action, Undone::Action::None);
    QVERIFY(m_library->redo(start));
    QCOMPARE(tree(), before);
}

void TestFeedTree::undoKeepsWhatTheFeedSaidSince()
{
    const auto id = subscribe({newFeed(u"a"_s)}).first();
    QVERIFY(feeds().rename(id, u"Mine"_s, start));
    const QUrl moved(u"https://a.example/new.xml"_s);
    QVERIFY(feeds().note(id, {.movedTo = moved}, minute(1)));

    QVERIFY(m_library->undo(start));

    QCOMPARE(feeds().feed(id)->title, u"a"_s);
    QCOMPARE(feeds().feed(id)->url, moved);
}

void TestFeedTree::answersForFeedsThatAreNotThere()
{
    const FeedId nobody{42};
    const FeedFolderId nowhere{42};
    const auto kind = [](const auto &result) {
        return result ? std::optional<Error::Kind>() : result.error().kind;
    };

    QCOMPARE(kind(feeds().feed(nobody)), Error::Kind::NotFound);
    QCOMPARE(kind(feeds().rename(nobody, u"x"_s, start)), Error::Kind::NotFound);
    QCOMPARE(kind(feeds().setUrl(nobody, QUrl(), start)), Error::Kind::NotFound);
    QCOMPARE(kind(feeds().setSettings({nobody}, {}, start)), Error::Kind::NotFound);
    QCOMPARE(kind(feeds().addFolder(u"x"_s, nowhere, start)), Error::Kind::NotFound);
    QCOMPARE(kind(feeds().renameFolder(nowhere, u"x"_s, start)), Error::Kind::NotFound);
    QCOMPARE(kind(feeds().removeFolder(nowhere, start)), Error::Kind::NotFound);
    QCOMPARE(kind(feeds().move({{.feed = nobody}}, {}, 0, start)), Error::Kind::NotFound);
    QCOMPARE(kind(feeds().move({}, nowhere, 0, start)), Error::Kind::NotFound);
    QCOMPARE(kind(feeds().note(nobody, {}, start)), Error::Kind::NotFound);
    QCOMPARE(kind(feeds().update(nobody, {}, FeedStore::prepare({}), {}, start)),
             Error::Kind::NotFound);
    QVERIFY(feeds().unsubscribe({nobody}, start)->isEmpty());
    QCOMPARE(m_library->undo(start)->action, Undone::Action::None);
}

QTEST_GUILESS_MAIN(TestFeedTree)
#include "tst_feedtree.moc"
