#include "tasks/downloads.h"

#include "base/background.h"
#include "tasks/downloadnames.h"
#include "tasks/limits.h"

#include <QDir>
#include <QTimer>
#include <QUuid>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

namespace limits = tasks::limits;

// Hidden until it is whole.
QString partIn(const QString &folder)
{
    return QDir(folder).filePath(
        u".broadsheet-%1.part"_s.arg(QUuid::createUuid().toString(QUuid::Id128)));
}

} // namespace

Downloads::Downloads(network::Fetcher &fetcher, QObject *parent)
    : QObject(parent)
    , m_fetcher(fetcher)
{
}

Downloads::~Downloads() = default;

int Downloads::download(const Enclosure &enclosure, const QString &folder)
{
    m_downloads.emplace(++m_last, Download{.enclosure = enclosure, .folder = folder});
    // Nothing is told before the caller knows the number.
    QTimer::singleShot(0, this, &Downloads::goOn);
    return m_last;
}

void Downloads::cancel(int download)
{
    // With its receiver the request ends, and what it wrote goes.
    if (m_downloads.erase(download) > 0)
        goOn();
}

bool Downloads::mayStart(const Download &download) const
{
    const auto host = download.enclosure.url.host();
    auto underWay = 0;
    for (const auto &[number, other] : m_downloads) {
        if (!other.receiver)
            continue;
        if (other.enclosure.url.host() == host)
            return false;
        ++underWay;
    }
    return !download.receiver && underWay < limits::downloadsAtOnce;
}

void Downloads::goOn()
{
    for (const auto &[number, download] : m_downloads) {
        if (mayStart(download))
            start(number);
    }
}

void Downloads::start(int number)
{
    auto &download = m_downloads.at(number);
    download.receiver = std::make_unique<QObject>();
    const auto &url = download.enclosure.url;
    if (url.isLocalFile()) {
        const Error error{Error::Kind::Refused, u"a file of this machine"_s, url.toString()};
        QTimer::singleShot(0, download.receiver.get(),
                           [this, number, error] { end(number, error); });
        return;
    }
    // Not every home has its folder for downloads yet. That there is none is told when it is
    // written.
    inBackground([folder = download.folder] { return QDir().mkpath(folder); },
                 download.receiver.get(), [this, number](bool) { fetch(number); });
}

void Downloads::fetch(int number)
{
    const auto &download = m_downloads.at(number);
    const auto part = partIn(download.folder);
    m_fetcher.fetch(
        {.url = download.enclosure.url, .kind = network::Kind::File, .into = part},
        download.receiver.get(),
        [this, number, part](const network::Outcome &outcome) { take(number, part, outcome); },
        [this, number](qint64 received, qint64 total) {
            emit progressed(number, received, total);
        });
}

void Downloads::take(int number, const QString &part, const network::Outcome &outcome)
{
    if (!outcome.answer) {
        end(number, outcome.answer.error());
        return;
    }
    // Whole: it is kept even when it is cancelled now.
    const auto &download = m_downloads.at(number);
    inBackground(
        [part, folder = download.folder, enclosure = download.enclosure, url = outcome.answer->url,
         disposition = outcome.answer->disposition] {
            return tasks::nameDownload(part, folder,
                                       tasks::downloadName(disposition, url, enclosure));
        },
        download.receiver.get(),
        [this, number](const Result<QString> &file) { end(number, file); });
}

void Downloads::end(int number, const Result<QString> &file)
{
    m_downloads.erase(number);
    if (file)
        emit finished(number, *file);
    else
        emit failed(number, file.error());
    goOn();
}
