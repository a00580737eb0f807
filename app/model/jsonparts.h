#pragma once

#include "model/article.h"

#include <QJsonArray>
#include <QJsonObject>

// What all that is written as JSON Feed 1.1 has in common: https://www.jsonfeed.org/version/1.1/
namespace jsonfeed {

// Absent is left out, never empty.
void put(QJsonObject &object, QLatin1StringView key, const QString &value);
void put(QJsonObject &object, QLatin1StringView key, const QUrl &value);
void put(QJsonObject &object, QLatin1StringView key, const QJsonArray &value);
void put(QJsonObject &object, QLatin1StringView key, qint64 value); // 0 stands for absent.

QJsonArray authors(const QList<Author> &authors);
QJsonArray attachments(const QList<Enclosure> &enclosures);

} // namespace jsonfeed
