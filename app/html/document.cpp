#include "html/document.h"

#include "html/allowlist.h"
#include "html/limits.h"
#include "html/parsermemory.h"
#include "html/shielded.h"
#include "text/whitespace.h"

#include <QByteArray>

#include <gumbo.h>

using namespace Qt::StringLiterals;
using namespace html;

struct Document::Tree
{
    ShieldedMarkup markup; // The nodes point into it.
    std::unique_ptr<ParserMemory> memory;
    const GumboOutput *output = nullptr;
};

namespace {

void *allocate(void *memory, size_t size)
{
    return static_cast<ParserMemory *>(memory)->allocate(size);
}

void release(void *memory, void *piece)
{
    static_cast<ParserMemory *>(memory)->release(piece);
}

// Null when the parser took more than its share. Nothing here may have a destructor: the jump out
// of the parser would pass it by.
const GumboOutput *parsed(const char *bytes, size_t size, ParserMemory *memory)
{
    if (setjmp(memory->exhausted) != 0)
        return nullptr;
    GumboOptions options = kGumboDefaultOptions;
    options.allocator = allocate;
    options.deallocator = release;
    options.userdata = memory;
    options.max_errors = 0;
    return gumbo_parse_with_options(&options, bytes, size);
}

// What is no part of the line around it.
bool separates(const GumboElement &element)
{
    return element.tag == GUMBO_TAG_BR || isBlock(ruleFor(element).kind);
}

bool isUnseen(const GumboElement &element)
{
    return element.tag == GUMBO_TAG_SCRIPT || element.tag == GUMBO_TAG_STYLE
        || element.tag == GUMBO_TAG_TEMPLATE;
}

// How the word before is read.
bool isReading(const GumboElement &element)
{
    return element.tag == GUMBO_TAG_RT || element.tag == GUMBO_TAG_RP;
}

// The node after `node` and all it holds, inside `root`.
Node after(Node node, const Node &root, QString &text)
{
    for (; !node.isNull() && node != root; node = node.parent()) {
        if (node.isElement() && separates(node.handle()->v.element))
            text += u' ';
        const auto sibling = node.nextSibling();
        if (!sibling.isNull())
            return sibling;
    }
    return {};
}

} // namespace

Document::Document(std::unique_ptr<Tree> tree)
    : m_tree(std::move(tree))
{
}

Document::Document(Document &&) noexcept = default;
Document &Document::operator=(Document &&) noexcept = default;
Document::~Document() = default;

Result<Document> Document::parse(const QString &html)
{
    if (html.size() > limits::documentBytes)
        return Error{Error::Kind::TooLarge, u"HTML of %1 characters"_s.arg(html.size())};
    return parse(html.toUtf8());
}

Result<Document> Document::parse(const QByteArray &utf8)
{
    if (utf8.size() > limits::documentBytes)
        return Error{Error::Kind::TooLarge, u"HTML of %1 bytes"_s.arg(utf8.size())};

    for (const auto shield : {Shield::Limits, Shield::TextOnly}) {
        auto tree = std::make_unique<Tree>();
        tree->markup = shielded(utf8, shield);
        if (tree->markup.bytes.size() > limits::markupBytes)
            continue;
        tree->memory = std::make_unique<ParserMemory>();
        tree->output = parsed(tree->markup.bytes.constData(), size_t(tree->markup.bytes.size()),
                              tree->memory.get());
        if (!tree->output)
            continue;
        tree->markup.restoreInto(tree->output->root);
        return Document(std::move(tree));
    }
    return Error{Error::Kind::TooLarge, u"HTML that outgrows the parser"_s};
}

Node Document::root() const
{
    return Node(m_tree->output->root);
}

Node Document::head() const
{
    const auto children = root().childElements();
    for (const auto &child : children) {
        if (child.isElement(u"head"))
            return child;
    }
    return {};
}

Node Document::body() const
{
    const auto children = root().childElements();
    for (const auto &child : children) {
        if (child.isElement(u"body"))
            return child;
    }
    return {};
}

QString html::textOf(const Node &node)
{
    QString text;
    for (auto inside = node; !inside.isNull();) {
        if (inside.kind() == Node::Kind::Text)
            text += inside.text();
        else if (inside.isElement() && separates(inside.handle()->v.element))
            text += u' ';
        if (inside.isElement()
            && (isUnseen(inside.handle()->v.element)
                || (inside != node && isReading(inside.handle()->v.element))))
            inside = after(inside, node, text);
        else
            inside = inside.firstChild().isNull() ? after(inside, node, text) : inside.firstChild();
    }
    return text::simplified(text);
}
