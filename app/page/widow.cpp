#include "page/widow.h"

#include "page/writing.h"

#include <QString>

using namespace Qt::StringLiterals;

qsizetype page::lastWords(QStringView headline)
{
    constexpr qsizetype fewestWords = 4;
    constexpr qsizetype longest = 13; // Letters of both words, and the space.
    const auto last = headline.lastIndexOf(u' ');
    if (last <= 0 || headline.count(u' ') + 1 < fewestWords || scriptOf(headline) != "latin"_L1)
        return headline.size();
    const auto first = headline.lastIndexOf(u' ', last - 1) + 1;
    return headline.size() - first <= longest ? first : headline.size();
}
