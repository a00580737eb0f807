#include "html/pictures.h"

#include "html/limits.h"
#include "html/picturekind.h"

#include <QCryptographicHash>
#include <QSet>

#include <array>

using namespace Qt::StringLiterals;
using namespace html;

namespace {

// Collects pictures while there is room for them.
class Collection
{
public:
    explicit Collection(const QHash<QString, Resource> &resources)
        : m_resources(resources)
    {
    }

    void add(const QString &address)
    {
        if (address.isEmpty() || m_seen.contains(address))
            return;
        m_seen.insert(address);
        if (found.pictures.size() >= limits::pictures)
            return;
        const auto isData = address.startsWith("data:"_L1, Qt::CaseInsensitive);
        const auto resource = m_resources.constFind(address);
        if (resource != m_resources.cend() && resource->bytes.isEmpty())
            found.names.insert(address, {});
        else if (resource != m_resources.cend())
            add(address, resource->bytes);
        else if (const auto data = isData ? dataUri(address) : std::nullopt)
            add(address, data->bytes);
    }

    EmbeddedPictures found;

private:
    void add(const QString &address, const QByteArray &bytes)
    {
        auto picture = html::picture(bytes);
        if (!picture)
            return;
        if (!m_names.contains(picture->name)) {
            if (m_total + bytes.size() > limits::allPicturesBytes)
                return;
            m_total += bytes.size();
            m_names.insert(picture->name);
            found.pictures.append(*picture);
        }
        found.names.insert(address, picture->name);
    }

    const QHash<QString, Resource> &m_resources;
    QSet<QString> m_seen; // Addresses.
    QSet<QString> m_names;
    qsizetype m_total = 0;
};

// Every word of a set is tried: those that are no addresses find nothing. A data: URI may hold
// commas, but no spaces.
void addSet(Collection &collection, const QString &set)
{
    const auto words = set.simplified().split(u' ', Qt::SkipEmptyParts);
    for (auto word : words) {
        while (word.endsWith(u','))
            word.chop(1);
        collection.add(word);
    }
}

bool isShown(const PictureKind &kind)
{
    if (kind.mimeType.isEmpty())
        return false;
    if (!kind.size.isValid())
        return true;
    const auto isPixel
        = kind.size.width() <= limits::pixelSide && kind.size.height() <= limits::pixelSide;
    const auto pixels = qint64(kind.size.width()) * kind.size.height();
    return !isPixel && pixels <= limits::picturePixels;
}

} // namespace

EmbeddedPictures html::embeddedPictures(const Node &root, const QHash<QString, Resource> &resources,
                                        const QStringList &also)
{
    constexpr std::array plain = {"src", "data-src", "data-original", "data-lazy-src"};
    constexpr std::array sets = {"srcset", "data-srcset", "data-lazy-srcset"};

    Collection collection(resources);
    for (const auto &address : also)
        collection.add(address);
    for (auto node = root; !node.isNull(); node = node.next(root)) {
        if (!node.isElement(u"img") && !node.isElement(u"source") && !node.isElement(u"amp-img"))
            continue;
        for (const auto *name : plain)
            collection.add(node.attribute(name).trimmed());
        for (const auto *name : sets)
            addSet(collection, node.attribute(name));
    }
    return std::move(collection.found);
}

std::optional<Picture> html::picture(const QByteArray &bytes)
{
    if (bytes.size() > limits::pictureBytes)
        return {};
    const auto kind = pictureKind(bytes);
    if (!isShown(kind))
        return {};
    const auto hash = QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
    return Picture{.name = "broadsheet-media:"_L1 + QString::fromLatin1(hash.toHex()),
                   .mimeType = kind.mimeType,
                   .bytes = bytes};
}
