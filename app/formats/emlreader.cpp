#include "formats/emlreader.h"

#include "formats/mailheader.h"
#include "formats/mailstories.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

// Apple Mail writes the mail's length in a line above it, and a property list below.
QByteArrayView withoutFrame(QByteArrayView bytes)
{
    constexpr qsizetype longestNumber = 12;
    const auto end = bytes.first(qMin(bytes.size(), longestNumber)).indexOf('\n');
    const auto number = end > 0 ? bytes.first(end).trimmed() : QByteArrayView();
    const bool framed = !number.isEmpty()
        && std::ranges::all_of(number, [](char letter) { return letter >= '0' && letter <= '9'; });
    if (!framed)
        return bytes;
    const auto mail = bytes.sliced(end + 1);
    return mail.first(qMin<qsizetype>(mail.size(), number.toLongLong()));
}

QByteArrayView mailIn(const SavedFile &file)
{
    return withoutFrame(formats::withoutBlankStart(file.bytes));
}

} // namespace

bool EmlReader::recognises(const SavedFile &file) const
{
    return formats::isMessage(formats::mailHeader(mailIn(file)));
}

Result<QList<SavedPage>> EmlReader::read(const SavedFile &file) const
{
    const auto mail = mailIn(file);
    return formats::mailStories(QByteArray::fromRawData(mail.data(), mail.size()), u"eml"_s);
}
