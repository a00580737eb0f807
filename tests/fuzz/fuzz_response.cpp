#include "fuzz/target.h"
#include "network/body.h"
#include "network/responsereader.h"

using namespace Qt::StringLiterals;
using network::ResponseReader;

namespace {

constexpr qint64 limit = 100'000;

struct Response
{
    int status = 0;
    QByteArray encoding = {};
    QByteArray body = {};
    ResponseReader::Event end = ResponseReader::Event::More;

    bool operator==(const Response &) const = default;
};

// What the reader makes of an answer that arrives in pieces, until it ends, breaks or closes.
Response read(QByteArrayView input, qsizetype pieceSize)
{
    using Event = ResponseReader::Event;
    ResponseReader reader;
    Response response;
    while (!input.isEmpty()) {
        auto piece = input.first(qMin(pieceSize, input.size()));
        input = input.sliced(piece.size());
        auto event = reader.next(piece);
        for (; event != Event::More; event = reader.next(piece)) {
            if (event == Event::Head) {
                response.status = reader.status();
                response.encoding = reader.header("content-encoding");
            } else if (event == Event::Body) {
                fuzz::require(!reader.piece().isEmpty(), u"a piece of nothing"_s);
                response.body += reader.piece();
            } else {
                response.end = event;
                return response;
            }
        }
        fuzz::require(piece.isEmpty(), u"bytes that nobody reads"_s);
    }
    response.end = reader.closed();
    return response;
}

void unpack(const QByteArray &encoding, const QByteArray &bytes, qsizetype pieceSize)
{
    network::Body body(encoding, limit);
    for (qsizetype at = 0; at < bytes.size(); at += pieceSize) {
        if (!body.take(QByteArrayView(bytes).sliced(at, qMin(pieceSize, bytes.size() - at))))
            return;
    }
    if (const auto whole = body.finish())
        fuzz::require(whole->size() <= limit, u"a body larger than it may be"_s);
}

} // namespace

// An answer of HTTP/1, with its body unpacked; however it is cut, it is the same.
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const auto input = fuzz::bytes(data, size);
    const auto whole = read(input, input.size() + 1);

    fuzz::require(read(input, 1) == whole, u"another answer when it comes byte by byte"_s);
    fuzz::require(read(input, 7) == whole, u"another answer when it comes in pieces"_s);
    fuzz::require(whole.body.size() <= input.size(), u"a body that grew"_s);
    for (const qsizetype pieceSize : {qsizetype{1}, input.size() + 1}) {
        unpack(whole.encoding, whole.body, pieceSize);
        for (const auto &encoding : {"gzip"_ba, "deflate"_ba, "br"_ba})
            unpack(encoding, whole.body, pieceSize);
    }
    return 0;
}
