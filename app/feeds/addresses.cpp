#include "feeds/addresses.h"

#include "feeds/limits.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace {

constexpr int nestedSchemes = 4; // "feed:view-source:https://…"

QRegularExpression pattern(const QString &written)
{
    return QRegularExpression(written, QRegularExpression::CaseInsensitiveOption);
}

// What programs put before a feed's address, so that it is opened by a reader and not by a browser.
QString withoutFeedSchemes(QString word)
{
    static const auto feedScheme
        = pattern(u"^(?:(feeds)|(?:web\\+)?feed|view-source|rss|podcast|pcast|itpc):(//)?(.*)$"_s);
    static const auto webScheme = pattern(u"^https?[:/]"_s);
    for (int round = 0; round < nestedSchemes; ++round) {
        const auto match = feedScheme.match(word);
        if (!match.hasMatch())
            break;
        const auto rest = match.captured(3);
        if (match.captured(2).isEmpty() || webScheme.match(rest).hasMatch()
            || feedScheme.match(rest).hasMatch())
            word = rest;
        else
            word = (match.captured(1).isEmpty() ? "http://"_L1 : "https://"_L1) + rest;
    }
    return word;
}

// "http//x", "htp://x", "https:/x", "http:x", "://x", "//x".
QString withWholeScheme(const QString &word)
{
    static const auto slips
        = pattern(u"^(?:h*t{1,3}p|hxxp)(s?)(?:[:;.][/\\\\]+|[/\\\\]{2,}|[:;])([^/\\\\].*)$"_s);
    static const auto onlySlashes = pattern(u"^:?[/\\\\]{2,}"_s);
    if (const auto match = slips.match(word); match.hasMatch())
        return (match.captured(1).isEmpty() ? "http://"_L1 : "https://"_L1) + match.captured(2);
    if (const auto match = onlySlashes.match(word); match.hasMatch())
        return "https://"_L1 + word.sliced(match.capturedLength());
    return word;
}

bool isOtherScheme(const QString &word)
{
    static const auto scheme = pattern(u"^[a-z][a-z0-9+.-]*:(?!\\d{1,5}(?:[/?#]|$))"_s);
    return scheme.match(word).hasMatch();
}

// "127.0.0.1", "localhost": no authority gives these a certificate.
bool isHere(const QString &host)
{
    static const auto number = pattern(u"^\\d{1,3}(?:\\.\\d{1,3}){3}$"_s);
    return host == "localhost"_L1 || host.contains(u':') || number.match(host).hasMatch();
}

bool isHostName(const QString &host)
{
    static const auto name = pattern(u"^[^\\s.|<>\"`{}]+(?:\\.[^\\s.|<>\"`{}]+)+\\.?$"_s);
    return name.match(host).hasMatch();
}

QUrl tidied(QUrl url)
{
    url.setFragment({});
    if (url.query().isEmpty())
        url.setQuery(QString());
    if (url.path().isEmpty())
        url.setPath(u"/"_s);
    if (url.port() == (url.scheme() == "https"_L1 ? 443 : 80))
        url.setPort(-1);
    return url;
}

QUrl fileAddress(const QUrl &url)
{
    const auto isLocal = url.host().isEmpty() || url.host() == "localhost"_L1;
    return isLocal && url.path().startsWith(u'/') && url.path().size() > 1
        ? QUrl::fromLocalFile(url.path())
        : QUrl();
}

} // namespace

QUrl feeds::addressOfWord(const QString &word)
{
    if (word.size() > limits::addressLength)
        return {};
    auto address = withoutFeedSchemes(word.trimmed());
    if (address.startsWith("file:"_L1, Qt::CaseInsensitive))
        return fileAddress(QUrl(address));
    if (address.startsWith(u'/') && !address.startsWith("//"_L1))
        return fileAddress(QUrl::fromLocalFile(address));
    if (address.isEmpty())
        return {};
    address = withWholeScheme(address);
    const auto hasScheme = address.startsWith("http://"_L1) || address.startsWith("https://"_L1);
    if (!hasScheme && isOtherScheme(address))
        return {};
    QUrl url(hasScheme ? address : "https://"_L1 + address);
    const auto host = url.host();
    if (!url.isValid() || host.isEmpty())
        return {};
    if (!hasScheme) {
        // "name@example.org" is where mail goes; a word alone is no host anybody means.
        if (!url.userInfo().isEmpty() || !(isHere(host) || isHostName(host)))
            return {};
        if (isHere(host))
            url.setScheme(u"http"_s);
    }
    return tidied(url);
}

bool feeds::isThisMachine(const QUrl &url)
{
    static const auto here = pattern(
        u"^(?:(?:.*\\.)?localhost\\.?|(?:127|0)(?:\\.\\d{1,3}){3}|::1?|::ffff:(?:127|0)\\..*)$"_s);
    return here.match(url.host()).hasMatch();
}

QString feeds::addressKey(const QUrl &url)
{
    // A file's address may have no host in two ways, which are written differently.
    if (url.isLocalFile())
        return url.path(QUrl::FullyEncoded);
    return tidied(url)
        .adjusted(QUrl::RemoveScheme | QUrl::StripTrailingSlash | QUrl::NormalizePathSegments)
        .toString(QUrl::FullyEncoded);
}
