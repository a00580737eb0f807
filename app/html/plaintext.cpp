#include "html/allowlist.h"
#include "html/gumbonodes.h"
#include "html/sanitise.h"
#include "text/whitespace.h"

#include <QStringList>

#include <utility>

using namespace Qt::StringLiterals;
using namespace html;

namespace {

// What <br> is until the block is finished: one is a space, several part paragraphs.
constexpr QChar lineBreak = u'\u2028';

// Collects the text of a body block by block.
class Blocks
{
public:
    void add(QStringView text) { m_block += text; }

    void finish()
    {
        QString paragraph;
        const auto lines = QStringView(m_block).split(lineBreak);
        for (const auto &line : lines) {
            if (line.trimmed().isEmpty())
                append(std::exchange(paragraph, {}));
            else
                paragraph.append(line).append(u' ');
        }
        append(paragraph);
        m_block.clear();
    }

    [[nodiscard]] QString joined() const { return m_blocks.join("\n\n"_L1); }

private:
    void append(QStringView paragraph)
    {
        const auto text = text::simplified(paragraph);
        if (!text.isEmpty())
            m_blocks.append(text);
    }

    QString m_block;
    QStringList m_blocks;
};

bool isLeftOut(const GumboElement &element)
{
    if (element.tag == GUMBO_TAG_FIGURE)
        return true;
    if (element.tag != GUMBO_TAG_ASIDE)
        return false;
    const auto *classes = gumbo_get_attribute(&element.attributes, "class");
    return classes && QByteArray(classes->value).split(' ').contains("related");
}

bool isCell(const GumboElement &element)
{
    return element.tag == GUMBO_TAG_TD || element.tag == GUMBO_TAG_TH;
}

// Cells share the line of their row, readings that of the word they stand above.
bool endsBlock(const GumboElement &element)
{
    return isBlock(ruleFor(element).kind) && !isCell(element) && element.tag != GUMBO_TAG_RT
        && element.tag != GUMBO_TAG_RP;
}

void begin(Blocks &blocks, const GumboElement &element)
{
    if (endsBlock(element))
        blocks.finish();
    else if (isCell(element))
        blocks.add(u" ");
    else if (element.tag == GUMBO_TAG_BR)
        blocks.add(QStringView(&lineBreak, 1));
    else if (element.tag == GUMBO_TAG_Q)
        blocks.add(u"\u201C");
}

void end(Blocks &blocks, const GumboElement &element)
{
    if (endsBlock(element))
        blocks.finish();
    else if (element.tag == GUMBO_TAG_Q)
        blocks.add(u"\u201D");
}

// The node after `node` and all it holds; ends the elements that are left on the way.
Node after(Node node, const Node &root, Blocks &blocks)
{
    for (; node != root; node = node.parent()) {
        if (node.isElement())
            end(blocks, node.handle()->v.element);
        const auto sibling = node.nextSibling();
        if (!sibling.isNull())
            return sibling;
    }
    return {};
}

} // namespace

QString html::plainText(const SafeHtml &body)
{
    if (body.isEmpty())
        return {};
    const auto document = Document::parse("<!DOCTYPE html><body>" + body.toString().toUtf8());
    if (!document)
        return {};

    Blocks blocks;
    const auto root = document->body();
    for (auto node = root.firstChild(); !node.isNull();) {
        if (node.kind() == Node::Kind::Text)
            blocks.add(node.text());
        if (!node.isElement()) {
            node = after(node, root, blocks);
            continue;
        }
        begin(blocks, node.handle()->v.element);
        const auto child = isLeftOut(node.handle()->v.element) ? Node() : node.firstChild();
        node = child.isNull() ? after(node, root, blocks) : child;
    }
    blocks.finish();
    return blocks.joined();
}
