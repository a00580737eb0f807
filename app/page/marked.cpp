#include "page/marked.h"

#include "page/limits.h"
#include "page/tags.h"
#include "search/matches.h"

#include <QList>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

using search::Matches;
using search::Term;

// A word goes on through these; at any other tag it ends.
bool isInline(QStringView name)
{
    static const QSet<QString> names{
        u"a"_s,    u"b"_s,    u"strong"_s, u"i"_s,   u"em"_s,   u"span"_s, u"bdi"_s,
        u"time"_s, u"mark"_s, u"small"_s,  u"sub"_s, u"sup"_s,  u"abbr"_s, u"cite"_s,
        u"code"_s, u"q"_s,    u"s"_s,      u"u"_s,   u"del"_s,  u"ins"_s,  u"kbd"_s,
        u"var"_s,  u"samp"_s, u"dfn"_s,    u"wbr"_s, u"ruby"_s, u"rt"_s,   u"rp"_s};
    return names.contains(name.toString());
}

// How the word before is read: that goes on behind it.
bool isReading(const page::Tag &tag)
{
    return tag.kind == page::Tag::Kind::Opening && (tag.name == u"rt" || tag.name == u"rp");
}

// What belongs to the page, not to the story.
bool isPassedOver(const page::Tag &tag)
{
    if (tag.name == u"svg" || tag.name == u"math" || tag.name == u"footer")
        return true;
    const auto classes = page::attribute(tag, "class"_L1);
    return classes == "kicker"_L1 || classes == "related"_L1 || classes == "enclosures"_L1
        || classes == "unsaved"_L1;
}

class Marker
{
public:
    Marker(const QString &story, const search::Query &query)
        : m_html(story)
        , m_plain(query)
        , m_title(query, {Term::Kind::Title})
        , m_byline(query, {Term::Kind::By})
        , m_caption(query, {Term::Kind::Caption, Term::Kind::Credit})
        , m_now(&m_plain)
    {
    }

    page::Marked mark()
    {
        if (m_plain.isEmpty() && m_title.isEmpty() && m_byline.isEmpty() && m_caption.isEmpty())
            return {.html = m_html};
        qsizetype at = 0;
        for (auto tag = page::nextTag(m_html, 0); tag; tag = page::nextTag(m_html, at)) {
            read(at, tag->start);
            at = tag->end;
            if (isReading(*tag))
                at = page::closingTag(m_html, *tag).value_or(*tag).end;
            else if (!isInline(tag->name))
                at = passBlock(*tag);
        }
        read(at, m_html.size());
        endBlock();
        m_marked += QStringView(m_html).sliced(m_written);
        return {.html = m_marked, .hits = m_hits};
    }

private:
    // A character of the text, and what it was written as.
    struct Written
    {
        qsizetype from = 0;
        qsizetype to = 0;
    };

    // Where to go on behind a tag that ends a block.
    qsizetype passBlock(const page::Tag &tag)
    {
        endBlock();
        chooseMatches(tag);
        if (tag.kind == page::Tag::Kind::Opening && isPassedOver(tag)) {
            if (const auto closing = page::closingTag(m_html, tag))
                return closing->end;
        }
        return tag.end;
    }

    // Some parts of a story are looked through for words of their own, until they end.
    void chooseMatches(const page::Tag &tag)
    {
        if (m_part.isEmpty() && tag.kind == page::Tag::Kind::Opening) {
            m_now = matchesIn(tag);
            if (m_now != &m_plain)
                m_part = tag.name.toString();
        } else if (tag.name == m_part && tag.kind == page::Tag::Kind::Closing) {
            m_now = &m_plain;
            m_part.clear();
        }
    }

    [[nodiscard]] const Matches *matchesIn(const page::Tag &tag) const
    {
        if (tag.name == u"h1")
            return &m_title;
        if (tag.name == u"figcaption")
            return &m_caption;
        return page::attribute(tag, "class"_L1) == "byline"_L1 ? &m_byline : &m_plain;
    }

    // Takes text between two tags, with its character references resolved.
    void read(qsizetype from, qsizetype to)
    {
        constexpr qsizetype longest = 8; // Of the references that a serialiser writes.
        const auto html = QStringView(m_html);
        while (from < to) {
            auto next = from + 1;
            QString character(html.at(from));
            if (html.at(from) == u'&') {
                const auto end = html.sliced(from, std::min(longest, to - from)).indexOf(u';');
                if (end > 0) {
                    next = from + end + 1;
                    character = page::unescaped(html.sliced(from, next - from));
                }
            }
            for (const auto c : std::as_const(character)) {
                m_text += c;
                m_places.append({.from = from, .to = next});
            }
            from = next;
        }
    }

    void endBlock()
    {
        const auto places = m_now->in(m_text);
        for (const auto &place : places) {
            if (m_hits < page::limits::hitsMarked)
                markHit(place);
        }
        m_text.clear();
        m_places.clear();
    }

    // Closed before each tag and opened again behind it.
    void markHit(const Matches::Range &hit)
    {
        ++m_hits;
        for (auto at = hit.at; at < hit.at + hit.length;) {
            const auto from = m_places.at(at).from;
            auto to = m_places.at(at++).to;
            while (at < hit.at + hit.length && m_places.at(at).from <= to)
                to = m_places.at(at++).to;
            write(from, to);
        }
    }

    void write(qsizetype from, qsizetype to)
    {
        const auto html = QStringView(m_html);
        m_marked += html.sliced(m_written, from - m_written);
        m_marked += u"<mark class=\"hit\" data-hit=\"%1\">"_s.arg(m_hits);
        m_marked += html.sliced(from, to - from);
        m_marked += u"</mark>"_s;
        m_written = to;
    }

    QString m_html;
    Matches m_plain;
    Matches m_title;
    Matches m_byline;
    Matches m_caption;
    const Matches *m_now; // For the block that is read.
    QString m_part = {}; // The element whose end is the end of them; empty for m_plain.
    QString m_text; // Of it.
    QList<Written> m_places; // A place for each character of it.
    QString m_marked;
    qsizetype m_written = 0; // How much of the HTML stands in it.
    int m_hits = 0;
};

} // namespace

page::Marked page::marked(const QString &story, const search::Query &query)
{
    return Marker(story, query).mark();
}
