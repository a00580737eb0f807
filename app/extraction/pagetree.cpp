#include "extraction/pagetree.h"

#include "extraction/limits.h"

#include <QHash>

#include <array>

using namespace Qt::StringLiterals;

namespace extraction {

namespace {

struct Named
{
    QLatin1StringView names;
    Tag tag;
};

const QHash<QString, Tag> &tagTable()
{
    static const auto table = [] {
        constexpr std::array named{
            Named{
                "div section main body html center details summary dialog hgroup address fieldset "
                "noframes frameset"_L1,
                Tag::Block},
            Named{"article"_L1, Tag::Article},
            Named{"aside"_L1, Tag::Aside},
            Named{"nav menu"_L1, Tag::Navigation},
            Named{"header"_L1, Tag::Header},
            Named{"footer"_L1, Tag::Footer},
            Named{"form"_L1, Tag::Form},
            Named{"p"_L1, Tag::Paragraph},
            Named{"h1 h2 h3 h4 h5 h6"_L1, Tag::Heading},
            Named{"ul ol dir"_L1, Tag::List},
            Named{"li"_L1, Tag::ListItem},
            Named{"dl"_L1, Tag::Definitions},
            Named{"dt dd"_L1, Tag::DefinitionTerm},
            Named{"blockquote"_L1, Tag::Quote},
            Named{"pre listing xmp plaintext"_L1, Tag::Preformatted},
            Named{"table"_L1, Tag::Table},
            Named{"tr thead tbody tfoot colgroup col"_L1, Tag::Row},
            Named{"td th"_L1, Tag::Cell},
            Named{"caption"_L1, Tag::TableCaption},
            Named{"figure"_L1, Tag::Figure},
            Named{"figcaption"_L1, Tag::FigureCaption},
            Named{"picture"_L1, Tag::Picture},
            Named{"img amp-img image"_L1, Tag::Image},
            Named{"source"_L1, Tag::Source},
            Named{"iframe video audio object embed amp-video amp-iframe amp-youtube"_L1,
                  Tag::Embed},
            Named{"a"_L1, Tag::Link},
            Named{
                "b i em strong code sub sup u s del ins mark q cite kbd samp var small abbr dfn tt "
                "strike bdo bdi ruby rb rt rp rtc big"_L1,
                Tag::Format},
            Named{"span font label data acronym wbr nobr g-emoji math"_L1, Tag::Inline},
            Named{"br"_L1, Tag::Break},
            Named{"hr"_L1, Tag::Rule},
            Named{"time"_L1, Tag::Time},
            Named{"noscript"_L1, Tag::Noscript},
            Named{"script style template head link meta title base button input select option "
                  "textarea svg canvas map area param track frame datalist output progress meter "
                  "optgroup"_L1,
                  Tag::Ignored},
        };
        QHash<QString, Tag> made;
        for (const auto &entry : named) {
            const auto names = QString(entry.names).split(u' ');
            for (const auto &name : names)
                made.insert(name, entry.tag);
        }
        return made;
    }();
    return table;
}

// The same by the parser's numbers, which spares every element the writing of its name.
Tag tagFor(const html::Node &node)
{
    static const auto table = [] {
        std::array<Tag, html::tagNumbers> made;
        made.fill(Tag::Block);
        for (auto entry = tagTable().cbegin(); entry != tagTable().cend(); ++entry)
            made[size_t(html::tagNumber(entry.key()))] = entry.value();
        made[0] = Tag::Block;
        return made;
    }();
    const auto number = node.tagNumber();
    return number > 0 ? table[size_t(number)] : tagOf(node.name());
}

// Letters of a text as it is set: a run of white space counts for one, none at the ends.
int lettersOf(QStringView text)
{
    int letters = 0;
    bool space = true;
    for (const auto letter : text) {
        const auto isSpace = letter.isSpace();
        if (!isSpace || !space)
            ++letters;
        space = isSpace;
    }
    return letters > 0 && space ? letters - 1 : letters;
}

class EvidenceReader
{
public:
    Evidence of(const html::Node &node)
    {
        if (!node.hasAttributes())
            return {};
        Evidence found = cached(node.attribute("class")) | cached(node.attribute("id"));
        if (node.hasAttribute("itemprop"))
            found |= ofItemprop(node.attribute("itemprop"));
        if (node.hasAttribute("role"))
            found |= ofRole(node.attribute("role"));
        for (const auto *name : {"data-testid", "data-component", "data-type"}) {
            if (node.hasAttribute(name))
                found |= cached(node.attribute(name));
        }
        return found;
    }

private:
    Evidence cached(const QString &classOrId)
    {
        if (classOrId.isEmpty())
            return {};
        const auto known = m_known.constFind(classOrId);
        if (known != m_known.cend())
            return *known;
        return *m_known.insert(classOrId, evidenceIn(classOrId));
    }

    static Evidence ofItemprop(const QString &property)
    {
        if (property.contains("articleBody"_L1))
            return Hint::Body;
        if (property.contains("headline"_L1))
            return Hint::Headline;
        if (property.contains("author"_L1))
            return Hint::Byline;
        if (property.contains("datePublished"_L1))
            return Hint::Date;
        if (property == "caption"_L1)
            return Hint::Caption;
        if (property.contains("copyrightHolder"_L1) || property == "creditText"_L1)
            return Hint::Credit;
        return {};
    }

    static Evidence ofRole(const QString &role)
    {
        if (role == "navigation"_L1 || role == "menu"_L1 || role == "menubar"_L1)
            return Hint::Navigation;
        if (role == "complementary"_L1)
            return Hint::Sidebar;
        if (role == "contentinfo"_L1)
            return Hint::Footer;
        if (role == "dialog"_L1 || role == "alertdialog"_L1)
            return Hint::Notice;
        return {};
    }

    QHash<QString, Evidence> m_known;
};

bool isHidden(const html::Node &node)
{
    if (!node.hasAttributes())
        return false;
    if (node.hasAttribute("hidden"))
        return true;
    if (!node.hasAttribute("style"))
        return false;
    auto style = node.attribute("style").toLower();
    style.remove(u' ');
    return style.contains("display:none"_L1) || style.contains("visibility:hidden"_L1);
}

size_t nodesBelow(const html::Node &root)
{
    size_t nodes = 0;
    for (auto node = root; !node.isNull(); node = node.next(root))
        ++nodes;
    return nodes;
}

} // namespace

Tag tagOf(QStringView name)
{
    if (name.startsWith("math:"_L1))
        return name.startsWith("math:annotation"_L1) ? Tag::Ignored : Tag::Inline;
    return tagTable().value(name.toString(), Tag::Block);
}

bool isBlock(Tag tag)
{
    switch (tag) {
    case Tag::Text:
    case Tag::Link:
    case Tag::Format:
    case Tag::Inline:
    case Tag::Break:
    case Tag::Time:
    case Tag::Image:
    case Tag::Picture:
    case Tag::Source:
    case Tag::Noscript:
    case Tag::Ignored:
    case Tag::Embed:
        return false;
    default:
        return true;
    }
}

PageTree::PageTree(const html::Document &document, Hidden hidden)
{
    build(document.body(), hidden);
    count();
}

void PageTree::build(const html::Node &root, Hidden hidden)
{
    // Growing step by step would hold all items twice, and some of them unused.
    m_items.reserve(nodesBelow(root));
    EvidenceReader evidence;
    int parent = -1;
    auto node = root;
    while (!node.isNull()) {
        bool descend = false;
        if (node.kind() == html::Node::Kind::Text) {
            Item item{.node = node, .text = node.text(), .parent = parent, .tag = Tag::Text};
            item.letters = lettersOf(item.text);
            m_items.push_back(std::move(item));
        } else if (node.isElement()) {
            const auto tag = tagFor(node);
            // Elements of a site's own are set inline by browsers, but hold whole articles as
            // often.
            Item item{.node = node, .parent = parent, .tag = tag};
            if (tag == Tag::Ignored) {
                item.left = Left::Ignored;
            } else {
                item.evidence = evidence.of(node);
                if (hidden == Hidden::LeftOut && isHidden(node))
                    item.left = Left::Hidden;
                // Without script, what stands in for it is the page.
                if (tag == Tag::Noscript && hidden == Hidden::Kept)
                    item.tag = Tag::Block;
                descend = !node.firstChild().isNull();
            }
            m_items.push_back(std::move(item));
        }
        if (descend) {
            parent = size() - 1;
            node = node.firstChild();
            continue;
        }
        if (!m_items.empty() && m_items.back().end == 0)
            m_items.back().end = size();
        while (!node.isNull() && node != root && node.nextSibling().isNull()) {
            node = node.parent();
            if (parent >= 0) {
                at(parent).end = size();
                parent = at(parent).parent;
            }
        }
        if (node.isNull() || node == root)
            break;
        node = node.nextSibling();
    }
    for (; parent >= 0; parent = at(parent).parent)
        at(parent).end = size();
}

void PageTree::count()
{
    // Children come after their parents: one pass backwards adds everything up.
    for (int index = size() - 1; index >= 0; --index) {
        auto &item = at(index);
        if (item.tag == Tag::Link)
            item.linkLetters = item.letters;
        if (item.parent < 0 || item.tag == Tag::Noscript || item.left != Left::Kept)
            continue;
        auto &above = at(item.parent);
        above.letters += item.letters;
        above.linkLetters += item.linkLetters;
    }
}

void PageTree::recount()
{
    for (auto &item : m_items) {
        if (item.tag != Tag::Text)
            item.letters = item.linkLetters = 0;
    }
    m_lines.clear();
    m_lineOf.clear();
    count();
}

bool PageTree::isShort(int index, int letters) const
{
    const auto &item = at(index);
    return item.letters > 0 && item.letters <= letters && item.end - index <= limits::lineParts;
}

int PageTree::enclosing(int index, Tag tag) const
{
    while (index >= 0 && at(index).tag != tag)
        index = at(index).parent;
    return index;
}

void PageTree::leaveOut(int index, Left reason)
{
    if (at(index).keptByRule)
        return;
    if (!at(index).holdsKept) {
        takeOut(index, reason);
        return;
    }
    // All but what a rule keeps of it.
    for (int below = index + 1; below < after(index);) {
        if (at(below).holdsKept && !at(below).keptByRule) {
            ++below;
        } else {
            leaveOut(below, reason);
            below = after(below);
        }
    }
}

void PageTree::takeOut(int index, Left reason)
{
    auto &item = at(index);
    if (item.left != Left::Kept)
        return;
    item.left = reason;
    // What is hidden is read no more, not even as a line above.
    for (int above = index; reason == Left::Hidden && !m_lineOf.empty() && above >= 0;
         above = at(above).parent)
        m_lineOf[size_t(above)] = 0;
    const auto letters = item.letters;
    const auto linkLetters = item.linkLetters;
    for (int above = item.parent; above >= 0; above = at(above).parent) {
        at(above).letters -= letters;
        at(above).linkLetters -= linkLetters;
        // Above what is itself left out nothing was counted.
        if (at(above).left != Left::Kept)
            break;
    }
}

bool PageTree::isLeftOut(int index) const
{
    for (; index >= 0; index = at(index).parent) {
        if (at(index).left != Left::Kept)
            return true;
    }
    return false;
}

} // namespace extraction
