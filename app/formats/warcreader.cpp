#include "formats/warcreader.h"

#include "formats/capturedpages.h"
#include "formats/gzip.h"

using namespace Qt::StringLiterals;

bool WarcReader::recognises(const SavedFile &file) const
{
    return file.bytes.startsWith("WARC/")
        || (file.bytes.startsWith("\x1f\x8b")
            && formats::gunzippedStart(file.bytes).trimmed().startsWith("WARC/"));
}

Result<QList<SavedPage>> WarcReader::read(const SavedFile &file) const
{
    formats::WebCapture capture;
    if (const auto added = capture.add(file.bytes); !added)
        return added.error();
    QList<formats::CapturedPage> pages;
    for (const auto &page : capture.pages())
        pages.append({.page = page, .stated = {.provenance = {.format = u"warc"_s}}});
    return formats::savedPages(capture, pages);
}
