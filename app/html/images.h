#pragma once

#include "html/sanitise.h"

#include <QByteArray>

#include <gumbo.h>

namespace html {

// The address an <img> is written with: a picture's name, or absolute http(s). Pages that load
// their pictures by script keep the true address elsewhere than in `src`; it is found there. Empty
// when there is none, or the picture is not for readers: a counter, a spacer.
QByteArray imageAddress(const GumboNode *image, const Sanitising &how);

// Whether an <img> without such an address stands where a reader would see a picture that the saved
// file has lost: it names one that did not come along, or nothing any more where we wrote it so.
bool isLostImage(const GumboNode *image, const Sanitising &how);

// The <img> inside a <noscript>, if it says what the <img> beside it does not; else null.
const GumboNode *imageWithoutScript(const GumboNode *noscript, const Sanitising &how);

} // namespace html
