#pragma once

#include "cli/options.h"
#include "model/headline.h"

#include <QJsonObject>
#include <QString>

#include <optional>

// How a story of the library is printed in a list.
namespace cli {

QJsonObject asJson(const Headline &headline);
QString jsonLine(const QJsonObject &object);

// "    17 *•  2021-12-04  Headline – Outlet": * is bookmarked, • is unread.
QString asLine(const Headline &headline);

// How many are wanted; none when that is no number, with what to say then.
std::optional<int> limitFrom(const Options &options);
QString limitWanted();

} // namespace cli
