#include "window/errortext.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("errortext", text);
}

} // namespace

QString errortext::reason(const Error &error)
{
    switch (error.kind) {
    case Error::Kind::NotFound:
        return tr("It is not there any more. It may have been moved or renamed.");
    case Error::Kind::Unreadable:
        return tr("The system does not let it be read. Check the rights of the file.");
    case Error::Kind::NotAFile:
        return tr("It is not a file that can hold a story.");
    case Error::Kind::Unsupported:
        return tr("It is in a format that Broadsheet does not read.");
    case Error::Kind::Malformed:
        return tr("It is damaged or incomplete. Try to save the page again.");
    case Error::Kind::Empty:
        return tr("There is no text in it to read.");
    case Error::Kind::TooLarge:
        return tr("It is too large to be a story.");
    case Error::Kind::Offline:
        return tr("It cannot be reached. Check the connection.");
    case Error::Kind::Refused:
        return tr("It is not allowed here, for safety.");
    case Error::Kind::Storage:
        return tr("The library cannot be written. Check that there is room on the disk; reading "
                  "goes on.");
    case Error::Kind::Cancelled:
        break;
    }
    return tr("It was cancelled.");
}

QString errortext::sentence(const Error &error)
{
    if (error.where.isEmpty())
        return reason(error);
    const auto name = QFileInfo(error.where).fileName();
    return tr("“%1” could not be opened. %2")
        .arg(name.isEmpty() ? error.where : name, reason(error));
}

QString errortext::summary(int failed, int total)
{
    return QCoreApplication::translate("errortext", "%1 of %n files could not be read", nullptr,
                                       total)
        .arg(failed);
}
