#include "html/limits.h"
#include "html/pictures.h"

using namespace Qt::StringLiterals;

std::optional<Resource> html::dataUri(const QString &uri)
{
    // Base64 takes four letters for three bytes, percent-encoding three for one.
    if (uri.size() > 3 * limits::pictureBytes)
        return {};
    const auto begin = uri.startsWith(u' ') ? uri.trimmed() : uri;
    if (!begin.startsWith("data:"_L1, Qt::CaseInsensitive))
        return {};
    const auto comma = begin.indexOf(u',');
    if (comma < 0)
        return {};

    auto type = QStringView(begin).mid(5, comma - 5).trimmed();
    const auto isBase64 = type.endsWith(";base64"_L1, Qt::CaseInsensitive);
    if (isBase64)
        type.chop(7);
    auto bytes = QByteArray::fromPercentEncoding(QStringView(begin).mid(comma + 1).toUtf8());
    if (isBase64) {
        // Saved files wrap long lines.
        bytes.removeIf([](char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; });
        auto decoded
            = QByteArray::fromBase64Encoding(bytes, QByteArray::AbortOnBase64DecodingErrors);
        if (!decoded)
            return {};
        bytes = *std::move(decoded);
    }
    if (bytes.size() > limits::pictureBytes)
        return {};
    const auto mimeType = type.left(type.indexOf(u';') < 0 ? type.size() : type.indexOf(u';'));
    return Resource{.mimeType = mimeType.isEmpty() ? u"text/plain"_s
                                                   : mimeType.trimmed().toString().toLower(),
                    .bytes = bytes};
}
