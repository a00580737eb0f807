#include "disk.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRandomGenerator>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;
using diskcalls::Call;
using Kind = Call::Kind;

namespace {

void resize(QByteArray &content, qint64 size)
{
    const auto before = content.size();
    content.resize(size);
    if (size > before)
        std::fill(content.begin() + before, content.end(), '\0');
}

void writeAt(QByteArray &content, qint64 offset, const QByteArray &bytes)
{
    if (content.size() < offset + bytes.size())
        resize(content, offset + bytes.size());
    std::copy(bytes.cbegin(), bytes.cend(), content.begin() + offset);
}

void apply(QByteArray &content, const Call &call)
{
    if (call.kind == Kind::Truncate)
        resize(content, call.offset);
    else
        writeAt(content, call.offset, call.bytes);
}

// Each sector that is written may be on the disk or not.
void applyTorn(QByteArray &content, const Call &call, int sector, QRandomGenerator &random)
{
    if (call.kind == Kind::Truncate) {
        if (random.bounded(2))
            apply(content, call);
        return;
    }
    for (qint64 at = 0; at < call.bytes.size();) {
        const auto rest = sector - (call.offset + at) % sector;
        const auto size = std::min<qint64>(rest, call.bytes.size() - at);
        if (random.bounded(2))
            writeAt(content, call.offset + at, call.bytes.mid(at, size));
        at += size;
    }
}

void save(const QString &path, const QByteArray &bytes)
{
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("%s cannot be written", qPrintable(path));
}

} // namespace

Disk::Disk(QString folder)
    : m_folder(std::move(folder))
{
}

void Disk::take(const Call &call)
{
    if (!call.path.startsWith(m_folder))
        return;
    if (call.kind == Kind::SyncFolder && call.path == m_folder)
        m_removed.clear();
    if (call.path.startsWith(m_folder + u"/media"_s) || call.kind == Kind::SyncFolder) {
        takeOfPicture(call);
        return;
    }
    switch (call.kind) {
    case Kind::Open:
        m_removed.remove(call.path);
        m_files[call.path];
        break;
    case Kind::Write:
    case Kind::Truncate:
        m_files[call.path].pending.append(call);
        break;
    case Kind::Sync: {
        auto &file = m_files[call.path];
        for (const auto &change : std::as_const(file.pending))
            apply(file.synced, change);
        file.pending.clear();
        file.isNamed = true;
        break;
    }
    case Kind::Remove: {
        const auto file = m_files.take(call.path);
        if (!call.isDurable)
            m_removed.insert(call.path, file);
        break;
    }
    default:
        break;
    }
}

void Disk::takeOfPicture(const Call &call)
{
    const auto folder = QFileInfo(call.path).path();
    switch (call.kind) {
    case Kind::Sync:
        m_isContentSynced = true;
        break;
    case Kind::Link:
        m_pictures.insert(
            call.path, {.bytes = call.bytes, .isSynced = std::exchange(m_isContentSynced, false)});
        m_newNames[folder].insert(call.path);
        break;
    case Kind::MakeFolder:
        m_newNames[folder].insert(call.path);
        break;
    case Kind::SyncFolder:
        m_newNames.remove(call.path);
        break;
    case Kind::Remove:
        m_pictures.remove(call.path);
        break;
    default:
        break;
    }
}

bool Disk::isNamed(const QString &picture) const
{
    for (auto path = picture; path != m_folder; path = QFileInfo(path).path()) {
        if (m_newNames.value(QFileInfo(path).path()).contains(path))
            return false;
    }
    return true;
}

QByteArray Disk::contentOf(const File &file, Unsynced unsynced, QRandomGenerator &random) const
{
    auto content = file.synced;
    const auto sector = random.bounded(2) ? 512 : 4'096;
    for (const auto &change : file.pending) {
        if (unsynced == Unsynced::Kept)
            apply(content, change);
        else if (unsynced == Unsynced::Torn)
            applyTorn(content, change, sector, random);
    }
    return content;
}

void Disk::writeTo(const QString &folder, Unsynced unsynced, QRandomGenerator &random) const
{
    const auto there = [&](const QString &path) { return folder + path.mid(m_folder.size()); };
    const auto isKept = [&] {
        return unsynced == Unsynced::Kept || (unsynced == Unsynced::Torn && random.bounded(2));
    };
    for (auto file = m_files.cbegin(); file != m_files.cend(); ++file) {
        if (file->isNamed || isKept())
            save(there(file.key()), contentOf(*file, unsynced, random));
    }
    for (auto file = m_removed.cbegin(); file != m_removed.cend(); ++file) {
        if (file->isNamed && !isKept())
            save(there(file.key()), contentOf(*file, unsynced, random));
    }
    for (auto picture = m_pictures.cbegin(); picture != m_pictures.cend(); ++picture) {
        if (isNamed(picture.key()) || isKept())
            save(there(picture.key()),
                 picture->isSynced || isKept() ? picture->bytes : QByteArray());
    }
}
