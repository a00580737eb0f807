#pragma once

#include <QByteArray>
#include <QList>
#include <QStringView>

namespace text {

// What text in an encoding looks like when it is read by the right one.
struct EncodingProfile
{
    QByteArray encoding;
    QStringView common; // The letters met most often, of those that are not ASCII.
    QStringView usual; // Further letters that are nothing strange.
    double prior = 0; // Added for each letter: which one to take when several read equally well.
};

// Encodings of one byte a character.
const QList<EncodingProfile> &singleByteProfiles();

// Encodings of Chinese, Japanese and Korean.
const QList<EncodingProfile> &multiByteProfiles();

} // namespace text
