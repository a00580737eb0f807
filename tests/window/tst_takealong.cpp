#include "desk.h"
#include "desk/readingdesk.h"
#include "printing/printpreview.h"
#include "reading/photocanvas.h"
#include "reading/photoviewer.h"
#include "reading/readingpane.h"
#include "reading/webengine.h"
#include "shell/banner.h"
#include "shell/findbar.h"
#include "support/pictures.h"

#include <QApplication>
#include <QClipboard>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>

using namespace Qt::StringLiterals;

// Taking a story along: quotations, files, paper; and looking closer at it.
class TestTakeAlong : public QObject
{
    Q_OBJECT

private slots:
    void copiesQuotations();
    void quotesTheParagraphThatIsRead();
    void writesStoriesIntoAFolder();
    void writesOneStoryToAFile();
    void asksWhereToWrite();
    void writesAPdf();
    void previewsPages();
    void looksAtPhotos();
    void saysWhenThereAreNone();
    void givesWhatIsDraggedOut();
    void countsWhatIsFoundInTheStory();
    void keepsTheBarForTheNextStory();
};

namespace {

QByteArray pageWithPhoto()
{
    return "<!DOCTYPE html><html lang=en><title>Tide</title><body><article><h1>Tide</h1><p>"
        + QByteArray("The tide came in over the flats and went out again as it has always done. ")
              .repeated(6)
        + "</p><figure><img width=640 height=480 alt=Flats src=\"data:image/png;base64,"
        + support::png(640, 480).toBase64() + "\"><figcaption>The flats.</figcaption></figure><p>"
        + QByteArray("Nobody on the quay was surprised, and the boats waited for the water. ")
              .repeated(6)
        + "</p></article></body></html>";
}

const QMimeData &clipboard()
{
    return *QGuiApplication::clipboard()->mimeData();
}

} // namespace

void TestTakeAlong::copiesQuotations()
{
    const Desk desk;
    QVERIFY(desk.open(desk.makeFiles(1)));
    QTRY_VERIFY(!desk.title().isEmpty());
    desk.window->pane().find(u"north pier"_s);
    QTRY_COMPARE(desk.window->pane().selectedText(), u"north pier"_s);

    desk.trigger(Command::CopyQuotation);

    QTRY_VERIFY(clipboard().text().startsWith(u"“north pier”\n— Ada Marsh, “Harbour Story"_s));
    QVERIFY(clipboard().text().endsWith(u"https://coast.example/2021/12/04/harbour-story-1"_s));
    QVERIFY(clipboard().html().contains("<blockquote cite=\"https://coast.example/"_L1));
    QVERIFY(!desk.window->banner().text().isEmpty());

    desk.trigger(Command::CopyMarkdownQuotation);
    QTRY_VERIFY(clipboard().text().startsWith("> north pier\n"_L1));
}

void TestTakeAlong::quotesTheParagraphThatIsRead()
{
    const Desk desk;
    QVERIFY(desk.open(desk.makeFiles(1)));
    QTRY_VERIFY(!desk.title().isEmpty());
    QSignalSpy painted(&desk.window->pane(), &ReadingPane::painted);
    (void)painted.wait(3'000);

    desk.trigger(Command::CopyQuotation);

    QTRY_VERIFY2(clipboard().text().startsWith(u"“The harbour council met"_s),
                 qPrintable(clipboard().text()));
}

void TestTakeAlong::writesStoriesIntoAFolder()
{
    const Desk desk;
    QVERIFY(desk.open(desk.makeFiles(3)));
    QTRY_COMPARE(desk.rows().rowCount(), 3);
    const QTemporaryDir to;
    auto &exporting = desk.window->reading().exporting();
    QSignalSpy finished(&exporting, &ExportFlow::finished);
    desk.window->list().selectAll();

    exporting.writeInto(to.path(), desk.window->list().selected(), tasks::ExportForm::Markdown);

    QVERIFY(finished.wait());
    QCOMPARE(finished.first(), (QList<QVariant>{3, 0}));
    QCOMPARE(QDir(to.path()).entryList(QDir::Files),
             QStringList({u"Harbour Story Number 1.md"_s, u"Harbour Story Number 2.md"_s,
                          u"Harbour Story Number 3.md"_s}));
}

void TestTakeAlong::writesOneStoryToAFile()
{
    const Desk desk;
    QVERIFY(desk.open(desk.makeFiles(1)));
    const QTemporaryDir to;
    auto &exporting = desk.window->reading().exporting();
    QSignalSpy finished(&exporting, &ExportFlow::finished);
    const auto path = to.filePath(u"story.html"_s);

    exporting.writeTo(path, desk.window->flow().article(), tasks::ExportForm::Html);
    QVERIFY(finished.wait());
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.readAll().contains("Harbour Story Number 1"));

    exporting.writeTo(to.path(), desk.window->flow().article(), tasks::ExportForm::Html);
    QVERIFY(finished.wait());
    QVERIFY(desk.window->banner().text().contains(u"could not be written"_s));
}

void TestTakeAlong::asksWhereToWrite()
{
    const Desk desk;
    QVERIFY(desk.open(desk.makeFiles(1)));
    QTRY_VERIFY(!desk.title().isEmpty());

    desk.trigger(Command::ExportMarkdown);

    QFileDialog *dialog = nullptr;
    QTRY_VERIFY((dialog = desk.window->findChild<QFileDialog *>()));
    QCOMPARE(dialog->acceptMode(), QFileDialog::AcceptSave);
    QVERIFY(dialog->selectedFiles().first().endsWith("Harbour Story Number 1.md"_L1));
}

void TestTakeAlong::writesAPdf()
{
    const Desk desk;
    QVERIFY(desk.open(desk.makeFiles(1)));
    const QTemporaryDir to;
    auto &print = desk.window->reading().print();
    QSignalSpy written(&print, &PrintFlow::written);
    const auto path = to.filePath(u"story.pdf"_s);

    print.writePdf(desk.window->flow().article(), {}, path);

    QVERIFY(written.wait(20'000));
    QCOMPARE(written.first(), QList<QVariant>{true});
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.readAll().startsWith("%PDF-"));
}

void TestTakeAlong::previewsPages()
{
    const Desk desk;
    QVERIFY(desk.open(desk.makeFiles(1)));
    QTRY_VERIFY(!desk.title().isEmpty());

    desk.trigger(Command::Print);

    auto &print = desk.window->reading().print();
    QTRY_VERIFY(print.shown() && print.shown()->isVisible());
    QTRY_COMPARE(print.shown()->pages(), 1);
    print.shown()->reject();
    QTRY_VERIFY(!print.shown());
}

void TestTakeAlong::looksAtPhotos()
{
    const Desk desk;
    const auto path = support::writeFile(desk.files.path(), u"tide.html"_s, pageWithPhoto());
    QVERIFY(desk.open({path}));
    QTRY_COMPARE(desk.title(), u"Tide"_s);
    desk.window->pane().setFocus();
    auto *before = QApplication::focusWidget();

    desk.trigger(Command::Photos);

    auto &photos = desk.window->reading().photos();
    QTRY_VERIFY(photos.viewer() && photos.viewer()->isVisible());
    QTRY_VERIFY(!photos.viewer()->picture().bytes.isEmpty());
    QTRY_COMPARE(photos.viewer()->canvas().state(), PhotoCanvas::State::Shown);
    QVERIFY(photos.viewer()->caption().contains(u"The flats."_s));
    QTest::keyClick(photos.viewer(), Qt::Key_C, Qt::ControlModifier);
    QTRY_VERIFY(clipboard().hasImage());
    QTest::keyClick(photos.viewer(), Qt::Key_S, Qt::ControlModifier);
    QFileDialog *dialog = nullptr;
    QTRY_VERIFY((dialog = desk.window->findChild<QFileDialog *>()));
    QVERIFY(dialog->selectedFiles().first().endsWith("Tide.png"_L1));
    dialog->reject();
    QTest::keyClick(photos.viewer(), Qt::Key_Escape);
    QVERIFY(photos.viewer()->isHidden());
    QCOMPARE(QApplication::focusWidget(), before);
}

void TestTakeAlong::saysWhenThereAreNone()
{
    const Desk desk;
    QVERIFY(desk.open(desk.makeFiles(1)));
    QTRY_VERIFY(!desk.title().isEmpty());

    desk.trigger(Command::Photos);

    QVERIFY(desk.window->banner().text().contains(u"no photos"_s));
}

void TestTakeAlong::givesWhatIsDraggedOut()
{
    const Desk desk;
    QVERIFY(desk.open(desk.makeFiles(2)));
    QTRY_COMPARE(desk.rows().rowCount(), 2);
    QTRY_VERIFY(desk.window->flow().id() != ArticleId::None);
    const auto &dragging = desk.window->reading().dragging();

    const auto one = dragging.dataOf({desk.window->flow().id()});
    QVERIFY(one->text().startsWith(desk.title() + u"\n\nBy Ada Marsh"_s));
    QCOMPARE(one->urls(), QList<QUrl>{desk.window->flow().article().url});

    desk.window->list().selectAll();
    const auto all = dragging.dataOf(desk.window->list().selected());
    QCOMPARE(all->text().count(u'\n'), 1);
}

void TestTakeAlong::countsWhatIsFoundInTheStory()
{
    const Desk desk;
    QVERIFY(desk.open(desk.makeFiles(1)));
    QTRY_VERIFY(!desk.title().isEmpty());
    desk.trigger(Command::Find);
    auto *bar = desk.window->findChild<FindBar *>();
    auto *field = bar->findChild<QLineEdit *>();
    const auto says = [&](const QString &text) {
        const auto labels = bar->findChildren<QLabel *>();
        return std::ranges::any_of(labels,
                                   [&](const QLabel *label) { return label->text() == text; });
    };

    QTest::keyClicks(field, u"nobody"_s);
    QTRY_VERIFY(says(u"1 of 2"_s));
    QTest::keyClick(field, Qt::Key_Return);
    QTRY_VERIFY(says(u"2 of 2"_s));
    QTest::keyClick(field, Qt::Key_Return, Qt::ShiftModifier);
    QTRY_VERIFY(says(u"1 of 2"_s));
    QTest::keyClicks(field, u"x"_s);
    QTRY_VERIFY(says(u"Not in this story"_s));
}

void TestTakeAlong::keepsTheBarForTheNextStory()
{
    const Desk desk;
    QVERIFY(desk.open(desk.makeFiles(2)));
    QTRY_COMPARE(desk.rows().rowCount(), 2);
    desk.trigger(Command::Find);
    auto *bar = desk.window->findChild<FindBar *>();
    QTest::keyClicks(bar->findChild<QLineEdit *>(), u"harbour"_s);
    QSignalSpy found(&desk.window->pane(), &ReadingPane::found);
    const auto before = desk.title();

    desk.trigger(Command::Next);
    QTRY_VERIFY(desk.title() != before || (desk.trigger(Command::Previous), false));

    QVERIFY(bar->isVisible());
    QTRY_VERIFY(!found.isEmpty() && found.last().at(1).toInt() > 0);
}

int main(int argc, char **argv)
{
    webengine::prepare();
    QApplication application(argc, argv);
    TestTakeAlong test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_takealong.moc"
