#include "printing/bodyparagraphs.h"

#include "html/document.h"
#include "page/notesigns.h"
#include "page/quotemarks.h"
#include "printing/linknotes.h"
#include "printing/ourpictures.h"
#include "printing/tablecells.h"
#include "printing/wordbreaks.h"

#include <QHash>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace printing {

namespace {

using html::Node;

constexpr QChar lineBreak(0x2028);

bool isBlock(const Node &node)
{
    static const QSet<QString> names{
        u"p"_s,      u"div"_s, u"section"_s, u"article"_s,    u"aside"_s,
        u"h1"_s,     u"h2"_s,  u"h3"_s,      u"h4"_s,         u"h5"_s,
        u"h6"_s,     u"ul"_s,  u"ol"_s,      u"dl"_s,         u"dt"_s,
        u"dd"_s,     u"li"_s,  u"pre"_s,     u"blockquote"_s, u"table"_s,
        u"figure"_s, u"hr"_s,  u"details"_s, u"summary"_s,    u"figcaption"_s};
    return node.isElement() && names.contains(node.name());
}

bool leadsOut(const QString &href)
{
    return href.startsWith("http://"_L1) || href.startsWith("https://"_L1)
        || href.startsWith("mailto:"_L1);
}

class Writer
{
public:
    Writer(const Article &article, const Wishes &wishes, const page::Patterns &patterns,
           page::Division division)
        : m_article(article)
        , m_wishes(wishes)
        , m_patterns(patterns)
        , m_division(division)
    {
    }

    QList<Paragraph> write()
    {
        if (const auto document = html::Document::parse(m_article.body.toString())) {
            m_links = LinkNotes(document->body());
            blocks(document->body());
        }
        flush();
        addRelated();
        addNotes();
        return m_paragraphs;
    }

private:
    using Role = Paragraph::Role;

    void blocks(const Node &parent)
    {
        for (auto node = parent.firstChild(); !node.isNull(); node = node.nextSibling()) {
            if (!isBlock(node)) {
                inlines(node, {});
                continue;
            }
            flush();
            block(node);
            flush();
        }
    }

    void block(const Node &node)
    {
        const auto name = node.name();
        if (name.size() == 2 && name.startsWith(u'h') && name.at(1).isDigit())
            within(node, name.at(1) <= u'2' ? Role::Heading : Role::Subheading);
        else if (name == "blockquote"_L1)
            deeper(node, Role::Quote);
        else if (name == "ul"_L1 || name == "ol"_L1)
            list(node, name == "ol"_L1);
        else if (name == "pre"_L1)
            code(node);
        else if (name == "table"_L1)
            table(node);
        else if (name == "figure"_L1)
            figure(node);
        else if (name == "hr"_L1)
            m_paragraphs.append({.role = Role::Ornament, .text = u"∗   ∗   ∗"_s});
        else if (node.attribute("class").split(u' ').contains("footnote"_L1))
            footnote(node);
        else if (name == "aside"_L1 && node.attribute("class").contains("related"_L1))
            return; // Those are told of at the end.
        else
            blocks(node);
    }

    void within(const Node &node, Role role)
    {
        const auto before = std::exchange(m_role, role);
        blocks(node);
        flush();
        m_role = before;
    }

    void deeper(const Node &node, Role role)
    {
        ++m_depth;
        within(node, role);
        --m_depth;
    }

    void list(const Node &node, bool numbered)
    {
        auto number = std::max(node.attribute("start").toInt(), 1);
        for (const auto &item : node.childElements()) {
            m_marker = numbered ? u"%1."_s.arg(number++) : u"•"_s;
            // Only what a link in the story leads to has a name.
            deeper(item, numbered && item.hasAttribute("id") ? Role::Footnote : Role::Item);
            m_marker.clear();
        }
    }

    // A note that begins with the link back to its sign.
    void footnote(const Node &node)
    {
        const auto first = node.childElements().value(0);
        const auto leadsBack = first.isElement(u"a") && first.attribute("href").startsWith(u'#')
            && page::isNoteSign(html::textOf(first));
        if (leadsBack)
            m_marker = html::textOf(first) + u'.';
        m_wayBack = leadsBack ? first : Node();
        deeper(node, Role::Footnote);
        m_marker.clear();
    }

    void code(const Node &node)
    {
        QString text;
        for (auto each = node.firstChild(); !each.isNull(); each = each.next(node)) {
            if (each.kind() == Node::Kind::Text)
                text += each.text();
        }
        while (text.endsWith(u'\n'))
            text.chop(1);
        m_paragraphs.append({.role = Role::Code, .text = text.replace(u'\n', lineBreak)});
    }

    void table(const Node &node)
    {
        if (laysOut(node)) {
            for (const auto &row : rowsOf(node)) {
                for (const auto &cell : row.childElements())
                    within(cell, m_role);
            }
            return;
        }
        Paragraph table{.role = Role::Table};
        for (const auto &caption : node.childElements()) {
            if (caption.isElement(u"caption"))
                table.text = html::textOf(caption);
        }
        for (const auto &row : rowsOf(node)) {
            Row cells;
            for (const auto &cell : row.childElements())
                cells.append(withContent(cellOf(cell), paragraphsOf(cell)));
            if (!cells.isEmpty())
                table.rows.append(cells);
        }
        if (!table.rows.isEmpty())
            m_paragraphs.append(table);
    }

    QList<Paragraph> paragraphsOf(const Node &cell)
    {
        auto outside = std::exchange(m_paragraphs, {});
        within(cell, Role::Table);
        return std::exchange(m_paragraphs, std::move(outside));
    }

    void figure(const Node &node)
    {
        const auto image = node.firstDescendant(u"img");
        const auto src = image.isNull() ? QString() : image.attribute("src");
        if (src.isEmpty()) {
            blocks(node);
            return;
        }
        Paragraph picture{.role = Role::Picture, .picture = isOurs(src) ? src : QString()};
        const auto known = std::ranges::find(m_article.figures, src, &Figure::src);
        if (known != m_article.figures.end()) {
            picture.text = known->caption;
            picture.credit = known->credit;
        }
        const auto caption = node.firstDescendant(u"figcaption");
        if (picture.text.isEmpty() && picture.credit.isEmpty() && !caption.isNull())
            picture.text = html::textOf(caption);
        addPicture(picture);
    }

    // What is said of a picture stays, also where it is not printed.
    void addPicture(Paragraph picture)
    {
        if (!m_wishes.pictures)
            picture.picture.clear();
        if (!picture.picture.isEmpty() || !picture.text.isEmpty() || !picture.credit.isEmpty())
            m_paragraphs.append(picture);
    }

    void inlines(const Node &node, Span style)
    {
        if (node.kind() == Node::Kind::Text) {
            add(node.text(), style);
            return;
        }
        if (!m_wayBack.isNull() && node == m_wayBack)
            return;
        const auto name = node.name();
        if (name == "br"_L1) {
            add(QString(lineBreak), style);
        } else if (name == "img"_L1) {
            image(node);
        } else if (name == "rt"_L1) {
            add(u'（' + html::textOf(node) + u'）', style);
        } else if (name != "rp"_L1) {
            if (name == "b"_L1 || name == "strong"_L1)
                style.bold = true;
            else if (name == "i"_L1 || name == "em"_L1 || name == "cite"_L1)
                style.italic = true;
            else if (name == "code"_L1 || name == "kbd"_L1 || name == "samp"_L1)
                style.code = true;
            else if (name == "sup"_L1)
                style.raised = true;
            else if (name == "sub"_L1)
                style.lowered = true;
            else if (name == "del"_L1 || name == "s"_L1)
                style.struck = true;
            else if (name == "mark"_L1)
                style.marked = true;
            add(m_quotes.opening(name), style);
            link(node, style);
            add(m_quotes.closing(name), style);
        }
    }

    void link(const Node &node, Span style)
    {
        const auto href = node.attribute("href");
        const auto links = node.name() == "a"_L1 && leadsOut(href);
        if (links)
            style.address = href;
        // The sign of a note, where a page had its style sheet raise it.
        if (href.startsWith(u'#') && !m_text.isEmpty() && !m_text.back().isSpace()
            && page::isNoteSign(html::textOf(node)))
            style.raised = true;
        for (auto child = node.firstChild(); !child.isNull(); child = child.nextSibling()) {
            if (isBlock(child))
                blocks(child);
            else
                inlines(child, style);
        }
        if (links && m_wishes.links && !m_text.isEmpty())
            add(m_links.markOf(href), {.raised = true, .address = href});
    }

    // A picture in the midst of a text stands alone.
    void image(const Node &node)
    {
        const auto src = node.attribute("src");
        if (!isOurs(src) || !m_wishes.pictures)
            return;
        flush();
        const auto known = std::ranges::find(m_article.figures, src, &Figure::src);
        Paragraph picture{.role = Role::Picture, .picture = src};
        if (known != m_article.figures.end()) {
            picture.text = known->caption;
            picture.credit = known->credit;
        }
        addPicture(picture);
    }

    // Headings and code break at blanks alone.
    [[nodiscard]] bool mayBreak(const Span &style) const
    {
        const auto running = m_role == Role::Text || m_role == Role::Quote || m_role == Role::Item
            || m_role == Role::Footnote;
        return running && !style.code && !style.raised && !style.lowered;
    }

    // White space is one blank, and none where a paragraph begins.
    void add(const QString &written, Span style)
    {
        const auto text = mayBreak(style) ? broken(written, m_patterns, m_division) : written;
        style.at = int(m_text.size());
        for (const auto letter : text) {
            const auto blank = letter.isSpace() && letter != lineBreak && letter != u'\u00a0'
                && letter != u'\u202f';
            const auto needless
                = m_text.isEmpty() || m_text.back() == u' ' || m_text.back() == lineBreak;
            if (blank && needless)
                continue;
            m_text += blank ? QChar(u' ') : letter;
        }
        style.length = int(m_text.size()) - style.at;
        if (style.length > 0 && style != Span{.at = style.at, .length = style.length})
            m_spans.append(style);
    }

    void flush()
    {
        while (!m_text.isEmpty() && (m_text.back() == u' ' || m_text.back() == lineBreak))
            m_text.chop(1);
        if (!m_text.isEmpty()) {
            m_paragraphs.append({.role = m_role,
                                 .text = m_text,
                                 .spans = m_spans,
                                 .marker = std::exchange(m_marker, {}),
                                 .depth = m_depth});
        }
        m_text.clear();
        m_spans.clear();
    }

    void addRelated()
    {
        if (!m_wishes.related || m_article.related.isEmpty())
            return;
        m_paragraphs.append({.role = Role::Label, .text = m_wishes.relatedLabel});
        for (const auto &link : m_article.related) {
            const auto address = QString::fromLatin1(link.url.toEncoded());
            const auto title = link.title.isEmpty() ? address : link.title;
            Paragraph note{.role = Role::Note, .text = title, .marker = u"•"_s};
            if (leadsOut(address))
                note.spans = {{.at = 0, .length = int(title.size()), .address = address}};
            m_paragraphs.append(note);
        }
    }

    void addNotes()
    {
        QList<Paragraph> notes;
        for (qsizetype at = 0; at < m_links.addresses().size(); ++at)
            notes.append(address(m_links.addresses().at(at), m_links.mark(at) + u'.'));
        if (!notes.isEmpty())
            notes.prepend({.role = Role::Label, .text = m_wishes.linksLabel});
        const auto source = QString::fromLatin1(m_article.url.toEncoded());
        if (leadsOut(source)) {
            m_paragraphs.append({.role = Role::Label, .text = m_wishes.sourceLabel});
            m_paragraphs.append(address(source, {}));
        }
        m_paragraphs += notes;
    }

    static Paragraph address(const QString &address, const QString &marker)
    {
        return {.role = Role::Note,
                .text = address,
                .spans = {{.at = 0, .length = int(address.size()), .address = address}},
                .marker = marker};
    }

    const Article &m_article;
    const Wishes &m_wishes;
    const page::Patterns &m_patterns;
    page::Division m_division;
    page::QuoteMarks m_quotes{m_article};
    QList<Paragraph> m_paragraphs;
    QString m_text; // Of the paragraph that is written.
    QList<Span> m_spans;
    QString m_marker;
    Node m_wayBack; // Of the note that is written: its marker says the same.
    Role m_role = Role::Text;
    int m_depth = 0;
    LinkNotes m_links;
};

} // namespace

QList<Paragraph> bodyParagraphs(const Article &article, const Wishes &wishes,
                                const page::Patterns &patterns, page::Division division)
{
    return Writer(article, wishes, patterns, division).write();
}

} // namespace printing
