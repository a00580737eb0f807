#pragma once

#include "base/result.h"
#include "model/article.h"

#include <QByteArray>
#include <QString>

// The pictures' bytes, each once, in files named by their SHA-256: "ab/abcdef…" in a folder.
namespace mediastore {

// Whether it is the name of a picture: "broadsheet-media:" and 64 hex digits.
bool isName(const QString &name);

QByteArray hashOf(const QString &name);
QString nameOf(const QByteArray &hash);

// Writes a picture unless it is there. When this returns, its bytes are on the disk. A name that is
// not that of the bytes is Malformed: it would let one picture pass for another.
Result<void> save(const QString &folder, const Picture &picture);

Result<QByteArray> load(const QString &folder, const QByteArray &hash);

} // namespace mediastore
