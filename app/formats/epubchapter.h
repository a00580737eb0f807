#pragma once

#include "formats/epubpackage.h"

#include <QByteArray>
#include <QHash>

#include <optional>

namespace formats {

// What a saver of web pages wrote about one of them into a chapter.
struct EpubEntry
{
    Article stated = {}; // Address, headline, authors, dates, tags.

    bool operator==(const EpubEntry &) const = default;
};

enum class EpubRole {
    Text,
    TitlePage, // Title page, cover, imprint, colophon: the book's, not a story's.
    Contents
};

struct EpubChapter
{
    QString path = {};
    EpubRole role = EpubRole::Text;
    bool isArticle = false; // It says that it is one of several.
    bool hasText = false; // Apart from what a saver wrote.
    QString heading = {};
    QByteArray body = {}; // HTML. Pictures of the archive are named by epubPicture + path.
    std::optional<EpubEntry> entry = {};
    QUrl ownAddress = {}; // An address on the web that the chapter shows above or below its text.
    QHash<QString, Timestamp> dates = {}; // Of chapters that a table of contents lists, by path.
};

constexpr auto epubPicture = QLatin1StringView("epub:");

// Reads one document of a book. Errors: those of html::Document::parse().
Result<EpubChapter> epubChapter(const QByteArray &bytes, const QString &path,
                                const EpubPackage &package);

} // namespace formats
