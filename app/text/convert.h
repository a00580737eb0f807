#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

namespace text {

struct Converted
{
    QString text;
    int replaced = 0; // Sequences for which U+FFFD stands.
};

// Bytes of an encoding of encodingOfLabel() to text; bytes it does not have become U+FFFD.
Converted convert(QByteArrayView bytes, const QByteArray &encoding);

struct Utf8Check
{
    qsizetype sequences = 0; // Well-formed ones of more than one byte.
    // Of these, letters and marks of Western writing: what is "Ã©" or "â€œ" in another encoding.
    qsizetype western = 0;
    qsizetype badBytes = 0; // In no well-formed sequence (Unicode §3.9, table 3-7).
    qsizetype badPlaces = 0; // Runs of such bytes.
    bool cutOff = false; // The last character is incomplete; its bytes are not counted as bad.
};

Utf8Check checkUtf8(QByteArrayView bytes);

// The first byte over 0x7F; the size when there is none.
qsizetype firstNonAscii(QByteArrayView bytes);

} // namespace text
