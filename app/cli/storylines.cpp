#include "cli/storylines.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace {

constexpr int defaultLimit = 50;
constexpr int mostListed = 100'000;
// Columns of the list that people read.
constexpr int idWidth = 6;
constexpr int dateWidth = 10;

} // namespace

QJsonObject cli::asJson(const Headline &headline)
{
    QJsonObject object{{u"id"_s, qint64(headline.id)},
                       {u"title"_s, headline.title},
                       {u"read"_s, headline.read},
                       {u"bookmarked"_s, headline.bookmarked()}};
    if (!headline.site.isEmpty())
        object.insert(u"site"_s, headline.site);
    if (!headline.byline.isEmpty())
        object.insert(u"byline"_s, headline.byline);
    if (headline.published.isValid())
        object.insert(u"date_published"_s, headline.published.toRfc3339());
    return object;
}

QString cli::asLine(const Headline &headline)
{
    auto line = QString::number(qint64(headline.id)).rightJustified(idWidth) + u' '
        + (headline.bookmarked() ? u'*' : u' ') + (headline.read ? u' ' : u'•') + "  "_L1
        + headline.published.date.toString(Qt::ISODate).leftJustified(dateWidth) + "  "_L1
        + headline.title;
    if (!headline.site.isEmpty())
        line += u" – "_s + headline.site;
    return line;
}

QString cli::jsonLine(const QJsonObject &object)
{
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

std::optional<int> cli::limitFrom(const Options &options)
{
    if (!options.has(u"limit"_s))
        return defaultLimit;
    auto valid = false;
    const auto limit = options.values.value(u"limit"_s).toInt(&valid);
    return valid && limit >= 1 && limit <= mostListed ? std::optional(limit) : std::nullopt;
}

QString cli::limitWanted()
{
    return u"--limit takes a number from 1 to %1"_s.arg(mostListed);
}
