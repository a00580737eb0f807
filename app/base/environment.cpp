#include "base/environment.h"

#include <QHash>

#include <optional>

namespace {

using Value = std::optional<QByteArray>;

// What was there before, of every variable that was set.
QHash<QByteArray, Value> &given()
{
    static QHash<QByteArray, Value> values;
    return values;
}

Value valueOf(const QByteArray &name)
{
    return qEnvironmentVariableIsSet(name) ? Value(qgetenv(name)) : std::nullopt;
}

} // namespace

void environment::set(const char *name, const QByteArray &value)
{
    if (!given().contains(name))
        given().insert(name, valueOf(name));
    qputenv(name, value);
}

environment::AsGiven::AsGiven()
{
    for (auto it = given().cbegin(); it != given().cend(); ++it) {
        // Whoever was meant by it may have taken it away.
        const auto ours = valueOf(it.key());
        if (!ours)
            continue;
        m_ours.append({it.key(), *ours});
        if (it.value())
            qputenv(it.key(), *it.value());
        else
            qunsetenv(it.key());
    }
}

environment::AsGiven::~AsGiven()
{
    for (const auto &[name, value] : m_ours)
        qputenv(name, value);
}
