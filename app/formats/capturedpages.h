#pragma once

#include "formats/webcapture.h"

namespace formats {

// A page of a capture with what is known of it beside.
struct CapturedPage
{
    WebCapture::Page page = {};
    Article stated = {};
};

// The pages with their pictures. Those that cannot be read are left out, and said in a warning of
// the first one. Errors: that of the first page when there is none to give.
Result<QList<SavedPage>> savedPages(WebCapture &capture, const QList<CapturedPage> &pages);

} // namespace formats
