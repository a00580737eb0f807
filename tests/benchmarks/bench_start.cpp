// How long a person waits: from starting the program to a window and to a readable story, and from
// a key to the next story. Looks at the pixels of the real screen, so it needs an X server of its
// own (tests/benchmarks/run starts one). Usage: bench_start [RUNS] [--libraries FOLDER]
//
// With --libraries the same in those that bench_lifetime --keep has left in a folder, and how much
// memory the program takes in each once it has listed everything.

#include "benchmarks/medians.h"
#include "html/sanitise.h"
#include "library/library.h"
#include "support/storyfiles.h"

#include <QApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QGuiApplication>
#include <QLabel>
#include <QProcess>
#include <QScreen>
#include <QTemporaryDir>
#include <QThread>

#include <algorithm>
#include <functional>

using namespace Qt::StringLiterals;

namespace {

constexpr int giveUpAfter = 20'000; // ms
constexpr int manyStories = 10'000;

QImage grab(const QRect &area)
{
    return QGuiApplication::primaryScreen()
        ->grabWindow(0, area.x(), area.y(), area.width(), area.height())
        .toImage()
        .convertToFormat(QImage::Format_RGB32);
}

// The part of the screen where a story's text stands once it is there.
QRect readingArea()
{
    const auto screen = QGuiApplication::primaryScreen()->size();
    return {screen.width() * 58 / 100, screen.height() * 15 / 100, screen.width() * 36 / 100,
            screen.height() * 60 / 100};
}

// Steps from light to dark or back along a row: text has many, furniture has few.
int edges(const QImage &image)
{
    int count = 0;
    for (int y = 0; y < image.height(); y += 2) {
        const auto *row = reinterpret_cast<const QRgb *>(image.constScanLine(y));
        for (int x = 1; x < image.width(); ++x)
            count += std::abs(qGray(row[x]) - qGray(row[x - 1])) > 64 ? 1 : 0;
    }
    return count;
}

bool textIsThere()
{
    constexpr int edgesOfAParagraph = 1500;
    return edges(grab(readingArea())) > edgesOfAParagraph;
}

bool windowIsThere()
{
    const auto screen = QGuiApplication::primaryScreen()->size();
    const auto image = grab({screen.width() / 4, screen.height() / 4, 400, 300});
    // The empty X screen is black.
    return qGray(image.pixel(200, 150)) > 24 || qGray(image.pixel(20, 20)) > 24;
}

// A page of headlines; an empty library has a few words in their place.
bool rowsAreThere()
{
    const auto screen = QGuiApplication::primaryScreen()->size();
    constexpr int edgesOfRows = 2500;
    return edges(grab({screen.width() / 5, screen.height() / 5, screen.width() / 5,
                       screen.height() * 3 / 5}))
        > edgesOfRows;
}

// Milliseconds until the condition holds; negative when it never does.
double until(const std::function<bool()> &condition, const QElapsedTimer &clock)
{
    while (clock.elapsed() < giveUpAfter) {
        if (condition())
            return double(clock.nsecsElapsed()) / 1e6;
        QThread::msleep(2);
    }
    return -1;
}

class Program
{
public:
    Program(const QString &file, const QStringList &arguments)
    {
        m_clock.start();
        m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_process.start(file, arguments);
    }

    ~Program()
    {
        m_process.terminate();
        if (!m_process.waitForFinished(5000))
            m_process.kill();
        m_process.waitForFinished();
        QElapsedTimer clock;
        clock.start();
        ::until([] { return !windowIsThere(); }, clock);
    }

    Program(const Program &) = delete;
    Program &operator=(const Program &) = delete;

    double until(const std::function<bool()> &condition) const
    {
        return ::until(condition, m_clock);
    }

    // Megabytes of the program itself, without WebEngine's processes.
    [[nodiscard]] double memory() const
    {
        QFile file(u"/proc/%1/smaps_rollup"_s.arg(m_process.processId()));
        if (!file.open(QIODevice::ReadOnly))
            return 0;
        for (const auto &line : file.readAll().split('\n')) {
            if (line.startsWith("Pss:"))
                return line.simplified().split(' ').at(1).toDouble() * 1024 / 1e6;
        }
        return 0;
    }

private:
    QProcess m_process;
    QElapsedTimer m_clock;
};

Article story(int number)
{
    QString body;
    for (int i = 0; i < 12; ++i) {
        body += u"<p>Story %1, paragraph %2: the harbour council met on Tuesday to hear what the "
                "winter storms had done to the north pier and who would pay for it.</p>"_s
                    .arg(number)
                    .arg(i);
    }
    const auto safe = html::sanitise(body);
    return {.url = QUrl(u"https://coast.example/%1"_s.arg(number)),
            .title = u"Harbour Story Number %1 From The Quay"_s.arg(number),
            .authors = {{.name = u"Ada Marsh"_s}},
            .published = {.date = QDate(2000, 1, 1).addDays(number)},
            .language = u"en"_s,
            .site = u"The Coast"_s,
            .body = safe,
            .text = html::plainText(safe)};
}

void fill(const QString &folder, int stories)
{
    auto library = Library::open(folder, Library::Access::ReadWrite);
    if (!library)
        qFatal("no library: %s", qPrintable(library.error().detail));
    auto now = QDateTime::currentDateTimeUtc().addDays(-30);
    for (int i = 0; i < stories; ++i) {
        if (!(*library)->add(story(i), Library::Occasion::Found, now = now.addSecs(1)))
            qFatal("cannot add a story");
    }
}

int showFloor(int argc, char *argv[])
{
    const QApplication application(argc, argv);
    QLabel label(u"The harbour council met on Tuesday. "_s.repeated(400));
    label.setWordWrap(true);
    label.showFullScreen();
    return QApplication::exec();
}

void measureStart(int runs, const QTemporaryDir &home, const Times &floor)
{
    const auto file = support::writeFile(home.path(), u"story.txt"_s,
                                         support::storyText(1) + support::storyText(2));
    const auto many = home.filePath(u"many"_s);
    fill(many, manyStories);
    Times emptyWindow;
    Times manyWindow;
    Times readable;
    for (int i = 0; i < runs; ++i) {
        const auto empty = home.filePath(u"empty%1"_s.arg(i));
        emptyWindow.add(
            Program(QStringLiteral(BROADSHEET), {u"--library"_s, empty}).until(windowIsThere));
        manyWindow.add(
            Program(QStringLiteral(BROADSHEET), {u"--library"_s, many}).until(windowIsThere));
        readable.add(
            Program(QStringLiteral(BROADSHEET), {u"--library"_s, empty, file}).until(textIsThere));
    }
    emptyWindow.print("start to window, empty library", floor);
    manyWindow.print("start to window, 10,000 stories", floor);
    readable.print("start with a file to readable text", floor);
}

void measureNext(int runs, const QString &library, const std::string &what, const Times &floor)
{
    const Program program(QStringLiteral(BROADSHEET), {u"--library"_s, library});
    program.until(windowIsThere);
    QThread::msleep(3000);

    // One xdotool for all keys: starting it takes longer than a story.
    QProcess keys;
    keys.start(u"xdotool"_s, {u"-"_s});
    keys.waitForStarted();
    const auto press = [&](const QByteArray &key) {
        keys.write("key " + key + "\n");
        keys.waitForBytesWritten();
    };
    press("j");
    QThread::msleep(2000);

    const auto area = readingArea();
    const QRect headline(area.x(), area.y(), area.width(), 240);
    Times next;
    for (int i = 0; i < runs * 5; ++i) {
        const auto before = grab(headline);
        QElapsedTimer clock;
        clock.start();
        press("j");
        const auto time = until(
            [&] {
                const auto now = grab(headline);
                return now != before && edges(now) > 300;
            },
            clock);
        next.add(time);
        QThread::msleep(400);
    }
    next.print("key to the next story's text, " + what, floor);
}

void measureLibraries(int runs, const QTemporaryDir &home, const QDir &libraries,
                      const Times &floor)
{
    constexpr int everythingListed = 10'000; // ms
    auto names = libraries.entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    std::ranges::sort(names, {}, [](const QString &name) { return name.toInt(); });
    const auto memoryWith = [&](const QString &library) {
        const Program program(QStringLiteral(BROADSHEET), {u"--library"_s, library});
        QThread::msleep(everythingListed);
        return program.memory();
    };
    const auto empty = memoryWith(home.filePath(u"none"_s));
    std::printf("%-56s %8.1f MB\n", "memory, empty library", empty);
    for (const auto &name : std::as_const(names)) {
        const auto library = libraries.filePath(name);
        const auto stories = name.toStdString() + " stories";
        Times window;
        for (int i = 0; i < runs; ++i)
            window.add(
                Program(QStringLiteral(BROADSHEET), {u"--library"_s, library}).until(rowsAreThere));
        window.print("start to window with headlines, " + stories, floor);
        measureNext(runs, library, stories, floor);
        std::printf("%-56s %8.1f MB above an empty library\n", ("memory, " + stories).c_str(),
                    memoryWith(library) - empty);
    }
}

} // namespace

int main(int argc, char *argv[])
{
    if (argc > 1 && QByteArray(argv[1]) == "--floor")
        return showFloor(argc, argv);

    const QGuiApplication application(argc, argv);
    const auto arguments = QGuiApplication::arguments();
    const auto runs = argc > 1 ? std::max(arguments.at(1).toInt(), 1) : 5;
    const auto libraries = arguments.indexOf(u"--libraries"_s);
    const QTemporaryDir home;
    qputenv("XDG_CONFIG_HOME", home.filePath(u"config"_s).toLocal8Bit());
    qputenv("XDG_STATE_HOME", home.filePath(u"state"_s).toLocal8Bit());

    Times floor;
    for (int i = 0; i < runs; ++i)
        floor.add(
            Program(QCoreApplication::applicationFilePath(), {u"--floor"_s}).until(textIsThere));
    floor.print("floor: a bare Qt window with text", floor);
    measureStart(runs, home, floor);
    measureNext(runs, home.filePath(u"many"_s), "10,000 stories", floor);
    if (libraries > 0)
        measureLibraries(runs, home, QDir(arguments.value(libraries + 1)), floor);
    return 0;
}
