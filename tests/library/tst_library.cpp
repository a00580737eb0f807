#include "librarycase.h"

#include <QDir>

// What the library keeps, and how it knows a story again.
class TestLibrary : public LibraryCase
{
    Q_OBJECT

private slots:
    void init() { begin(); }
    void cleanup() { end(); }

    void keepsEveryField();
    void survivesReopening();
    void refusesAPictureThatIsAnother();
    void keepsTheSamePictureOnce();
    void makesTheExcerpt_data();
    void makesTheExcerpt();
    void knowsTheSameStory_data();
    void knowsTheSameStory();
    void tellsStoriesApart_data();
    void tellsStoriesApart();
    void renamedFileKeepsItsBookmark();
    void keepsOldVersions();
    void findsByAddressOrTitle();
    void watchesFolders();
    void remembersFiles();
};

void TestLibrary::keepsEveryField()
{
    const auto article = fullStory();

    const auto added = m_library->add(article, Library::Occasion::Opened, minute(1));

    QVERIFY(added);
    auto expected = article;
    expected.pictures.clear();
    const Headline headline{.id = added->id,
                            .title = article.title,
                            .site = article.site,
                            .byline = byline(article.authors),
                            .excerpt = article.standfirst,
                            .language = article.language,
                            .published = article.published,
                            .thumbnail = article.lead.src,
                            .added = minute(1),
                            .listed = minute(1),
                            .opened = minute(1),
                            .read = true};
    QCOMPARE(added->change, LibraryChange{.added = {headline}});
    const auto stored = m_library->article(added->id);
    QVERIFY(stored);
    QCOMPARE(*stored, (StoredArticle{.headline = headline, .article = expected}));
    const auto picture = m_library->picture(article.lead.src);
    QVERIFY(picture);
    QCOMPARE(*picture, article.pictures.first());
}

void TestLibrary::survivesReopening()
{
    const auto id = add(fullStory());
    const auto before = m_library->article(id);

    reopen();

    const auto after = m_library->article(id);
    QVERIFY(before && after);
    QCOMPARE(*after, *before);
}

void TestLibrary::refusesAPictureThatIsAnother()
{
    auto article = story(u"Forged"_s);
    auto picture = pictureOf("one"_ba);
    picture.bytes = "another"_ba;
    article.pictures = {picture};

    const auto added = m_library->add(article, Library::Occasion::Opened, start);

    QVERIFY(!added);
    QCOMPARE(added.error().kind, Error::Kind::Malformed);
    QCOMPARE(m_library->counts()->all, 0);
    QCOMPARE(m_library->picture(picture.name).error().kind, Error::Kind::NotFound);
}

void TestLibrary::keepsTheSamePictureOnce()
{
    for (const auto &title : {u"One"_s, u"Two"_s}) {
        auto article = story(title);
        article.pictures = {pictureOf("the same bytes"_ba)};
        QVERIFY(add(article) != ArticleId::None);
    }

    const QDir media(m_folder->filePath(u"media"_s));
    const auto hex = pictureOf("the same bytes"_ba).name.section(u':', 1);
    QCOMPARE(media.entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot),
             QStringList{hex.left(2)});
    QCOMPARE(QDir(media.filePath(hex.left(2)))
                 .entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot),
             QStringList{hex});
}

void TestLibrary::makesTheExcerpt_data()
{
    QTest::addColumn<QString>("standfirst");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("excerpt");

    const auto word = u"harbour "_s;
    QTest::newRow("nothing") << u""_s << u""_s << u""_s;
    QTest::newRow("standfirst first") << u"Short."_s << u"Long text."_s << u"Short."_s;
    QTest::newRow("blocks in one line") << u""_s << u"One.\n\nTwo."_s << u"One. Two."_s;
    QTest::newRow("cut between words")
        << u""_s << word.repeated(100) << word.repeated(30).trimmed().left(29 * 8 + 7);
    QTest::newRow("no space to cut at") << u""_s << u"海"_s.repeated(500) << u"海"_s.repeated(240);
    QTest::newRow("not inside a character")
        << u""_s << u"x"_s + u"😀"_s.repeated(300) << u"x"_s + u"😀"_s.repeated(119);
}

void TestLibrary::makesTheExcerpt()
{
    QFETCH(QString, standfirst);
    QFETCH(QString, text);
    auto article = story(u"Excerpt"_s);
    article.standfirst = standfirst;
    article.text = text;

    const auto id = add(article);

    QTEST(m_library->headline(id)->excerpt, "excerpt");
}

void TestLibrary::knowsTheSameStory_data()
{
    QTest::addColumn<Article>("first");
    QTest::addColumn<Article>("second");

    const auto at = [](const QString &url) {
        return Article{.url = QUrl(url), .title = u"Title"_s, .text = url};
    };
    const auto plain = at(u"https://times.example/a/b"_s);
    QTest::newRow("address") << plain << plain;
    QTest::newRow("http") << plain << at(u"http://times.example/a/b"_s);
    QTest::newRow("fragment") << plain << at(u"https://times.example/a/b#comments"_s);
    QTest::newRow("slash") << plain << at(u"https://times.example/a/b/"_s);
    QTest::newRow("host's case") << plain << at(u"https://Times.Example/a/b"_s);
    QTest::newRow("port") << plain << at(u"https://times.example:443/a/b"_s);
    QTest::newRow("tracking") << at(u"https://times.example/a?id=1"_s)
                              << at(u"https://times.example/a?utm_source=x&id=1&fbclid=y"_s);
    QTest::newRow("only tracking") << plain << at(u"https://times.example/a/b?utm_medium=rss"_s);

    const Article text{.title = u"Title"_s, .text = u"Some words."_s};
    auto addressed = text;
    addressed.url = QUrl(u"https://times.example/t"_s);
    QTest::newRow("text") << text << text;
    QTest::newRow("text's spacing")
        << text << Article{.title = u"Title "_s, .text = u"Some\n\nwords. "_s};
    QTest::newRow("text, later with address") << text << addressed;
    QTest::newRow("text, later without address") << addressed << text;

    const Provenance file{.file = u"/a.txt"_s, .fileHash = "hash"_ba};
    QTest::newRow("file read better")
        << Article{.title = u"Title"_s, .text = u"Some"_s, .provenance = file}
        << Article{.title = u"Title"_s, .text = u"Some more"_s, .provenance = file};
}

void TestLibrary::knowsTheSameStory()
{
    QFETCH(Article, first);
    QFETCH(Article, second);

    const auto id = add(first);
    const auto again = add(second);

    QVERIFY(id != ArticleId::None);
    QCOMPARE(again, id);
    QCOMPARE(m_library->counts()->all, 1);
    QCOMPARE(m_library->article(id)->article.text, second.text);
}

void TestLibrary::tellsStoriesApart_data()
{
    QTest::addColumn<Article>("first");
    QTest::addColumn<Article>("second");

    const auto at = [](const QString &url) {
        return Article{.url = QUrl(url), .title = u"Title"_s, .text = u"The same words."_s};
    };
    const auto plain = at(u"https://times.example/a"_s);
    QTest::newRow("addresses, same words") << plain << at(u"https://times.example/b"_s);
    QTest::newRow("query") << plain << at(u"https://times.example/a?id=2"_s);
    QTest::newRow("path's case") << plain << at(u"https://times.example/A"_s);
    QTest::newRow("port") << plain << at(u"https://times.example:8443/a"_s);
    QTest::newRow("titles") << Article{.title = u"A"_s, .text = u"Same."_s}
                            << Article{.title = u"B"_s, .text = u"Same."_s};

    const QUrl front(u"https://times.example/"_s);
    QTest::newRow("one address, two stories")
        << Article{.url = front,
                   .title = u"Ferry back"_s,
                   .text = u"The ferry came in at dawn, and people cheered on the pier."_s}
        << Article{.url = front,
                   .title = u"Bread early"_s,
                   .text = u"Bakers in the old quarter will open at four in the morning."_s};

    const Provenance file{.file = u"/digest.txt"_s, .fileHash = "hash"_ba};
    QTest::newRow("one file, two stories")
        << Article{.title = u"A"_s, .text = u"One."_s, .provenance = file}
        << Article{.title = u"B"_s, .text = u"Two."_s, .provenance = file};
}

void TestLibrary::tellsStoriesApart()
{
    QFETCH(Article, first);
    QFETCH(Article, second);

    const auto one = add(first);
    const auto two = add(second);

    QVERIFY(one != ArticleId::None && two != ArticleId::None);
    QVERIFY(one != two);
    QCOMPARE(m_library->article(one)->article.url, first.url);
    QCOMPARE(m_library->article(two)->article.url, second.url);
}

void TestLibrary::renamedFileKeepsItsBookmark()
{
    Article article{.title = u"Kept"_s,
                    .text = u"Words."_s,
                    .provenance = {.file = u"/old/name.txt"_s, .fileHash = "hash"_ba}};
    const auto id = add(article);
    QVERIFY(m_library->setBookmarked({id}, true, minute(5)));

    article.provenance.file = u"/new/other.txt"_s;
    const auto again = add(article);

    QCOMPARE(again, id);
    QCOMPARE(listed(StoryQuery::Scope::Bookmarks), QStringList{u"Kept"_s});
    QCOMPARE(m_library->article(id)->article.provenance.file, u"/new/other.txt"_s);
}

void TestLibrary::keepsOldVersions()
{
    const auto rest = u" It was last seen by the crew of the Marigold on Sunday night."_s;
    auto article = story(u"Harbour"_s, u"The anchor is missing."_s + rest);
    const auto id = add(article);
    article.title = u"Harbour, corrected"_s;
    article.text = u"The buoy is missing."_s + rest;

    const auto added = m_library->add(article, Library::Occasion::Found, minute(9));

    QVERIFY(added);
    QCOMPARE(added->id, id);
    QCOMPARE(titles(added->change.changed), QStringList{article.title});
    QCOMPARE(m_library->article(id)->article.text, article.text);
    QCOMPARE(m_library->headlines({.words = u"anchor"_s}, 9)->size(), 0);
    QCOMPARE(m_library->headlines({.words = u"buoy"_s}, 9)->size(), 1);
    // Taken in once more it is no news.
    QVERIFY(m_library->add(article, Library::Occasion::Found, minute(10))->change.isEmpty());
}

void TestLibrary::findsByAddressOrTitle()
{
    const auto one = add(story(u"The last crossing"_s));
    const auto two = add({.title = u"Elsewhere"_s, .text = u"x"_s});

    const auto find = [&](const QString &url, const QString &title) {
        return *m_library->find(QUrl(url), title);
    };
    QCOMPARE(find(u"http://times.example/The-last-crossing#top"_s, {}), one);
    QCOMPARE(find({}, u"the LAST  crossing"_s), one);
    QCOMPARE(find(u"https://times.example/unknown"_s, u"Elsewhere"_s), two);
    QCOMPARE(find(u"https://times.example/unknown"_s, u"Else"_s), ArticleId::None);
    QCOMPARE(find({}, {}), ArticleId::None);
}

void TestLibrary::watchesFolders()
{
    QVERIFY(m_library->watch(u"/b"_s, start));
    QVERIFY(m_library->watch(u"/a"_s, start));
    QVERIFY(m_library->watch(u"/a"_s, start));
    reopen();
    QCOMPARE(*m_library->watchedFolders(), (QStringList{u"/a"_s, u"/b"_s}));

    QVERIFY(m_library->unwatch(u"/b"_s, start));

    QCOMPARE(*m_library->watchedFolders(), QStringList{u"/a"_s});
    QCOMPARE(m_library->undo(start)->action, Undone::Action::Unwatched);
    QCOMPARE(*m_library->watchedFolders(), (QStringList{u"/a"_s, u"/b"_s}));
}

void TestLibrary::remembersFiles()
{
    using File = Library::KnownFile;
    const File one{.path = u"/a/1.txt"_s, .size = 10, .modified = minute(1)};
    const File two{.path = u"/a/2 ü.txt"_s, .size = Q_INT64_C(5'000'000'000), .modified = start};
    QVERIFY(m_library->setKnownFile(u"/a"_s, two));
    QVERIFY(m_library->setKnownFile(u"/a"_s, {.path = one.path, .size = 3, .modified = start}));
    QVERIFY(m_library->setKnownFile(u"/a"_s, one));
    reopen();

    QCOMPARE(*m_library->knownFiles(u"/a"_s), (QList<File>{one, two}));
    QCOMPARE(*m_library->knownFiles(u"/b"_s), QList<File>());
}

QTEST_GUILESS_MAIN(TestLibrary)
#include "tst_library.moc"
