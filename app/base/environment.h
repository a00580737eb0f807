#pragma once

#include <QByteArray>
#include <QList>

#include <utility>

// Variables of the environment that are this program's own business: libraries read them, and what
// is started for the person, a browser or a player, must not. For the main thread.
namespace environment {

void set(const char *name, const QByteArray &value);

// As long as there is one, the environment is as the person gave it to the program.
class AsGiven
{
public:
    AsGiven();
    ~AsGiven();
    AsGiven(const AsGiven &) = delete;
    AsGiven &operator=(const AsGiven &) = delete;

private:
    QList<std::pair<QByteArray, QByteArray>> m_ours;
};

} // namespace environment
