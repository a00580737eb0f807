#include "tasks/findfiles.h"

#include "formats/companionfolders.h"
#include "tasks/filenames.h"
#include "tasks/limits.h"

#include <QDir>
#include <QMimeDatabase>

#include <algorithm>
#include <array>

#ifdef Q_OS_UNIX
#include <dirent.h>
#include <memory>
#endif

using namespace Qt::StringLiterals;

namespace {

// What browsers and clippers add to a page's name for the folder of its parts. Browsers say it in
// the language of their person.
// These are names that a person may give to a folder, too: only beside the page itself.
constexpr std::array besidePageOnly{".data"_L1, "_resources"_L1};
constexpr std::array pages{".html"_L1, ".htm"_L1,      ".xhtml"_L1,
                           ".md"_L1,   ".markdown"_L1, ".enex"_L1};
// The copiers' own papers, and what a site tells robots.
constexpr std::array sundryFolders{"hts-cache"_L1, "__MACOSX"_L1, "node_modules"_L1};
constexpr std::array sundryFiles{"robots.txt"_L1, "hts-log.txt"_L1, "thumbs.db"_L1,
                                 "desktop.ini"_L1};
constexpr std::array unfinished{".part"_L1,     ".crdownload"_L1, ".tmp"_L1,
                                ".download"_L1, ".opdownload"_L1, "~"_L1};
constexpr std::array otherKinds{"image/"_L1, "video/"_L1, "audio/"_L1, "font/"_L1, "model/"_L1};
// What pages are made of and what stands beside them. A file of another kind is tried, and told
// of if there is no story in it.
constexpr std::array otherTypes{"text/css"_L1,
                                "application/javascript"_L1,
                                "text/javascript"_L1,
                                "application/x-font-ttf"_L1,
                                "application/vnd.ms-fontobject"_L1,
                                "application/x-executable"_L1,
                                "application/x-sharedlib"_L1,
                                "application/x-ms-dos-executable"_L1,
                                "application/vnd.debian.binary-package"_L1,
                                "application/x-iso9660-image"_L1,
                                "application/x-desktop"_L1,
                                "application/x-bittorrent"_L1,
                                "application/wasm"_L1};
constexpr std::array otherSuffixes{".map"_L1, ".cdx"_L1, ".cdxj"_L1, ".lock"_L1, ".ds_store"_L1};

template<typename List>
bool endsInOneOf(const QString &name, const List &endings)
{
    return std::ranges::any_of(
        endings, [&](auto ending) { return name.endsWith(ending, Qt::CaseInsensitive); });
}

template<typename List>
bool isOneOf(const QString &name, const List &names)
{
    return std::ranges::any_of(
        names, [&](auto other) { return name.compare(other, Qt::CaseInsensitive) == 0; });
}

// A page's address may have left its query in the file's name: "photo.jpg?w=600".
QString withoutQuery(const QString &name)
{
    const auto end = name.indexOf(u'?');
    return end > 0 ? name.left(end) : name;
}

bool isOtherType(const QString &type)
{
    return std::ranges::any_of(otherKinds, [&](auto kind) { return type.startsWith(kind); })
        || isOneOf(type, otherTypes);
}

bool mayHoldAStory(const QFileInfo &file, const QMimeDatabase &types)
{
    const auto name = withoutQuery(file.fileName());
    if (endsInOneOf(name, unfinished) || endsInOneOf(name, otherSuffixes)
        || isOneOf(name, sundryFiles))
        return false;
    const auto byName = types.mimeTypeForFile(name, QMimeDatabase::MatchExtension);
    if (!byName.isDefault())
        return !isOtherType(byName.name());
    // Names without a suffix, or with one that says nothing: copied sites are full of them.
    const auto byContent = types.mimeTypeForFile(file, QMimeDatabase::MatchContent);
    return !isOtherType(byContent.name());
}

// Whether the folder holds the parts of a page: "Story_files" beside "Story.html".
bool isCompanion(const QFileInfo &folder)
{
    const auto name = folder.fileName();
    if (isOneOf(name, sundryFolders))
        return true;
    const auto *const ending = std::ranges::find_if(formats::companionFolders, [&](auto candidate) {
        return name.endsWith(candidate, Qt::CaseInsensitive);
    });
    if (ending == formats::companionFolders.end())
        return false;
    if (!isOneOf(QString(*ending), besidePageOnly))
        return true;
    const auto stem = folder.path() + u'/' + name.chopped(ending->size());
    return std::ranges::any_of(pages,
                               [&](auto suffix) { return QFileInfo::exists(stem + suffix); });
}

#ifdef Q_OS_UNIX
struct DirectoryClose
{
    void operator()(DIR *directory) const { ::closedir(directory); }
};

// What QDir leaves out without a word: entries of a folder whose names are no UTF-8. Their names
// alone tell whether they may hold a story; that one is a folder shows when it is to be read.
QStringList filesBeyondQt(const QString &folder, const QMimeDatabase &types)
{
    QStringList files;
    const std::unique_ptr<DIR, DirectoryClose> directory(
        ::opendir(QFile::encodeName(folder).constData()));
    while (const auto *entry = directory ? ::readdir(directory.get()) : nullptr) {
        const auto name = tasks::fileNameFromSystem(entry->d_name);
        if (!tasks::isBeyondQt(name) || name.startsWith(u'.'))
            continue;
        const QFileInfo file(folder + u'/' + name);
        if (mayHoldAStory(file, types) && !isCompanion(file))
            files.append(file.filePath());
    }
    files.sort();
    return files;
}
#else
QStringList filesBeyondQt(const QString &, const QMimeDatabase &)
{
    return {};
}
#endif

struct Place
{
    QString folder;
    int depth;
};

// Calls `visit` for the folder and each below it, in depth-first order. Links to folders are not
// followed: they could lead in a circle.
template<typename Visit>
void walk(const QString &top, Visit visit)
{
    QList<Place> places{{top, 0}};
    while (!places.isEmpty()) {
        const auto [folder, depth] = places.takeLast();
        if (!visit(folder))
            return;
        if (depth == tasks::limits::folderDepth)
            continue;
        auto below = QDir(folder).entryInfoList(
            QDir::Dirs | QDir::NoDotAndDotDot | QDir::NoSymLinks, QDir::Name | QDir::Reversed);
        for (const auto &entry : below) {
            if (!isCompanion(entry))
                places.append({entry.filePath(), depth + 1});
        }
    }
}

} // namespace

QStringList tasks::storyFiles(const QString &folder)
{
    const QMimeDatabase types;
    QStringList files;
    walk(folder, [&](const QString &place) {
        const auto entries = QDir(place).entryInfoList(QDir::Files, QDir::Name);
        for (const auto &entry : entries) {
            if (files.size() == limits::filesPerFolder)
                return false;
            if (mayHoldAStory(entry, types))
                files.append(entry.filePath());
        }
        files += filesBeyondQt(place, types).mid(0, limits::filesPerFolder - files.size());
        return true;
    });
    return files;
}

QStringList tasks::storyFolders(const QString &folder)
{
    QStringList folders;
    walk(folder, [&](const QString &place) {
        folders.append(place);
        return folders.size() < limits::filesPerFolder;
    });
    return folders;
}
