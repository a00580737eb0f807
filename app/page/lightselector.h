#pragma once

#include "page/typescale.h"

#include <QString>

namespace page {

// A selector for the page that story() makes, as one for what lightStory() makes of that; empty
// where it cannot be said: states, attributes, and what is not there.
QString lightSelector(const QString &selector);

// The voice in which what it selects is set, in a view of that width.
Voice voiceOf(const QString &selector, int width);

} // namespace page
