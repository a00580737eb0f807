#pragma once

#include "xml/reader.h"

#include <array>

namespace feeds {

// The namespaces that matter, told by their address in all its wild variants, or by the prefix
// people use for them where it is undeclared or unknown.
enum class Space : quint8 {
    Core, // RSS of any version, CDF, and whatever stands without a prefix.
    Atom,
    Rdf,
    Xml, // xml:base, xml:lang.
    DublinCore,
    DublinTerms,
    Content, // http://purl.org/rss/1.0/modules/content/
    Media, // https://www.rssboard.org/media-rss
    Podcast, // Apple's and Google's terms for podcasts.
    Podcasting2, // https://podcastindex.org/namespace/1.0
    Syndication, // http://purl.org/rss/1.0/modules/syndication/
    FeedBurner,
    Prism,
    Html,
    Graphics, // SVG and MathML.
    Other
};

// Local names, in lower case, of elements that say something to us.
enum class Word : quint8 {
    None,
    About,
    Abstract,
    Author,
    Body,
    Category,
    Channel,
    Chapters,
    Comments,
    Content,
    Contributor,
    Created,
    Creator,
    Credit,
    Date,
    Day,
    Description,
    Div,
    Duration,
    Email,
    Enclosure,
    Encoded,
    Entry,
    Feed,
    FullItem,
    Group,
    Guid,
    Homepage,
    Hour,
    Html,
    Icon,
    Id,
    Image,
    Info,
    Issued,
    Item,
    Items,
    Keywords,
    Language,
    LastBuildDate,
    LastMod,
    Link,
    Logo,
    ManagingEditor,
    Modified,
    Name,
    NewFeedUrl,
    Opml,
    OrigEnclosureLink,
    OrigLink,
    PubDate,
    PublicationDate,
    Published,
    Rdf,
    Rss,
    SkipDays,
    SkipHours,
    Source,
    Subject,
    Subtitle,
    Summary,
    Tagline,
    Text,
    TextInput,
    Thumbnail,
    Title,
    Ttl,
    UpdateFrequency,
    UpdatePeriod,
    Updated,
    Uri,
    Url
};

struct Term
{
    Space space = Space::Other;
    Word word = Word::None;

    bool operator==(const Term &) const = default;
};

// Tells names, remembering those of the document: they come again and again.
class Vocabulary
{
public:
    Term termOf(const xml::Name &name);
    // Only the namespace.
    static Space spaceOf(const xml::Name &name);

private:
    struct Known
    {
        const char *local = nullptr;
        const char *space = nullptr;
        const char *prefix = nullptr;
        Term term;
    };

    std::array<Known, 256> m_known = {};
};

} // namespace feeds
