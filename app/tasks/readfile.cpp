#include "tasks/readfile.h"

#include "extraction/extraction.h"
#include "feeds/contenttype.h"
#include "formats/formats.h"
#include "tasks/filenames.h"
#include "tasks/limits.h"
#include "tasks/siblings.h"
#include "tasks/siterulesfile.h"
#include "text/decode.h"

#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <cerrno>
#include <memory>

#ifdef Q_OS_UNIX
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#endif

using namespace Qt::StringLiterals;

namespace {

Error tooLarge(qint64 size, const QString &path)
{
    return {Error::Kind::TooLarge,
            u"%1 MB; the limit is %2 MB"_s.arg(size >> 20).arg(tasks::limits::fileBytes >> 20),
            path};
}

Result<QByteArray> contentOf(QFile &file, const QString &path)
{
    // Room is made for all that is asked for; what has no size, like a system's own files, has
    // bytes all the same.
    const auto size = file.size();
    const auto limit = tasks::limits::fileBytes;
    auto bytes = file.read(size > 0 ? std::min(size, limit) : limit);
    if (file.error() != QFileDevice::NoError)
        return Error{Error::Kind::Unreadable, file.errorString(), path};
    return bytes;
}

#ifdef Q_OS_UNIX
// The same as bytesOf() for a name that only the system itself can open.
Result<QByteArray> bytesBeyondQt(const QString &path)
{
    // Not blocking: a pipe would wait for whoever is at its other end.
    const auto descriptor
        = ::open(tasks::fileNameToSystem(path).constData(), O_RDONLY | O_NONBLOCK | O_CLOEXEC);
    if (descriptor < 0)
        return Error{errno == ENOENT ? Error::Kind::NotFound : Error::Kind::Unreadable,
                     qt_error_string(errno), path};
    struct stat status = {};
    QFile file;
    if (::fstat(descriptor, &status) != 0 || !S_ISREG(status.st_mode)) {
        ::close(descriptor);
        return Error{Error::Kind::NotAFile, u"not a regular file"_s, path};
    }
    if (!file.open(descriptor, QIODevice::ReadOnly, QFileDevice::AutoCloseHandle))
        return Error{Error::Kind::Unreadable, file.errorString(), path};
    if (status.st_size > tasks::limits::fileBytes)
        return tooLarge(status.st_size, path);
    return contentOf(file, path);
}
#endif

Result<QByteArray> bytesOf(const QString &path)
{
#ifdef Q_OS_UNIX
    if (tasks::isBeyondQt(path))
        return bytesBeyondQt(path);
#endif
    const QFileInfo info(path);
    if (!info.exists() && !info.isSymLink())
        return Error{Error::Kind::NotFound, u"no such file"_s, path};
    if (!info.exists())
        return Error{Error::Kind::NotFound, u"a link to nothing"_s, path};
    // Opening a pipe or a device would wait for whoever is at its other end.
    if (!info.isFile())
        return Error{Error::Kind::NotAFile, info.isDir() ? u"a folder"_s : u"not a regular file"_s,
                     path};
    if (info.size() > tasks::limits::fileBytes)
        return tooLarge(info.size(), path);

    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{Error::Kind::Unreadable, file.errorString(), path};
    return contentOf(file, path);
}

Result<QList<SavedPage>> pagesIn(const QByteArray &bytes, const QString &path, const QUrl &url)
{
    SavedFile file{.bytes = bytes, .name = QFileInfo(path).fileName()};
    Provenance provenance{.fileHash = QCryptographicHash::hash(bytes, QCryptographicHash::Sha256)};
    if (QFileInfo(path).isFile()) {
        provenance.file = QFileInfo(path).absoluteFilePath();
        file.sibling = [siblings = std::make_shared<tasks::Siblings>(path)](
                           const QString &relativePath) { return (*siblings)(relativePath); };
    }
    auto pages = formats::read(file);
    if (!pages)
        return pages.error();
    for (auto &page : *pages) {
        page.stated.provenance.file = provenance.file;
        page.stated.provenance.fileHash = provenance.fileHash;
        if (page.stated.url.isEmpty())
            page.stated.url = url;
    }
    return pages;
}

// Whether rules can be about any of them.
bool anyIsPage(const QList<SavedPage> &pages)
{
    return std::ranges::find(pages, SavedPage::Content::Page, &SavedPage::content) != pages.end();
}

// An archive of several pages often has the front page that they were reached from.
void leaveOutLists(QList<Article> &articles)
{
    const auto lists = std::ranges::count_if(articles, extraction::isListOfStories);
    if (lists == 0 || lists == articles.size())
        return;
    articles.removeIf(extraction::isListOfStories);
    articles.first().warnings.append(
        u"%1 further pages in the file only lead to stories"_s.arg(lists));
}

Result<QList<Article>> articlesIn(QList<SavedPage> pages, const QString &rulesFile)
{
    const Result<extraction::SiteRules> rules = rulesFile.isEmpty() || !anyIsPage(pages)
        ? extraction::SiteRules()
        : tasks::readRules(rulesFile);
    QList<Article> articles;
    std::optional<Error> problem;
    for (auto &page : pages) {
        auto article
            = extraction::extract(std::move(page), rules ? *rules : extraction::SiteRules());
        if (!article) {
            problem = problem.value_or(article.error());
            continue;
        }
        if (!rules)
            article->warnings.append(u"the reading rules could not be read"_s);
        articles.append(*std::move(article));
    }
    if (articles.isEmpty())
        return problem.value_or(Error{Error::Kind::Empty, u"no story in it"_s});
    leaveOutLists(articles);
    return articles;
}

bool isPage(const QByteArray &bytes, const QByteArray &contentType)
{
    const auto type = contentType.split(';').first().trimmed().toLower();
    return (type.isEmpty() || type == "text/html" || type == "application/xhtml+xml")
        && !text::looksBinary(bytes);
}

template<typename T>
Result<T> naming(const QString &path, Result<T> result)
{
    if (result)
        return result;
    auto error = result.error();
    error.where = path;
    return error;
}

} // namespace

Result<QList<Article>> tasks::readFile(const QString &path, const QUrl &url,
                                       const QString &rulesFile)
{
    auto bytes = bytesOf(path);
    if (!bytes)
        return bytes.error();
    auto pages = pagesIn(*bytes, path, url);
    if (!pages)
        return naming(path, Result<QList<Article>>(pages.error()));
    bytes = QByteArray(); // A page may be large, and is read by now.
    return naming(path, articlesIn(*std::move(pages), rulesFile));
}

Result<QList<SavedPage>> tasks::savedPages(const QString &path, const QUrl &url)
{
    const auto bytes = bytesOf(path);
    if (!bytes)
        return bytes.error();
    return naming(path, pagesIn(*bytes, path, url));
}

Result<QList<Article>> tasks::readBytes(const QByteArray &bytes, const QString &path,
                                        const QUrl &url, const QString &rulesFile)
{
    auto pages = pagesIn(bytes, path, url);
    if (!pages)
        return pages.error();
    return articlesIn(*std::move(pages), rulesFile);
}

Result<Article> tasks::readPage(const QByteArray &bytes, const QByteArray &contentType,
                                const QUrl &url, const QString &rulesFile)
{
    if (!isPage(bytes, contentType))
        return Error{Error::Kind::Unsupported, u"no page"_s, url.toString()};
    const auto said = feeds::charsetOf(contentType);
    SavedPage page{.content = SavedPage::Content::Page};
    page.html = text::decode(bytes, said.isEmpty() ? text::declaredInHtml(bytes) : said).text;
    page.stated.url = url;
    page.stated.provenance.format = u"html"_s;
    const auto articles = articlesIn({page}, rulesFile);
    if (!articles)
        return naming(url.toString(), Result<Article>(articles.error()));
    return articles->first();
}
