#pragma once

#include "model/feed.h"

#include <QString>

#include <utility>

namespace feeds {

// The namespace of what we write into outlines ourselves.
constexpr auto ownPrefix = QLatin1StringView("broadsheet");
constexpr auto ownNamespace = QLatin1StringView("urn:broadsheet:opml");

// What a person decided for a feed, as attributes without a prefix; nothing for what is usual.
ForeignAttributes writtenSettings(const FeedSettings &settings);

// Takes one of these attributes; what it does not know changes nothing.
void readSetting(FeedSettings &settings, const QString &name, const QString &value);

} // namespace feeds
