// Reads a PDF from standard input and writes what is in it to standard output, for the programs
// that open saved files. A program of its own: whatever such a file does to the library that reads
// it, it can take no more memory and time than is allowed here and brings nobody else down.

#include "pdf/limits.h"
#include "pdf/pagecontent.h"
#include "pdf/pictures.h"
#include "pdf/pointers.h"
#include "print/records.h"

#include <QElapsedTimer>
#include <QFile>

#include <cstdio>

#ifdef Q_OS_UNIX
#include <sys/resource.h>
#endif

using namespace Qt::StringLiterals;

namespace {

namespace limits = pdf::limits;

void limitProcess()
{
#ifdef Q_OS_UNIX
    const rlimit seconds{limits::processSeconds, limits::processSeconds};
    setrlimit(RLIMIT_CPU, &seconds);
    const rlimit noFile{0, 0};
    setrlimit(RLIMIT_CORE, &noFile);
    // The sanitizers' shadow of the address space would not fit.
#ifndef __SANITIZE_ADDRESS__
    const rlimit memory{limits::processBytes, limits::processBytes};
    setrlimit(RLIMIT_AS, &memory);
#endif
#endif
}

void write(const QByteArray &record)
{
    std::fwrite(record.constData(), 1, size_t(record.size()), stdout);
    std::fflush(stdout);
}

QString ownedText(char *text)
{
    const pdf::Allocated<char> owner(text);
    return QString::fromUtf8(text).trimmed();
}

QDateTime dateOf(GDateTime *moment)
{
    if (moment == nullptr)
        return {};
    const auto date
        = QDateTime::fromSecsSinceEpoch(g_date_time_to_unix(moment), Qt::OffsetFromUTC,
                                        int(g_date_time_get_utc_offset(moment) / G_USEC_PER_SEC));
    g_date_time_unref(moment);
    return date;
}

print::About aboutOf(PopplerDocument *document)
{
    return {.pages = poppler_document_get_n_pages(document),
            .title = ownedText(poppler_document_get_title(document)),
            .author = ownedText(poppler_document_get_author(document)),
            .keywords = ownedText(poppler_document_get_keywords(document)),
            .program = ownedText(poppler_document_get_creator(document)),
            .producer = ownedText(poppler_document_get_producer(document)),
            .created = dateOf(poppler_document_get_creation_date_time(document))};
}

Error problemOf(const GError *problem)
{
    if (g_error_matches(problem, POPPLER_ERROR, POPPLER_ERROR_ENCRYPTED))
        return {Error::Kind::Refused, u"encrypted: it opens only with a password"_s};
    return {Error::Kind::Malformed, u"the structure of the PDF cannot be read"_s};
}

void readDocument(PopplerDocument *document, const QByteArray &file, const QElapsedTimer &clock)
{
    const auto about = aboutOf(document);
    write(print::record(about));
    QList<print::Page> pages;
    qsizetype words = 0;
    for (int number = 0; number < std::min(about.pages, limits::pages); ++number) {
        if (clock.hasExpired(limits::textTime) || words > limits::words)
            break;
        const pdf::DocumentPage page(poppler_document_get_page(document, number));
        pages.append(page ? pdf::pageContent(page.get()) : print::Page());
        words += pages.last().words.size();
        write(print::record(pages.last()));
    }
    pdf::takePictures(document, pages, file, clock,
                      [](const print::Picture &picture) { write(print::record(picture)); });
}

} // namespace

int main()
{
    limitProcess();
    QElapsedTimer clock;
    clock.start();
    QFile input;
    if (!input.open(stdin, QIODevice::ReadOnly))
        return 1;
    const auto file = input.readAll();
    const pdf::Bytes bytes(g_bytes_new_static(file.constData(), size_t(file.size())));
    GError *error = nullptr;
    const pdf::Document document(poppler_document_new_from_bytes(bytes.get(), nullptr, &error));
    const pdf::Problem problem(error);
    if (document)
        readDocument(document.get(), file, clock);
    else
        write(print::record(problemOf(problem.get())));
    write(print::endRecord());
    return 0;
}
