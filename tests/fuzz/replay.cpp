// Runs a fuzz target without libFuzzer: over its seeds, and over what a seeded generator makes of
// them for a while, the same every time.
//
//   fuzz_NAME SECONDS FOLDER…

#include "fuzz/target.h"

#include <QDeadlineTimer>
#include <QDirIterator>
#include <QFile>
#include <QList>
#include <QStringList>

#include <algorithm>
#include <array>
#include <random>

namespace {

constexpr qsizetype longestInput = 64 * 1024;

using Generator = std::mt19937;

qsizetype below(Generator &generator, qsizetype limit)
{
    return limit <= 0 ? 0 : qsizetype(generator()) % limit;
}

QList<QByteArray> seedsIn(const QStringList &folders)
{
    QStringList paths;
    for (const auto &folder : folders) {
        QDirIterator files(folder, QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext())
            paths.append(files.next());
    }
    std::ranges::sort(paths);
    QList<QByteArray> seeds;
    for (const auto &path : paths) {
        QFile file(path);
        if (file.open(QIODevice::ReadOnly))
            seeds.append(file.read(longestInput));
    }
    return seeds;
}

void flipBytes(QByteArray &input, Generator &generator)
{
    for (int changes = 1 + int(below(generator, 8)); changes > 0 && !input.isEmpty(); --changes)
        input[below(generator, input.size())] = char(generator());
}

void cut(QByteArray &input, Generator &generator)
{
    input.truncate(below(generator, input.size()));
}

void removePart(QByteArray &input, Generator &generator)
{
    input.remove(below(generator, input.size()), below(generator, input.size() / 4));
}

void repeatPart(QByteArray &input, Generator &generator)
{
    const auto part = input.mid(below(generator, input.size()), below(generator, 256));
    input.insert(below(generator, input.size()), part.repeated(1 + below(generator, 16)));
}

void writeOddNumber(QByteArray &input, Generator &generator)
{
    static const QList<QByteArray> numbers{
        "0", "-1", "4294967295", "9223372036854775807", "\xff\xff\xff\xff", QByteArray(4, '\0')};
    input.insert(below(generator, input.size()), numbers[below(generator, numbers.size())]);
}

QByteArray changed(QByteArray input, Generator &generator)
{
    constexpr std::array ways{flipBytes, cut, removePart, repeatPart, writeOddNumber};
    for (int rounds = 1 + int(below(generator, 3)); rounds > 0; --rounds)
        ways[size_t(below(generator, ways.size()))](input, generator);
    return input.left(longestInput);
}

void run(const QByteArray &input)
{
    LLVMFuzzerTestOneInput(reinterpret_cast<const uint8_t *>(input.constData()),
                           size_t(input.size()));
}

} // namespace

int main(int argc, char **argv)
{
    QStringList folders;
    for (int i = 2; i < argc; ++i)
        folders.append(QFile::decodeName(argv[i]));
    const auto seeds = seedsIn(folders);
    if (argc < 3 || seeds.isEmpty()) {
        std::fprintf(stderr, "usage: %s SECONDS FOLDER…, with seeds in the folders\n", argv[0]);
        return 2;
    }
    run({});
    std::ranges::for_each(seeds, run);

    Generator generator(1);
    const QDeadlineTimer deadline(qint64(1000 * std::atof(argv[1])));
    int count = 0;
    for (; !deadline.hasExpired(); ++count)
        run(changed(seeds[below(generator, seeds.size())], generator));
    std::printf("%lld seeds and %d changed inputs\n", qlonglong(seeds.size()), count);
    return 0;
}
