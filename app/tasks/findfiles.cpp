#include "tasks/findfiles.h"

#include "tasks/limits.h"

#include <QDir>
#include <QMimeDatabase>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace {

constexpr std::array companionFolders{"_files"_L1, "_resources"_L1, ".assets"_L1, "-media"_L1};
constexpr std::array unfinished{".part"_L1, ".crdownload"_L1, ".tmp"_L1, ".download"_L1, "~"_L1};
constexpr std::array media{"image/"_L1, "video/"_L1, "audio/"_L1, "font/"_L1};

template<typename List>
bool endsInOneOf(const QString &name, const List &endings)
{
    return std::ranges::any_of(
        endings, [&](auto ending) { return name.endsWith(ending, Qt::CaseInsensitive); });
}

bool mayHoldAStory(const QFileInfo &file, const QMimeDatabase &types)
{
    if (endsInOneOf(file.fileName(), unfinished))
        return false;
    const auto type = types.mimeTypeForFile(file, QMimeDatabase::MatchExtension).name();
    return std::ranges::none_of(media, [&](auto start) { return type.startsWith(start); });
}

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
            if (!endsInOneOf(entry.fileName(), companionFolders))
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
