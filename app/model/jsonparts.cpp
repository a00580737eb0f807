#include "model/jsonparts.h"

using namespace Qt::StringLiterals;

void jsonfeed::put(QJsonObject &object, QLatin1StringView key, const QString &value)
{
    if (!value.isEmpty())
        object.insert(key, value);
}

void jsonfeed::put(QJsonObject &object, QLatin1StringView key, const QUrl &value)
{
    put(object, key, QString::fromLatin1(value.toEncoded()));
}

void jsonfeed::put(QJsonObject &object, QLatin1StringView key, const QJsonArray &value)
{
    if (!value.isEmpty())
        object.insert(key, value);
}

void jsonfeed::put(QJsonObject &object, QLatin1StringView key, qint64 value)
{
    if (value > 0)
        object.insert(key, value);
}

QJsonArray jsonfeed::authors(const QList<Author> &authors)
{
    QJsonArray array;
    for (const auto &author : authors) {
        QJsonObject object;
        put(object, "name"_L1, author.name);
        put(object, "url"_L1, author.url);
        array.append(object);
    }
    return array;
}

QJsonArray jsonfeed::attachments(const QList<Enclosure> &enclosures)
{
    QJsonArray array;
    for (const auto &enclosure : enclosures) {
        QJsonObject object;
        put(object, "url"_L1, enclosure.url);
        // JSON Feed requires one.
        object.insert("mime_type"_L1,
                      enclosure.mimeType.isEmpty() ? u"application/octet-stream"_s
                                                   : enclosure.mimeType);
        put(object, "title"_L1, enclosure.title);
        put(object, "size_in_bytes"_L1, enclosure.bytes);
        put(object, "duration_in_seconds"_L1, qint64(enclosure.seconds));
        if (!enclosure.chapters.isEmpty()) {
            QJsonObject extension;
            put(extension, "chapters"_L1, enclosure.chapters);
            object.insert("_broadsheet"_L1, extension);
        }
        array.append(object);
    }
    return array;
}
