#pragma once

#include <QByteArray>
#include <QByteArrayList>
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
//
// `pictures` are the MD5s of those that came with the note. One that the note does not name stands
// where a clipper left an empty place for it, else at the end.
EnmlBody htmlFromEnml(const QByteArray &enml, QByteArrayList pictures = {});

} // namespace formats
