#include "formats/headerfields.h"

#include "formats/limits.h"

namespace {

// The line at `at` without its end; moves `at` behind it.
QByteArrayView takeLine(QByteArrayView text, qsizetype &at)
{
    const auto end = text.indexOf('\n', at);
    auto line = text.sliced(at, (end < 0 ? text.size() : end) - at);
    at = end < 0 ? text.size() : end + 1;
    return line.endsWith('\r') ? line.chopped(1) : line;
}

} // namespace

std::optional<formats::HeaderFields> formats::headerFields(QByteArrayView text)
{
    const auto reach = text.first(qMin(text.size(), limits::recordHeaderBytes));
    HeaderFields fields;
    QByteArray last;
    qsizetype at = 0;
    while (at < reach.size()) {
        const auto line = takeLine(reach, at);
        if (line.isEmpty()) {
            fields.size = at;
            return fields;
        }
        if ((line.startsWith(' ') || line.startsWith('\t')) && !last.isEmpty()) {
            fields.values[last] += ' ' + line.trimmed().toByteArray();
            continue;
        }
        const auto colon = line.indexOf(':');
        last = line.first(qMax<qsizetype>(colon, 0)).trimmed().toByteArray().toLower();
        if (!last.isEmpty() && !fields.values.contains(last))
            fields.values.insert(last, line.sliced(colon + 1).trimmed().toByteArray());
        else
            last.clear();
    }
    if (reach.size() < text.size())
        return {};
    fields.size = text.size();
    return fields;
}
