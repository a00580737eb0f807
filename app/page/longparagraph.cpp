#include "page/longparagraph.h"

#include <algorithm>

namespace {

bool endsSentence(QStringView text, qsizetype at)
{
    const auto c = text.at(at);
    if (c == u'\x3002' || c == u'\xff01' || c == u'\xff1f')
        return true;
    return at > 0 && c == u' ' && QStringView(u".!?\x2026\x201d").contains(text.at(at - 1));
}

} // namespace

qsizetype page::placeToCut(QStringView text, qsizetype from)
{
    constexpr qsizetype sentence = 800; // Letters.
    const auto end = std::min(text.size(), from + sentence);
    for (auto at = from; at < end; ++at) {
        if (endsSentence(text, at))
            return at + 1;
    }
    const auto word = text.indexOf(u' ', from);
    if (word >= 0 && word < end)
        return word + 1;
    auto at = from;
    while (at < text.size() && (text.at(at).isLowSurrogate() || text.at(at).isMark()))
        ++at;
    const auto reference = text.left(at).lastIndexOf(u'&');
    const auto isWithin = reference >= 0 && text.indexOf(u';', reference) >= at;
    return isWithin ? text.indexOf(u';', reference) + 1 : at;
}
