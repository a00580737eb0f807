#include "html/sanitise.h"

#include "html/attributes.h"
#include "html/gumbonodes.h"
#include "html/images.h"
#include "html/mathml.h"
#include "html/sanitiser.h"

#include <optional>

using namespace Qt::StringLiterals;
using namespace html;

Sanitiser::Sanitiser(const Sanitising &how, SafeWriter &writer)
    : m_how(how)
    , m_writer(writer)
{
    for (const auto &node : how.without)
        m_without.insert(node.handle());
}

void Sanitiser::add(const GumboNode *node)
{
    noteBlocks(node);
    m_frames.clear();
    enter(node);
    while (!m_frames.empty()) {
        auto &frame = m_frames.back();
        if (const auto *child = childAt(frame.node, frame.nextChild)) {
            ++frame.nextChild;
            enter(child);
        } else {
            leave();
        }
    }
}

// Links around whole cards are common. They must not be put in a paragraph, which cannot hold the
// card's blocks.
void Sanitiser::noteBlocks(const GumboNode *root)
{
    for (auto node = Node(root); !node.isNull(); node = node.next(Node(root))) {
        const auto *handle = node.handle();
        if (!isElement(handle) || !isBlock(ruleFor(handle->v.element).kind))
            continue;
        for (const auto *above = handle; above != root;) {
            above = above->parent;
            if (!isElement(above) || isBlock(ruleFor(above->v.element).kind)
                || m_holdBlocks.contains(above))
                break;
            m_holdBlocks.insert(above);
        }
    }
}

void Sanitiser::enter(const GumboNode *node)
{
    if (!m_without.isEmpty() && m_without.contains(node))
        return;
    switch (node->type) {
    case GUMBO_NODE_ELEMENT:
        enterElement(node);
        break;
    case GUMBO_NODE_TEXT:
    case GUMBO_NODE_CDATA:
        line();
        m_writer.text(node->v.text.text);
        break;
    case GUMBO_NODE_WHITESPACE:
        m_writer.text(node->v.text.text);
        break;
    case GUMBO_NODE_DOCUMENT:
    case GUMBO_NODE_TEMPLATE:
    case GUMBO_NODE_COMMENT:
        break;
    }
}

void Sanitiser::leave()
{
    const auto frame = std::move(m_frames.back());
    m_frames.pop_back();
    if (!frame.alt.isEmpty() && frame.node->v.element.tag == GUMBO_TAG_A
        && m_writer.isEmpty(frame.mark))
        m_writer.text(frame.alt);
    m_writer.end(frame.mark);
    if (frame.isBoundary)
        m_writer.boundary();
}

// What stands in a line, and whether that line is to be a paragraph.
void Sanitiser::line()
{
    if (!m_frames.empty() && m_frames.back().wantsParagraph)
        m_writer.ensureParagraph();
}

void Sanitiser::enterElement(const GumboNode *node)
{
    const auto &element = node->v.element;
    const auto rule = ruleFor(element);
    if (isFormula(Node(node))) {
        if (const auto markup = formula(Node(node)); !markup.isEmpty()) {
            line();
            m_writer.formula(markup);
            return;
        }
    }
    switch (rule.kind) {
    case Kind::Dropped:
        return;
    case Kind::Noscript:
        if (const auto *image = imageWithoutScript(node, m_how))
            enterImage(image);
        return;
    case Kind::Image:
        enterImage(node);
        return;
    case Kind::Break:
        line();
        m_writer.single(rule.name, {});
        return;
    case Kind::Rule:
        m_writer.boundary();
        m_writer.single(rule.name, {});
        return;
    case Kind::Unwrapped:
    case Kind::Inline:
        enterInline(node, rule);
        return;
    default:
        enterBlock(node, rule);
        return;
    }
}

void Sanitiser::enterInline(const GumboNode *node, Rule rule)
{
    const auto wantsParagraph = !m_frames.empty() && m_frames.back().wantsParagraph;
    Frame frame = {.node = node, .wantsParagraph = wantsParagraph};
    auto isWritten = rule.kind == Kind::Inline;
    QByteArray attributes;
    if (isWritten) {
        attributes = safeAttributes(node->v.element, rule.name);
        if (rule.name == GUMBO_TAG_A) {
            const auto address = linkAddress(node->v.element, m_how);
            isWritten = !address.isEmpty() && !m_writer.isIn(GUMBO_TAG_A);
            if (isWritten)
                appendAttribute(attributes, "href", address);
        } else if (attributes.isEmpty()) {
            isWritten = rule.name != GUMBO_TAG_SPAN && rule.name != GUMBO_TAG_BDO;
        }
    }
    if (isWritten) {
        if (m_holdBlocks.contains(node))
            m_writer.endParagraph();
        else
            line();
        frame.mark = m_writer.begin(rule.name, attributes);
    }
    m_frames.push_back(std::move(frame));
}

void Sanitiser::enterBlock(const GumboNode *node, Rule rule)
{
    const auto &element = node->v.element;
    const auto isRuby = rule.name == GUMBO_TAG_RT || rule.name == GUMBO_TAG_RP;
    // First of all, since a paragraph that ends here is nobody's parent.
    if (!isRuby)
        m_writer.boundary();
    auto isWritten = rule.kind != Kind::UnwrappedBlock;
    if (rule.kind == Kind::Meaningful)
        isWritten = hasMeaning(element) && m_writer.parent() != GUMBO_TAG_DL;
    else if (rule.kind == Kind::Part)
        isWritten = fits(rule.name, m_writer.parent());

    Frame frame = {.node = node};
    if (isWritten && rule.name == GUMBO_TAG_COL) {
        m_writer.single(rule.name, safeAttributes(element, rule.name));
        return;
    }
    if (isWritten)
        frame.mark = m_writer.begin(rule.name, safeAttributes(element, rule.name));
    frame.isBoundary = frame.mark.serial == 0 && !isRuby;
    frame.wantsParagraph = frame.isBoundary;
    m_frames.push_back(std::move(frame));
}

void Sanitiser::enterImage(const GumboNode *node)
{
    const auto address = imageAddress(node, m_how);
    if (address.isEmpty()) {
        const auto *alt = attributeValue(node->v.element, "alt");
        for (auto frame = m_frames.rbegin(); alt && frame != m_frames.rend(); ++frame) {
            if (frame->node->v.element.tag == GUMBO_TAG_A)
                frame->alt = alt;
        }
        return;
    }
    QByteArray attributes;
    appendAttribute(attributes, "src", address);
    attributes += safeAttributes(node->v.element, GUMBO_TAG_IMG);
    line();
    m_writer.single(GUMBO_TAG_IMG, attributes);
}

void Sanitiser::add(const QString &fragment)
{
    // A fragment is what stands in a body, whatever it says itself: <frameset> would replace it.
    const auto document = Document::parse("<!DOCTYPE html><body>" + fragment.toUtf8());
    if (!document)
        return;
    const auto children = document->body().children();
    for (const auto &child : children)
        add(child.handle());
}

SafeHtml Sanitiser::take()
{
    return SafeHtml(QString::fromUtf8(m_writer.take()));
}

SafeHtml html::sanitise(const QString &fragment, const Sanitising &how)
{
    SafeWriter writer;
    Sanitiser sanitiser(how, writer);
    sanitiser.add(fragment);
    return sanitiser.take();
}

SafeHtml html::sanitise(const Node &node, const Sanitising &how)
{
    return sanitise(QList<Node>{node}, how);
}

SafeHtml html::sanitise(const QList<Node> &nodes, const Sanitising &how)
{
    SafeWriter writer;
    Sanitiser sanitiser(how, writer);
    for (const auto &node : nodes) {
        if (!node.isNull())
            sanitiser.add(node.handle());
    }
    return sanitiser.take();
}
