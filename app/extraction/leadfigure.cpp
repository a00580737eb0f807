#include "extraction/leadfigure.h"

#include "extraction/captions.h"
#include "extraction/icons.h"
#include "extraction/samepicture.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace extraction {

namespace {

// Not larger than this either way, a picture is of the author or of something small.
constexpr int smallSide = 150;

// From the most likely on.
enum class Rank {
    Stated, // The picture that the page names as its own.
    BelowHeadline,
    AboveHeadline,
    Linked, // Leads elsewhere: a teaser, unless the page has no other.
    None
};

bool isSaid(const Figure &figure)
{
    return !figure.caption.isEmpty() || !figure.credit.isEmpty();
}

bool isPictureAddress(const QString &address)
{
    const auto path = address.left(address.indexOf(u'?')).toLower();
    return path.endsWith(".jpg"_L1) || path.endsWith(".jpeg"_L1) || path.endsWith(".png"_L1)
        || path.endsWith(".webp"_L1) || path.endsWith(".gif"_L1) || path.endsWith(".avif"_L1);
}

class Choice
{
public:
    Choice(const PageTree &tree, const LeadSigns &signs)
        : m_tree(tree)
        , m_signs(signs)
        , m_common(around(signs.top.heading, signs.top.end))
    {
    }

    [[nodiscard]] Rank rank(const FoundFigure &found) const
    {
        const auto &top = m_signs.top;
        const auto first = top.heading >= 0 ? top.begin : m_signs.root;
        if (found.item < first || found.item >= std::max(top.end, m_signs.opening))
            return Rank::None;
        if (isSamePicture(found.address, m_signs.stated.src))
            return Rank::Stated;
        if (found.item >= top.end)
            return Rank::None;
        if (isSmall(found))
            return Rank::None;
        const auto isAbove = top.heading >= 0 && found.item < top.heading;
        if (isAbove && !m_tree.contains(m_common, found.item))
            return Rank::None;
        if (!isSaid(found.figure) && leadsAway(found))
            return isAbove || !m_signs.stated.src.isEmpty() ? Rank::None : Rank::Linked;
        return isAbove ? Rank::AboveHeadline : Rank::BelowHeadline;
    }

private:
    // What holds both headline and first paragraph: what is outside belongs to the site.
    [[nodiscard]] int around(int heading, int end) const
    {
        int item = heading;
        while (item > 0 && !m_tree.contains(item, std::min(end, m_tree.size() - 1)))
            item = m_tree.at(item).parent;
        return std::max(item, 0);
    }

    [[nodiscard]] bool isSmall(const FoundFigure &found) const
    {
        if (found.image < 0)
            return false;
        const auto &node = m_tree.at(found.image).node;
        const auto width = node.attribute("width").toInt();
        const auto height = node.attribute("height").toInt();
        return width > 0 && height > 0 && width <= smallSide && height <= smallSide;
    }

    [[nodiscard]] bool leadsAway(const FoundFigure &found) const
    {
        const auto link = found.image < 0 ? -1 : m_tree.enclosing(found.image, Tag::Link);
        if (link < 0)
            return false;
        const auto href = m_tree.at(link).node.attribute("href").trimmed();
        if (href.isEmpty() || href.startsWith(u'#') || isPictureAddress(href)
            || href.startsWith("javascript:"_L1, Qt::CaseInsensitive))
            return false;
        // A page of the picture alone lies below that of the story.
        const auto url = m_signs.base.resolved(QUrl(href));
        return m_signs.page.path().size() < 2 || url.host() != m_signs.page.host()
            || !url.path().startsWith(m_signs.page.path());
    }

    const PageTree &m_tree;
    const LeadSigns &m_signs;
    int m_common;
};

// "default.png", "og-default.jpg": what a site shows of all its pages.
bool namesDefault(const QString &address)
{
    auto name = pictureName(address).toLower();
    name.replace(u'_', u'-');
    return name.split(u'-').contains("default"_L1);
}

// What the metadata says of the picture. Publishing systems write the headline or the alternative
// text there for want of a caption.
void addStated(Figure &lead, const LeadSigns &signs)
{
    const auto &stated = signs.stated;
    if (lead.caption.isEmpty()) {
        const auto caption = captionOf(stated.caption, {}).caption;
        if (caption != lead.alt
            && !signs.title.contains(caption.isEmpty() ? signs.title : caption,
                                     Qt::CaseInsensitive))
            lead.caption = caption;
    }
    if (lead.credit.isEmpty())
        lead.credit = stated.credit;
}

QString sourceOf(const LeadSigns &signs, const QHash<QString, QString> &embedded)
{
    const auto &address = signs.stated.src;
    return embedded.value(address, signs.base.resolved(QUrl(address)).toString());
}

} // namespace

Figure takeLead(PageTree &tree, QList<FoundFigure> &figures, const LeadSigns &signs,
                const QHash<QString, QString> &embedded)
{
    const Choice choice(tree, signs);
    auto best = figures.end();
    auto bestRank = Rank::None;
    for (auto found = figures.begin(); found != figures.end(); ++found) {
        // What a rule keeps is to stay where it is.
        const auto &item = tree.at(found->item);
        const auto isKept = item.rule >= 0 && item.keptByRule;
        const auto rank = isKept ? Rank::None : choice.rank(*found);
        if (rank < bestRank) {
            best = found;
            bestRank = rank;
        }
    }
    const auto &stated = signs.stated;
    const auto mayShowStated
        = !stated.src.isEmpty() && !namesIcon(stated.src) && !namesDefault(stated.src);
    Figure lead;
    if (best != figures.end()) {
        lead = best->figure;
        tree.takeOut(best->item, Left::Lead);
        for (const auto item : best->words)
            tree.leaveOut(item, Left::Figure);
        figures.erase(best);
        if (lead.src.isEmpty() && mayShowStated)
            lead.src = sourceOf(signs, embedded);
    } else if (mayShowStated) {
        const auto inStory = std::any_of(figures.begin(), figures.end(), [&](const auto &found) {
            return isSamePicture(found.address, stated.src);
        });
        if (inStory)
            return {};
        lead.src = sourceOf(signs, embedded);
        lead.alt = stated.alt;
    }
    addStated(lead, signs);
    return lead;
}

} // namespace extraction
