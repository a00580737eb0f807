#include "formats/formats.h"

#include "formats/emlreader.h"
#include "formats/enexreader.h"
#include "formats/epubreader.h"
#include "formats/foreign.h"
#include "formats/htmlreader.h"
#include "formats/jsonfeedreader.h"
#include "formats/markdownreader.h"
#include "formats/mboxreader.h"
#include "formats/mhtmlreader.h"
#include "formats/pdfreader.h"
#include "formats/textreader.h"
#include "formats/waczreader.h"
#include "formats/warcreader.h"
#include "formats/webarchivereader.h"
#include "formats/zippedpagereader.h"

#include <algorithm>
#include <memory>
#include <vector>

using namespace Qt::StringLiterals;

namespace {

using Readers = std::vector<std::unique_ptr<PageReader>>;

// Told by a signature in their bytes.
const Readers &readersOfContainers()
{
    static const Readers all = [] {
        Readers list;
        list.push_back(std::make_unique<MboxReader>());
        list.push_back(std::make_unique<MhtmlReader>());
        list.push_back(std::make_unique<EmlReader>());
        list.push_back(std::make_unique<EpubReader>());
        list.push_back(std::make_unique<EnexReader>());
        list.push_back(std::make_unique<WebArchiveReader>());
        list.push_back(std::make_unique<WarcReader>());
        list.push_back(std::make_unique<WaczReader>());
        list.push_back(std::make_unique<ZippedPageReader>());
        list.push_back(std::make_unique<PdfReader>());
        list.push_back(std::make_unique<JsonFeedReader>());
        return list;
    }();
    return all;
}

// In the order they are asked: what takes anything last.
const Readers &readersOfText()
{
    static const Readers all = [] {
        Readers list;
        list.push_back(std::make_unique<HtmlReader>());
        list.push_back(std::make_unique<MarkdownReader>());
        list.push_back(std::make_unique<TextReader>());
        return list;
    }();
    return all;
}

const PageReader *readerOf(const SavedFile &file, const Readers &readers)
{
    const auto reader = std::ranges::find_if(
        readers, [&](const auto &candidate) { return candidate->recognises(file); });
    return reader == readers.end() ? nullptr : reader->get();
}

} // namespace

Result<QList<SavedPage>> formats::read(const SavedFile &file)
{
    if (file.bytes.isEmpty())
        return Error{Error::Kind::Empty, u"no bytes"_s};
    if (const auto *reader = readerOf(file, readersOfContainers()))
        return reader->read(file);
    if (const auto error = foreignFormat(file.bytes))
        return *error;
    if (const auto *reader = readerOf(file, readersOfText()))
        return reader->read(file);
    return Error{Error::Kind::Unsupported, u"no reader recognises it"_s};
}
