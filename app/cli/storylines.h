#pragma once

#include "base/result.h"
#include "cli/options.h"
#include "model/headline.h"

#include <QJsonObject>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

// How a story of the library is printed in a list.
namespace cli {

QJsonObject asJson(const Headline &headline);
QString jsonLine(const QJsonObject &object);

// "    17 *•  2021-12-04  Headline – Outlet": * is bookmarked, • is unread.
QString asLine(const Headline &headline);

// The stories whose numbers were given, each once.
Result<QList<ArticleId>> idsOf(const QStringList &operands);

// How many are wanted; none when that is no number, with what to say then.
std::optional<int> limitFrom(const Options &options);
QString limitWanted();

} // namespace cli
