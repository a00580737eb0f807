#include "extraction/authors.h"

#include "extraction/bylinesearch.h"
#include "extraction/limits.h"
#include "text/whitespace.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace extraction {

namespace {

using Authors = QList<Author>;

void addOnce(Authors &authors, const Author &author)
{
    if (isNobody(author.name) || authors.size() >= limits::authors)
        return;
    for (auto &known : authors) {
        if (known.name.compare(author.name, Qt::CaseInsensitive) == 0) {
            if (known.url.isEmpty())
                known.url = author.url;
            return;
        }
    }
    authors.append(author);
}

Authors fromStructured(const StructuredData &data)
{
    Authors found;
    for (const auto &author : data.authors) {
        if (data.organisations.contains(author.name)) {
            addOnce(found, author);
            continue;
        }
        const auto names = statedNames(author.name);
        for (const auto &name : names)
            addOnce(found, {.name = name, .url = names.size() == 1 ? author.url : QUrl()});
    }
    return found;
}

bool announcesWriter(const QString &label)
{
    static const QStringList words{u"by"_s,    u"von"_s,    u"par"_s,    u"por"_s,  u"da"_s,
                                   u"di"_s,    u"door"_s,   u"av"_s,     u"af"_s,   u"автор"_s,
                                   u"autor"_s, u"author"_s, u"auteur"_s, u"przez"_s};
    const auto all = label.toLower().split(u' ', Qt::SkipEmptyParts);
    return std::any_of(all.begin(), all.end(),
                       [](const QString &word) { return words.contains(word); });
}

// Libraries write "Vole, Ada".
QString inSpokenOrder(QLatin1StringView family, const QString &value)
{
    const auto parts = value.split(u',');
    const auto catalogued = family.startsWith("dc"_L1) || family.startsWith("citation"_L1);
    if (!catalogued || parts.size() != 2 || parts.first().trimmed().contains(u' '))
        return value;
    return parts.last().trimmed() + u' ' + parts.first().trimmed();
}

// What each family of metas names, the most trusted first.
QList<Authors> fromMetas(const PageHead &head)
{
    QList<Authors> families;
    for (const auto &family :
         {"citation_author"_L1, "parsely-author"_L1, "sailthru.author"_L1, "author"_L1,
          "article:author_name"_L1, "article_author"_L1, "shareaholic:article_author_name"_L1,
          "article:author"_L1, "og:article:author"_L1, "byl"_L1, "dc.creator"_L1,
          "dcterms.creator"_L1, "dc.creator.author"_L1, "cxenseparse:author"_L1, "dcsext.author"_L1,
          "authors"_L1, "rbauthors"_L1, "twitter:data1"_L1}) {
        if (family == "twitter:data1"_L1 && !announcesWriter(head.meta({"twitter:label1"_L1})))
            continue;
        Authors found;
        for (const auto &value : head.metas.value(family)) {
            for (const auto &name : statedNames(inSpokenOrder(family, value)))
                addOnce(found, {.name = name});
        }
        if (!found.isEmpty())
            families.append(found);
    }
    return families;
}

// "Dr Ada Vole" is Ada Vole.
QString withoutTitles(const QString &name)
{
    static const QRegularExpression titles(
        u"^(?:(?:dr|prof|professor|sir|dame|mag|dipl|ing|mr|mrs|ms)\\.?(?:-ing\\.?)?\\s+)+"_s,
        QRegularExpression::CaseInsensitiveOption);
    return QString(name).remove(titles);
}

bool names(const Authors &authors, const QString &name)
{
    const auto bare = withoutTitles(name);
    return std::any_of(authors.begin(), authors.end(), [&](const Author &author) {
        return withoutTitles(author.name).compare(bare, Qt::CaseInsensitive) == 0;
    });
}

// All of `fewer` are among `more`.
bool includes(const Authors &more, const Authors &fewer)
{
    return std::all_of(fewer.begin(), fewer.end(),
                       [&](const Author &author) { return names(more, author.name); });
}

class Decision
{
public:
    Decision(const PageTree &tree, const Outlet &outlet)
        : m_tree(tree)
        , m_outlet(outlet)
    {
    }

    // Without the outlet and what nobody is called.
    [[nodiscard]] Authors people(Authors stated) const
    {
        stated.erase(std::remove_if(stated.begin(), stated.end(),
                                    [&](const Author &author) {
                                        return isOutletName(author.name, m_outlet)
                                            || isCompanyName(author.name) || isAccount(author.name);
                                    }),
                     stated.end());
        return stated;
    }

    [[nodiscard]] Authors choose(const QList<Authors> &stated, const Authors &shown) const
    {
        Authors best;
        for (const auto &family : stated) {
            const auto found = people(family);
            if (best.isEmpty() || (found.size() > best.size() && includes(found, best)))
                best = found;
        }
        if (best.isEmpty())
            return unnamed(stated, shown);
        const auto seen = people(shown);
        if (seen.isEmpty() && !shown.isEmpty() && !isShown(best))
            return shown;
        const auto persons = std::all_of(seen.begin(), seen.end(), [](const Author &author) {
            return isPersonLike(author.name);
        });
        if (persons && seen.size() > best.size() && includes(seen, best))
            return seen;
        if (!seen.isEmpty() && persons && (!isShown(best) || isShortFor(best, seen)))
            return seen;
        return best;
    }

private:
    // No person is stated.
    [[nodiscard]] Authors unnamed(const QList<Authors> &stated, const Authors &shown) const
    {
        if (!shown.isEmpty())
            return shown;
        const auto found = accounts(stated);
        return found.isEmpty() ? agreed(stated) : found;
    }

    // The outlet itself, where JSON-LD and metas both say that it wrote the story.
    [[nodiscard]] Authors agreed(const QList<Authors> &stated) const
    {
        if (stated.size() < 2 || stated.first().size() != 1 || stated.at(1).size() != 1)
            return {};
        const auto &author = stated.first().first();
        const auto same = names(stated.at(1), author.name);
        return same && !isAccount(author.name) ? Authors{author} : Authors();
    }

    // "Ada", where the byline says "Ada Vole".
    [[nodiscard]] static bool isShortFor(const Authors &stated, const Authors &shown)
    {
        return stated.size() == 1 && shown.size() == 1
            && shown.first().name.startsWith(stated.first().name + u' ', Qt::CaseInsensitive);
    }

    // Accounts that the page shows as well.
    [[nodiscard]] Authors accounts(const QList<Authors> &stated) const
    {
        for (const auto &family : stated) {
            Authors found;
            for (const auto &author : family) {
                if (!isOutletName(author.name, m_outlet) && !isCompanyName(author.name))
                    found.append(author);
            }
            if (!found.isEmpty() && isShown(found))
                return found;
        }
        return {};
    }

    // The page's text holds one of these names where readers see it.
    [[nodiscard]] bool isShown(const Authors &authors) const
    {
        for (int index = 0; index < m_tree.size();) {
            const auto &item = m_tree.at(index);
            if (item.left == Left::Hidden || item.left == Left::Comments) {
                index = std::max(item.end, index + 1);
                continue;
            }
            ++index;
            if (item.tag != Tag::Text)
                continue;
            const auto found
                = std::any_of(authors.begin(), authors.end(), [&](const Author &author) {
                      return item.text.contains(author.name, Qt::CaseInsensitive);
                  });
            if (found)
                return true;
        }
        return false;
    }

    const PageTree &m_tree;
    const Outlet &m_outlet;
};

} // namespace

QList<Author> storyAuthors(const PageTree &tree, const PageHead &head, const StructuredData &data,
                           const TopOfStory &top, const Outlet &outlet)
{
    QList<Authors> stated{fromStructured(data)};
    stated += fromMetas(head);
    const auto shown = shownAuthors(tree, top, outlet);
    auto chosen = Decision(tree, outlet).choose(stated, shown);
    for (auto &author : chosen) {
        for (const auto &other : shown) {
            if (author.url.isEmpty() && other.name.compare(author.name, Qt::CaseInsensitive) == 0)
                author.url = other.url;
        }
    }
    return chosen;
}

} // namespace extraction
