#include "formats/capturedpages.h"

#include "formats/limits.h"

using namespace Qt::StringLiterals;

Result<QList<SavedPage>> formats::savedPages(WebCapture &capture, const QList<CapturedPage> &pages)
{
    QList<SavedPage> read;
    std::optional<Error> problem;
    qsizetype missing = qMax<qsizetype>(pages.size() - limits::archivePages, 0);
    for (const auto &[page, stated] : pages.first(pages.size() - missing)) {
        auto saved = capture.read(page, stated);
        if (saved) {
            read.append(*std::move(saved));
            continue;
        }
        ++missing;
        problem = problem.value_or(saved.error());
    }
    if (read.isEmpty())
        return problem.value_or(capture.emptiness());
    if (missing > 0)
        read.first().stated.warnings.append(
            u"%1 further pages in the file were left out%2"_s.arg(missing).arg(
                problem ? u": "_s + problem->detail : QString()));
    return read;
}
