#include "formats/xhtml.h"

#include "html/escaping.h"
#include "html/tagscanner.h"

#include <QByteArrayList>

#include <algorithm>

namespace {

bool isVoid(const QByteArray &name)
{
    // HTML §13.1.2: elements without content.
    static const QByteArrayList names{"area",  "base", "br",   "col",   "embed",  "hr",    "img",
                                      "input", "link", "meta", "param", "source", "track", "wbr"};
    return names.contains(name);
}

// What of XHTML no story needs. They hold anything, tags that are none too.
bool isCode(const QByteArray &name)
{
    return name == "script" || name == "style";
}

QByteArray localName(QByteArrayView name)
{
    auto local = name.toByteArray().toLower();
    for (const auto *const prefix : {"html:", "xhtml:", "h:"}) {
        if (local.startsWith(prefix))
            return local.mid(qsizetype(qstrlen(prefix)));
    }
    return local;
}

class Rewriter
{
public:
    explicit Rewriter(QByteArrayView xhtml)
        : m_xhtml(xhtml)
    {
    }

    QByteArray run()
    {
        m_out.reserve(m_xhtml.size() + m_xhtml.size() / 16);
        for (qsizetype at = 0; at < m_xhtml.size();) {
            const auto tag = m_xhtml.indexOf('<', at);
            const auto end = tag < 0 ? m_xhtml.size() : tag;
            m_out.append(m_xhtml.sliced(at, end - at));
            at = end < m_xhtml.size() ? pass(end) : end;
        }
        return std::move(m_out);
    }

private:
    // Writes what begins with the "<" at `at`; answers where it ends.
    qsizetype pass(qsizetype at)
    {
        const auto rest = m_xhtml.sliced(at);
        if (html::isTagAt(m_xhtml, at))
            return passTag(at);
        if (rest.startsWith("<![CDATA[")) {
            const auto end = rest.indexOf("]]>");
            html::appendEscaped(m_out, end < 0 ? rest.sliced(9) : rest.first(end).sliced(9));
            return end < 0 ? m_xhtml.size() : at + end + 3;
        }
        if (rest.startsWith("<!--") || rest.startsWith("<?"))
            return html::endOfComment(m_xhtml, at);
        if (rest.startsWith("<!"))
            return endOfDeclaration(at);
        m_out.append("&lt;");
        return at + 1;
    }

    // Behind a document type, which may hold declarations of its own in brackets.
    [[nodiscard]] qsizetype endOfDeclaration(qsizetype at) const
    {
        const auto end = html::endOfComment(m_xhtml, at);
        if (!m_xhtml.sliced(at, end - at).contains('['))
            return end;
        const auto bracket = m_xhtml.indexOf(']', at);
        return bracket < 0 ? m_xhtml.size() : html::endOfComment(m_xhtml, bracket);
    }

    qsizetype passTag(qsizetype at)
    {
        html::scanTag(m_xhtml, at, m_tag);
        const auto name = localName(m_tag.name);
        if (isCode(name))
            return m_tag.isEnd || m_tag.isSelfClosing ? m_tag.end : behindCode(name);
        if (m_tag.isEnd) {
            if (!isVoid(name))
                m_out.append("</" + name + '>');
            return m_tag.end;
        }
        const auto nameEnd = at + 1 + m_tag.name.size();
        m_out.append('<' + name);
        m_out.append(
            m_xhtml.sliced(nameEnd, std::max(m_tag.attributesEnd - nameEnd, qsizetype(0))));
        m_out.append('>');
        if (m_tag.isSelfClosing && !isVoid(name))
            m_out.append("</" + name + '>');
        return m_tag.end;
    }

    [[nodiscard]] qsizetype behindCode(const QByteArray &name) const
    {
        const auto end = html::endOfRawText(m_xhtml, m_tag.end, name);
        return end < m_xhtml.size() ? html::endOfComment(m_xhtml, end) : end;
    }

    QByteArrayView m_xhtml;
    html::ScannedTag m_tag;
    QByteArray m_out;
};

class Writer
{
public:
    explicit Writer(const formats::ChangeElement &change)
        : m_change(change)
    {
    }

    void writeChildren(const html::Node &node)
    {
        for (auto child = node.firstChild(); !child.isNull(); child = child.nextSibling())
            write(child);
    }

    QByteArray out;

private:
    void write(const html::Node &node)
    {
        if (node.kind() == html::Node::Kind::Text) {
            html::appendEscaped(out, node.text().toUtf8());
            return;
        }
        if (!node.isElement())
            return;
        // "svg:path": the parser finds drawings and formulas by their outermost element.
        const auto name = node.name().mid(node.name().indexOf(u':') + 1).toUtf8();
        const auto change = m_change ? m_change(node) : formats::ElementChange();
        if (change.instead || isCode(name)) {
            out.append(change.instead.value_or(QByteArray()));
            return;
        }
        out.append('<' + name);
        writeAttributes(node, change.attributes);
        out.append('>');
        if (isVoid(name))
            return;
        writeChildren(node);
        out.append("</" + name + '>');
    }

    void writeAttributes(const html::Node &node, const QHash<QByteArray, QString> &changed)
    {
        for (const auto &name : node.attributeNames()) {
            if (!changed.contains(name))
                writeAttribute(name, node.attribute(name.constData()));
        }
        for (auto each = changed.begin(); each != changed.end(); ++each) {
            if (!each.value().isNull())
                writeAttribute(each.key(), each.value());
        }
    }

    void writeAttribute(const QByteArray &name, const QString &value)
    {
        out.append(' ' + name + "=\"");
        html::appendEscaped(out, value.toUtf8());
        out.append('"');
    }

    const formats::ChangeElement &m_change;
};

} // namespace

QByteArray formats::htmlFromXhtml(QByteArrayView xhtml)
{
    return Rewriter(xhtml).run();
}

QByteArray formats::innerHtml(const html::Node &node, const ChangeElement &change)
{
    Writer writer(change);
    writer.writeChildren(node);
    return std::move(writer.out);
}
