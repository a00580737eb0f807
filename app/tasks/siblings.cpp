#include "tasks/siblings.h"

#include "html/picturekind.h"
#include "tasks/limits.h"

#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace {

// A domain name of two parts or more, or an address of IPv4, and perhaps a port, before which Wget
// writes a plus sign where a file name may have no colon.
bool isNamedLikeHost(const QString &folder)
{
    constexpr qsizetype longestName = 253; // RFC 1035 §2.3.4.
    static const QRegularExpression host(
        u"^(?:(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+(?:[a-z]{2,63}|xn--[a-z0-9-]{2,59})"
        "|\\d{1,3}(?:\\.\\d{1,3}){3})(?:[:+]\\d{1,5})?$"_s,
        QRegularExpression::CaseInsensitiveOption);
    return folder.size() <= longestName && host.match(folder).hasMatch();
}

// The folder that holds the hosts' folders of the mirror that `folder` is in: the nearest one. A
// person's home and what is above it are no mirrors.
QString mirrorOf(const QString &folder)
{
    if (folder.isEmpty())
        return {};
    QDir dir(folder);
    while (!isNamedLikeHost(dir.dirName())) {
        if (!dir.cdUp())
            return {};
    }
    const auto home = QDir::home().canonicalPath() + u'/';
    if (!dir.cdUp() || dir.isRoot() || home.startsWith(dir.path() + u'/'))
        return {};
    return dir.path() + u'/';
}

} // namespace

tasks::Siblings::Siblings(const QString &page)
    : m_folder(QFileInfo(page).absoluteDir())
    , m_root(m_folder.canonicalPath() + u'/')
    , m_mirror(mirrorOf(m_folder.canonicalPath()))
{
}

bool tasks::Siblings::isInFolder(const QString &file) const
{
    return m_root.size() > 1 && file.startsWith(m_root);
}

bool tasks::Siblings::isInMirror(const QString &file) const
{
    if (m_mirror.isEmpty() || !file.startsWith(m_mirror))
        return false;
    const auto inside = file.mid(m_mirror.size());
    return inside.contains(u'/') && isNamedLikeHost(inside.left(inside.indexOf(u'/')));
}

std::optional<QByteArray> tasks::Siblings::operator()(const QString &relativePath)
{
    if (QDir::isAbsolutePath(relativePath))
        return {};
    const QFileInfo info(m_folder.filePath(relativePath));
    const auto path = info.canonicalFilePath();
    const auto isBeside = isInFolder(path);
    if (!info.isFile() || (!isBeside && !isInMirror(path)))
        return {};
    if (info.size() > tasks::limits::siblingBytes
        || m_read + info.size() > tasks::limits::siblingsBytes)
        return {};
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    auto bytes = file.read(tasks::limits::siblingBytes);
    if (!isBeside && html::pictureKind(bytes).mimeType.isEmpty())
        return {};
    m_read += bytes.size();
    return bytes;
}
