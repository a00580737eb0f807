#include "reading/readingpane.h"
#include "reading/sentences.h"
#include "reading/storyfixture.h"
#include "reading/webengine.h"

#include <QApplication>
#include <QMainWindow>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

// Coming back to a sentence in a story that has changed, in either view: one pane of each for all
// tests, since an engine is slow to start.
class TestPlaces : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void findsASentence_data();
    void findsASentence();
    void comesBackToTheSentence_data();
    void comesBackToTheSentence();
    void comesBackToTheRightOneOfMany_data();
    void comesBackToTheRightOneOfMany();
    void goesWhereAChangedSentenceStood_data();
    void goesWhereAChangedSentenceStood();
    void takesTheEndSeenForFinished_data();
    void takesTheEndSeenForFinished();

private:
    struct Window
    {
        std::unique_ptr<QMainWindow> frame = std::make_unique<QMainWindow>();
        ReadingPane *pane = nullptr;

        explicit Window(ReadingPane::Engine engine);
        void show(const Article &article, const ReadingPosition &position = {});
        ReadingPosition scrolled(int pixels) const;
    };
    void everyWay() const;
    Window &window(const QString &name) { return name == u"web"_s ? *m_web : *m_light; }

    std::unique_ptr<Window> m_light;
    std::unique_ptr<Window> m_web;
};

namespace {

constexpr int blocks = 60;

const auto refrain
    = u"The rain fell on the quay all day, as it had done on the day before and the one before "
      "that."_s;

QStringList paragraphs()
{
    QStringList lines;
    for (int i = 0; i < blocks; ++i)
        lines << fixture::paragraph(i);
    return lines;
}

Article storyOf(const QStringList &lines)
{
    QString html;
    for (const auto &line : lines)
        html += u"<p>"_s + line + u"</p>"_s;
    return {.url = QUrl(u"https://gazette.example/ferry"_s),
            .title = u"The last slow boat"_s,
            .language = u"en"_s,
            .related = {{.title = u"The first fast boat"_s}},
            .body = fixture::safe(html),
            .text = lines.join(u"\n\n"_s)};
}

// As another extraction may have it: more before, and not all of what was there.
QStringList changed(QStringList lines)
{
    lines.remove(2, 3);
    for (int i = 0; i < 9; ++i)
        lines.prepend(u"A box about the harbour that was no part of it, number %1."_s.arg(i));
    return lines;
}

QStringList withRefrain(const QStringList &lines)
{
    QStringList result;
    for (const auto &line : lines)
        result << refrain + u' ' + line;
    return result;
}

} // namespace

TestPlaces::Window::Window(ReadingPane::Engine engine)
    : pane(new ReadingPane({}, frame.get(), engine))
{
    frame->setCentralWidget(pane);
    frame->resize(900, 700);
    frame->show();
}

void TestPlaces::Window::show(const Article &article, const ReadingPosition &position)
{
    QSignalSpy painted(pane, &ReadingPane::painted);
    pane->show(article, {}, position);
    QVERIFY(painted.wait(20'000));
}

// The position that is told once it rests after a move.
ReadingPosition TestPlaces::Window::scrolled(int pixels) const
{
    QSignalSpy moved(pane, &ReadingPane::positionChanged);
    pane->scrollBy(pixels);
    return moved.wait() ? moved.last().first().value<ReadingPosition>() : ReadingPosition();
}

void TestPlaces::initTestCase()
{
    qRegisterMetaType<ReadingPosition>();
    m_light = std::make_unique<Window>(ReadingPane::Engine::Light);
#ifdef BROADSHEET_WEBENGINE
    m_web = std::make_unique<Window>(ReadingPane::Engine::Best);
    m_web->pane->show(storyOf(paragraphs()), {});
    QTRY_VERIFY_WITH_TIMEOUT(m_web->pane->webViewInCharge(), 30'000);
#endif
}

// From either view to either.
void TestPlaces::everyWay() const
{
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("to");

    QTest::newRow("light") << u"light"_s << u"light"_s;
    if (!m_web)
        return;
    QTest::newRow("web") << u"web"_s << u"web"_s;
    QTest::newRow("light to web") << u"light"_s << u"web"_s;
    QTest::newRow("web to light") << u"web"_s << u"light"_s;
}

void TestPlaces::findsASentence_data()
{
    QTest::addColumn<QStringList>("blocks");
    QTest::addColumn<ReadingPosition>("position");
    QTest::addColumn<sentences::Spot>("spot");

    const QStringList lines{u"One fine morning in May.  It rained."_s,
                            u"Nobody came to the pier that day. It rained. Who would have."_s,
                            u"The boat left at noon. It rained. And so it went on for long."_s};
    using Spot = sentences::Spot;
    QTest::newRow("where it stands")
        << lines << ReadingPosition{.block = 2, .quote = u"The boat left"_s} << Spot{2, 0};
    QTest::newRow("inside a block")
        << lines << ReadingPosition{.block = 1, .quote = u"Who would have."_s} << Spot{1, 45};
    QTest::newRow("behind two blanks")
        << lines << ReadingPosition{.block = 0, .quote = u"It rained."_s, .after = u" Nobody"_s}
        << Spot{0, 26};
    QTest::newRow("the nearest of several")
        << lines << ReadingPosition{.block = 2, .quote = u"It rained."_s} << Spot{2, 23};
    QTest::newRow("the one in its words, however far")
        << lines
        << ReadingPosition{.block = 0,
                           .quote = u"It rained."_s,
                           .before = u"The boat left at noon. "_s,
                           .after = u" And so it"_s}
        << Spot{2, 23};
    QTest::newRow("in what is left of a sentence")
        << lines
        << ReadingPosition{.block = 1,
                           .quote = u"Nobody at all, they say, came to the pier that day."_s}
        << Spot{1, 0};
    QTest::newRow("behind what stood before it")
        << lines
        << ReadingPosition{.block = 1,
                           .quote = u"He swore."_s,
                           .before = u"said. Nobody came to the pier that day. "_s,
                           .after = u" More."_s}
        << Spot{1, 34};
    QTest::newRow("before what stood after it")
        << lines
        << ReadingPosition{.block = 0,
                           .quote = u"He swore."_s,
                           .before = u"x"_s,
                           .after = u" And so it went on for long. "_s}
        << Spot{2, 23};
    QTest::newRow("nothing of it is left")
        << lines
        << ReadingPosition{.block = 1, .quote = u"A story about quite another thing, it is."_s}
        << Spot{};
    QTest::newRow("no quote") << lines << ReadingPosition{.block = 1} << Spot{};
    QTest::newRow("no text") << QStringList() << ReadingPosition{.quote = u"It rained."_s}
                             << Spot{};
}

void TestPlaces::findsASentence()
{
    QFETCH(QStringList, blocks);
    QFETCH(ReadingPosition, position);

    QTEST(sentences::find(blocks, position), "spot");
}

void TestPlaces::comesBackToTheSentence_data()
{
    everyWay();
}

void TestPlaces::comesBackToTheSentence()
{
    QFETCH(QString, from);
    QFETCH(QString, to);
    window(from).show(storyOf(paragraphs()));
    const auto before = window(from).scrolled(3'000);
    QVERIFY(!before.quote.isEmpty());
    QVERIFY(before.after.size() > 100);

    auto &other = window(to);
    other.frame->resize(620, 800);
    other.pane->setLook({.theme = page::Theme::Dark, .textSize = 130});
    other.show(storyOf(changed(paragraphs())), before);
    const auto after = other.scrolled(1);
    other.frame->resize(900, 700);
    other.pane->setLook({});

    QCOMPARE(after.quote, before.quote);
    QVERIFY(after.block != before.block);
}

void TestPlaces::comesBackToTheRightOneOfMany_data()
{
    everyWay();
}

void TestPlaces::comesBackToTheRightOneOfMany()
{
    QFETCH(QString, from);
    QFETCH(QString, to);
    // The refrain before the paragraph that was read, as a pane tells it.
    window(from).show(storyOf(withRefrain(paragraphs())));
    auto before = window(from).scrolled(3'000);
    for (int tries = 0; tries < 30 && !refrain.startsWith(before.quote); ++tries)
        before = window(from).scrolled(23);
    QVERIFY(refrain.startsWith(before.quote));

    window(to).show(storyOf(changed(withRefrain(paragraphs()))), before);
    const auto after = window(to).scrolled(1);

    QCOMPARE(after.quote, before.quote);
    QCOMPARE(after.after.left(60), before.after.left(60));
}

void TestPlaces::goesWhereAChangedSentenceStood_data()
{
    everyWay();
}

void TestPlaces::goesWhereAChangedSentenceStood()
{
    QFETCH(QString, from);
    QFETCH(QString, to);
    const auto replaced = u"None of those words is there any more, but these are."_s;
    window(from).show(storyOf(paragraphs()));
    const auto before = window(from).scrolled(3'000);
    auto lines = paragraphs();
    lines.replaceInStrings(before.quote, replaced);
    QVERIFY(lines != paragraphs());

    window(to).show(storyOf(changed(lines)), before);
    const auto after = window(to).scrolled(1);

    // There, or at the sentence beside it that is as it was.
    const auto around = before.before.right(60) + after.quote + before.after.left(60);
    QVERIFY2(after.quote.startsWith(replaced.left(30))
                 || before.after.contains(after.quote.left(20)),
             qPrintable(around));
}

void TestPlaces::takesTheEndSeenForFinished_data()
{
    QTest::addColumn<QString>("view");

    QTest::newRow("light") << u"light"_s;
    if (m_web)
        QTest::newRow("web") << u"web"_s;
}

void TestPlaces::takesTheEndSeenForFinished()
{
    QFETCH(QString, view);
    auto article = storyOf(paragraphs());
    // Much stands below the story that nobody has to see.
    for (int i = 0; i < 40; ++i)
        article.related << Link{.title = u"Another story, number %1"_s.arg(i)};
    window(view).show(article);
    QVERIFY(window(view).scrolled(1'000).fraction < 0.5);

    auto position = window(view).scrolled(900);
    for (int steps = 0; steps < 80 && position.fraction < 1; ++steps)
        position = window(view).scrolled(200);

    QCOMPARE(position.fraction, 1.0);
    // And yet there is more to scroll.
    const auto below = window(view).scrolled(200);
    QVERIFY(below.quote != position.quote);
    QVERIFY(!below.quote.isEmpty());
}

int main(int argc, char **argv)
{
    webengine::prepare();
    QApplication application(argc, argv);
    TestPlaces test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_readingplaces.moc"
