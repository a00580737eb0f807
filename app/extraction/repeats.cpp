#include "extraction/repeats.h"

#include "extraction/limits.h"
#include "extraction/saidwords.h"

#include <QHash>
#include <QSet>

#include <optional>
#include <vector>

namespace extraction {

namespace {

// Shorter lines come back for good reasons: the chorus of a song, a label.
constexpr int shortestRepeat = 80;
constexpr int fewestRepeats = 3;
constexpr int shortestQuote = 20;
constexpr int longestQuote = 500;

// The letters and digits alone: a pull quote is set with other marks and other spaces.
QString bare(const QString &text)
{
    QString letters;
    letters.reserve(text.size());
    for (const auto letter : text) {
        if (letter.isLetterOrNumber())
            letters += letter.toCaseFolded();
    }
    return letters;
}

bool mayRepeat(Tag tag)
{
    return tag == Tag::Paragraph || tag == Tag::Block || tag == Tag::ListItem || tag == Tag::Quote
        || tag == Tag::Aside;
}

class Repeats
{
public:
    Repeats(PageTree &tree, int root)
        : m_tree(tree)
        , m_root(root)
        , m_holdsBlocks(size_t(tree.after(root) - root), false)
    {
    }

    void run()
    {
        findLeaves();
        leaveOutParagraphs();
        leaveOutPullQuotes();
    }

private:
    void findLeaves()
    {
        for (int index = m_tree.after(m_root) - 1; index > m_root; --index) {
            const auto &item = m_tree.at(index);
            const auto inner = isBlock(item.tag) && item.letters > 0;
            if (inner || m_holdsBlocks[size_t(index - m_root)])
                m_holdsBlocks[size_t(item.parent - m_root)] = true;
        }
    }

    void leaveOutParagraphs()
    {
        QHash<QString, int> said; // Text → what holds it.
        QSet<QString> twice;
        std::vector<int> again;
        for (int index = m_root + 1; index < m_tree.after(m_root);) {
            const auto &item = m_tree.at(index);
            if (item.left != Left::Kept || item.tag == Tag::Preformatted) {
                index = item.end;
                continue;
            }
            const auto heading = item.tag == Tag::Heading && isDeclared(index);
            if ((!mayRepeat(item.tag) && !heading) || m_holdsBlocks[size_t(index - m_root)]
                || item.letters == 0) {
                ++index;
                continue;
            }
            if (isPullQuote(index)) {
                m_quotes.push_back(index);
            } else {
                const auto text = bare(m_tree.textOf(index, PageTree::Which::Kept));
                // Who repeats a paragraph below itself means it: a refrain.
                const auto before = said.value(text, item.parent);
                if (item.letters >= shortestRepeat && before != item.parent) {
                    again.push_back(index);
                    twice.insert(text);
                } else {
                    said.insert(text, item.parent);
                    m_story += text + u'\n';
                    m_said.push_back(index);
                }
            }
            index = m_tree.after(index);
        }
        // One sentence that comes back is a refrain, several are a part said twice.
        if (twice.size() < fewestRepeats)
            return;
        for (const auto index : again)
            m_tree.leaveOut(index, Left::Repeated);
    }

    [[nodiscard]] bool isPullQuote(int index) const
    {
        const auto letters = m_tree.at(index).letters;
        if (letters < shortestQuote || letters > longestQuote
            || int(m_quotes.size()) >= limits::pullQuotes)
            return false;
        for (int above = index; above > m_root; above = m_tree.at(above).parent) {
            const auto &item = m_tree.at(above);
            if (item.letters > longestQuote)
                return false;
            if (item.tag == Tag::Quote || item.tag == Tag::Aside
                || item.evidence.testFlag(Hint::PullQuote))
                return true;
        }
        return false;
    }

    // It says so itself, or what it stands in does.
    [[nodiscard]] bool isDeclared(int index) const
    {
        for (int above = index; above > m_root; above = m_tree.at(above).parent) {
            const auto &item = m_tree.at(above);
            if (item.letters > longestQuote)
                return false;
            if (item.evidence.testFlag(Hint::PullQuote))
                return true;
        }
        return false;
    }

    // In other words than the story's own it is a quotation from elsewhere.
    [[nodiscard]] bool isSaid(int index)
    {
        const auto text = m_tree.textOf(index, PageTree::Which::Kept);
        const auto letters = bare(text);
        if (letters.isEmpty() || m_story.contains(letters))
            return !letters.isEmpty();
        if (!m_words) {
            QStringList paragraphs;
            for (const auto said : m_said)
                paragraphs.append(m_tree.textOf(said, PageTree::Which::Kept));
            m_words.emplace(paragraphs);
        }
        using Likeness = SaidWords::Likeness;
        return m_words->hold(text, isDeclared(index) ? Likeness::NearlyAll : Likeness::EveryWord);
    }

    void leaveOutPullQuotes()
    {
        for (const auto index : m_quotes) {
            if (!isSaid(index))
                continue;
            // With who said it, which stands below the words.
            int quote = index;
            for (int above = m_tree.at(index).parent; above > m_root;
                 above = m_tree.at(above).parent) {
                const auto &item = m_tree.at(above);
                if (item.letters - m_tree.at(index).letters > shortestRepeat)
                    break;
                if (item.tag == Tag::Quote || item.tag == Tag::Aside
                    || item.evidence.testFlag(Hint::PullQuote))
                    quote = above;
            }
            m_tree.leaveOut(quote, Left::Repeated);
        }
    }

    PageTree &m_tree;
    int m_root;
    std::vector<bool> m_holdsBlocks;
    std::vector<int> m_quotes;
    std::vector<int> m_said; // What m_story holds.
    QString m_story;
    std::optional<SaidWords> m_words; // The same, once they are asked for.
};

} // namespace

void leaveOutRepeats(PageTree &tree, int root)
{
    Repeats(tree, root).run();
}

} // namespace extraction
