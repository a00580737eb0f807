#include "fetching.h"
#include "support/webserver.h"

#include <zlib.h>

using namespace Qt::StringLiterals;
using namespace network;

// Servers that are slow, hang, never end, break off and lie: each ends within the limits, and
// nothing else is disturbed.
class TestBadServers : public QObject
{
    Q_OBJECT

private slots:
    void endsWithin_data();
    void endsWithin();
    void keepsMemorySmall_data();
    void keepsMemorySmall();
    void waitsForTheSlow();
    void takesWhatIsOnlyOdd_data();
    void takesWhatIsOnlyOdd();
    void reachesNobody();
    void findsNoHost();
};

namespace {

constexpr qsizetype megabyte = 1024 * 1024;

QByteArray gzipped(const QByteArray &bytes, int bits = 15 + 16)
{
    z_stream stream = {};
    deflateInit2(&stream, Z_BEST_SPEED, Z_DEFLATED, bits, 9, Z_DEFAULT_STRATEGY);
    QByteArray packed(qsizetype(deflateBound(&stream, uLong(bytes.size()))), '\0');
    stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(bytes.data()));
    stream.avail_in = uInt(bytes.size());
    stream.next_out = reinterpret_cast<Bytef *>(packed.data());
    stream.avail_out = uInt(packed.size());
    deflate(&stream, Z_FINISH);
    packed.truncate(qsizetype(stream.total_out));
    deflateEnd(&stream);
    return packed;
}

// A gzip member of which the middle can be sent again and again: about a thousand bytes for one.
struct Bomb
{
    QByteArray head;
    QByteArray middle;
};

Bomb bomb()
{
    z_stream stream = {};
    deflateInit2(&stream, Z_BEST_COMPRESSION, Z_DEFLATED, 15 + 16, 9, Z_DEFAULT_STRATEGY);
    const QByteArray zeros(16 * megabyte, '\0');
    const auto pack = [&](int flush) {
        QByteArray packed(megabyte, '\0');
        stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(zeros.data()));
        stream.avail_in = uInt(zeros.size());
        stream.next_out = reinterpret_cast<Bytef *>(packed.data());
        stream.avail_out = uInt(packed.size());
        deflate(&stream, flush);
        packed.truncate(packed.size() - qsizetype(stream.avail_out));
        return packed;
    };
    Bomb made{.head = pack(Z_FULL_FLUSH)};
    made.middle = pack(Z_FULL_FLUSH);
    deflateEnd(&stream);
    return made;
}

// The most memory this process has had, in MB. Debian's kernels can be asked to forget it.
qint64 peak()
{
    QFile status(u"/proc/self/status"_s);
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    const auto text = status.readAll();
    const auto at = text.indexOf("VmHWM:");
    return text.mid(at + 6, text.indexOf("kB", at) - at - 6).trimmed().toLongLong() / 1024;
}

void forgetPeak()
{
    QFile refs(u"/proc/self/clear_refs"_s);
    if (refs.open(QIODevice::WriteOnly))
        refs.write("5");
}

const auto ok = "HTTP/1.1 200 OK\r\n"_ba;

} // namespace

void TestBadServers::endsWithin_data()
{
    using Reply = WebServer::Reply;
    QTest::addColumn<Reply>("reply");
    QTest::addColumn<Error::Kind>("kind");
    using Kind = Error::Kind;

    QTest::newRow("says nothing") << Reply{.hangs = true} << Kind::TimedOut;
    QTest::newRow("resets") << Reply{.resets = true} << Kind::Unreachable;
    QTest::newRow("closes") << Reply{.raw = "\r\n"} << Kind::Unreachable;
    QTest::newRow("hangs in the headers")
        << Reply{.raw = ok + "X-A: b\r\n", .staysOpen = true} << Kind::TimedOut;
    QTest::newRow("breaks off in the headers")
        << Reply{.raw = ok + "X-A: b\r\n"} << Kind::Unreachable;
    QTest::newRow("drips headers")
        << Reply{.raw = ok + QByteArray(1000, 'x'), .pieceBytes = 1, .pieceMs = 20}
        << Kind::TimedOut;
    QTest::newRow("hangs in the body")
        << Reply{.raw = ok + "Content-Length: 9\r\n\r\nshort", .staysOpen = true} << Kind::TimedOut;
    QTest::newRow("drips a body") << Reply{.body = QByteArray(1000, 'x'),
                                           .pieceBytes = 70,
                                           .pieceMs = 200}
                                  << Kind::TimedOut;
    QTest::newRow("breaks off in the body")
        << Reply{.raw = ok + "Content-Length: 9\r\n\r\nshort"} << Kind::Unreachable;
    QTest::newRow("breaks off in a chunk")
        << Reply{.raw = ok + "Transfer-Encoding: chunked\r\n\r\n9\r\nshort"} << Kind::Unreachable;
    QTest::newRow("breaks off between chunks")
        << Reply{.raw = ok + "Transfer-Encoding: chunked\r\n\r\n5\r\nshort\r\n"}
        << Kind::Unreachable;
    QTest::newRow("breaks off in gzip")
        << Reply{.headers = {{"Content-Encoding", "gzip"}}, .body = gzipped("<rss/>").chopped(9)}
        << Kind::Unreachable;
    QTest::newRow("garbage in gzip")
        << Reply{.headers = {{"Content-Encoding", "gzip"}}, .body = "\x1f\x8b garbage"}
        << Kind::ServerTrouble;
    QTest::newRow("garbage in br")
        << Reply{.headers = {{"Content-Encoding", "br"}}, .body = "\xff\xff\xff\xff garbage"}
        << Kind::ServerTrouble;
    QTest::newRow("larger than it may be")
        << Reply{.body = QByteArray(megabyte + 1, 'x')} << Kind::TooLarge;
    QTest::newRow("says it is larger")
        << Reply{.raw = ok + "Content-Length: 1099511627776\r\n\r\nx", .staysOpen = true}
        << Kind::TooLarge;
    QTest::newRow("unpacks to more than may be")
        << Reply{.headers = {{"Content-Encoding", "gzip"}},
                 .body = gzipped(QByteArray(2 * megabyte, 'x'))}
        << Kind::TooLarge;
    QTest::newRow("no HTTP") << Reply{.raw = "220 mail.example.org ESMTP\r\n"}
                             << Kind::ServerTrouble;
    QTest::newRow("binary") << Reply{.raw = QByteArray(4000, '\xff')} << Kind::ServerTrouble;
    QTest::newRow("error whose page hangs")
        << Reply{.raw = "HTTP/1.1 404 No\r\nContent-Length: 9\r\n\r\n", .staysOpen = true}
        << Kind::NotFound;
    QTest::newRow("error whose page never ends")
        << Reply{.status = 410, .repeated = QByteArray(5000, 'x')} << Kind::Gone;
    QTest::newRow("negative length")
        << Reply{.raw = ok + "Content-Length: -5\r\n\r\nx", .staysOpen = true}
        << Kind::ServerTrouble;
    QTest::newRow("chunk of a size too large to count")
        << Reply{.raw = ok + "Transfer-Encoding: chunked\r\n\r\nfffffffffffffffffff\r\nx",
                 .staysOpen = true}
        << Kind::ServerTrouble;
}

void TestBadServers::endsWithin()
{
    QFETCH(WebServer::Reply, reply);
    QFETCH(Error::Kind, kind);
    WebServer server;
    server.serve("/bad", reply);
    server.serve("/", {.body = "x"});
    Fetcher fetcher(shortLimits());
    QElapsedTimer timer;
    timer.start();

    const auto outcome = fetched(fetcher, server.url("/bad"));

    QVERIFY2(timer.elapsed() < 3000, qPrintable(QString::number(timer.elapsed())));
    QVERIFY(!outcome.answer);
    QVERIFY2(
        outcome.answer.error().kind == kind,
        qPrintable(
            u"%1 %2"_s.arg(int(outcome.answer.error().kind)).arg(outcome.answer.error().detail)));
    QCOMPARE(outcome.answer.error().where, server.url("/bad").toString());
    QVERIFY(fetched(fetcher, server.url("/")).answer);
}

void TestBadServers::keepsMemorySmall_data()
{
    using Reply = WebServer::Reply;
    QTest::addColumn<Reply>("reply");
    QTest::addColumn<Error::Kind>("kind");
    const auto packed = bomb();

    QTest::newRow("endless body") << Reply{.repeated = QByteArray(100'000, 'x')}
                                  << Error::Kind::TooLarge;
    QTest::newRow("endless headers")
        << Reply{.raw = ok, .repeated = "X-Header: " + QByteArray(1000, 'x') + "\r\n"}
        << Error::Kind::ServerTrouble;
    QTest::newRow("endless header")
        << Reply{.raw = ok, .repeated = QByteArray(100'000, 'x')} << Error::Kind::ServerTrouble;
    QTest::newRow("endless status")
        << Reply{.raw = "HTTP/1.1 200 ", .repeated = QByteArray(100'000, 'x')}
        << Error::Kind::ServerTrouble;
    QTest::newRow("endless nothing") << Reply{.raw = "\r\n", .repeated = QByteArray(100'000, '\n')}
                                     << Error::Kind::ServerTrouble;
    QTest::newRow("endless chunk size") << Reply{.raw = ok + "Transfer-Encoding: chunked\r\n\r\n",
                                                 .repeated = QByteArray(100'000, '0')}
                                        << Error::Kind::ServerTrouble;
    QTest::newRow("bomb") << Reply{.headers = {{"Content-Encoding", "gzip"}},
                                   .body = packed.head,
                                   .repeated = packed.middle}
                          << Error::Kind::TooLarge;
}

void TestBadServers::keepsMemorySmall()
{
    QFETCH(WebServer::Reply, reply);
    QFETCH(Error::Kind, kind);
    WebServer server;
    server.serve("/bad", reply);
    Fetcher fetcher(shortLimits());
    (void)fetched(fetcher, server.url("/")); // What is only loaded once.
    forgetPeak();
    const auto before = peak();

    const auto outcome = fetched(fetcher, server.url("/bad"));

    qInfo("%lld MB more", peak() - before);
    QVERIFY(!outcome.answer);
    QVERIFY2(
        outcome.answer.error().kind == kind,
        qPrintable(
            u"%1 %2"_s.arg(int(outcome.answer.error().kind)).arg(outcome.answer.error().detail)));
    QVERIFY(peak() - before < 40);
}

void TestBadServers::waitsForTheSlow()
{
    WebServer server;
    server.serve("/",
                 {.body = QByteArray(100, 'x'), .waitMs = 200, .pieceBytes = 60, .pieceMs = 200});
    Fetcher fetcher(shortLimits());

    const auto outcome = fetched(fetcher, server.url("/"));

    QVERIFY(outcome.answer);
    QCOMPARE(outcome.answer->body, QByteArray(100, 'x'));
}

void TestBadServers::takesWhatIsOnlyOdd_data()
{
    using Reply = WebServer::Reply;
    QTest::addColumn<Reply>("reply");
    QTest::addColumn<QByteArray>("body");
    const auto feed = "<rss>some text</rss>"_ba;
    const auto packed = [](const QByteArray &encoding, const QByteArray &body) {
        return Reply{.headers = {{"Content-Encoding", encoding}}, .body = body};
    };

    QTest::newRow("no length") << Reply{.raw = ok + "\r\n" + feed} << feed;
    QTest::newRow("HTTP/1.0") << Reply{.raw = "HTTP/1.0 200 OK\r\n\r\n" + feed} << feed;
    QTest::newRow("no reason") << Reply{.raw = "HTTP/1.1 200\r\nContent-Length: 20\r\n\r\n" + feed}
                               << feed;
    QTest::newRow("bare line feeds")
        << Reply{.raw = "HTTP/1.1 200 OK\nContent-Length: 20\n\n" + feed} << feed;
    QTest::newRow("nothing") << Reply{} << QByteArray();
    QTest::newRow("more than it said")
        << Reply{.raw = ok + "Content-Length: 5\r\n\r\n" + feed} << "<rss>"_ba;
    QTest::newRow("gzip") << packed("gzip", gzipped(feed)) << feed;
    QTest::newRow("x-gzip") << packed("X-GZip", gzipped(feed)) << feed;
    QTest::newRow("zlib") << packed("deflate", gzipped(feed, 15)) << feed;
    QTest::newRow("bare deflate") << packed("deflate", gzipped(feed, -15)) << feed;
    QTest::newRow("two gzips") << packed("gzip", gzipped("<rss>") + gzipped("</rss>"))
                               << "<rss></rss>"_ba;
    QTest::newRow("gzip and something") << packed("gzip", gzipped(feed) + "\0\0\0"_ba) << feed;
    QTest::newRow("gzip that is none") << packed("gzip", feed) << feed;
    QTest::newRow("gzip of nothing") << packed("gzip", {}) << QByteArray();
    QTest::newRow("packed by a name nobody knows") << packed("UTF-8", feed) << feed;
    QTest::newRow("byte by byte") << Reply{.headers = {{"Content-Encoding", "gzip"}},
                                           .body = gzipped(feed),
                                           .pieceBytes = 1,
                                           .pieceMs = 1}
                                  << feed;
    QTest::newRow("brotli") << packed("br", QByteArray::fromHex("0b058068656c6c6f20776f726c6403"))
                            << "hello world"_ba;
}

void TestBadServers::takesWhatIsOnlyOdd()
{
    QFETCH(WebServer::Reply, reply);
    QFETCH(QByteArray, body);
    WebServer server;
    server.serve("/", reply);
    Fetcher fetcher(shortLimits());

    const auto outcome = fetched(fetcher, server.url("/"));

    QVERIFY2(outcome.answer, outcome.answer ? "" : qPrintable(outcome.answer.error().detail));
    QCOMPARE(outcome.answer->body, body);
}

void TestBadServers::reachesNobody()
{
    QUrl gone;
    {
        const WebServer server;
        gone = server.url("/");
    }
    Fetcher fetcher;

    const auto outcome = fetched(fetcher, gone);

    QVERIFY(!outcome.answer);
    QCOMPARE(outcome.answer.error().kind, Error::Kind::Unreachable);
}

void TestBadServers::findsNoHost()
{
    Fetcher fetcher;

    // RFC 6761 §6.4 keeps this name from ever being anybody's.
    const auto outcome = fetched(fetcher, QUrl(u"http://nobody.invalid/"_s));

    QVERIFY(!outcome.answer);
    const auto kind = outcome.answer.error().kind;
    QVERIFY(kind == (fetcher.online() ? Error::Kind::HostNotFound : Error::Kind::Offline));
}

QTEST_GUILESS_MAIN(TestBadServers)
#include "tst_badservers.moc"
