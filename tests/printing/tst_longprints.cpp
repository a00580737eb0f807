#include "html/sanitise.h"
#include "printing/printedstory.h"
#include "printing/printpreview.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>

using namespace Qt::StringLiterals;

// Stories that take seconds to be set on pages.
class TestLongPrints : public QObject
{
    Q_OBJECT

private slots:
    void stopsWhenAsked();
    void closesAtOnce_data();
    void closesAtOnce();
    void setsWhatWasChosenLast();
};

namespace {

const auto sentence = u"The ferry left the pier an hour late that day, and nobody on the quay had "
                      "counted the passengers, because nobody meant to. "_s;

Article story(const QString &body)
{
    return {.title = u"A long one"_s, .language = u"en"_s, .body = html::sanitise(body)};
}

// One paragraph as long as a book's part.
Article oneParagraph()
{
    return story(u"<p>"_s + sentence.repeated(300'000 / sentence.size()) + u"</p>"_s);
}

Article manyParagraphs()
{
    return story((u"<p>"_s + sentence.repeated(4) + u"</p>"_s).repeated(2000));
}

} // namespace

void TestLongPrints::stopsWhenAsked()
{
    std::stop_source stop;
    stop.request_stop();

    const auto words = [](int, int) { return QString(); };
    QVERIFY(!printing::printedStory(oneParagraph(), {}, {}, words, stop.get_token()));
    QVERIFY(printing::printedStory(story(u"<p>One.</p>"_s), {}, {}, words));
}

void TestLongPrints::closesAtOnce_data()
{
    QTest::addColumn<Article>("article");
    QTest::addColumn<int>("columns");

    QTest::newRow("one paragraph") << oneParagraph() << 1;
    QTest::newRow("one paragraph in columns") << oneParagraph() << 3;
    QTest::newRow("many paragraphs") << manyParagraphs() << 1;
}

// The window waits for nothing that is still being set.
void TestLongPrints::closesAtOnce()
{
    QFETCH(Article, article);
    QFETCH(int, columns);
    auto preview = std::make_unique<printing::PrintPreview>(
        article, printing::PrintChoice{.setting = {.columns = columns}});
    preview->show();
    constexpr auto untilItIsBeingSet = 60;
    QTest::qWait(untilItIsBeingSet);
    QElapsedTimer timer;
    timer.start();

    preview.reset();

    QVERIFY2(timer.elapsed() < 30, qPrintable(QString::number(timer.elapsed())));
}

void TestLongPrints::setsWhatWasChosenLast()
{
    printing::PrintPreview preview(manyParagraphs(), {});
    QSignalSpy changed(&preview, &printing::PrintPreview::pagesChanged);
    const auto sizes = preview.findChildren<QSpinBox *>();
    QCOMPARE(sizes.size(), 1);
    for (const auto size : {80, 120, 160, 70})
        sizes.first()->setValue(size);

    QVERIFY(changed.wait(30'000));

    QCOMPARE(changed.size(), 1);
    QCOMPARE(preview.choice().setting.textSize, 70);
    QVERIFY(preview.pages() > 50);
}

QTEST_MAIN(TestLongPrints)
#include "tst_longprints.moc"
