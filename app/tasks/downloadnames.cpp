#include "tasks/downloadnames.h"

#include "tasks/limits.h"

#include <QDir>
#include <QFileInfo>
#include <QMimeDatabase>
#include <QRegularExpression>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace {

namespace limits = tasks::limits;

// The value of a parameter, a token or a quoted string (RFC 9110 §5.6.6).
QString parameter(const QString &header, const QString &name)
{
    const QRegularExpression pattern(
        uR"-((?:^|;)\s*%1\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^";\s]+)))-"_s.arg(
            QRegularExpression::escape(name)),
        QRegularExpression::CaseInsensitiveOption);
    const auto match = pattern.match(header);
    static const QRegularExpression escape(uR"(\\(.))"_s);
    return match.captured(1).replace(escape, u"\\1"_s) + match.captured(2);
}

// "UTF-8''na%C3%AFve.mp3" (RFC 8187 §3.2).
QString extendedValue(const QString &written)
{
    const auto parts = written.split(u'\'');
    if (parts.size() != 3)
        return {};
    const auto bytes = QByteArray::fromPercentEncoding(parts.at(2).toLatin1());
    return parts.first().compare("utf-8"_L1, Qt::CaseInsensitive) == 0 ? QString::fromUtf8(bytes)
                                                                       : QString::fromLatin1(bytes);
}

QString dispositionName(const QByteArray &disposition)
{
    // Servers write UTF-8 where they may not.
    const auto header = QString::fromUtf8(disposition.left(limits::headerBytes));
    const auto extended = extendedValue(parameter(header, u"filename*"_s));
    return extended.isEmpty() ? parameter(header, u"filename"_s) : extended;
}

// Those change how the letters around them are read: "exe.3pm" would look like "mp3.exe".
bool turnsLetters(QChar letter)
{
    const auto code = letter.unicode();
    return code == 0x200e || code == 0x200f || code == 0x061c || (code >= 0x202a && code <= 0x202e)
        || (code >= 0x2066 && code <= 0x2069);
}

// Names of devices on Windows, whatever follows the dot.
bool isDevice(const QString &name)
{
    static const QRegularExpression device(u"^(con|prn|aux|nul|com[0-9]|lpt[0-9])(\\.|$)"_s,
                                           QRegularExpression::CaseInsensitiveOption);
    return device.match(name).hasMatch();
}

// Cut so that a number still fits; the suffix stays.
QString shortened(const QString &name)
{
    const auto suffix = QFileInfo(name).suffix();
    const auto hasSuffix = !suffix.isEmpty() && suffix.size() <= limits::suffixLetters;
    const auto end = hasSuffix ? u'.' + suffix : QString();
    auto stem = name.chopped(end.size());
    while (!stem.isEmpty() && (stem + end).toUtf8().size() > limits::nameBytes)
        stem.chop(stem.back().isLowSurrogate() ? 2 : 1);
    return stem + end;
}

QString safe(const QString &name)
{
    return tasks::safeFileName(
        name.mid(std::max(name.lastIndexOf(u'/'), name.lastIndexOf(u'\\')) + 1));
}

QString withSuffix(const QString &name, const QString &mimeType)
{
    const auto suffix = QMimeDatabase().mimeTypeForName(mimeType).preferredSuffix();
    return suffix.isEmpty() || QFileInfo(name).suffix().size() > 0 ? name : name + u'.' + suffix;
}

QString numbered(const QString &name, int number)
{
    if (number == 1)
        return name;
    const QFileInfo info(name);
    const auto end = info.suffix().isEmpty() ? QString() : u'.' + info.suffix();
    return u"%1 (%2)%3"_s.arg(info.completeBaseName()).arg(number).arg(end);
}

} // namespace

QString tasks::safeFileName(QString name)
{
    name.removeIf([](QChar letter) {
        return turnsLetters(letter) || letter.category() == QChar::Other_Control
            || letter.category() == QChar::Other_NotAssigned;
    });
    constexpr QStringView meaningful = u"<>:\"|?*/\\";
    for (auto &letter : name) {
        if (meaningful.contains(letter) || letter.isSpace())
            letter = letter.isSpace() ? u' ' : u'_';
    }
    while (name.startsWith(u'.') || name.startsWith(u' '))
        name.remove(0, 1);
    while (name.endsWith(u'.') || name.endsWith(u' '))
        name.chop(1);
    return isDevice(name) ? u'_' + name : shortened(name);
}

QString tasks::downloadName(const QByteArray &disposition, const QUrl &url,
                            const Enclosure &enclosure)
{
    for (const auto &written :
         {dispositionName(disposition), url.fileName(QUrl::FullyDecoded), enclosure.title}) {
        if (const auto name = safe(written); !name.isEmpty())
            return withSuffix(name, enclosure.mimeType);
    }
    return withSuffix(u"download"_s, enclosure.mimeType);
}

Result<QString> tasks::nameDownload(const QString &file, const QString &folder, const QString &name)
{
    QFile download(file);
    for (auto number = 1; number <= limits::namesTried; ++number) {
        const auto path = QDir(folder).filePath(numbered(name, number));
        // rename() does not replace a file either, should it come to be there in between.
        if (!QFileInfo::exists(path) && !QFileInfo(path).isSymLink() && download.rename(path))
            return path;
    }
    const auto reason = download.errorString();
    download.remove();
    return Error{Error::Kind::Unreadable, reason, folder};
}
