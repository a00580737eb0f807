#include "model/jsonfeed.h"

#include "model/jsonparts.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

using jsonfeed::put;

namespace {

constexpr auto mediaScheme = "broadsheet-media:"_L1;

QString dataUri(const Picture &picture)
{
    return "data:"_L1 + picture.mimeType + ";base64,"_L1
        + QString::fromLatin1(picture.bytes.toBase64());
}

QString source(const QString &src, const QList<Picture> &pictures)
{
    for (const auto &picture : pictures) {
        if (picture.name == src)
            return dataUri(picture);
    }
    return src;
}

QJsonObject figure(const Figure &figure, const QList<Picture> &pictures)
{
    QJsonObject object;
    put(object, "src"_L1, source(figure.src, pictures));
    put(object, "alt"_L1, figure.alt);
    put(object, "caption"_L1, figure.caption);
    put(object, "credit"_L1, figure.credit);
    return object;
}

QJsonArray related(const QList<Link> &links)
{
    QJsonArray array;
    for (const auto &link : links) {
        QJsonObject object;
        put(object, "title"_L1, link.title);
        put(object, "url"_L1, link.url);
        array.append(object);
    }
    return array;
}

QJsonObject extension(const Article &article)
{
    QJsonObject object;
    put(object, "site"_L1, article.site);
    if (!article.lead.isEmpty())
        object.insert("lead_figure"_L1, figure(article.lead, article.pictures));
    QJsonArray figures;
    for (const auto &each : article.figures)
        figures.append(figure(each, article.pictures));
    put(object, "figures"_L1, figures);
    put(object, "related"_L1, related(article.related));
    put(object, "source_format"_L1, article.provenance.format);
    put(object, "saved_by"_L1, article.provenance.savedBy);
    put(object, "saved_at"_L1, article.provenance.savedAt.toRfc3339());
    put(object, "warnings"_L1, QJsonArray::fromStringList(article.warnings));
    return object;
}

// JSON Feed wants an id that stays the same: the address, else what identifies the text.
QString identity(const Article &article)
{
    if (!article.url.isEmpty())
        return QString::fromLatin1(article.url.toEncoded());
    if (!article.provenance.fileHash.isEmpty())
        return "sha256:"_L1 + QString::fromLatin1(article.provenance.fileHash.toHex());
    return article.title;
}

} // namespace

QString jsonfeed::withDataUris(QString html, const QList<Picture> &pictures)
{
    for (const auto &picture : pictures) {
        if (html.contains(picture.name))
            html.replace(picture.name, dataUri(picture));
    }
    return html;
}

QJsonObject jsonfeed::item(const Article &article)
{
    QJsonObject object;
    put(object, "id"_L1, identity(article));
    put(object, "url"_L1, article.url);
    put(object, "title"_L1, article.title);
    put(object, "authors"_L1, authors(article.authors));
    put(object, "date_published"_L1, article.published.toRfc3339());
    put(object, "date_modified"_L1, article.modified.toRfc3339());
    put(object, "language"_L1, article.language);
    put(object, "summary"_L1, article.standfirst);
    // Only what others can load is an "image"; a picture inside the file is in the extension.
    if (!article.lead.src.startsWith(mediaScheme))
        put(object, "image"_L1, article.lead.src);
    put(object, "tags"_L1, QJsonArray::fromStringList(article.tags));
    put(object, "content_html"_L1, withDataUris(article.body.toString(), article.pictures));
    put(object, "content_text"_L1, article.text);
    put(object, "attachments"_L1, attachments(article.enclosures));
    object.insert("_broadsheet"_L1, extension(article));
    return object;
}

QJsonObject jsonfeed::feed(const QString &title, const QList<Article> &articles)
{
    QJsonArray items;
    for (const auto &article : articles)
        items.append(item(article));
    return {{u"version"_s, u"https://jsonfeed.org/version/1.1"_s},
            {u"title"_s, title},
            {u"items"_s, items}};
}
