#include "printing/wordbreaks.h"

#include <QStringView>

namespace printing {

QString broken(const QString &text, const page::Patterns &patterns, page::Division division)
{
    if (patterns.isEmpty())
        return text;
    QString out;
    const auto put = [&](qsizetype from, qsizetype to) {
        const auto word = QStringView(text).sliced(from, to - from);
        auto at = qsizetype(0);
        for (const auto place : patterns.breaks(word, division)) {
            out += word.sliced(at, place - at);
            out += page::softHyphen;
            at = place;
        }
        out += word.sliced(at);
    };
    for (qsizetype at = 0; at < text.size();) {
        auto end = at;
        while (end < text.size() && (text.at(end).isLetter() || text.at(end).isMark()))
            ++end;
        if (end > at)
            put(at, end);
        else
            out += text.at(end++);
        at = end;
    }
    return out;
}

} // namespace printing
