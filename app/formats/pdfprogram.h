#pragma once

#include "base/result.h"
#include "print/printedfile.h"

#include <QByteArray>
#include <QString>

namespace formats {

// Where broadsheet-pdf is: beside the running program, or where the system keeps programs that only
// others start. Empty when it is not there.
QString pdfProgram();

// What the program at `program` finds in a PDF. It runs in a process of its own and is ended after
// a time; what it has told until then is answered. Waits for it: never called on the main thread.
// Errors: Refused for an encrypted file, Malformed, TooLarge, Unsupported without the program.
Result<print::File> printedFile(const QByteArray &bytes, const QString &program);

} // namespace formats
