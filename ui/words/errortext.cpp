#include "words/errortext.h"

#include "words/carewords.h"
#include "words/feedwords.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QStorageInfo>
#include <QUrl>

#include <array>

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("errortext", text);
}

constexpr qint64 hardlyAnyRoom = 4LL * 1024 * 1024;

// Why the library cannot be written, as far as the system says.
QString storageReason(const Error &error)
{
    QFileInfo place(error.where);
    while (!place.exists() && place.filePath() != place.path())
        place.setFile(place.path());
    const QStorageInfo disk(place.isDir() ? place.filePath() : place.path());
    const QFileInfo folder(place.isDir() ? place.filePath() : place.path());
    if (disk.isReadOnly() || !place.isWritable() || !folder.isWritable()
        || error.detail.contains(u"readonly"_s))
        return tr("The folder of the library may only be read. Check its rights.");
    if (disk.isValid() && disk.bytesAvailable() < hardlyAnyRoom)
        return tr("The disk is full. Make some room on it and open the file again.");
    return tr(
        "The library cannot be written. Check the rights of its folder and the room on the disk.");
}

// An address by its host, where it has one.
QString placeOf(const QString &address)
{
    const auto host = QUrl(address).host();
    return host.isEmpty() ? address : host;
}

struct Reason
{
    Error::Kind kind;
    const char *telling; // In the detail, in any case; empty for any detail.
    const char *words;
};

#define WORDS(text) QT_TRANSLATE_NOOP("errortext", text)

// The first that fits. "%1" is the error's detail, where a format's name stands in it.
constexpr std::array reasons{
    Reason{Error::Kind::NotFound, "",
           WORDS("It is not there any more. It may have been moved or renamed.")},
    Reason{Error::Kind::Unreadable, "",
           WORDS("The system does not let it be read. Check the rights of the file.")},
    Reason{Error::Kind::NotAFile, "", WORDS("It is not a file that can hold a story.")},
    Reason{Error::Kind::Refused, "DRM",
           WORDS("It is a book that its publisher has locked (DRM). Only the publisher’s own "
                 "program can open it.")},
    Reason{Error::Kind::Refused, "encrypted",
           WORDS("It is locked with a password. Unlock it with the program that made it, and open "
                 "that copy.")},
    Reason{Error::Kind::Refused, "password",
           WORDS("It is locked with a password. Unlock it with the program that made it, and open "
                 "that copy.")},
    Reason{Error::Kind::Refused, "", WORDS("It is not allowed here, for safety.")},
    Reason{
        Error::Kind::Unsupported, "encrypted mail",
        WORDS(
            "It is an encrypted mail. Open it in your mail program and save its text from there.")},
    Reason{
        Error::Kind::Unsupported, "is missing",
        WORDS("A part of Broadsheet that this format needs is missing. Install Broadsheet anew.")},
    Reason{Error::Kind::Unsupported, "no reader",
           WORDS("It is in a format that Broadsheet does not read.")},
    Reason{Error::Kind::Unsupported, "",
           WORDS("It is in a format that Broadsheet does not read: %1.")},
    Reason{
        Error::Kind::TooLarge, "unpack",
        WORDS("It unpacks to far more than a saved story needs. It was not unpacked, to be safe.")},
    Reason{Error::Kind::TooLarge, "limit is",
           WORDS("It is too large to be a story. Part it into smaller files, or save the story by "
                 "itself.")},
    Reason{Error::Kind::TooLarge, "", WORDS("It is too large to be a story.")},
    Reason{Error::Kind::Malformed, "password",
           WORDS("It is locked with a password. Unlock it with the program that made it, and open "
                 "that copy.")},
    Reason{Error::Kind::Malformed, "",
           WORDS("It is damaged or incomplete. Try to save the page again.")},
    Reason{Error::Kind::Empty, "pictures without text",
           WORDS("Its pages are pictures without text, as scanners make them. Have the text "
                 "recognised (OCR) and open that copy.")},
    Reason{Error::Kind::Empty, "server answered",
           WORDS("It holds only the server’s word that there was no page. Save the page again.")},
    Reason{Error::Kind::Empty, "no mail", WORDS("There is no mail in it.")},
    Reason{Error::Kind::Empty, "no notes", WORDS("There are no notes in it.")},
    Reason{Error::Kind::Empty, "no web page",
           WORDS("There is no web page in it, only pictures or other files.")},
    Reason{Error::Kind::Empty, "", WORDS("There is no text in it to read.")},
    Reason{Error::Kind::Offline, "", WORDS("It cannot be reached. Check the connection.")},
};

#undef WORDS

} // namespace

QString errortext::reason(const Error &error)
{
    if (error.kind == Error::Kind::Storage)
        return storageReason(error);
    if (feedwords::isAboutAddress(error))
        return feedwords::reason(error);
    for (const auto &reason : reasons) {
        const auto telling = QLatin1StringView(reason.telling);
        if (error.kind == reason.kind && error.detail.contains(telling, Qt::CaseInsensitive)) {
            const auto words = tr(reason.words);
            return words.contains(u"%1"_s) ? words.arg(error.detail) : words;
        }
    }
    return tr("It was cancelled.");
}

QString errortext::sentence(const Error &error)
{
    // Its files are named for nobody but the program.
    if (error.where.isEmpty() || error.kind == Error::Kind::Storage)
        return reason(error);
    if (error.kind == Error::Kind::Emptied
        || (error.kind == Error::Kind::Malformed && error.where.endsWith(u"/library.sqlite"_s)))
        return libraryTrouble(error);
    if (feedwords::isAboutAddress(error))
        return tr("%1 could not be fetched. %2").arg(placeOf(error.where), reason(error));
    const auto name = QFileInfo(error.where).fileName();
    return tr("“%1” could not be opened. %2")
        .arg(name.isEmpty() ? error.where : name, reason(error));
}

QString errortext::libraryTrouble(const Error &error)
{
    switch (error.kind) {
    case Error::Kind::Refused:
        if (error.detail.contains(u"a file where"_s))
            return tr("There is a file where the library’s folder should be.");
        return tr("The library is of a newer version of Broadsheet. It is left as it is; update "
                  "Broadsheet to use it.");
    case Error::Kind::Malformed:
        return tr("The library is damaged. It is left as it is; files can be read. Library → Check "
                  "and repair gets out of it what can be read.");
    case Error::Kind::Emptied:
        return tr("The library’s file was emptied by something else. It is left as it is; files "
                  "can be read. Library → Restore… brings a backup back. Without one, remove the "
                  "file “library.sqlite” to begin anew.");
    case Error::Kind::InUse:
        return carewords::inUse(LibraryLock::holderIn(error));
    case Error::Kind::NoRoom:
        return tr("The disk has too little room. Make some on it and try again.");
    case Error::Kind::NotFound:
        return tr("There is no library yet.");
    case Error::Kind::Storage:
        return storageReason(error);
    default:
        return tr("The library cannot be opened. Check the rights of its folder.");
    }
}

QString errortext::backupTrouble(const Error &error)
{
    switch (error.kind) {
    case Error::Kind::NotFound:
        return tr("There is no backup in this folder. Choose one that Broadsheet has made.");
    case Error::Kind::Refused:
        return tr("This backup was made by a newer version of Broadsheet. Update this one to "
                  "restore it.");
    case Error::Kind::Malformed:
    case Error::Kind::Emptied:
        return tr("This is no backup of Broadsheet, or it is damaged.");
    default:
        return libraryTrouble(error);
    }
}

QString errortext::notKept(const Error &error)
{
    return tr("The story is shown but could not be kept. %1").arg(libraryTrouble(error));
}

QString errortext::summary(int failed, int total)
{
    return QCoreApplication::translate("errortext", "%1 of %n files could not be read", nullptr,
                                       total)
        .arg(failed);
}
