#pragma once

#include "library/library.h"
#include "network/fetcher.h"

#include <QHash>
#include <QList>
#include <QString>
#include <QUrl>

// What makes a story complete for reading without a network. Pure, for the pool.
namespace tasks {

// The story with the whole text that its page has; what its feed says of it stays. Empty when the
// page has no more than is known, or is about something else: a notice, a question for consent.
Result<Article> fullStory(const StoredArticle &known, const network::Answer &page,
                          const QString &rulesFile);

// Where the story's pictures are on the web, each once, in order, the lead first; without counting
// pixels.
QList<QUrl> picturesOnTheWeb(const Article &article);

// The story with pictures of its own in place of addresses: those of the bytes found there that are
// pictures to be seen.
Article withPictures(Article article, const QHash<QUrl, QByteArray> &found);

} // namespace tasks
