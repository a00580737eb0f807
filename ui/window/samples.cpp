#include "window/samples.h"

#include "tasks/readfile.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace {

constexpr int samplesAtMost = 6;
constexpr int foldersUp = 4;

// Installed, they are among the data files; otherwise in the source tree the program was built in.
QString samplesFolder()
{
    const auto installed
        = QStandardPaths::locate(QStandardPaths::GenericDataLocation, u"broadsheet/samples"_s,
                                 QStandardPaths::LocateDirectory);
    if (!installed.isEmpty())
        return installed;
    QDir folder(QCoreApplication::applicationDirPath());
    for (auto up = 0; up < foldersUp; ++up) {
        for (const auto &place : {u"share/broadsheet/samples"_s, u"resources/samples"_s}) {
            if (folder.exists(place))
                return folder.filePath(place);
        }
        if (!folder.cdUp())
            break;
    }
    return {};
}

QString kindOf(const QString &format)
{
    if (format == "text"_L1)
        return QCoreApplication::translate("samples", "Plain text");
    if (format == "markdown"_L1)
        return QCoreApplication::translate("samples", "Markdown clip");
    return QCoreApplication::translate("samples", "Saved page");
}

} // namespace

QList<Sample> findSamples()
{
    QList<Sample> samples;
    const auto folder = samplesFolder();
    if (folder.isEmpty())
        return samples;
    const auto files = QDir(folder).entryInfoList(QDir::Files | QDir::Readable, QDir::Name);
    for (const auto &file : files) {
        if (samples.size() == samplesAtMost)
            break;
        const auto stories = tasks::readFile(file.absoluteFilePath());
        if (!stories || stories->isEmpty())
            continue;
        const auto &story = stories->first();
        samples.append({.path = file.absoluteFilePath(),
                        .title = story.title.isEmpty() ? file.fileName() : story.title,
                        .kind = kindOf(story.provenance.format)});
    }
    return samples;
}
