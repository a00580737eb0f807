// What it costs to make HTML safe, beside parsing it: for pages of folders, and for large pages of
// every shape. Processor time of one thread. Usage: bench_sanitise [FOLDER…]

#include "benchmarks/medians.h"
#include "benchmarks/processortime.h"
#include "html/sanitise.h"
#include "support/largepages.h"

#include <QDirIterator>
#include <QFile>

using namespace Qt::StringLiterals;

namespace {

constexpr int repetitions = 9;
constexpr double megabyte = 1024.0 * 1024.0;

void measure(const char *name, const QStringList &pages)
{
    const html::Sanitising how{.base = QUrl(u"https://times.example/2021/story.html"_s)};
    Times parsed;
    Times written;
    double megabytes = 0;
    for (const auto &page : pages)
        megabytes += double(page.size()) / megabyte;
    for (int i = 0; i < repetitions; ++i) {
        double parsing = 0;
        double writing = 0;
        for (const auto &page : pages) {
            const auto start = processorTime([&] { (void)html::Document::parse(page); });
            const auto document = html::Document::parse(page);
            if (!document)
                continue;
            parsing += start;
            writing += processorTime([&] { (void)html::sanitise(document->body(), how); });
        }
        parsed.add(parsing);
        written.add(writing);
    }
    std::printf("%-28s %7.1f MB   parse %8.1f ms   sanitise %8.1f ms (%.1f MB/s)\n", name,
                megabytes, parsed.median(), written.median(), megabytes / written.median() * 1e3);
    std::fflush(stdout);
}

QStringList pagesIn(const QString &folder)
{
    QStringList pages;
    QDirIterator files(folder, {u"*.html"_s, u"*.htm"_s}, QDir::Files,
                       QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (file.open(QIODevice::ReadOnly))
            pages.append(QString::fromUtf8(file.readAll()));
    }
    return pages;
}

} // namespace

int main(int argc, char *argv[])
{
    for (int i = 1; i < argc; ++i)
        measure(argv[i], pagesIn(QString::fromLocal8Bit(argv[i])));
    if (argc > 1)
        return 0;
    measure("pages of tests/data", pagesIn(QStringLiteral(TEST_DATA "/extraction")));
    for (const auto &shape : support::pageShapes)
        measure(shape.name, {QString::fromUtf8(support::largePage(shape, qsizetype(megabyte)))});
    return 0;
}
