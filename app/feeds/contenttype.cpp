#include "feeds/contenttype.h"

QByteArray feeds::charsetOf(const QByteArray &contentType)
{
    const auto parts = contentType.split(';');
    for (const auto &part : parts) {
        const auto equals = part.indexOf('=');
        if (equals > 0 && part.first(equals).trimmed().toLower() == "charset") {
            auto value = part.sliced(equals + 1).trimmed();
            value.removeIf([](char c) { return c == '"' || c == '\''; });
            return value;
        }
    }
    return {};
}
