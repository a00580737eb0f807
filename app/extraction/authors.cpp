#include "extraction/authors.h"

#include "extraction/limits.h"
#include "text/credits.h"
#include "text/whitespace.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace extraction {

namespace {

constexpr int longestByline = 250;

bool isAddress(const QString &text)
{
    return text.contains("://"_L1) || text.startsWith("www."_L1) || text.startsWith(u'@');
}

// Account names of content systems stand where an author's should.
bool isNobody(const QString &name)
{
    static const QStringList nobody{u"admin"_s,   u"administrator"_s, u"root"_s,      u"editor"_s,
                                    u"author"_s,  u"webmaster"_s,     u"user"_s,      u"guest"_s,
                                    u"unknown"_s, u"anonymous"_s,     u"redaktion"_s, u"none"_s,
                                    u"null"_s,    u"undefined"_s,     u"n/a"_s};
    return name.isEmpty() || name.size() > limits::nameLength || nobody.contains(name.toLower());
}

bool looksLikeName(const QString &text)
{
    // Chinese, Japanese and Korean names are written without a space.
    if (text.size() >= 2 && text.size() <= 6
        && std::all_of(text.begin(), text.end(), [](QChar letter) {
               return letter.unicode() >= 0x2E80 && letter.isLetter();
           }))
        return true;
    const auto words = text.split(u' ', Qt::SkipEmptyParts);
    if (words.size() < 2 || words.size() > 5)
        return false;
    return words.first().front().isUpper() && words.last().front().isLetter()
        && std::none_of(text.begin(), text.end(), [](QChar letter) { return letter.isDigit(); });
}

// "A, B and C" as names; what follows a name behind a comma may also be its degrees and its post.
QStringList statedNames(const QString &written)
{
    static const QRegularExpression certain(
        u"\\s*[;|\\n]\\s*|\\s+(?:and|und|et|y|e|og|och|en|и|&|/)\\s+"_s);
    QStringList names;
    for (const auto &part : written.split(certain, Qt::SkipEmptyParts)) {
        const auto pieces = part.split(u',', Qt::SkipEmptyParts);
        bool first = true;
        for (const auto &piece : pieces) {
            const auto name = piece.trimmed();
            if (!name.isEmpty() && (first || looksLikeName(name)))
                names.append(name);
            first = false;
        }
    }
    return names;
}

class Collector
{
public:
    explicit Collector(QString site)
        : m_site(std::move(site))
    {
    }

    // Adds the names in a field that holds nothing else.
    void addStated(const QString &written, const QUrl &url = {})
    {
        const auto simple = text::simplified(written);
        if (simple.isEmpty() || isAddress(simple) || simple.size() > longestByline * 2)
            return;
        const auto parts = statedNames(simple);
        for (const auto &part : parts) {
            const auto names = text::bylineNames(part, text::BylineKind::Certain);
            const auto own = parts.size() == 1 && names.size() <= 1 ? url : QUrl();
            for (const auto &name : names.isEmpty() ? QStringList{part} : names)
                addName(name, own);
        }
    }

    // The same for metas, where sites also write their own name or address.
    void addUnlessOutlet(const QString &written)
    {
        static const QRegularExpression domain(u"^\\S+\\.[a-z]{2,6}$"_s,
                                               QRegularExpression::CaseInsensitiveOption);
        if (written.compare(m_site, Qt::CaseInsensitive) != 0 && !domain.match(written).hasMatch())
            addStated(written);
    }

    // Adds the names in a text known to name authors; nothing twice.
    void add(const QString &written, const QUrl &url = {})
    {
        if (written.isEmpty() || isAddress(written) || written.size() > longestByline * 2)
            return;
        const auto names = text::bylineNames(written, text::BylineKind::Certain);
        for (const auto &name : names) {
            // A byline in the page's own name is its logo or a link to its front page.
            if (name.compare(m_site, Qt::CaseInsensitive) != 0)
                addName(name, names.size() == 1 ? url : QUrl());
        }
    }

    void addName(const QString &name, const QUrl &url = {})
    {
        const auto bare = text::simplified(name);
        if (isNobody(bare) || m_authors.size() >= limits::authors)
            return;
        for (auto &known : m_authors) {
            if (known.name.compare(bare, Qt::CaseInsensitive) == 0) {
                if (known.url.isEmpty())
                    known.url = url;
                return;
            }
        }
        m_authors.append({.name = bare, .url = url});
    }

    [[nodiscard]] bool empty() const { return m_authors.isEmpty(); }
    [[nodiscard]] const QList<Author> &authors() const { return m_authors; }

private:
    QString m_site;
    QList<Author> m_authors;
};

void fromMetas(const PageHead &head, Collector &found)
{
    for (const auto &name :
         {"citation_author"_L1, "parsely-author"_L1, "sailthru.author"_L1, "author"_L1,
          "article:author_name"_L1, "article:author"_L1, "og:article:author"_L1, "byl"_L1,
          "dc.creator"_L1, "dcterms.creator"_L1, "dc.creator.author"_L1, "cxenseparse:author"_L1,
          "dcsext.author"_L1, "authors"_L1, "rbauthors"_L1, "twitter:data1"_L1}) {
        if (name == "twitter:data1"_L1
            && !head.meta({"twitter:label1"_L1}).contains("by"_L1, Qt::CaseInsensitive))
            continue;
        for (const auto &value : head.metas.value(name))
            found.addUnlessOutlet(value);
        if (!found.empty())
            return;
    }
}

bool isElsewhere(Left left)
{
    return left == Left::Comments || left == Left::Related || left == Left::Sidebar
        || left == Left::Ignored || left == Left::Navigation;
}

class Search
{
public:
    Search(const PageTree &tree, const TopOfStory &top, Collector &found)
        : m_tree(tree)
        , m_top(top)
        , m_found(found)
    {
    }

    void run()
    {
        microdata();
        if (m_found.empty())
            links(m_top.begin, m_top.end);
        if (m_found.empty())
            marked(m_top.begin, m_top.end);
        if (m_found.empty())
            lines();
        if (m_found.empty())
            links(m_top.end, m_tree.size());
    }

private:
    void microdata()
    {
        for (int index = 0; index < m_tree.size();) {
            const auto &item = m_tree.at(index);
            if (isElsewhere(item.left)) {
                index = item.end;
                continue;
            }
            ++index;
            if (item.tag == Tag::Text || !item.evidence.testFlag(Hint::Byline)
                || !item.node.attribute("itemprop").contains("author"_L1))
                continue;
            m_found.add(nameIn(index - 1), addressIn(index - 1));
        }
    }

    // Inside an element for a person, the name is marked again.
    [[nodiscard]] QString nameIn(int index) const
    {
        for (int i = index; i < m_tree.after(index); ++i) {
            const auto &item = m_tree.at(i);
            if (item.tag != Tag::Text && item.node.attribute("itemprop") == "name"_L1) {
                const auto content = item.node.attribute("content");
                return content.isEmpty() ? m_tree.textOf(i) : content;
            }
        }
        const auto content = m_tree.at(index).node.attribute("content");
        if (!content.isEmpty())
            return content;
        return m_tree.isShort(index, longestByline) ? m_tree.textOf(index) : QString();
    }

    [[nodiscard]] QUrl addressIn(int index) const
    {
        for (int i = index; i < m_tree.after(index); ++i) {
            if (m_tree.at(i).tag == Tag::Link)
                return QUrl(m_tree.at(i).node.attribute("href").trimmed());
        }
        return {};
    }

    void links(int begin, int end)
    {
        for (int index = begin; index < end; ++index) {
            const auto &item = m_tree.at(index);
            if (item.tag == Tag::Link && m_tree.isShort(index, limits::nameLength)
                && item.node.attribute("rel").contains("author"_L1) && !isElsewhere(item.left)) {
                m_found.add(m_tree.textOf(index), QUrl(item.node.attribute("href").trimmed()));
            }
        }
    }

    void marked(int begin, int end)
    {
        for (int index = begin; index < end;) {
            const auto &item = m_tree.at(index);
            const auto isByline = item.evidence.testFlag(Hint::Byline)
                && !item.evidence.testFlag(Hint::Avatar) && item.tag != Tag::Image
                && m_tree.isShort(index, longestByline) && !isElsewhere(item.left);
            if (!isByline) {
                ++index;
                continue;
            }
            m_found.add(m_tree.textOf(index));
            if (!m_found.empty())
                return;
            ++index;
        }
    }

    // Lines that say "By …" themselves.
    void lines()
    {
        for (int index = std::max(m_top.heading, m_top.begin); index < m_top.end; ++index) {
            const auto &item = m_tree.at(index);
            if (!m_tree.isShort(index, longestByline) || isElsewhere(item.left)
                || (item.tag != Tag::Text && !isBlock(item.tag) && item.tag != Tag::Inline))
                continue;
            const auto names = text::bylineNames(m_tree.textOf(index));
            for (const auto &name : names)
                m_found.addName(name);
            if (!m_found.empty())
                return;
        }
    }

    const PageTree &m_tree;
    const TopOfStory &m_top;
    Collector &m_found;
};

} // namespace

QList<Author> storyAuthors(const PageTree &tree, const PageHead &head, const StructuredData &data,
                           const TopOfStory &top, const QString &site)
{
    Collector found(site);
    for (const auto &author : data.authors)
        found.addStated(author.name, author.url);
    if (found.empty())
        fromMetas(head, found);
    if (found.empty())
        Search(tree, top, found).run();
    return found.authors();
}

} // namespace extraction
