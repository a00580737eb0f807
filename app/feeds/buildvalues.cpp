// The end tags of a feed: what the text of its elements says of entries.

#include "feeds/feedbuilder.h"
#include "feeds/limits.h"
#include "feeds/values.h"

#include <array>

using namespace Qt::StringLiterals;

namespace feeds {

namespace {

// 1 Monday … 7 Sunday; 0 for none.
int weekday(const QString &name)
{
    constexpr std::array days{"mon"_L1, "tue"_L1, "wed"_L1, "thu"_L1, "fri"_L1, "sat"_L1, "sun"_L1};
    for (std::size_t day = 0; day < days.size(); ++day) {
        if (name.startsWith(days[day], Qt::CaseInsensitive))
            return int(day) + 1;
    }
    return 0;
}

void addNumber(QList<int> &numbers, int number)
{
    if (!numbers.contains(number))
        numbers.append(number);
}

} // namespace

void FeedBuilder::endValue()
{
    const auto frame = top();
    const auto isHtml = frame.hasMarkup && frame.takesMarkup;
    m_kind = !isHtml                                        ? frame.kind
        : frame.kind == TextKind::Guessed && !frame.escapes ? TextKind::Guessed
                                                            : TextKind::Html;
    const auto bytes = QByteArrayView(m_text).sliced(frame.start);
    auto raw = frame.isBase64 && !isHtml ? fromBase64(bytes) : textOf(bytes);
    // Titles of types that mean nothing are text all the same.
    if (raw.isEmpty() && frame.isBase64 && frame.term.word != Word::Content)
        raw = textOf(bytes);
    m_text.truncate(frame.start);
    --m_collecting;
    m_value = 0;
    switch (parent().place) {
    case Place::Person:
        endPersonPart(raw.simplified());
        break;
    case Place::Image:
        endImagePart(raw);
        break;
    case Place::Media:
        endMediaPart(raw);
        break;
    case Place::SkipHours:
        if (const auto hour = raw.trimmed().toInt(); hour >= 0 && hour <= 24)
            addNumber(m_feed.feed.skipHours, hour % 24);
        break;
    case Place::SkipDays:
        if (const auto day = weekday(raw.trimmed()))
            addNumber(m_feed.feed.skipDays, day);
        break;
    default:
        if (isInEntry())
            endEntryValue(raw);
        else
            endFeedValue(raw);
        break;
    }
}

void FeedBuilder::endPersonPart(const QString &text)
{
    const auto word = top().term.word;
    if (word == Word::Name || (word == Word::Email && m_person.name.isEmpty()))
        m_person.name = text.left(limits::nameLength);
    else if (word == Word::Uri || word == Word::Url || word == Word::Homepage)
        m_person.url = address(text, context().base);
}

void FeedBuilder::endPerson()
{
    const auto said = textOf(QByteArrayView(m_text).sliced(top().start));
    m_text.truncate(top().start);
    --m_collecting;
    if (m_person.name.isEmpty()) {
        const auto named = person(toPlain(said, TextKind::Guessed));
        m_person.name = named.name;
    }
    const auto isLesser = top().term.space == Space::Podcast;
    if (isInEntry())
        addAuthor(isLesser ? entry().lesserAuthors : entry().authors, m_person);
    else
        addAuthor(isLesser ? m_feed.lesserAuthors : m_feed.authors, m_person);
}

void FeedBuilder::endImagePart(const QString &text)
{
    if (top().term.word == Word::Url)
        offerPicture(address(text, context().base), isInEntry() ? 1 : 4);
}

void FeedBuilder::endMediaPart(const QString &text)
{
    const auto plain = toPlain(text, TextKind::Guessed);
    if (plain.isEmpty())
        return;
    const auto isOfFile = parent().term.word == Word::Content && !entry().media.isEmpty();
    auto &words = isOfFile ? entry().media.last().figure : entry().mediaWords;
    switch (top().term.word) {
    case Word::Title:
        words.alt = plain.left(limits::headlineLength);
        if (!isOfFile)
            entry().title.offer(words.alt, 1);
        break;
    case Word::Description:
        words.caption = plain;
        if (!isOfFile)
            entry().summary.offer(toHtml(text, TextKind::Guessed), 2);
        break;
    case Word::Text:
        if (words.caption.isEmpty())
            words.caption = plain;
        break;
    case Word::Credit:
        words.credit = words.credit.isEmpty() ? plain : words.credit + ", "_L1 + plain;
        break;
    default:
        break;
    }
}

void FeedBuilder::endEntryValue(const QString &raw)
{
    const auto [space, word] = top().term;
    const auto isPlain = space == Space::Core || space == Space::Atom;
    const auto trimmed = raw.trimmed();
    if (trimmed.isEmpty() || endEntryText(raw))
        return;
    auto &draft = entry();
    switch (word) {
    case Word::Link:
        if (isPlain && m_rel.isEmpty())
            takeOwnLink(trimmed);
        else if (const auto url = address(trimmed, context().base); isPlain && !url.isEmpty())
            takeEntryLink(m_rel, url, {});
        break;
    case Word::OrigLink:
        draft.url.offer(address(trimmed, context().base), 8);
        break;
    case Word::OrigEnclosureLink:
        draft.originalEnclosure = address(trimmed, context().base);
        break;
    case Word::Guid:
    case Word::Id:
        if (isPlain)
            endGuid(trimmed);
        break;
    case Word::Creator:
    case Word::ManagingEditor:
        addAuthor(draft.authors, person(toPlain(raw, TextKind::Guessed)));
        break;
    case Word::Category:
    case Word::Subject:
        addTags(toPlain(raw, TextKind::Guessed), QChar());
        break;
    case Word::Keywords:
        addTags(toPlain(raw, TextKind::Guessed), u',');
        break;
    case Word::Comments:
        if (const auto url = address(trimmed, context().base); !url.isEmpty() && isPlain)
            draft.entry.comments = url;
        break;
    case Word::Language:
        draft.entry.language = languageOf(trimmed);
        break;
    case Word::Duration:
        draft.seconds = secondsOf(trimmed);
        break;
    case Word::Image:
        offerPicture(address(trimmed, context().base), 2);
        break;
    case Word::Credit:
    case Word::Text:
        if (space == Space::Media)
            endMediaPart(raw);
        break;
    default:
        endDate(raw);
        break;
    }
}

// Title, summary and content. False when it is none of them.
bool FeedBuilder::endEntryText(const QString &raw)
{
    const auto [space, word] = top().term;
    const auto isPlain = space == Space::Core || space == Space::Atom;
    auto &draft = entry();
    const auto summary = [&](int rank) {
        if (rank < draft.summary.rank)
            return;
        draft.summary.offer(toHtml(raw, m_kind), rank);
        draft.summaryBase = context().base;
    };
    const auto content = [&](int rank) {
        if (rank < draft.content.rank)
            return;
        draft.content.offer(toHtml(raw, m_kind), rank);
        draft.contentBase = context().base;
    };
    switch (word) {
    case Word::Title:
        draft.title.offer(toPlain(raw, m_kind), isPlain ? 5 : space == Space::DublinCore ? 3 : 1);
        break;
    case Word::Description:
        if (space == Space::Media)
            endMediaPart(raw);
        else
            summary(isPlain ? 5 : space == Space::DublinCore ? 4 : 3);
        break;
    case Word::Summary:
    case Word::Abstract:
        summary(isPlain ? 5 : 3);
        break;
    case Word::Subtitle:
        summary(1);
        break;
    case Word::Encoded:
        content(6);
        break;
    case Word::Content:
        content(5);
        break;
    case Word::Body:
    case Word::FullItem:
        content(4);
        break;
    case Word::Div:
        content(3);
        break;
    default:
        return false;
    }
    if (const auto &language = context().language; language != draft.context.language)
        draft.contentLanguage = language;
    return true;
}

void FeedBuilder::endDate(const QString &raw)
{
    const auto [space, word] = top().term;
    if (raw.size() > limits::dateLength * 100)
        return;
    int published = 0;
    int modified = 0;
    switch (word) {
    case Word::Published:
        published = 6;
        break;
    case Word::PubDate:
    case Word::Issued:
        published = 5;
        break;
    case Word::Date:
        published = 4;
        break;
    case Word::PublicationDate:
        published = 3;
        break;
    case Word::Created:
        published = 2;
        break;
    case Word::Updated:
    case Word::Modified:
        modified = 5;
        break;
    case Word::LastBuildDate:
    case Word::LastMod:
        modified = 4;
        break;
    default:
        return;
    }
    const auto moment = momentOf(raw);
    if (!moment.isValid())
        return;
    if (!isInEntry())
        m_feed.modified.offer(moment, std::max(published / 3, modified));
    else if (published > 0)
        entry().published.offer(moment, published);
    else
        entry().modified.offer(moment, modified);
}

void FeedBuilder::endGuid(const QString &raw)
{
    auto &draft = entry();
    draft.entry.guid = raw;
    const auto isAddress = raw.startsWith("http://"_L1, Qt::CaseInsensitive)
        || raw.startsWith("https://"_L1, Qt::CaseInsensitive);
    if (!isAddress)
        return;
    // RSS 2.0: a GUID is the entry's address unless it says otherwise. One of Atom is none, but
    // better than nothing.
    if (top().term.word == Word::Guid && m_isPermalink && draft.url.rank < 4)
        draft.url.offer(address(raw, context().base), 3);
}

void FeedBuilder::addTags(const QString &text, QChar separator)
{
    const auto parts = separator.isNull() ? QStringList(text) : text.split(separator);
    auto &tags = entry().entry.tags;
    for (const auto &part : parts) {
        const auto tag = part.simplified();
        if (!tag.isEmpty() && tag.size() <= limits::tagLength && tags.size() < limits::tags
            && !tags.contains(tag))
            tags.append(tag);
    }
}

void FeedBuilder::endEntry()
{
    auto draft = std::move(m_entries.back());
    m_entries.pop_back();
    m_done[draft.position] = finished(draft, m_feed.feed);
}

} // namespace feeds
