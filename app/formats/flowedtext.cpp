#include "formats/flowedtext.h"

#include <QStringTokenizer>

using namespace Qt::StringLiterals;

namespace {

qsizetype quoteDepth(QStringView line)
{
    qsizetype depth = 0;
    while (depth < line.size() && line[depth] == u'>')
        ++depth;
    return depth;
}

} // namespace

QString formats::unflowed(const QString &text, Flowing flowing)
{
    if (flowing == Flowing::Fixed)
        return text;
    QString result;
    result.reserve(text.size());
    bool open = false; // The line before ends in a soft break …
    qsizetype openDepth = 0; // … and is quoted as deep.
    for (auto line : qTokenize(text, u'\n')) {
        const auto depth = quoteDepth(line);
        line = line.sliced(depth);
        if (line.startsWith(u' '))
            line = line.sliced(1);
        const bool signature = line == "-- "_L1;
        const bool soft = line.endsWith(u' ') && !signature;
        if (!(open && depth == openDepth && !signature)) {
            if (!result.isEmpty() || open)
                result += u'\n';
            if (depth > 0)
                result += QString(depth, u'>') + u' ';
        }
        result += soft && flowing == Flowing::FlowedDeleteSpace ? line.chopped(1) : line;
        open = soft;
        openDepth = depth;
    }
    return result;
}
