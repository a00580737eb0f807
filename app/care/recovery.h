#pragma once

#include "base/result.h"

#include <QList>
#include <QString>

#include <stop_token>

class Database;

// Gets out of a damaged file what can still be read.
namespace recovery {

// Rows that could not be read: those with ids between these two.
struct Gap
{
    QString table;
    qint64 after = 0;
    qint64 before = 0;

    bool operator==(const Gap &) const = default;
};

struct Outcome
{
    qint64 rows = 0; // That were read.
    QList<Gap> gaps = {};
    QStringList cut = {}; // Tables without ids, of which a part could not be read.

    [[nodiscard]] bool isDamaged(const QString &table) const;
};

// Copies every table but the counts and the index, row by row, past pages that cannot be read.
// `to` has the same tables, empty. Both throw as Database does.
Outcome copyReadable(Database &from, Database &to, const std::stop_token &stop = {});

// Fills the gaps from a backup, whose rows of the same ids are taken; answers how many stories came
// from there.
qint64 fillFrom(const QString &backup, Database &to, const Outcome &outcome);

} // namespace recovery
