#include "cli/libraryoption.h"

#include "tasks/places.h"

using namespace Qt::StringLiterals;

Result<std::unique_ptr<Library>> cli::openLibrary(const Options &options, Library::Access access)
{
    return Library::open(options.values.value(u"library"_s, tasks::libraryFolder()), access);
}
