#include "formats/archive.h"

#include "formats/limits.h"
#include "formats/unpackingroom.h"

#include <archive.h>
#include <archive_entry.h>
#include <memory>

using namespace Qt::StringLiterals;
namespace limits = formats::limits;

namespace {

struct Closing
{
    void operator()(struct archive *reader) const { archive_read_free(reader); }
};
using Reader = std::unique_ptr<struct archive, Closing>;

Reader openedZip(const QByteArray &bytes)
{
    Reader reader(archive_read_new());
    archive_read_support_format_zip(reader.get());
    // Names that are not marked as UTF-8 stay as they are: the program's locale has no say.
    archive_read_set_format_option(reader.get(), "zip", "hdrcharset", "UTF-8");
    if (archive_read_open_memory(reader.get(), bytes.constData(), size_t(bytes.size()))
        != ARCHIVE_OK)
        return {};
    return reader;
}

QString nameOf(struct archive_entry *entry)
{
    if (const char *name = archive_entry_pathname_utf8(entry))
        return QString::fromUtf8(name);
    if (const char *name = archive_entry_pathname(entry))
        return QString::fromLocal8Bit(name);
    return {};
}

enum class Ending { Whole, Damaged, Full };

// Appends what the reader's current entry holds. Read by blocks: archive_read_data() would give
// nothing of what stands before a fault.
Ending readData(struct archive *reader, QByteArray &into, formats::UnpackingRoom &room)
{
    const void *block = nullptr;
    size_t size = 0;
    la_int64_t at = 0;
    while (true) {
        const auto status = archive_read_data_block(reader, &block, &size, &at);
        if (status == ARCHIVE_EOF)
            return Ending::Whole;
        if (status < ARCHIVE_WARN || at != into.size())
            return Ending::Damaged;
        if (!room.take(qsizetype(size)))
            return Ending::Full;
        into.append(static_cast<const char *>(block), qsizetype(size));
    }
}

QString problemOf(struct archive *reader)
{
    const char *words = archive_error_string(reader);
    return words ? QString::fromUtf8(words) : u"it is damaged"_s;
}

} // namespace

Result<formats::Archive> formats::Archive::unpack(const QByteArray &bytes, const Wanted &wanted)
{
    const auto reader = openedZip(bytes);
    if (!reader)
        return Error{Error::Kind::Malformed, u"its list of files cannot be read"_s};
    Archive archive;
    UnpackingRoom room(bytes.size());
    bool isEncrypted = false;
    struct archive_entry *entry = nullptr;
    int status = ARCHIVE_OK;
    for (int count = 0; count < limits::archiveEntries; ++count) {
        status = archive_read_next_header(reader.get(), &entry);
        if (status == ARCHIVE_EOF || status < ARCHIVE_WARN)
            break;
        const auto name = nameOf(entry);
        if (archive_entry_filetype(entry) != AE_IFREG || archive.m_files.contains(name)
            || (wanted && !wanted(name)))
            continue;
        if (archive_entry_is_data_encrypted(entry)) {
            isEncrypted = true;
            continue;
        }
        QByteArray content;
        const auto ending = readData(reader.get(), content, room);
        if (ending == Ending::Full)
            return UnpackingRoom::full();
        if (ending == Ending::Damaged)
            archive.m_warnings.append(u"%1 in the file is damaged"_s.arg(name));
        if (ending == Ending::Damaged && content.isEmpty())
            continue;
        if (ending == Ending::Damaged)
            archive.m_damaged.insert(name);
        archive.m_files.insert(name, content);
        archive.m_paths.append(name);
    }
    if (status != ARCHIVE_EOF && status < ARCHIVE_WARN)
        archive.m_warnings.append(u"the file is damaged: %1"_s.arg(problemOf(reader.get())));
    if (archive.m_paths.isEmpty() && isEncrypted)
        return Error{Error::Kind::Refused, u"it is encrypted"_s};
    if (archive.m_paths.isEmpty())
        return Error{Error::Kind::Malformed, problemOf(reader.get())};
    if (isEncrypted)
        archive.m_warnings.append(u"some files in it are encrypted"_s);
    return archive;
}

QStringList formats::Archive::names(const QByteArray &bytes)
{
    QStringList names;
    const auto reader = openedZip(bytes);
    struct archive_entry *entry = nullptr;
    while (reader && names.size() < limits::archiveEntries
           && archive_read_next_header(reader.get(), &entry) >= ARCHIVE_WARN
           && archive_entry_filetype(entry) != 0)
        names.append(nameOf(entry));
    return names;
}

bool formats::isZip(const QByteArray &bytes)
{
    return bytes.startsWith("PK\x03\x04");
}
