#pragma once

#include "base/result.h"
#include "model/savedpage.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace formats {

// The stories in a mail: its own and those of the mails it carries. `format` is for their
// provenance. Errors: Empty, Malformed, Unsupported for what is encrypted.
Result<QList<SavedPage>> mailStories(const QByteArray &bytes, const QString &format);

} // namespace formats
