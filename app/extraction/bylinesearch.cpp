#include "extraction/bylinesearch.h"

#include "extraction/givennames.h"
#include "extraction/limits.h"
#include "text/bylinewords.h"
#include "text/credits.h"
#include "text/dates.h"
#include "text/folding.h"
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

// "…/author/jane-doe", "…/autoren/…": the page of somebody who writes.
bool isAuthorAddress(const QString &address)
{
    static const QRegularExpression page(
        u"/(?:authors?|autor(?:en|es|as?|i)?|auteurs?|autrices?|writers?|contributors?|"
        u"journalists?|journalistes?|redakteure?|reporters?|columnists?|byline|blogger)"
        u"[/=]+[^/?#]+/?(?:$|[?#])"_s,
        QRegularExpression::CaseInsensitiveOption);
    return address.size() < 400 && page.match(address).hasMatch();
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

bool isJoiner(const QString &part)
{
    static const QRegularExpression joiner(
        u"^\\s*(?:[,;&+/|·]|and|und|et|y|e|og|och|en|и)?\\s*$"_s);
    return joiner.match(part).hasMatch();
}

bool endsJoined(const QString &part)
{
    static const QRegularExpression ending(u"(?:,|;|&|\\s(?:and|und|et|y|och|og|en|и))\\s*$"_s);
    return ending.match(part).hasMatch();
}

// "By", "Written by:", "Von".
bool isLeadOnly(const QString &part)
{
    auto bare = part;
    while (!bare.isEmpty() && (bare.back() == u':' || bare.back().isSpace()))
        bare.chop(1);
    return text::leadOf(text::folded(bare)) != text::Lead::None;
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
        return m_found;
    }

private:
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
        if (isOutletName(name, m_outlet))
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
            const auto names = namesOf(m_tree.textOf(link), certain);
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
        static const QRegularExpression role(
            u"(?:review|edit|check|translat|photo|illustrat|verif|fact|approv|geprüft|übersetz|"
            u"foto|bearbeit|relu|revis|traduc|updated)\\w*(?:\\s+\\w+)?\\s*"
            u"(?:by|von|par|por|:)?\\s*:?\\s*$"_s,
            QRegularExpression::CaseInsensitiveOption
                | QRegularExpression::UseUnicodePropertiesOption);
        for (int before = index - 1; before >= 0 && before > index - 8; --before) {
            const auto &item = m_tree.at(before);
            if (item.tag == Tag::Text && !text::simplified(item.text).isEmpty())
                return role.match(item.text.right(60)).hasMatch();
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
            const auto names = namesOf(part, announced);
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

    // The names in a line; a word alone in lower case is one only where that is certain.
    [[nodiscard]] static QStringList namesOf(const QString &written, bool certain)
    {
        static const QRegularExpression lead(
            u"^(?:(?:posted|published|updated|written|created|submitted|view|see|more|all|recipe|"
            u"article|guest|veröffentlicht|erstellt|publiziert|geschrieben|verfasst|zeige|alle|"
            u"beiträge|publié|écrit|rédigé|voir|publicado|escrito|pubblicato|scritto|interview|"
            u"opublikowane)\\b[^.!?]{0,60}?\\s)?(?:by:?|von|vom|par|por|da|door|przez)\\s+|^by(?="
            u"\\p{Lu})|"
            u"^(?:interview|guest author|gastautor|gastbeitrag)\\s*:?\\s+"_s,
            QRegularExpression::CaseInsensitiveOption
                | QRegularExpression::UseUnicodePropertiesOption);
        const auto match = lead.match(written);
        const auto part = match.hasMatch() ? written.mid(match.capturedEnd()) : written;
        auto names = match.hasMatch() ? text::bylineNames(part, text::BylineKind::Certain)
                                      : text::bylineNames(part);
        if (names.isEmpty()) {
            if (part.size() > limits::nameLength || text::isDateLine(part))
                return {};
            names = statedNames(part);
        }
        const auto alone = certain && names.size() == 1 && !names.first().contains(u' ');
        names.erase(std::remove_if(names.begin(), names.end(),
                                   [&](const QString &name) {
                                       return !isNameLike(
                                           alone ? name.left(1).toUpper() + name.mid(1) : name);
                                   }),
                    names.end());
        return names;
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
                names = besideDate(line);
            for (const auto &name : std::as_const(names)) {
                if (isNameLike(name))
                    addName(name, {});
            }
            if (!m_found.isEmpty())
                return;
        }
    }

    // "Jane Doe | Senior Writer | 2 July 2025", "11.12.2019 - Jane Doe".
    [[nodiscard]] static QStringList besideDate(const QString &line)
    {
        static const QRegularExpression separator(u"\\s+[|•·–—-]\\s+|\\s*[|•]\\s*"_s);
        const auto parts = line.split(separator, Qt::SkipEmptyParts);
        if (parts.size() < 2 || parts.size() > 5
            || std::none_of(parts.begin(), parts.end(),
                            [](const QString &part) { return text::isDateLine(part); }))
            return {};
        for (const auto &part : parts) {
            const auto names = namesOf(part, false);
            if (!names.isEmpty()
                && std::all_of(names.begin(), names.end(),
                               [](const QString &name) { return isPersonLike(name); }))
                return names;
        }
        return {};
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
    QList<Author> m_found;
};

} // namespace

QList<Author> shownAuthors(const PageTree &tree, const TopOfStory &top, const Outlet &outlet)
{
    return Search(tree, top, outlet).run();
}

} // namespace extraction
