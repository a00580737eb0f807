#include "desk/links.h"

#include "desk/storyflow.h"
#include "page/leftout.h"
#include "shell/banner.h"
#include "shell/elsewhere.h"

#include <QUrlQuery>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr auto relatedPath = "related/"_L1;
constexpr auto playPath = "play/"_L1;
constexpr auto downloadPath = "download/"_L1;
constexpr auto leftOutPath = "left-out/"_L1;
constexpr auto storyPath = "story/"_L1;
constexpr auto frontPath = "front/"_L1;

constexpr auto searchEngine = "https://duckduckgo.com/"_L1;

} // namespace

Links::Links(const Parts &parts, QObject *parent)
    : QObject(parent)
    , m(parts)
{
}

void Links::follow(const QUrl &url)
{
    if (url.scheme() == "broadsheet"_L1) {
        const auto path = url.path();
        if (path.startsWith(relatedPath))
            followRelated(path.mid(relatedPath.size()).toInt());
        else if (path.startsWith(playPath))
            emit playAsked(path.mid(playPath.size()).toInt());
        else if (path.startsWith(downloadPath))
            emit downloadAsked(path.mid(downloadPath.size()).toInt());
        else if (path == "copy"_L1)
            emit copyAsked();
        else if (path.startsWith(storyPath))
            emit storyFound(ArticleId(path.mid(storyPath.size()).toLongLong()));
        else if (path.startsWith(frontPath))
            emit frontAsked(path.mid(frontPath.size()));
        else if (path.startsWith(leftOutPath))
            emit leftOutAsked(path.mid(leftOutPath.size()));
        else if (url == QUrl(page::rulesAddress()))
            emit rulesAsked();
        return;
    }
    if (url.scheme() == "http"_L1 || url.scheme() == "https"_L1)
        openIfKept(url, [url] { elsewhere::open(url); });
    else if (url.scheme() == "mailto"_L1)
        elsewhere::open(url);
}

void Links::lookUp(const QString &words)
{
    QUrlQuery query;
    query.addQueryItem(u"q"_s, words);
    QUrl url(searchEngine);
    url.setQuery(query);
    elsewhere::open(url);
}

void Links::offer(const QUrl &url)
{
    openIfKept(url, [this, url] { emit offered(url); });
}

void Links::followRelated(int number)
{
    const auto related = m.flow.article().related.value(number);
    if (related.title.isEmpty() && related.url.isEmpty())
        return;
    m.library.read(
        [related](Library &library) { return library.find(related.url, related.title); }, this,
        [this, related](const Result<ArticleId> &found) {
            if (found && *found != ArticleId::None) {
                emit storyFound(*found);
            } else if (!related.url.isEmpty()) {
                elsewhere::open(related.url);
            } else {
                m.banner.show({.text = tr("“%1” is not in your library.").arg(related.title),
                               .action = tr("Search the web"),
                               .act = [title = related.title] { lookUp(u'"' + title + u'"'); }});
            }
        });
}

void Links::openIfKept(const QUrl &url, const std::function<void()> &otherwise)
{
    // A related story is found by its title too, as its card promises.
    const auto &related = m.flow.article().related;
    const auto link = std::ranges::find(related, url, &Link::url);
    const auto title = link == related.end() ? QString() : link->title;
    m.library.read([url, title](Library &library) { return library.find(url, title); }, this,
                   [this, otherwise](const Result<ArticleId> &found) {
                       if (found && *found != ArticleId::None)
                           emit storyFound(*found);
                       else
                           otherwise();
                   });
}
