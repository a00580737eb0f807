#include "reading/storyfixture.h"
#include "reading/webengine.h"
#include "web/storypage.h"
#include "web/webstoryview.h"

#include <QApplication>
#include <QSignalSpy>
#include <QTest>
#include <QWebEngineScript>
#include <QWebEngineView>

using namespace Qt::StringLiterals;

// What the web view makes of a story's drawings, its formulas and the links to its notes.
class TestStorySigns : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void showsDrawingsAndFormulas();
    void followsLinksToNotes();

private:
    QVariant answerTo(const QString &script);

    std::unique_ptr<WebStoryView> m_view;
};

void TestStorySigns::initTestCase()
{
    m_view = std::make_unique<WebStoryView>(PictureSource(), page::Look());
    m_view->resize(700, 500);
    m_view->show();
    QString html = u"<p>a<sup><a href='#n'>1</a></sup></p><svg viewBox='0 0 4 1' width=2000>"
                   "<rect width=4 height=1 fill=red /></svg>"
                   "<math><mfrac><mn>1</mn><mn>2</mn></mfrac></math>"_s;
    for (int i = 0; i < 60; ++i)
        html += u"<p>"_s + fixture::paragraph(i) + u"</p>"_s;
    QSignalSpy painted(m_view.get(), &StoryView::painted);
    m_view->showContent({.kind = Shown::Kind::Story,
                         .article = fixture::shortStory(html + u"<p id=n>note</p>"_s),
                         .serial = 1});
    QTRY_VERIFY_WITH_TIMEOUT(!painted.isEmpty(), 60'000);
}

QVariant TestStorySigns::answerTo(const QString &script)
{
    QVariant answer;
    auto answered = false;
    m_view->findChild<QWebEngineView *>()->page()->runJavaScript(
        script, QWebEngineScript::ApplicationWorld, [&](const QVariant &value) {
            answer = value;
            answered = true;
        });
    [&] { QTRY_VERIFY_WITH_TIMEOUT(answered, 20'000); }();
    return answer;
}

void TestStorySigns::showsDrawingsAndFormulas()
{
    const auto svg
        = answerTo(
              u"(() => { const box = document.querySelector('#story svg').getBoundingClientRect();"
              "return [box.width, box.height, document.documentElement.clientWidth]; })()"_s)
              .toList();
    const auto math = answerTo(
        u"(() => { const box = document.querySelector('#story .formula').getBoundingClientRect();"
        "return box.width * box.height; })()"_s);

    QCOMPARE(svg.size(), 3);
    QVERIFY(svg.at(0).toDouble() > 100 && svg.at(0).toDouble() < svg.at(2).toDouble());
    QVERIFY(qAbs(svg.at(0).toDouble() / svg.at(1).toDouble() - 4) < 0.1);
    QVERIFY(math.toDouble() > 0);
}

void TestStorySigns::followsLinksToNotes()
{
    QSignalSpy activated(m_view.get(), &StoryView::linkActivated);

    answerTo(u"document.querySelector('#story sup a').click()"_s);
    // The note comes up first, and leads to its place.
    QTRY_VERIFY(answerTo(u"document.querySelector('.note-popover') !== null"_s).toBool());
    QCOMPARE(answerTo(u"window.scrollY"_s).toDouble(), 0.0);
    answerTo(u"document.querySelector('.note-popover .to-note').click()"_s);

    QTRY_VERIFY(answerTo(u"window.scrollY"_s).toDouble() > 500);
    QTRY_VERIFY(!answerTo(u"document.querySelector('.note-popover') !== null"_s).toBool());
    QCOMPARE(activated.count(), 0);
    QCOMPARE(m_view->refusedRequests(), 0);
}

int main(int argc, char **argv)
{
    webengine::prepare();
    registerStorySchemes();
    QApplication application(argc, argv);
    TestStorySigns test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_storysigns.moc"
