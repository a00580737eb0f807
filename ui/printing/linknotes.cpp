#include "printing/linknotes.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace printing {

namespace {

// "1", "[12]" or "(3)".
bool isNumber(const html::Node &node)
{
    constexpr qsizetype most = 5;
    auto text = html::textOf(node).trimmed();
    if (text.size() > most)
        return false;
    text.removeIf([](QChar letter) { return u"[]().*"_s.contains(letter); });
    return !text.isEmpty()
        && std::ranges::all_of(text, [](QChar letter) { return letter.isDigit(); });
}

// A raised number, or one that leads to another place of the story.
bool hasNumberedNotes(const html::Node &story)
{
    return std::ranges::any_of(story.descendants(u"sup"), isNumber)
        || std::ranges::any_of(story.descendants(u"a"), [](const html::Node &link) {
               return link.attribute("href").startsWith(u'#') && isNumber(link);
           });
}

} // namespace

LinkNotes::LinkNotes(const html::Node &story)
    : m_letters(hasNumberedNotes(story))
{
}

QString LinkNotes::markOf(const QString &address)
{
    const auto known = m_addresses.indexOf(address);
    if (known >= 0)
        return mark(known);
    m_addresses.append(address);
    return mark(m_addresses.size() - 1);
}

QString LinkNotes::mark(qsizetype at) const
{
    if (!m_letters)
        return QString::number(at + 1);
    constexpr auto letters = 26;
    QString mark;
    for (auto rest = at + 1; rest > 0; rest = (rest - 1) / letters)
        mark.prepend(QChar(u'a' + char16_t((rest - 1) % letters)));
    return mark;
}

} // namespace printing
