#include "feeds/outline.h"

#include "feeds/limits.h"
#include "feeds/values.h"
#include "html/quicktext.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;
namespace limits = feeds::limits;

namespace {

// What NewFeed holds, and what means nothing for a feed. `type` is always written.
constexpr std::array ownNames{"text"_L1,    "title"_L1,     "type"_L1,        "xmlUrl"_L1,
                              "htmlUrl"_L1, "isComment"_L1, "isBreakpoint"_L1};

bool isXmlCharacter(QChar c)
{
    const auto code = c.unicode();
    return code == '\t' || code == '\n' || code == '\r' || (code >= 0x20 && code < 0xFFFE);
}

} // namespace

QString feeds::valueIn(xml::Attributes outline, QByteArrayView name)
{
    const auto found = std::ranges::find_if(outline, [name](const xml::Attribute &attribute) {
        const auto local = attribute.name.local;
        return attribute.name.prefix.isEmpty() && local.size() == name.size()
            && qstrnicmp(local.data(), local.size(), name.data(), name.size()) == 0;
    });
    return found == outline.end() ? QString() : attributeText(found->value);
}

QString feeds::attributeText(QByteArrayView value)
{
    auto text = textOf(value);
    text.removeIf([](QChar c) { return !isXmlCharacter(c); });
    return text;
}

QString feeds::titleIn(xml::Attributes outline, const QString &address)
{
    for (const auto *const key : {"text", "title"}) {
        const auto written = valueIn(outline, key);
        if (const auto title = plainTitle(written); !title.isEmpty() && written != address)
            return title;
    }
    return {};
}

QString feeds::plainTitle(const QString &written)
{
    const auto title = written.left(limits::titleLength);
    const auto isPlain = !title.contains(u'&') && !title.contains(u'<');
    return isPlain ? title.simplified() : html::quickLine(title).simplified();
}

QStringList feeds::folderInCategory(const QString &category)
{
    const auto categories = category.split(u',');
    const auto path = std::ranges::find_if(
        categories, [](const QString &each) { return each.trimmed().startsWith(u'/'); });
    if (path == categories.end())
        return {};
    QStringList folder;
    const auto names = path->split(u'/');
    for (const auto &name : names) {
        const auto title = plainTitle(name);
        if (!title.isEmpty() && folder.size() < limits::folderDepth)
            folder.append(title);
    }
    return folder;
}

bool feeds::isDeclaration(const QString &name, const QString &uri)
{
    static const QRegularExpression declaration(u"^xmlns:(?!xml(?:ns)?$)[A-Za-z_][\\w.-]*$"_s);
    return !uri.isEmpty() && !uri.startsWith("http://www.w3.org/XML/1998/namespace"_L1)
        && !uri.startsWith("http://www.w3.org/2000/xmlns/"_L1)
        && declaration.match(name).hasMatch();
}

bool feeds::isKept(const QString &name, const QString &value)
{
    static const QRegularExpression xmlName(u"^[A-Za-z_][\\w.-]*(?::[A-Za-z_][\\w.-]*)?$"_s);
    return value.size() <= limits::foreignLength && !value.isEmpty()
        && !name.startsWith("xmlns"_L1, Qt::CaseInsensitive) && xmlName.match(name).hasMatch()
        && std::ranges::none_of(
               ownNames, [&](auto own) { return name.compare(own, Qt::CaseInsensitive) == 0; });
}
