#include "library/librarylock.h"

#include "library/limits.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSysInfo>
#include <QThread>

#include <map>
#include <mutex>
#include <system_error>

#ifdef Q_OS_UNIX
#include <cerrno>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>
#endif

using namespace Qt::StringLiterals;

namespace {

using Tenure = LibraryLock::Tenure;
using Holder = LibraryLock::Holder;

constexpr int longestNote = 4096;

// What this process holds. The kernel's locks belong to open files, of which a process might have
// two of one name, at odds with each other: so it opens each only once, from whatever thread.
struct Held
{
    int descriptor = -1;
    int times = 0;
    bool unclean = false;
    bool checked = false;
};

struct Register
{
    std::mutex guard;
    std::map<QString, Held> held; // By the lock's file.
};

Register &ours()
{
    static Register one;
    return one;
}

QByteArray written(const Holder &holder)
{
    const QJsonObject note{{u"program"_s, holder.program},
                           {u"process"_s, holder.process},
                           {u"host"_s, holder.host},
                           {u"since"_s, holder.since.toString(Qt::ISODate)},
                           {u"lasting"_s, holder.tenure == Tenure::Lasting}};
    return QJsonDocument(note).toJson(QJsonDocument::Compact);
}

std::optional<Holder> parsed(const QByteArray &note)
{
    const auto object = QJsonDocument::fromJson(note).object();
    if (!object.contains("program"_L1))
        return std::nullopt;
    return Holder{.program = object.value("program"_L1).toString(),
                  .process = object.value("process"_L1).toInteger(),
                  .host = object.value("host"_L1).toString(),
                  .since
                  = QDateTime::fromString(object.value("since"_L1).toString(), Qt::ISODate).toUTC(),
                  .tenure = object.value("lasting"_L1).toBool() ? Tenure::Lasting : Tenure::Brief};
}

Holder thisProgram(Tenure tenure)
{
    return {.program = QFileInfo(QCoreApplication::applicationFilePath()).fileName(),
            .process = QCoreApplication::applicationPid(),
            .host = QSysInfo::machineHostName(),
            .since = QDateTime::currentDateTimeUtc(),
            .tenure = tenure};
}

#ifdef Q_OS_UNIX

QByteArray noteIn(int descriptor)
{
    QByteArray note(longestNote, '\0');
    const auto length = ::pread(descriptor, note.data(), size_t(note.size()), 0);
    note.truncate(std::max<qsizetype>(length, 0));
    return note;
}

void write(int descriptor, const QByteArray &note)
{
    // On a full disk the note is missing, and the lock holds all the same.
    if (::ftruncate(descriptor, 0) == 0) [[maybe_unused]]
        const auto length = ::pwrite(descriptor, note.constData(), size_t(note.size()), 0);
}

// Whoever lets go of a lock takes its file away: the one that is locked may have no name by then.
bool isStill(int descriptor, const QByteArray &path)
{
    struct stat open = {};
    struct stat named = {};
    return ::fstat(descriptor, &open) == 0 && ::stat(path.constData(), &named) == 0
        && open.st_ino == named.st_ino && open.st_dev == named.st_dev;
}

struct Attempt
{
    int descriptor = -1; // The lock, when it was had.
    int error = 0;
    QByteArray note = {}; // Of whoever has it, or of whoever had it last.
};

Attempt attempted(const QByteArray &path)
{
    const auto descriptor
        = ::open(path.constData(), O_RDWR | O_CREAT | O_CLOEXEC, S_IRUSR | S_IWUSR);
    if (descriptor < 0)
        return {.error = errno};
    auto error = ::flock(descriptor, LOCK_EX | LOCK_NB) == 0 ? 0 : errno;
    // Some file systems know no locks: SQLite does what it can there, and so do we.
    if (error == ENOLCK || error == ENOSYS || error == EOPNOTSUPP)
        error = 0;
    if (!error && !isStill(descriptor, path))
        error = EAGAIN;
    Attempt attempt{.descriptor = descriptor, .error = error, .note = noteIn(descriptor)};
    if (error) {
        ::close(descriptor);
        attempt.descriptor = -1;
    }
    return attempt;
}

Result<Held> taken(const QString &file, Tenure tenure)
{
    const auto path = QFile::encodeName(file);
    const QDeadlineTimer patience(limits::lockPatience);
    for (;;) {
        const auto attempt = attempted(path);
        if (attempt.descriptor >= 0) {
            write(attempt.descriptor, written(thisProgram(tenure)));
            return Held{.descriptor = attempt.descriptor, .unclean = !attempt.note.isEmpty()};
        }
        if (attempt.error != EWOULDBLOCK)
            return Error{Error::Kind::Storage,
                         QString::fromStdString(std::generic_category().message(attempt.error)),
                         file};
        const auto holder = parsed(attempt.note);
        if (patience.hasExpired() || (holder && holder->tenure == Tenure::Lasting))
            return Error{Error::Kind::InUse, QString::fromUtf8(attempt.note), file};
        // Nobody tells when a lock becomes free. This is never the window's thread.
        QThread::msleep(limits::lockPause.count());
    }
}

void released(const QString &file, const Held &held)
{
    if (held.unclean && !held.checked) {
        write(held.descriptor, R"({"unclean":true})");
    } else {
        write(held.descriptor, {});
        ::unlink(QFile::encodeName(file).constData());
    }
    ::close(held.descriptor);
}

#else

Result<Held> taken(const QString &, Tenure)
{
    return Held{};
}

void released(const QString &, const Held &) { }

#endif

} // namespace

QString LibraryLock::fileIn(const QString &folder)
{
    // One name for a folder, by whatever way it is reached.
    const auto canonical = QFileInfo(folder).canonicalFilePath();
    return (canonical.isEmpty() ? QDir(folder).absolutePath() : canonical) + u"/library.lock"_s;
}

Result<std::unique_ptr<LibraryLock>> LibraryLock::take(const QString &folder, Tenure tenure)
{
    const auto file = fileIn(folder);
    const std::lock_guard alone(ours().guard);
    auto &held = ours().held[file];
    if (held.times == 0) {
        auto lock = taken(file, tenure);
        if (!lock) {
            ours().held.erase(file);
            return lock.error();
        }
        held = *lock;
    }
    ++held.times;
    return std::unique_ptr<LibraryLock>(new LibraryLock(file));
}

LibraryLock::LibraryLock(QString file)
    : m_file(std::move(file))
{
}

LibraryLock::~LibraryLock()
{
    const std::lock_guard alone(ours().guard);
    const auto found = ours().held.find(m_file);
    if (--found->second.times > 0)
        return;
    released(m_file, found->second);
    ours().held.erase(found);
}

bool LibraryLock::leftUnclean() const
{
    const std::lock_guard alone(ours().guard);
    const auto &held = ours().held.at(m_file);
    return held.unclean && !held.checked;
}

void LibraryLock::markChecked()
{
    const std::lock_guard alone(ours().guard);
    ours().held.at(m_file).checked = true;
}

std::optional<Holder> LibraryLock::holderIn(const Error &error)
{
    return error.kind == Error::Kind::InUse ? parsed(error.detail.toUtf8()) : std::nullopt;
}
