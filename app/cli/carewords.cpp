#include "cli/carewords.h"

#include <QLocale>

#include <array>

using namespace Qt::StringLiterals;

namespace {

using integrity::Finding;

struct Words
{
    Finding::Kind kind;
    QLatin1StringView text; // %1 is the number.
};

constexpr std::array words{
    Words{Finding::Kind::NotALibrary, "the file cannot be read as a library"_L1},
    Words{Finding::Kind::DamagedFile, "the file is damaged in %1 places"_L1},
    Words{Finding::Kind::DamagedIndex, "the index of words is damaged: searches may fail"_L1},
    Words{Finding::Kind::IncompleteIndex, "%1 stories are not found by searching"_L1},
    Words{Finding::Kind::WrongCounts, "the number of stories is wrong"_L1},
    Words{Finding::Kind::WrongFeedCounts, "the number of stories is wrong for %1 feeds"_L1},
    Words{Finding::Kind::StoriesWithoutText, "%1 stories have lost their text"_L1},
    Words{Finding::Kind::UnknownStories,
          "%1 stories would be taken in twice if they came again"_L1},
    Words{Finding::Kind::StrayRows, "%1 rows belong to stories or feeds that are not there"_L1},
    Words{Finding::Kind::MissingPictures, "%1 pictures are missing"_L1},
};

void addTitles(QStringList &lines, const QString &heading, const QStringList &titles)
{
    if (titles.isEmpty())
        return;
    lines.append(heading.arg(titles.size()));
    for (const auto &title : titles)
        lines.append(u"    "_s + title);
}

} // namespace

QString carewords::size(qint64 bytes)
{
    return QLocale::c().formattedDataSize(bytes, 1, QLocale::DataSizeSIFormat);
}

QString carewords::moment(const QDateTime &moment)
{
    return moment.toLocalTime().toString(u"yyyy-MM-dd HH:mm"_s);
}

QString carewords::counted(qint64 number, const QString &one, const QString &several)
{
    return QString::number(number) + u' ' + (number == 1 ? one : several);
}

QString carewords::reason(backups::Reason reason)
{
    switch (reason) {
    case backups::Reason::Weekly:
        return u"weekly"_s;
    case backups::Reason::BeforeUpgrade:
        return u"before a newer version"_s;
    case backups::Reason::BeforeRestore:
        return u"before restoring"_s;
    case backups::Reason::ByHand:
        return u"made by hand"_s;
    case backups::Reason::BeforeRepair:
        break;
    }
    return u"before a repair"_s;
}

QStringList carewords::findings(const integrity::Health &health)
{
    QStringList lines;
    for (const auto &finding : health.findings) {
        const auto *const found = std::ranges::find(words, finding.kind, &Words::kind);
        auto line = QString(found->text);
        lines.append(line.contains(u"%1"_s) ? line.arg(finding.count) : line);
        for (const auto &example : finding.examples)
            lines.append(u"    "_s + example);
    }
    return lines;
}

QStringList carewords::report(const repair::Report &report)
{
    QStringList lines;
    if (report.replacedBy.isValid())
        lines.append(u"nothing could be read: the backup of %1 is the library now"_s.arg(
            moment(report.replacedBy)));
    if (report.isNewFile)
        lines.append(u"all that could be read is in a new file"_s);
    if (report.rowsFromBackup > 0)
        lines.append(u"%1 stories came back from a backup"_s.arg(report.rowsFromBackup));
    addTitles(lines, u"texts of %1 stories came back from a backup or an older version:"_s,
              report.fromBackup);
    addTitles(lines, u"%1 stories are listed anew, as read:"_s, report.listedAnew);
    addTitles(lines, u"lost but for headline and first lines, %1 stories:"_s, report.shortened);
    if (!report.keptAside.isEmpty())
        lines.append(u"the library as it was: "_s + report.keptAside);
    return lines;
}
