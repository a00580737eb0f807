#include "feeds/jsonoutput.h"

#include "html/sanitise.h"
#include "model/jsonparts.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

using jsonfeed::attachments;
using jsonfeed::authors;
using jsonfeed::put;

namespace {

// RFC 3339 wants a time and a zone: a day begins at midnight, and a clock without a zone shows UTC.
void put(QJsonObject &object, QLatin1StringView key, Timestamp value)
{
    if (!value.isValid())
        return;
    if (!value.time)
        value.time = QTime(0, 0);
    if (!value.offset)
        value.offset = 0;
    put(object, key, value.toRfc3339());
}

QString safe(const QString &html, const QUrl &base)
{
    if (html.isEmpty())
        return {};
    return html::sanitise(html, {.base = base, .shape = html::Shape::AsWritten}).toString();
}

QJsonObject extension(const FeedEntry &entry)
{
    QJsonObject object;
    const auto hasWords = !entry.lead.alt.isEmpty() || !entry.lead.caption.isEmpty()
        || !entry.lead.credit.isEmpty();
    if (hasWords) {
        QJsonObject figure;
        put(figure, "src"_L1, entry.lead.src);
        put(figure, "alt"_L1, entry.lead.alt);
        put(figure, "caption"_L1, entry.lead.caption);
        put(figure, "credit"_L1, entry.lead.credit);
        object.insert("lead_figure"_L1, figure);
    }
    put(object, "comments"_L1, entry.comments);
    return object;
}

// JSON Feed wants an id that stays the same.
QString identity(const FeedEntry &entry)
{
    if (!entry.guid.isEmpty())
        return entry.guid;
    return entry.url.isEmpty() ? entry.title : QString::fromLatin1(entry.url.toEncoded());
}

QJsonObject item(const FeedEntry &entry)
{
    QJsonObject object;
    put(object, "id"_L1, identity(entry));
    put(object, "url"_L1, entry.url);
    put(object, "external_url"_L1, entry.externalUrl);
    put(object, "title"_L1, entry.title);
    // An item has a content; where the feed gives a summary alone, that is it.
    const auto hasContent = !entry.content.isEmpty();
    put(object, "content_html"_L1, safe(hasContent ? entry.content : entry.summary, entry.base));
    put(object, "content_text"_L1, entry.text);
    if (hasContent)
        put(object, "summary"_L1,
            safe(entry.summary, entry.summaryBase.isEmpty() ? entry.base : entry.summaryBase));
    put(object, "image"_L1, entry.lead.src);
    put(object, "date_published"_L1, entry.published);
    put(object, "date_modified"_L1, entry.modified);
    put(object, "authors"_L1, authors(entry.authors));
    put(object, "tags"_L1, QJsonArray::fromStringList(entry.tags));
    put(object, "language"_L1, entry.language);
    put(object, "attachments"_L1, attachments(entry.enclosures));
    if (const auto more = extension(entry); !more.isEmpty())
        object.insert("_broadsheet"_L1, more);
    return object;
}

// Plain where it is: most descriptions are, and are read by programs that show no HTML.
QString description(const ParsedFeed &feed)
{
    return feed.descriptionHtml.contains(u'<') ? safe(feed.descriptionHtml, feed.base)
                                               : feed.description;
}

QJsonObject extension(const ParsedFeed &feed)
{
    QJsonObject object;
    put(object, "source_format"_L1, feed.format);
    put(object, "moved_to"_L1, feed.movedTo);
    put(object, "ttl_minutes"_L1, qint64(feed.ttlMinutes));
    put(object, "date_modified"_L1, feed.modified);
    put(object, "warnings"_L1, QJsonArray::fromStringList(feed.warnings));
    return object;
}

QJsonObject head(const ParsedFeed &feed)
{
    QJsonObject object{{u"version"_s, u"https://jsonfeed.org/version/1.1"_s},
                       {u"title"_s, feed.title}};
    put(object, "home_page_url"_L1, feed.site);
    put(object, "feed_url"_L1, feed.self);
    put(object, "description"_L1, description(feed));
    put(object, "next_url"_L1, feed.next);
    put(object, "icon"_L1, feed.image);
    put(object, "favicon"_L1, feed.icon);
    put(object, "authors"_L1, authors(feed.authors));
    put(object, "language"_L1, feed.language);
    if (feed.expired)
        object.insert("expired"_L1, true);
    object.insert("_broadsheet"_L1, extension(feed));
    return object;
}

QByteArray written(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

} // namespace

// Item by item: a tree of a large feed's would take many times its memory.
QByteArray feeds::toJson(const ParsedFeed &feed)
{
    auto json = written(head(feed));
    json.chop(1);
    json.append(",\"items\":[");
    for (qsizetype at = 0; at < feed.entries.size(); ++at) {
        if (at > 0)
            json.append(',');
        json.append(written(item(feed.entries.at(at))));
    }
    json.append("]}");
    return json;
}
