#include "feeds/opml.h"
#include "feeds/outline.h"
#include "feeds/subscriptionlist.h"
#include "html/document.h"
#include "text/decode.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;
using feeds::SubscriptionList;
namespace limits = feeds::limits;

namespace {

bool contains(const QString &head, QLatin1StringView markup)
{
    return head.contains(markup, Qt::CaseInsensitive);
}

// <DT><H3>Name</H3><DL>… <A …>: the names of the lists around a bookmark.
QStringList foldersAround(const html::Node &bookmark)
{
    QStringList folder;
    for (auto node = bookmark.parent(); !node.isNull(); node = node.parent()) {
        if (!node.isElement(u"dl"))
            continue;
        auto heading = node.previousSibling();
        while (!heading.isNull() && !heading.isElement())
            heading = heading.previousSibling();
        const auto name = heading.isElement(u"h3") ? html::textOf(heading) : QString();
        if (!name.isEmpty())
            folder.prepend(name.left(limits::titleLength));
    }
    return folder.first(std::min(folder.size(), limits::folderDepth));
}

Result<feeds::Subscriptions> readBookmarks(const QString &text)
{
    const auto document = html::Document::parse(text);
    if (!document)
        return document.error();
    SubscriptionList list;
    for (const auto &bookmark : document->root().descendants(u"a")) {
        const auto url = feeds::addressOfWord(bookmark.attribute("feedurl"));
        if (url.isEmpty()) {
            list.leaveOut();
            continue;
        }
        NewFeed feed{.url = url, .title = html::textOf(bookmark).left(limits::titleLength)};
        const auto site = feeds::addressOfWord(bookmark.attribute("href"));
        if (site.scheme().startsWith("http"_L1) && site != url)
            feed.site = site;
        feed.folder = foldersAround(bookmark);
        list.add(feed);
    }
    return list.take();
}

// "https://coast.example/feed sea "~Coast News"": an address, tags, a title. The first tag is the
// folder.
NewFeed feedOfLine(const QString &line)
{
    static const QRegularExpression word(u"\"([^\"]*)\"|(\\S+)"_s);
    NewFeed feed;
    auto words = word.globalMatch(line);
    while (words.hasNext()) {
        const auto match = words.next();
        const auto text = match.captured(1) + match.captured(2);
        if (feed.url.isEmpty()) {
            feed.url = feeds::addressOfWord(text);
            if (feed.url.isEmpty())
                break;
        } else if (text.startsWith(u'~')) {
            feed.title = feeds::plainTitle(text.sliced(1));
        } else if (feed.folder.isEmpty() && !text.startsWith(u'!') && !text.isEmpty()) {
            feed.folder.append(feeds::plainTitle(text));
        }
    }
    return feed;
}

Result<feeds::Subscriptions> readLines(const QString &text)
{
    SubscriptionList list;
    qsizetype addresses = 0;
    qsizetype others = 0;
    for (const auto &line : QStringView(text).split(u'\n')) {
        const auto written = line.trimmed();
        if (written.isEmpty() || written.startsWith(u'#'))
            continue;
        const auto feed
            = written.size() <= limits::addressLength ? feedOfLine(written.toString()) : NewFeed{};
        feed.url.isEmpty() ? list.leaveOut() : list.add(feed);
        ++(feed.url.isEmpty() ? others : addresses);
    }
    // A text with an address in it is no list.
    if (others > addresses)
        return Error{Error::Kind::Malformed, u"no list of feeds"_s};
    return list.take();
}

} // namespace

Result<feeds::Subscriptions> feeds::readSubscriptions(const QByteArray &bytes)
{
    constexpr qsizetype headBytes = 4096;
    if (bytes.size() > limits::listBytes || bytes.trimmed().isEmpty())
        return readOpml(bytes); // It says why not.
    const auto text = text::decode(bytes).text;
    const auto head = text.left(headBytes);
    if (contains(head, "<opml"_L1) || contains(head, "<outline"_L1) || contains(head, "<?xml"_L1))
        return readOpml(bytes);
    if (contains(head, "NETSCAPE-Bookmark"_L1) || contains(head, "FEEDURL"_L1))
        return readBookmarks(text);
    if (contains(head, "<html"_L1) || contains(head, "<!doctype"_L1) || text::looksBinary(bytes))
        return Error{Error::Kind::Malformed, u"no list of feeds"_s};
    return readLines(text);
}
