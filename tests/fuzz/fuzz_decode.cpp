#include "fuzz/target.h"
#include "text/decode.h"

using namespace Qt::StringLiterals;

// The first line is a charset label, the rest the bytes it is claimed for.
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const auto input = fuzz::bytes(data, size);
    const auto end = input.indexOf('\n');
    const auto content = input.mid(end + 1);
    const auto decoded = text::decode(content, end > 0 ? input.left(end) : QByteArray());

    fuzz::require(!decoded.text.contains(QChar(u'\0')), u"a NUL in decoded text"_s);
    fuzz::require(!decoded.text.contains(u'\r'), u"a carriage return in decoded text"_s);
    fuzz::require(decoded.replaced >= 0, u"a negative count of replaced bytes"_s);
    fuzz::require(decoded.text.size() <= 2 * content.size() + 1, u"text that grew"_s);
    static_cast<void>(text::declaredInHtml(content));
    static_cast<void>(text::looksBinary(content));
    return 0;
}
