#pragma once

#include <QDateTime>

class Database;

// Whether to believe a clock in what cannot be taken back. One that leaps ahead by weeks may have
// been set wrong, or nobody was here for so long: it is believed when it still says so a day later.
namespace clocktrust {

bool believes(Database &database, const QDateTime &now);

} // namespace clocktrust
