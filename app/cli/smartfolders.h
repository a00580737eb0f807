#pragma once

#include "base/result.h"
#include "model/smartfolder.h"
#include "model/storyquery.h"

#include <QString>

class Library;

namespace cli {

// What a smart folder is called.
QString nameOf(const SmartFolder &folder);

// What the smart folder of this name lists; the case of letters does not matter.
Result<StoryQuery> placeNamed(Library &library, const QString &name);

} // namespace cli
