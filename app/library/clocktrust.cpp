#include "library/clocktrust.h"

#include "library/database.h"
#include "library/limits.h"

#include <optional>

using namespace Qt::StringLiterals;

namespace {

const auto believedName = u"clock"_s;
const auto doubtedName = u"clockDoubted"_s; // Since when it says what is not believed yet.

std::optional<QDateTime> noted(Database &database, const QString &name)
{
    auto query = database.query("SELECT value FROM care WHERE name = ?");
    query << name;
    if (!query.next())
        return std::nullopt;
    return QDateTime::fromMSecsSinceEpoch(query.text(0).toLongLong(), Qt::UTC);
}

void note(Database &database, const QString &name, const QDateTime &moment)
{
    auto query = database.query("INSERT OR REPLACE INTO care (name, value) VALUES (?, ?)");
    query << name << QString::number(moment.toMSecsSinceEpoch());
    query.run();
}

void forget(Database &database, const QString &name)
{
    auto query = database.query("DELETE FROM care WHERE name = ?");
    query << name;
    query.run();
}

bool isSoonAfter(const QDateTime &moment, const QDateTime &now)
{
    return now <= moment.addDays(limits::clockLeaps.count());
}

} // namespace

bool clocktrust::believes(Database &database, const QDateTime &now)
{
    Transaction transaction(database, Transaction::Durability::Relaxed);
    const auto believed = noted(database, believedName);
    if (believed && !isSoonAfter(*believed, now)) {
        const auto doubted = noted(database, doubtedName);
        const auto goesOn = doubted && now >= *doubted && isSoonAfter(*doubted, now);
        if (!goesOn)
            note(database, doubtedName, now);
        if (!goesOn || now < doubted->addDays(limits::clockProves.count())) {
            transaction.commit();
            return false;
        }
    }
    note(database, believedName, now);
    forget(database, doubtedName);
    transaction.commit();
    return true;
}
