#include "window/desktopactions.h"

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace {

constexpr std::array actions{std::pair{"front-page"_L1, Command::FrontPage},
                             std::pair{"refresh"_L1, Command::RefreshAll}};

} // namespace

QStringList desktopactions::names()
{
    QStringList names;
    for (const auto &action : actions)
        names << action.first;
    return names;
}

std::optional<Command> desktopactions::command(const QString &name)
{
    const auto known = std::ranges::find_if(
        actions, [&name](const auto &action) { return action.first == name; });
    return known == actions.end() ? std::nullopt : std::optional(known->second);
}
