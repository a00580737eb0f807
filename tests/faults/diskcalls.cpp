#include "diskcalls.h"

#include <QFile>
#include <QFileInfo>

#include <cerrno>
#include <cstring>
#include <dlfcn.h>
#include <sqlite3.h>
#include <unistd.h>
#include <utility>

using namespace Qt::StringLiterals;
using diskcalls::Call;
using Kind = Call::Kind;

namespace {

diskcalls::Hook &hook()
{
    static diskcalls::Hook hook;
    return hook;
}

bool isInstalled = false;

bool mayHappen(const Call &call)
{
    return !hook() || hook()(call);
}

// An open file of SQLite; the system's own follows it in memory.
struct File
{
    sqlite3_file base;
    QString *path;

    [[nodiscard]] sqlite3_file *real() { return reinterpret_cast<sqlite3_file *>(this + 1); }
};

File *file(sqlite3_file *opened)
{
    return reinterpret_cast<File *>(opened);
}

sqlite3_vfs *system()
{
    static sqlite3_vfs *vfs = sqlite3_vfs_find("unix");
    return vfs;
}

int close(sqlite3_file *opened)
{
    auto *real = file(opened)->real();
    const auto answer = real->pMethods ? real->pMethods->xClose(real) : SQLITE_OK;
    delete std::exchange(file(opened)->path, nullptr);
    return answer;
}

int read(sqlite3_file *opened, void *bytes, int count, sqlite3_int64 offset)
{
    if (!mayHappen({.kind = Kind::Read, .path = *file(opened)->path, .offset = offset}))
        return SQLITE_IOERR_READ;
    auto *real = file(opened)->real();
    return real->pMethods->xRead(real, bytes, count, offset);
}

int write(sqlite3_file *opened, const void *bytes, int count, sqlite3_int64 offset)
{
    auto *real = file(opened)->real();
    if (mayHappen({.kind = Kind::Write,
                   .path = *file(opened)->path,
                   .offset = offset,
                   .bytes = QByteArray(static_cast<const char *>(bytes), count)}))
        return real->pMethods->xWrite(real, bytes, count, offset);
    real->pMethods->xWrite(real, bytes, count / 2, offset);
    return SQLITE_FULL;
}

int truncate(sqlite3_file *opened, sqlite3_int64 size)
{
    if (!mayHappen({.kind = Kind::Truncate, .path = *file(opened)->path, .offset = size}))
        return SQLITE_IOERR_TRUNCATE;
    auto *real = file(opened)->real();
    return real->pMethods->xTruncate(real, size);
}

int sync(sqlite3_file *opened, int /*flags*/)
{
    return mayHappen({.kind = Kind::Sync, .path = *file(opened)->path}) ? SQLITE_OK
                                                                        : SQLITE_IOERR_FSYNC;
}

int mapShared(sqlite3_file *opened, int region, int size, int extend, void volatile **memory)
{
    if (extend && !mayHappen({.kind = Kind::Map, .path = *file(opened)->path + u"-shm"_s}))
        return SQLITE_IOERR_SHMSIZE;
    auto *real = file(opened)->real();
    return real->pMethods->xShmMap(real, region, size, extend, memory);
}

template<auto Method, typename... Arguments>
auto pass(sqlite3_file *opened, Arguments... arguments)
{
    auto *real = file(opened)->real();
    return (real->pMethods->*Method)(real, arguments...);
}

const sqlite3_io_methods &methods()
{
    using Methods = sqlite3_io_methods;
    static const Methods methods{
        .iVersion = 2,
        .xClose = close,
        .xRead = read,
        .xWrite = write,
        .xTruncate = truncate,
        .xSync = sync,
        .xFileSize = pass<&Methods::xFileSize, sqlite3_int64 *>,
        .xLock = pass<&Methods::xLock, int>,
        .xUnlock = pass<&Methods::xUnlock, int>,
        .xCheckReservedLock = pass<&Methods::xCheckReservedLock, int *>,
        .xFileControl = pass<&Methods::xFileControl, int, void *>,
        .xSectorSize = pass<&Methods::xSectorSize>,
        .xDeviceCharacteristics = pass<&Methods::xDeviceCharacteristics>,
        .xShmMap = mapShared,
        .xShmLock = pass<&Methods::xShmLock, int, int, int>,
        .xShmBarrier = pass<&Methods::xShmBarrier>,
        .xShmUnmap = pass<&Methods::xShmUnmap, int>,
        .xFetch = nullptr,
        .xUnfetch = nullptr,
    };
    return methods;
}

int open(sqlite3_vfs * /*vfs*/, const char *name, sqlite3_file *opened, int flags, int *outFlags)
{
    opened->pMethods = nullptr;
    const auto path = name ? QFile::decodeName(name) : u"temporary"_s;
    if (!mayHappen({.kind = Kind::Open, .path = path}))
        return SQLITE_CANTOPEN;
    auto *real = file(opened)->real();
    real->pMethods = nullptr;
    const auto answer = system()->xOpen(system(), name, real, flags, outFlags);
    if (answer != SQLITE_OK)
        return answer;
    file(opened)->path = new QString(path);
    opened->pMethods = &methods();
    return SQLITE_OK;
}

int remove(sqlite3_vfs * /*vfs*/, const char *name, int syncFolder)
{
    if (!mayHappen(
            {.kind = Kind::Remove, .path = QFile::decodeName(name), .isDurable = syncFolder != 0}))
        return SQLITE_IOERR_DELETE;
    return system()->xDelete(system(), name, syncFolder);
}

void install()
{
    static sqlite3_vfs vfs = *system();
    vfs.zName = "diskcalls";
    vfs.szOsFile = int(sizeof(File)) + system()->szOsFile;
    vfs.pNext = nullptr;
    vfs.xOpen = open;
    vfs.xDelete = remove;
    sqlite3_vfs_register(&vfs, 1);
}

// The system's function of this name, which ours stands before.
template<typename Function>
Function *systems(const char *name)
{
    return reinterpret_cast<Function *>(::dlsym(RTLD_NEXT, name));
}

bool isPicture(const QString &path)
{
    return path.contains(u"/media"_s);
}

QString pathOf(int descriptor)
{
    return QFile::symLinkTarget(u"/proc/self/fd/%1"_s.arg(descriptor));
}

// A file that gets its name.
bool mayBeNamed(const char *from, const char *to)
{
    const auto path = QFile::decodeName(to);
    if (!hook() || !isPicture(path))
        return true;
    QFile content(QFile::decodeName(from));
    const auto bytes = content.open(QIODevice::ReadOnly) ? content.readAll() : QByteArray();
    return mayHappen({.kind = Kind::Link, .path = path, .bytes = bytes});
}

int refuse()
{
    errno = ENOSPC;
    return -1;
}

int synced(int descriptor, const char *function)
{
    if (!isInstalled)
        return systems<int(int)>(function)(descriptor);
    const auto path = pathOf(descriptor);
    const auto isFolder = QFileInfo(path).isDir();
    // SQLite's files are seen by its VFS.
    if (!isFolder && !isPicture(path))
        return 0;
    const auto kind = isFolder ? Kind::SyncFolder : Kind::Sync;
    return mayHappen({.kind = kind, .path = path}) ? 0 : refuse();
}

} // namespace

void diskcalls::setHook(Hook wanted)
{
    if (!std::exchange(isInstalled, true))
        install();
    hook() = std::move(wanted);
}

// The calls by which Qt writes and removes files, found before the system's.
extern "C" {

int fsync(int descriptor)
{
    return synced(descriptor, "fsync");
}

int fdatasync(int descriptor)
{
    return synced(descriptor, "fdatasync");
}

int linkat(int fromFolder, const char *from, int toFolder, const char *to, int flags) noexcept
{
    if (!mayBeNamed(from, to))
        return refuse();
    return systems<int(int, const char *, int, const char *, int)>("linkat")(fromFolder, from,
                                                                             toFolder, to, flags);
}

int rename(const char *from, const char *to) noexcept
{
    if (!mayBeNamed(from, to))
        return refuse();
    return systems<int(const char *, const char *)>("rename")(from, to);
}

int mkdir(const char *name, mode_t mode) noexcept
{
    const auto path = QFile::decodeName(name);
    if (hook() && !mayHappen({.kind = Kind::MakeFolder, .path = path}))
        return refuse();
    return systems<int(const char *, mode_t)>("mkdir")(name, mode);
}

int unlink(const char *name) noexcept
{
    const auto path = QFile::decodeName(name);
    if (hook() && isPicture(path) && !mayHappen({.kind = Kind::Remove, .path = path}))
        return refuse();
    return systems<int(const char *)>("unlink")(name);
}
}
