#include "extraction/imageaddress.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace extraction {

namespace {

constexpr qsizetype mostCandidates = 40;
constexpr qsizetype longestAddress = 4096;

// Placeholders that scripts replace: they are never the picture.
bool isPlaceholder(const QString &address)
{
    if (address.isEmpty() || address.size() > longestAddress || address.startsWith(u'#')
        || address.startsWith("data:"_L1, Qt::CaseInsensitive) || address.startsWith("about:"_L1)
        || address.startsWith("blob:"_L1)
        || address.startsWith("javascript:"_L1, Qt::CaseInsensitive))
        return true;
    const auto file = address.mid(address.lastIndexOf(u'/') + 1).toLower();
    for (const auto &word : {"blank."_L1, "spacer."_L1, "transparent."_L1, "placeholder"_L1,
                             "pixel."_L1, "1x1."_L1, "loading."_L1, "lazy."_L1}) {
        if (file.contains(word))
            return true;
    }
    return false;
}

bool looksLikePicture(const QString &value)
{
    return value.contains(u'/')
        && (value.contains(".jp"_L1, Qt::CaseInsensitive)
            || value.contains(".png"_L1, Qt::CaseInsensitive)
            || value.contains(".webp"_L1, Qt::CaseInsensitive)
            || value.contains(".gif"_L1, Qt::CaseInsensitive) || value.contains(".avif"_L1)
            || value.startsWith("http"_L1) || value.startsWith(u'/'));
}

class Choice
{
public:
    explicit Choice(const QHash<QString, QString> &embedded)
        : m_embedded(embedded)
    {
    }

    void offer(const QString &written, double width)
    {
        const auto address = written.trimmed();
        if (address.isEmpty())
            return;
        if (m_embedded.contains(address)) {
            if (m_local.isEmpty() || width > m_localWidth) {
                m_local = address;
                m_localWidth = width;
            }
            return;
        }
        if (isPlaceholder(address))
            return;
        if (m_remote.isEmpty() || width > m_remoteWidth) {
            m_remote = address;
            m_remoteWidth = width;
        }
    }

    void offerSet(const QString &srcset)
    {
        for (const auto &candidate : imageCandidates(srcset))
            offer(candidate.address, candidate.width);
    }

    void offerAll(const html::Node &node)
    {
        // What a script would load is the picture itself; src is often a small stand-in for it.
        for (const auto *name :
             {"data-src", "data-original", "data-lazy-src", "data-hi-res-src", "data-full-src",
              "data-large-file", "data-orig-file", "data-image", "data-url", "data-lazy",
              "data-original-src", "data-sf-original-src", "data-savepage-src", "data-src-large",
              "data-img-src"}) {
            if (!node.hasAttribute(name))
                continue;
            const auto value = node.attribute(name);
            if (looksLikePicture(value) || m_embedded.contains(value.trimmed()))
                offer(value, 0);
        }
        offer(node.attribute("src"), 0);
        for (const auto *name : {"srcset", "data-srcset", "data-lazy-srcset"}) {
            if (node.hasAttribute(name))
                offerSet(node.attribute(name));
        }
    }

    [[nodiscard]] bool hasLocal() const { return !m_local.isEmpty(); }
    [[nodiscard]] QString best() const { return m_local.isEmpty() ? m_remote : m_local; }

private:
    const QHash<QString, QString> &m_embedded;
    QString m_local;
    QString m_remote;
    double m_localWidth = 0;
    double m_remoteWidth = 0;
};

} // namespace

QList<ImageCandidate> imageCandidates(QStringView srcset)
{
    QList<ImageCandidate> found;
    qsizetype at = 0;
    while (at < srcset.size() && found.size() < mostCandidates) {
        while (at < srcset.size() && (srcset[at].isSpace() || srcset[at] == u','))
            ++at;
        const auto start = at;
        while (at < srcset.size() && !srcset[at].isSpace())
            ++at;
        // A comma inside an address belongs to it; at its end it closes the candidate.
        auto end = at;
        bool closed = false;
        while (end > start && srcset[end - 1] == u',') {
            --end;
            closed = true;
        }
        if (end == start)
            break;
        ImageCandidate candidate{.address = srcset.mid(start, end - start).toString()};
        if (!closed) {
            const auto comma = srcset.indexOf(u',', at);
            const auto stop = comma < 0 ? srcset.size() : comma;
            const auto descriptor = srcset.mid(at, stop - at).trimmed();
            const auto number = descriptor.left(std::max<qsizetype>(descriptor.size() - 1, 0));
            if (descriptor.endsWith(u'w'))
                candidate.width = number.toDouble();
            else if (descriptor.endsWith(u'x'))
                candidate.width = number.toDouble() * 1000;
            at = stop;
        }
        found.append(candidate);
    }
    return found;
}

QString bestAddress(const PageTree &tree, int image, const QHash<QString, QString> &embedded)
{
    Choice choice(embedded);
    choice.offerAll(tree.at(image).node);
    const auto picture = tree.enclosing(image, Tag::Picture);
    if (picture >= 0) {
        for (int i = picture + 1; i < tree.after(picture); ++i) {
            if (tree.at(i).tag == Tag::Source)
                choice.offerAll(tree.at(i).node);
        }
    }
    if (choice.hasLocal())
        return choice.best();
    // The stand-in for browsers without script, right behind the picture or its wrapper.
    for (int i = image + 1; i < std::min(tree.size(), image + 6); ++i) {
        if (tree.at(i).tag != Tag::Noscript)
            continue;
        for (int inner = i + 1; inner < tree.after(i); ++inner) {
            if (tree.at(inner).tag == Tag::Image)
                choice.offerAll(tree.at(inner).node);
        }
        break;
    }
    return choice.best();
}

} // namespace extraction
