#include "library/storedcontent.h"

#include "library/limits.h"
#include "library/mediastore.h"
#include "library/packing.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace {

// Absent is left out: most fields of most stories are empty.
void put(QJsonObject &object, QLatin1StringView key, const QString &text)
{
    if (!text.isEmpty())
        object.insert(key, text);
}

void put(QJsonObject &object, QLatin1StringView key, const QUrl &url)
{
    put(object, key, url.toString(QUrl::FullyEncoded));
}

void put(QJsonObject &object, QLatin1StringView key, const QJsonArray &array)
{
    if (!array.isEmpty())
        object.insert(key, array);
}

QString text(const QJsonObject &object, QLatin1StringView key)
{
    return object.value(key).toString();
}

QUrl url(const QJsonObject &object, QLatin1StringView key)
{
    return QUrl(text(object, key));
}

Timestamp time(const QJsonObject &object, QLatin1StringView key)
{
    return Timestamp::fromIso(text(object, key));
}

QJsonObject toJson(const Author &author)
{
    QJsonObject object;
    put(object, "name"_L1, author.name);
    put(object, "url"_L1, author.url);
    return object;
}

QJsonObject toJson(const Figure &figure)
{
    QJsonObject object;
    put(object, "src"_L1, figure.src);
    put(object, "alt"_L1, figure.alt);
    put(object, "caption"_L1, figure.caption);
    put(object, "credit"_L1, figure.credit);
    return object;
}

QJsonObject toJson(const Link &link)
{
    QJsonObject object;
    put(object, "title"_L1, link.title);
    put(object, "url"_L1, link.url);
    return object;
}

QJsonObject toJson(const Enclosure &enclosure)
{
    QJsonObject object;
    put(object, "url"_L1, enclosure.url);
    put(object, "type"_L1, enclosure.mimeType);
    put(object, "title"_L1, enclosure.title);
    if (enclosure.bytes > 0)
        object.insert("bytes"_L1, enclosure.bytes);
    if (enclosure.seconds > 0)
        object.insert("seconds"_L1, enclosure.seconds);
    put(object, "chapters"_L1, enclosure.chapters);
    return object;
}

template<typename T>
QJsonArray toJson(const QList<T> &list)
{
    QJsonArray array;
    for (const auto &value : list)
        array.append(toJson(value));
    return array;
}

Author authorFrom(const QJsonObject &object)
{
    return {.name = text(object, "name"_L1), .url = url(object, "url"_L1)};
}

Figure figureFrom(const QJsonObject &object)
{
    return {.src = text(object, "src"_L1),
            .alt = text(object, "alt"_L1),
            .caption = text(object, "caption"_L1),
            .credit = text(object, "credit"_L1)};
}

Link linkFrom(const QJsonObject &object)
{
    return {.title = text(object, "title"_L1), .url = url(object, "url"_L1)};
}

Enclosure enclosureFrom(const QJsonObject &object)
{
    return {.url = url(object, "url"_L1),
            .mimeType = text(object, "type"_L1),
            .title = text(object, "title"_L1),
            .bytes = object.value("bytes"_L1).toInteger(),
            .seconds = object.value("seconds"_L1).toInt(),
            .chapters = url(object, "chapters"_L1)};
}

template<typename From>
auto listFrom(const QJsonObject &object, QLatin1StringView key, From from)
{
    QList<decltype(from(QJsonObject()))> list;
    const auto array = object.value(key).toArray();
    for (const auto &value : array)
        list.append(from(value.toObject()));
    return list;
}

QStringList stringsFrom(const QJsonObject &object, QLatin1StringView key)
{
    return object.value(key).toVariant().toStringList();
}

QJsonObject toJson(const Article &article)
{
    QJsonObject object;
    put(object, "url"_L1, article.url);
    put(object, "title"_L1, article.title);
    put(object, "standfirst"_L1, article.standfirst);
    put(object, "authors"_L1, toJson(article.authors));
    put(object, "published"_L1, article.published.toIso());
    put(object, "modified"_L1, article.modified.toIso());
    put(object, "language"_L1, article.language);
    put(object, "site"_L1, article.site);
    put(object, "tags"_L1, QJsonArray::fromStringList(article.tags));
    if (!article.lead.isEmpty())
        object.insert("lead"_L1, toJson(article.lead));
    put(object, "figures"_L1, toJson(article.figures));
    put(object, "related"_L1, toJson(article.related));
    put(object, "enclosures"_L1, toJson(article.enclosures));
    put(object, "comments"_L1, article.comments);
    put(object, "text"_L1, article.text);
    put(object, "format"_L1, article.provenance.format);
    put(object, "savedBy"_L1, article.provenance.savedBy);
    put(object, "savedAt"_L1, article.provenance.savedAt.toIso());
    put(object, "warnings"_L1, QJsonArray::fromStringList(article.warnings));
    return object;
}

Article articleFrom(const QJsonObject &object)
{
    return {.url = url(object, "url"_L1),
            .title = text(object, "title"_L1),
            .standfirst = text(object, "standfirst"_L1),
            .authors = listFrom(object, "authors"_L1, authorFrom),
            .published = time(object, "published"_L1),
            .modified = time(object, "modified"_L1),
            .language = text(object, "language"_L1),
            .site = text(object, "site"_L1),
            .tags = stringsFrom(object, "tags"_L1),
            .lead = figureFrom(object.value("lead"_L1).toObject()),
            .figures = listFrom(object, "figures"_L1, figureFrom),
            .related = listFrom(object, "related"_L1, linkFrom),
            .enclosures = listFrom(object, "enclosures"_L1, enclosureFrom),
            .comments = url(object, "comments"_L1),
            .text = text(object, "text"_L1),
            .provenance = {.format = text(object, "format"_L1),
                           .savedBy = text(object, "savedBy"_L1),
                           .savedAt = time(object, "savedAt"_L1)},
            .warnings = stringsFrom(object, "warnings"_L1)};
}

// What came in one form must never be taken for the other when it is read.
constexpr auto safeHtml = "html"_L1;
constexpr auto rawHtml = "raw"_L1;

QByteArray digest(const QByteArray &told, QCryptographicHash::Algorithm algorithm)
{
    return QCryptographicHash::hash(told, algorithm).left(16);
}

} // namespace

storedcontent::Packed storedcontent::pack(const Article &article)
{
    auto object = toJson(article);
    put(object, safeHtml, article.body.toString());
    const auto content = QJsonDocument(object).toJson(QJsonDocument::Compact);
    // The same story saved anew is no new version of it.
    for (const auto key : {"format"_L1, "savedBy"_L1, "savedAt"_L1, "warnings"_L1})
        object.remove(key);
    const auto told = QJsonDocument(object).toJson(QJsonDocument::Compact);
    return {.content = packing::packed(content), .hash = digest(told, QCryptographicHash::Sha256)};
}

// Feeds bring thousands at once: nothing is done twice, and the hash is the fastest.
storedcontent::Packed storedcontent::pack(const Article &article, const QString &html)
{
    auto object = toJson(article);
    put(object, rawHtml, html);
    const auto content = QJsonDocument(object).toJson(QJsonDocument::Compact);
    return {.content = packing::packed(content),
            .hash = digest(content, QCryptographicHash::Blake2b_256)};
}

Result<storedcontent::Unpacked> storedcontent::unpack(const QByteArray &content)
{
    const auto told = packing::unpacked(content, limits::contentBytes);
    if (!told)
        return told.error();
    const auto document = QJsonDocument::fromJson(*told);
    if (!document.isObject())
        return Error{Error::Kind::Storage, u"the stored text is damaged"_s};
    const auto object = document.object();
    const auto isRaw = object.contains(rawHtml);
    return Unpacked{.article = articleFrom(object),
                    .html = text(object, isRaw ? rawHtml : safeHtml),
                    .isRaw = isRaw};
}

QString storedcontent::excerpt(const Article &article)
{
    const auto &source = article.standfirst.isEmpty() ? article.text : article.standfirst;
    // Twice the length leaves room for the white space that goes.
    auto words = source.left(qsizetype(limits::excerptLength) * 2).simplified();
    if (words.size() <= limits::excerptLength)
        return words;
    words.truncate(limits::excerptLength);
    // A script without spaces is cut between any two characters, but not inside one.
    const auto space = words.lastIndexOf(u' ');
    if (space > limits::excerptLength / 2)
        words.truncate(space);
    else if (words.back().isHighSurrogate())
        words.chop(1);
    return words;
}

QString storedcontent::thumbnail(const Article &article)
{
    if (mediastore::isName(article.lead.src))
        return article.lead.src;
    for (const auto &figure : article.figures) {
        if (mediastore::isName(figure.src))
            return figure.src;
    }
    return {};
}
