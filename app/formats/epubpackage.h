#pragma once

#include "base/result.h"
#include "model/article.h"
#include "xml/tree.h"

#include <QByteArray>
#include <QHash>
#include <QString>
#include <QStringList>

namespace formats {

struct EpubItem
{
    QString path = {}; // In the archive.
    QString mediaType = {};
    QString properties = {};
};

// What an EPUB's package document says: EPUB 3.3 §5, OPF 2.0.1.
struct EpubPackage
{
    // What it says of the whole book; `url` where it was made from one page.
    Article stated = {};
    QStringList creators = {}; // All that are named, whatever they did.
    bool isPeriodical = false; // An issue of something: the date is the issue's.
    QHash<QString, EpubItem> items = {}; // By path.
    QStringList spine = {}; // Paths, in reading order.
    QHash<QString, QString> guide = {}; // Path to what it is: "toc", "cover", "title-page" …
    QString navPath = {}; // The table of contents of EPUB 3 …
    QString ncxPath = {}; // … and of EPUB 2; either may be empty.
    QString coverPath = {}; // The picture on the cover; may be empty.
};

// The path of the package document as META-INF/container.xml names it; empty when it does not.
QString epubRootFile(const QByteArray &container);

// Errors: Malformed when the document names nothing to read. `path` is the document's own.
Result<EpubPackage> epubPackage(const QByteArray &opf, const QString &path);

// What the <metadata> says of a story.
void readEpubMetadata(const xml::Element &metadata, EpubPackage &package);

// Chapters' titles as the table of contents has them, by path: the first for each.
QHash<QString, QString> epubTitles(const QByteArray &bytes, const QString &path);

// True when META-INF/encryption.xml says that one of these files can only be read with a key.
// Fonts that are scrambled for their makers' sake do not count (EPUB 3.3 §4.2.6.3.4, §4.3).
bool isEpubEncrypted(const QByteArray &encryption, const QStringList &paths);

} // namespace formats
