#include "model/firstwords.h"

QString firstWordsOf(const QString &text)
{
    constexpr auto most = 60;
    const auto line = text.left(4 * most).simplified();
    if (line.size() <= most)
        return line;
    const auto end = line.lastIndexOf(u' ', most);
    return line.left(end > most / 2 ? end : most) + u'…';
}
