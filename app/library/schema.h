#pragma once

#include <span>

// The tables, and how each version of them comes from the one before.
namespace schema {

// Step n, as SQL, brings a library of version n to version n + 1.
std::span<const char *const> steps();

} // namespace schema
