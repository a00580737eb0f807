#include "tasks/openfiles.h"

#include "base/background.h"
#include "tasks/findfiles.h"
#include "tasks/readfile.h"

#include <QFileInfo>

#include <algorithm>
#include <utility>

namespace {

// Files being read and read stories waiting for their turn: what bounds the memory of a large
// batch.
constexpr int inFlight = 8;

QStringList expanded(const QStringList &paths)
{
    QStringList files;
    for (const auto &path : paths) {
        if (QFileInfo(path).isDir())
            files += tasks::storyFiles(path);
        else
            files += path;
    }
    return files;
}

struct Listed
{
    QStringList files;
    std::optional<Result<QList<Article>>> first; // What is in the first of them, if it was read.
};

// The first file is read here, too, when it is `wantedAtOnce`: to ask for that from the main thread
// would wait until the window is made.
Listed listed(const QStringList &paths, bool wantedAtOnce, const QString &rulesFile)
{
    Listed listed{.files = expanded(paths), .first = {}};
    if (wantedAtOnce && !listed.files.isEmpty())
        listed.first = tasks::readFile(listed.files.first(), {}, rulesFile);
    return listed;
}

} // namespace

OpenFiles::OpenFiles(const QString &rulesFile, QObject *parent)
    : QObject(parent)
    , m_rulesFile(rulesFile)
{
    m_listing.setMaxThreadCount(1);
}

void OpenFiles::open(const QStringList &paths)
{
    const auto atOnce = !std::exchange(m_running, true);
    m_total += int(paths.size());
    ++m_listings;
    inBackground([paths, atOnce, rules = m_rulesFile] { return listed(paths, atOnce, rules); },
                 this,
                 [this, given = paths.size(), round = m_round](const Listed &listed) {
                     if (round != m_round)
                         return;
                     --m_listings;
                     m_total += int(listed.files.size() - given);
                     QList<Item> items;
                     for (const auto &file : listed.files)
                         items.append({.path = file, .read = [file, rules = m_rulesFile] {
                                           return tasks::readFile(file, {}, rules);
                                       }});
                     enqueue(std::move(items), listed.first);
                 },
                 &m_listing);
}

void OpenFiles::openText(const QByteArray &text, const QString &name)
{
    m_running = true;
    ++m_total;
    enqueue({{.path = name, .read = [text, name, rules = m_rulesFile] {
                  return tasks::readBytes(text, name, {}, rules);
              }}});
}

void OpenFiles::cancel()
{
    if (!running())
        return;
    ++m_round;
    m_items.clear();
    m_next = m_first;
    m_listings = 0;
    m_held = false;
    finishIfDone();
}

void OpenFiles::hold()
{
    m_held = true;
}

void OpenFiles::goOn()
{
    if (std::exchange(m_held, false))
        startMore();
}

void OpenFiles::enqueue(QList<Item> items, const std::optional<Stories> &first)
{
    if (first && m_items.empty()) {
        items.front().answer = first;
        ++m_next;
    }
    std::ranges::move(items, std::back_inserter(m_items));
    tellProgress();
    startMore();
    announceReady();
    startMore();
    finishIfDone();
}

void OpenFiles::startMore()
{
    const auto end = m_first + m_items.size();
    while (!m_held && m_next < end && m_next < m_first + inFlight) {
        const auto number = m_next++;
        inBackground(m_items[number - m_first].read, this,
                     [this, number, round = m_round](const Stories &stories) {
                         if (round == m_round)
                             answered(number, stories);
                     });
    }
}

void OpenFiles::answered(quint64 number, const Stories &stories)
{
    m_items[number - m_first].answer = stories;
    announceReady();
    startMore();
    finishIfDone();
}

void OpenFiles::announceReady()
{
    const auto round = m_round;
    // A listener may cancel: then nothing of this round is left.
    while (round == m_round && !m_items.empty() && m_items.front().answer) {
        const auto item = std::move(m_items.front());
        m_items.pop_front();
        ++m_first;
        const auto &stories = *item.answer;
        ++(stories ? m_opened : m_failed);
        if (stories)
            emit opened(*stories, item.path);
        else
            emit failed(stories.error());
        tellProgress();
    }
}

void OpenFiles::tellProgress()
{
    emit progressed(m_opened + m_failed, m_total,
                    m_items.empty() ? QString() : m_items.front().path);
}

void OpenFiles::finishIfDone()
{
    if (!running() || m_listings > 0 || !m_items.empty())
        return;
    const auto opened = std::exchange(m_opened, 0);
    const auto failed = std::exchange(m_failed, 0);
    m_total = 0;
    m_running = false;
    emit finished(opened, failed);
}
