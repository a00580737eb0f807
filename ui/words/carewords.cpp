#include "words/carewords.h"

#include "dialogs/sizewords.h"

#include <QCoreApplication>
#include <QDir>
#include <QLocale>
#include <QSysInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

using integrity::Finding;
using integrity::Health;

QString tr(const char *text)
{
    return QCoreApplication::translate("carewords", text);
}

// "%1" in `several` is the number.
QString counted(qint64 number, const char *one, const char *several)
{
    return sizewords::counted(number, tr(one), tr(several));
}

QString sentence(const Finding &finding)
{
    switch (finding.kind) {
    case Finding::Kind::NotALibrary:
        return tr("The library’s file cannot be read.");
    case Finding::Kind::DamagedFile:
        return counted(finding.count,
                       "The library’s file is damaged in one place. A failing disk does that, or a "
                       "program that has written into it.",
                       "The library’s file is damaged in %1 places. A failing disk does that, or a "
                       "program that has written into it.");
    case Finding::Kind::DamagedIndex:
        return tr("The search index is damaged: searches may fail.");
    case Finding::Kind::IncompleteIndex:
        return counted(finding.count, "One story is not found by searching.",
                       "%1 stories are not found by searching.");
    case Finding::Kind::WrongCounts:
        return tr("The numbers of stories in the sidebar are wrong.");
    case Finding::Kind::WrongFeedCounts:
        return counted(finding.count, "The number of stories is wrong for one feed.",
                       "The numbers of stories are wrong for %1 feeds.");
    case Finding::Kind::StoriesWithoutText:
        return counted(finding.count, "One story has lost its text.",
                       "%1 stories have lost their text.");
    case Finding::Kind::UnknownStories:
        return counted(finding.count, "One story would be taken in twice if it came again.",
                       "%1 stories would be taken in twice if they came again.");
    case Finding::Kind::StrayRows:
        return counted(finding.count, "One entry belongs to a story or a feed that is not there.",
                       "%1 entries belong to stories or feeds that are not there.");
    case Finding::Kind::MissingPictures:
        return counted(finding.count,
                       "One picture is missing. A backup that you made in a folder of its own may "
                       "still have it.",
                       "%1 pictures are missing. A backup that you made in a folder of its own may "
                       "still have them.");
    }
    return {};
}

void add(QList<CareReport::Section> &sections, const QString &heading, const QStringList &lines)
{
    if (!lines.isEmpty())
        sections.append({.heading = heading, .lines = lines});
}

QStringList sentences(const Health &health)
{
    QStringList lines;
    for (const auto &finding : health.findings)
        lines.append(sentence(finding));
    return lines;
}

QStringList named(const Health &health)
{
    QStringList titles;
    for (const auto &finding : health.findings) {
        if (finding.kind == Finding::Kind::StoriesWithoutText)
            titles += finding.examples;
    }
    return titles;
}

QStringList deeds(const repair::Report &report)
{
    QStringList lines;
    if (report.replacedBy.isValid())
        lines.append(
            tr("Nothing could be read of the file. The backup of %1 is the library now.")
                .arg(QLocale().toString(report.replacedBy.toLocalTime(), QLocale::ShortFormat)));
    if (report.isNewFile)
        lines.append(tr("All that could be read was written into a new file."));
    if (report.rowsFromBackup > 0)
        lines.append(counted(report.rowsFromBackup, "One story came back from a backup.",
                             "%1 stories came back from a backup."));
    if (lines.isEmpty())
        lines.append(tr("Everything that was wrong was put right in the library’s file."));
    return lines;
}

} // namespace

QString carewords::verdict(const Health &health)
{
    if (health.isSound())
        return counted(health.stories, "All is well with your story.",
                       "All is well with your %1 stories.");
    if (health.has(Finding::Kind::DamagedFile) || health.has(Finding::Kind::NotALibrary))
        return tr("The library is damaged. Repairing gets out of it what can be read, and keeps "
                  "the damaged file.");
    const auto onlyPictures = std::ranges::all_of(health.findings, [](const Finding &finding) {
        return finding.kind == Finding::Kind::MissingPictures;
    });
    return onlyPictures ? tr("Your stories are well, but pictures are missing.")
                        : tr("Something is wrong with the library. It can be repaired.");
}

QList<CareReport::Section> carewords::found(const Health &health)
{
    QList<CareReport::Section> sections;
    add(sections, tr("What is wrong"), sentences(health));
    add(sections, tr("Stories without text"), named(health));
    return sections;
}

QString carewords::verdict(const repair::Report &report)
{
    if (report.before.isSound())
        return verdict(report.before);
    if (report.shortened.isEmpty() && report.after.isSound())
        return counted(report.after.stories,
                       "The library is repaired. Nothing of your story is lost.",
                       "The library is repaired. Nothing of your %1 stories is lost.");
    return tr("The library is repaired, as far as that was possible.");
}

QList<CareReport::Section> carewords::done(const repair::Report &report)
{
    if (report.before.isSound())
        return {};
    QList<CareReport::Section> sections;
    add(sections, tr("What was wrong"), sentences(report.before));
    add(sections, tr("What was done"), deeds(report));
    add(sections, tr("Their text came back from a backup, or is an earlier version"),
        report.fromBackup);
    add(sections, tr("Their place in lists was lost: listed anew, as read"), report.listedAnew);
    add(sections, tr("Lost but for their headline and first lines"), report.shortened);
    add(sections, tr("What is left"), sentences(report.after));
    if (!report.keptAside.isEmpty())
        add(sections, tr("The library as it was"), {QDir::toNativeSeparators(report.keptAside)});
    return sections;
}

QString carewords::inUse(const std::optional<LibraryLock::Holder> &holder)
{
    if (!holder)
        return tr("Another program is changing this library. Here it can only be read.");
    const auto place
        = holder->host == QSysInfo::machineHostName() ? QString() : tr(" on %1").arg(holder->host);
    return tr("%1%2 has this library open since %3 (process %4). Here it can only be read until "
              "that one is closed.")
        .arg(holder->program, place,
             QLocale().toString(holder->since.toLocalTime(), QLocale::ShortFormat),
             QString::number(holder->process));
}
