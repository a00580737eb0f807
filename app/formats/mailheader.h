#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QHash>

namespace formats {

// A mail's header section as far as it tells what the file is: the first value of every field by
// its name in lower case, cut short.
using MailHeader = QHash<QByteArray, QByteArray>;

// The header section at the beginning of the bytes; empty when they begin otherwise (RFC 5322
// §2.2). White space and a byte order mark before it are skipped.
MailHeader mailHeader(QByteArrayView bytes);

// True for a header section with a field that only programs write. The lines that a person puts
// above a forwarded story ("From:", "Date:", "Subject:") are no such header.
bool isMessage(const MailHeader &header);

// True for a web page in mail form (RFC 2557), which nobody has sent.
bool isWebArchive(const MailHeader &header);

// True when a line is a header field: "Name: …".
bool isFieldLine(QByteArrayView line);

// Without white space and a byte order mark at the beginning.
QByteArrayView withoutBlankStart(QByteArrayView bytes);

} // namespace formats
