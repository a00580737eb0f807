#include "page/markdown.h"

#include "html/document.h"
#include "model/jsonfeed.h"
#include "page/foreign.h"
#include "page/markdownfigures.h"
#include "page/markdowntable.h"
#include "page/notesigns.h"
#include "page/quotemarks.h"

#include <QHash>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

// Stands for <br> until a block's white space is simplified, which would take a real line break.
constexpr QChar lineBreak(0x1d);

// Whether a reference such as "&amp;" begins there, which would be read as what it stands for.
bool beginsReference(const QString &text, qsizetype at)
{
    static const QRegularExpression reference(
        uR"(\G&(?:#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6}|\w{1,40});)"_s);
    return text.at(at) == u'&'
        && reference.match(text, at, QRegularExpression::NormalMatch).hasMatch();
}

// What notes programs write beside CommonMark: "==marked==", "%%a comment%%".
bool isDoubled(const QString &text, qsizetype at)
{
    const auto letter = text.at(at);
    return (letter == u'=' || letter == u'%')
        && ((at > 0 && text.at(at - 1) == letter)
            || (at + 1 < text.size() && text.at(at + 1) == letter));
}

// Text at the start of a line that would make it a heading, a list, a rule or a quotation.
QString escapedLine(const QString &text)
{
    if (text.startsWith(u'#') || text.startsWith(u'=') || text.startsWith("- "_L1)
        || text.startsWith("+ "_L1) || text.startsWith("--"_L1) || text == u"-" || text == u"+")
        return u'\\' + text;
    qsizetype digits = 0;
    while (digits < text.size() && text.at(digits).isDigit())
        ++digits;
    const auto after = text.mid(digits, 2);
    if (digits > 0 && (after == ". "_L1 || after == ") "_L1 || after == u"." || after == u")"))
        return text.left(digits) + u'\\' + text.mid(digits);
    return text;
}

QString escapedBlock(const QString &text)
{
    auto lines = text.split(lineBreak);
    for (auto &line : lines)
        line = escapedLine(line.trimmed());
    return lines.join(lineBreak);
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
    explicit Writer(const Article &article)
        : m_article(article)
    {
    }

    QString story(const html::Node &body)
    {
        m_notes = page::noteNumbers(body);
        return blocks(body);
    }

private:
    // The blocks below a node, a blank line between them.
    QString blocks(const html::Node &parent)
    {
        QStringList parts;
        QString running;
        const auto flush = [&] {
            const auto text = running.simplified();
            if (!text.isEmpty())
                parts.append(brokenLines(escapedBlock(text)));
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
        if (name == "figure"_L1)
            return figure(node);
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
            const auto note = m_notes.value(u'#' + item.attribute("id"));
            const auto mark = note > 0 ? u"[^%1]: "_s.arg(note)
                : numbered             ? u"%1. "_s.arg(number)
                                       : u"- "_s;
            ++number;
            const auto rest = note > 0 ? qsizetype(4) : mark.size();
            items.append(indented(blocks(item), mark, QString(rest, u' ')));
        }
        return items.join(u'\n');
    }

    QString table(const html::Node &node)
    {
        // Within code nothing is escaped yet.
        static const QRegularExpression bar(uR"((?<!\\)\|)"_s);
        QStringList lines;
        for (const auto &row : node.descendants(u"tr")) {
            QStringList cells;
            for (const auto &cell : row.childElements())
                cells.append(inlineBelow(cell).simplified().replace(bar, u"\\|"_s));
            lines.append(u"| "_s + cells.join(u" | "_s) + u" |"_s);
            if (lines.size() == 1)
                lines.append(page::markdownColumns(node, cells.size()));
        }
        return lines.join(u'\n');
    }

    // A photo and its words; what else is set as a figure is written as it is.
    QString figure(const html::Node &node)
    {
        const auto images = node.descendants(u"img");
        const auto caption = node.firstDescendant(u"figcaption");
        const auto words = caption.isNull() ? QString() : html::textOf(caption);
        if (images.size() > 1 || html::textOf(node) != words
            || (!caption.isNull() && !caption.firstDescendant(u"a").isNull()))
            return blocks(node);
        const auto figure = page::figureIn(node, m_article);
        return figure.src.isEmpty() ? page::markdownLostFigure(figure)
                                    : page::markdownFigure(figure);
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
            return page::markdownInline(node.text());
        const auto name = node.name();
        if (name == "br"_L1)
            return QString(lineBreak);
        if (name == "img"_L1)
            return picture(node);
        if (name == "svg"_L1)
            return page::markdownInline(page::drawingText(node));
        if (name == "math"_L1)
            return page::markdownInline(page::formulaText(node));
        auto inner = m_quotes.opening(name);
        inner += inlineBelow(node);
        inner += m_quotes.closing(name);
        if (inner.trimmed().isEmpty())
            return inner;
        if (name == "rt"_L1 || name == "rp"_L1)
            return name == "rt"_L1 ? u'（' + inner + u'）' : QString();
        if (name == "sup"_L1 || name == "sub"_L1)
            return page::markdownPlaced(node, inner);
        if (name == "strong"_L1 || name == "b"_L1)
            return wrapped(inner, u"**"_s);
        if (name == "em"_L1 || name == "i"_L1 || name == "cite"_L1)
            return wrapped(inner, u"*"_s);
        if (name == "del"_L1 || name == "s"_L1)
            return wrapped(inner, u"~~"_s);
        if (name == "code"_L1)
            return code(html::textOf(node));
        const auto href = node.attribute("href");
        const auto note = name == "a"_L1 ? m_notes.value(href) : 0;
        if (note > 0 && page::isNoteSign(html::textOf(node)))
            return u"[^%1]"_s.arg(note);
        // Any other link within the page leads nowhere in the note.
        if (name == "a"_L1 && !href.isEmpty() && !href.startsWith(u'#'))
            return u'[' + inner + u"]("_s + page::markdownAddress(href) + u')';
        return inner;
    }

    // What has been lost leaves its words.
    [[nodiscard]] QString picture(const html::Node &node) const
    {
        const auto alt = page::markdownInline(node.attribute("alt"));
        const auto src = node.attribute("src");
        if (!page::isShown(src, m_article))
            return alt;
        return u"!["_s + alt + u"]("_s + page::markdownAddress(src) + u')';
    }

    static QString code(const QString &text)
    {
        QString fence = u"`"_s;
        while (text.contains(fence))
            fence += u'`';
        const auto room = text.startsWith(u'`') || text.endsWith(u'`') ? u" "_s : QString();
        return fence + room + text + room + fence;
    }

    // Emphasis marks must touch the words, so white space at the ends goes outside.
    static QString wrapped(const QString &inner, const QString &mark)
    {
        const auto words = inner.trimmed();
        const auto start = inner.indexOf(words);
        return inner.left(start) + mark + words + mark + inner.mid(start + words.size());
    }

    const Article &m_article;
    page::QuoteMarks m_quotes{m_article};
    QHash<QString, int> m_notes; // Numbers by the addresses that lead to them.
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
    // Of a picture that is lost, where the text says nothing of it.
    if (!page::isShown(article.lead.src, article)) {
        put("caption"_L1, article.lead.caption);
        put("credit"_L1, article.lead.credit);
    }
    if (!article.tags.isEmpty()) {
        text += "tags:\n"_L1;
        for (const auto &tag : article.tags)
            text += "  - "_L1 + quoted(tag) + u'\n';
    }
    return text + "---\n\n"_L1;
}

// Those that do not stand in the body already.
QString relatedLines(const Article &article)
{
    QStringList lines;
    for (const auto &link : article.related) {
        if (article.body.toString().contains("class=\"related\""_L1)
            && article.text.contains(link.title))
            continue;
        const auto title = page::markdownInline(link.title);
        const auto address = QString::fromLatin1(link.url.toEncoded());
        lines.append("Related article: "_L1
                     + (address.isEmpty()
                            ? title
                            : u'[' + title + u"]("_s + page::markdownAddress(address) + u')'));
    }
    return lines.join("\n\n"_L1);
}

} // namespace

QString page::markdownInline(const QString &text)
{
    static const QString special = u"\\`*_[]<>~^|"_s;
    QString escaped;
    escaped.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (special.contains(text.at(i)) || isDoubled(text, i) || beginsReference(text, i))
            escaped += u'\\';
        escaped += text.at(i);
    }
    return escaped;
}

QString page::markdownText(const QString &text)
{
    return escapedLine(markdownInline(text));
}

QString page::markdownAddress(const QString &address)
{
    constexpr QStringView ending = u"()<> \n";
    const auto plain
        = std::ranges::none_of(address, [ending](QChar letter) { return ending.contains(letter); });
    if (plain)
        return address;
    auto written = address;
    written.replace(u' ', u"%20"_s).replace(u'\n', u"%0A"_s);
    written.replace(u'(', u"%28"_s).replace(u')', u"%29"_s);
    return written.replace(u'<', u"%3C"_s).replace(u'>', u"%3E"_s);
}

QString page::markdown(const Article &article, const PictureAddresses &addresses)
{
    QStringList parts;
    if (!article.title.isEmpty())
        parts.append("# "_L1 + markdownInline(article.title));
    if (isShown(article.lead.src, article))
        parts.append(markdownFigure(article.lead));
    if (const auto document = html::Document::parse(article.body.toString()))
        parts.append(Writer(article).story(document->body()));
    if (const auto related = relatedLines(article); !related.isEmpty())
        parts.append(related);
    auto text = frontMatter(article) + parts.join("\n\n"_L1) + u'\n';
    for (auto it = addresses.cbegin(); it != addresses.cend(); ++it)
        text.replace(u"]("_s + it.key() + u')', u"]("_s + markdownAddress(it.value()) + u')');
    return jsonfeed::withDataUris(text, article.pictures);
}
