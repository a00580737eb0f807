#include "feeds/vocabulary.h"

#include <algorithm>
#include <string_view>

namespace feeds {

namespace {

struct SpaceName
{
    std::string_view name;
    Space space;
};

// In lower case and without what varies at the ends: "http://", "www.", "#", "/".
constexpr std::array spaces{
    SpaceName{"a9.com/-/spec/opensearch/1.1", Space::Other},
    SpaceName{"apple.com/dtds/podcast-1.0.dtd", Space::Podcast},
    SpaceName{"backend.userland.com/rss", Space::Core},
    SpaceName{"backend.userland.com/rss2", Space::Core},
    SpaceName{"backend.userland.com/rss091", Space::Core},
    SpaceName{"base.google.com/ns/1.0", Space::Other},
    SpaceName{"blogs.law.harvard.edu/tech/rss", Space::Core},
    SpaceName{"channel.netscape.com/rdf/simple/0.9", Space::Core},
    SpaceName{"cyber.law.harvard.edu/rss/rss.html", Space::Core},
    SpaceName{"example.com/dtds/podcast-1.0.dtd", Space::Podcast},
    SpaceName{"example.com/necho", Space::Atom},
    SpaceName{"example.com/newformat", Space::Atom},
    SpaceName{"github.com/podcastindex-org/podcast-namespace/blob/main/docs/1.0.md",
              Space::Podcasting2},
    SpaceName{"google.com/schemas/play-podcasts/1.0", Space::Podcast},
    SpaceName{"google.com/schemas/play-podcasts/1.0/play-podcasts.xsd", Space::Podcast},
    SpaceName{"itunes.com/dtds/podcast-1.0.dtd", Space::Podcast},
    SpaceName{"my.netscape.com/publish/formats/rss-0.91.dtd", Space::Core},
    SpaceName{"my.netscape.com/rdf/simple/0.9", Space::Core},
    SpaceName{"podcastindex.org/namespace/1.0", Space::Podcasting2},
    SpaceName{"prismstandard.org/namespaces/1.2/basic", Space::Prism},
    SpaceName{"prismstandard.org/namespaces/basic/2.0", Space::Prism},
    SpaceName{"prismstandard.org/namespaces/basic/2.1", Space::Prism},
    SpaceName{"prismstandard.org/namespaces/basic/3.0", Space::Prism},
    SpaceName{"prismstandard.org/namespaces/1.1/basic", Space::Prism},
    SpaceName{"purl.org/atom/ns", Space::Atom},
    SpaceName{"purl.org/dc/elements/1.0", Space::DublinCore},
    SpaceName{"purl.org/dc/elements/1.1", Space::DublinCore},
    SpaceName{"purl.org/dc/terms", Space::DublinTerms},
    SpaceName{"purl.org/echo", Space::Atom},
    SpaceName{"purl.org/net/rss1.1", Space::Core},
    SpaceName{"purl.org/net/rss1.1/payload", Space::Content},
    SpaceName{"purl.org/rss/1.0", Space::Core},
    SpaceName{"purl.org/rss/1.0/modules/content", Space::Content},
    SpaceName{"purl.org/rss/1.0/modules/dcterms", Space::DublinTerms},
    SpaceName{"purl.org/rss/1.0/modules/rss091", Space::Core},
    SpaceName{"purl.org/rss/1.0/modules/syndication", Space::Syndication},
    SpaceName{"purl.org/rss/2.0", Space::Core},
    SpaceName{"rssnamespace.org/feedburner/ext/1.0", Space::FeedBurner},
    SpaceName{"search.yahoo.com/mrss", Space::Media},
    SpaceName{"tools.search.yahoo.com/mrss", Space::Media},
    SpaceName{"uri/of/echo/namespace", Space::Atom},
    SpaceName{"video.search.yahoo.com/mrss", Space::Media},
    SpaceName{"w3.org/1998/math/mathml", Space::Graphics},
    SpaceName{"w3.org/1999/02/22-rdf-syntax-ns", Space::Rdf},
    SpaceName{"w3.org/1999/xhtml", Space::Html},
    SpaceName{"w3.org/1999/xlink", Space::Other},
    SpaceName{"w3.org/2000/svg", Space::Graphics},
    SpaceName{"w3.org/2005/atom", Space::Atom},
    SpaceName{"w3.org/xml/1998/namespace", Space::Xml},
};

constexpr std::array prefixes{
    SpaceName{"", Space::Core},
    SpaceName{"atom", Space::Atom},
    SpaceName{"a10", Space::Atom},
    SpaceName{"atom03", Space::Atom},
    SpaceName{"atom10", Space::Atom},
    SpaceName{"content", Space::Content},
    SpaceName{"dc", Space::DublinCore},
    SpaceName{"dcterms", Space::DublinTerms},
    SpaceName{"feedburner", Space::FeedBurner},
    SpaceName{"googleplay", Space::Podcast},
    SpaceName{"itunes", Space::Podcast},
    SpaceName{"media", Space::Media},
    SpaceName{"podcast", Space::Podcasting2},
    SpaceName{"prism", Space::Prism},
    SpaceName{"rdf", Space::Rdf},
    SpaceName{"rss", Space::Core},
    SpaceName{"sy", Space::Syndication},
    SpaceName{"xhtml", Space::Html},
    SpaceName{"xml", Space::Xml},
};

struct WordName
{
    std::string_view name;
    Word word;
};

// Sorted, to be searched.
constexpr std::array words{
    WordName{"about", Word::About},
    WordName{"abstract", Word::Abstract},
    WordName{"author", Word::Author},
    WordName{"body", Word::Body},
    WordName{"category", Word::Category},
    WordName{"channel", Word::Channel},
    WordName{"chapters", Word::Chapters},
    WordName{"comments", Word::Comments},
    WordName{"content", Word::Content},
    WordName{"contributor", Word::Contributor},
    WordName{"copyright", Word::None},
    WordName{"created", Word::Created},
    WordName{"creator", Word::Creator},
    WordName{"credit", Word::Credit},
    WordName{"date", Word::Date},
    WordName{"day", Word::Day},
    WordName{"description", Word::Description},
    WordName{"div", Word::Div},
    WordName{"duration", Word::Duration},
    WordName{"email", Word::Email},
    WordName{"enclosure", Word::Enclosure},
    WordName{"encoded", Word::Encoded},
    WordName{"entry", Word::Entry},
    WordName{"feed", Word::Feed},
    WordName{"fullitem", Word::FullItem},
    WordName{"group", Word::Group},
    WordName{"guid", Word::Guid},
    WordName{"homepage", Word::Homepage},
    WordName{"hour", Word::Hour},
    WordName{"html", Word::Html},
    WordName{"icon", Word::Icon},
    WordName{"id", Word::Id},
    WordName{"image", Word::Image},
    WordName{"info", Word::Info},
    WordName{"issued", Word::Issued},
    WordName{"item", Word::Item},
    WordName{"items", Word::Items},
    WordName{"keywords", Word::Keywords},
    WordName{"language", Word::Language},
    WordName{"lastbuilddate", Word::LastBuildDate},
    WordName{"lastmod", Word::LastMod},
    WordName{"link", Word::Link},
    WordName{"logo", Word::Logo},
    WordName{"managingeditor", Word::ManagingEditor},
    WordName{"modified", Word::Modified},
    WordName{"name", Word::Name},
    WordName{"new-feed-url", Word::NewFeedUrl},
    WordName{"opml", Word::Opml},
    WordName{"origenclosurelink", Word::OrigEnclosureLink},
    WordName{"origlink", Word::OrigLink},
    WordName{"pubdate", Word::PubDate},
    WordName{"publicationdate", Word::PublicationDate},
    WordName{"published", Word::Published},
    WordName{"rdf", Word::Rdf},
    WordName{"rss", Word::Rss},
    WordName{"skipdays", Word::SkipDays},
    WordName{"skiphours", Word::SkipHours},
    WordName{"source", Word::Source},
    WordName{"subject", Word::Subject},
    WordName{"subtitle", Word::Subtitle},
    WordName{"summary", Word::Summary},
    WordName{"tagline", Word::Tagline},
    WordName{"text", Word::Text},
    WordName{"textinput", Word::TextInput},
    WordName{"thumbnail", Word::Thumbnail},
    WordName{"title", Word::Title},
    WordName{"ttl", Word::Ttl},
    WordName{"updated", Word::Updated},
    WordName{"updatefrequency", Word::UpdateFrequency},
    WordName{"updateperiod", Word::UpdatePeriod},
    WordName{"uri", Word::Uri},
    WordName{"url", Word::Url},
};

std::string_view viewOf(const QByteArray &bytes)
{
    return {bytes.data(), std::size_t(bytes.size())};
}

template<std::size_t Size>
const SpaceName *find(const std::array<SpaceName, Size> &names, std::string_view wanted)
{
    const auto *const found = std::ranges::find(names, wanted, &SpaceName::name);
    return found == names.end() ? nullptr : found;
}

QByteArray bareAddress(QByteArrayView address)
{
    auto bare = address.trimmed().toByteArray().toLower();
    for (const auto *const front : {"http://", "https://", "www."}) {
        if (bare.startsWith(front))
            bare.remove(0, qsizetype(qstrlen(front)));
    }
    while (bare.endsWith('/') || bare.endsWith('#'))
        bare.chop(1);
    return bare;
}

Word wordOf(QByteArrayView local)
{
    const auto lower = local.toByteArray().toLower();
    const auto *const found = std::ranges::lower_bound(words, viewOf(lower), {}, &WordName::name);
    return found != words.end() && found->name == viewOf(lower) ? found->word : Word::None;
}

} // namespace

Space Vocabulary::spaceOf(const xml::Name &name)
{
    if (!name.space.isEmpty()) {
        const auto bare = bareAddress(name.space);
        if (const auto *const known = find(spaces, viewOf(bare)))
            return known->space;
    }
    const auto prefix = name.prefix.toByteArray().toLower();
    const auto *const known = find(prefixes, viewOf(prefix));
    return known ? known->space : Space::Other;
}

Term Vocabulary::termOf(const xml::Name &name)
{
    const auto number = std::size_t(name.local.data()) / 8 ^ std::size_t(name.space.data()) / 16;
    auto &known = m_known[(number ^ number / 256) % m_known.size()];
    if (known.local != name.local.data() || known.space != name.space.data()
        || known.prefix != name.prefix.data()) {
        known = {.local = name.local.data(),
                 .space = name.space.data(),
                 .prefix = name.prefix.data(),
                 .term = {.space = spaceOf(name), .word = wordOf(name.local)}};
    }
    return known.term;
}

} // namespace feeds
