#include "extraction/extraction.h"
#include "fuzz/target.h"
#include "html/allowed.h"

using namespace Qt::StringLiterals;

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    SavedPage page{.html = QString::fromUtf8(fuzz::bytes(data, size))};
    page.stated.url = QUrl(u"https://gazette.example/2025/story.html"_s);
    const auto article = extraction::extract(page);
    if (!article)
        return 0;

    const auto wrong = allowed::wrongIn(article->body);
    fuzz::require(wrong.isEmpty(), wrong);
    for (const auto &author : article->authors)
        fuzz::require(!author.name.trimmed().isEmpty(), u"an author without a name"_s);
    for (const auto &link : article->related)
        fuzz::require(!link.title.trimmed().isEmpty(), u"a related story without a title"_s);
    return 0;
}
