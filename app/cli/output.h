#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace cli {

// Standard output, as it is given.
void print(const QByteArray &bytes);
void printLine(const QString &line);

// False when something of the output was lost: a full disk, a closed pipe.
[[nodiscard]] bool allWritten();

// One line on standard error: "broadsheet-cli: WHERE: what is wrong".
void complain(const Error &error);
void complain(const QString &line);
// Lines that show what the one before is about.
void complainBelow(const QStringList &lines);

// What is wrong, in words that say what can be done.
QString sentence(const Error &error);
// The same of a file that is to be written where one is.
QString notOverwritten(const QString &path);

} // namespace cli
