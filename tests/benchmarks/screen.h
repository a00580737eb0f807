#pragma once

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QGuiApplication>
#include <QImage>
#include <QPixmap>
#include <QProcess>
#include <QScreen>
#include <QThread>

#include <cstdlib>
#include <functional>

// The real program on the real screen, as a person sees it: benchmarks look at the pixels, so they
// need an X server of their own.
namespace screen {

inline constexpr int giveUpAfter = 20'000; // ms

inline QImage grab(const QRect &area)
{
    return QGuiApplication::primaryScreen()
        ->grabWindow(0, area.x(), area.y(), area.width(), area.height())
        .toImage()
        .convertToFormat(QImage::Format_RGB32);
}

// The part of the screen where a story's text stands once it is there.
inline QRect readingArea()
{
    const auto size = QGuiApplication::primaryScreen()->size();
    return {size.width() * 58 / 100, size.height() * 15 / 100, size.width() * 36 / 100,
            size.height() * 60 / 100};
}

// Where its headline stands.
inline QRect headlineArea()
{
    const auto area = readingArea();
    return {area.x(), area.y(), area.width(), 240};
}

// Steps from light to dark or back along a row: text has many, furniture has few.
inline int edges(const QImage &image)
{
    int count = 0;
    for (int y = 0; y < image.height(); y += 2) {
        const auto *row = reinterpret_cast<const QRgb *>(image.constScanLine(y));
        for (int x = 1; x < image.width(); ++x)
            count += std::abs(qGray(row[x]) - qGray(row[x - 1])) > 64 ? 1 : 0;
    }
    return count;
}

inline bool textIsThere()
{
    constexpr int edgesOfAParagraph = 1500;
    return edges(grab(readingArea())) > edgesOfAParagraph;
}

inline bool windowIsThere()
{
    const auto size = QGuiApplication::primaryScreen()->size();
    const auto image = grab({size.width() / 4, size.height() / 4, 400, 300});
    // The empty X screen is black.
    return qGray(image.pixel(200, 150)) > 24 || qGray(image.pixel(20, 20)) > 24;
}

// A page of headlines; an empty library has a few words in their place.
inline bool rowsAreThere()
{
    const auto size = QGuiApplication::primaryScreen()->size();
    constexpr int edgesOfRows = 2500;
    return edges(
               grab({size.width() / 5, size.height() / 5, size.width() / 5, size.height() * 3 / 5}))
        > edgesOfRows;
}

// Another headline than that one, and not the blank between two.
inline bool headlineIsOther(const QImage &before)
{
    constexpr int edgesOfAHeadline = 300;
    const auto now = grab(headlineArea());
    return now != before && edges(now) > edgesOfAHeadline;
}

// Milliseconds until the condition holds; negative when it never does.
inline double until(const std::function<bool()> &condition, const QElapsedTimer &clock)
{
    while (clock.elapsed() < giveUpAfter) {
        if (condition())
            return double(clock.nsecsElapsed()) / 1e6;
        QThread::msleep(1);
    }
    return -1;
}

// The proportional share of memory, in megabytes, of a process or of all that it has started, too:
// what would be free without it.
inline double memoryOf(qint64 process)
{
    QFile file(QStringLiteral("/proc/%1/smaps_rollup").arg(process));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    for (const auto &line : file.readAll().split('\n')) {
        if (line.startsWith("Pss:"))
            return line.simplified().split(' ').at(1).toDouble() * 1024 / 1e6;
    }
    return 0;
}

inline double memoryOfTree(qint64 process)
{
    auto sum = memoryOf(process);
    const QDir threads(QStringLiteral("/proc/%1/task").arg(process));
    for (const auto &thread : threads.entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        QFile children(threads.filePath(thread + QStringLiteral("/children")));
        if (!children.open(QIODevice::ReadOnly))
            continue;
        for (const auto &child : children.readAll().simplified().split(' ')) {
            if (!child.isEmpty())
                sum += memoryOfTree(child.toLongLong());
        }
    }
    return sum;
}

// A program that runs as long as this.
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
        screen::until([] { return !windowIsThere(); }, clock);
    }

    Program(const Program &) = delete;
    Program &operator=(const Program &) = delete;

    double until(const std::function<bool()> &condition) const
    {
        return screen::until(condition, m_clock);
    }

    // Megabytes of the program itself, without WebEngine's processes; or with them.
    [[nodiscard]] double memory() const { return memoryOf(m_process.processId()); }
    [[nodiscard]] double memoryOfAll() const { return memoryOfTree(m_process.processId()); }

private:
    QProcess m_process;
    QElapsedTimer m_clock;
};

// Presses keys, without starting a program for each, which takes longer than a story.
class Keys
{
public:
    Keys()
    {
        m_process.start(QStringLiteral("xdotool"), {QStringLiteral("-")});
        m_process.waitForStarted();
    }

    ~Keys()
    {
        m_process.closeWriteChannel();
        m_process.waitForFinished();
    }

    Keys(const Keys &) = delete;
    Keys &operator=(const Keys &) = delete;

    void press(const QByteArray &key)
    {
        m_process.write("key " + key + "\n");
        m_process.waitForBytesWritten();
    }

private:
    QProcess m_process;
};

} // namespace screen
