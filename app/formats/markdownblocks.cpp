#include "formats/markdownblocks.h"

#include "formats/inlinewriter.h"
#include "formats/limits.h"
#include "formats/markdownnotes.h"
#include "html/document.h"
#include "text/whitespace.h"

#include <QRegularExpression>
#include <QStringTokenizer>

#include <md4c-html.h>

using namespace Qt::StringLiterals;
using namespace formats;
using html::Node;

namespace {

constexpr unsigned dialect = MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH | MD_FLAG_PERMISSIVEAUTOLINKS
    | MD_FLAG_NOINDENTEDCODEBLOCKS;

void collect(const char *text, MD_SIZE size, void *target)
{
    static_cast<QByteArray *>(target)->append(text, qsizetype(size));
}

// Quotations nested without end cost their depth on every line.
QString withBoundedQuotes(const QString &markdown)
{
    static const QString deep = QString(limits::quoteDepth, u'>');
    if (!markdown.contains(deep) && !markdown.contains(u"> > > > > > > > "_s))
        return markdown;
    QString bounded;
    for (const auto line : QStringTokenizer(markdown, u'\n')) {
        int depth = 0;
        qsizetype end = 0;
        while (end < line.size() && (line[end] == u'>' || line[end] == u' '))
            depth += line[end++] == u'>';
        const bool tooDeep = depth > limits::quoteDepth;
        bounded += tooDeep ? deep : QString();
        bounded += tooDeep ? line.mid(end) : line;
        bounded += u'\n';
    }
    return bounded;
}

// What notes are written with beside CommonMark: "==marked==", "%%a comment%%", "^block-id".
QString withoutNoteMarks(QString markdown)
{
    static const QRegularExpression marked(uR"(==(?=[^\s=])([^=\n]{1,2000})(?<=\S)==)"_s);
    static const QRegularExpression comment(uR"(%%[^%\n]{0,500}%%)"_s);
    static const QRegularExpression blockId(uR"( \^[A-Za-z0-9-]{4,40}$)"_s,
                                            QRegularExpression::MultilineOption);
    static const QRegularExpression wikiLink(
        uR"((?<!!)\[\[(?:[^\[\]|\n]{1,300}\|)?([^\[\]|\n]{1,300})\]\])"_s);
    if (markdown.contains("=="_L1))
        markdown.replace(marked, u"<mark>\\1</mark>"_s);
    if (markdown.contains("%%"_L1))
        markdown.remove(comment);
    if (markdown.contains(" ^"_L1))
        markdown.remove(blockId);
    return markdown.contains("[["_L1) ? markdown.replace(wikiLink, u"\\1"_s) : markdown;
}

// A link around a heading: "[", "### Title" and "](https://…)" on lines of their own, which
// CommonMark (§6.3) takes for text.
QString withHeadingLinks(QString markdown)
{
    static const QRegularExpression link(
        uR"(\[[ \t]*\n\s{0,20}(#{1,6} )([^\n]{1,400})\n\s{0,20}\]\(([^\s()]{1,2000})\))"_s);
    return markdown.contains("[\n"_L1) ? markdown.replace(link, u"\n\n\\1[\\2](\\3)\n"_s)
                                       : markdown;
}

bool isContainer(const Node &node)
{
    static const QStringList names = {u"div"_s,  u"section"_s, u"article"_s, u"main"_s,
                                      u"body"_s, u"center"_s,  u"header"_s,  u"details"_s};
    return names.contains(node.name());
}

int headingLevel(const QString &name)
{
    return name.size() == 2 && name[0] == u'h' && name[1] >= u'1' && name[1] <= u'6'
        ? name[1].digitValue()
        : 0;
}

bool isBlock(const Node &node)
{
    static const QStringList names = {u"p"_s,  u"ul"_s,    u"ol"_s, u"blockquote"_s, u"pre"_s,
                                      u"hr"_s, u"table"_s, u"dl"_s, u"figure"_s,     u"aside"_s};
    return node.isElement()
        && (names.contains(node.name()) || headingLevel(node.name()) > 0 || isContainer(node));
}

bool isLeftOut(const Node &node)
{
    static const QStringList names = {u"script"_s, u"style"_s,    u"template"_s, u"noscript"_s,
                                      u"iframe"_s, u"textarea"_s, u"title"_s,    u"svg"_s};
    return node.kind() == Node::Kind::Comment || names.contains(node.name());
}

class BlockReader
{
public:
    Blocks read(const Node &body)
    {
        readChildren(body);
        return m_blocks;
    }

private:
    void readChildren(const Node &parent)
    {
        QList<Node> line;
        for (auto child = parent.firstChild(); !child.isNull(); child = child.nextSibling()) {
            if (isLeftOut(child))
                continue;
            if (!isBlock(child)) {
                line.append(child);
                continue;
            }
            addParagraph(line, Block::Kind::Paragraph);
            line.clear();
            readBlock(child);
        }
        addParagraph(line, Block::Kind::Paragraph);
    }

    void readBlock(const Node &node)
    {
        const auto name = node.name();
        if (isContainer(node) || name == "figure"_L1 || name == "aside"_L1)
            readChildren(node);
        else if (name == "p"_L1)
            addParagraph(node.children(), Block::Kind::Paragraph);
        else if (const auto level = headingLevel(name); level > 0)
            addParagraph(node.children(), Block::Kind::Heading, level);
        else if (name == "ul"_L1 || name == "ol"_L1)
            addList(node);
        else if (name == "hr"_L1)
            m_blocks.append({.kind = Block::Kind::Rule});
        else
            addWhole(node,
                     name == "blockquote"_L1 ? Block::Kind::Quote
                         : name == "pre"_L1  ? Block::Kind::Code
                                             : Block::Kind::Table);
    }

    void addWhole(const Node &node, Block::Kind kind)
    {
        InlineWriter writer;
        writer.write(node);
        const auto text = text::simplified(writer.text());
        if (!text.isEmpty())
            m_blocks.append({.kind = kind,
                             .text = text,
                             .marked = text,
                             .html = writer.html(),
                             .links = writer.links()});
    }

    void addList(const Node &node)
    {
        Block list{.kind = Block::Kind::List, .onlyLinks = true};
        InlineWriter whole;
        whole.write(node);
        list.html = whole.html();
        list.links = whole.links();
        for (const auto &item : node.childElements()) {
            InlineWriter writer;
            writer.writeChildren(item);
            const auto text = text::simplified(writer.text());
            list.items.append({.text = text, .html = writer.html(), .links = writer.links()});
            list.text += (list.text.isEmpty() ? u""_s : u"\n"_s) + text;
            list.onlyLinks = list.onlyLinks && (text.isEmpty() || writer.onlyLinks());
        }
        list.marked = list.text;
        if (!list.text.isEmpty())
            m_blocks.append(list);
    }

    // A paragraph's lines and pictures become blocks of their own: sites of old set a whole head in
    // one paragraph.
    void addParagraph(const QList<Node> &nodes, Block::Kind kind, int level = 0)
    {
        InlineWriter writer;
        bool continues = false;
        const auto flush = [&] {
            continues = addLine(writer, kind, level, continues) || continues;
            writer = InlineWriter();
        };
        for (const auto &node : nodes) {
            const auto picture = soleImage(node);
            if (node.isElement(u"br")) {
                flush();
            } else if (!picture.isNull()) {
                flush();
                addPicture(picture);
                continues = false;
            } else if (!isLeftOut(node)) {
                writer.write(node);
            }
        }
        flush();
    }

    // The <img> that a node is, or that it wraps in a link and nothing more.
    static Node soleImage(const Node &node)
    {
        if (node.isElement(u"img"))
            return node;
        const bool wraps = node.isElement(u"a") || node.isElement(u"picture");
        return wraps && html::textOf(node).isEmpty() ? node.firstDescendant(u"img") : Node();
    }

    bool addLine(const InlineWriter &writer, Block::Kind kind, int level, bool continues)
    {
        const auto text = text::simplified(writer.text());
        if (text.isEmpty())
            return false;
        m_blocks.append({.kind = kind,
                         .text = text,
                         .marked = text::simplified(writer.marked()),
                         .html = writer.html().trimmed(),
                         .links = writer.links(),
                         .level = level,
                         .emphasised = writer.onlyEmphasis(),
                         .onlyLinks = writer.onlyLinks(),
                         .continues = continues && kind == Block::Kind::Paragraph});
        return true;
    }

    void addPicture(const Node &image)
    {
        const auto src = image.attribute("src").trimmed();
        if (src.isEmpty())
            return;
        // r.jina.ai numbers the alternative texts.
        static const QRegularExpression number(uR"(^Image \d+(?::\s*|$))"_s);
        m_blocks.append(
            {.kind = Block::Kind::Picture,
             .figure
             = {.src = src, .alt = text::simplified(image.attribute("alt").remove(number))}});
    }

    Blocks m_blocks;
};

} // namespace

Result<Blocks> formats::markdownBlocks(const QString &markdown)
{
    const auto source
        = withNotes(withoutNoteMarks(withHeadingLinks(withBoundedQuotes(markdown)))).toUtf8();
    QByteArray html;
    if (md_html(source.constData(), MD_SIZE(source.size()), collect, &html, dialect, 0) != 0)
        return Error{Error::Kind::Malformed, u"Markdown"_s};
    const auto document = html::Document::parse(html);
    if (!document)
        return document.error();
    return BlockReader().read(document->body());
}
