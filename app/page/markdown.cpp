#include "page/markdown.h"

#include "html/document.h"
#include "model/jsonfeed.h"

using namespace Qt::StringLiterals;

namespace {

// Stands for <br> until a block's white space is simplified, which would take a real line break.
constexpr QChar lineBreak(0x1d);

// Characters that would be read as markup where they stand in running text.
QString escapedInline(QString text)
{
    static const QString special = u"\\`*_[]<>"_s;
    for (qsizetype i = text.size(); i-- > 0;) {
        if (special.contains(text.at(i)))
            text.insert(i, u'\\');
    }
    return text;
}

// Text at the start of a block that would make it a heading, a list or a quotation.
QString escapedBlock(const QString &text)
{
    if (text.startsWith(u'#') || text.startsWith(u'>') || text.startsWith("- "_L1)
        || text.startsWith("+ "_L1))
        return u'\\' + text;
    qsizetype digits = 0;
    while (digits < text.size() && text.at(digits).isDigit())
        ++digits;
    if (digits > 0 && (text.mid(digits, 2) == ". "_L1 || text.mid(digits, 2) == ") "_L1))
        return text.left(digits) + u'\\' + text.mid(digits);
    return text;
}

QString indented(const QString &text, const QString &first, const QString &rest)
{
    auto lines = text.split(u'\n');
    for (qsizetype i = 0; i < lines.size(); ++i) {
        if (i == 0)
            lines[i].prepend(first);
        else if (!lines.at(i).isEmpty() || rest.startsWith(u'>'))
            lines[i].prepend(rest);
    }
    return lines.join(u'\n');
}

// Turns the safe HTML of a story into Markdown. The nesting is bounded by the sanitiser, so that
// descending by recursion is safe.
class Writer
{
public:
    // The blocks below a node, a blank line between them.
    QString blocks(const html::Node &parent)
    {
        QStringList parts;
        QString running;
        const auto flush = [&] {
            const auto text = running.simplified();
            if (!text.isEmpty())
                parts.append(escapedBlock(brokenLines(text)));
            running.clear();
        };
        for (auto node = parent.firstChild(); !node.isNull(); node = node.nextSibling()) {
            if (!isBlock(node)) {
                running += inlineOf(node);
                continue;
            }
            flush();
            if (const auto text = block(node); !text.isEmpty())
                parts.append(text);
        }
        flush();
        return parts.join("\n\n"_L1);
    }

private:
    static bool isBlock(const html::Node &node)
    {
        static const QStringList names{
            u"p"_s,      u"div"_s, u"section"_s,    u"article"_s, u"aside"_s,
            u"h1"_s,     u"h2"_s,  u"h3"_s,         u"h4"_s,      u"h5"_s,
            u"h6"_s,     u"ul"_s,  u"ol"_s,         u"dl"_s,      u"dt"_s,
            u"dd"_s,     u"li"_s,  u"blockquote"_s, u"pre"_s,     u"table"_s,
            u"figure"_s, u"hr"_s,  u"details"_s,    u"summary"_s, u"figcaption"_s};
        return node.isElement() && names.contains(node.name());
    }

    static QString brokenLines(QString text) { return text.replace(lineBreak, "  \n"_L1); }

    QString block(const html::Node &node)
    {
        const auto name = node.name();
        if (name.size() == 2 && name.startsWith(u'h') && name.at(1).isDigit())
            return QString(name.at(1).digitValue(), u'#') + u' ' + inlineBelow(node).simplified();
        if (name == "hr"_L1)
            return u"---"_s;
        if (name == "pre"_L1)
            return fenced(node);
        if (name == "blockquote"_L1)
            return indented(blocks(node), u"> "_s, u"> "_s);
        if (name == "ul"_L1 || name == "ol"_L1)
            return list(node, name == "ol"_L1);
        if (name == "table"_L1)
            return table(node);
        return blocks(node);
    }

    static QString fenced(const html::Node &node)
    {
        QString code;
        for (auto each = node.firstChild(); !each.isNull(); each = each.next(node)) {
            if (each.kind() == html::Node::Kind::Text)
                code += each.text();
        }
        QString fence = u"```"_s;
        while (code.contains(fence))
            fence += u'`';
        return fence + u'\n' + (code.endsWith(u'\n') ? code.chopped(1) : code) + u'\n' + fence;
    }

    QString list(const html::Node &node, bool numbered)
    {
        QStringList items;
        auto number = std::max(node.attribute("start").toInt(), 1);
        for (const auto &item : node.childElements()) {
            const auto mark = numbered ? u"%1. "_s.arg(number++) : u"- "_s;
            items.append(indented(blocks(item), mark, QString(mark.size(), u' ')));
        }
        return items.join(u'\n');
    }

    QString table(const html::Node &node)
    {
        QStringList lines;
        for (const auto &row : node.descendants(u"tr")) {
            QStringList cells;
            for (const auto &cell : row.childElements())
                cells.append(inlineBelow(cell).simplified().replace(u'|', u"\\|"_s));
            lines.append(u"| "_s + cells.join(u" | "_s) + u" |"_s);
            if (lines.size() == 1)
                lines.append(u"|"_s + QString(u" --- |"_s).repeated(cells.size()));
        }
        return lines.join(u'\n');
    }

    QString inlineBelow(const html::Node &parent)
    {
        QString text;
        for (auto node = parent.firstChild(); !node.isNull(); node = node.nextSibling())
            text += inlineOf(node);
        return text;
    }

    QString inlineOf(const html::Node &node)
    {
        if (node.kind() == html::Node::Kind::Text)
            return escapedInline(node.text());
        const auto name = node.name();
        if (name == "br"_L1)
            return QString(lineBreak);
        if (name == "img"_L1)
            return u"![%1](%2)"_s.arg(escapedInline(node.attribute("alt")), node.attribute("src"));
        if (name == "svg"_L1)
            return escapedInline(drawingText(node));
        const auto inner = inlineBelow(node);
        if (inner.trimmed().isEmpty())
            return inner;
        if (name == "strong"_L1 || name == "b"_L1)
            return wrapped(inner, u"**"_s);
        if (name == "em"_L1 || name == "i"_L1 || name == "cite"_L1)
            return wrapped(inner, u"*"_s);
        if (name == "code"_L1)
            return u'`' + html::textOf(node) + u'`';
        if (name == "a"_L1 && node.hasAttribute("href"))
            return u"[%1](%2)"_s.arg(inner, node.attribute("href"));
        return inner;
    }

    // Markdown cannot draw: what a drawing is called stands for it, or else the words in it.
    static QString drawingText(const html::Node &drawing)
    {
        const auto title = drawing.firstChild();
        if (title.isElement(u"svg:title"))
            return html::textOf(title);
        QStringList words;
        for (const auto &text : drawing.descendants(u"svg:text"))
            words.append(html::textOf(text));
        return words.join(u' ');
    }

    // Emphasis marks must touch the words, so white space at the ends goes outside.
    static QString wrapped(const QString &inner, const QString &mark)
    {
        const auto words = inner.trimmed();
        const auto start = inner.indexOf(words);
        return inner.left(start) + mark + words + mark + inner.mid(start + words.size());
    }
};

QString quoted(QString value)
{
    return u'"' + value.replace(u'\\', u"\\\\"_s).replace(u'"', u"\\\""_s).replace(u'\n', u' ')
        + u'"';
}

QString frontMatter(const Article &article)
{
    QString text = u"---\n"_s;
    const auto put = [&](QLatin1StringView key, const QString &value) {
        if (!value.isEmpty())
            text += key + ": "_L1 + quoted(value) + u'\n';
    };
    put("title"_L1, article.title);
    put("source"_L1, QString::fromLatin1(article.url.toEncoded()));
    if (!article.authors.isEmpty()) {
        text += "author:\n"_L1;
        for (const auto &author : article.authors)
            text += "  - "_L1 + quoted(author.name) + u'\n';
    }
    put("published"_L1, article.published.toRfc3339());
    put("created"_L1, article.provenance.savedAt.toRfc3339());
    put("site"_L1, article.site);
    put("description"_L1, article.standfirst);
    put("language"_L1, article.language);
    if (!article.tags.isEmpty()) {
        text += "tags:\n"_L1;
        for (const auto &tag : article.tags)
            text += "  - "_L1 + quoted(tag) + u'\n';
    }
    return text + "---\n\n"_L1;
}

QString leadFigure(const Figure &lead)
{
    QStringList parts;
    if (!lead.src.isEmpty())
        parts.append(u"![%1](%2)"_s.arg(escapedInline(lead.alt), lead.src));
    auto caption = escapedInline(lead.caption);
    if (!lead.credit.isEmpty())
        caption += (caption.isEmpty() ? u"("_s : u" ("_s) + escapedInline(lead.credit) + u')';
    if (!caption.isEmpty())
        parts.append(u'*' + caption + u'*');
    return parts.join("\n\n"_L1);
}

} // namespace

QString page::markdown(const Article &article)
{
    QStringList parts;
    if (!article.title.isEmpty())
        parts.append("# "_L1 + escapedInline(article.title));
    if (!article.lead.isEmpty())
        parts.append(leadFigure(article.lead));
    if (const auto document = html::Document::parse(article.body.toString()))
        parts.append(Writer().blocks(document->body()));
    const auto text = frontMatter(article) + parts.join("\n\n"_L1) + u'\n';
    return jsonfeed::withDataUris(text, article.pictures);
}
