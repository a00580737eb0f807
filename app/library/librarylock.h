#pragma once

#include "base/result.h"

#include <QDateTime>
#include <QString>

#include <memory>
#include <optional>

// Says that this program changes a library, so that no other one does: `library.lock` beside the
// library's file, locked by the kernel for as long as the process lives and no longer, however it
// ends. On network file systems the server keeps the lock. A process may take it several times.
class LibraryLock
{
public:
    // How long it is meant to be held: for a command, or until a window is closed.
    enum class Tenure { Brief, Lasting };

    struct Holder
    {
        QString program;
        qint64 process = 0;
        QString host;
        QDateTime since; // UTC
        Tenure tenure = Tenure::Brief;

        bool operator==(const Holder &) const = default;
    };

    // Its file, of this folder: there while it is held, and after a program that did not come to
    // its end.
    static QString fileIn(const QString &folder);
    // Waits a moment for a program that holds it briefly. Error::Kind::InUse has the holder in its
    // detail, to be read by holderIn().
    static Result<std::unique_ptr<LibraryLock>> take(const QString &folder, Tenure tenure);
    ~LibraryLock();
    LibraryLock(const LibraryLock &) = delete;
    LibraryLock &operator=(const LibraryLock &) = delete;

    // Whether the program before did not come to its end. Stays so, for later programs too, until
    // somebody has looked whether all is well.
    [[nodiscard]] bool leftUnclean() const;
    void markChecked();

    // Empty where the other program could not be told.
    static std::optional<Holder> holderIn(const Error &error);

private:
    explicit LibraryLock(QString file);

    QString m_file;
};
