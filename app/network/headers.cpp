#include "network/headers.h"

#include "network/fetcher.h"
#include "network/limits.h"

#include <QLocale>
#include <QRegularExpression>

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace network {

QByteArray accepted(Kind kind)
{
    switch (kind) {
    case Kind::Feed:
        return "application/atom+xml, application/rss+xml, application/feed+json, "
               "application/rdf+xml, application/xml;q=0.9, text/xml;q=0.9, "
               "application/json;q=0.8, text/html;q=0.5, */*;q=0.4"_ba;
    case Kind::Page:
        return "text/html, application/xhtml+xml, application/xml;q=0.9, */*;q=0.8"_ba;
    case Kind::Picture:
        return "image/webp, image/png, image/jpeg, image/gif, image/svg+xml, "
               "image/*;q=0.8, */*;q=0.5"_ba;
    case Kind::File:
        break;
    }
    return "*/*"_ba;
}

QDateTime httpDate(const QByteArray &written)
{
    auto text = QString::fromLatin1(written.simplified());
    // Two digits of a year (RFC 850): no server of the web is older than 1970.
    static const QRegularExpression shortYear(u"^\\w+, (\\d\\d)-(\\w{3})-(\\d\\d) (.*)$"_s);
    if (const auto match = shortYear.match(text); match.hasMatch()) {
        const auto century = match.capturedView(3).toInt() < 70 ? u"20"_s : u"19"_s;
        text = match.captured(1) + u' ' + match.captured(2) + u' ' + century + match.captured(3)
            + u' ' + match.captured(4);
    }
    static const QLocale english = QLocale::c();
    for (const auto &form : {u"ddd, dd MMM yyyy hh:mm:ss 'GMT'"_s, u"dd MMM yyyy hh:mm:ss 'GMT'"_s,
                             u"ddd MMM d hh:mm:ss yyyy"_s}) {
        auto moment = english.toDateTime(text, form);
        moment.setTimeSpec(Qt::UTC);
        if (moment.isValid())
            return moment;
    }
    return {};
}

namespace {

int seconds(qint64 count)
{
    return int(std::clamp<qint64>(count, 0, limits::longestSeconds));
}

// delta-seconds (RFC 9111 §1.2.2): a number too large to hold is a long time.
std::optional<qint64> deltaSeconds(QByteArrayView written)
{
    if (written.startsWith('"') && written.endsWith('"') && written.size() > 1)
        written = written.sliced(1, written.size() - 2);
    const bool digits = !written.isEmpty()
        && std::ranges::all_of(written, [](char letter) { return letter >= '0' && letter <= '9'; });
    if (!digits)
        return std::nullopt;
    bool fits = false;
    const auto count = written.toLongLong(&fits);
    return fits ? count : limits::longestSeconds;
}

struct CacheControl
{
    bool mustAsk = false; // no-store or no-cache
    std::optional<qint64> maxAge = {};
};

CacheControl cacheControl(const QByteArray &header)
{
    CacheControl control;
    const auto directives = header.toLower().split(',');
    for (const auto &directive : directives) {
        const auto name = directive.split('=').first().trimmed();
        if (name == "no-store" || name == "no-cache")
            control.mustAsk = true;
        else if (name == "max-age" && !control.maxAge && directive.contains('='))
            control.maxAge = deltaSeconds(directive.mid(directive.indexOf('=') + 1).trimmed());
    }
    return control;
}

// The server's own clock, where it tells it: ours may be wrong.
QDateTime serverNow(const Header &header, const QDateTime &now)
{
    const auto date = httpDate(header("date"));
    return date.isValid() ? date : now;
}

int maxAgeSeconds(const Header &header, const QDateTime &now)
{
    const auto control = cacheControl(header("cache-control"));
    if (control.mustAsk)
        return 0;
    if (control.maxAge)
        return seconds(*control.maxAge - deltaSeconds(header("age").trimmed()).value_or(0));
    // What is no date, "0" above all, says that it has expired.
    const auto expires = httpDate(header("expires"));
    return expires.isValid() ? seconds(serverNow(header, now).secsTo(expires)) : 0;
}

} // namespace

Freshness freshness(const Header &header, const QDateTime &now)
{
    return {.etag = headerValue(header("etag")),
            .lastModified = headerValue(header("last-modified")),
            .maxAgeSeconds = maxAgeSeconds(header, now)};
}

int retryAfterSeconds(const Header &header, const QDateTime &now)
{
    const auto written = header("retry-after").trimmed();
    if (const auto count = deltaSeconds(written))
        return seconds(*count);
    const auto date = httpDate(written);
    return date.isValid() ? seconds(serverNow(header, now).secsTo(date)) : 0;
}

QByteArray headerValue(const QByteArray &value)
{
    constexpr qsizetype longest = 4096;
    const auto trimmed = value.trimmed();
    const bool plain = std::ranges::all_of(trimmed, [](char letter) {
        return letter == '\t' || (quint8(letter) >= 0x20 && quint8(letter) != 0x7f);
    });
    return plain && trimmed.size() <= longest ? trimmed : QByteArray();
}

} // namespace network
