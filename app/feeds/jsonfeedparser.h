#pragma once

#include "base/result.h"
#include "model/parsedfeed.h"

namespace feeds {

// Reads a JSON Feed, 1.0 or 1.1 (https://www.jsonfeed.org/version/1.1/). Values of a wrong type
// are left out, items without an id are taken all the same. Errors: NotAFeed, Malformed.
Result<ParsedFeed> parseJsonFeed(const QByteArray &utf8, const QUrl &url);

} // namespace feeds
