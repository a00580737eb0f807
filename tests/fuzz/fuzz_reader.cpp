#include "fuzz/target.h"

// The reader this is compiled for: see CMakeLists.txt.
#include READER_HEADER

using namespace Qt::StringLiterals;

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const READER reader;
    const SavedFile file{.bytes = fuzz::bytes(data, size), .name = u"story"_s};
    if (!reader.recognises(file))
        return 0;

    const auto pages = reader.read(file);
    if (!pages) {
        fuzz::require(!pages.error().detail.isEmpty(), u"an error that says nothing"_s);
        return 0;
    }
    fuzz::require(!pages->isEmpty(), u"success without a page"_s);
    for (const auto &page : *pages) {
        fuzz::require(!page.stated.provenance.format.isEmpty(), u"a page of no format"_s);
        const auto scheme = page.stated.url.scheme();
        fuzz::require(scheme.isEmpty() || scheme == "http"_L1 || scheme == "https"_L1,
                      u"an address of the scheme "_s + scheme);
    }
    return 0;
}
