#pragma once

#include "base/result.h"

#include <QByteArrayList>
#include <QList>
#include <QString>
#include <QStringView>

#include <memory>

// The parser's own node; only this part knows what it is.
struct GumboInternalNode;

namespace html {

class Node;

// An HTML5 document, parsed as browsers do (HTML §13.2). Any text parses; limits keep it bounded.
class Document
{
public:
    // Refuses only what is larger than limits::documentBytes. Nesting deeper than limits::depth is
    // flattened: the text stays.
    static Result<Document> parse(const QString &html);
    static Result<Document> parse(const QByteArray &utf8);

    Document(Document &&) noexcept;
    Document &operator=(Document &&) noexcept;
    ~Document();

    [[nodiscard]] Node root() const; // <html>
    [[nodiscard]] Node head() const;
    [[nodiscard]] Node body() const;

private:
    struct Tree;
    explicit Document(std::unique_ptr<Tree> tree);
    std::unique_ptr<Tree> m_tree;
};

// A place in a Document's tree: a small value, valid while the Document lives.
class Node
{
public:
    enum class Kind { None, Element, Text, Comment };

    Node() = default;
    explicit Node(const GumboInternalNode *node)
        : m_node(node)
    {
    }

    [[nodiscard]] Kind kind() const;
    [[nodiscard]] bool isNull() const { return !m_node; }
    [[nodiscard]] bool isElement() const { return kind() == Kind::Element; }
    [[nodiscard]] bool isElement(QStringView name) const; // Lower-case HTML name.

    // Lower case; empty for what is no element. "svg:title", "math:mi" inside drawings and
    // formulas.
    [[nodiscard]] QString name() const;
    // What stands for the name in a table: less than tagNumbers; 0 for what is no element of HTML.
    [[nodiscard]] int tagNumber() const;
    [[nodiscard]] QString text() const; // Of a text or comment node itself.
    [[nodiscard]] bool hasAttributes() const;
    [[nodiscard]] bool hasAttribute(const char *name) const; // Lower case.
    [[nodiscard]] QString attribute(const char *name) const; // Empty when missing.
    [[nodiscard]] QByteArrayList attributeNames() const;

    [[nodiscard]] Node parent() const;
    [[nodiscard]] Node firstChild() const;
    [[nodiscard]] Node nextSibling() const;
    [[nodiscard]] Node previousSibling() const;
    [[nodiscard]] QList<Node> children() const;
    [[nodiscard]] QList<Node> childElements() const;

    // The next node in document order inside `root`'s subtree, descending first; null at the end.
    [[nodiscard]] Node next(const Node &root) const;
    // The same without descending into this node.
    [[nodiscard]] Node nextOutside(const Node &root) const;

    // Elements below this one, in document order.
    [[nodiscard]] QList<Node> descendants(QStringView elementName) const;
    [[nodiscard]] Node firstDescendant(QStringView elementName) const;

    [[nodiscard]] const GumboInternalNode *handle() const { return m_node; }
    bool operator==(const Node &) const = default;

private:
    const GumboInternalNode *m_node = nullptr;
};

// The number of an element's name, and more than the highest.
int tagNumber(QStringView name);
constexpr int tagNumbers = 512;

// All the text below a node, white space simplified; script, style and template left out, and the
// readings that stand above words. Words of different blocks never run together.
QString textOf(const Node &node);

} // namespace html
