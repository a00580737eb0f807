// The start tags of a feed: which of them are understood, and what their attributes say.

#include "feeds/attributes.h"
#include "feeds/feedbuilder.h"
#include "feeds/limits.h"
#include "feeds/values.h"

using namespace Qt::StringLiterals;

namespace feeds {

namespace {

bool isMarkupWord(const Term &term)
{
    switch (term.word) {
    case Word::Abstract:
    case Word::Body:
    case Word::Content:
    case Word::Description:
    case Word::Div:
    case Word::Encoded:
    case Word::FullItem:
    case Word::Info:
    case Word::Subtitle:
    case Word::Summary:
    case Word::Tagline:
    case Word::Title:
        return true;
    default:
        return false;
    }
}

// What a hidden picture's sides are: a counter, not something to look at.
bool isPixel(xml::Attributes attributes)
{
    const auto side = [attributes](QByteArrayView name) {
        bool isNumber = false;
        const auto pixels = attribute(attributes, name).toByteArray().toInt(&isNumber);
        return isNumber && pixels <= 2;
    };
    return side("width") || side("height");
}

} // namespace

void FeedBuilder::startValue(xml::Attributes attributes)
{
    collect(Place::Value);
    auto &frame = top();
    m_value = m_frames.size() - 1;
    const auto &term = frame.term;
    if (!isMarkupWord(term))
        return;
    frame.takesMarkup = true;
    if (isAtom(term)) {
        const auto type = keyword(attributes, "type");
        const auto mode = keyword(attributes, "mode");
        frame.kind = textKind(type, m_isAtom03);
        frame.isBase64 = mode == "base64" || frame.kind == TextKind::Binary;
        // Nothing but a content is anything else than text.
        if (frame.kind == TextKind::Binary)
            frame.kind = term.word == Word::Content ? TextKind::Plain : TextKind::Guessed;
        frame.isXml = m_isAtom03 && mode != "escaped" && mode != "base64";
    } else {
        const auto isHtml
            = term.word == Word::Encoded || term.word == Word::FullItem || term.word == Word::Body;
        frame.kind = term.space == Space::Html ? TextKind::Plain
            : isHtml                           ? TextKind::Html
                                               : TextKind::Guessed;
        frame.isBase64 = keyword(attributes, "mode") == "base64";
    }
}

// What is the same for feeds and entries.
bool FeedBuilder::startCommon(xml::Attributes attributes)
{
    const auto [space, word] = top().term;
    switch (word) {
    case Word::Link:
        if (space != Space::Core && space != Space::Atom)
            return true;
        m_rel = keyword(attributes, "rel");
        if (const auto href = attribute(attributes, "href"); !href.isEmpty()) {
            // Some write RSS's own link as Atom's.
            if (space == Space::Core && !isAtom(top().term) && m_rel.isEmpty())
                takeOwnLink(textOf(href));
            else
                takeLink(attributes);
        } else
            startValue(attributes);
        return true;
    case Word::Author:
        m_person = {};
        collect(Place::Person);
        return true;
    case Word::Creator:
    case Word::ManagingEditor:
        startValue(attributes);
        return true;
    case Word::Image:
        if (const auto href = attribute(attributes, "href"); !href.isEmpty()) {
            offerPicture(address(href, context().base), 2);
        } else if (space == Space::Core) {
            offerPicture(address(attribute(attributes, "resource"), context().base), 1);
            top().place = Place::Image;
        } else if (space == Space::Podcast) {
            startValue(attributes);
        }
        return true;
    case Word::Thumbnail:
        if (space == Space::Media && !isPixel(attributes))
            takeThumbnail(attributes);
        return true;
    case Word::Contributor:
    case Word::Source:
    case Word::TextInput:
        return true;
    default:
        return false;
    }
}

void FeedBuilder::startInFeed(xml::Attributes attributes)
{
    const auto [space, word] = top().term;
    const auto isPlain = space == Space::Core || space == Space::Atom;
    if (isPlain && (word == Word::Item || word == Word::Entry)) {
        startEntry(attributes);
    } else if (isPlain && word == Word::Channel) {
        startFeed("rss", attributes);
    } else if (isPlain && word == Word::Items) {
        // An index in RSS 1.0; a list of entries where people made up a format.
        top().place = m_feed.feed.format == "rdf"_L1 ? Place::Ignored : Place::Feed;
    } else if (isPlain && word == Word::SkipHours) {
        top().place = Place::SkipHours;
    } else if (isPlain && word == Word::SkipDays) {
        top().place = Place::SkipDays;
    } else if (startCommon(attributes) || word == Word::None || space == Space::Media
               || space == Space::Other) {
        return;
    } else {
        startValue(attributes);
    }
}

void FeedBuilder::startInEntry(xml::Attributes attributes)
{
    const auto [space, word] = top().term;
    const auto isPlain = space == Space::Core || space == Space::Atom;
    if (isPlain && (word == Word::Item || word == Word::Entry)) {
        startEntry(attributes);
    } else if (space == Space::Media && (word == Word::Group || word == Word::Content)) {
        startMedia(attributes);
    } else if (startCommon(attributes) || word == Word::None || space == Space::Other) {
        return;
    } else if (word == Word::Enclosure && isPlain) {
        takeEnclosure(attributes);
    } else if (word == Word::Category) {
        takeCategory(attributes);
        // iTunes puts categories into each other.
        if (space == Space::Podcast)
            top().place = Place::EntryPart;
        else
            startValue(attributes);
    } else if (word == Word::Chapters) {
        entry().chapters = address(attribute(attributes, "url"), context().base);
    } else if (word == Word::Content && keyword(attributes, "type").startsWith("multipart/")) {
        top().place = Place::EntryPart;
    } else {
        if (word == Word::Guid)
            m_isPermalink = keyword(attributes, "ispermalink") != "false";
        startValue(attributes);
    }
}

void FeedBuilder::startMedia(xml::Attributes attributes)
{
    const auto [space, word] = top().term;
    if (space != Space::Media || word == Word::None)
        return;
    if (word == Word::Group) {
        ++entry().groups;
        top().place = Place::Media;
    } else if (word == Word::Content) {
        if (!isPixel(attributes))
            takeMediaFile(attributes);
        top().place = Place::Media;
    } else if (word == Word::Thumbnail) {
        if (!isPixel(attributes))
            takeThumbnail(attributes);
    } else if (word != Word::Category) {
        startValue(attributes);
    }
}

void FeedBuilder::takeOwnLink(const QString &written)
{
    const auto url = address(written, context().base);
    if (url.isEmpty())
        return;
    if (isInEntry())
        entry().url.offer(url, 5);
    else
        offerSite(url, 5);
}

void FeedBuilder::takeLink(xml::Attributes attributes)
{
    constexpr QByteArrayView registry("http://www.iana.org/assignments/relation/");
    auto rel = m_rel.isEmpty() ? QByteArray("alternate") : m_rel;
    if (rel.startsWith(registry))
        rel.remove(0, registry.size());
    const auto url = address(attribute(attributes, "href"), context().base);
    if (url.isEmpty())
        return;
    if (isInEntry()) {
        takeEntryLink(rel, url, attributes);
        return;
    }
    const auto type = keyword(attributes, "type");
    if (rel == "self") {
        m_feed.feed.self = url;
    } else if (rel == "next") {
        m_feed.feed.next = url;
    } else if (rel == "alternate") {
        const auto isFeed = type.endsWith("+xml") && !type.contains("xhtml");
        const auto rank = isFeed ? 1 : type.isEmpty() || type.contains("html") ? 4 : 3;
        if (m_feed.site.rank < rank)
            offerSite(url, rank);
    }
}

void FeedBuilder::takeEntryLink(const QByteArray &rel, const QUrl &url, xml::Attributes attributes)
{
    const auto type = keyword(attributes, "type");
    const auto isPage = type.isEmpty() || type.contains("html");
    auto &draft = entry();
    if (rel == "alternate") {
        // The first of them is the one that is meant.
        const auto rank = isPage ? 4 : 3;
        if (draft.url.rank < rank)
            draft.url.offer(url, rank);
    } else if (rel == "enclosure" && draft.media.size() < limits::enclosures) {
        draft.media.append(
            MediaFile{.file = {.url = url,
                               .mimeType = textOf(type),
                               .title = textOf(attribute(attributes, "title")),
                               .bytes = sizeOf(textOf(attribute(attributes, "length")))}});
    } else if (rel == "replies" && isPage && draft.entry.comments.isEmpty()) {
        draft.entry.comments = url;
    }
}

void FeedBuilder::takeEnclosure(xml::Attributes attributes)
{
    auto written = attribute(attributes, "url");
    if (written.isEmpty())
        written = attribute(attributes, "href");
    const auto url = address(written, context().base);
    if (url.isEmpty() || entry().media.size() >= limits::enclosures)
        return;
    entry().media.append(
        MediaFile{.file = {.url = url,
                           .mimeType = textOf(attribute(attributes, "type")),
                           .bytes = sizeOf(textOf(attribute(attributes, "length")))}});
}

void FeedBuilder::takeMediaFile(xml::Attributes attributes)
{
    const auto url = address(attribute(attributes, "url"), context().base);
    const auto medium = keyword(attributes, "medium");
    if (url.isEmpty() || entry().media.size() >= limits::enclosures)
        return;
    MediaFile media{.file = {.url = url,
                             .mimeType = textOf(attribute(attributes, "type")),
                             .bytes = sizeOf(textOf(attribute(attributes, "filesize"))),
                             .seconds = secondsOf(textOf(attribute(attributes, "duration")))},
                    .group = parent().term.word == Word::Group ? entry().groups : 0,
                    .isPicture = medium == "image",
                    .isDefault = keyword(attributes, "isdefault") == "true"};
    // A page to be framed is no file.
    if (medium == "document" || media.file.mimeType == "text/html"_L1
        || media.file.mimeType.contains("shockwave"_L1))
        return;
    entry().media.append(media);
}

void FeedBuilder::takeThumbnail(xml::Attributes attributes)
{
    auto written = attribute(attributes, "url");
    if (written.isEmpty())
        written = attribute(attributes, "href");
    offerPicture(address(written, context().base), 3);
}

void FeedBuilder::offerPicture(const QUrl &url, int rank)
{
    if (url.isEmpty())
        return;
    if (!isInEntry()) {
        m_feed.image.offer(url, rank);
    } else if (entry().lead.rank < rank) {
        entry().lead.offer({.src = QString::fromLatin1(url.toEncoded())}, rank);
    }
}

void FeedBuilder::takeCategory(xml::Attributes attributes)
{
    for (const auto *const name : {"label", "term", "text"}) {
        if (const auto value = attribute(attributes, name); !value.isEmpty()) {
            addTags(textOf(value), QChar());
            return;
        }
    }
}

} // namespace feeds
