#include "feeds/draft.h"

#include "feeds/textconstruct.h"
#include "feeds/values.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace feeds {

namespace {

bool isPicture(const MediaFile &media)
{
    return media.isPicture || media.file.mimeType.startsWith("image/"_L1);
}

// The picture with its own words; what is said of all media fills the gaps.
Figure figureOf(const MediaFile &media, const Figure &words)
{
    auto figure = media.figure;
    figure.src = QString::fromLatin1(media.file.url.toEncoded());
    if (figure.caption.isEmpty())
        figure.caption = words.caption;
    if (figure.credit.isEmpty())
        figure.credit = words.credit;
    return figure;
}

// Of the renditions of one thing, the one that is meant to be taken.
bool isBest(const MediaFile &media, const QList<MediaFile> &all)
{
    if (media.group == 0)
        return true;
    const MediaFile *best = nullptr;
    for (const auto &each : all) {
        const auto isRival = each.group == media.group && isPicture(each) == isPicture(media);
        if (isRival && (!best || (each.isDefault && !best->isDefault)))
            best = &each;
    }
    return best == &media;
}

void addFile(QList<Enclosure> &files, Enclosure file)
{
    if (file.mimeType.isEmpty())
        file.mimeType = typeOf(file.url);
    const auto same = std::ranges::find(files, file.url, &Enclosure::url);
    if (same == files.end()) {
        files.append(file);
        return;
    }
    // The same file told twice: what one leaves out, the other may say.
    if (same->mimeType.isEmpty())
        same->mimeType = file.mimeType;
    if (same->bytes == 0)
        same->bytes = file.bytes;
    if (same->seconds == 0)
        same->seconds = file.seconds;
}

bool isHeard(const Enclosure &file)
{
    return file.mimeType.startsWith("audio/"_L1) || file.mimeType.startsWith("video/"_L1);
}

void takeMedia(EntryDraft &draft, FeedEntry &entry)
{
    for (const auto &media : std::as_const(draft.media)) {
        if (isPicture(media)) {
            if (draft.lead.rank < 4)
                draft.lead.offer(figureOf(media, draft.mediaWords), 4);
            // A picture that is given as an enclosure stays one.
            if (media.group != 0 || media.isPicture)
                continue;
        }
        if (isBest(media, draft.media))
            addFile(entry.enclosures, media.file);
    }
    entry.lead = draft.lead.value;
    const auto episode = std::ranges::find_if(entry.enclosures, isHeard);
    const auto first = episode != entry.enclosures.end() ? episode : entry.enclosures.begin();
    if (first == entry.enclosures.end())
        return;
    if (draft.seconds > 0)
        first->seconds = draft.seconds;
    first->chapters = draft.chapters;
    if (!draft.originalEnclosure.isEmpty())
        first->url = draft.originalEnclosure;
}

bool isMail(const Author &author)
{
    return author.url.isEmpty() && author.name.contains(u'@') && !author.name.contains(u' ');
}

// Mail addresses count only where nobody is named.
QList<Author> authorsOf(QList<Author> authors, const QList<Author> &lesser)
{
    if (authors.isEmpty() || std::ranges::all_of(authors, isMail)) {
        const auto hasNames = !std::ranges::all_of(lesser, isMail);
        return authors.isEmpty() || hasNames ? lesser : authors;
    }
    authors.removeIf(isMail);
    return authors;
}

} // namespace

FeedEntry finished(EntryDraft &draft, const ParsedFeed &feed)
{
    auto entry = std::move(draft.entry);
    entry.title = draft.title.value;
    entry.summary = draft.summary.value;
    entry.content = draft.content.value;
    entry.base = draft.content.rank > 0 ? draft.contentBase : draft.summaryBase;
    if (entry.base.isEmpty())
        entry.base = draft.context.base;
    if (draft.content.rank > 0 && draft.summaryBase != entry.base)
        entry.summaryBase = draft.summaryBase;
    entry.url = draft.url.value;
    entry.published = draft.published.value;
    entry.modified = draft.modified.value;
    entry.authors = authorsOf(draft.authors, draft.lesserAuthors);
    for (const auto &language : {draft.contentLanguage, draft.context.language}) {
        if (entry.language.isEmpty())
            entry.language = language;
    }
    if (entry.language == feed.language)
        entry.language.clear();
    takeMedia(draft, entry);
    return entry;
}

ParsedFeed finished(FeedDraft &draft)
{
    auto feed = std::move(draft.feed);
    feed.title = draft.title.value;
    feed.descriptionHtml = draft.description.value;
    feed.description = toPlain(feed.descriptionHtml, TextKind::Html);
    feed.base = draft.descriptionBase;
    feed.site = draft.site.value;
    feed.modified = draft.modified.value;
    feed.image = draft.image.value;
    feed.authors = authorsOf(draft.authors, draft.lesserAuthors);
    if (feed.ttlMinutes == 0 && draft.updatePeriodMinutes > 0)
        feed.ttlMinutes = std::max(1, draft.updatePeriodMinutes / draft.updateFrequency);
    return feed;
}

} // namespace feeds
