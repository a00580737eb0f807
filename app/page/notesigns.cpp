#include "page/notesigns.h"

#include <QSet>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

bool page::isNoteSign(QStringView words)
{
    constexpr qsizetype longest = 3;
    words = words.trimmed();
    const auto bracketed = words.startsWith(u'[') && words.endsWith(u']') && words.size() > 2;
    const auto number = bracketed ? words.sliced(1, words.size() - 2) : words;
    return !number.isEmpty() && number.size() <= longest
        && std::ranges::all_of(number, [](QChar c) { return c.isDigit(); });
}

bool page::mayRaise(QStringView before)
{
    if (before.isEmpty() || before.back().isSpace())
        return false;
    if (before.back() != u'>')
        return true;
    // Behind the end of what stands in a line.
    constexpr std::array ends{u"</a>",    u"</b>",    u"</strong>", u"</i>",  u"</em>",
                              u"</cite>", u"</span>", u"</q>",      u"</sup>"};
    return std::ranges::any_of(
        ends, [before](const char16_t *end) { return before.endsWith(QStringView(end)); });
}

QHash<QString, int> page::noteNumbers(const html::Node &body)
{
    QSet<QString> signs;
    for (const auto &link : body.descendants(u"a")) {
        if (isNoteSign(html::textOf(link)))
            signs.insert(link.attribute("href"));
    }
    QHash<QString, int> numbers;
    for (const auto &item : body.descendants(u"li")) {
        const auto address = u'#' + item.attribute("id");
        if (item.parent().isElement(u"ol") && signs.contains(address))
            numbers.insert(address, int(numbers.size()) + 1);
    }
    return numbers;
}
