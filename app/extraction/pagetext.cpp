#include "extraction/limits.h"
#include "extraction/pagetree.h"

using namespace Qt::StringLiterals;

// The functions of PageTree that read text.

namespace extraction {

namespace {

// Adds a text's words to a line, one space between them; `space` tells whether one is due before
// the next.
void appendWords(QString &line, QStringView text, bool &space)
{
    for (qsizetype at = 0; at < text.size();) {
        if (text[at].isSpace()) {
            space = true;
            ++at;
            continue;
        }
        const auto begin = at;
        while (at < text.size() && !text[at].isSpace())
            ++at;
        if (space && !line.isEmpty())
            line += u' ';
        space = false;
        line += text.sliced(begin, at - begin);
    }
}

} // namespace

QString PageTree::textOf(int index, Which which) const
{
    if (which == Which::Kept || !isShort(index, limits::lineLetters))
        return written(index, which);
    if (m_lineOf.empty())
        m_lineOf.resize(m_items.size());
    if (const auto known = m_lineOf[size_t(index)]; known > 0)
        return m_lines[size_t(known) - 1];
    auto line = lineOf(index);
    m_lines.push_back(line);
    m_lineOf[size_t(index)] = int(m_lines.size());
    return line;
}

QString PageTree::beginningOf(int index, qsizetype letters) const
{
    return written(index, Which::Everything, letters);
}

// Boxes in boxes around one line share it.
QString PageTree::lineOf(int index) const
{
    const auto child = soleChild(index);
    if (child >= 0 && isShort(child, limits::lineLetters))
        return textOf(child);
    return written(index, Which::Everything);
}

// The one element in which all of an item's text stands, or -1.
int PageTree::soleChild(int index) const
{
    int sole = -1;
    for (int child = index + 1; child < at(index).end; child = at(child).end) {
        const auto &inner = at(child);
        if (inner.letters == 0 || inner.left == Left::Ignored || inner.left == Left::Hidden
            || inner.tag == Tag::Noscript)
            continue;
        if (sole >= 0 || inner.tag == Tag::Text || inner.left != Left::Kept)
            return -1;
        sole = child;
    }
    return sole;
}

QString PageTree::written(int index, Which which, qsizetype letters) const
{
    QString line;
    bool space = false;
    for (int i = index; i < at(index).end && line.size() < letters;) {
        const auto &item = at(i);
        if (item.left == Left::Ignored || item.left == Left::Hidden || item.tag == Tag::Noscript
            || (which == Which::Kept && i != index && item.left != Left::Kept)) {
            i = item.end;
            continue;
        }
        if (isBlock(item.tag) || item.tag == Tag::Break)
            space = true;
        appendWords(line, item.text, space);
        // The end of a block parts words too: the next item outside it starts after a space.
        if (item.tag == Tag::Text && i + 1 < size() && at(i + 1).parent != item.parent
            && isBlock(at(item.parent).tag))
            space = true;
        ++i;
    }
    return line;
}

} // namespace extraction
