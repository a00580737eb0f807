#include "feeds/jsonfeedparser.h"

#include "feeds/limits.h"
#include "feeds/values.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

// Numbers are written where text belongs, above all in ids.
QString text(const QJsonObject &object, QLatin1StringView key)
{
    const auto value = object.value(key);
    if (value.isDouble())
        return value.toVariant().toString();
    return value.toString();
}

// Titles and names are plain text, in one line.
QString line(const QJsonObject &object, QLatin1StringView key)
{
    return text(object, key).simplified().left(feeds::limits::headlineLength);
}

QUrl address(const QJsonObject &object, QLatin1StringView key, const QUrl &base)
{
    return feeds::address(text(object, key), base);
}

qint64 number(const QJsonObject &object, QLatin1StringView key)
{
    constexpr double largest = 1e15;
    const auto value = object.value(key);
    const auto read = value.isString() ? value.toString().toDouble() : value.toDouble();
    return read > 0 && read < largest ? qint64(read) : 0;
}

// Version 1.1 made the author a list.
QList<Author> authors(const QJsonObject &object, const QUrl &base)
{
    QList<Author> found;
    const auto add = [&](const QJsonValue &value) {
        const auto person = value.toObject();
        Author author{.name
                      = value.isString() ? value.toString().simplified() : line(person, "name"_L1),
                      .url = address(person, "url"_L1, base)};
        const auto isSomebody = !author.name.isEmpty() || !author.url.isEmpty();
        if (isSomebody && found.size() < feeds::limits::authors)
            found.append(author);
    };
    const auto list = object.value("authors"_L1).toArray();
    for (const auto &value : list)
        add(value);
    if (found.isEmpty())
        add(object.value("author"_L1));
    return found;
}

QStringList tags(const QJsonObject &object)
{
    QStringList found;
    const auto list = object.value("tags"_L1).toArray();
    for (const auto &value : list) {
        const auto tag = value.toString().simplified();
        if (!tag.isEmpty() && tag.size() <= feeds::limits::tagLength
            && found.size() < feeds::limits::tags && !found.contains(tag))
            found.append(tag);
    }
    return found;
}

QList<Enclosure> attachments(const QJsonObject &object, const QUrl &base)
{
    QList<Enclosure> found;
    const auto list = object.value("attachments"_L1).toArray();
    for (const auto &value : list) {
        const auto file = value.toObject();
        Enclosure enclosure{
            .url = address(file, "url"_L1, base),
            .mimeType = text(file, "mime_type"_L1),
            .title = line(file, "title"_L1),
            .bytes = number(file, "size_in_bytes"_L1),
            .seconds = int(std::min<qint64>(number(file, "duration_in_seconds"_L1), 1000 * 3600))};
        if (enclosure.mimeType.isEmpty())
            enclosure.mimeType = feeds::typeOf(enclosure.url);
        if (!enclosure.url.isEmpty() && found.size() < feeds::limits::enclosures)
            found.append(enclosure);
    }
    return found;
}

Timestamp moment(const QJsonObject &object, QLatin1StringView key)
{
    const auto written = text(object, key);
    return written.isEmpty() ? Timestamp() : feeds::momentOf(written);
}

FeedEntry entry(const QJsonObject &item, const QUrl &base, const QString &language)
{
    FeedEntry entry{.guid = text(item, "id"_L1),
                    .url = address(item, "url"_L1, base),
                    .externalUrl = address(item, "external_url"_L1, base),
                    .title = line(item, "title"_L1),
                    .summary = text(item, "summary"_L1).toHtmlEscaped(),
                    .content = text(item, "content_html"_L1),
                    .text = text(item, "content_text"_L1),
                    .base = base,
                    .authors = authors(item, base),
                    .published = moment(item, "date_published"_L1),
                    .modified = moment(item, "date_modified"_L1),
                    .language = feeds::languageOf(text(item, "language"_L1)),
                    .tags = tags(item),
                    .enclosures = attachments(item, base)};
    if (entry.content.isEmpty())
        entry.content = entry.text.toHtmlEscaped();
    if (entry.language == language)
        entry.language.clear();
    for (const auto key : {"image"_L1, "banner_image"_L1}) {
        const auto picture = address(item, key, base);
        if (entry.lead.src.isEmpty() && !picture.isEmpty())
            entry.lead.src = QString::fromLatin1(picture.toEncoded());
    }
    // Some leave the address out and give it as the id.
    if (entry.url.isEmpty())
        entry.url = feeds::address(entry.guid, {});
    return entry;
}

bool isFeed(const QJsonObject &root)
{
    return text(root, "version"_L1).contains("jsonfeed.org/version/"_L1)
        || (root.value("items"_L1).isArray()
            && (root.contains("title"_L1) || root.contains("version"_L1)));
}

} // namespace

Result<ParsedFeed> feeds::parseJsonFeed(const QByteArray &utf8, const QUrl &url)
{
    QJsonParseError problem;
    const auto document = QJsonDocument::fromJson(utf8.trimmed(), &problem);
    if (problem.error != QJsonParseError::NoError)
        return Error{.kind = Error::Kind::Malformed,
                     .detail = u"its JSON is broken at byte %1: %2"_s.arg(problem.offset)
                                   .arg(problem.errorString())};
    const auto root = document.object();
    if (!isFeed(root))
        return Error{.kind = Error::Kind::NotAFeed, .detail = u"its JSON is no feed"_s};

    ParsedFeed feed{.format = u"json"_s,
                    .title = line(root, "title"_L1),
                    .description = line(root, "description"_L1),
                    .base = url,
                    .site = ::address(root, "home_page_url"_L1, url),
                    .self = ::address(root, "feed_url"_L1, url),
                    .next = ::address(root, "next_url"_L1, url),
                    .language = languageOf(text(root, "language"_L1)),
                    .icon = ::address(root, "favicon"_L1, url),
                    .image = ::address(root, "icon"_L1, url),
                    .authors = authors(root, url),
                    .expired = root.value("expired"_L1).toBool()};
    feed.descriptionHtml = feed.description.toHtmlEscaped();
    const auto base = !url.isEmpty() ? url : !feed.self.isEmpty() ? feed.self : feed.site;
    const auto items = root.value("items"_L1).toArray();
    for (const auto &item : items) {
        if (feed.entries.size() >= limits::entries) {
            feed.warnings.append(u"it has more than %1 entries"_s.arg(limits::entries));
            break;
        }
        if (item.isObject())
            feed.entries.append(entry(item.toObject(), base, feed.language));
    }
    return feed;
}
