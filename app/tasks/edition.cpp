#include "tasks/edition.h"

#include "library/feedstore.h"
#include "tasks/limits.h"

#include <QHash>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 hour = 3'600;
constexpr qint64 day = 24 * hour;

// Packed, a text takes about a third of its letters.
constexpr qint64 someLength = 1'200;
constexpr qint64 longStory = 2'800;

bool isNewer(const FrontStory &one, const FrontStory &other)
{
    if (one.headline.listed != other.headline.listed)
        return one.headline.listed > other.headline.listed;
    return one.headline.id > other.headline.id;
}

// Takes the stories out that are wanted, in their order.
template<typename Wanted>
QList<FrontStory> taken(QList<FrontStory> &stories, const Wanted &wanted)
{
    QList<FrontStory> result;
    QList<FrontStory> rest;
    for (auto &story : stories)
        (wanted(story) ? result : rest).append(std::move(story));
    stories = std::move(rest);
    return result;
}

// What finds no room is not on the page.
QList<FrontStory> fitted(QList<FrontStory> stories, qsizetype most)
{
    stories.resize(std::min(stories.size(), most));
    return stories;
}

QList<FrontStory> takeSeconds(QList<FrontStory> &stories, const QDateTime &now)
{
    auto best = stories;
    std::ranges::stable_sort(best, std::ranges::greater(),
                             [&](const auto &story) { return tasks::points(story, now); });
    QHash<QString, int> ofOutlet;
    QSet<ArticleId> chosen;
    for (const auto &story : best) {
        if (chosen.size() >= tasks::limits::frontSeconds)
            break;
        const auto isKnown = !story.headline.site.isEmpty();
        if (isKnown && ++ofOutlet[story.headline.site] > tasks::limits::secondsOfOutlet)
            continue;
        chosen.insert(story.headline.id);
    }
    auto seconds
        = taken(stories, [&](const auto &story) { return chosen.contains(story.headline.id); });
    std::ranges::stable_partition(
        seconds, [](const auto &story) { return !story.headline.thumbnail.isEmpty(); });
    return seconds;
}

// The outermost folder around each feed that stands in one.
QHash<FeedId, FeedFolderId> outermostFolders(const FeedTree &tree)
{
    QHash<FeedFolderId, FeedFolderId> outer; // Parents come before children.
    for (const auto &folder : tree.folders)
        outer.insert(folder.id,
                     folder.parent == FeedFolderId::None ? folder.id : outer.value(folder.parent));
    QHash<FeedId, FeedFolderId> folders;
    for (const auto &feed : tree.feeds) {
        if (feed.folder != FeedFolderId::None)
            folders.insert(feed.id, outer.value(feed.folder));
    }
    return folders;
}

void takeFolders(QList<FrontStory> &stories, const FeedTree &tree, QList<tasks::Section> &sections)
{
    const auto folders = outermostFolders(tree);
    for (const auto &folder : tree.folders) {
        if (folder.parent != FeedFolderId::None)
            continue;
        const auto inIt = taken(stories, [&](const FrontStory &story) {
            return !story.feeds.isEmpty() && folders.value(story.feeds.first()) == folder.id;
        });
        if (!inIt.isEmpty())
            sections.append(
                {.title = folder.title, .stories = fitted(inIt, tasks::limits::frontSection)});
    }
}

void takeOutlets(QList<FrontStory> &stories, QList<tasks::Section> &sections)
{
    QHash<QString, int> ofOutlet;
    QStringList outlets; // The one with the newest story first.
    for (const auto &story : stories) {
        if (!story.headline.site.isEmpty() && ++ofOutlet[story.headline.site] == 1)
            outlets.append(story.headline.site);
    }
    for (const auto &outlet : outlets) {
        if (ofOutlet.value(outlet) < 2)
            continue;
        const auto told = taken(
            stories, [&](const FrontStory &story) { return story.headline.site == outlet; });
        sections.append({.title = outlet, .stories = fitted(told, tasks::limits::frontSection)});
    }
}

QString shortened(const QString &text, qsizetype most)
{
    auto words = text.simplified();
    if (words.size() <= most)
        return words;
    const auto end = words.lastIndexOf(u' ', most);
    words.truncate(end > most / 2 ? end : most);
    if (words.back().isHighSurrogate())
        words.chop(1);
    return words + u'…';
}

// Few words without a full stop, between paragraphs.
bool isHeading(const QString &line)
{
    constexpr qsizetype most = 60;
    return line.size() < most && line.back().isLetterOrNumber();
}

// The first paragraphs, as far as they fit.
QStringList openingOf(const Article &article)
{
    QStringList paragraphs;
    auto room = tasks::limits::frontOpening;
    const auto text = article.text.left(4 * room);
    for (const auto &line : text.split(u'\n', Qt::SkipEmptyParts)) {
        const auto words = line.simplified();
        if (words.isEmpty() || words == article.standfirst.simplified()
            || (!paragraphs.isEmpty() && isHeading(words)))
            continue;
        if (paragraphs.size() >= tasks::limits::frontParagraphs || room < words.size() / 4)
            break;
        paragraphs.append(shortened(words, room));
        room -= paragraphs.constLast().size();
    }
    return paragraphs;
}

void tellLead(Library &library, tasks::FrontPage &page)
{
    if (!page.edition.lead)
        return;
    const auto stored = library.article(page.edition.lead->headline.id);
    if (!stored)
        return;
    const auto &article = stored->article;
    page.standfirst = shortened(article.standfirst, tasks::limits::frontStandfirst);
    page.opening = openingOf(article);
    const auto isLead = article.lead.src == page.edition.lead->headline.thumbnail;
    page.caption = isLead ? article.lead.caption.simplified() : QString();
    page.credit = isLead ? article.lead.credit.simplified() : QString();
}

void count(const Library &library, tasks::FrontPage &page)
{
    const auto counts = library.counts();
    page.unread = counts ? counts->unread : 0;
    page.stories = counts ? counts->all : 0;
}

} // namespace

QList<ArticleId> tasks::Edition::ids() const
{
    QList<ArticleId> ids;
    if (lead)
        ids.append(lead->headline.id);
    for (const auto &story : seconds)
        ids.append(story.headline.id);
    for (const auto &section : sections) {
        for (const auto &story : section.stories)
            ids.append(story.headline.id);
    }
    return ids;
}

int tasks::points(const FrontStory &story, const QDateTime &now)
{
    const auto age = std::clamp<qint64>(story.headline.listed.secsTo(now), 0, day);
    const auto fresh = int(30 * (day - age / hour * hour) / day);
    const auto feeds = std::clamp(int(story.feeds.size()) - 1, 0, 3);
    return (story.headline.thumbnail.isEmpty() ? 0 : 40) + fresh + 15 * feeds
        + (story.bytes >= longStory        ? 20
               : story.bytes >= someLength ? 10
                                           : 0);
}

tasks::Edition tasks::edited(const QList<FrontStory> &stories, const FeedTree &tree,
                             const QDateTime &now)
{
    Edition edition;
    if (stories.isEmpty())
        return edition;
    auto rest = stories;
    std::ranges::sort(rest, isNewer);
    // The first of the best: equals stand the newer one first.
    const auto lead
        = std::ranges::max_element(rest, {}, [&](const auto &story) { return points(story, now); });
    edition.lead = *lead;
    rest.erase(lead);
    edition.seconds = takeSeconds(rest, now);
    rest = fitted(rest, limits::frontColumns);
    takeFolders(rest, tree, edition.sections);
    takeOutlets(rest, edition.sections);
    if (!rest.isEmpty())
        edition.sections.append({.stories = fitted(rest, 2 * limits::frontSection)});
    return edition;
}

Result<QList<Headline>> tasks::begunStories(Library &library)
{
    return library.headlines({.scope = StoryQuery::Scope::Started}, limits::begunStories);
}

Result<tasks::FrontPage> tasks::frontPage(Library &library, const QDateTime &now)
{
    const auto stories
        = library.frontStories(now.addDays(-1), limits::frontEnough, limits::frontCandidates);
    if (!stories)
        return stories.error();
    const auto tree = library.feeds().tree();
    const auto begun = begunStories(library);
    const auto last = library.lastCome();
    FrontPage page{.edition = edited(*stories, tree ? *tree : FeedTree(), now),
                   .begun = begun ? *begun : QList<Headline>(),
                   .feeds = tree ? int(tree->feeds.size()) : 0,
                   .last = last ? *last : ArticleId::None};
    count(library, page);
    tellLead(library, page);
    return page;
}

Result<tasks::FrontPage> tasks::frontPageAgain(Library &library, const FrontPage &before)
{
    const auto present = library.headlines(before.edition.ids());
    if (!present)
        return present.error();
    QHash<ArticleId, Headline> known;
    for (const auto &headline : *present)
        known.insert(headline.id, headline);
    auto page = before;
    const auto renew = [&](QList<FrontStory> &stories) {
        stories.removeIf(
            [&](const FrontStory &story) { return !known.contains(story.headline.id); });
        for (auto &story : stories)
            story.headline = known.value(story.headline.id);
    };
    renew(page.edition.seconds);
    for (auto &section : page.edition.sections)
        renew(section.stories);
    page.edition.sections.removeIf(
        [](const Section &section) { return section.stories.isEmpty(); });
    auto &lead = page.edition.lead;
    if (lead && known.contains(lead->headline.id))
        lead->headline = known.value(lead->headline.id);
    else
        return Error{.kind = Error::Kind::NotFound, .detail = u"the lead is gone"_s};
    const auto begun = begunStories(library);
    page.begun = begun ? *begun : QList<Headline>();
    count(library, page);
    const auto fresh = library.unreadComeAfter(page.last, limits::frontFresh);
    page.fresh = fresh ? *fresh : 0;
    return page;
}
