#include "html/images.h"

#include "html/attributes.h"
#include "html/gumbonodes.h"
#include "html/unseen.h"
#include "html/urls.h"

#include <algorithm>
#include <array>
#include <optional>

using namespace Qt::StringLiterals;
using namespace html;

namespace {

// Where scripts that load pictures late look for the address. What is there is truer than `src`.
constexpr std::array lateSources
    = {"data-src", "data-original", "data-lazy-src", "data-orig-file", "data-hi-res-src"};
constexpr std::array sets = {"data-srcset", "data-lazy-srcset", "srcset"};

bool isUnseen(const GumboElement &image)
{
    return std::ranges::any_of(
        std::array{"width", "height", "hidden", "style"}, [&](const char *name) {
            const auto *value = attributeValue(image, name);
            return value && makesUnseen(QString::fromLatin1(name), QString::fromUtf8(value));
        });
}

// Nothing when the picture did not come with the page; empty when it was lost.
std::optional<QString> carriedName(const QString &written, const Sanitising &how)
{
    if (how.ownAddresses && isOwnAddress(written))
        return written;
    auto name = how.pictures.constFind(written);
    if (name == how.pictures.cend() && !how.base.isEmpty())
        name = how.pictures.constFind(resolved(written, how.base).toString());
    return name == how.pictures.cend() ? std::nullopt : std::optional(*name);
}

// Empty when there is no such picture.
QString address(const char *value, const Sanitising &how)
{
    if (!value || !*value)
        return {};
    const auto written = QString::fromUtf8(value).trimmed();
    const auto name = carriedName(written, how);
    return name ? *name : QString::fromLatin1(resolved(written, how.base).toEncoded());
}

// The largest picture of a `srcset` (HTML §4.8.4.2.1): "a.jpg 320w, b.jpg 2x".
QString largestOfSet(const char *value, const Sanitising &how)
{
    if (!value)
        return {};
    QString best;
    auto bestSize = -1.0;
    const auto words = QString::fromUtf8(value).simplified().split(u' ', Qt::SkipEmptyParts);
    for (qsizetype i = 0; i < words.size(); ++i) {
        auto written = words.at(i);
        auto size = 1.0;
        if (written.endsWith(u',')) {
            written.chop(1);
        } else if (i + 1 < words.size()) {
            auto descriptor = words.at(++i);
            while (descriptor.endsWith(u','))
                descriptor.chop(1);
            size = descriptor.chopped(descriptor.isEmpty() ? 0 : 1).toDouble();
        }
        const auto found = address(written.toUtf8().constData(), how);
        if (!found.isEmpty() && size > bestSize) {
            best = found;
            bestSize = size;
        }
    }
    return best;
}

QString anyOfSets(const GumboElement &element, const Sanitising &how)
{
    for (const auto *name : sets) {
        const auto found = largestOfSet(attributeValue(element, name), how);
        if (!found.isEmpty())
            return found;
    }
    return {};
}

QString sourceOfPicture(const GumboNode *image, const Sanitising &how)
{
    const auto *picture = image->parent;
    if (!Node(picture).isElement(u"picture"))
        return {};
    for (const auto *child = firstChild(picture); child; child = nextSibling(child)) {
        if (!isElement(child) || child->v.element.tag != GUMBO_TAG_SOURCE)
            continue;
        const auto found = anyOfSets(child->v.element, how);
        if (!found.isEmpty())
            return found;
    }
    return {};
}

const GumboNode *firstImage(const GumboNode *node)
{
    const auto found
        = Node(node).isElement(u"img") ? Node(node) : Node(node).firstDescendant(u"img");
    return found.handle();
}

} // namespace

QByteArray html::imageAddress(const GumboNode *image, const Sanitising &how)
{
    const auto &element = image->v.element;
    if (isUnseen(element))
        return {};

    const auto *src = attributeValue(element, "src");
    if (src) {
        const auto carried = carriedName(QString::fromUtf8(src).trimmed(), how);
        if (carried && !carried->isEmpty())
            return carried->toUtf8();
    }
    for (const auto *name : lateSources) {
        const auto found = address(attributeValue(element, name), how);
        if (!found.isEmpty())
            return found.toUtf8();
    }
    auto found = address(src, how);
    if (found.isEmpty())
        found = anyOfSets(element, how);
    if (found.isEmpty())
        found = sourceOfPicture(image, how);
    return found.toUtf8();
}

bool html::isLostImage(const GumboNode *image, const Sanitising &how)
{
    const auto &element = image->v.element;
    if (isUnseen(element))
        return false;
    const auto written = QString::fromUtf8(attributeValue(element, "src")).trimmed();
    if (written.isEmpty())
        return how.ownAddresses;
    const auto carried = carriedName(written, how);
    // Without a base nobody knows where a relative address led.
    const QUrl url(written);
    return carried ? carried->isEmpty()
                   : how.base.isEmpty() && url.isRelative() && !url.path().isEmpty();
}

const GumboNode *html::imageWithoutScript(const GumboNode *noscript, const Sanitising &how)
{
    const auto *image = firstImage(noscript);
    if (!image)
        return nullptr;
    auto before = Node(noscript).previousSibling();
    while (before.kind() == Node::Kind::Text && before.text().trimmed().isEmpty())
        before = before.previousSibling();
    auto after = Node(noscript).nextSibling();
    while (after.kind() == Node::Kind::Text && after.text().trimmed().isEmpty())
        after = after.nextSibling();
    for (const auto &neighbour : {before, after}) {
        const auto *other = neighbour.isElement() ? firstImage(neighbour.handle()) : nullptr;
        if (other && !imageAddress(other, how).isEmpty())
            return nullptr;
    }
    return image;
}
