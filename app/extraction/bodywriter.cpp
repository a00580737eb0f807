#include "extraction/bodywriter.h"

#include "extraction/drawings.h"
#include "extraction/notes.h"
#include "extraction/openblocks.h"
#include "extraction/storyplaces.h"
#include "extraction/wordspacing.h"
#include "html/anchors.h"
#include "html/mathml.h"
#include "html/safebody.h"
#include "html/svg.h"

#include <vector>

using namespace Qt::StringLiterals;

namespace extraction {

namespace {

class Writer
{
public:
    Writer(const PageTree &tree, const QHash<int, QString> &pieces, const BodyWriting &writing)
        : m_tree(tree)
        , m_pieces(pieces)
        , m_which(writing.which)
        , m_how(writing.how)
        , m_body(m_how)
    {
    }

    SafeHtml write(ItemRange range)
    {
        m_notes = storyNotes(m_tree, range, m_how.base);
        m_how.anchors = storyPlaces(m_tree, range, m_how.base) + m_notes.names;
        for (int index = range.begin; index < range.end;) {
            closeUntil(index);
            const auto &item = m_tree.at(index);
            const auto piece = m_pieces.constFind(index);
            if (piece != m_pieces.cend()) {
                writePiece(withDrawings(*piece, m_tree, index));
                index = item.end;
            } else if (item.tag == Tag::Noscript || writeDrawing(item)
                       || isSkipped(index, range.begin)
                       || (item.tag == Tag::Inline && writeFormula(item))) {
                index = item.end;
            } else {
                open(index);
                ++index;
            }
        }
        closeUntil(m_tree.size() + 1);
        closeImplicit();
        return m_body.take();
    }

private:
    [[nodiscard]] bool isSkipped(int index, int first) const
    {
        const auto left = m_tree.at(index).left;
        if (left == Left::Kept || left == Left::Ignored || m_which == PageTree::Which::Kept)
            return left != Left::Kept;
        return left == Left::Hidden && index != first;
    }

    void open(int index)
    {
        const auto &item = m_tree.at(index);
        if (item.tag == Tag::Text) {
            writeText(item.text);
            return;
        }
        if (item.tag == Tag::Break) {
            lineBreak();
            return;
        }
        if (item.tag == Tag::Rule || isBlock(item.tag)) {
            breakLine();
            if (const auto list = m_notes.lists.constFind(index); list != m_notes.lists.cend())
                m_blocks.push_back({.name = u"ol"_s, .end = *list, .role = Role::Container});
            m_blocks.push_back(m_notes.items.contains(index)
                                   ? noteFor(item.end, m_notes.items.value(index))
                                   : blockFor(m_tree, index, m_blocks));
            if (m_blocks.back().place.isNull())
                m_blocks.back().place = item.node;
            return;
        }
        openInline(index);
    }

    void openInline(int index)
    {
        const auto &item = m_tree.at(index);
        const auto name = item.node.name();
        if (item.tag == Tag::Link) {
            const auto href = item.node.attribute("href").trimmed();
            const auto leadsNowhere = href.startsWith(u'#')
                && !m_how.anchors.contains(html::anchorName(href, m_how.base));
            if (!href.isEmpty() && !leadsNowhere
                && !href.startsWith("javascript:"_L1, Qt::CaseInsensitive)) {
                if (m_notes.references.contains(index) && !isRaised())
                    m_inlines.push_back({.name = u"sup"_s, .end = item.end});
                m_inlines.push_back({.address = href, .end = item.end, .place = item.node});
            }
        } else if (item.tag == Tag::Format) {
            m_inlines.push_back({.name = name, .end = item.end, .place = item.node});
        }
    }

    [[nodiscard]] bool isRaised() const
    {
        return std::ranges::any_of(m_inlines,
                                   [](const OpenInline &open) { return open.name == "sup"_L1; });
    }

    void closeUntil(int index)
    {
        while (true) {
            const auto blockEnd = m_blocks.empty() ? m_tree.size() + 2 : m_blocks.back().end;
            const auto inlineEnd = m_inlines.empty() ? m_tree.size() + 2 : m_inlines.back().end;
            if (inlineEnd <= index && inlineEnd <= blockEnd) {
                closeInline();
            } else if (blockEnd <= index) {
                closeBlock();
            } else {
                return;
            }
        }
    }

    void closeInline()
    {
        end(m_inlines.back());
        m_inlines.pop_back();
    }

    void closeBlock()
    {
        breakLine();
        end(m_blocks.back());
        m_blocks.pop_back();
    }

    // Ends the words that were being written: what follows stands on a line of its own.
    void breakLine()
    {
        for (auto open = m_inlines.rbegin(); open != m_inlines.rend(); ++open)
            end(*open);
        closeImplicit();
        m_spacing.dropSpace();
        if (m_hasBegun && inText(m_blocks))
            m_spacing.addSpace();
        m_breaks = 0;
    }

    void closeImplicit()
    {
        if (m_implicit)
            m_body.end(m_paragraph);
        m_implicit = false;
    }

    void lineBreak()
    {
        if (inPreformatted(m_blocks)) {
            m_body.text(u"\n");
            return;
        }
        ++m_breaks;
    }

    void settleBreaks()
    {
        const auto breaks = std::exchange(m_breaks, 0);
        if (breaks == 0)
            return;
        const auto words = m_implicit || hasWords(m_blocks);
        if (breaks == 1) {
            if (words)
                m_body.lineBreak();
            m_spacing.dropSpace();
            return;
        }
        splitParagraph();
    }

    // Two line breaks after each other are how old pages part paragraphs.
    void splitParagraph()
    {
        breakLine();
        m_spacing.dropSpace();
        for (auto &open : m_blocks) {
            if (open.name == "p"_L1 && open.role == Role::Text)
                end(open);
        }
    }

    void writeText(const QString &text)
    {
        if (inPreformatted(m_blocks)) {
            flush();
            m_body.text(text);
            return;
        }
        const auto words = m_spacing.afterSpace(text);
        if (words.isEmpty())
            return;
        settleBreaks();
        flush();
        m_afterFormula = false;
        m_body.text(m_spacing.spaced(words));
    }

    void end(auto &open)
    {
        if (open.written)
            m_body.end(open.mark);
        open.written = false;
    }

    void begin(Open &open)
    {
        open.mark = m_body.begin(open.name, open.like, open.place);
        open.written = true;
        m_hasBegun = true;
    }

    // Also passes by the same formula set a second time, for the eye alone, as scripts do.
    bool writeFormula(const Item &item)
    {
        if (m_afterFormula && item.node.attribute("aria-hidden") == "true"_L1)
            return true;
        const auto markup = html::isFormula(item.node) ? html::formula(item.node) : QByteArray();
        if (markup.isEmpty())
            return false;
        beginSigns();
        m_body.formula(item.node);
        m_afterFormula = true;
        return true;
    }

    // What a story draws, but not the signs on its links.
    bool writeDrawing(const Item &item)
    {
        if (item.tag != Tag::Ignored || m_which != PageTree::Which::Kept
            || !html::isDrawing(item.node) || isIcon(item.node) || inLink())
            return false;
        if (html::drawing(item.node).isEmpty())
            return false;
        beginSigns();
        m_body.drawing(item.node);
        return true;
    }

    [[nodiscard]] bool inLink() const
    {
        return std::any_of(m_inlines.begin(), m_inlines.end(),
                           [](const OpenInline &open) { return !open.address.isEmpty(); });
    }

    // What stands in a line as words do.
    void beginSigns()
    {
        settleBreaks();
        flush();
        if (m_spacing.takeSpace())
            m_body.text(u" ");
        m_spacing.addWord();
    }

    void flush()
    {
        bool opened = false;
        for (auto &open : m_blocks) {
            if (open.written || open.role == Role::None)
                continue;
            begin(open);
            opened = true;
        }
        if (!takesWords(m_blocks) && !m_implicit) {
            m_paragraph = m_body.begin(u"p");
            m_implicit = true;
            m_hasBegun = true;
            opened = true;
        }
        if (opened)
            m_spacing.beginBlock();
        for (auto &open : m_inlines) {
            if (open.written)
                continue;
            if (m_spacing.takeSpace())
                m_body.text(u" ");
            open.mark = open.name.isEmpty() ? m_body.beginLink(open.address, open.place)
                                            : m_body.begin(open.name, {}, open.place);
            open.written = true;
        }
    }

    void writePiece(const QString &piece)
    {
        if (piece.isEmpty())
            return;
        splitParagraph();
        for (auto &open : m_blocks) {
            if (open.written || open.role == Role::None || open.name == "p"_L1
                || open.name.startsWith(u'h'))
                continue;
            begin(open);
        }
        m_body.add(piece);
        m_hasBegun = true;
        m_spacing.endWords();
    }

    const PageTree &m_tree;
    const QHash<int, QString> &m_pieces;
    PageTree::Which m_which;
    html::Sanitising m_how;
    html::SafeBody m_body;
    StoryNotes m_notes;
    OpenBlocks m_blocks;
    std::vector<OpenInline> m_inlines;
    WordSpacing m_spacing;
    int m_breaks = 0;
    html::SafeBody::Mark m_paragraph;
    bool m_implicit = false; // A paragraph that the page does not mark is open.
    bool m_hasBegun = false;
    bool m_afterFormula = false;
};

} // namespace

SafeHtml bodyHtml(const PageTree &tree, ItemRange range, const QHash<int, QString> &pieces,
                  const BodyWriting &writing)
{
    return Writer(tree, pieces, writing).write(range);
}

} // namespace extraction
