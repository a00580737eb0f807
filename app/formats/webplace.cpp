#include "formats/webplace.h"

#include "formats/limits.h"

#include <QUrl>

using namespace Qt::StringLiterals;

QString formats::webPlace(const QString &address)
{
    if (address.size() > limits::addressLength)
        return {};
    const QUrl url(address.trimmed());
    if ((url.scheme() != "http"_L1 && url.scheme() != "https"_L1) || url.host().isEmpty())
        return {};
    const auto place = url.toString(QUrl::FullyEncoded | QUrl::RemoveScheme | QUrl::RemoveFragment
                                    | QUrl::NormalizePathSegments);
    return url.path().isEmpty() ? place + u'/' : place;
}
