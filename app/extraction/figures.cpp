#include "extraction/figures.h"

#include "extraction/captions.h"
#include "extraction/imageaddress.h"
#include "extraction/limits.h"
#include "html/sanitise.h"
#include "text/whitespace.h"

#include <QSet>

using namespace Qt::StringLiterals;

namespace extraction {

namespace {

// A picture narrower or lower than this is an icon.
constexpr int smallestSide = 60;
constexpr int climb = 6;
// Words that may stand around a picture before its surroundings are taken for text.
constexpr int longestCaption = 700;

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

bool isSmall(const html::Node &node)
{
    const auto width = pixels(node, "width");
    const auto height = pixels(node, "height");
    return (width >= 0 && width < smallestSide) || (height >= 0 && height < smallestSide);
}

bool namesIcon(const QString &address)
{
    const auto end = address.indexOf(u'?');
    const auto path = end < 0 ? QStringView(address) : QStringView(address).left(end);
    const auto file = path.mid(path.lastIndexOf(u'/') + 1);
    if (file.endsWith(".svg"_L1, Qt::CaseInsensitive))
        return true;
    return evidenceIn(file).testAnyFlags(Hint::Avatar | Hint::Advertisement)
        || address.contains("gravatar.com"_L1) || address.contains("/emoji/"_L1)
        || address.contains("/avatars/"_L1);
}

class Finder
{
public:
    Finder(const PageTree &tree, const html::EmbeddedPictures &pictures, const QUrl &base,
           const QList<Figure> &stated)
        : m_tree(tree)
        , m_pictures(pictures)
        , m_base(base)
        , m_stated(stated)
    {
    }

    QList<FoundFigure> run()
    {
        countImages();
        for (int index = 0; index < m_tree.size();) {
            const auto &item = m_tree.at(index);
            if (item.left != Left::Kept || m_found.size() >= limits::figures) {
                index = item.end;
                continue;
            }
            if (item.tag == Tag::Image)
                take(index);
            else if (item.tag == Tag::Figure)
                takeLost(index);
            ++index;
        }
        return m_found;
    }

private:
    void countImages()
    {
        m_images.assign(size_t(m_tree.size()), 0);
        for (int index = m_tree.size() - 1; index > 0; --index) {
            const auto &item = m_tree.at(index);
            if (item.tag == Tag::Image)
                m_images[size_t(index)] = 1;
            if (item.tag != Tag::Noscript && item.left == Left::Kept)
                m_images[size_t(item.parent)] += m_images[size_t(index)];
        }
    }

    [[nodiscard]] bool isUnwanted(int image) const
    {
        if (isSmall(m_tree.at(image).node))
            return true;
        int index = image;
        for (int level = 0; level < 4 && index >= 0; ++level, index = m_tree.at(index).parent) {
            const auto &item = m_tree.at(index);
            if (item.tag == Tag::Noscript)
                return true;
            if (level < 3 && item.evidence.testFlag(Hint::Avatar) && item.letters < 200)
                return true;
        }
        return m_tree.enclosing(image, Tag::Noscript) >= 0;
    }

    void take(int image)
    {
        if (isUnwanted(image))
            return;
        const auto address = bestAddress(m_tree, image, m_pictures.names);
        if (address.isEmpty() || (namesIcon(address) && m_tree.enclosing(image, Tag::Figure) < 0))
            return;
        const auto holder = holderOf(image);
        FoundFigure found{.item = holder, .address = address};
        found.figure.alt = text::simplified(m_tree.at(image).node.attribute("alt"));
        found.figure.src = m_pictures.names.value(address);
        if (found.figure.src.isEmpty()) {
            const auto url = m_base.resolved(QUrl(address));
            if (url.scheme() == "http"_L1 || url.scheme() == "https"_L1)
                found.figure.src = url.toString();
        }
        if (holder != image && !m_captioned.contains(holder)) {
            m_captioned.insert(holder);
            const auto caption = captionIn(m_tree, holder, m_stated);
            found.figure.caption = caption.caption;
            found.figure.credit = caption.credit;
        }
        if (found.figure.caption == found.figure.alt && found.figure.credit.isEmpty()
            && m_tree.at(holder).letters == 0)
            found.figure.caption.clear();
        m_found.append(found);
    }

    // A figure without its picture: the words are kept.
    void takeLost(int index)
    {
        const auto &item = m_tree.at(index);
        if (m_images[size_t(index)] > 0 || item.letters == 0 || item.letters > longestCaption
            || m_captioned.contains(index))
            return;
        int captions = 0;
        for (int i = index + 1; i < m_tree.after(index); ++i) {
            const auto tag = m_tree.at(i).tag;
            if (tag == Tag::FigureCaption)
                captions = m_tree.at(i).letters;
            if (tag == Tag::Embed || tag == Tag::Quote || tag == Tag::Table
                || tag == Tag::Preformatted)
                return;
        }
        if (captions == 0)
            return;
        m_captioned.insert(index);
        const auto caption = captionIn(m_tree, index, m_stated);
        m_found.append(
            {.item = index, .figure = {.caption = caption.caption, .credit = caption.credit}});
    }

    // The widest element around a picture that holds nothing but it and the words on it.
    [[nodiscard]] int holderOf(int image) const
    {
        const auto figure = m_tree.enclosing(image, Tag::Figure);
        if (figure >= 0 && m_tree.at(figure).letters <= longestCaption * 2)
            return figure;
        int holder = image;
        int index = m_tree.at(image).parent;
        for (int level = 0; level < climb && index > 0; ++level, index = m_tree.at(index).parent) {
            if (!mayHold(index))
                break;
            if (m_images[size_t(index)] > 1) {
                // A row of pictures with a caption under each is not one figure.
                break;
            }
            holder = index;
        }
        return holder;
    }

    [[nodiscard]] bool mayHold(int index) const
    {
        const auto &item = m_tree.at(index);
        if (item.tag == Tag::Article || item.evidence.testFlag(Hint::Body))
            return false;
        if (item.letters == 0)
            return true;
        if (item.letters > longestCaption)
            return false;
        if (item.tag == Tag::Table || item.tag == Tag::Row || item.tag == Tag::Cell)
            return item.linkLetters == 0 && !holdsProse(index);
        if (item.evidence.testAnyFlags(Hint::Caption | Hint::Credit) && item.tag != Tag::Link)
            return true;
        // Words count for a caption only where something says so.
        return saysCaption(index) && !holdsHeading(index);
    }

    [[nodiscard]] bool saysCaption(int index) const
    {
        int said = 0;
        for (int i = index + 1; i < m_tree.after(index);) {
            const auto &item = m_tree.at(i);
            if (item.letters > 0
                && (item.evidence.testAnyFlags(Hint::Caption | Hint::Credit)
                    || item.tag == Tag::FigureCaption)) {
                said += item.letters;
                i = item.end;
            } else {
                ++i;
            }
        }
        return said > 0 && said * 10 >= m_tree.at(index).letters * 9;
    }

    [[nodiscard]] bool holdsProse(int index) const
    {
        for (int i = index + 1; i < m_tree.after(index); ++i) {
            const auto &item = m_tree.at(i);
            if (item.letters > 0
                && (item.tag == Tag::Paragraph || item.tag == Tag::Heading
                    || item.tag == Tag::List))
                return true;
        }
        return false;
    }

    [[nodiscard]] bool holdsHeading(int index) const
    {
        for (int i = index + 1; i < m_tree.after(index); ++i) {
            if (m_tree.at(i).tag == Tag::Heading)
                return true;
        }
        return false;
    }

    const PageTree &m_tree;
    const html::EmbeddedPictures &m_pictures;
    const QUrl &m_base;
    const QList<Figure> &m_stated;
    std::vector<int> m_images;
    QSet<int> m_captioned;
    QList<FoundFigure> m_found;
};

// The file's name without what servers add for sizes: "ferry-640x360.jpg" → "ferry".
QString stem(const QString &address)
{
    const auto path = QUrl(address).path();
    auto file = path.mid(path.lastIndexOf(u'/') + 1);
    const auto dot = file.lastIndexOf(u'.');
    if (dot > 0)
        file.truncate(dot);
    auto end = file.size();
    while (end > 0 && (file[end - 1].isDigit() || QStringView(u"-_x@").contains(file[end - 1])))
        --end;
    // A name that is all digits is a number of the picture, not a size.
    return end > 2 ? file.left(end) : file;
}

} // namespace

QList<FoundFigure> findFigures(const PageTree &tree, const html::EmbeddedPictures &pictures,
                               const QUrl &base, const QList<Figure> &stated)
{
    return Finder(tree, pictures, base, stated).run();
}

QString figureHtml(const FoundFigure &found)
{
    const auto &figure = found.figure;
    auto html = u"<figure>"_s;
    if (!found.address.isEmpty()) {
        html += u"<img src=\""_s + html::escaped(found.address) + u"\" alt=\""_s
            + html::escaped(figure.alt) + u"\">"_s;
    }
    if (!figure.caption.isEmpty() || !figure.credit.isEmpty()) {
        html += u"<figcaption>"_s + html::escaped(figure.caption);
        if (!figure.credit.isEmpty()) {
            html += figure.caption.isEmpty() ? QString() : u" "_s;
            html += u"<span class=\"credit\">"_s + html::escaped(figure.credit) + u"</span>"_s;
        }
        html += u"</figcaption>"_s;
    }
    return html + u"</figure>"_s;
}

bool isSamePicture(const QString &one, const QString &other)
{
    if (one.isEmpty() || other.isEmpty())
        return false;
    if (one == other)
        return true;
    const auto mine = stem(one);
    return mine.size() > 2 && mine == stem(other);
}

} // namespace extraction
