#pragma once

#include "base/result.h"
#include "print/printedfile.h"

#include <QByteArray>

// How a printed file passes from one program to the other: records one behind the other, so that
// what came before a crash or the end of the time can still be used.
namespace print {

QByteArray record(const About &about);
QByteArray record(const Page &page);
QByteArray record(const Picture &picture);
QByteArray record(const Error &problem);
QByteArray endRecord();

// All complete records of a stream. An error when one of them is an error, or when there is not
// even the first. Must survive any bytes.
Result<File> readRecords(const QByteArray &stream);

} // namespace print
