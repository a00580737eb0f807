#include "html/urls.h"

#include "html/limits.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace html;

namespace {

bool isControlOrSpace(QChar c)
{
    return c.unicode() <= 0x20 || c.unicode() == 0x7F || c.unicode() == 0xFEFF;
}

// "scheme:" in lower case and without the colon; empty when there is none.
QString schemeOf(const QString &address)
{
    const auto colon = address.indexOf(u':');
    if (colon <= 0 || address.at(0).unicode() > 0x7F || !address.at(0).isLetter())
        return {};
    const auto isSchemeLetter = [](QChar c) {
        return c.unicode() < 0x80 && (c.isLetterOrNumber() || c == u'+' || c == u'-' || c == u'.');
    };
    if (!std::all_of(address.cbegin(), address.cbegin() + colon, isSchemeLetter))
        return {};
    return address.left(colon).toLower();
}

bool isWeb(const QString &scheme)
{
    return scheme == "http"_L1 || scheme == "https"_L1;
}

// Browsers read "https:/\example.org" and "\\example.org" as if the slashes were right.
QString withWebSlashes(QString address, const QString &scheme)
{
    const auto end = std::min({address.indexOf(u'?'), address.indexOf(u'#'), address.size()},
                              [](auto a, auto b) { return size_t(a) < size_t(b); });
    for (auto i = qsizetype(0); i < end; ++i) {
        if (address.at(i) == u'\\')
            address[i] = u'/';
    }
    if (scheme.isEmpty())
        return address;
    auto path = scheme.size() + 1;
    while (path < address.size() && address.at(path) == u'/')
        ++path;
    return scheme + "://"_L1 + address.mid(path);
}

} // namespace

QString html::trimmedAddress(const QString &written)
{
    auto begin = written.cbegin();
    auto end = written.cend();
    while (begin != end && isControlOrSpace(*begin))
        ++begin;
    while (begin != end && isControlOrSpace(*(end - 1)))
        --end;

    QString address(begin, end - begin);
    // Other controls are no part of an address either; a browser would encode them, we take none.
    address.removeIf([](QChar c) { return c.unicode() < 0x20 || c.unicode() == 0x7F; });
    return address;
}

QUrl html::resolved(const QString &written, const QUrl &base, Schemes schemes)
{
    if (written.size() > limits::addressLength)
        return {};
    const auto address = trimmedAddress(written);
    if (address.isEmpty())
        return {};

    const auto scheme = schemeOf(address);
    if (scheme == "mailto"_L1 && schemes == Schemes::Links) {
        const QUrl url(address);
        return url.isValid() && !url.path().isEmpty() ? url : QUrl();
    }
    if (!scheme.isEmpty() && !isWeb(scheme))
        return {};
    if (scheme.isEmpty() && !isWeb(base.scheme()))
        return {};

    const QUrl url(withWebSlashes(address, scheme));
    auto absolute = scheme.isEmpty() ? base.resolved(url) : url;
    // Names before an "@" are there to look like the host.
    absolute = absolute.adjusted(QUrl::NormalizePathSegments | QUrl::RemoveUserInfo);
    const auto usable = url.isValid() && absolute.isValid() && isWeb(absolute.scheme())
        && !absolute.host().isEmpty();
    return usable ? absolute : QUrl();
}

bool html::isOwnAddress(const QString &address)
{
    constexpr auto media = "broadsheet-media:"_L1;
    constexpr auto longest = 200;
    if (address.startsWith(media)) {
        const auto name = QStringView(address).sliced(media.size());
        return name.size() == 64 && std::ranges::all_of(name, [](QChar c) {
                   return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f');
               });
    }
    return address.startsWith("broadsheet:"_L1) && address.size() <= longest
        && std::ranges::all_of(address, [](QChar c) {
               return c.unicode() > 0x20 && c.unicode() < 0x7F && c != u'"' && c != u'\\';
           });
}
