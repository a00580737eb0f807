#include "feeds/story.h"

#include "feeds/excerpt.h"
#include "feeds/limits.h"
#include "feeds/textconstruct.h"
#include "feeds/values.h"
#include "html/absolute.h"
#include "html/quicktags.h"
#include "html/quicktext.h"
#include "html/unseen.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace {

// What is heard or seen is the story; the words beside it are its notes.
bool isEpisode(const FeedEntry &entry)
{
    return std::ranges::any_of(entry.enclosures, [](const Enclosure &file) {
        return file.mimeType.startsWith("audio/"_L1) || file.mimeType.startsWith("video/"_L1);
    });
}

bool isSummary(const FeedEntry &entry, const QString &text)
{
    if (isEpisode(entry))
        return false;
    if (text.isEmpty() || feeds::endsAsExcerpt(text))
        return true;
    const auto isShort = text.size() <= feeds::limits::shortText;
    if (entry.content.isEmpty())
        // A note without a headline is all there is, however short.
        return isShort && !entry.title.isEmpty();
    return isShort && !entry.summary.isEmpty() && html::quickText(entry.summary) == text
        && entry.content.size() == entry.summary.size();
}

bool isUnseen(QStringView tag)
{
    const std::array<QStringView, 3> names{u"width", u"height", u"style"};
    return std::ranges::any_of(names, [tag](QStringView name) {
        return html::makesUnseen(name, html::attributeIn(tag, name));
    });
}

Figure pictureOf(QStringView tag, const QUrl &base)
{
    const auto plain = [tag](QStringView name) {
        return feeds::toPlain(html::attributeIn(tag, name).toString(), feeds::TextKind::Html);
    };
    const auto source = html::attributeIn(tag, u"src").toString().replace("&amp;"_L1, "&"_L1);
    const auto url = feeds::address(source, base);
    if (url.isEmpty() || isUnseen(tag))
        return {};
    return {.src = QString::fromLatin1(url.toEncoded()), .alt = plain(u"alt")};
}

// The picture a story begins with: before any word of it.
Figure leadingPicture(QStringView html, const QUrl &base)
{
    qsizetype at = 0;
    while (at < html.size()) {
        const auto c = html.at(at);
        if (c.isSpace()) {
            ++at;
            continue;
        }
        if (c != u'<')
            return {};
        const auto tag = html::tagAt(html, at);
        if (tag.length == 0 || tag.kind == html::TagKind::Hidden)
            return {};
        if (tag.name.compare(u"img", Qt::CaseInsensitive) == 0) {
            const auto picture = pictureOf(html.sliced(at, tag.length), base);
            if (!picture.isEmpty())
                return picture;
        }
        at += tag.length;
    }
    return {};
}

// A feed's authors are its entries' (RFC 4287 §4.2.1, JSON Feed 1.1), those of a podcast its
// episodes'; in RSS they are editors.
QList<Author> authorsOf(const ParsedFeed &feed, const FeedEntry &entry)
{
    const auto areShared = feed.format == "atom"_L1 || feed.format == "json"_L1 || isEpisode(entry);
    return entry.authors.isEmpty() && areShared ? feed.authors : entry.authors;
}

// What is said above the story and not again in it.
QString standfirst(const FeedEntry &entry, const QString &text)
{
    if (entry.content.isEmpty() || entry.summary.isEmpty())
        return {};
    const auto words = feeds::toPlain(entry.summary, feeds::TextKind::Html);
    const auto isShort = words.size() <= feeds::limits::shortText;
    const auto isRepeated = QStringView(text)
                                .first(std::min(text.size(), words.size()))
                                .startsWith(QStringView(words).first(words.size() / 2));
    return isShort && !isRepeated && !feeds::endsAsExcerpt(words) ? words : QString();
}

} // namespace

feeds::Story feeds::story(const ParsedFeed &feed, const FeedEntry &entry)
{
    const auto hasContent = !entry.content.isEmpty();
    const auto &html = hasContent ? entry.content : entry.summary;
    const auto &base = hasContent || entry.summaryBase.isEmpty() ? entry.base : entry.summaryBase;
    Story story{.guid = entry.guid, .html = html::withAbsoluteAddresses(html, base)};
    auto &article = story.article;
    article = {.url = entry.url.isEmpty() ? entry.externalUrl : entry.url,
               .title = entry.title,
               .authors = authorsOf(feed, entry),
               .published = entry.published,
               .modified = entry.modified,
               .language = entry.language.isEmpty() ? feed.language : entry.language,
               .site = feed.title,
               .tags = entry.tags,
               .lead = entry.lead,
               .enclosures = entry.enclosures,
               .comments = entry.comments,
               .text = html::quickText(html),
               .provenance = {.format = feed.format}};
    article.standfirst = standfirst(entry, article.text);
    if (article.lead.src.isEmpty())
        article.lead = leadingPicture(html, base);
    story.isSummary = isSummary(entry, article.text);
    return story;
}
