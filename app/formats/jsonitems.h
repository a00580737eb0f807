#pragma once

#include "model/savedpage.h"

#include <QJsonObject>
#include <QJsonValue>
#include <QList>

namespace formats {

// The stories in a JSON document of a kind we know: a JSON Feed (1.0 and 1.1), an item of one,
// also with what `broadsheet-cli read` adds to it, or an export of wallabag. None for other JSON.
// https://www.jsonfeed.org/version/1.1/
QList<SavedPage> jsonStories(const QJsonValue &root);

} // namespace formats
