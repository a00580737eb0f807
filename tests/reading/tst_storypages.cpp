#include "page/light.h"
#include "reading/limits.h"
#include "reading/storyfixture.h"
#include "reading/storypages.h"

#include <QTest>

#include <optional>

using namespace Qt::StringLiterals;

class TestStoryPages : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { m_pool.setMaxThreadCount(1); }
    void breaksWordsByTheStorysLanguage();
    void makesBothForms();
    void marksASearch();
    void answersAtOnceWithWhatIsShort();
    void makesLongStoriesElsewhere();
    void answersAtOnceWithWhatIsReady();
    void forgetsWhatNobodyWaitsFor();
    void answersTheLastQuestionOnly();
    void keepsTheNewest();

private:
    static PageMaterial longOne(int number = 1);

    QThreadPool m_pool;
};

PageMaterial TestStoryPages::longOne(int number)
{
    static const auto story = fixture::longStory(600);
    PageMaterial of{.article = story};
    of.article.title = u"Number %1"_s.arg(number);
    return of;
}

namespace {

search::Query queryFor(const QString &word)
{
    search::Query query;
    query.root.children.append({.kind = search::Node::Kind::Term, .term = {.text = word}});
    return query;
}

} // namespace

void TestStoryPages::makesBothForms()
{
    const PageMaterial of{.article = fixture::longStory(3)};

    const auto page = StoryPages::made(of);

    QCOMPARE(page.html, page::story(of.article, of.context));
    QCOMPARE(page.light, page::lightStory(page.html));
    QCOMPARE(page.hits, 0);
}

void TestStoryPages::marksASearch()
{
    const auto page
        = StoryPages::made({.article = fixture::longStory(3), .search = queryFor(u"ferry"_s)});

    QCOMPARE(page.hits, 3);
    QCOMPARE(page.html.count(u"<mark class=\"hit\""_s), 3);
    QCOMPARE(page.light.count(u"class=\"hit\""_s), 3);
}

void TestStoryPages::answersAtOnceWithWhatIsShort()
{
    StoryPages pages(m_pool);
    std::optional<MadePage> answer;
    pages.ask({.article = fixture::longStory(3)}, [&](const auto &page) { answer = page; });
    QTRY_VERIFY(answer); // Where words may break is known by now.
    answer.reset();

    pages.ask({.article = fixture::longStory(4)}, [&](const auto &page) { answer = page; });

    QVERIFY(answer);
}

void TestStoryPages::breaksWordsByTheStorysLanguage()
{
    StoryPages pages(m_pool);
    for (const auto &language : {u"en"_s, QString()}) {
        std::optional<MadePage> answer;
        auto story = fixture::longStory(3);
        story.language = language;
        pages.ask({.article = story}, [&](const auto &page) { answer = page; });
        QTRY_VERIFY(answer);
        QCOMPARE(answer->light.contains(page::softHyphen), !language.isEmpty());
        QCOMPARE(answer->html.count(page::softHyphen), answer->light.count(page::softHyphen));
    }
}

void TestStoryPages::makesLongStoriesElsewhere()
{
    StoryPages pages(m_pool);
    std::optional<MadePage> answer;
    QVERIFY(longOne().article.body.toString().size() > reading::limits::madeAtOnce);

    pages.ask(longOne(), [&](const auto &page) { answer = page; });

    QVERIFY(!answer);
    QTRY_VERIFY(answer);
    QCOMPARE(answer->html.remove(page::softHyphen), StoryPages::made(longOne()).html);
}

void TestStoryPages::answersAtOnceWithWhatIsReady()
{
    StoryPages pages(m_pool);
    std::optional<MadePage> answer;
    pages.prepare(longOne());
    QTRY_VERIFY(pages.isReady(longOne()));

    pages.ask(longOne(), [&](const auto &page) { answer = page; });

    QVERIFY(answer);
    auto searched = longOne();
    searched.search = queryFor(u"ferry"_s);
    QVERIFY(!pages.isReady(searched));
}

void TestStoryPages::forgetsWhatNobodyWaitsFor()
{
    StoryPages pages(m_pool);
    bool answered = false;
    pages.ask(longOne(), [&](const auto &) { answered = true; });

    pages.drop();

    pages.prepare(longOne(2)); // Made after it.
    QTRY_VERIFY(pages.isReady(longOne(2)));
    QVERIFY(!answered);
}

void TestStoryPages::answersTheLastQuestionOnly()
{
    StoryPages pages(m_pool);
    QStringList answers;
    pages.ask(longOne(1), [&](const auto &) { answers << u"1"_s; });

    pages.ask(longOne(2), [&](const auto &) { answers << u"2"_s; });

    QTRY_COMPARE(answers, QStringList{u"2"_s});
    pages.prepare(longOne(3));
    QTRY_VERIFY(pages.isReady(longOne(3)));
    QCOMPARE(answers, QStringList{u"2"_s});
}

void TestStoryPages::keepsTheNewest()
{
    StoryPages pages(m_pool);

    for (int number = 0; number <= reading::limits::pagesReady; ++number)
        pages.prepare(longOne(number));

    QTRY_VERIFY(pages.isReady(longOne(reading::limits::pagesReady)));
    QVERIFY(!pages.isReady(longOne(0)));
    QVERIFY(pages.isReady(longOne(1)));
}

QTEST_MAIN(TestStoryPages)
#include "tst_storypages.moc"
