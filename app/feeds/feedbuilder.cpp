#include "feeds/feedbuilder.h"

#include "feeds/attributes.h"
#include "feeds/limits.h"
#include "feeds/markup.h"
#include "feeds/values.h"

using namespace Qt::StringLiterals;

namespace feeds {

FeedBuilder::FeedBuilder(const QUrl &url)
    : m_frames({Frame{.place = Place::Outside}})
    , m_contexts({Context{.base = url}})
{
}

bool FeedBuilder::isAtom(const Term &term) const
{
    return term.space == Space::Atom
        || (term.space == Space::Core && m_feed.feed.format == "atom"_L1);
}

void FeedBuilder::inherit(xml::Attributes attributes)
{
    for (const auto &each : attributes) {
        if (each.name.prefix != "xml")
            continue;
        const auto isBase = each.name.local == "base";
        if (!isBase && each.name.local != "lang")
            continue;
        if (top().context == parent().context) {
            m_contexts.push_back(context());
            top().context = int(m_contexts.size()) - 1;
        }
        auto &inner = m_contexts.back();
        if (isBase) {
            if (const auto base = address(each.value, inner.base); !base.isEmpty())
                inner.base = base;
        } else {
            inner.language = languageOf(textOf(each.value));
        }
    }
}

// Where nobody knows the feed's own address, what is relative is so to the site.
void FeedBuilder::offerSite(const QUrl &url, int rank)
{
    m_feed.site.offer(url, rank);
    for (auto &each : m_contexts) {
        if (each.base.isEmpty())
            each.base = url;
    }
}

void FeedBuilder::startElement(const xml::Name &name, xml::Attributes attributes)
{
    const auto outer = m_frames.back();
    m_frames.push_back(
        {.term = m_vocabulary.termOf(name), .start = m_text.size(), .context = outer.context});
    if (!attributes.empty())
        inherit(attributes);
    switch (outer.place) {
    case Place::Value:
    case Place::Markup:
        startMarkup(name, attributes);
        break;
    case Place::Outside:
        startRoot(attributes);
        break;
    case Place::Root:
    case Place::Feed:
        startInFeed(attributes);
        break;
    case Place::Entry:
    case Place::EntryPart:
        startInEntry(attributes);
        break;
    case Place::Media:
        startMedia(attributes);
        break;
    case Place::Person:
    case Place::Image:
    case Place::SkipHours:
    case Place::SkipDays:
        if (top().term.word != Word::None)
            startValue(attributes);
        break;
    case Place::Ignored: {
        const auto term = top().term;
        if (term.space == Space::Core && term.word == Word::Item && isFeed() && !isInEntry())
            startEntry(attributes);
        break;
    }
    }
}

void FeedBuilder::text(QByteArrayView utf8)
{
    if (m_collecting == 0)
        return;
    const auto &value = m_frames[m_value];
    if (value.hasMarkup && value.escapes)
        markup::appendEscaped(utf8, m_text);
    else
        m_text.append(utf8.data(), utf8.size());
}

void FeedBuilder::endElement(const xml::Name &name)
{
    const auto frame = m_frames.back();
    switch (frame.place) {
    case Place::Markup:
        endMarkup(name);
        break;
    case Place::Value:
        endValue();
        break;
    case Place::Person:
        endPerson();
        break;
    case Place::Entry:
        endEntry();
        break;
    default:
        break;
    }
    m_frames.pop_back();
    if (frame.context != m_frames.back().context)
        m_contexts.pop_back();
}

void FeedBuilder::startRoot(xml::Attributes attributes)
{
    const auto [space, word] = top().term;
    const auto isKnown = space == Space::Core || space == Space::Atom || space == Space::Rdf;
    if (word == Word::Feed && isKnown) {
        startFeed("atom", attributes);
        // Nobody else ever used version 0.x
        // (http://www.mnot.net/drafts/draft-nottingham-atom-format-02.html).
        m_isAtom03 = attribute(attributes, "version").startsWith("0.");
    } else if (word == Word::Rss && isKnown) {
        startFeed("rss", attributes);
        top().place = Place::Root;
    } else if (word == Word::Rdf && isKnown) {
        startFeed("rdf", attributes);
        top().place = Place::Root;
    } else if (word == Word::Channel && isKnown) {
        startFeed(hasAttribute(attributes, "href") ? "cdf" : "rss", attributes);
        if (const auto site = address(attribute(attributes, "href"), context().base);
            !site.isEmpty())
            offerSite(site, 5);
    } else if (word == Word::Entry && isKnown) {
        startFeed("atom", attributes);
        startEntry(attributes);
    } else if (word == Word::Html || word == Word::Opml || m_frames.size() > 3) {
        m_isOther = true;
    } else if (!isFeed()) {
        // Some wrap a feed into an element of their own.
        top().place = Place::Outside;
    }
}

void FeedBuilder::startFeed(const char *format, xml::Attributes)
{
    if (!isFeed())
        m_feed.feed.format = QString::fromLatin1(format);
    top().place = Place::Feed;
    if (!context().language.isEmpty())
        m_feed.feed.language = context().language;
}

void FeedBuilder::collect(Place place)
{
    top().place = place;
    top().collects = true;
    ++m_collecting;
}

void FeedBuilder::startEntry(xml::Attributes attributes)
{
    if (m_done.size() >= limits::entries) {
        m_isFull = true;
        m_feed.feed.warnings.append(u"it has more than %1 entries"_s.arg(limits::entries));
        return;
    }
    if (m_entries.size() >= limits::entryNesting)
        return;
    top().place = Place::Entry;
    auto &draft = m_entries.emplace_back();
    draft.context = context();
    draft.position = m_done.size();
    m_done.append(FeedEntry());
    const auto about = attribute(attributes, "about");
    if (!about.isEmpty()) {
        draft.entry.guid = textOf(about);
        draft.url.offer(address(about, context().base), 1);
    }
    // CDF says it all in attributes.
    if (const auto href = attribute(attributes, "href"); !href.isEmpty())
        draft.url.offer(address(href, context().base), 5);
    if (const auto changed = attribute(attributes, "lastmod"); !changed.isEmpty())
        draft.modified.offer(momentOf(textOf(changed)), 3);
}

void FeedBuilder::startMarkup(const xml::Name &name, xml::Attributes attributes)
{
    auto &value = m_frames[m_value];
    top().place = Place::Markup;
    if (!value.takesMarkup) {
        top().isSilent = true;
        return;
    }
    const auto space = top().term.space;
    if (!value.hasMarkup) {
        value.hasMarkup = true;
        // Within HTML that should have been escaped, text is HTML as well.
        value.escapes = (value.kind != TextKind::Html || value.isXml)
            && (isAtom(value.term) || space == Space::Html || space == Space::Graphics);
        if (value.escapes)
            markup::escapeFrom(value.start, m_text);
        // RFC 4287 §3.1.1.3: the <div> around it is no part of it.
        top().isSilent = top().term == Term{.space = Space::Html, .word = Word::Div}
            && value.start == m_text.size() && isAtom(value.term);
    }
    if (!top().isSilent) {
        const auto isMoved = top().context != value.context;
        markup::appendStartTag(name, attributes, isMoved ? context().base : QUrl(), m_text);
    }
}

void FeedBuilder::endMarkup(const xml::Name &name)
{
    if (!top().isSilent)
        markup::appendEndTag(name, m_text);
}

ParsedFeed FeedBuilder::take()
{
    auto feed = finished(m_feed);
    feed.entries = std::move(m_done);
    return feed;
}

} // namespace feeds
