#include "library/library.h"

#include <QCryptographicHash>
#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

const QDateTime start(QDate(2024, 5, 6), QTime(7, 8, 9, 10), Qt::UTC);

QDateTime minute(int n)
{
    return start.addSecs(n * 60);
}

Picture pictureOf(const QByteArray &bytes)
{
    const auto hash = QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
    return {.name = u"broadsheet-media:"_s + QString::fromLatin1(hash),
            .mimeType = u"image/png"_s,
            .bytes = bytes};
}

Article story(const QString &title, const QString &text = {})
{
    return {.url = QUrl(u"https://times.example/"_s + QString(title).replace(u' ', u'-')),
            .title = title,
            .text = text.isEmpty() ? u"All about %1."_s.arg(title) : text};
}

// Every field filled.
Article fullStory()
{
    const auto picture = pictureOf("lighthouse"_ba);
    return {.url = QUrl(u"https://times.example/2021/ferry?page=2"_s),
            .title = u"Ferry returns to Café Bay"_s,
            .standfirst = u"After nine years the boat is back."_s,
            .authors = {{.name = u"Mara Quill"_s, .url = QUrl(u"https://times.example/mara"_s)},
                        {.name = u"Tomás Ødegård"_s}},
            .published = Timestamp::fromIso(u"2021-12-04T10:20:00+02:00"_s),
            .modified = Timestamp::fromIso(u"2021-12-05"_s),
            .language = u"en-GB"_s,
            .site = u"The Example Times"_s,
            .tags = {u"sea"_s, u"transport"_s},
            .lead = {.src = picture.name,
                     .alt = u"A white boat"_s,
                     .caption = u"The Marigold at the pier"_s,
                     .credit = u"Lena Fjord"_s},
            .figures = {{.src = u"https://times.example/map.png"_s, .caption = u"The route"_s}},
            .related = {{.title = u"The last crossing"_s},
                        {.title = u"Timetables"_s, .url = QUrl(u"https://times.example/t"_s)}},
            .text = u"The ferry came in at dawn.\n\nPeople cheered: “Łódź!” — 東京から."_s,
            .pictures = {picture},
            .provenance = {.format = u"html"_s,
                           .savedBy = u"SingleFile"_s,
                           .savedAt = Timestamp::fromIso(u"2022-01-02T03:04:05Z"_s),
                           .file = u"/home/ann/ferry.html"_s,
                           .fileHash = "0123456789abcdef0123456789abcdef"_ba},
            .warnings = {u"no lead caption"_s}};
}

QStringList titles(const QList<Headline> &headlines)
{
    QStringList result;
    for (const auto &headline : headlines)
        result.append(headline.title);
    return result;
}

} // namespace

class TestLibrary : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

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

    void pagesEveryScope_data();
    void pagesEveryScope();
    void listsAWatchedFolder();
    void ordersByComingWhenTheClockJumps();
    void counts();

    void openingMarksRead();
    void bookmarksKeepTheirMoment();
    void remembersPositions();
    void changesOnlyWhatDiffers();
    void answersForWhatIsNotThere();

    void removedStoriesAreHidden();
    void foundAgainStaysRemoved();
    void openedAgainComesBack();

    void undoes_data();
    void undoes();
    void undoesStepByStepAfterARestart();
    void aNewStepForgetsWhatWasUndone();
    void undoPassesOverWhatHappenedByItself();
    void announcesManyChangesAsOne();

    void watchesFolders();
    void remembersFiles();

private:
    void reopen();
    ArticleId add(const Article &article, Library::Occasion occasion = Library::Occasion::Found);
    [[nodiscard]] QStringList listed(StoryQuery::Scope scope) const;

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Library> m_library;
    int m_minute = 0;
};

void TestLibrary::init()
{
    m_minute = 0;
    m_folder = std::make_unique<QTemporaryDir>();
    reopen();
}

void TestLibrary::cleanup()
{
    m_library.reset();
}

void TestLibrary::reopen()
{
    m_library.reset();
    auto opened = Library::open(m_folder->path(), Library::Access::ReadWrite);
    QVERIFY(opened);
    m_library = *std::move(opened);
}

ArticleId TestLibrary::add(const Article &article, Library::Occasion occasion)
{
    const auto added = m_library->add(article, occasion, minute(m_minute++));
    return added ? added->id : ArticleId::None;
}

QStringList TestLibrary::listed(StoryQuery::Scope scope) const
{
    const auto headlines = m_library->headlines({.scope = scope}, 100);
    return headlines ? titles(*headlines) : QStringList{headlines.error().detail};
}

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
    auto article = story(u"Harbour"_s, u"The anchor is missing."_s);
    const auto id = add(article);
    article.title = u"Harbour, corrected"_s;
    article.text = u"The buoy is missing."_s;

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

void TestLibrary::pagesEveryScope_data()
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

void TestLibrary::pagesEveryScope()
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
        if (query.scope == StoryQuery::Scope::Bookmarks && left.bookmarkedAt != right.bookmarkedAt)
            return left.bookmarkedAt > right.bookmarkedAt;
        if (query.scope == StoryQuery::Scope::RecentlyOpened && left.opened != right.opened)
            return left.opened > right.opened;
        return left.id > right.id;
    };
    QVERIFY(std::is_sorted(whole->cbegin(), whole->cend(), inOrder));
}

void TestLibrary::listsAWatchedFolder()
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

void TestLibrary::ordersByComingWhenTheClockJumps()
{
    QVERIFY(m_library->add(story(u"First"_s), Library::Occasion::Found, minute(9)));
    QVERIFY(m_library->add(story(u"Second"_s), Library::Occasion::Found, minute(0)));

    QCOMPARE(listed(StoryQuery::Scope::All), (QStringList{u"Second"_s, u"First"_s}));
}

void TestLibrary::counts()
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

void TestLibrary::openingMarksRead()
{
    const auto id = add(story(u"A"_s));
    QVERIFY(!m_library->headline(id)->read);

    const auto change = m_library->setOpened(id, minute(3));

    QVERIFY(change);
    const auto headline = *m_library->headline(id);
    QVERIFY(headline.read);
    QCOMPARE(headline.opened, minute(3));
    QCOMPARE(*change, LibraryChange{.changed = {headline}});
}

void TestLibrary::bookmarksKeepTheirMoment()
{
    const auto id = add(story(u"A"_s));
    QVERIFY(m_library->setBookmarked({id}, true, minute(1)));

    QVERIFY(m_library->setBookmarked({id}, true, minute(2))->isEmpty());

    QCOMPARE(m_library->headline(id)->bookmarkedAt, minute(1));
}

void TestLibrary::remembersPositions()
{
    const auto id = add(story(u"A"_s));
    const ReadingPosition position{.block = 7, .quote = u"Then “it” came"_s, .fraction = 0.375};

    QVERIFY(m_library->setPosition(id, {.block = 3}));
    QVERIFY(m_library->setPosition(id, position));
    reopen();

    QCOMPARE(m_library->article(id)->position, position);
}

void TestLibrary::changesOnlyWhatDiffers()
{
    const auto a = add(story(u"A"_s));
    const auto b = add(story(u"B"_s));
    QVERIFY(m_library->setRead({a}, true, start));

    const auto change = m_library->setRead({a, b, ArticleId(99)}, true, start);

    QCOMPARE(titles(change->changed), QStringList{u"B"_s});
    QVERIFY(m_library->setRead({a, b}, true, start)->isEmpty());
    // Only b comes back, and the call that changed nothing is no step.
    QCOMPARE(titles(m_library->undo(start)->change.changed), QStringList{u"B"_s});
}

void TestLibrary::answersForWhatIsNotThere()
{
    const ArticleId nobody{42};

    QCOMPARE(m_library->article(nobody).error().kind, Error::Kind::NotFound);
    QCOMPARE(m_library->headline(nobody).error().kind, Error::Kind::NotFound);
    QCOMPARE(m_library->setOpened(nobody, start).error().kind, Error::Kind::NotFound);
    QCOMPARE(m_library->setPosition(nobody, {}).error().kind, Error::Kind::NotFound);
    QCOMPARE(m_library->picture(u"broadsheet-media:../../etc/passwd"_s).error().kind,
             Error::Kind::NotFound);
    QVERIFY(m_library->remove({nobody}, start)->isEmpty());
    QCOMPARE(m_library->undo(start)->action, Undone::Action::None);
    QCOMPARE(m_library->redo(start)->action, Undone::Action::None);
}

void TestLibrary::removedStoriesAreHidden()
{
    const auto id = add(story(u"Gone"_s));
    QVERIFY(m_library->setBookmarked({id}, true, start));

    const auto change = m_library->remove({id}, start);

    QCOMPARE(*change, LibraryChange{.removed = {id}});
    QCOMPARE(listed(StoryQuery::Scope::All), QStringList());
    QCOMPARE(listed(StoryQuery::Scope::Bookmarks), QStringList());
    QCOMPARE(m_library->headlines({.words = u"gone"_s}, 9)->size(), 0);
    QCOMPARE(*m_library->find(story(u"Gone"_s).url, u"Gone"_s), ArticleId::None);
    QVERIFY(!m_library->article(id));
    QVERIFY(!m_library->headline(id));
}

void TestLibrary::foundAgainStaysRemoved()
{
    const auto id = add(story(u"Gone"_s));
    QVERIFY(m_library->remove({id}, start));

    const auto again = m_library->add(story(u"Gone"_s), Library::Occasion::Found, start, u"/a"_s);

    QCOMPARE(again->id, id);
    QVERIFY(again->change.isEmpty());
    QCOMPARE(listed(StoryQuery::Scope::All), QStringList());
}

void TestLibrary::openedAgainComesBack()
{
    const auto id = add(story(u"Gone"_s));
    QVERIFY(m_library->setBookmarked({id}, true, minute(2)));
    QVERIFY(m_library->remove({id}, start));

    const auto again = m_library->add(story(u"Gone"_s), Library::Occasion::Opened, minute(7));

    QCOMPARE(again->id, id);
    QCOMPARE(titles(again->change.added), QStringList{u"Gone"_s});
    QCOMPARE(again->change.added.first().bookmarkedAt, minute(2));
    QVERIFY(m_library->article(id));
}

void TestLibrary::undoes_data()
{
    QTest::addColumn<int>("doing");
    QTest::addColumn<Undone::Action>("action");

    QTest::newRow("read") << 0 << Undone::Action::Read;
    QTest::newRow("unread") << 1 << Undone::Action::Unread;
    QTest::newRow("bookmark") << 2 << Undone::Action::Bookmarked;
    QTest::newRow("unbookmark") << 3 << Undone::Action::Unbookmarked;
    QTest::newRow("remove") << 4 << Undone::Action::Removed;
}

void TestLibrary::undoes()
{
    QFETCH(int, doing);
    const auto a = add(story(u"A"_s));
    const auto b = add(story(u"B"_s));
    QVERIFY(m_library->setRead({b}, true, minute(1)));
    QVERIFY(m_library->setBookmarked({b}, true, minute(2)));
    const auto id = doing == 0 || doing == 2 ? a : b;
    const auto before = *m_library->headlines({}, 9);
    const std::array<std::function<Result<LibraryChange>()>, 5> actions{
        [&] { return m_library->setRead({id}, true, minute(3)); },
        [&] { return m_library->setRead({id}, false, minute(3)); },
        [&] { return m_library->setBookmarked({id}, true, minute(3)); },
        [&] { return m_library->setBookmarked({id}, false, minute(3)); },
        [&] { return m_library->remove({id}, minute(3)); }};
    QVERIFY(actions.at(std::size_t(doing))());
    const auto after = *m_library->headlines({}, 9);
    QVERIFY(after != before);

    reopen();
    const auto undone = m_library->undo(minute(4));
    QCOMPARE(*m_library->headlines({}, 9), before);
    const auto redone = m_library->redo(minute(5));
    QCOMPARE(*m_library->headlines({}, 9), after);

    QVERIFY(undone && redone);
    QTEST(undone->action, "action");
    QTEST(redone->action, "action");
    QCOMPARE(undone->stories, 1);
    QCOMPARE(undone->title, id == a ? u"A"_s : u"B"_s);
    const auto headline = before.at(id == a ? 1 : 0);
    QCOMPARE(undone->change,
             doing == 4 ? LibraryChange{.added = {headline}}
                        : LibraryChange{.changed = {headline}});
}

void TestLibrary::undoesStepByStepAfterARestart()
{
    const auto a = add(story(u"A"_s), Library::Occasion::Opened);
    QVERIFY(m_library->setBookmarked({a}, true, start));
    QVERIFY(m_library->watch(u"/folder"_s, start));
    QVERIFY(m_library->remove({a}, start));

    QList<Undone::Action> actions;
    for (int i = 0; i < 5; ++i) {
        reopen();
        actions.append(m_library->undo(start)->action);
    }

    using Action = Undone::Action;
    QCOMPARE(
        actions,
        (QList{Action::Removed, Action::Watched, Action::Bookmarked, Action::Added, Action::None}));
    QCOMPARE(m_library->watchedFolders()->size(), 0);
    actions.clear();
    for (int i = 0; i < 5; ++i)
        actions.append(m_library->redo(start)->action);
    QCOMPARE(
        actions,
        (QList{Action::Added, Action::Bookmarked, Action::Watched, Action::Removed, Action::None}));
    QCOMPARE(*m_library->watchedFolders(), QStringList{u"/folder"_s});
    QCOMPARE(listed(StoryQuery::Scope::All), QStringList());
}

void TestLibrary::aNewStepForgetsWhatWasUndone()
{
    const auto a = add(story(u"A"_s));
    QVERIFY(m_library->setBookmarked({a}, true, start));
    QVERIFY(m_library->undo(start));

    QVERIFY(m_library->setRead({a}, true, start));

    QCOMPARE(m_library->redo(start)->action, Undone::Action::None);
    QCOMPARE(m_library->undo(start)->action, Undone::Action::Read);
    QCOMPARE(m_library->undo(start)->action, Undone::Action::None);
}

void TestLibrary::undoPassesOverWhatHappenedByItself()
{
    const auto a = add(story(u"A"_s));
    QVERIFY(m_library->setBookmarked({a}, true, start));
    const auto b = add(story(u"B"_s));
    QVERIFY(m_library->setOpened(b, minute(8)));

    QCOMPARE(m_library->undo(start)->action, Undone::Action::Bookmarked);

    QVERIFY(m_library->headline(b)->read);
    // Looking at a story in between does not take redo away.
    QVERIFY(m_library->setOpened(a, minute(9)));
    QCOMPARE(m_library->redo(start)->action, Undone::Action::Bookmarked);
}

void TestLibrary::announcesManyChangesAsOne()
{
    QList<ArticleId> ids;
    for (int i = 0; i < 501; ++i)
        ids.append(add(story(QString::number(i))));

    QCOMPARE(*m_library->setRead(ids, true, start), LibraryChange{.everything = true});
    QCOMPARE(m_library->counts()->unread, 0);
    const auto undone = m_library->undo(start);
    QCOMPARE(undone->stories, 501);
    QCOMPARE(undone->title, QString());
    QCOMPARE(undone->change, LibraryChange{.everything = true});
    QCOMPARE(m_library->counts()->unread, 501);
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
