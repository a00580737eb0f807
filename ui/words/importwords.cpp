#include "words/importwords.h"

#include "words/errortext.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("importwords", text);
}

// "1 file", "2,040 files": the first text is for one alone.
QString counted(qsizetype count, const char *one, const char *many)
{
    return count == 1 ? tr(one) : tr(many).arg(QLocale().toString(count));
}

QString placeOf(const ImportReport &report)
{
    const QFileInfo place(report.paths.value(0));
    return place.fileName().isEmpty() ? place.filePath() : place.fileName();
}

QString without(const ImportReport &report)
{
    if (report.known > 0)
        return counted(report.known, "The story was in your library already.",
                       "All %1 stories were in your library already.");
    if (report.stopped)
        return tr("Nothing could be kept.");
    if (report.files == 0 && report.left > 0)
        return tr("Nothing was imported.");
    if (report.files == 0)
        return tr("Nothing in “%1” could hold a story.").arg(placeOf(report));
    return tr("No story could be read in “%1”.").arg(placeOf(report));
}

QString rest(const ImportReport &report)
{
    QStringList sentences;
    if (report.stopped)
        sentences << errortext::libraryTrouble(*report.stopped);
    if (report.left > 0)
        sentences << counted(
            report.left, "The import was stopped: one file was not read. What had come in stays.",
            "The import was stopped: %1 files were not read. What had come in "
            "stays.");
    if (report.added > 0 && report.known > 0)
        sentences << counted(report.known, "One more was there already.",
                             "%1 more were there already.");
    if (!report.errors.isEmpty())
        sentences << counted(report.errors.size(),
                             "One file could not be read; it was not changed.",
                             "%1 files could not be read; they were not changed.");
    if (report.added > 0)
        sentences << tr("Undo (Ctrl+Z) takes the import back.");
    return sentences.join(u' ');
}

QList<ImportResult::Group> grouped(const QList<Error> &errors)
{
    QList<ImportResult::Group> groups;
    for (const auto &error : errors) {
        const auto reason = errortext::reason(error);
        auto group = std::ranges::find(groups, reason, &ImportResult::Group::reason);
        if (group == groups.end())
            group = groups.insert(groups.end(), {.reason = reason, .files = {}});
        group->files << error.where;
    }
    std::ranges::stable_sort(groups, std::ranges::greater(),
                             [](const auto &group) { return group.files.size(); });
    return groups;
}

} // namespace

bool importwords::isPlain(const ImportReport &report)
{
    return report.added > 0 && report.known == 0 && report.left == 0 && report.errors.isEmpty()
        && !report.stopped;
}

QString importwords::outcome(const ImportReport &report)
{
    return report.added > 0 ? counted(report.added, "One story is new in your library.",
                                      "%1 stories are new in your library.")
                            : without(report);
}

ImportResult::Words importwords::result(const ImportReport &report)
{
    return {.outcome = outcome(report), .rest = rest(report), .groups = grouped(report.errors)};
}
