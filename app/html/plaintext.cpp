#include "html/formulatext.h"
#include "html/placedtext.h"
#include "html/safetags.h"
#include "html/sanitise.h"
#include "html/textblocks.h"
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
    QString &line() { return m_block; }

    void finish()
    {
        if (m_block.isEmpty())
            return;
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

bool isLeftOut(const SafeTag &tag, TextFor use)
{
    // The brackets that some pages have for readings, we have, too.
    if (tag.name == GUMBO_TAG_RP || tag.name == GUMBO_TAG_RT)
        return tag.name == GUMBO_TAG_RP || use == TextFor::Search;
    // What is said in a drawing has its place there; read in a row it says nothing.
    return tag.name == GUMBO_TAG_FIGURE || tag.name == GUMBO_TAG_SVG
        || (tag.name == GUMBO_TAG_ASIDE && tag.hasClass("related"_L1));
}

void begin(Blocks &blocks, GumboTag name)
{
    if (endsTextBlock(name))
        blocks.finish();
    else if (isCell(name))
        blocks.add(u" ");
    else if (name == GUMBO_TAG_BR)
        blocks.add(QStringView(&lineBreak, 1));
    else if (name == GUMBO_TAG_Q)
        blocks.add(u"\u201C");
    else if (name == GUMBO_TAG_RT)
        blocks.add(u"\uFF08");
}

void end(Blocks &blocks, GumboTag name)
{
    if (endsTextBlock(name))
        blocks.finish();
    else if (name == GUMBO_TAG_Q)
        blocks.add(u"\u201D");
    else if (name == GUMBO_TAG_RT)
        blocks.add(u"\uFF09");
}

} // namespace

QString html::plainText(const SafeHtml &body, TextFor use)
{
    Blocks blocks;
    SafeTags tags(body);
    FormulaText formula(blocks.line());
    PlacedText placed(blocks.line());
    int left = 0; // Elements open inside one that is left out, with itself.
    while (tags.next()) {
        const auto &tag = tags.tag();
        if (left > 0) {
            if (tag.kind == SafeTag::Kind::Start)
                left += isVoid(tag.name) ? 0 : 1;
            else if (tag.kind == SafeTag::Kind::End)
                --left;
        } else if (tag.kind == SafeTag::Kind::Text) {
            if (formula.isOpen())
                formula.add(tag.text);
            else
                blocks.add(tag.text);
        } else if (formula.isOpen() || tag.written == "math"_L1) {
            if (tag.kind == SafeTag::Kind::Start)
                formula.begin(tag.written, tag.attributes);
            else
                formula.end();
        } else if (tag.kind == SafeTag::Kind::End) {
            end(blocks, tag.name);
            if (use == TextFor::Reading)
                placed.end(tag.name);
        } else {
            left = isLeftOut(tag, use) ? 1 : 0;
            if (left == 0 || endsTextBlock(tag.name))
                begin(blocks, tag.name);
            if (left == 0 && use == TextFor::Reading)
                placed.begin(tag.name);
        }
    }
    blocks.finish();
    return blocks.joined();
}
