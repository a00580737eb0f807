#pragma once

#include <QByteArray>
#include <QStringList>

namespace formats {

struct EnmlBody
{
    QByteArray html = {}; // Without <en-note>; media are <img>s at enexMedia + their MD5 in hex.
    QStringList warnings = {}; // What the note has and nobody can read.
};

constexpr auto enexMedia = "enex:";

// Evernote's markup as HTML: media, check boxes and locked text are elements of its own.
// https://dev.evernote.com/doc/articles/enml.php
EnmlBody htmlFromEnml(const QByteArray &enml);

} // namespace formats
