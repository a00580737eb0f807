#include "formats/epubreader.h"

#include "formats/archive.h"
#include "formats/archivedpage.h"
#include "formats/epubstories.h"
#include "formats/limits.h"
#include "html/escaping.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace formats;

namespace {

constexpr auto containerPath = "META-INF/container.xml"_L1;
constexpr auto encryptionPath = "META-INF/encryption.xml"_L1;

bool isChapterType(const QString &mediaType)
{
    return mediaType.contains("html"_L1);
}

bool endsLikeChapter(const QString &path)
{
    return path.endsWith("html"_L1, Qt::CaseInsensitive)
        || path.endsWith(".htm"_L1, Qt::CaseInsensitive);
}

// A book that lost its description is read in the order of its files.
EpubPackage packageOfFiles(const QByteArray &bytes)
{
    EpubPackage package;
    package.stated.warnings.append(
        u"the book's description is missing or damaged; chapters stand as they do in the file"_s);
    for (const auto &path : Archive::names(bytes)) {
        package.items.insert(path, {.path = path});
        if (endsLikeChapter(path) && package.spine.size() < limits::bookChapters)
            package.spine.append(path);
    }
    return package;
}

// Reads the book's description; says in `problem` why there is none.
std::optional<EpubPackage> describedPackage(const Archive &archive, QString &problem)
{
    auto path = epubRootFile(archive.bytes(containerPath));
    if (!archive.contains(path)) {
        const auto opf = std::ranges::find_if(archive.paths(), [](const QString &each) {
            return each.endsWith(".opf"_L1, Qt::CaseInsensitive);
        });
        if (opf == archive.paths().end())
            return {};
        path = *opf;
    }
    auto package = epubPackage(archive.bytes(path), path);
    if (package)
        return *std::move(package);
    problem = package.error().detail;
    return {};
}

class Book
{
public:
    explicit Book(const QByteArray &bytes)
        : m_bytes(bytes)
    {
    }

    Result<QList<SavedPage>> read()
    {
        if (auto error = readPackage())
            return *error;
        const auto archive
            = Archive::unpack(m_bytes, [this](const QString &path) { return isWanted(path); });
        if (!archive)
            return archive.error().kind == Error::Kind::Malformed
                ? nothingLeft(m_package.spine.size())
                : archive.error();
        m_package.stated.warnings += archive->warnings();
        const auto missing = readChapters(*archive);
        if (missing > 0 && std::ranges::none_of(m_chapters, isOfTheStory))
            return nothingLeft(missing);
        const auto stories = epubStories(m_chapters, m_package, titles(*archive));
        QList<SavedPage> pages;
        for (const auto &story : stories) {
            if (auto page = savedPage(story, *archive))
                pages.append(*std::move(page));
        }
        if (pages.isEmpty())
            return Error{Error::Kind::Empty, u"no text in the book"_s};
        return pages;
    }

private:
    std::optional<Error> readPackage()
    {
        const auto archive = Archive::unpack(m_bytes, [](const QString &path) {
            return path == containerPath || path == encryptionPath
                || path.endsWith(".opf"_L1, Qt::CaseInsensitive);
        });
        // What is not there at all may still have chapters; what is too large has not.
        if (!archive && archive.error().kind != Error::Kind::Malformed)
            return archive.error();
        QString problem;
        auto package = archive ? describedPackage(*archive, problem) : std::nullopt;
        m_package = package ? *std::move(package) : packageOfFiles(m_bytes);
        m_package.stated.provenance.format = u"epub"_s;
        if (m_package.spine.isEmpty())
            return Error{Error::Kind::Malformed,
                         problem.isEmpty()
                             ? u"it has neither a description of the book nor chapters"_s
                             : problem};
        if (archive && isEpubEncrypted(archive->bytes(encryptionPath), m_package.spine))
            return Error{Error::Kind::Refused, u"the book is encrypted (DRM)"_s};
        return {};
    }

    [[nodiscard]] bool isWanted(const QString &path) const
    {
        const auto item = m_package.items.constFind(path);
        return item != m_package.items.end()
            && (path == m_package.ncxPath || item->mediaType.isEmpty()
                || isChapterType(item->mediaType) || item->mediaType.startsWith("image/"_L1));
    }

    // Contents and title pages may have stood before the cut.
    static bool isOfTheStory(const EpubChapter &chapter)
    {
        return chapter.role == EpubRole::Text && isSomething(chapter);
    }

    static bool isSomething(const EpubChapter &chapter)
    {
        return chapter.hasText || chapter.body.contains("<img");
    }

    [[nodiscard]] Error nothingLeft(qsizetype missing) const
    {
        return {Error::Kind::Malformed,
                u"the book is cut or damaged: %1 of its %2 chapters are missing or cannot be read"_s
                    .arg(missing)
                    .arg(m_package.spine.size())};
    }

    // Answers how many are missing.
    int readChapters(const Archive &archive)
    {
        qsizetype size = 0;
        int missing = 0;
        for (const auto &path : std::as_const(m_package.spine)) {
            const auto type = m_package.items.value(path).mediaType;
            if (!type.isEmpty() && !isChapterType(type))
                continue;
            const auto bytes = archive.bytes(path);
            size += bytes.size();
            if (bytes.isEmpty()) {
                missing += archive.contains(path) ? 0 : 1;
                continue;
            }
            auto chapter = epubChapter(bytes, path, m_package);
            if (size > limits::bookBytes || !chapter
                || (archive.isDamaged(path) && !isSomething(*chapter)))
                ++missing;
            else
                m_chapters.append(*std::move(chapter));
        }
        if (missing > 0)
            m_package.stated.warnings.append((missing == 1
                                                  ? u"%1 chapter is missing or cannot be read"_s
                                                  : u"%1 chapters are missing or cannot be read"_s)
                                                 .arg(missing));
        return missing;
    }

    [[nodiscard]] QHash<QString, QString> titles(const Archive &archive) const
    {
        const auto &path
            = archive.contains(m_package.navPath) ? m_package.navPath : m_package.ncxPath;
        return epubTitles(archive.bytes(path), path);
    }

    static std::optional<SavedPage> savedPage(const EpubStory &story, const Archive &archive)
    {
        QByteArray html = "<!DOCTYPE html><html><head><meta charset=utf-8><title>";
        html::appendEscaped(html, story.stated.title.toUtf8());
        html += "</title></head><body>\n";
        for (const auto &body : story.bodies)
            html += body + '\n';
        html += "</body></html>";
        const auto find = [&](const QString &address) -> std::optional<Resource> {
            const auto path = address.mid(epubPicture.size());
            if (!address.startsWith(epubPicture) || !archive.contains(path))
                return {};
            return Resource{.mimeType = {}, .bytes = archive.bytes(path)};
        };
        auto page = archivedPage({.charset = "utf-8", .bytes = html}, find, story.stated);
        if (!page)
            return {};
        page->content = story.isPage ? SavedPage::Content::Page : SavedPage::Content::Story;
        return *std::move(page);
    }

    const QByteArray &m_bytes;
    EpubPackage m_package;
    QList<EpubChapter> m_chapters;
};

} // namespace

bool EpubReader::recognises(const SavedFile &file) const
{
    if (!isZip(file.bytes))
        return false;
    // The first file is named "mimetype" and not packed: EPUB 3.3 §4.2.3.
    if (file.bytes.left(200).contains("mimetypeapplication/epub+zip"))
        return true;
    return Archive::names(file.bytes).contains(containerPath);
}

Result<QList<SavedPage>> EpubReader::read(const SavedFile &file) const
{
    return Book(file.bytes).read();
}
