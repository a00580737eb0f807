#include "extraction/icons.h"

#include "extraction/evidence.h"

#include <QUrl>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace extraction {

namespace {

// A picture narrower or lower than this is an icon, and one that is not larger either way than
// the second is one unless it stands in a <figure>.
constexpr int smallestSide = 60;
constexpr int iconSide = 100;

// What the attribute says in pixels; -1 for nothing. Templates write 0 for what they do not know.
int pixels(const html::Node &node, const char *name)
{
    if (!node.hasAttribute(name))
        return -1;
    auto value = node.attribute(name).trimmed();
    if (value.endsWith("px"_L1))
        value.chop(2);
    bool ok = false;
    const auto number = value.toInt(&ok);
    return ok ? number : -1;
}

// Where publishing systems keep what belongs to the page's looks.
constexpr std::array furniture{"gravatar.com"_L1,        "/emoji/"_L1,
                               "/avatars/"_L1,           "/icons/"_L1,
                               "/wp-content/themes/"_L1, "/wp-content/plugins/"_L1,
                               "/sites/all/themes/"_L1};

} // namespace

bool isSmall(const html::Node &image, bool inFigure)
{
    const auto width = pixels(image, "width");
    const auto height = pixels(image, "height");
    if ((width == 0) != (height == 0))
        return std::max(width, height) > 0 && std::max(width, height) < smallestSide;
    const auto isNarrow
        = (width >= 0 && width < smallestSide) || (height >= 0 && height < smallestSide);
    return isNarrow
        || (!inFigure && width >= 0 && height >= 0 && width <= iconSide && height <= iconSide);
}

bool namesIcon(const QString &address)
{
    const auto end = address.indexOf(u'?');
    const auto path = end < 0 ? QStringView(address) : QStringView(address).left(end);
    const auto file = path.mid(path.lastIndexOf(u'/') + 1);
    if (file.endsWith(".svg"_L1, Qt::CaseInsensitive))
        return true;
    return evidenceIn(QUrl::fromPercentEncoding(file.toUtf8()))
               .testAnyFlags(Hint::Avatar | Hint::Advertisement)
        || std::any_of(furniture.begin(), furniture.end(),
                       [&](const auto &folder) { return address.contains(folder); });
}

bool hasPictureEnding(const QString &address)
{
    for (const auto &ending :
         {".jpg"_L1, ".jpeg"_L1, ".png"_L1, ".webp"_L1, ".avif"_L1, ".gif"_L1}) {
        if (address.contains(ending, Qt::CaseInsensitive))
            return true;
    }
    return false;
}

} // namespace extraction
