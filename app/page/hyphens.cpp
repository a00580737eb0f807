#include "page/hyphens.h"

#include "page/page.h"
#include "page/tags.h"

#include <QList>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace {

// A headline is broken only in words that a narrow view has no room for: else they would break
// where it ends, whatever is said there.
constexpr qsizetype shortestInHeadline = 18;

bool isOneOf(QStringView name, const auto &names)
{
    return std::ranges::any_of(names, [name](QLatin1StringView other) { return name == other; });
}

// Elements that stand in a line: a word goes on through them.
bool isInline(QStringView name)
{
    static constexpr std::array names{
        "a"_L1, "b"_L1,     "strong"_L1, "i"_L1, "em"_L1,  "span"_L1, "bdi"_L1,  "mark"_L1, "u"_L1,
        "s"_L1, "small"_L1, "cite"_L1,   "q"_L1, "del"_L1, "ins"_L1,  "abbr"_L1, "dfn"_L1};
    return isOneOf(name, names);
}

bool isPassedOver(const page::Tag &tag)
{
    static constexpr std::array names{"h2"_L1,     "h3"_L1,     "h4"_L1,    "h5"_L1,
                                      "h6"_L1,     "figure"_L1, "table"_L1, "pre"_L1,
                                      "code"_L1,   "kbd"_L1,    "svg"_L1,   "math"_L1,
                                      "footer"_L1, "samp"_L1,   "var"_L1,   "section"_L1};
    if (isOneOf(tag.name, names))
        return true;
    const auto classes = page::attribute(tag, "class"_L1).split(u' ');
    return std::ranges::any_of(classes, [](const QString &name) {
        return name == "pullquote"_L1 || name == "related"_L1 || name == "unsaved"_L1
            || name == "verdict"_L1 || name == "choice"_L1 || name == "credit"_L1
            || name == "message"_L1 || name == "intro"_L1 || name == "kicker"_L1
            || name == "standfirst"_L1 || name == "byline"_L1;
    });
}

class Hyphenator
{
public:
    Hyphenator(const QString &story, const page::Patterns &patterns, page::Division division)
        : m_html(story)
        , m_patterns(patterns)
        , m_division(division)
    {
        m_hyphenated.reserve(story.size() + story.size() / 8);
    }

    QString write()
    {
        qsizetype at = 0;
        for (auto tag = page::nextTag(m_html, 0); tag; tag = page::nextTag(m_html, at)) {
            read(at, tag->start);
            at = tag->end;
            if (isInline(tag->name) && !isPassedOver(*tag))
                continue;
            endWord();
            if (tag->name == "h1"_L1)
                m_shortest = tag->kind == page::Tag::Kind::Opening ? shortestInHeadline : 0;
            if (tag->kind != page::Tag::Kind::Opening || !isPassedOver(*tag))
                continue;
            if (const auto closing = page::closingTag(m_html, *tag))
                at = closing->end;
        }
        read(at, m_html.size());
        endWord();
        m_hyphenated += QStringView(m_html).sliced(m_written);
        return m_hyphenated;
    }

private:
    void read(qsizetype from, qsizetype to)
    {
        for (auto at = from; at < to; ++at) {
            const auto c = m_html.at(at);
            if (c.isLetter() || c.isMark() || c == page::softHyphen) {
                m_word += c;
                m_places.append(at);
            } else if (c == u'&') {
                // A letter that is written as a reference is rare enough to leave its word whole.
                endWord();
                const auto end = m_html.indexOf(u';', at);
                at = end < 0 || end >= to ? at : end;
            } else if (!m_word.isEmpty()) {
                endWord();
            }
        }
    }

    // What the author broke is left as it is.
    void endWord()
    {
        if (m_word.size() >= m_shortest && !m_word.contains(page::softHyphen)) {
            for (const auto position : m_patterns.breaks(m_word, m_division)) {
                const auto place = m_places.at(position);
                m_hyphenated += QStringView(m_html).sliced(m_written, place - m_written);
                m_hyphenated += page::softHyphen;
                m_written = place;
            }
        }
        m_word.clear();
        m_places.clear();
    }

    const QString &m_html;
    const page::Patterns &m_patterns;
    page::Division m_division;
    QString m_hyphenated;
    qsizetype m_written = 0;
    qsizetype m_shortest = 0; // Of the words that are broken here.
    QString m_word;
    QList<qsizetype> m_places; // Where its letters stand.
};

} // namespace

page::Division page::divisionFor(const Look &look)
{
    return look.alignment == Alignment::Justified ? Division::Ready : Division::Reluctant;
}

QString page::hyphenated(const QString &story, const Patterns &patterns, Division division)
{
    return patterns.isEmpty() ? story : Hyphenator(story, patterns, division).write();
}
