#pragma once

#include "base/result.h"
#include "model/savedpage.h"

#include <QByteArray>
#include <QString>
#include <QUrl>

#include <functional>
#include <optional>

namespace formats {

// A web page as an archive carries it.
struct ArchivedFile
{
    QString address = {}; // Where it was on the web, or its path in the archive.
    QByteArray charset = {}; // As a header declares it; may be empty.
    QByteArray bytes = {};
};

// Answers a file of the archive by its address: resolved against the page's own address and its
// <base>, or as the page writes it where neither is an address that others can be resolved against
// (a path in a ZIP archive) and for cid:. Nothing for what is missing.
using FindFile = std::function<std::optional<Resource>(const QString &address)>;

// The web page `main` with those pictures it shows that `find` answers. Pictures that are not there
// are counted in a warning. `stated` is what the archive says of it (address, headline, saved date,
// …) and is taken over. Errors: Empty.
Result<SavedPage> archivedPage(const ArchivedFile &main, const FindFile &find, Article stated);

// A path in an archive that is written in the file at `from`: "../images/a%20b.jpg" in
// "text/one.xhtml" is "images/a b.jpg". It never climbs above the archive. Empty for an address
// that is no path.
QString pathFrom(const QString &from, const QString &written);

} // namespace formats
