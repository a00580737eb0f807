#include "formats/waczreader.h"

#include "formats/archive.h"
#include "formats/capturedpages.h"
#include "formats/limits.h"
#include "text/dates.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

namespace limits = formats::limits;

// A line of pages/pages.jsonl.
struct ListedPage
{
    QString address = {};
    QString title = {}; // The document's, often with the site's name.
    Timestamp moment = {};
};

bool isWarc(const QString &path)
{
    return path.startsWith("archive/"_L1)
        && (path.endsWith(".warc"_L1, Qt::CaseInsensitive)
            || path.endsWith(".warc.gz"_L1, Qt::CaseInsensitive));
}

bool isPageList(const QString &path)
{
    return path.startsWith("pages/"_L1) && path.endsWith(".jsonl"_L1);
}

// What the crawl was started with stands in pages.jsonl, what it came to from there in others.
QStringList pageLists(const formats::Archive &archive)
{
    auto lists = archive.paths().filter(QRegularExpression(u"^pages/.*\\.jsonl$"_s));
    std::stable_partition(lists.begin(), lists.end(),
                          [](const QString &path) { return path == "pages/pages.jsonl"_L1; });
    return lists;
}

QList<ListedPage> listedPages(const formats::Archive &archive)
{
    QList<ListedPage> pages;
    for (const auto &list : pageLists(archive)) {
        for (const auto &line : archive.bytes(list).split('\n')) {
            const auto entry = QJsonDocument::fromJson(line).object();
            const auto address = entry["url"_L1].toString();
            if (address.isEmpty())
                continue;
            if (pages.size() >= limits::listedPages)
                return pages;
            pages.append({.address = address,
                          .title = entry["title"_L1].toString().simplified(),
                          .moment = text::parseDate(entry["ts"_L1].toString().left(40))});
        }
    }
    return pages;
}

bool hasTitle(const QString &html)
{
    static const QRegularExpression title(u"<title[^>]{0,200}>\\s*[^<\\s]"_s,
                                          QRegularExpression::CaseInsensitiveOption);
    return title.match(html).hasMatch();
}

// The listed pages that are in the capture, and how many are not; all of its pages when it lists
// none of them.
QList<formats::CapturedPage> pagesOf(formats::WebCapture &capture, const QList<ListedPage> &listed,
                                     const Article &stated)
{
    QList<formats::CapturedPage> pages;
    QSet<qsizetype> seen;
    qsizetype missing = 0;
    for (const auto &[address, title, moment] : listed) {
        const auto page = capture.pageOf(address, moment);
        if (!page) {
            ++missing;
            continue;
        }
        if (seen.contains(page->response))
            continue;
        seen.insert(page->response);
        pages.append({.page = *page, .stated = stated});
        pages.last().stated.title = title;
        pages.last().stated.provenance.savedAt = moment;
    }
    if (pages.isEmpty()) {
        for (const auto &page : capture.pages())
            pages.append({.page = page, .stated = stated});
    }
    if (missing > 0 && !pages.isEmpty())
        pages.first().stated.warnings.append(
            u"%1 of the pages that the file lists are not in it"_s.arg(missing));
    return pages;
}

} // namespace

bool WaczReader::recognises(const SavedFile &file) const
{
    if (!formats::isZip(file.bytes))
        return false;
    const auto names = formats::Archive::names(file.bytes);
    return std::ranges::any_of(names, isWarc)
        && (names.contains(u"datapackage.json"_s)
            || std::ranges::any_of(names, isPageList)
            // A file that is cut has lost its list, which is its last part.
            || names.first().startsWith("archive/"_L1));
}

Result<QList<SavedPage>> WaczReader::read(const SavedFile &file) const
{
    const auto archive = formats::Archive::unpack(file.bytes, [](const QString &path) {
        return isWarc(path) || isPageList(path) || path == "datapackage.json"_L1;
    });
    if (!archive)
        return archive.error();
    formats::WebCapture capture;
    std::optional<Error> problem;
    int taken = 0;
    for (const auto &path : archive->paths().filter(QRegularExpression(u"^archive/"_s))) {
        const auto added = capture.add(archive->bytes(path));
        if (!added)
            problem = problem.value_or(added.error());
        else
            ++taken;
    }
    if (taken == 0)
        return problem.value_or(Error{Error::Kind::Malformed, u"its WARC file is missing"_s});
    const auto package = QJsonDocument::fromJson(archive->bytes(u"datapackage.json"_s)).object();
    Article stated{.provenance
                   = {.format = u"wacz"_s,
                      .savedBy = formats::programName(package["software"_L1].toString())}};
    stated.warnings = archive->warnings();
    if (problem)
        stated.warnings.append(u"a WARC file in it cannot be read: "_s + problem->detail);
    auto pages = formats::savedPages(capture, pagesOf(capture, listedPages(*archive), stated));
    if (!pages)
        return pages;
    // What stands in the page speaks for itself: the title that is listed has more to it.
    for (auto &page : *pages) {
        if (hasTitle(page.html))
            page.stated.title.clear();
    }
    return pages;
}
