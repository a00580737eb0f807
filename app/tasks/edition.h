#pragma once

#include "base/result.h"
#include "library/library.h"
#include "model/feed.h"
#include "model/frontstory.h"

#include <QDateTime>
#include <QList>
#include <QString>

#include <optional>

namespace tasks {

// Stories that stand together below the large ones.
struct Section
{
    QString title = {}; // The folder of feeds or the outlet; empty for what stands alone.
    QList<FrontStory> stories = {};

    bool operator==(const Section &) const = default;
};

// What is on the front page, in its order.
struct Edition
{
    std::optional<FrontStory> lead = {}; // None: nothing is unread.
    QList<FrontStory> seconds = {};
    QList<Section> sections = {};

    [[nodiscard]] QList<ArticleId> ids() const;
    bool operator==(const Edition &) const = default;
};

// How much a story asks for a place at the top, in points:
//   40  for a photo;
//   30  when it came out a moment ago, less by the hour, nothing after a day;
//   15  for each further feed that told it, 45 at most;
//   20  for a long story, 10 for one of some length.
// The story with the most points leads; of equals the newer one, then the one that came later.
int points(const FrontStory &story, const QDateTime &now);

// The lead; the next best, no more than two of an outlet, those with a photo first; the others by
// folders of feeds as the tree has them, then by outlets that have several, then what is left,
// each the newest first. The same stories at the same moment make the same page.
Edition edited(const QList<FrontStory> &stories, const FeedTree &tree, const QDateTime &now);

// A front page with what it needs to say of its stories.
struct FrontPage
{
    Edition edition = {};
    QString standfirst = {}; // Of the lead.
    QStringList opening = {}; // The first paragraphs of the lead, shortened.
    QString caption = {}; // Of its photo, and who took it.
    QString credit = {};
    QList<Headline> begun = {}; // To go on with, last read first.
    int unread = 0; // In the whole library,
    int stories = 0; // which has so many,
    int feeds = 0; // from so many feeds and from files.
    ArticleId last = ArticleId::None; // That had come when the edition was made.
    int fresh = 0; // Unread stories that have come since, up to a limit.

    bool operator==(const FrontPage &) const = default;
};

// Reads all of it from the library: for a worker.
Result<FrontPage> frontPage(Library &library, const QDateTime &now);
// The same stories as they are now, without those that are gone.
Result<FrontPage> frontPageAgain(Library &library, const FrontPage &before);
Result<QList<Headline>> begunStories(Library &library);

} // namespace tasks
