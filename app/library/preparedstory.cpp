#include "library/preparedstory.h"

#include "library/identity.h"

#include <QCryptographicHash>
#include <QHash>
#include <QSet>
#include <QtEndian>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

// A number that stands for several texts; the same in every version of the program.
class Digest
{
public:
    Digest &operator<<(const QString &text)
    {
        m_hash.addData(text.toUtf8());
        // What no UTF-8 holds, so that no two rows of texts run into one.
        m_hash.addData("\xFF"_ba);
        return *this;
    }
    Digest &operator<<(const QUrl &url) { return *this << url.toString(QUrl::FullyEncoded); }
    Digest &operator<<(const Figure &figure)
    {
        return *this << figure.src << figure.alt << figure.caption << figure.credit;
    }

    [[nodiscard]] qint64 result() const
    {
        return qFromBigEndian<qint64>(m_hash.result().constData());
    }

private:
    QCryptographicHash m_hash{QCryptographicHash::Sha1};
};

// What an entry tells. Its dates are left out: feeds that have none of their own give the moment
// they were asked.
qint64 hashOf(const FeedStory &story)
{
    const auto &article = story.article;
    Digest digest;
    digest << article.url << article.title << article.standfirst << article.language << article.site
           << article.comments << article.lead << article.tags.join(u'\n')
           << (story.isSummary ? u"summary"_s : u"whole"_s);
    for (const auto &author : article.authors)
        digest << author.name << author.url;
    for (const auto &figure : article.figures)
        digest << figure;
    for (const auto &link : article.related)
        digest << link.title << link.url;
    for (const auto &enclosure : article.enclosures)
        digest << enclosure.url << enclosure.title << QString::number(enclosure.seconds);
    // Without HTML the text is all there is.
    digest << (story.html.isEmpty() ? article.text : story.html);
    return digest.result();
}

QString wordsOf(const Article &article)
{
    return article.title + u'\n' + article.text;
}

qint64 keyOf(const FeedStory &story)
{
    Digest digest;
    if (!story.guid.isEmpty())
        digest << u"guid"_s << story.guid;
    else if (const auto address = identity::urlKey(story.article.url); !address.isEmpty())
        digest << u"url"_s << address;
    else
        digest << u"words"_s << wordsOf(story.article);
    return digest.result();
}

qint64 keyWithTitle(qint64 key, const QString &title)
{
    Digest digest;
    digest << u"title"_s << QString::number(key) << title;
    return digest.result();
}

// Some feeds give all of their entries one GUID or one address: then the headline tells them apart.
void tellApart(QList<FeedStore::Prepared> &stories)
{
    QHash<qint64, QString> titles;
    QSet<qint64> shared;
    for (const auto &story : std::as_const(stories)) {
        const auto found = titles.constFind(story.key);
        if (found == titles.cend())
            titles.insert(story.key, story.story.article.title);
        else if (*found != story.story.article.title)
            shared.insert(story.key);
    }
    for (auto &story : stories) {
        if (shared.contains(story.key))
            story.key = keyWithTitle(story.key, story.story.article.title);
    }
}

// The same entry twice: the one that stands first is meant.
void dropRepeated(QList<FeedStore::Prepared> &stories)
{
    QSet<qint64> seen;
    stories.removeIf([&](const FeedStore::Prepared &story) {
        const auto known = seen.contains(story.key);
        seen.insert(story.key);
        return known;
    });
}

// Oldest first, as they shall come into the library. Feeds give the newest first; where there are
// no dates that is all that is known.
void sortByAge(QList<FeedStore::Prepared> &stories)
{
    std::ranges::reverse(stories);
    const auto isOlder = [](const QDateTime &left, const QDateTime &right) {
        return left.isValid() && (!right.isValid() || left < right);
    };
    std::ranges::stable_sort(stories, isOlder, [](const FeedStore::Prepared &story) {
        return story.story.article.published.sortKey();
    });
}

} // namespace

storyversions::Ready preparedstory::versionOf(const FeedStory &story)
{
    return storyversions::ready(story.article, story.html);
}

FeedStore::PreparedStories FeedStore::prepare(const QList<FeedStory> &stories,
                                              const KnownEntries &known)
{
    auto prepared = std::make_shared<QList<Prepared>>();
    prepared->reserve(stories.size());
    for (const auto &story : stories)
        prepared->append({.key = keyOf(story), .hash = hashOf(story), .story = story});
    tellApart(*prepared);
    dropRepeated(*prepared);
    sortByAge(*prepared);
    for (auto &story : *prepared) {
        if (known.contains(story.hash))
            continue;
        story.version = preparedstory::versionOf(story.story);
        story.story.html.clear(); // It is packed.
    }
    return prepared;
}
