#pragma once

#include "model/article.h"

#include <QByteArray>
#include <QList>
#include <QUrl>

#include <optional>

namespace tasks {

// Where a site has its icon, the best first: what its page names (<link rel=icon>, HTML §4.6.7.8)
// and then the usual place.
QList<QUrl> siteIconPlaces(const QByteArray &page, const QUrl &url);

// The icon that these bytes are; nothing when they are no picture or too large for one.
std::optional<Picture> iconFrom(const QByteArray &bytes);

} // namespace tasks
