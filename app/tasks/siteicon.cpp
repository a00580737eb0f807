#include "tasks/siteicon.h"

#include "html/document.h"
#include "html/picturekind.h"
#include "tasks/limits.h"

#include <QCryptographicHash>

#include <algorithm>
#include <cstdlib>

using namespace Qt::StringLiterals;

namespace {

// Shown at 16 to 32 pixels, on screens with twice as many.
constexpr int bestSide = 64;

struct Place
{
    QUrl url;
    int distance; // From the best size.
};

// "16x16 48x48", or nothing: most sites that do not say it have small ones.
int distanceOf(const QString &sizes, bool isForPhones)
{
    auto nearest = isForPhones ? 180 - bestSide : bestSide - 32;
    if (sizes.isEmpty())
        return nearest;
    for (const auto &size : sizes.split(u' ', Qt::SkipEmptyParts)) {
        const auto side = size.left(size.indexOf(u'x', 0, Qt::CaseInsensitive)).toInt();
        if (side > 0)
            nearest = std::min(nearest, std::abs(side - bestSide));
    }
    return nearest;
}

// Drawings are none that the library keeps.
bool isDrawing(const html::Node &link, const QUrl &url)
{
    return link.attribute("type").contains("svg"_L1, Qt::CaseInsensitive)
        || url.path().endsWith(".svg"_L1, Qt::CaseInsensitive);
}

bool isOnTheWeb(const QUrl &url)
{
    return url.isValid() && (url.scheme() == "https"_L1 || url.scheme() == "http"_L1);
}

QList<Place> namedPlaces(const html::Document &document, const QUrl &url)
{
    const auto stated = document.root().firstDescendant(u"base").attribute("href");
    const auto base = stated.isEmpty() ? url : url.resolved(QUrl(stated));
    QList<Place> places;
    for (const auto &link : document.root().descendants(u"link")) {
        const auto relations = link.attribute("rel").toLower().split(u' ', Qt::SkipEmptyParts);
        const auto isForPhones = relations.contains("apple-touch-icon"_L1);
        if (!isForPhones && !relations.contains("icon"_L1))
            continue;
        const auto place = base.resolved(QUrl(link.attribute("href").trimmed()));
        if (isOnTheWeb(place) && !isDrawing(link, place))
            places.append({place, distanceOf(link.attribute("sizes"), isForPhones)});
    }
    std::ranges::stable_sort(places, {}, &Place::distance);
    return places;
}

bool isWindowsIcon(const QByteArray &bytes)
{
    return bytes.startsWith(QByteArray("\0\0\1\0", 4));
}

} // namespace

QList<QUrl> tasks::siteIconPlaces(const QByteArray &page, const QUrl &url)
{
    QList<QUrl> places;
    if (const auto document = html::Document::parse(page.left(limits::iconPageBytes))) {
        for (const auto &place : namedPlaces(*document, url).mid(0, limits::iconPlaces))
            places.append(place.url);
    }
    if (const auto usual = url.resolved(QUrl(u"/favicon.ico"_s)); isOnTheWeb(usual))
        places.append(usual);
    return places;
}

std::optional<Picture> tasks::iconFrom(const QByteArray &bytes)
{
    if (bytes.size() > limits::iconBytes)
        return {};
    auto type = html::pictureKind(bytes).mimeType;
    if (type.isEmpty() && isWindowsIcon(bytes))
        type = u"image/x-icon"_s;
    if (type.isEmpty())
        return {};
    const auto hash = QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
    return Picture{.name = u"broadsheet-media:"_s + QString::fromLatin1(hash),
                   .mimeType = type,
                   .bytes = bytes};
}
