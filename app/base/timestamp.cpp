#include "base/timestamp.h"

#include <QTimeZone>

using namespace Qt::StringLiterals;

QDateTime Timestamp::sortKey() const
{
    if (!isValid())
        return {};
    const QDateTime utc(date, time.value_or(QTime(12, 0)), Qt::UTC);
    return utc.addSecs(-offset.value_or(0));
}

QString Timestamp::toRfc3339() const
{
    return offset ? toIso() : date.toString(Qt::ISODate);
}

QString Timestamp::toIso() const
{
    if (!isValid())
        return {};
    auto text = date.toString(Qt::ISODate);
    if (!time)
        return text;
    text += u'T' + time->toString(u"HH:mm:ss");
    if (!offset)
        return text;
    if (*offset == 0)
        return text + u'Z';
    const auto minutes = std::abs(*offset) / 60;
    return text + (*offset < 0 ? u'-' : u'+')
        + u"%1:%2"_s.arg(minutes / 60, 2, 10, QChar(u'0')).arg(minutes % 60, 2, 10, QChar(u'0'));
}

Timestamp Timestamp::fromIso(const QString &text)
{
    Timestamp result{.date = QDate::fromString(text.left(10), Qt::ISODate)};
    if (!result.isValid() || text.size() <= 10)
        return result;
    const auto moment = QDateTime::fromString(text, Qt::ISODate);
    if (!moment.isValid())
        return result;
    result.time = moment.time();
    if (moment.timeSpec() != Qt::LocalTime)
        result.offset = moment.offsetFromUtc();
    return result;
}

Timestamp Timestamp::fromDateTime(const QDateTime &moment)
{
    if (!moment.isValid())
        return {};
    return {.date = moment.date(), .time = moment.time(), .offset = moment.offsetFromUtc()};
}
