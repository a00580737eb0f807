#include "extraction/bylinesearch.h"

#include "extraction/bylinetext.h"
#include "extraction/givennames.h"
#include "extraction/limits.h"
#include "text/credits.h"
#include "text/dates.h"
#include "text/whitespace.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace extraction {

namespace {

constexpr int longestByline = 250;
// Items behind the first paragraph, which may be a standfirst, among which a byline may stand.
constexpr int behindStandfirst = 40;

bool isElsewhere(Left left)
{
    return left == Left::Comments || left == Left::Related || left == Left::Sidebar
        || left == Left::Ignored || left == Left::Navigation;
}

// Classes that name the writer in a way the hints' words do not part: "blog__authorname".
bool saysAuthor(const Item &item)
{
    static const QRegularExpression author(
        u"author(?!i[sz])|byline|autor(?!i[sz])|auteur|verfasser|redakteur|journalist|writer"_s,
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression other(u"testimonial|quote|review|comment|card|teaser|related"_s,
                                          QRegularExpression::CaseInsensitiveOption);
    if (item.tag == Tag::Text || item.tag == Tag::Image)
        return false;
    for (const auto *attribute : {"class", "id", "data-testid"}) {
        const auto value = item.node.attribute(attribute);
        if (!value.isEmpty() && value.size() < 400 && author.match(value).hasMatch()
            && !other.match(value).hasMatch())
            return true;
    }
    return false;
}

class Search
{
public:
    Search(const PageTree &tree, const TopOfStory &top, const Outlet &outlet)
        : m_tree(tree)
        , m_top(top)
        , m_outlet(outlet)
    {
    }

    QList<Author> run()
    {
        people();
        if (!m_found.isEmpty() || m_top.heading < 0)
            return m_found;
        // "By Example Gazette": said so, and nobody else is named.
        m_names = Names::All;
        lines(m_top.heading, m_top.end);
        return m_found;
    }

private:
    enum class Names { People, All };

    void people()
    {
        const auto near = std::min(m_top.end + behindStandfirst, m_tree.size());
        microdata(0, near);
        if (m_found.isEmpty())
            links(m_top.begin, near);
        if (m_found.isEmpty())
            marked(m_top.begin, near);
        if (m_found.isEmpty())
            lines(m_top.begin, near);
        if (m_found.isEmpty())
            alone();
        if (m_found.isEmpty())
            microdata(near, m_tree.size());
        if (m_found.isEmpty())
            links(near, m_tree.size());
        if (m_found.isEmpty())
            marked(near, m_tree.size());
    }

    // Between the headline and the first paragraph, class names that speak of teasers and side
    // columns mislead.
    [[nodiscard]] bool isUnderHeading(int index) const
    {
        const auto left = m_tree.at(index).left;
        return m_top.heading >= 0 && index > m_top.heading && index < m_top.end
            && (left == Left::Related || left == Left::Sidebar);
    }

    void addName(const QString &name, const QUrl &url)
    {
        if (isNobody(name) || m_found.size() >= limits::authors)
            return;
        // A byline in the page's own name is its logo or a link to its front page.
        if (m_names == Names::People && (isOutletName(name, m_outlet) || isCompanyName(name)))
            return;
        for (auto &known : m_found) {
            if (known.name.compare(name, Qt::CaseInsensitive) == 0) {
                if (known.url.isEmpty())
                    known.url = url;
                return;
            }
        }
        m_found.append({.name = name, .url = url});
    }

    void microdata(int begin, int end)
    {
        for (int index = begin; index < end;) {
            const auto &item = m_tree.at(index);
            if (isElsewhere(item.left)) {
                index = std::max(item.end, index + 1);
                continue;
            }
            ++index;
            if (item.tag == Tag::Text || !item.evidence.testFlag(Hint::Byline)
                || !item.node.attribute("itemprop").contains("author"_L1))
                continue;
            addMicrodata(index - 1);
        }
    }

    // Inside an element for a person, the name is marked again.
    void addMicrodata(int index)
    {
        auto name = m_tree.at(index).node.attribute("content");
        for (int i = index; i < m_tree.after(index); ++i) {
            const auto &item = m_tree.at(i);
            if (item.tag == Tag::Text || item.node.attribute("itemprop") != "name"_L1)
                continue;
            const auto content = item.node.attribute("content");
            name = content.isEmpty() ? m_tree.textOf(i) : content;
            break;
        }
        const auto url = addressIn(index);
        if (name.isEmpty()) {
            if (m_tree.isShort(index, longestByline))
                addParts(index);
            return;
        }
        const auto names = statedNames(name);
        for (const auto &one : names)
            addName(one, names.size() == 1 ? url : QUrl());
    }

    [[nodiscard]] QUrl addressIn(int index) const
    {
        for (int i = index; i < m_tree.after(index); ++i) {
            if (m_tree.at(i).tag == Tag::Link)
                return QUrl(m_tree.at(i).node.attribute("href").trimmed());
        }
        return {};
    }

    // Links to authors' pages with nothing but "and" between them.
    void links(int begin, int end)
    {
        int last = -1;
        for (int index = begin; index < end;) {
            const auto &item = m_tree.at(index);
            if (isElsewhere(item.left) && !isUnderHeading(index)) {
                index = std::max(item.end, index + 1);
                continue;
            }
            ++index;
            const auto link = index - 1;
            if (item.tag != Tag::Link || !m_tree.isShort(link, limits::nameLength))
                continue;
            const auto address = item.node.attribute("href").trimmed();
            const auto certain = item.node.attribute("rel").contains("author"_L1);
            if ((!certain && !isAuthorAddress(address)) || isOtherRole(link))
                continue;
            if (last >= 0 && !isJoiner(textBetween(last, link)))
                return;
            const auto names = shownNames(m_tree.textOf(link), certain);
            for (const auto &name : names)
                addName(name, names.size() == 1 ? QUrl(address) : QUrl());
            if (!m_found.isEmpty())
                last = m_tree.after(link);
        }
    }

    [[nodiscard]] QString textBetween(int begin, int end) const
    {
        QString text;
        for (int index = begin; index < end && text.size() < longestByline; ++index)
            text += m_tree.at(index).text;
        return text::simplified(text);
    }

    // "Edited by", "Reviewed by" and the like before a name.
    [[nodiscard]] bool isOtherRole(int index) const
    {
        for (int before = index - 1; before >= 0 && before > index - 8; --before) {
            const auto &item = m_tree.at(before);
            if (item.tag == Tag::Text && !text::simplified(item.text).isEmpty())
                return announcesOtherRole(item.text.right(60));
        }
        return false;
    }

    void marked(int begin, int end)
    {
        for (int index = begin; index < end;) {
            const auto &item = m_tree.at(index);
            if (isElsewhere(item.left) && !isUnderHeading(index)) {
                index = std::max(item.end, index + 1);
                continue;
            }
            if (item.letters >= 2 && item.tag != Tag::Image && m_tree.isShort(index, longestByline)
                && !item.evidence.testFlag(Hint::Avatar)
                && (item.evidence.testFlag(Hint::Byline) || saysAuthor(item))
                && m_tree.enclosing(index, Tag::Quote) < 0 && !isOtherRole(index))
                addParts(index);
            if (!m_found.isEmpty())
                return;
            ++index;
        }
    }

    // The names in an element that holds a byline, and perhaps posts and dates beside it, each in
    // an element of its own.
    void addParts(int index)
    {
        bool joined = false;
        bool announced = false;
        bool inLink = false;
        QString previous;
        for (int i = index; i < m_tree.after(index); ++i) {
            const auto &item = m_tree.at(i);
            if (item.tag != Tag::Text || isElsewhere(item.left)
                || m_tree.enclosing(i, Tag::Time) >= index)
                continue;
            const auto part = text::simplified(item.text);
            if (part.isEmpty())
                continue;
            if (isJoiner(part)) {
                joined = joined || part.size() > 0;
                continue;
            }
            if (isLeadOnly(part)) {
                announced = true;
                continue;
            }
            const auto link = m_tree.enclosing(i, Tag::Link) >= index;
            if (!m_found.isEmpty() && !joined && !(link && inLink))
                return;
            const auto names = shownNames(part, announced);
            if (names.isEmpty() && !m_found.isEmpty())
                return;
            const auto url
                = link && names.size() == 1 ? addressIn(m_tree.enclosing(i, Tag::Link)) : QUrl();
            for (const auto &name : names)
                addName(name, url);
            if (!names.isEmpty()) {
                inLink = link;
                joined = endsJoined(part);
            }
        }
    }

    // Lines that say "By …" themselves.
    void lines(int begin, int end)
    {
        for (int index = begin; index < end; ++index) {
            const auto &item = m_tree.at(index);
            if (!m_tree.isShort(index, longestByline) || isElsewhere(item.left)
                || (item.tag != Tag::Text && !isBlock(item.tag) && item.tag != Tag::Inline))
                continue;
            const auto line = m_tree.textOf(index);
            auto names = text::bylineNames(line);
            if (names.isEmpty() && index > m_top.heading)
                names = namesBesideDate(line);
            for (const auto &name : std::as_const(names)) {
                if (isNameLike(name))
                    addName(name, {});
            }
            if (!m_found.isEmpty())
                return;
        }
    }

    // A name on a line of its own under the headline, with the date close to it.
    void alone()
    {
        constexpr int closeBy = 14; // Items.
        if (m_top.heading < 0)
            return;
        int date = -2 * closeBy;
        int named = -2 * closeBy;
        QString name;
        for (int index = m_tree.after(m_top.heading); index < m_top.end; ++index) {
            const auto &item = m_tree.at(index);
            if (item.tag != Tag::Text || item.letters < 4 || item.letters > limits::nameLength)
                continue;
            const auto line = text::simplified(item.text);
            if (text::isDateLine(line))
                date = index;
            else if (name.isEmpty() && isPersonLike(line) && line.count(u' ') <= 3
                     && beginsWithGivenName(line) && !isOtherRole(index)) {
                name = line;
                named = index;
            }
            if (!name.isEmpty() && std::abs(named - date) <= closeBy) {
                addName(name, {});
                return;
            }
        }
    }

    const PageTree &m_tree;
    const TopOfStory &m_top;
    const Outlet &m_outlet;
    Names m_names = Names::People;
    QList<Author> m_found;
};

} // namespace

QList<Author> shownAuthors(const PageTree &tree, const TopOfStory &top, const Outlet &outlet)
{
    return Search(tree, top, outlet).run();
}

} // namespace extraction
