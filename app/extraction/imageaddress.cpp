#include "extraction/imageaddress.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace extraction {

namespace {

constexpr qsizetype mostCandidates = 40;
constexpr qsizetype longestAddress = 4096;
// A picture of fewer characters in a data: URI is as often a grey or blurred stand-in.
constexpr qsizetype longestStandIn = 1500;

// What a script would load is the picture itself; src is often a small stand-in for it.
constexpr std::array lazyAddresses
    = {"data-src",          "data-original",   "data-lazy-src",     "data-hi-res-src",
       "data-full-src",     "data-large-file", "data-orig-file",    "data-image",
       "data-url",          "data-lazy",       "data-original-src", "data-sf-original-src",
       "data-savepage-src", "data-src-large",  "data-img-src"};
constexpr std::array sets = {"srcset", "data-srcset", "data-lazy-srcset"};

bool isData(const QString &address)
{
    return address.startsWith("data:"_L1, Qt::CaseInsensitive);
}

// A picture of one colour is little but zeros: a grey area until a script has loaded the photo.
bool isPlain(const QString &address)
{
    constexpr qsizetype longest = 64 * 1024;
    return isData(address) && address.size() >= longestStandIn && address.size() < longest
        && address.count(u'A') * 2 > address.size();
}

// "/", "https://paper.example/": the page of a site, left where a template found no picture.
bool isFrontPage(QStringView address)
{
    const auto scheme = address.indexOf("//"_L1);
    if (scheme >= 0) {
        const auto path = address.indexOf(u'/', scheme + 2);
        address = path < 0 ? QStringView() : address.mid(path);
    }
    return address.isEmpty() || address == u"/" || address == u"." || address == u"./";
}

// Files that stand for a picture until a script has loaded it: "blank.gif", "img-placeholder.png".
bool namesPlaceholder(const QString &address)
{
    const auto query = address.indexOf(u'?');
    const auto path = query < 0 ? QStringView(address) : QStringView(address).left(query);
    const auto file = path.mid(path.lastIndexOf(u'/') + 1).toString().toLower();
    if (file.contains("placeholder"_L1) || file.contains("1x1."_L1)
        || file.startsWith("missing-image"_L1) || file.startsWith("no-image"_L1)
        || file.startsWith("noimage"_L1))
        return true;
    // A photo may be named after a loading crane or a telephone: it is a JPEG.
    const auto isDrawing
        = file.endsWith(".gif"_L1) || file.endsWith(".png"_L1) || file.endsWith(".svg"_L1);
    for (const auto &word : {"blank."_L1, "spacer."_L1, "transparent."_L1, "pixel."_L1,
                             "loading."_L1, "loader."_L1, "lazy."_L1}) {
        if (file.startsWith(word) || (isDrawing && file.contains(word)))
            return true;
    }
    return false;
}

// Placeholders that scripts replace: they are never the picture.
bool isPlaceholder(const QString &address)
{
    return address.isEmpty() || address.size() > longestAddress || address.startsWith(u'#')
        || isData(address) || address.startsWith("about:"_L1) || address.startsWith("blob:"_L1)
        || address.startsWith("javascript:"_L1, Qt::CaseInsensitive) || isFrontPage(address)
        || namesPlaceholder(address);
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
        if (address.isEmpty() || isPlain(address))
            return;
        const auto embedded = m_embedded.constFind(address);
        if (embedded != m_embedded.cend()) {
            if (embedded->isEmpty())
                return;
            const auto mayStandIn = isData(address) && address.size() < longestStandIn;
            (mayStandIn ? m_standIn : m_local).take(address, width);
        } else if (!isPlaceholder(address)) {
            m_remote.take(address, width);
        }
    }

    void offerSet(const QString &srcset)
    {
        for (const auto &candidate : imageCandidates(srcset))
            offer(candidate.address, candidate.width);
    }

    void offerAll(const html::Node &node)
    {
        for (const auto *name : lazyAddresses) {
            if (!node.hasAttribute(name))
                continue;
            const auto value = node.attribute(name);
            if (looksLikePicture(value) || m_embedded.contains(value.trimmed()))
                offer(value, 0);
        }
        offer(node.attribute("src"), 0);
        for (const auto *name : sets) {
            if (node.hasAttribute(name))
                offerSet(node.attribute(name));
        }
        if (!hasAny())
            offerUnknown(node);
    }

    [[nodiscard]] bool hasLocal() const { return !m_local.address.isEmpty(); }
    [[nodiscard]] bool hasAny() const { return hasLocal() || !m_remote.address.isEmpty(); }
    [[nodiscard]] QString best() const
    {
        if (hasLocal())
            return m_local.address;
        return m_remote.address.isEmpty() ? m_standIn.address : m_remote.address;
    }

private:
    struct Best
    {
        QString address = {};
        double width = 0;

        void take(const QString &other, double otherWidth)
        {
            if (!address.isEmpty() && otherWidth <= width)
                return;
            address = other;
            width = otherWidth;
        }
    };

    // Every loader of pictures has names of its own; most of them say "src" somewhere.
    void offerUnknown(const html::Node &node)
    {
        const auto names = node.attributeNames();
        for (const auto &name : names) {
            if (name.contains("srcset"))
                offerSet(node.attribute(name.constData()));
            else if ((name.contains("src") || name.contains("img-url")) && name != "src"
                     && looksLikePicture(node.attribute(name.constData())))
                offer(node.attribute(name.constData()), 0);
        }
    }

    const QHash<QString, QString> &m_embedded;
    Best m_local;
    Best m_remote;
    Best m_standIn;
};

// The width that "640w", "2x" or "640w 400h" says.
double widthIn(QStringView descriptors)
{
    for (const auto &descriptor : descriptors.split(u' ', Qt::SkipEmptyParts)) {
        if (descriptor.endsWith(u'w'))
            return descriptor.chopped(1).toDouble();
        if (descriptor.endsWith(u'x'))
            return descriptor.chopped(1).toDouble() * 1000;
    }
    return 0;
}

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
            candidate.width = widthIn(srcset.mid(at, stop - at));
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

QString backgroundAddress(const html::Node &node)
{
    for (const auto *name : {"data-bg", "data-background", "data-background-image"}) {
        const auto value = node.attribute(name).trimmed();
        if (looksLikePicture(value) && !value.contains(u'(') && !isPlaceholder(value))
            return value;
    }
    const auto style = node.attribute("style");
    const auto rule = style.indexOf("background"_L1, 0, Qt::CaseInsensitive);
    const auto start = rule < 0 ? -1 : style.indexOf("url("_L1, rule);
    const auto end = start < 0 ? -1 : style.indexOf(u')', start);
    if (end < 0)
        return {};
    auto address = style.mid(start + 4, end - start - 4).trimmed();
    if (address.size() > 1 && (address.startsWith(u'"') || address.startsWith(u'\'')))
        address = address.mid(1, address.size() - 2);
    return isPlaceholder(address) ? QString() : address;
}

} // namespace extraction
