#pragma once

#include "base/result.h"
#include "model/parsedfeed.h"

#include <QByteArray>
#include <QUrl>

namespace feeds {

// What is known of the bytes besides themselves.
struct Source
{
    QUrl url = {}; // Where they came from: relative addresses are resolved by it.
    QByteArray contentType = {}; // The HTTP header: its charset outranks what the XML says
                                 // (RFC 7303 §3).

    bool operator==(const Source &) const = default;
};

// Understands a feed of any kind: RSS 0.9x, 1.0 and 2.0, Atom 0.3 and 1.0, CDF, JSON Feed. What is
// broken is read as far as it can be and told in `warnings`. Errors: NotAFeed for pages and
// anything else, Malformed, Empty, TooLarge. Pure, for the pool.
Result<ParsedFeed> parse(const QByteArray &bytes, const Source &source = {});

} // namespace feeds
