#include "feeds/opmlnames.h"

#include "feeds/limits.h"
#include "html/document.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;
namespace limits = feeds::limits;

namespace {

// What NewFeed holds, and what means nothing for a feed. `type` is always written.
constexpr std::array ownNames{"text"_L1,    "title"_L1,     "type"_L1,        "xmlUrl"_L1,
                              "htmlUrl"_L1, "isComment"_L1, "isBreakpoint"_L1};

bool hasReference(const QString &text)
{
    const auto ampersand = text.indexOf(u'&');
    return ampersand >= 0 && text.indexOf(u';', ampersand) > 0;
}

} // namespace

QString feeds::titleIn(const OutlineTag &tag, const QString &address)
{
    for (const auto key : {"text"_L1, "title"_L1}) {
        const auto written = tag.value(key);
        if (const auto title = plainTitle(written); !title.isEmpty() && written != address)
            return title;
    }
    return {};
}

QString feeds::plainTitle(const QString &written)
{
    auto title = written.left(limits::titleLength);
    if (hasReference(title)) {
        // Only references are meant to be read as HTML: "List<int> & more" is no markup.
        if (const auto html = html::Document::parse(title.replace(u'<', "&lt;"_L1)))
            title = html::textOf(html->body());
    }
    return title.simplified();
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
