#pragma once

#include "network/fetcher.h"
#include "network/limits.h"

namespace network {

// Answers a request for a file:// address of this machine: a plain file within the limits of its
// kind. Its size and time stand for an ETag. Waits for the disk.
Outcome readFile(const Request &request, const Limits &limits);

} // namespace network
