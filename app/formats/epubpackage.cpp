#include "formats/epubpackage.h"

#include "formats/archivedpage.h"
#include "formats/limits.h"
#include "html/document.h"
#include "text/whitespace.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace formats;

namespace {

QString rootPath(const QString &written)
{
    return pathFrom({}, written);
}

void readManifest(const xml::Element &root, const QString &path, EpubPackage &package,
                  QHash<QString, QString> &pathOfId)
{
    const auto *manifest = root.child(u"manifest");
    if (!manifest)
        return;
    for (const auto &item : manifest->children) {
        const EpubItem read{.path = pathFrom(path, item.attribute(u"href")),
                            .mediaType = item.attribute(u"media-type").toLower(),
                            .properties = item.attribute(u"properties")};
        if (item.name != "item"_L1 || read.path.isEmpty())
            continue;
        pathOfId.insert(item.attribute(u"id"), read.path);
        package.items.insert(read.path, read);
        const auto properties = read.properties.split(u' ');
        if (properties.contains("nav"_L1))
            package.navPath = read.path;
        if (properties.contains("cover-image"_L1))
            package.coverPath = read.path;
        if (read.mediaType == "application/x-dtbncx+xml"_L1)
            package.ncxPath = read.path;
    }
}

void readSpine(const xml::Element &root, EpubPackage &package,
               const QHash<QString, QString> &pathOfId)
{
    const auto *spine = root.child(u"spine");
    if (!spine)
        return;
    for (const auto &reference : spine->children) {
        const auto path = pathOfId.value(reference.attribute(u"idref"));
        if (!path.isEmpty() && !package.spine.contains(path)
            && package.spine.size() < limits::bookChapters)
            package.spine.append(path);
    }
}

void readGuide(const xml::Element &root, const QString &path, EpubPackage &package)
{
    const auto *guide = root.child(u"guide");
    if (!guide)
        return;
    for (const auto &reference : guide->children)
        package.guide.insert(pathFrom(path, reference.attribute(u"href")),
                             reference.attribute(u"type").toLower());
}

void addTitle(QHash<QString, QString> &titles, const QString &path, const QString &written)
{
    const auto title = text::simplified(written);
    if (!path.isEmpty() && !title.isEmpty() && !titles.contains(path))
        titles.insert(path, title);
}

QHash<QString, QString> titlesOfNcx(const QByteArray &bytes, const QString &path)
{
    QHash<QString, QString> titles;
    const auto tree = xml::tree(bytes);
    for (const auto &point : tree.root.descendants(u"navPoint")) {
        const auto *label = point.child(u"navLabel");
        const auto *content = point.child(u"content");
        if (label && content && label->child(u"text"))
            addTitle(titles, pathFrom(path, content->attribute(u"src")),
                     label->child(u"text")->text);
    }
    return titles;
}

QHash<QString, QString> titlesOfNav(const QByteArray &bytes, const QString &path)
{
    QHash<QString, QString> titles;
    const auto document = html::Document::parse(bytes);
    if (!document)
        return titles;
    // The first <nav> is the contents; others lead to pages and landmarks.
    auto contents = document->body().firstDescendant(u"nav");
    for (const auto &nav : document->body().descendants(u"nav")) {
        if (nav.attribute("epub:type") == "toc"_L1)
            contents = nav;
    }
    if (contents.isNull())
        contents = document->body();
    for (const auto &link : contents.descendants(u"a"))
        addTitle(titles, pathFrom(path, link.attribute("href")), html::textOf(link));
    return titles;
}

bool isFontScrambling(const QString &algorithm)
{
    return algorithm == "http://www.idpf.org/2008/embedding"_L1
        || algorithm == "http://ns.adobe.com/pdf/enc#RC"_L1;
}

} // namespace

QString formats::epubRootFile(const QByteArray &container)
{
    const auto tree = xml::tree(container);
    for (const auto &file : tree.root.descendants(u"rootfile")) {
        const auto type = file.attribute(u"media-type");
        if (type.isEmpty() || type == "application/oebps-package+xml"_L1)
            return rootPath(file.attribute(u"full-path").replace(u'\\', u'/'));
    }
    return {};
}

Result<EpubPackage> formats::epubPackage(const QByteArray &opf, const QString &path)
{
    const auto tree = xml::tree(opf);
    EpubPackage package;
    QHash<QString, QString> pathOfId;
    readManifest(tree.root, path, package, pathOfId);
    readSpine(tree.root, package, pathOfId);
    readGuide(tree.root, path, package);
    if (package.spine.isEmpty())
        return Error{Error::Kind::Malformed,
                     tree.problem.isEmpty() ? u"the book lists no chapters"_s : tree.problem};
    if (const auto *metadata = tree.root.child(u"metadata")) {
        readEpubMetadata(*metadata, package);
        for (const auto &meta : metadata->descendants(u"meta")) {
            if (meta.attribute(u"name") == "cover"_L1 && package.coverPath.isEmpty())
                package.coverPath = pathOfId.value(meta.attribute(u"content"));
        }
    }
    if (!tree.problem.isEmpty())
        package.stated.warnings.append(u"the book's description: %1"_s.arg(tree.problem));
    return package;
}

QHash<QString, QString> formats::epubTitles(const QByteArray &bytes, const QString &path)
{
    return path.endsWith(".ncx"_L1, Qt::CaseInsensitive) ? titlesOfNcx(bytes, path)
                                                         : titlesOfNav(bytes, path);
}

bool formats::isEpubEncrypted(const QByteArray &encryption, const QStringList &paths)
{
    const auto tree = xml::tree(encryption);
    return std::ranges::any_of(
        tree.root.descendants(u"EncryptedData"), [&](const xml::Element &data) {
            const auto *method = data.child(u"EncryptionMethod");
            if (method && isFontScrambling(method->attribute(u"Algorithm")))
                return false;
            const auto references = data.descendants(u"CipherReference");
            return std::ranges::any_of(references, [&](const xml::Element &reference) {
                return paths.contains(rootPath(reference.attribute(u"URI")));
            });
        });
}
