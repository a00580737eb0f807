#include "formats/httpresponse.h"

#include "formats/gzip.h"
#include "formats/headerfields.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

// The bytes of the chunks; nothing for a body that is not in chunks. A cut body gives what is
// there.
std::optional<QByteArray> withoutChunks(QByteArrayView body)
{
    QByteArray whole;
    qsizetype at = 0;
    while (at < body.size()) {
        const auto end = body.indexOf('\n', at);
        if (end < 0 || end - at > 1000)
            break;
        auto size = body.sliced(at, end - at).toByteArray();
        size = size.left(size.indexOf(';') < 0 ? size.size() : size.indexOf(';')).trimmed();
        bool isNumber = false;
        const auto length = size.toULongLong(&isNumber, 16);
        if (!isNumber)
            break;
        if (length == 0)
            return whole;
        const auto start = end + 1;
        const auto there = qsizetype(std::min(length, quint64(body.size() - start)));
        whole.append(body.sliced(start, there));
        at = start + there;
        while (at < body.size() && (body[at] == '\r' || body[at] == '\n'))
            ++at;
    }
    return whole.isEmpty() ? std::nullopt : std::optional(whole);
}

bool looksLikeMarkup(const QByteArray &body)
{
    const auto start = body.left(200).trimmed();
    return start.startsWith('<') || start.startsWith("\xEF\xBB\xBF");
}

Result<QByteArray> unpacked(const QByteArray &body, const QByteArray &coding)
{
    if (coding.isEmpty() || coding == "identity" || looksLikeMarkup(body))
        return body;
    if (coding == "gzip" || coding == "x-gzip")
        return body.startsWith("\x1f\x8b") ? formats::gunzipped(body) : body;
    if (coding == "deflate")
        return formats::inflated(body);
    return Error{Error::Kind::Unsupported,
                 u"packed as \"%1\""_s.arg(QString::fromLatin1(coding.left(20)))};
}

} // namespace

QByteArray formats::mediaTypeIn(const QByteArray &contentType)
{
    const auto end = contentType.indexOf(';');
    return contentType.left(end < 0 ? contentType.size() : end).trimmed().toLower();
}

QByteArray formats::charsetIn(const QByteArray &contentType)
{
    const auto at = contentType.toLower().indexOf("charset=");
    if (at < 0)
        return {};
    auto value = contentType.mid(at + 8).trimmed();
    if (const auto end = value.indexOf(';'); end >= 0)
        value = value.left(end).trimmed();
    return value.replace('"', "").replace('\'', "");
}

QByteArray formats::HttpHead::mediaType() const
{
    return mediaTypeIn(fields.value("content-type"));
}

QByteArray formats::HttpHead::charset() const
{
    return charsetIn(fields.value("content-type"));
}

std::optional<formats::HttpHead> formats::httpHead(QByteArrayView message)
{
    constexpr qsizetype longestLine = 16 * 1024;
    const auto end = message.first(qMin(message.size(), longestLine)).indexOf('\n');
    if (end < 0)
        return {};
    const auto line = message.first(end).trimmed().toByteArray();
    const auto words = line.split(' ');
    const auto isResponse = line.startsWith("HTTP/");
    if (!isResponse && (words.size() < 3 || !words.last().startsWith("HTTP/")))
        return {};
    const auto fields = headerFields(message.sliced(end + 1));
    if (!fields)
        return {};
    return HttpHead{.status = isResponse && words.size() > 1 ? words.at(1).toInt() : 0,
                    .fields = fields->values,
                    .size = end + 1 + fields->size};
}

Result<QByteArray> formats::httpBody(const HttpHead &head, QByteArrayView message)
{
    const auto raw = message.sliced(head.size);
    std::optional<QByteArray> whole;
    if (head.fields.value("transfer-encoding").toLower().contains("chunked"))
        whole = withoutChunks(raw);
    auto body = whole ? *std::move(whole) : raw.toByteArray();
    auto codings = head.fields.value("content-encoding").toLower().split(',');
    std::ranges::reverse(codings);
    constexpr qsizetype mostCodings = 3;
    for (const auto &coding : codings.first(qMin(codings.size(), mostCodings))) {
        auto result = unpacked(body, coding.trimmed());
        if (!result)
            return result;
        body = *std::move(result);
    }
    return body;
}
