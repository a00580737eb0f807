#include "tasks/siterulesfile.h"

#include "tasks/limits.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace {

// Another program may write the file in the moment between reading and writing it.
constexpr int attempts = 3;

Result<QByteArray> bytesOf(const QString &path)
{
    QFile file(path);
    const QFileInfo info(path);
    if (!info.exists() && !info.isSymLink())
        return QByteArray();
    if (!info.isFile())
        return Error{Error::Kind::Unreadable, u"not a regular file"_s, path};
    if (info.size() > tasks::limits::rulesBytes)
        return Error{Error::Kind::TooLarge, u"too many rules"_s, path};
    if (!file.open(QIODevice::ReadOnly))
        return Error{Error::Kind::Unreadable, file.errorString(), path};
    return file.read(tasks::limits::rulesBytes);
}

QString textOf(const QByteArray &bytes)
{
    return QString::fromUtf8(bytes.startsWith("\xEF\xBB\xBF") ? bytes.sliced(3) : bytes);
}

Result<void> write(const QString &path, const QByteArray &bytes)
{
    QDir().mkpath(QFileInfo(path).path());
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return Error{Error::Kind::Storage, file.errorString(), path};
    return {};
}

} // namespace

Result<extraction::SiteRules> tasks::readRules(const QString &file)
{
    const auto bytes = bytesOf(file);
    if (!bytes)
        return bytes.error();
    return extraction::SiteRules::parse(textOf(*bytes));
}

Result<extraction::SiteRules> tasks::changeRules(const QString &file,
                                                 const extraction::RuleChange &change)
{
    for (int attempt = 0; attempt < attempts; ++attempt) {
        const auto before = bytesOf(file);
        if (!before)
            return before.error();
        // Writing it back would lose what could not be read.
        if (textOf(*before).contains(QChar::ReplacementCharacter))
            return Error{Error::Kind::Malformed, u"not UTF-8"_s, file};
        auto rules = extraction::SiteRules::parse(textOf(*before));
        if (change.remove)
            rules.remove(*change.remove);
        if (change.add)
            rules.add(*change.add);
        const auto after = rules.toString().toUtf8();
        if (after.size() > limits::rulesBytes)
            return Error{Error::Kind::TooLarge, u"too many rules"_s, file};
        const auto now = bytesOf(file);
        if (!now || *now != *before)
            continue;
        if (after != *before) {
            if (const auto written = write(file, after); !written)
                return written.error();
        }
        return rules;
    }
    return Error{Error::Kind::Storage, u"another program keeps writing it"_s, file};
}

Result<QString> tasks::rulesText(const QString &file)
{
    const auto bytes = bytesOf(file);
    if (!bytes)
        return bytes.error();
    return textOf(*bytes);
}

Result<void> tasks::writeRulesText(const QString &file, const QString &text, const QString &before)
{
    const auto now = rulesText(file);
    if (!now)
        return now.error();
    if (*now != before)
        return Error{Error::Kind::Refused, u"changed meanwhile"_s, file};
    const auto bytes = text.toUtf8();
    if (bytes.size() > limits::rulesBytes)
        return Error{Error::Kind::TooLarge, u"too many rules"_s, file};
    return write(file, bytes);
}
