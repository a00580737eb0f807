#pragma once

#include "shell/actions.h"

#include <QStringList>

#include <optional>

// What the desktop offers beside the program itself: in the menu of its icon, say. The names are
// those of the [Desktop Action]s in packaging/linux.
namespace desktopactions {

QStringList names();

// Nothing where no such action is known.
std::optional<Command> command(const QString &name);

} // namespace desktopactions
