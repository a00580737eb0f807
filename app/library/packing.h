#pragma once

#include "base/result.h"

#include <QByteArray>

// Texts made small: by Zstandard (RFC 8878), with a dictionary of what most stories have in common,
// so that a short one does not have to tell it first.
namespace packing {

QByteArray packed(const QByteArray &bytes);

// Reads what zlib packed for older versions (RFC 1950), too. What claims to be larger than `most`
// bytes, and what is damaged, is Error::Kind::Storage.
Result<QByteArray> unpacked(const QByteArray &packed, qint64 most);

} // namespace packing
