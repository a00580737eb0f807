#include "page/widow.h"

QString page::withoutWidow(QString headline)
{
    constexpr qsizetype fewestWords = 4;
    constexpr qsizetype longest = 16; // Letters of both words.
    const auto last = headline.lastIndexOf(u' ');
    if (headline.count(u' ') + 1 < fewestWords || last <= 0)
        return headline;
    const auto before = headline.lastIndexOf(u' ', last - 1);
    if (headline.size() - before - 1 <= longest)
        headline[last] = QChar::Nbsp;
    return headline;
}
