#pragma once

#include <QDate>
#include <QDateTime>
#include <QString>
#include <QTime>

#include <optional>

// A moment as people and machines write it: always a day, often no time, often no zone. What was
// not written is not made up.
struct Timestamp
{
    QDate date; // Invalid when nothing is known.
    std::optional<QTime> time = {};
    std::optional<int> offset = {}; // Seconds east of UTC; only with a time.

    [[nodiscard]] bool isValid() const { return date.isValid(); }

    // For sorting and for "three hours ago": UTC, taking a missing time for noon and a missing zone
    // for UTC. Invalid when the timestamp is.
    [[nodiscard]] QDateTime sortKey() const;

    // RFC 3339 §5.6 where time and zone are known, otherwise the full-date alone ("2021-12-04"): a
    // time without a zone cannot be said in RFC 3339. Empty when invalid.
    [[nodiscard]] QString toRfc3339() const;

    // All that is known, also a time without its zone ("2021-12-04T10:20:00"): ISO 8601.
    [[nodiscard]] QString toIso() const;

    // Reads what toRfc3339() and toIso() write.
    static Timestamp fromIso(const QString &text);

    static Timestamp fromDateTime(const QDateTime &moment);

    bool operator==(const Timestamp &) const = default;
};
