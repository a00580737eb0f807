#pragma once

#include <QByteArray>
#include <QString>

namespace tasks {

// A file's name as the system gives it. On Unix that is any bytes; Qt takes it for UTF-8 and loses
// what is none. Here such bytes become lone surrogates (U+DC80–U+DCFF, as in Python's PEP 383), so
// that the name can be given back whole.
QString fileNameFromSystem(const QByteArray &bytes);

// The reverse: the bytes that name the file.
QByteArray fileNameToSystem(const QString &name);

// True for a name that Qt's own file classes cannot open.
bool isBeyondQt(const QString &name);

} // namespace tasks
