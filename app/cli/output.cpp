#include "cli/output.h"

#include "library/librarylock.h"

#include <algorithm>
#include <array>
#include <cstdio>

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Error::Kind kind;
    QLatin1StringView telling; // In the detail; empty for any.
    QLatin1StringView text;
};

// The first that fits.
constexpr std::array words{
    Words{Error::Kind::NotFound, ""_L1, "not found"_L1},
    Words{Error::Kind::Unreadable, ""_L1, "cannot be read; check its permissions"_L1},
    Words{Error::Kind::NotAFile, ""_L1, "is not a file that can be read as a story"_L1},
    Words{Error::Kind::Unsupported, ""_L1, "is in no format that is understood"_L1},
    Words{Error::Kind::Malformed, "not a library"_L1, "is no library of Broadsheet"_L1},
    Words{Error::Kind::Emptied, ""_L1,
          "was emptied by something else; restore a backup, or remove it to begin anew"_L1},
    Words{Error::Kind::Malformed, "no backup"_L1, "is damaged beyond reading"_L1},
    Words{Error::Kind::Malformed, "not a database"_L1,
          "is no library of Broadsheet, or damaged"_L1},
    Words{Error::Kind::Malformed, ""_L1, "is damaged; save it again if you can"_L1},
    Words{Error::Kind::Empty, "pictures without text"_L1,
          "holds nothing to read; have its text recognised (OCR) first"_L1},
    Words{Error::Kind::Empty, ""_L1, "holds nothing to read"_L1},
    Words{Error::Kind::TooLarge, ""_L1, "is too large"_L1},
    Words{Error::Kind::Offline, ""_L1, "the network cannot be reached"_L1},
    Words{Error::Kind::Refused, "encrypted"_L1,
          "is locked; unlock it with the program that made it"_L1},
    Words{Error::Kind::Refused, "this program knows"_L1,
          "is a library of a newer Broadsheet and was left as it is; update this one"_L1},
    Words{Error::Kind::Refused, "a file where"_L1, "is a file; name the folder of a library"_L1},
    Words{Error::Kind::Refused, ""_L1, "is refused"_L1},
    Words{Error::Kind::InUse, ""_L1,
          "the library is changed by another program; try again when that is done"_L1},
    Words{Error::Kind::NoRoom, ""_L1, "the disk has too little room; free some"_L1},
    Words{Error::Kind::Storage, ""_L1, "the library cannot be used"_L1},
    Words{Error::Kind::Cancelled, ""_L1, "was cancelled"_L1},
    Words{Error::Kind::HostNotFound, ""_L1,
          "its server is not known; check the address and the network"_L1},
    Words{Error::Kind::Unreachable, ""_L1, "its server cannot be reached; try again later"_L1},
    Words{Error::Kind::TimedOut, ""_L1, "its server takes too long; try again later"_L1},
    Words{Error::Kind::Insecure, ""_L1,
          "its server cannot prove who it is; nothing was taken from it"_L1},
    Words{Error::Kind::NeedsPassword, ""_L1, "needs a name and a password"_L1},
    Words{Error::Kind::Forbidden, ""_L1, "its server forbids reading it"_L1},
    Words{Error::Kind::Gone, ""_L1, "is gone for good"_L1},
    Words{Error::Kind::TooManyRequests, ""_L1,
          "its server was asked too often; try again later"_L1},
    Words{Error::Kind::ServerTrouble, ""_L1, "its server is in trouble; try again later"_L1},
    Words{Error::Kind::RedirectLoop, ""_L1, "leads from one address to the next without end"_L1},
    Words{Error::Kind::NotAFeed, ""_L1, "is no feed; give one of RSS, Atom or JSON Feed"_L1},
};

QString inWords(const Error &error)
{
    const auto *const found = std::ranges::find_if(words, [&](const Words &candidate) {
        return candidate.kind == error.kind && error.detail.contains(candidate.telling);
    });
    return found == words.end() ? QString() : QString(found->text);
}

// No page that could be saved again.
bool isDamagedLibrary(const Error &error)
{
    return error.kind == Error::Kind::Malformed && error.where.endsWith("/library.sqlite"_L1)
        && error.detail.contains("database"_L1);
}

QString inUse(const LibraryLock::Holder &holder)
{
    return u"the library is in use by %1 (process %2 on %3, since %4); close it and try again, or "
           "only read: list, search, export"_s.arg(
               holder.program, QString::number(holder.process), holder.host,
               holder.since.toLocalTime().toString(u"yyyy-MM-dd HH:mm"_s));
}

// File names may hold line breaks and terminal commands; a message is one line of plain text.
QString harmless(QString text)
{
    for (auto &character : text) {
        if (character.category() == QChar::Other_Control)
            character = u' ';
    }
    return text;
}

void printError(const QString &line)
{
    const auto bytes = (harmless(line) + u'\n').toLocal8Bit();
    std::fwrite(bytes.constData(), 1, size_t(bytes.size()), stderr);
}

} // namespace

void cli::print(const QByteArray &bytes)
{
    std::fwrite(bytes.constData(), 1, size_t(bytes.size()), stdout);
}

bool cli::allWritten()
{
    return std::fflush(stdout) == 0 && std::ferror(stdout) == 0;
}

void cli::printLine(const QString &line)
{
    print(line.toUtf8() + '\n');
}

QString cli::sentence(const Error &error)
{
    if (const auto holder = LibraryLock::holderIn(error))
        return inUse(*holder);
    auto text = isDamagedLibrary(error)
        ? u"is damaged; broadsheet-cli check --repair gets out what can be read"_s
        : inWords(error);
    if (!error.detail.isEmpty())
        text += " ("_L1 + error.detail + u')';
    return text;
}

QString cli::notOverwritten(const QString &path)
{
    return path + u": is there already and is not overwritten; name another file"_s;
}

void cli::complain(const Error &error)
{
    complain(error.where.isEmpty() ? sentence(error) : error.where + ": "_L1 + sentence(error));
}

void cli::complain(const QString &line)
{
    printError("broadsheet-cli: "_L1 + line);
}

void cli::complainBelow(const QStringList &lines)
{
    for (const auto &line : lines)
        printError(line);
}
