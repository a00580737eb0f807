#include "extraction/figures.h"

#include "extraction/captions.h"
#include "extraction/galleries.h"
#include "extraction/icons.h"
#include "extraction/imageaddress.h"
#include "extraction/limits.h"
#include "extraction/notices.h"
#include "extraction/pictureplaces.h"
#include "extraction/samepicture.h"
#include "html/sanitise.h"
#include "text/whitespace.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace extraction {

namespace {

// Letters of a line about an author with a portrait beside.
constexpr int authorLine = 200;

class Finder
{
public:
    Finder(const PageTree &tree, const html::EmbeddedPictures &pictures, const QUrl &base,
           const QList<Figure> &stated)
        : m_tree(tree)
        , m_pictures(pictures)
        , m_base(base)
        , m_stated(stated)
        , m_places(tree)
    {
    }

    QList<FoundFigure> run()
    {
        forEachKept([this](int index) {
            const auto tag = m_tree.at(index).tag;
            if (tag == Tag::Image)
                take(index, m_tree.enclosing(index, Tag::Noscript));
            else if (tag == Tag::Block && m_tree.at(index).evidence.testFlag(Hint::Lead))
                takeBackground(index);
        });
        forEachKept([this](int index) { takeLost(index); });
        std::sort(m_found.begin(), m_found.end(),
                  [](const auto &one, const auto &other) { return one.item < other.item; });
        return m_found;
    }

private:
    void forEachKept(auto visit)
    {
        for (int index = 0; index < m_tree.size();) {
            const auto &item = m_tree.at(index);
            if (item.left != Left::Kept || m_found.size() >= limits::figures) {
                index = item.end;
                continue;
            }
            visit(index);
            ++index;
        }
    }

    [[nodiscard]] bool isUnwanted(int image) const
    {
        const auto inFigure = m_tree.enclosing(image, Tag::Figure) >= 0;
        if (isSmall(m_tree.at(image).node, inFigure))
            return true;
        int index = image;
        for (int level = 0; level < 4 && index >= 0; ++level, index = m_tree.at(index).parent) {
            const auto &item = m_tree.at(index);
            const auto about = level < 3 ? Hint::Avatar | Hint::Byline | Hint::AboutAuthor
                                         : Hint::Byline | Hint::AboutAuthor;
            if (item.letters < authorLine && item.evidence.testAnyFlags(about))
                return true;
        }
        return false;
    }

    // A drawing in a <figure> is one as long as it is not the button that enlarges the picture.
    [[nodiscard]] bool isIcon(const QString &address, int image) const
    {
        if (!namesIcon(address))
            return false;
        const auto figure = m_tree.enclosing(image, Tag::Figure);
        return figure < 0 || m_places.pictures(figure) > 1;
    }

    // A banner that leads to somebody else.
    [[nodiscard]] bool isAdvertisement(const QString &address, int image) const
    {
        const auto link = m_tree.enclosing(image, Tag::Link);
        if (link < 0)
            return false;
        const auto target = m_base.resolved(QUrl(m_tree.at(link).node.attribute("href").trimmed()));
        if (target.host().isEmpty() || target.host() == m_base.host())
            return false;
        return address.contains("banner"_L1, Qt::CaseInsensitive)
            || evidenceIn(QUrl(address).path()).testFlag(Hint::Advertisement);
    }

    [[nodiscard]] QString addressOf(int image) const
    {
        const auto address = bestAddress(m_tree, image, m_pictures.names);
        const auto other = address.isEmpty() ? m_places.standIn(image) : -1;
        return other < 0 ? address : bestAddress(m_tree, other, m_pictures.names);
    }

    void take(int image, int noscript)
    {
        if (noscript >= 0 && m_places.aloneIn(noscript) != image)
            return;
        const auto address = addressOf(image);
        if (isUnwanted(image) || isIcon(address, image) || isAdvertisement(address, image)
            || (noscript >= 0 && !hasPictureEnding(address))) {
            m_refused.push_back(image);
            return;
        }
        FoundFigure found{
            .item = m_places.holderOf(image), .image = image, .address = address, .figure = {}};
        found.figure.alt = altOf(image);
        found.figure.src = sourceOf(address);
        if (!m_captioned.contains(found.item)) {
            m_captioned.insert(found.item);
            readWords(found);
        }
        if (isNotice(found.figure.caption) || tellsNoPicture(found.figure.alt))
            return;
        const auto isSaid = !found.figure.caption.isEmpty() || !found.figure.credit.isEmpty();
        if (address.isEmpty() && !isSaid)
            found.lost = lostAddress(image);
        if (!address.isEmpty() || isSaid || !found.lost.isEmpty())
            m_found.append(found);
        else
            m_captioned.remove(found.item);
    }

    // Of a picture that the saver knew and did not keep.
    [[nodiscard]] QString lostAddress(int image) const
    {
        const auto address = m_tree.at(image).node.attribute("src").trimmed();
        const auto known = m_pictures.names.constFind(address);
        return known != m_pictures.names.cend() && known->isEmpty() && !namesIcon(address)
            ? address
            : QString();
    }

    // "Share on Facebook", and not "Photo" or "Image 2 of 5": as a line of the story these are
    // furniture too, but a picture may well be called so.
    [[nodiscard]] static bool tellsNoPicture(const QString &alt)
    {
        static const QRegularExpression picture(
            u"^(?:images?|photos?|photographs?|pictures?|slides?|captions?|bild|titelbild|"
            "beitragsbild|bildnachweis|bildquelle|foto|crédits? photos?)\\b"_s,
            QRegularExpression::CaseInsensitiveOption
                | QRegularExpression::UseUnicodePropertiesOption);
        return isNotice(alt) && !picture.match(alt).hasMatch();
    }

    void takeBackground(int index)
    {
        if (m_places.pictures(index) > 0)
            return;
        const auto address = backgroundAddress(m_tree.at(index).node);
        if (address.isEmpty() || namesIcon(address))
            return;
        FoundFigure found{.item = index, .address = address, .figure = {}};
        found.figure.src = sourceOf(address);
        if (m_tree.at(index).letters == 0)
            m_found.append(found);
    }

    [[nodiscard]] QString altOf(int image) const
    {
        auto alt = text::simplified(m_tree.at(image).node.attribute("alt"));
        const auto other = alt.isEmpty() ? m_places.standIn(image) : -1;
        return other < 0 ? alt : text::simplified(m_tree.at(other).node.attribute("alt"));
    }

    [[nodiscard]] QString sourceOf(const QString &address) const
    {
        const auto embedded = m_pictures.names.value(address);
        if (address.isEmpty() || !embedded.isEmpty())
            return embedded;
        const auto url = m_base.resolved(QUrl(address));
        return url.scheme() == "http"_L1 || url.scheme() == "https"_L1 ? url.toString() : QString();
    }

    void readWords(FoundFigure &found)
    {
        auto caption = captionIn(m_tree, found.item, {}, m_stated);
        // What has a caption lacks at most its credit.
        if (caption.credit.isEmpty()) {
            found.words = m_places.wordsBehind(found.item, found.figure.alt);
            std::erase_if(found.words, [&](int item) {
                return m_captioned.contains(item)
                    || (!caption.caption.isEmpty()
                        && !m_tree.at(item).evidence.testFlag(Hint::Credit));
            });
        }
        if (!found.words.empty())
            caption = captionIn(m_tree, found.item, found.words, m_stated);
        found.figure.caption = caption.caption;
        found.figure.credit = caption.credit;
        for (const auto item : found.words)
            m_captioned.insert(item);
    }

    // The words on a picture that the page lost: they are kept.
    void takeLost(int index)
    {
        if (leftEmptyPlace(index)) {
            m_captioned.insert(index);
            FoundFigure found{.item = index, .figure = {}};
            readWords(found);
            m_found.append(found);
            return;
        }
        const auto &item = m_tree.at(index);
        const auto isCaption = item.tag == Tag::FigureCaption
            || (item.evidence.testFlag(Hint::Caption) && item.tag != Tag::TableCaption);
        if (!isCaption || item.letters == 0 || item.letters > limits::figureLetters
            || item.linkLetters == item.letters)
            return;
        FoundFigure found{.item = lostHolder(index), .figure = {}};
        if (isTaken(index, found.item) || holdsOther(found.item))
            return;
        found.words = m_places.wordsBehind(found.item, {});
        const auto isLost = m_tree.enclosing(index, Tag::Figure) >= 0
            || m_places.pictures(found.item) > 0 || saysCredit(found);
        if (!isLost)
            return;
        readWords(found);
        m_captioned.insert(found.item);
        if (!found.figure.caption.isEmpty() || !found.figure.credit.isEmpty())
            m_found.append(found);
    }

    // An empty element where a picture was, and the words on it behind it, which end in a credit:
    // what is left when a saver takes classes and pictures out of a page.
    [[nodiscard]] bool leftEmptyPlace(int index) const
    {
        const auto &item = m_tree.at(index);
        if (item.tag != Tag::Block || item.letters == 0 || item.letters > limits::figureLetters
            || item.linkLetters > 0 || m_places.pictures(index) > 0 || isTaken(index, index)
            || holdsOther(index))
            return false;
        auto place = index + 1;
        while (place < item.end && m_tree.at(place).tag == Tag::Text
               && m_tree.at(place).letters == 0)
            ++place;
        if (place >= item.end || m_tree.at(place).tag != Tag::Block || m_tree.at(place).letters > 0)
            return false;
        const auto words = captionIn(m_tree, index, {}, m_stated);
        return !words.caption.isEmpty() && !words.credit.isEmpty();
    }

    [[nodiscard]] int lostHolder(int caption) const
    {
        const auto figure = m_tree.enclosing(caption, Tag::Figure);
        if (figure >= 0 && m_tree.at(figure).letters <= 2 * limits::figureLetters)
            return figure;
        int holder = caption;
        int above = m_tree.at(caption).parent;
        for (int level = 0; level < 4 && above > 0; ++level, above = m_tree.at(above).parent) {
            if (m_tree.at(above).letters > limits::figureLetters || !m_places.saysCaption(above)
                || m_places.pictures(above) > 1)
                break;
            holder = above;
        }
        return holder;
    }

    // Words of a figure that was found, or of a picture that is none of the story's.
    [[nodiscard]] bool isTaken(int caption, int holder) const
    {
        if (m_captioned.contains(caption) || m_captioned.contains(holder))
            return true;
        const auto refused = std::lower_bound(m_refused.begin(), m_refused.end(), holder);
        if (refused != m_refused.end() && m_tree.contains(holder, *refused))
            return true;
        return std::any_of(m_found.begin(), m_found.end(), [&](const auto &found) {
            return m_tree.contains(found.item, caption) || m_tree.contains(holder, found.item)
                || std::any_of(found.words.begin(), found.words.end(),
                               [&](int item) { return m_tree.contains(item, caption); });
        });
    }

    // A player, a quotation or a table with its title; a teaser, whose picture is left out.
    [[nodiscard]] bool holdsOther(int holder) const
    {
        for (int index = holder + 1; index < m_tree.after(holder); ++index) {
            const auto tag = m_tree.at(index).tag;
            if (tag == Tag::Image && m_tree.at(index).left == Left::Kept && m_tree.isLeftOut(index))
                return true;
            if (tag == Tag::Embed || tag == Tag::Quote || tag == Tag::Table
                || tag == Tag::Preformatted || tag == Tag::Heading)
                return true;
        }
        return false;
    }

    [[nodiscard]] bool saysCredit(const FoundFigure &found) const
    {
        auto items = found.words;
        items.push_back(found.item);
        for (const auto item : items) {
            for (int index = item; index < m_tree.after(item); ++index) {
                if (m_tree.at(index).evidence.testFlag(Hint::Credit)
                    && m_tree.at(index).letters > 0)
                    return true;
            }
        }
        return false;
    }

    const PageTree &m_tree;
    const html::EmbeddedPictures &m_pictures;
    const QUrl &m_base;
    const QList<Figure> &m_stated;
    PicturePlaces m_places;
    QSet<int> m_captioned; // Items whose words are taken.
    std::vector<int> m_refused; // Pictures that are none of the story's, in order.
    QList<FoundFigure> m_found;
};

} // namespace

QList<FoundFigure> findFigures(const PageTree &tree, const html::EmbeddedPictures &pictures,
                               const QUrl &base, const QList<Figure> &stated)
{
    auto found = Finder(tree, pictures, base, stated).run();
    addStatedWords(found, stated);
    takeOffCounters(found);
    leaveOutCopies(found);
    return found;
}

QString figureHtml(const FoundFigure &found)
{
    const auto &figure = found.figure;
    auto html = u"<figure>"_s;
    const auto &address = found.address.isEmpty() ? found.lost : found.address;
    if (!address.isEmpty()) {
        html += u"<img src=\""_s + html::escaped(address) + u"\" alt=\""_s
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

} // namespace extraction
