#include "fuzz/target.h"
#include "html/allowed.h"
#include "html/sanitise.h"

using namespace Qt::StringLiterals;

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const html::Sanitising how{.base = QUrl(u"https://gazette.example/2025/story.html"_s)};
    const auto once = html::sanitise(QString::fromUtf8(fuzz::bytes(data, size)), how);

    const auto wrong = allowed::wrongIn(once);
    fuzz::require(wrong.isEmpty(), wrong);
    // Within the library's limits, what is safe stays as it is.
    const auto twice = html::sanitise(once.toString(), how);
    fuzz::require(twice == once, u"what is safe changes when it is made safe again"_s);
    static_cast<void>(html::plainText(once));
    return 0;
}
