#include "feeds/excerpt.h"

#include <algorithm>
#include <array>

namespace {

// A story may end in dots for effect. One of this length does; an excerpt is shorter.
constexpr qsizetype longestExcerpt = 1500;
constexpr qsizetype longestLine = 200; // "Continue reading <the whole headline>".

constexpr std::array<QStringView, 5> endings{u"[\u2026]", u"[...]", u"(\u2026)", u"\u2026", u"..."};

// How the link to the rest is called; at the beginning of the last line, or in its place.
constexpr std::array<QStringView, 24> links{
    u"read more",
    u"read the rest",
    u"read the full",
    u"read full",
    u"continue reading",
    u"keep reading",
    u"full story",
    u"view full",
    u"more\u2026",
    u"(more",
    u"weiterlesen",
    u"mehr lesen",
    u"lire la suite",
    u"lire plus",
    u"leer m\u00e1s",
    u"seguir leyendo",
    u"leia mais",
    u"continue lendo",
    u"leggi tutto",
    u"continua a leggere",
    u"lees verder",
    u"l\u00e4s mer",
    u"\u0447\u0438\u0442\u0430\u0442\u044c \u0434\u0430\u043b\u0435\u0435",
    u"czytaj dalej"};
constexpr std::array<QStringView, 5> eastern{
    u"\u7d9a\u304d\u3092\u8aad\u3080", u"\u9605\u8bfb\u5168\u6587", u"\u95b1\u8b80\u5168\u6587",
    u"\u7ee7\u7eed\u9605\u8bfb", u"\ub354 \ubcf4\uae30"};

QStringView withoutArrows(QStringView text)
{
    constexpr QStringView arrows = u" \u00bb\u203a\u2192>\n\u00a0";
    while (!text.isEmpty() && arrows.contains(text.back()))
        text.chop(1);
    return text;
}

QStringView lastLine(QStringView text)
{
    const auto end = text.lastIndexOf(u'\n');
    return text.sliced(end + 1).trimmed();
}

// Content systems sign their excerpts: "The post … appeared first on …."
QStringView withoutSignature(QStringView text)
{
    const auto last = lastLine(text);
    const auto isSignature = last.startsWith(u"The post ") && last.contains(u" first on ");
    return isSignature ? text.chopped(last.size()).trimmed() : text;
}

} // namespace

bool feeds::endsAsExcerpt(QStringView text)
{
    const auto rest = withoutArrows(withoutSignature(text.trimmed()));
    if (rest.isEmpty())
        return false;
    const auto last = lastLine(rest);
    const auto leads = [last](QStringView link) {
        return last.startsWith(link, Qt::CaseInsensitive) && last.size() <= longestLine;
    };
    const auto ends
        = [rest](QStringView ending) { return rest.endsWith(ending, Qt::CaseInsensitive); };
    if (std::ranges::any_of(links, leads) || std::ranges::any_of(eastern, ends))
        return true;
    if (rest.size() > longestExcerpt)
        return rest.endsWith(endings[0]) || rest.endsWith(endings[1]);
    return std::ranges::any_of(endings, ends) || std::ranges::any_of(links, ends);
}
