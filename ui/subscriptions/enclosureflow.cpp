#include "subscriptions/enclosureflow.h"

#include "desk/storyflow.h"
#include "page/page.h"
#include "shell/banner.h"
#include "shell/elsewhere.h"
#include "shell/progressline.h"
#include "words/feedwords.h"

#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace {

// What the page offers, asked once more: the number came out of a page.
bool isUsable(const Enclosure &enclosure)
{
    const auto scheme = enclosure.url.scheme();
    return (scheme == "http"_L1 || scheme == "https"_L1)
        && page::enclosureKind(enclosure) != page::EnclosureKind::Other;
}

QString nameOf(const Enclosure &enclosure)
{
    return enclosure.title.isEmpty() ? enclosure.url.fileName() : enclosure.title;
}

QString downloadFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::DownloadLocation);
}

} // namespace

EnclosureFlow::EnclosureFlow(const Parts &parts, QObject *parent)
    : QObject(parent)
    , m(parts)
    , m_downloads(parts.fetcher)
{
    connect(&m_downloads, &Downloads::progressed, this,
            [this](int download, qint64 received, qint64 total) {
                m.progress.setDownloading(m_names.value(download),
                                          total > 0 ? double(received) / double(total) : -1);
            });
    connect(&m_downloads, &Downloads::finished, this, &EnclosureFlow::finish);
    connect(&m_downloads, &Downloads::failed, this, &EnclosureFlow::fail);
}

void EnclosureFlow::play(int number)
{
    const auto enclosure = m.flow.article().enclosures.value(number);
    if (isUsable(enclosure) && !elsewhere::open(enclosure.url))
        m.banner.show({.text = tr("The desktop has no program for this. Download it instead."),
                       .tone = Banner::Tone::Problem});
}

void EnclosureFlow::download(int number)
{
    const auto enclosure = m.flow.article().enclosures.value(number);
    if (!isUsable(enclosure))
        return;
    m_names.insert(m_downloads.download(enclosure, downloadFolder()), nameOf(enclosure));
    m.progress.setDownloading(nameOf(enclosure), -1);
}

void EnclosureFlow::cancel()
{
    for (auto it = m_names.cbegin(); it != m_names.cend(); ++it)
        m_downloads.cancel(it.key());
    m_names.clear();
}

void EnclosureFlow::finish(int download, const QString &file)
{
    m_names.remove(download);
    if (m_names.isEmpty())
        m.progress.finish();
    const QFileInfo info(file);
    m.banner.show(
        {.text = tr("“%1” is in “%2”").arg(info.fileName(), info.dir().dirName()),
         .action = tr("Show"),
         .act = [folder = info.absolutePath()] { elsewhere::open(QUrl::fromLocalFile(folder)); }});
}

void EnclosureFlow::fail(int download, const Error &error)
{
    const auto name = m_names.take(download);
    if (m_names.isEmpty())
        m.progress.finish();
    if (error.kind == Error::Kind::Cancelled)
        return;
    // The only file there is to open is the one that is written.
    const auto reason = error.kind == Error::Kind::Unreadable
        ? tr("Check the rights of “%1” and the room on the disk.").arg(downloadFolder())
        : feedwords::reason(error);
    m.banner.show({.text = tr("“%1” could not be downloaded. %2").arg(name, reason),
                   .tone = Banner::Tone::Problem});
}
