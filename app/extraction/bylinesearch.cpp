#include "extraction/bylinesearch.h"

#include "extraction/bylineparts.h"
#include "extraction/bylineplaces.h"
#include "extraction/bylinetext.h"
#include "extraction/givennames.h"
#include "extraction/limits.h"
#include "extraction/lonename.h"
#include "text/bylinewords.h"
#include "text/credits.h"
#include "text/dates.h"
#include "text/folding.h"
#include "text/whitespace.h"

#include <algorithm>
#include <initializer_list>

using namespace Qt::StringLiterals;

namespace extraction {

namespace {

constexpr int longestByline = 250;
// Items behind the first paragraph, which may be a standfirst, among which a byline may stand.
constexpr int behindStandfirst = 40;

// A box about the writer, with a few sentences.
constexpr int longestBox = 1500;

// A part of the page in which names are looked for.
struct Part
{
    int begin = 0;
    int end = 0;
};

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
        const auto near = std::min(m_top.end + behindStandfirst, m_tree.size());
        const Part under{.begin = std::max(m_top.heading, m_top.begin), .end = near};
        const Part above{.begin = m_top.begin, .end = under.begin};
        const Part below{.begin = near, .end = m_tree.size()};
        // Bylines stand under headlines more often than above; what is above may be another
        // story's.
        find({{&Search::microdata, under},
              {&Search::microdata, {.begin = 0, .end = under.begin}},
              {&Search::links, under},
              {&Search::marked, under},
              {&Search::lines, under},
              {&Search::alone, under},
              {&Search::links, above},
              {&Search::marked, above},
              {&Search::lines, above},
              {&Search::microdata, below},
              {&Search::links, below},
              {&Search::marked, below}});
        if (!m_found.isEmpty() || m_top.heading < 0)
            return m_found;
        // "By Example Gazette": said so, and nobody else is named.
        m_names = Names::All;
        find({{&Search::lines, under}, {&Search::links, under}, {&Search::marked, under}});
        return m_found;
    }

private:
    enum class Names { People, All };
    enum class Trust { Names, Persons };

    struct Stage
    {
        void (Search::*look)(Part);
        Part part;
    };

    void find(std::initializer_list<Stage> stages)
    {
        for (const auto &stage : stages) {
            (this->*stage.look)(stage.part);
            if (!m_found.isEmpty())
                return;
        }
    }

    // The items of a part, without what stands elsewhere on the page, until `visit` is content.
    template<typename Visit>
    void eachItem(Part part, Visit visit)
    {
        for (int index = part.begin; index < part.end;) {
            if (isSkipped(index)) {
                index = std::max(m_tree.after(index), index + 1);
                continue;
            }
            if (visit(index))
                return;
            ++index;
        }
    }

    [[nodiscard]] bool isSkipped(int index) const
    {
        const auto left = m_tree.at(index).left;
        if (!isElsewhere(left) || (m_top.heading >= 0 && m_tree.contains(index, m_top.heading)))
            return false;
        // Between the headline and the first paragraph, class names that speak of teasers and side
        // columns mislead.
        const auto misleads = left == Left::Related || left == Left::Sidebar;
        return !misleads || m_top.heading < 0 || index < m_top.heading || index >= m_top.end;
    }

    [[nodiscard]] bool accepts(const QString &name) const
    {
        if (isNobody(name))
            return false;
        // A byline in the page's own name is its logo or a link to its front page.
        const auto outlet = isOutletName(name, m_outlet);
        if (m_names == Names::People)
            return !outlet && !isCompanyName(name);
        // "hillgazette" is an account of its system.
        return !outlet || name != name.toLower();
    }

    void addName(const QString &name, const QUrl &url)
    {
        if (!accepts(name) || m_found.size() >= limits::authors)
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

    void microdata(Part part)
    {
        eachItem(part, [&](int index) {
            const auto &item = m_tree.at(index);
            if (item.tag != Tag::Text && item.evidence.testFlag(Hint::Byline)
                && item.node.attribute("itemprop").contains("author"_L1))
                addMicrodata(index);
            return false;
        });
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
            // What only machines read may be an account.
            name = content.isEmpty() ? m_tree.textOf(i) : isAccount(content) ? QString() : content;
            break;
        }
        const auto url = addressIn(m_tree, index);
        if (name.isEmpty()) {
            if (m_tree.isShort(index, longestByline))
                addParts(index, m_tree.after(index));
            return;
        }
        const auto names = statedNames(name);
        for (const auto &one : names)
            addName(one, names.size() == 1 ? url : QUrl());
    }

    // Links to authors' pages with nothing but "and" between them.
    void links(Part part)
    {
        int last = -1;
        eachItem(part, [&](int index) {
            const auto &item = m_tree.at(index);
            if (item.tag != Tag::Link || !m_tree.isShort(index, limits::nameLength))
                return false;
            const auto address = item.node.attribute("href").trimmed();
            const auto certain = item.node.attribute("rel").contains("author"_L1);
            if ((!certain && !isAuthorAddress(address)) || isOtherRole(index) || isPictures(index))
                return false;
            if (last >= 0 && !isJoiner(textBetween(last, index)))
                return true;
            const auto names = shownNames(m_tree.textOf(index), certain);
            for (const auto &name : names)
                addName(name, names.size() == 1 ? QUrl(address) : QUrl());
            if (!m_found.isEmpty())
                last = m_tree.after(index);
            return false;
        });
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
        return announcesOtherRole(textBefore(m_tree, index));
    }

    // The name of a photographer, unless it is said to be the writer's.
    [[nodiscard]] bool isPictures(int index) const
    {
        return isAboutPicture(m_tree, index) && !announces(textBefore(m_tree, index));
    }

    // Elements whose class names the writer.
    void marked(Part part)
    {
        eachItem(part, [&](int index) {
            const auto &item = m_tree.at(index);
            if (item.letters < 2 || item.tag == Tag::Image || item.tag == Tag::Text
                || item.evidence.testFlag(Hint::Avatar)
                || (!item.evidence.testFlag(Hint::Byline) && !saysAuthor(item))
                || m_tree.enclosing(index, Tag::Quote) >= 0 || isOtherRole(index)
                || isPictures(index))
                return false;
            if (m_tree.isShort(index, longestByline) && !describesAuthor(item))
                addParts(index, m_tree.after(index));
            else if (m_tree.isShort(index, longestBox))
                addFirst(index);
            return !m_found.isEmpty();
        });
    }

    // A box about the writer begins with the name.
    void addFirst(int box)
    {
        for (int index = box; index < m_tree.after(box); ++index) {
            const auto &item = m_tree.at(index);
            const auto line = item.tag == Tag::Text ? text::simplified(item.text) : QString();
            if (line.isEmpty())
                continue;
            const auto above = m_tree.at(item.parent).tag;
            const auto stressed
                = above == Tag::Heading || above == Tag::Link || above == Tag::Format;
            if (line.size() <= limits::nameLength && isPersonLike(line) && line.count(u' ') < 4
                && (stressed || beginsWithGivenName(line)))
                addName(line, {});
            return;
        }
    }

    void addParts(int begin, int end, Trust trust = Trust::Names)
    {
        const auto accepted = [this, trust](const QString &name) {
            return accepts(name) && (trust == Trust::Names || name.contains(u' '));
        };
        const auto found = BylineParts(m_tree, accepted).read(begin, end);
        for (const auto &author : found)
            addName(author.name, author.url);
    }

    // Lines that say "By …" themselves, or whose neighbour does.
    void lines(Part part)
    {
        eachItem(part, [&](int index) {
            const auto &item = m_tree.at(index);
            if (!m_tree.isShort(index, longestByline)
                || (item.tag != Tag::Text && !isBlock(item.tag) && item.tag != Tag::Inline))
                return false;
            const auto line = m_tree.textOf(index);
            const auto around = lineAround(index);
            if (around < 0)
                return false;
            if (item.tag == Tag::Text && announces(line)) {
                // "von" and "de" stand before many other things.
                const auto doubtful = text::leadOf(text::folded(line)) == text::Lead::Preposition;
                addParts(index, m_tree.after(around), doubtful ? Trust::Persons : Trust::Names);
                return !m_found.isEmpty();
            }
            auto names = text::bylineNames(line);
            if (names.isEmpty())
                names = namesBesideDate(line);
            for (const auto &name : std::as_const(names)) {
                if (isNameLike(name))
                    addName(withFamilyName(name, line), {});
            }
            return !m_found.isEmpty();
        });
    }

    // The outermost element around a text that is no longer than a byline; -1 inside a sentence.
    [[nodiscard]] int lineAround(int index) const
    {
        int found = -1;
        int outermost = index;
        for (int above = index; above >= 0 && m_tree.isShort(above, longestByline);
             above = m_tree.at(above).parent) {
            outermost = above;
            if (isBlock(m_tree.at(above).tag))
                found = above;
        }
        return found < 0 && isBetweenBreaks(m_tree, outermost) ? outermost : found;
    }

    void alone(Part part)
    {
        const auto name = loneName(m_tree, m_top, part.end);
        if (!name.isEmpty())
            addName(name, {});
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
