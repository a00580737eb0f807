// What it costs to find the story in a page, beside a bare parse of the same bytes by gumbo: for
// the pages of folders, and for large pages of every shape, where time per megabyte must not grow.
// Processor time of one thread. Usage: bench_extraction [--pages] [FOLDER…], bench_extraction
// --growth [SHAPE…]

#include "benchmarks/medians.h"
#include "benchmarks/processortime.h"
#include "extraction/extraction.h"
#include "html/document.h"
#include "support/largepages.h"

#include <QDirIterator>
#include <QFile>

#include <cstring>
#include <gumbo.h>
#include <malloc.h>
#include <optional>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace {

constexpr int repetitions = 7;
constexpr double megabyte = 1024.0 * 1024.0;
// A page larger by so much may cost so much more per megabyte: its memory is no longer cached.
constexpr double linear = 1.6;
// The largest is near html::limits::markupBytes, above which no page is read as one.
constexpr std::array sizes = {1, 5, 15};
// No page may hold up the run.
constexpr rlim_t secondsAPage = 40;

struct Page
{
    QByteArray utf8;
    SavedPage saved;
};

Page pageOf(const QByteArray &bytes)
{
    return {.utf8 = bytes,
            .saved = {.html = QString::fromUtf8(bytes),
                      .stated = {.url = QUrl(u"https://times.example/2021/story.html"_s)}}};
}

void parseBare(const Page &page)
{
    auto options = kGumboDefaultOptions;
    options.max_errors = 0;
    auto *output
        = gumbo_parse_with_options(&options, page.utf8.constData(), size_t(page.utf8.size()));
    gumbo_destroy_output(&options, output);
}

void parseOurs(const Page &page)
{
    (void)html::Document::parse(page.saved.html);
}

void read(const Page &page)
{
    (void)extraction::extract(page.saved);
}

std::vector<Page> pagesIn(const QString &folder)
{
    std::vector<Page> pages;
    QDirIterator files(folder, {u"*.html"_s, u"*.htm"_s}, QDir::Files,
                       QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (file.open(QIODevice::ReadOnly))
            pages.push_back(pageOf(file.readAll()));
    }
    return pages;
}

std::vector<Page> generatedPages()
{
    std::vector<Page> pages;
    for (const auto kilobytes : {40, 80, 120, 200, 400})
        pages.push_back(pageOf(support::largePage(support::pageShapes.front(), kilobytes * 1024)));
    return pages;
}

void measure(const char *name, const std::vector<Page> &pages)
{
    Times floor;
    Times parsed;
    Times extracted;
    double megabytes = 0;
    for (const auto &page : pages)
        megabytes += double(page.utf8.size()) / megabyte;
    for (int i = 0; i < repetitions; ++i) {
        double bare = 0;
        double ours = 0;
        double whole = 0;
        for (const auto &page : pages) {
            bare += processorTime([&] { parseBare(page); });
            ours += processorTime([&] { parseOurs(page); });
            whole += processorTime([&] { read(page); });
        }
        floor.add(bare);
        parsed.add(ours);
        extracted.add(whole);
    }
    std::printf("%s: %zu pages, %.1f MB\n", name, pages.size(), megabytes);
    for (const auto &[what, times] : {std::pair{"floor: bare gumbo", &floor},
                                      {"html::Document::parse", &parsed},
                                      {"extraction::extract", &extracted}}) {
        const auto seconds = times->median() / 1e3;
        std::printf("  %-24s %8.1f pages/s %8.2f MB/s   %.2f × floor\n", what,
                    double(pages.size()) / seconds, megabytes / seconds,
                    times->median() / floor.median());
    }
    std::fflush(stdout);
}

// Of this process, in bytes; "VmRSS:" or "VmHWM:".
double memory(const char *which)
{
    auto *status = std::fopen("/proc/self/status", "r");
    long kilobytes = 0;
    std::array<char, 256> line = {};
    while (status && std::fgets(line.data(), line.size(), status)) {
        if (std::strncmp(line.data(), which, std::strlen(which)) == 0)
            kilobytes = std::strtol(line.data() + std::strlen(which), nullptr, 10);
    }
    if (status)
        std::fclose(status);
    return double(kilobytes) * 1024;
}

struct Cost
{
    double milliseconds;
    double memory; // The most that was in use besides the page itself, in bytes.
};

// In a process of its own, so that what one page leaves in memory is not the next one's and a page
// that brings the parser down does so alone. Nothing when it did.
std::optional<Cost> costOf(const QByteArray &bytes, void (*work)(const Page &))
{
    std::array<int, 2> ends = {};
    if (pipe(ends.data()) != 0)
        return {};
    malloc_trim(0);
    const auto child = fork();
    if (child == 0) {
        const rlimit seconds{.rlim_cur = secondsAPage, .rlim_max = secondsAPage};
        setrlimit(RLIMIT_CPU, &seconds);
        const auto page = pageOf(bytes);
        const auto before = memory("VmRSS:");
        Cost cost{};
        cost.milliseconds = processorTime([&] { work(page); });
        cost.memory = memory("VmHWM:") - before;
        const auto written = write(ends[1], &cost, sizeof cost);
        _exit(written == sizeof cost ? 0 : 1);
    }
    close(ends[1]);
    Cost cost{};
    const auto got = ::read(ends[0], &cost, sizeof cost);
    close(ends[0]);
    int status = 0;
    waitpid(child, &status, 0);
    return got == sizeof cost && status == 0 ? std::optional(cost) : std::nullopt;
}

void measureGrowth(const support::PageShape &shape)
{
    std::printf("%-24s", shape.name);
    std::optional<Cost> last;
    double first = 0;
    double perMegabyte = 0;
    std::fflush(stdout);
    for (const auto size : sizes) {
        const auto bytes = support::largePage(shape, qsizetype(size * megabyte));
        last = costOf(bytes, read);
        if (!last) {
            std::printf("       –   IT DIED OR WAS STOPPED AFTER %lu s\n", secondsAPage);
            return;
        }
        perMegabyte = last->milliseconds / size;
        first = first > 0 ? first : perMegabyte;
        std::printf(" %8.1f", perMegabyte);
        if (size == sizes.back()) {
            const auto floor = costOf(bytes, parseBare);
            std::printf(floor ? " %9.1f" : "         –", floor ? floor->milliseconds / size : 0);
            std::printf(" %7.1f ×", last->memory / double(bytes.size()));
        }
    }
    const auto grows = perMegabyte / first;
    std::printf(grows > linear ? "   GROWS %.1f ×\n" : "\n", grows);
    std::fflush(stdout);
}

// Of the shapes so named, or of all.
void measureGrowth(const QStringList &names)
{
    std::printf("%-24s %26s %9s %9s\n", "ms per MB in a page of", "1 MB     5 MB    15 MB", "floor",
                "memory");
    for (const auto &shape : support::pageShapes) {
        if (names.isEmpty() || names.contains(QLatin1StringView(shape.name)))
            measureGrowth(shape);
    }
}

} // namespace

int main(int argc, char *argv[])
{
    QStringList words;
    for (int i = 1; i < argc; ++i)
        words.append(QString::fromLocal8Bit(argv[i]));
    const auto pages = words.removeAll(u"--pages"_s) > 0;
    const auto growth = words.removeAll(u"--growth"_s) > 0;
    if (!growth && words.isEmpty()) {
        measure("pages of tests/data/extraction", pagesIn(QStringLiteral(TEST_DATA "/extraction")));
        measure("pages of 40 to 400 KB", generatedPages());
    }
    for (const auto &folder : growth ? QStringList() : words)
        measure(qPrintable(folder), pagesIn(folder));
    if (!pages)
        measureGrowth(growth ? words : QStringList());
    return 0;
}
