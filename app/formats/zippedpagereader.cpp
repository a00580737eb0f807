#include "formats/zippedpagereader.h"

#include "formats/archive.h"
#include "formats/archivedpage.h"
#include "formats/limits.h"
#include "formats/mafdescription.h"
#include "formats/savermarks.h"
#include "formats/zipspan.h"
#include "html/document.h"
#include "html/sanitise.h"

#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

namespace limits = formats::limits;

QString folderOf(const QString &path)
{
    return path.left(path.lastIndexOf(u'/') + 1);
}

QString nameOf(const QString &path)
{
    return path.mid(path.lastIndexOf(u'/') + 1).toLower();
}

bool isHtml(const QString &path)
{
    const auto name = nameOf(path);
    return !name.startsWith(u'.')
        && (name.endsWith(".html"_L1) || name.endsWith(".htm"_L1) || name.endsWith(".xhtml"_L1)
            || name.endsWith(".xht"_L1));
}

bool isIndex(const QString &path)
{
    return nameOf(path).startsWith("index."_L1);
}

// Books and documents are ZIP archives that may hold pages, too.
bool isOfAnotherFormat(const QStringList &paths)
{
    return std::ranges::any_of(paths, [](const QString &path) {
        return path == "mimetype"_L1 || path == "[Content_Types].xml"_L1
            || path.startsWith("META-INF/"_L1);
    });
}

// Those in the outermost folders that hold any: deeper ones are frames of these. Of a folder with
// an index only that.
QStringList pagePaths(const QStringList &paths)
{
    QStringList pages;
    qsizetype depth = 0;
    QSet<QString> indexed;
    for (const auto &path : paths) {
        if (!isHtml(path) || path.startsWith("__MACOSX/"_L1))
            continue;
        const auto own = path.count(u'/');
        if (!pages.isEmpty() && own > depth)
            continue;
        if (own < depth)
            pages.clear();
        depth = own;
        pages.append(path);
        if (isIndex(path))
            indexed.insert(folderOf(path));
    }
    pages.removeIf(
        [&](const QString &path) { return !isIndex(path) && indexed.contains(folderOf(path)); });
    return pages;
}

// Not what a page only works or sounds with.
bool isWanted(const QString &path)
{
    static const QSet<QString> unwanted{u"js"_s,  u"mjs"_s, u"css"_s, u"woff"_s, u"woff2"_s,
                                        u"ttf"_s, u"otf"_s, u"mp4"_s, u"webm"_s, u"mp3"_s,
                                        u"ogg"_s, u"pdf"_s, u"wasm"_s};
    return !unwanted.contains(path.mid(path.lastIndexOf(u'.') + 1).toLower());
}

Article statedOf(const formats::Archive &archive, const QString &path, const QByteArray &before)
{
    Article stated{.provenance = {.format = u"zip"_s}};
    if (const auto rdf = archive.bytes(folderOf(path) + "index.rdf"_L1); !rdf.isEmpty()) {
        const auto description = formats::mafDescription(rdf);
        stated.url = description.url;
        stated.provenance
            = {.format = u"maff"_s, .savedBy = u"MAFF"_s, .savedAt = description.savedAt};
    }
    auto marks
        = formats::saverMarks(QString::fromUtf8(archive.bytes(path).left(limits::sampleBytes)));
    if (marks.savedBy.isEmpty())
        marks = formats::saverMarks(QString::fromUtf8(before.left(limits::sampleBytes)));
    if (!marks.savedBy.isEmpty())
        stated.provenance.savedBy = marks.savedBy;
    if (marks.savedAt.isValid())
        stated.provenance.savedAt = marks.savedAt;
    if (!marks.url.isEmpty())
        stated.url = marks.url;
    stated.warnings = archive.warnings();
    return stated;
}

// A page that was cut before its story begins has a headline and a byline at most.
bool hasParagraph(const QString &page)
{
    constexpr qsizetype shortest = 40;
    const auto document = html::Document::parse(page);
    if (!document)
        return false;
    const auto body = document->body();
    const auto lines
        = html::plainText(
              html::sanitise(body, {.without = body.descendants(u"h1") + body.descendants(u"nav")}))
              .split(u'\n');
    return std::ranges::any_of(lines, [](const QString &line) { return line.size() >= shortest; });
}

Result<SavedPage> pageAt(const formats::Archive &archive, const QString &path,
                         const QByteArray &before)
{
    const auto find = [&](const QString &address) -> std::optional<Resource> {
        auto picture = formats::pathFrom(path, address);
        if (!archive.contains(picture))
            picture = picture.left(picture.indexOf(u'?'));
        if (!archive.contains(picture))
            return {};
        return Resource{.mimeType = {}, .bytes = archive.bytes(picture)};
    };
    auto page = formats::archivedPage({.address = path, .bytes = archive.bytes(path)}, find,
                                      statedOf(archive, path, before));
    if (page && archive.isDamaged(path) && !hasParagraph(page->html))
        return Error{Error::Kind::Malformed, u"the page in it is damaged"_s};
    return page;
}

} // namespace

bool ZippedPageReader::recognises(const SavedFile &file) const
{
    if (!formats::isZip(file.bytes)
        && !file.bytes.left(limits::sampleBytes).trimmed().startsWith('<')
        && !file.bytes.startsWith("\x89PNG"))
        return false;
    const auto span = formats::zipIn(file.bytes);
    const auto names = formats::Archive::names(span.zip.isEmpty() ? file.bytes : span.zip);
    return !pagePaths(names).isEmpty() && !isOfAnotherFormat(names);
}

Result<QList<SavedPage>> ZippedPageReader::read(const SavedFile &file) const
{
    const auto span = formats::zipIn(file.bytes);
    const auto archive
        = formats::Archive::unpack(span.zip.isEmpty() ? file.bytes : span.zip, isWanted);
    if (!archive)
        return archive.error();
    const auto paths = pagePaths(archive->paths());
    QList<SavedPage> pages;
    std::optional<Error> problem;
    for (const auto &path : paths.first(qMin<qsizetype>(paths.size(), limits::archivePages))) {
        auto page = pageAt(*archive, path, span.before);
        if (page)
            pages.append(*std::move(page));
        else
            problem = problem.value_or(page.error());
    }
    if (pages.isEmpty())
        return problem.value_or(Error{Error::Kind::Malformed, u"the page in it is damaged"_s});
    if (const auto left = paths.size() - pages.size(); left > 0)
        pages.first().stated.warnings.append((left == 1
                                                  ? u"%1 further page in the file was left out"_s
                                                  : u"%1 further pages in the file were left out"_s)
                                                 .arg(left));
    return pages;
}
