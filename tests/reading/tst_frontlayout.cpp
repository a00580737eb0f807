#include "reading/storyfixture.h"
#include "reading/webengine.h"
#include "web/storypage.h"
#include "web/webstoryview.h"

#include <QApplication>
#include <QSignalSpy>
#include <QTest>
#include <QWebEngineView>

#include <optional>

using namespace Qt::StringLiterals;

// Where the stories of the front page stand in the web view.
class TestFrontLayout : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void leavesNoRowHalfEmpty_data();
    void leavesNoRowHalfEmpty();
    void standsInTheMiddleWhereThereIsNothing_data();
    void standsInTheMiddleWhereThereIsNothing();

private:
    void show(const page::FrontPage &page, int width);
    [[nodiscard]] QVariant ask(const QString &script) const;

    std::unique_ptr<WebStoryView> m_view;
    int m_serial = 0;
};

namespace {

page::FrontItem item(int number, bool hasPhoto)
{
    return {.address = page::storyAddress(number),
            .title = u"Story %1 about the ferry and its harbour"_s.arg(number),
            .outlet = u"The Gazette"_s,
            .date = u"Today"_s,
            .standfirst = fixture::paragraph(number),
            .picture = {.name = hasPhoto ? fixture::pictureName() : QString()}};
}

// The stories at the top are stretched to their rows: where they leave nothing out they are as
// large as what holds them.
constexpr auto coveredScript = R"((() => {
  const area = (element) => {
    const { width, height } = element.getBoundingClientRect();
    return width * height;
  };
  const large = document.querySelector('.large');
  return [...large.children].reduce((sum, each) => sum + area(each), 0) / area(large);
})())";

// How far the middle of each element is from that of the page.
constexpr auto offMiddleScript = R"((() => {
  const middle = (element) => {
    const range = document.createRange();
    range.selectNodeContents(element);
    const { left, right } = range.getBoundingClientRect();
    return (left + right) / 2;
  };
  const wanted = document.documentElement.clientWidth / 2;
  return Math.max(...[...document.querySelectorAll('.nothing h2, .nothing .stand, .nothing .deeds')]
    .map((each) => Math.abs(middle(each) - wanted)));
})())";

} // namespace

void TestFrontLayout::initTestCase()
{
    m_view = std::make_unique<WebStoryView>(
        [](const QString &name, const auto &answer) { answer(fixture::redPicture(name)); },
        page::Look());
    m_view->resize(1000, 700);
    m_view->show();
}

void TestFrontLayout::show(const page::FrontPage &page, int width)
{
    m_view->resize(width, 700);
    QSignalSpy painted(m_view.get(), &StoryView::painted);
    m_view->showContent({.kind = Shown::Kind::Front, .front = page, .serial = ++m_serial});
    QVERIFY(painted.wait(20'000));
    // The page knows its width.
    QTRY_COMPARE(ask(u"innerWidth"_s).toInt(), width);
}

QVariant TestFrontLayout::ask(const QString &script) const
{
    std::optional<QVariant> answer;
    auto *page = qobject_cast<StoryPage *>(m_view->findChild<QWebEngineView *>()->page());
    page->ask(script, [&](const QVariant &value) { answer = value; });
    return QTest::qWaitFor([&] { return answer.has_value(); }, 10'000) ? *answer : QVariant();
}

void TestFrontLayout::leavesNoRowHalfEmpty_data()
{
    QTest::addColumn<int>("width");
    QTest::addColumn<int>("seconds");
    QTest::addColumn<bool>("hasPhotos");

    for (const auto width : {500, 1000, 1500}) {
        for (int seconds = 0; seconds <= 5; ++seconds) {
            QTest::addRow("%d beside the lead, %d pixels", seconds, width)
                << width << seconds << true;
            QTest::addRow("%d without photos, %d pixels", seconds, width)
                << width << seconds << false;
        }
    }
}

void TestFrontLayout::leavesNoRowHalfEmpty()
{
    QFETCH(int, width);
    QFETCH(int, seconds);
    QFETCH(bool, hasPhotos);
    page::FrontPage page{.name = u"Broadsheet"_s};
    for (int number = 0; number <= seconds; ++number)
        page.large << item(number, hasPhotos);

    show(page, width);

    const auto covered = ask(QString::fromLatin1(coveredScript)).toDouble();
    QVERIFY2(std::abs(covered - 1) < 0.01, qPrintable(QString::number(covered)));
}

void TestFrontLayout::standsInTheMiddleWhereThereIsNothing_data()
{
    QTest::addColumn<int>("width");

    for (const auto width : {360, 1000, 1500})
        QTest::addRow("%d pixels", width) << width;
}

void TestFrontLayout::standsInTheMiddleWhereThereIsNothing()
{
    QFETCH(int, width);

    show({.name = u"Broadsheet"_s,
          .emptyTitle = u"You have read everything"_s,
          .emptyText = u"What comes next appears here."_s,
          .deeds = {{page::frontAddress("subscribe"_L1), u"Subscribe"_s},
                    {page::frontAddress("all"_L1), u"All stories"_s}}},
         width);

    const auto off = ask(QString::fromLatin1(offMiddleScript)).toDouble();
    QVERIFY2(off < 8, qPrintable(QString::number(off))); // The scroll bar has one side.
}

int main(int argc, char **argv)
{
    webengine::prepare();
    registerStorySchemes();
    QApplication application(argc, argv);
    TestFrontLayout test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_frontlayout.moc"
