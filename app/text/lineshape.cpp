#include "text/lineshape.h"

#include "text/folding.h"
#include "text/limits.h"
#include "text/whitespace.h"

namespace text {

QStringView withoutBullet(QStringView line)
{
    constexpr QStringView bullets = u"\u2022\u25CF\u25AA\u25A0\u25B6\u25BA\u2192\u00BB\u203A>#"
                                    u"\u2013\u2014\u00B7\u25E6\u27A1\uFE0F\u2023";
    line = line.trimmed();
    while (!line.isEmpty() && bullets.contains(line.front()))
        line = line.sliced(1).trimmed();
    if (line.startsWith(u"- ") || line.startsWith(u"* ") || line.startsWith(u"+ "))
        line = line.sliced(2).trimmed();
    return line;
}

QString withoutEmphasis(QStringView line)
{
    QString text = line.toString();
    text.remove(u'*');
    text.replace(QStringLiteral("__"), QString());
    text = text.trimmed();
    while (text.size() > 1 && text.startsWith(u'_') && text.endsWith(u'_'))
        text = text.sliced(1, text.size() - 2).trimmed();
    return text;
}

QString withoutLink(QStringView text)
{
    const auto middle = text.indexOf(u"](");
    if (!text.startsWith(u'[') || middle < 1 || !text.endsWith(u')'))
        return text.toString();
    return text.sliced(1, middle - 1).trimmed().toString();
}

bool beginsLikeName(QStringView word)
{
    for (const QChar character : word) {
        if (character.isLetter())
            return !character.isLower();
    }
    return false;
}

bool beginsLower(QStringView word)
{
    for (const QChar character : word) {
        if (character.isLetter())
            return character.isLower();
    }
    return false;
}

QString bareLine(QStringView line)
{
    return withoutEmphasis(
        simplified(withoutBullet(line.left(limits::labelledLineCharacters + 1))));
}

LabelledLine labelledLine(QStringView line)
{
    constexpr qsizetype longestLabel = 48;
    for (qsizetype at = 0; at < qMin(line.size(), longestLabel); ++at) {
        const auto mark = line.at(at);
        if (QStringView(u":\uFF1A\uFE55>|\u00BB\u2192\u25B6\u25BA").contains(mark)) {
            auto rest = line.sliced(at + 1).trimmed();
            while (!rest.isEmpty()
                   && QStringView(u":>|\u00BB\u2192\u25B6\u25BA").contains(rest.front()))
                rest = rest.sliced(1).trimmed();
            return {.label = folded(line.first(at).trimmed()), .rest = rest, .marked = true};
        }
    }
    return {.label = folded(line)};
}

} // namespace text
