#include "shell/dropped.h"

#include <QMimeData>

using namespace Qt::StringLiterals;

namespace {

bool onTheWeb(const QUrl &url)
{
    return url.isValid() && (url.scheme() == "http"_L1 || url.scheme() == "https"_L1)
        && !url.host().isEmpty();
}

} // namespace

Dropped dropped(const QMimeData *data)
{
    Dropped found;
    for (const auto &url : data->urls()) {
        if (url.isLocalFile())
            found.paths << url.toLocalFile();
        else if (found.address.isEmpty() && onTheWeb(url))
            found.address = url;
    }
    if (!found.isEmpty() || data->hasUrls())
        return found;
    const auto text = data->text().trimmed();
    const QUrl address(text, QUrl::StrictMode);
    if (onTheWeb(address))
        found.address = address;
    else
        found.text = text;
    return found;
}
