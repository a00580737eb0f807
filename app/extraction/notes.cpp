#include "extraction/notes.h"

#include "extraction/limits.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace extraction {

namespace {

constexpr int longestSign = 12;
constexpr int longestWayBack = 30;
constexpr int longestNote = 4000;

struct Note
{
    int block = -1;
    int place = -1; // What the reference leads to.
    QString sign = {}; // What it is referred to with, at first: "1".
    QList<int> references = {};
    QList<int> back = {}; // Links.
};

struct Found
{
    QList<Note> notes = {}; // As they stand.
    QList<std::pair<qsizetype, qsizetype>> lists = {}; // From and behind: those that make a list.
};

// "1", "[12]", "*", "b", "[note 3]".
bool isSign(const QString &text)
{
    static const QRegularExpression sign(
        uR"(^[[(]?(?:(?:note|nb|fn|n)\.?\s?)?(?:\d{1,3}|[*\x{2020}\x{2021}\x{a7}\x{b6}]{1,3}|[a-z]|[ivxl]{1,6})[\])]?$)"_s,
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
    return sign.match(text.trimmed()).hasMatch();
}

int numberIn(QString sign)
{
    sign.remove(u'[').remove(u']').remove(u'(').remove(u')');
    return sign.trimmed().toInt();
}

bool hasWords(const QString &text)
{
    return std::ranges::any_of(text, [](QChar letter) { return letter.isLetterOrNumber(); });
}

class Search
{
public:
    Search(const PageTree &tree, ItemRange range, const QUrl &page)
        : m_tree(tree)
        , m_range(range)
        , m_page(page)
    {
    }

    Found run()
    {
        collectLinks();
        if (m_links.isEmpty())
            return {};
        collectPlaces();
        collectNotes();
        Found found;
        for (auto &note : m_notes) {
            findWaysBack(note);
            if (!note.back.isEmpty())
                found.notes.append(note);
        }
        std::ranges::sort(found.notes, {}, &Note::block);
        findLists(found);
        return found;
    }

private:
    void collectLinks()
    {
        for (int index = m_range.begin; index < m_range.end; ++index) {
            const auto &item = m_tree.at(index);
            if (item.tag != Tag::Link || !item.node.hasAttribute("href"))
                continue;
            const auto href = item.node.attribute("href").trimmed();
            if (!href.contains(u'#'))
                continue;
            if (const auto name = html::anchorName(href, m_page); !name.isEmpty()) {
                m_links.append({index, name});
                m_wanted.insert(name);
            }
        }
    }

    void collectPlaces()
    {
        for (int index = m_range.begin; index < m_range.end; ++index) {
            const auto &item = m_tree.at(index);
            if (item.tag == Tag::Text || !item.node.hasAttributes())
                continue;
            const auto name = html::anchorName(item.node);
            if (!name.isEmpty() && m_wanted.contains(name) && !m_places.contains(name))
                m_places.insert(name, index);
        }
    }

    void collectNotes()
    {
        QHash<int, qsizetype> known;
        for (const auto &[link, name] : std::as_const(m_links)) {
            const auto place = m_places.value(name, -1);
            const auto text = place > link && m_tree.at(link).letters <= longestSign
                ? m_tree.textOf(link)
                : QString();
            const auto block = isSign(text) ? blockOf(place) : -1;
            if (block < 0 || m_tree.contains(block, link) || m_tree.at(block).letters > longestNote)
                continue;
            if (!known.contains(block)) {
                known.insert(block, m_notes.size());
                m_notes.append({.block = block, .place = place, .sign = text});
            }
            m_notes[known.value(block)].references.append(link);
        }
    }

    // The whole item of a list of notes, or else the innermost block.
    [[nodiscard]] int blockOf(int place) const
    {
        constexpr int nearest = 4;
        auto block = -1;
        auto above = place;
        for (int step = 0; step < nearest && above > 0; ++step) {
            const auto tag = m_tree.at(above).tag;
            if (tag == Tag::ListItem || tag == Tag::DefinitionTerm)
                return above;
            if (block < 0 && isBlock(tag))
                block = above;
            above = m_tree.at(above).parent;
        }
        return block;
    }

    void findWaysBack(Note &note) const
    {
        const auto end = m_tree.after(note.block);
        const auto first = std::ranges::lower_bound(m_links, note.block, {}, &Link::index);
        for (auto link = first; link != m_links.end() && link->index < end; ++link) {
            const auto place = m_places.value(link->name, -1);
            const auto back = place >= 0 && m_tree.at(link->index).letters <= longestWayBack
                && std::ranges::any_of(note.references,
                                       [&](int reference) { return isAt(place, reference); });
            if (back)
                note.back.append(link->index);
        }
    }

    // The place is the reference, stands just before it, or is the line that it stands in.
    [[nodiscard]] bool isAt(int place, int reference) const
    {
        constexpr int near = 2;
        if (std::abs(place - reference) <= near || m_tree.contains(reference, place))
            return true;
        const auto tag = m_tree.at(place).tag;
        const auto isLine = !isBlock(tag) || tag == Tag::Paragraph || tag == Tag::ListItem;
        return isLine && m_tree.contains(place, reference);
    }

    // Blocks that follow each other and are numbered from 1.
    void findLists(Found &found) const
    {
        const auto &notes = found.notes;
        for (qsizetype begin = 0; begin < notes.size(); ++begin) {
            if (!mayBeItem(notes.at(begin)) || numberIn(notes.at(begin).sign) != 1)
                continue;
            auto end = begin + 1;
            while (end < notes.size() && mayBeItem(notes.at(end))
                   && numberIn(notes.at(end).sign) == int(end - begin) + 1
                   && follows(notes.at(end).block, notes.at(end - 1).block))
                ++end;
            found.lists.append({begin, end});
            begin = end - 1;
        }
    }

    [[nodiscard]] bool mayBeItem(const Note &note) const
    {
        const auto tag = m_tree.at(note.block).tag;
        return tag == Tag::Block || tag == Tag::Paragraph || tag == Tag::Aside;
    }

    [[nodiscard]] bool follows(int block, int before) const
    {
        if (m_tree.at(block).parent != m_tree.at(before).parent)
            return false;
        for (auto between = m_tree.after(before); between < block; ++between) {
            if (m_tree.at(between).tag != Tag::Text || m_tree.at(between).letters > 0)
                return false;
        }
        return true;
    }

    struct Link
    {
        int index;
        QByteArray name;
    };

    const PageTree &m_tree;
    ItemRange m_range;
    const QUrl &m_page;
    QList<Link> m_links;
    html::AnchorNames m_wanted;
    QHash<QByteArray, int> m_places;
    QList<Note> m_notes;
};

// Signs without words before the first word of a note, as "^" is.
void leaveOutMarks(PageTree &tree, int block)
{
    for (int index = block + 1; index < tree.after(block);) {
        const auto &item = tree.at(index);
        if (item.left != Left::Kept) {
            index = item.end;
            continue;
        }
        if (item.tag == Tag::Text && hasWords(item.text))
            return;
        if (item.tag == Tag::Text && item.letters > 0)
            tree.leaveOut(index, Left::Ignored);
        ++index;
    }
}

// Its list writes its number, or will.
bool isNumbered(const PageTree &tree, const Found &found, qsizetype note)
{
    const auto block = found.notes.at(note).block;
    const auto list = tree.at(block).parent;
    if (tree.at(block).tag == Tag::ListItem && list >= 0 && tree.at(list).node.name() == "ol"_L1)
        return true;
    return std::ranges::any_of(
        found.lists, [note](const auto &some) { return note >= some.first && note < some.second; });
}

} // namespace

StoryNotes storyNotes(const PageTree &tree, ItemRange range, const QUrl &page)
{
    const auto found = Search(tree, range, page).run();
    StoryNotes story;
    for (const auto &note : found.notes) {
        for (const auto reference : note.references)
            story.references.insert(reference);
    }
    for (const auto &[begin, end] : found.lists) {
        story.lists.insert(found.notes.at(begin).block, tree.after(found.notes.at(end - 1).block));
        for (auto at = begin; at < end; ++at) {
            const auto &note = found.notes.at(at);
            if (tree.isLeftOut(note.block))
                continue;
            const auto node = tree.at(note.place).node;
            story.items.insert(note.block, node);
            story.names.insert(html::anchorName(node));
        }
    }
    return story;
}

void leaveOutWaysBack(PageTree &tree, const QUrl &page)
{
    const auto found = Search(tree, {.begin = 0, .end = tree.size()}, page).run();
    for (qsizetype at = 0; at < found.notes.size(); ++at) {
        const auto &note = found.notes.at(at);
        const auto numbered = isNumbered(tree, found, at);
        for (const auto link : note.back) {
            if (numbered || numberIn(tree.textOf(link)) == 0)
                tree.leaveOut(link, Left::Ignored);
        }
        leaveOutMarks(tree, note.block);
    }
}

} // namespace extraction
