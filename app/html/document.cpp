#include "html/document.h"

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
    auto inside = node;
    while (!inside.isNull()) {
        if (inside.kind() == Node::Kind::Text)
            text += inside.text();
        else if (inside.isElement(u"br"))
            text += u' ';
        const auto unseen = inside.isElement(u"script") || inside.isElement(u"style");
        inside = unseen ? inside.nextOutside(node) : inside.next(node);
    }
    return text::simplified(text);
}
