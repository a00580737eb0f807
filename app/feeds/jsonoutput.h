#pragma once

#include "model/parsedfeed.h"

#include <QByteArray>

namespace feeds {

// The feed as JSON Feed 1.1 with all its entries, its HTML made safe, and what JSON Feed has no
// words for under `_broadsheet`. https://www.jsonfeed.org/version/1.1/
QByteArray toJson(const ParsedFeed &feed);

} // namespace feeds
