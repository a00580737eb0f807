#include "cli/libraryoption.h"

#include "tasks/places.h"

using namespace Qt::StringLiterals;

QString cli::libraryFolder(const Options &options)
{
    return options.has(u"library"_s) ? tasks::folderNamed(options.values.value(u"library"_s))
                                     : tasks::libraryFolder();
}

Result<std::unique_ptr<Library>> cli::openLibrary(const Options &options, Library::Access access)
{
    return Library::open(libraryFolder(options), access);
}
