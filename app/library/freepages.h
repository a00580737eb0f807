#pragma once

class Database;

// Pages of the library's file that hold nothing any longer.
namespace freepages {

// Gives up to so many back to the disk, and leaves some for what comes next; answers whether there
// are more. A step of its own.
bool giveBackSome(Database &database, int atMost);

} // namespace freepages
