#pragma once

namespace memory {

// Gives what is free back to the system, for after much was freed: the allocator keeps it for who
// may ask next, on each thread. Takes a millisecond or two; not for the window's thread.
void giveBack();

} // namespace memory
