#include "subscriptions/outlineflow.h"

#include "base/background.h"
#include "feeds/opml.h"
#include "shell/actions.h"
#include "shell/banner.h"
#include "shell/steps.h"
#include "words/errortext.h"
#include "words/feedwords.h"

#include <QDateTime>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QSaveFile>
#include <QSet>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 largestOutline = 32LL * 1024 * 1024;
constexpr qint64 beginning = 4'096;
constexpr std::array suffixes{"opml"_L1, "xml"_L1, "rss"_L1, "atom"_L1, "rdf"_L1};

Result<feeds::Subscriptions> read(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{file.exists() ? Error::Kind::Unreadable : Error::Kind::NotFound,
                     file.errorString(), path};
    if (file.size() > largestOutline)
        return Error{Error::Kind::TooLarge, QString(), path};
    auto found = feeds::readSubscriptions(file.read(largestOutline));
    if (!found) {
        auto error = found.error();
        error.where = path;
        return error;
    }
    return found;
}

int foldersIn(const QList<NewFeed> &feeds)
{
    QSet<QStringList> folders;
    for (const auto &feed : feeds) {
        for (auto depth = 1; depth <= feed.folder.size(); ++depth)
            folders.insert(feed.folder.first(depth));
    }
    return int(folders.size());
}

} // namespace

OutlineFlow::OutlineFlow(const Parts &parts, QObject *parent)
    : QObject(parent)
    , m(parts)
{
    m.actions.on(Command::ImportFeeds, [this] { chooseImport(); });
    m.actions.on(Command::ExportFeeds, [this] { chooseExport(); });
}

void OutlineFlow::importFrom(const QString &path)
{
    inBackground(
        [path] { return read(path); }, this,
        [this, path](const Result<feeds::Subscriptions> &found) {
            if (!found) {
                problem(found.error().kind == Error::Kind::Empty
                            ? tr("There is no feed in “%1”.").arg(QFileInfo(path).fileName())
                            : errortext::sentence(found.error()));
                return;
            }
            m.library.write(
                [feeds = found->feeds, now = QDateTime::currentDateTimeUtc()](Library &library) {
                    return library.feeds().subscribe(feeds, now, Actor::Import);
                },
                this,
                [this, found = *found](const Result<Subscribed> &result) {
                    if (!result) {
                        problem(errortext::libraryTrouble(result.error()));
                        return;
                    }
                    const auto known = int(result->feeds.size()) - result->added;
                    m.banner.show(
                        {.text = feedwords::imported(result->added, foldersIn(found.feeds),
                                                     known + found.duplicates, found.leftOut),
                         .action = result->added > 0 ? tr("Undo") : QString(),
                         .act = m.steps.undoOfThis()});
                    emit imported(result->feeds);
                });
        });
}

void OutlineFlow::exportTo(const QString &path)
{
    m.library.read([](Library &library) { return library.feeds().outline(); }, this,
                   [this, path](const Result<QList<NewFeed>> &outline) {
                       if (outline)
                           write(*outline, path);
                       else
                           problem(errortext::libraryTrouble(outline.error()));
                   });
}

void OutlineFlow::write(const QList<NewFeed> &feeds, const QString &path)
{
    inBackground(
        [feeds, path, title = tr("Subscriptions in Broadsheet"),
         now = QDateTime::currentDateTimeUtc()] {
            QSaveFile file(path);
            return file.open(QIODevice::WriteOnly)
                && file.write(feeds::writeOpml(feeds, title, now)) >= 0 && file.commit();
        },
        this,
        [this, path, count = feeds.size()](bool written) {
            const auto name = QFileInfo(path).fileName();
            if (written)
                m.banner.show({.text = count == 1
                                   ? tr("One feed written to “%1”").arg(name)
                                   : tr("%1 feeds written to “%2”").arg(count).arg(name)});
            else
                problem(tr("“%1” could not be written. Check the rights of its folder and the "
                           "room on the disk.")
                            .arg(name));
        });
}

void OutlineFlow::chooseImport()
{
    auto *dialog = new QFileDialog(&m.window, tr("Import subscriptions"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters(
        {tr("Lists of subscriptions (*.opml *.xml *.html *.txt)"), tr("All files (*)")});
    dialog->setLabelText(QFileDialog::Accept, tr("&Import"));
    connect(dialog, &QFileDialog::fileSelected, this, &OutlineFlow::importFrom);
    dialog->open();
}

void OutlineFlow::chooseExport()
{
    auto *dialog = new QFileDialog(&m.window, tr("Export subscriptions"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"opml"_s);
    dialog->selectFile(tr("subscriptions.opml"));
    connect(dialog, &QFileDialog::fileSelected, this, &OutlineFlow::exportTo);
    dialog->open();
}

void OutlineFlow::problem(const QString &text)
{
    m.banner.show({.text = text, .tone = Banner::Tone::Problem});
}

bool mayBeSubscribable(const QString &path)
{
    const auto suffix = QFileInfo(path).suffix().toLower();
    return std::ranges::find(suffixes, suffix) != suffixes.end();
}

Subscribable subscribableIn(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Subscribable::Nothing;
    const auto start = file.read(beginning).toLower();
    if (start.contains("<opml"))
        return Subscribable::Outline;
    const auto feed = start.contains("<rss") || start.contains("<rdf:rdf")
        || (start.contains("<feed") && start.contains("atom"));
    return feed ? Subscribable::Feed : Subscribable::Nothing;
}
