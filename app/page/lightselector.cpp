#include "page/lightselector.h"

#include <QRegularExpression>
#include <QStringList>

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace {

// Elements that stand as others there, with a class that says what they were.
const QStringList &replaced()
{
    static const QStringList names{u"header"_s, u"footer"_s, u"section"_s,    u"article"_s,
                                   u"aside"_s,  u"figure"_s, u"figcaption"_s, u"time"_s,
                                   u"h1"_s,     u"h2"_s,     u"h3"_s,         u"h4"_s,
                                   u"h5"_s,     u"h6"_s};
    return names;
}

const QStringList &kept()
{
    static const QStringList names{u"p"_s,   u"a"_s,    u"li"_s,     u"ul"_s, u"ol"_s,
                                   u"em"_s,  u"i"_s,    u"strong"_s, u"b"_s,  u"blockquote"_s,
                                   u"pre"_s, u"code"_s, u"td"_s,     u"th"_s, u"dt"_s,
                                   u"dd"_s,  u"small"_s};
    return names;
}

// "figure.lead" is ".lead" there, and "h1" is ".h1".
QString lightPart(const QString &part)
{
    if (part == "+"_L1 || part == ">"_L1)
        return part;
    static const QRegularExpression form(u"^([A-Za-z][A-Za-z0-9]*)?((?:\\.[\\w-]+)*)$"_s);
    const auto found = form.match(part);
    const auto name = found.captured(1).toLower();
    const auto classes = found.captured(2);
    if (!found.hasMatch() || (name.isEmpty() && classes.isEmpty()))
        return {};
    if (name.isEmpty() || kept().contains(name))
        return name + classes;
    if (!replaced().contains(name))
        return {};
    return classes.isEmpty() ? u'.' + name : classes;
}

using page::Voice;
constexpr std::array voices{std::pair{".standfirst"_L1, Voice::Standfirst},
                            std::pair{".kicker"_L1, Voice::Kicker},
                            std::pair{".byline"_L1, Voice::Byline},
                            std::pair{".h2"_L1, Voice::Heading2},
                            std::pair{".h3"_L1, Voice::Heading3},
                            std::pair{".h4"_L1, Voice::Heading4},
                            std::pair{".h5"_L1, Voice::Heading4},
                            std::pair{".h6"_L1, Voice::Heading4},
                            std::pair{".figcaption"_L1, Voice::Caption},
                            std::pair{".credit"_L1, Voice::Credit},
                            std::pair{".pullquote"_L1, Voice::Pullquote},
                            std::pair{"pre"_L1, Voice::Code},
                            std::pair{"td"_L1, Voice::Small},
                            std::pair{"th"_L1, Voice::Byline},
                            std::pair{".footnote"_L1, Voice::Small},
                            std::pair{".label"_L1, Voice::Label},
                            std::pair{".from"_L1, Voice::From},
                            std::pair{".footer"_L1, Voice::Byline}};

} // namespace

QString page::lightSelector(const QString &selector)
{
    auto spaced = selector;
    spaced.replace(u'>', u" > "_s).replace(u'+', u" + "_s);
    QStringList parts;
    for (const auto &part : spaced.split(u' ', Qt::SkipEmptyParts)) {
        // What is around the whole story is around nothing else there.
        if (parts.isEmpty() && (part == "main"_L1 || part == ".story"_L1 || part == "body"_L1))
            continue;
        parts.append(lightPart(part));
    }
    const auto isSound = !parts.isEmpty() && !parts.contains(QString())
        && parts.constFirst() != "+"_L1 && parts.constLast() != "+"_L1
        && parts.constFirst() != ">"_L1 && parts.constLast() != ">"_L1;
    return isSound ? parts.join(u' ') : QString();
}

page::Voice page::voiceOf(const QString &selector, int width)
{
    const auto last = lightSelector(selector).section(u' ', -1);
    if (last == ".h1"_L1)
        return headlineVoice(width);
    const auto *found
        = std::ranges::find(voices, last, [](const auto &each) { return each.first; });
    return found != voices.end() ? found->second : Voice::Text;
}
