#include "formats/formats.h"

#include "formats/foreign.h"
#include "formats/htmlreader.h"
#include "formats/markdownreader.h"
#include "formats/textreader.h"

#include <memory>
#include <vector>

using namespace Qt::StringLiterals;

namespace {

using Readers = std::vector<std::unique_ptr<PageReader>>;

// In the order they are asked: what is recognised by a signature first, what takes anything last.
const Readers &readers()
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

} // namespace

Result<QList<SavedPage>> formats::read(const SavedFile &file)
{
    if (file.bytes.isEmpty())
        return Error{Error::Kind::Empty, u"no bytes"_s};
    if (const auto foreign = foreignFormat(file.bytes))
        return Error{Error::Kind::Unsupported, *foreign};
    for (const auto &reader : readers()) {
        if (reader->recognises(file))
            return reader->read(file);
    }
    return Error{Error::Kind::Unsupported, u"no reader recognises it"_s};
}
