#pragma once

#include <chrono>

namespace secrets::limits {

// Somebody may have to type the keyring's own password first.
constexpr std::chrono::milliseconds patience = std::chrono::seconds(90);

} // namespace secrets::limits
