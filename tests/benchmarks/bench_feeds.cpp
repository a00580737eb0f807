// How fast feeds are understood, beside libxml2's SAX parser doing nothing over the same bytes: for
// feeds made up here and, with --files, for those in a folder. Processor time of one thread.
// Usage: bench_feeds [--files FOLDER]

#include "benchmarks/medians.h"
#include "benchmarks/processortime.h"
#include "feeds/feeds.h"
#include "feeds/story.h"

#include <QDirIterator>
#include <QFile>

#include <libxml/SAX2.h>
#include <libxml/parser.h>

using namespace Qt::StringLiterals;

namespace {

constexpr int repetitions = 9;
constexpr double megabyte = 1024.0 * 1024.0;

void readWithSax(const QByteArray &bytes)
{
    xmlSAXHandler sax = {};
    sax.initialized = XML_SAX2_MAGIC;
    qsizetype seen = 0;
    sax.startElementNs
        = [](void *count, const xmlChar *, const xmlChar *, const xmlChar *, int, const xmlChar **,
             int, int, const xmlChar **) { ++*static_cast<qsizetype *>(count); };
    sax.endElementNs = [](void *, const xmlChar *, const xmlChar *, const xmlChar *) {};
    sax.characters = [](void *count, const xmlChar *, int length) {
        *static_cast<qsizetype *>(count) += length;
    };
    sax.cdataBlock = sax.characters;
    sax.getEntity = [](void *, const xmlChar *name) { return xmlGetPredefinedEntity(name); };
    xmlSAXUserParseMemory(&sax, &seen, bytes.constData(), int(bytes.size()));
}

void measure(const char *name, const QList<QByteArray> &feeds)
{
    Times sax;
    Times parsed;
    Times told;
    double megabytes = 0;
    qsizetype entries = 0;
    for (const auto &feed : feeds)
        megabytes += double(feed.size()) / megabyte;
    for (int i = 0; i < repetitions; ++i) {
        sax.add(processorTime([&] {
            for (const auto &feed : feeds)
                readWithSax(feed);
        }));
        parsed.add(processorTime([&] {
            for (const auto &feed : feeds)
                (void)feeds::parse(feed);
        }));
        entries = 0;
        double time = 0;
        for (const auto &bytes : feeds) {
            const auto feed = feeds::parse(bytes);
            if (!feed)
                continue;
            entries += feed->entries.size();
            time += processorTime([&] {
                for (const auto &entry : feed->entries)
                    (void)feeds::story(*feed, entry);
            });
        }
        told.add(time);
    }
    const auto speed = [megabytes](const Times &times) { return megabytes / times.median() * 1e3; };
    std::printf("%-24s %6.1f MB %6lld entries   libxml2 SAX %5.0f MB/s   feeds::parse %5.0f MB/s "
                "(%.2f of it)   feeds::story %5.0f MB/s\n",
                name, megabytes, static_cast<long long>(entries), speed(sax), speed(parsed),
                sax.median() / parsed.median(), speed(told));
    std::fflush(stdout);
}

QByteArray paragraphs(int entry)
{
    QByteArray html;
    for (int at = 0; at < 6; ++at)
        html += "<p>The harbour master said on day " + QByteArray::number(entry + at)
            + " that <a href=\"https://gazette.example/harbour/" + QByteArray::number(at)
            + "\">the old lights</a> would stay dark, &ldquo;for as long as the birds need "
              "it&rdquo;, and that boats under 12&nbsp;m may keep to the inner channel.</p>\n";
    return html;
}

QByteArray escaped(QByteArray html)
{
    return html.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
}

QByteArray rss(int entries, bool isCdata)
{
    QByteArray feed = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<rss version=\"2.0\" "
                      "xmlns:content=\"http://purl.org/rss/1.0/modules/content/\" "
                      "xmlns:dc=\"http://purl.org/dc/elements/1.1/\" "
                      "xmlns:media=\"http://search.yahoo.com/mrss/\"><channel>"
                      "<title>The Harbour Gazette</title><link>https://gazette.example/</link>"
                      "<description>News from the quay</description>\n";
    for (int at = 0; at < entries; ++at) {
        const auto number = QByteArray::number(at);
        const auto html = paragraphs(at);
        feed += "<item><title>Lights go dark, part " + number
            + "</title><link>https://gazette.example/2025/" + number
            + "</link><guid isPermaLink=\"false\">gazette-" + number
            + "</guid><dc:creator><![CDATA[Ada Quill]]></dc:creator>"
              "<pubDate>Tue, 04 Mar 2025 10:14:55 +0000</pubDate>"
              "<category>Harbour</category><category><![CDATA[Birds]]></category>"
              "<description><![CDATA[The lights stay dark.]]></description><content:encoded>"
            + (isCdata ? "<![CDATA[" + html + "]]>" : escaped(html))
            + "</content:encoded><media:thumbnail url=\"https://gazette.example/p/" + number
            + ".jpg\" width=\"640\" height=\"480\"/></item>\n";
    }
    return feed + "</channel></rss>\n";
}

QByteArray atom(int entries)
{
    QByteArray feed = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed "
                      "xmlns=\"http://www.w3.org/2005/Atom\"><title>The Harbour Gazette</title>"
                      "<link href=\"https://gazette.example/\"/><id>tag:gazette.example,2025:1</id>"
                      "<updated>2025-03-04T10:14:55Z</updated>\n";
    for (int at = 0; at < entries; ++at) {
        const auto number = QByteArray::number(at);
        feed += "<entry><title type=\"html\">Lights go dark, part " + number
            + "</title><link href=\"https://gazette.example/2025/" + number
            + "\"/><id>tag:gazette.example,2025:" + number
            + "</id><published>2025-03-04T10:14:55Z</published>"
              "<updated>2025-03-04T12:00:00+01:00</updated><author><name>Ada Quill</name></author>"
              "<category term=\"harbour\"/><content type=\"html\">"
            + escaped(paragraphs(at)) + "</content></entry>\n";
    }
    return feed + "</feed>\n";
}

QList<QByteArray> feedsIn(const QString &folder)
{
    QList<QByteArray> feeds;
    QDirIterator files(folder, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (!file.open(QIODevice::ReadOnly))
            continue;
        const auto bytes = file.readAll();
        if (bytes.trimmed().startsWith('<'))
            feeds.append(bytes);
    }
    return feeds;
}

} // namespace

int main(int argc, char *argv[])
{
    constexpr int entries = 8000;
    measure("RSS, CDATA", {rss(entries, true)});
    measure("RSS, escaped", {rss(entries, false)});
    measure("Atom, escaped", {atom(entries)});
    if (argc == 3 && qstrcmp(argv[1], "--files") == 0)
        measure("files", feedsIn(QString::fromLocal8Bit(argv[2])));
    return 0;
}
