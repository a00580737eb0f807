#pragma once

#include "base/result.h"

#include <QHash>
#include <QString>
#include <QStringList>

namespace cli {

// The arguments of one command: what stands alone, and the options with their values.
struct Options
{
    QStringList operands = {};
    QHash<QString, QString> values = {}; // "url" → "https://…"; a flag has an empty value.

    [[nodiscard]] bool has(const QString &name) const { return values.contains(name); }
};

// Parts arguments by the GNU conventions: "--name value", "--name=value", "--" ends the options. A
// value that begins with "--" is taken from behind a "=" alone.
// Error::Kind::Refused for an option that is not among `flags` or `valued`.
Result<Options> parseOptions(const QStringList &arguments, const QStringList &flags,
                             const QStringList &valued);

// Whether a value is the address of something on the web: http(s), with a host.
bool isWebAddress(const QString &value);

} // namespace cli
