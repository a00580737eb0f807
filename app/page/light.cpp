#include "page/light.h"

#include "html/sanitise.h"
#include "page/foreign.h"
#include "page/lightelements.h"
#include "page/lightgallery.h"
#include "page/limits.h"
#include "page/longparagraph.h"
#include "page/longtable.h"
#include "page/tags.h"

#include <QList>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace {

// No paragraphs: what a person's own style sheet says of those is not for them.
const auto notesLine = u"<div class=\"hairline notes\">&nbsp;</div>"_s;
const auto wordsLine = u"<div class=\"hairline words%1\">&nbsp;</div>"_s;
const auto hairline = u"<div class=\"hairline%1\">&nbsp;</div>"_s;
constexpr QChar firstStrongIsolate(0x2068);
constexpr QChar popIsolate(0x2069);

QString isolate(QChar character)
{
    return u"<span class=\"isolate\">"_s + character + u"</span>"_s;
}

class LightWriter
{
public:
    explicit LightWriter(QStringView html)
        : m_html(html)
    {
    }

    QString write()
    {
        for (auto tag = page::nextTag(m_html, 0); tag; tag = page::nextTag(m_html, m_at)) {
            writeText(m_html.sliced(m_at, tag->start - m_at));
            m_at = tag->end;
            if (tag->kind == page::Tag::Kind::Closing)
                close(*tag);
            else
                open(*tag);
        }
        m_light += m_html.sliced(m_at);
        return m_light;
    }

private:
    struct Open
    {
        QString name; // As story() wrote it.
        QString classes;
        QString block; // The element it is here, where that is a block.
        QString opening; // What begins it here,
        QString closing; // and what ends it.
    };

    void writeText(QStringView text)
    {
        // A date stays in one line, and a name that is no longer.
        if (!m_open.isEmpty()
            && (m_open.constLast().name == "time"_L1
                || m_open.constLast().classes == "credit whole"_L1
                || m_open.constLast().classes == "last"_L1)) {
            m_light += text.toString().replace(u' ', QChar::Nbsp);
            return;
        }
        while (m_run + text.size() > page::limits::longParagraph && goesOn()) {
            const auto full = std::max<qsizetype>(0, page::limits::longParagraph - m_run);
            const auto cut = page::placeToCut(text, full);
            if (cut >= text.size())
                break;
            m_light += text.left(cut);
            reopen(blockAround());
            m_light += u"<a name=\"%1\"></a>"_s.arg(page::goesOnName);
            m_run = 0;
            text = text.sliced(cut);
        }
        m_light += text;
        m_run += text.size();
    }

    [[nodiscard]] qsizetype blockAround() const
    {
        auto at = m_open.size() - 1;
        while (at >= 0 && m_open.at(at).block.isEmpty())
            --at;
        return at;
    }

    // Whether what is written can go on in another block of the same kind.
    [[nodiscard]] bool goesOn() const
    {
        const auto block = blockAround();
        return block >= 0 && page::canBeCutInTwo(m_open.at(block).block);
    }

    // Ends that element and all in it, and begins them anew.
    void reopen(qsizetype from)
    {
        for (auto at = m_open.size() - 1; at >= from; --at)
            m_light += m_open.at(at).closing;
        for (auto at = from; at < m_open.size(); ++at)
            m_light += m_open.at(at).opening;
    }

    void open(const page::Tag &tag)
    {
        const auto name = tag.name.toString();
        const auto classes = page::attribute(tag, "class"_L1);
        if (page::isLightBlock(page::lightElement(name)))
            m_run = 0;
        if (name == "hr"_L1) {
            m_light += u"<p class=\"ornament\" align=\"center\">\u2217 \u2217 \u2217</p>"_s;
        } else if (name == "img"_L1) {
            const auto isLead = !m_open.isEmpty() && m_open.constLast().classes == "lead"_L1;
            m_light += isLead ? u"<img width=\"1\""_s : u"<img"_s;
            m_light += tag.attributes.toString() + u'>';
        } else if (name == "br"_L1 || name == "wbr"_L1 || name == "col"_L1) {
            m_light += u'<' + name + u'>';
        } else if (name == "svg"_L1 || name == "rp"_L1) {
            writeForeign(tag);
        } else if (name == "table"_L1) {
            const auto isGallery = classes == "gallery"_L1;
            m_table = isGallery ? page::LongTable() : page::longTable(m_html, tag);
            m_rows = 0;
            const auto room = isGallery ? page::galleryPadding : page::dataPadding;
            push(tag, classes, u"table"_s,
                 u" cellspacing=\"0\" %1 width=\"100%\""_s.arg(padding(room)));
        } else if (name == "pre"_L1) {
            openCode(tag, classes);
        } else if (name == "ol"_L1 && isLongList(tag)) {
            push(tag, numbered, u"div"_s, u" class=\"numbered\""_s);
            m_numbers.append(0);
        } else if (name == "li"_L1 && !m_open.isEmpty() && m_open.constLast().classes == numbered) {
            push(tag, classes, u"div"_s, u" class=\"item\""_s);
            m_light += QString::number(++m_numbers.last()) + u".&nbsp; "_s;
        } else if (m_table.isLong() && name == "tr"_L1) {
            openRow(tag, classes);
        } else if (m_table.isLong() && (name == "td"_L1 || name == "th"_L1)) {
            openCell(tag, classes);
        } else if (name == "li"_L1 && !m_open.isEmpty()
                   && (m_open.constLast().classes == "cards"_L1
                       || m_open.constLast().classes == "files"_L1)) {
            push(tag, classes, u"p"_s, u" class=\"card\""_s);
            // Those of an aside stand in its own room.
            if (std::ranges::find(m_open, u"aside"_s, &Open::name) == m_open.end())
                enclose(page::cardPadding);
        } else {
            openOther(tag, name, classes);
        }
    }

    static QString padding(int pixels) { return u"cellpadding=\"%1\""_s.arg(pixels); }

    // Only a table has room around its text.
    void openCode(const page::Tag &tag, const QString &classes)
    {
        push(tag, classes, u"pre"_s, tag.attributes.toString());
        if (inside(tag).size() > page::limits::longCode)
            return;
        enclose(page::codePadding);
    }

    // What was opened last, in a table of its own.
    void enclose(int room)
    {
        auto &open = m_open.last();
        const auto box
            = u"<table cellspacing=\"0\" %1 width=\"100%\"><tr><td>"_s.arg(padding(room));
        m_light.insert(m_light.size() - open.opening.size(), box);
        open.closing += u"</td></tr></table>"_s;
    }

    // Of a list, QTextDocument looks at every item whenever one more comes into it.
    [[nodiscard]] bool isLongList(const page::Tag &tag) const
    {
        return inside(tag).count(u"<li") > page::limits::longList;
    }

    // A table of many rows is several of a few, the columns of which are as wide in each.
    void openRow(const page::Tag &tag, const QString &classes)
    {
        m_column = 0;
        ++m_rows;
        if (m_table.breaks.contains(tag.start)) {
            auto table = m_open.size() - 1;
            while (table > 0 && m_open.at(table).name != "table"_L1)
                --table;
            m_open[table].opening.replace(padding(page::dataPadding), padding(page::goesOnPadding));
            reopen(table);
            m_rows = 1;
        }
        push(tag, classes, tag.name.toString(), tag.attributes.toString());
    }

    void openCell(const page::Tag &tag, const QString &classes)
    {
        auto share = 0;
        const auto columns = std::max(1, page::attribute(tag, "colspan"_L1).toInt());
        for (auto left = columns; left > 0 && m_column < m_table.shares.size(); --left)
            share += m_table.shares.at(m_column++);
        auto attributes = tag.attributes.toString();
        if (m_rows == 1)
            attributes += u" width=\"%1%\""_s.arg(share);
        push(tag, classes, tag.name.toString(), attributes);
    }

    void openOther(const page::Tag &tag, const QString &name, const QString &classes)
    {
        if (classes.startsWith("part "_L1)) {
            openPart(tag, classes);
            return;
        }
        const bool box = classes == "cards"_L1 || classes == "files"_L1 || classes == "unsaved"_L1;
        if (classes == "from"_L1 || classes == "note"_L1 || classes == "deeds"_L1)
            m_light += u"<br>"_s;
        const auto replaced = box ? u"div"_s : page::lightElement(name);
        if (page::isLightBlock(replaced))
            cutShade();
        auto attributes = tag.attributes.toString();
        if (replaced != name && classes.isEmpty())
            attributes += u" class=\"%1\""_s.arg(name);
        if (name == "p"_L1 && classes.isEmpty() && endsQuotation(tag))
            attributes += u" class=\"last\""_s;
        if (box)
            attributes = u" class=\"%1\""_s.arg(classes);
        else if (name == "aside"_L1)
            attributes = u" class=\"aside\""_s;
        // What is below the picture of a figure is below its words, if there are any.
        if (name == "figure"_L1 && inside(tag).contains(u"<figcaption"))
            attributes.replace(R"(class=")"_L1, R"(class="captioned )"_L1);
        if (startsBelowLine(tag, classes))
            m_light += hairline.arg(page::lineAbove(tag.name, classes));
        if (name == "rt"_L1)
            m_light += u'（';
        if (classes == "footnote"_L1 && m_closed != "footnote"_L1)
            m_light += notesLine;
        push(tag, classes, replaced, attributes);
        if (name == "aside"_L1 && classes == "related"_L1)
            enclose(page::asidePadding);
        if (classes.endsWith("wordsonly"_L1)) {
            m_light += wordsLine.arg(classes.startsWith("lead"_L1) ? u"lead"_s : u""_s);
            m_open.last().closing.prepend(wordsLine.arg(u"end"_s));
        }
        if (classes == "body"_L1)
            m_light += u"<a name=\"body\"></a>"_s;
        else if (std::exchange(m_bodyEnded, false))
            m_light += u"<a name=\"end\"></a>"_s;
    }

    // What is below a quotation QTextDocument forgets where its last paragraph has a margin, too.
    [[nodiscard]] bool endsQuotation(const page::Tag &paragraph) const
    {
        if (m_open.isEmpty() || m_open.constLast().name != "blockquote"_L1)
            return false;
        const auto closing = page::closingTag(m_html, paragraph);
        const auto next = closing ? page::nextTag(m_html, closing->end) : std::nullopt;
        return next && next->name == "blockquote"_L1 && next->kind == page::Tag::Kind::Closing;
    }

    [[nodiscard]] QStringView inside(const page::Tag &tag) const
    {
        const auto closing = page::closingTag(m_html, tag);
        return closing ? m_html.sliced(tag.end, closing->start - tag.end) : QStringView();
    }

    // QTextDocument has no borders but those of tables: a block as high as the line stands for one.
    [[nodiscard]] bool startsBelowLine(const page::Tag &tag, const QString &classes) const
    {
        if (classes == "byline"_L1)
            return !m_light.endsWith(R"(<div class="header">)"_L1);
        return tag.name == "footer"_L1 || (tag.name == "section"_L1 && !classes.isEmpty());
    }

    // QTextDocument knows no drawings: what they say stands for them. Readings above
    // words it sets in the line.
    void writeForeign(const page::Tag &tag)
    {
        const auto closing = page::closingTag(m_html, tag);
        if (!closing)
            return;
        const auto inside = m_html.sliced(tag.end, closing->start - tag.end);
        m_at = closing->end;
        if (tag.name == "rp"_L1)
            return; // What it stands for is written with the reading.
        if (const auto words = page::drawingText(tag, inside); !words.isEmpty()) {
            m_light += u"<div class=\"unsaved\">"_s + html::escaped(words) + u"</div>"_s;
        }
    }

    // A part of a page with what was left out of it. Only a table has a ground of its own and room
    // around its text; what is kept stands on the paper.
    void openPart(const page::Tag &tag, const QString &classes)
    {
        const auto anchor
            = u"<a name=\"part"_s + page::attribute(tag, "data-part"_L1) + u"\"></a>"_s;
        if (classes.contains("left"_L1)) {
            const auto opening = u"<table class=\"shade\" width=\"100%\" cellspacing=\"0\" "
                                 "cellpadding=\"12\"><tr><td class=\"left\">"_s;
            m_shadeStart = m_light.size();
            m_light += opening + anchor;
            m_open.append({.name = tag.name.toString(),
                           .classes = classes,
                           .block = shade,
                           .opening = opening,
                           .closing = u"</td></tr></table>"_s});
        } else {
            push(tag, classes, u"div"_s, u" class=\"%1\""_s.arg(classes));
            m_light += anchor;
        }
    }

    // Of a table with one cell, what is in it is set in one go, too.
    void cutShade()
    {
        if (m_open.isEmpty() || m_open.constLast().block != shade
            || m_light.size() - m_shadeStart < page::limits::longShade)
            return;
        reopen(m_open.size() - 1);
        m_shadeStart = m_light.size();
    }

    void push(const page::Tag &tag, const QString &classes, const QString &replaced,
              const QString &attributes)
    {
        // Qt's layout knows the isolating characters (UAX #9 §2.4), though not the element. Faces
        // do not know them, so that they show as boxes: nearly none of that is left.
        const bool isolated = tag.name == "bdi"_L1 || tag.name == "time"_L1;
        const auto opening = u'<' + replaced + attributes + u'>'
            + (isolated ? isolate(firstStrongIsolate) : QString());
        m_light += opening;
        m_open.append(
            {.name = tag.name.toString(),
             .classes = classes,
             .block = page::isLightBlock(replaced) ? replaced : QString(),
             .opening = opening,
             .closing = (isolated ? isolate(popIsolate) : QString()) + u"</"_s + replaced + u'>'});
    }

    void close(const page::Tag &tag)
    {
        if (m_open.isEmpty() || m_open.constLast().name != tag.name)
            return;
        const auto closed = m_open.takeLast();
        m_light += closed.closing;
        if (closed.name == "rt"_L1)
            m_light += u'）';
        m_closed = closed.classes;
        if (closed.classes == numbered)
            m_numbers.removeLast();
        if (!closed.block.isEmpty())
            m_run = 0;
        if (closed.name == "table"_L1)
            m_table = {};
        m_bodyEnded = m_bodyEnded || closed.classes == "body"_L1;
        if (closed.classes == "authors"_L1 || closed.classes == "reason"_L1
            || closed.classes == "rule"_L1)
            m_light += u"&nbsp;&nbsp;&nbsp; "_s;
        if (closed.classes == "gap"_L1 && !m_open.isEmpty()
            && (m_open.constLast().classes == "source"_L1
                || m_open.constLast().classes == "deeds"_L1))
            m_light += u"&nbsp;&nbsp;&nbsp; "_s;
    }

    static inline const QString numbered = u"numbered"_s; // A list whose numbers are text.
    static inline const QString shade = u"shade"_s; // No element, but a block.

    QStringView m_html;
    QString m_light;
    qsizetype m_run = 0; // Letters since the last block began or ended.
    qsizetype m_shadeStart = 0;
    page::LongTable m_table; // That is written, if it is long.
    int m_rows = 0; // Of the piece of it that is written,
    int m_column = 0; // and of its last row.
    qsizetype m_at = 0;
    QList<int> m_numbers; // The last one in each such list that is written.
    QString m_closed; // The classes of what was closed last.
    bool m_bodyEnded = false; // And nothing has begun since.
    QList<Open> m_open;
};

} // namespace

QString page::lightStory(const QString &story)
{
    const auto tabled = withGalleryTables(story);
    return LightWriter(tabled).write();
}
