#include "formats/textreader.h"

#include "formats/limits.h"
#include "formats/textstory.h"
#include "formats/toolarge.h"
#include "text/decode.h"

using namespace Qt::StringLiterals;

bool TextReader::recognises(const SavedFile &file) const
{
    return !text::looksBinary(file.bytes);
}

Result<QList<SavedPage>> TextReader::read(const SavedFile &file) const
{
    if (file.bytes.size() > formats::limits::textBytes)
        return formats::tooLarge(u"text"_s, file.bytes.size(), formats::limits::textBytes);
    const auto decoded = text::decode(file.bytes);
    Article stated;
    stated.provenance.format = u"text"_s;
    if (decoded.replaced > 0)
        stated.warnings.append(u"%1 bytes could not be decoded"_s.arg(decoded.replaced));
    auto page = formats::textStory(decoded.text, std::move(stated));
    if (!page)
        return page.error();
    return QList{*std::move(page)};
}
