// Stories as heavy as they come, in the light view alone and with the web view: how long the
// window's thread is held at most, by its own time, while each is opened, read, searched, turned
// dark and made narrower. Usage: bench_long [--web] [STORY…], of which the names begin so

#include "base/background.h"
#include "benchmarks/screen.h"
#include "benchmarks/stalls.h"
#include "html/sanitise.h"
#include "reading/readingpane.h"
#include "reading/webengine.h"
#include "support/longstories.h"

#include <QElapsedTimer>
#include <QImage>
#include <QImageWriter>
#include <QPainter>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr double noted = 3; // ms: shorter holds are nobody's business.
constexpr int settled = 2'500; // ms after each deed.
constexpr int photos = 40;

Article storyOf(const QString &title, const QString &html)
{
    return {.title = title,
            .language = u"en"_s,
            .body = html::sanitise(html, {.ownAddresses = true}),
            .text = html.left(2'000)};
}

QString photoName(int number)
{
    return u"broadsheet-media:"_s + u"%1"_s.arg(number, 64, 16, QChar(u'0'));
}

// Twelve megapixels of light and grain, as cameras write them.
void writePhoto(const QString &file, int number)
{
    QImage image(4000, 3000, QImage::Format_RGB32);
    QPainter painter(&image);
    QLinearGradient sky(0, 0, 1500, 3000);
    sky.setColorAt(0, QColor::fromHsv(number * 9, 160, 230));
    sky.setColorAt(1, QColor::fromHsv((number * 9 + 120) % 360, 200, 60));
    painter.fillRect(image.rect(), sky);
    painter.end();
    QRandomGenerator random(quint32(number) + 1);
    for (int y = 0; y < image.height(); ++y) {
        auto *row = reinterpret_cast<QRgb *>(image.scanLine(y));
        for (int x = 0; x < image.width(); x += 2)
            row[x] ^= random.generate() & 0x001f1f1f;
    }
    QImageWriter writer(file, "jpg");
    writer.setQuality(88);
    writer.write(image);
}

// From the disk, as the library gives them.
PictureSource photosIn(const QString &folder, const QObject *receiver)
{
    return [folder, receiver](const QString &name, const auto &answer) {
        inBackground(
            [file = folder + u'/' + name.last(4)] {
                QFile photo(file);
                return photo.open(QIODevice::ReadOnly) ? photo.readAll() : QByteArray();
            },
            receiver,
            [name, answer](const QByteArray &bytes) {
                answer({.name = name, .mimeType = u"image/jpeg"_s, .bytes = bytes});
            });
    };
}

QString storyWithPhotos(const QString &folder)
{
    QString html;
    for (int number = 0; number < photos; ++number) {
        const auto name = photoName(number);
        writePhoto(folder + u'/' + name.last(4), number);
        html += u"<figure><img src=\"%1\" alt=\"\"><figcaption>Photo %2</figcaption></figure>"_s
                    .arg(name)
                    .arg(number)
            + u"<p>"_s + support::longSentence(number).repeated(4) + u"</p>"_s;
    }
    return html;
}

class Bench
{
public:
    Bench(stalls::Application &application, ReadingPane &pane, const QStringList &wanted)
        : m_application(application)
        , m_pane(pane)
        , m_wanted(wanted)
    {
    }

    [[nodiscard]] bool wants(const QString &name) const
    {
        return m_wanted.isEmpty() || std::ranges::any_of(m_wanted, [&](const QString &beginning) {
                   return name.startsWith(beginning);
               });
    }

    void read(const QString &name, const QString &html)
    {
        if (!wants(name))
            return;
        m_pane.showMessage(u"Next"_s, u"story"_s);
        QTest::qWait(300);
        QSignalSpy painted(&m_pane, &ReadingPane::painted);
        const auto article = storyOf(name, html);
        QElapsedTimer clock;
        clock.start();
        tell(
            name + u", opened"_s, [&] { m_pane.show(article, {}); }, [&] { painted.wait(20'000); });
        std::printf("%-44s %8.0f ms to its first screen\n", "", m_untilPainted);
        tell(name + u", four screens down"_s, [&] {
            for (int i = 0; i < 4; ++i)
                m_pane.pageDown();
        });
        tell(name + u", words at its end found"_s, [&] { m_pane.find(u"%9 nowhere"_s); });
        tell(name + u", words all over found"_s, [&] { m_pane.find(u"hour"_s); });
        m_pane.find({});
        tell(name + u", turned dark"_s, [&] { m_pane.setLook({.theme = page::Theme::Dark}); });
        m_pane.setLook({});
        QTest::qWait(settled);
        tell(name + u", narrower"_s, [&] { m_pane.resize(700, 800); });
        m_pane.resize(1000, 800);
        QTest::qWait(settled);
        ReadingPosition middle{.fraction = 0.5};
        tell(name + u", opened in the middle"_s, [&] { m_pane.show(article, {}, middle); });
    }

    void tell(const QString &what, const std::function<void()> &act,
              const std::function<void()> &until = {})
    {
        const auto before = m_application.stalls().size();
        QElapsedTimer clock;
        clock.start();
        QTimer::singleShot(0, &m_pane, act);
        if (until)
            until();
        m_untilPainted = double(clock.nsecsElapsed()) / 1e6;
        QTest::qWait(settled);
        stalls::Stall longest;
        for (auto at = before; at < m_application.stalls().size(); ++at) {
            if (m_application.stalls().at(at).used > longest.used)
                longest = m_application.stalls().at(at);
        }
        std::printf("%-44s %8.1f ms held at most  %s\n", qPrintable(what), longest.used,
                    qPrintable(longest.event));
        if (longest.used > 16) {
            for (const auto &frame : longest.stack.mid(0, 24))
                std::printf("      %s\n", frame.left(120).constData());
        }
        std::fflush(stdout);
    }

private:
    stalls::Application &m_application;
    ReadingPane &m_pane;
    QStringList m_wanted; // Empty for all.
    double m_untilPainted = 0;
};

double peakMemory()
{
    QFile status(u"/proc/self/status"_s);
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    for (const auto &line : status.readAll().split('\n')) {
        if (line.startsWith("VmHWM:"))
            return line.simplified().split(' ').at(1).toDouble() * 1024 / 1e6;
    }
    return 0;
}

} // namespace

int main(int argc, char *argv[])
{
    webengine::prepare();
    stalls::Application application(argc, argv, noted);
    auto wanted = QCoreApplication::arguments().sliced(1);
    const auto web = wanted.removeAll(u"--web"_s) > 0;
    const QTemporaryDir folder;
    ReadingPane pane(photosIn(folder.path(), &application), nullptr,
                     web ? ReadingPane::Engine::Best : ReadingPane::Engine::Light);
    pane.resize(1000, 800);
    pane.QWidget::show();
    pane.showMessage(u"First"_s, u"story"_s);
    QTest::qWait(web ? 6'000 : 500);
    std::printf("%s\n", pane.webViewInCharge() ? "web view" : "light view");

    Bench bench(application, pane, wanted);
    bench.read(u"5 KB"_s, support::longParagraphs(5'000));
    bench.read(u"60 KB"_s, support::longParagraphs(60'000));
    bench.read(u"1 MB"_s, support::longParagraphs(1'000'000));
    bench.read(u"a paragraph of 300 KB"_s, support::oneParagraph(300'000));
    bench.read(u"a table of 5,000 rows"_s, support::longTableOf(5'000));
    bench.read(u"a list of 5,000"_s, support::longListOf(5'000));
    const auto photoStory = u"40 photos of 12 megapixels"_s;
    if (!bench.wants(photoStory))
        return 0;
    const auto html = storyWithPhotos(folder.path());
    const auto before = screen::memoryOfTree(QCoreApplication::applicationPid());
    const auto peak = peakMemory();
    bench.read(photoStory, html);
    for (int i = 0; i < 60; ++i) {
        pane.pageDown();
        QTest::qWait(250);
    }
    bench.tell(u"40 photos, read to the end"_s, [] {});
    std::printf("memory above that before, all processes: %.0f MB; peak of this one before and "
                "after: %.0f MB, %.0f MB\n",
                screen::memoryOfTree(QCoreApplication::applicationPid()) - before, peak,
                peakMemory());
    return 0;
}
