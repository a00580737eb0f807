#include "page/bodytext.h"

#include "html/formulatext.h"
#include "html/placedtext.h"
#include "html/safetags.h"
#include "html/textblocks.h"
#include "page/notesigns.h"
#include "page/quotemarks.h"
#include "text/whitespace.h"

#include <QStringList>

#include <algorithm>
#include <utility>
#include <vector>

using namespace Qt::StringLiterals;
using html::SafeTag;

namespace {

// What <br> is until the block is finished: several part paragraphs.
constexpr QChar lineBreak = u'\u2028';

QStringView attribute(const SafeTag &tag, QLatin1StringView name)
{
    const auto start = QString(u' ' + name + R"(=")"_L1);
    const auto at = tag.attributes.indexOf(start);
    if (at < 0)
        return {};
    const auto value = tag.attributes.sliced(at + start.size());
    return value.left(value.indexOf(u'"'));
}

bool isLeftOut(const SafeTag &tag)
{
    return tag.name == GUMBO_TAG_RP || tag.name == GUMBO_TAG_SVG
        || (tag.name == GUMBO_TAG_ASIDE && tag.hasClass("related"_L1));
}

class Writer
{
public:
    explicit Writer(const Article &article)
        : m_quotes(article)
    {
    }

    QString write(const SafeHtml &body)
    {
        html::SafeTags tags(body);
        auto left = 0; // Elements open inside one that is left out, with itself.
        while (tags.next()) {
            const auto &tag = tags.tag();
            if (left > 0) {
                if (tag.kind == SafeTag::Kind::Start)
                    left += html::isVoid(tag.name) ? 0 : 1;
                else if (tag.kind == SafeTag::Kind::End)
                    --left;
            } else if (tag.kind == SafeTag::Kind::Start && isLeftOut(tag)) {
                left = 1;
                if (html::endsTextBlock(tag.name))
                    finish();
            } else {
                take(tag);
            }
        }
        finish();
        return m_text;
    }

private:
    struct List
    {
        bool numbered;
        int number;
    };

    void take(const SafeTag &tag)
    {
        if (tag.kind == SafeTag::Kind::Text)
            m_formula.isOpen() ? m_formula.add(tag.text) : void(m_block += tag.text);
        else if (m_formula.isOpen() || tag.written == "math"_L1)
            tag.kind == SafeTag::Kind::Start ? m_formula.begin(tag.written, tag.attributes)
                                             : m_formula.end();
        else if (tag.kind == SafeTag::Kind::Start)
            begin(tag);
        else
            end(tag.name);
    }

    void begin(const SafeTag &tag)
    {
        if (html::endsTextBlock(tag.name))
            finish();
        m_placed.begin(tag.name);
        if (tag.name == GUMBO_TAG_OL || tag.name == GUMBO_TAG_UL)
            m_lists.push_back({.numbered = tag.name == GUMBO_TAG_OL,
                               .number = std::max(attribute(tag, "start"_L1).toInt(), 1)});
        else if (tag.name == GUMBO_TAG_LI && !m_lists.empty())
            beginItem(tag);
        else if (tag.name == GUMBO_TAG_PRE)
            m_asWritten = true;
        else if (tag.name == GUMBO_TAG_BR)
            m_block += m_asWritten ? QChar(u'\n') : lineBreak;
        else if (tag.name == GUMBO_TAG_A)
            m_link = attribute(tag, "href"_L1).startsWith(u'#') ? m_block.size() : -1;
        else if (tag.name == GUMBO_TAG_SPAN)
            beginSpan(tag.hasClass("credit"_L1));
        else if (tag.name == GUMBO_TAG_RT)
            m_block += u'\uFF08';
        else if (tag.name == GUMBO_TAG_Q)
            m_block += m_quotes.opening(u"q");
        else if (html::isCell(tag.name))
            m_block += u' ';
    }

    void end(GumboTag name)
    {
        m_placed.end(name);
        if (html::endsTextBlock(name))
            finish();
        if (name == GUMBO_TAG_OL || name == GUMBO_TAG_UL)
            endList();
        else if (name == GUMBO_TAG_LI)
            m_mark.clear();
        else if (name == GUMBO_TAG_PRE)
            m_asWritten = false;
        else if (name == GUMBO_TAG_A)
            endLink();
        else if (name == GUMBO_TAG_SPAN)
            endSpan();
        else if (name == GUMBO_TAG_RT)
            m_block += u'\uFF09';
        else if (name == GUMBO_TAG_Q)
            m_block += m_quotes.closing(u"q");
    }

    void beginItem(const SafeTag &tag)
    {
        auto &list = m_lists.back();
        if (const auto value = attribute(tag, "value"_L1).toInt(); value > 0)
            list.number = value;
        m_mark = list.numbered ? QString::number(list.number++) + u". "_s : u"• "_s;
    }

    void endList()
    {
        if (!m_lists.empty())
            m_lists.pop_back();
        m_tight = m_tight && !m_lists.empty();
    }

    void beginSpan(bool isCredit)
    {
        m_credits.push_back(isCredit);
        if (isCredit)
            m_block += u'(';
    }

    void endSpan()
    {
        if (m_credits.empty())
            return;
        if (m_credits.back())
            m_block += u')';
        m_credits.pop_back();
    }

    void endLink()
    {
        const auto start = std::exchange(m_link, -1);
        if (start < 0 || start > m_block.size())
            return;
        const auto words = m_block.sliced(start).trimmed();
        if (page::isNoteSign(words) && !words.startsWith(u'['))
            m_block = m_block.first(start) + u'[' + words + u']';
    }

    void finish()
    {
        const auto block = std::exchange(m_block, {});
        m_link = -1;
        if (m_asWritten) {
            addAsWritten(block);
            return;
        }
        QStringList lines;
        for (const auto &line : QStringView(block).split(lineBreak)) {
            if (const auto words = text::simplified(line); !words.isEmpty())
                lines.append(words);
            else
                add(std::exchange(lines, {}));
        }
        add(lines);
    }

    void addAsWritten(const QString &block)
    {
        auto lines = block.split(u'\n');
        const auto isBlank = [](const QString &line) { return line.trimmed().isEmpty(); };
        while (!lines.isEmpty() && isBlank(lines.last()))
            lines.removeLast();
        while (!lines.isEmpty() && isBlank(lines.first()))
            lines.removeFirst();
        for (auto &line : lines)
            line = isBlank(line) ? QString() : u"    "_s + line;
        add(lines);
    }

    // Items of a list follow each other without a blank line.
    void add(const QStringList &lines)
    {
        if (lines.isEmpty())
            return;
        const auto mark = std::exchange(m_mark, {});
        const auto isItem = !mark.isEmpty();
        if (!m_text.isEmpty())
            m_text += isItem && m_tight ? u"\n"_s : u"\n\n"_s;
        const QString margin(m_lists.empty() ? 0 : 3 * (qsizetype(m_lists.size()) - 1), u' ');
        const auto rest = margin + QString(m_lists.empty() ? 0 : isItem ? mark.size() : 3, u' ');
        for (qsizetype at = 0; at < lines.size(); ++at) {
            if (at > 0)
                m_text += u'\n';
            if (!lines.at(at).isEmpty())
                m_text += (at == 0 && isItem ? margin + mark : rest) + lines.at(at);
        }
        m_tight = !m_lists.empty();
    }

    QString m_text;
    QString m_block; // That is not finished.
    html::FormulaText m_formula{m_block};
    html::PlacedText m_placed{m_block};
    page::QuoteMarks m_quotes;
    std::vector<List> m_lists; // That are open.
    std::vector<bool> m_credits; // For each <span> that is open, whether it is one.
    QString m_mark; // Of the item that begins.
    qsizetype m_link = -1; // Where a link within the story begins in the block.
    bool m_asWritten = false;
    bool m_tight = false; // The last block belongs to a list.
};

} // namespace

QString page::bodyText(const Article &article)
{
    return Writer(article).write(article.body);
}
