#include "html/sanitise.h"

#include "html/anchors.h"
#include "html/attributes.h"
#include "html/gumbonodes.h"
#include "html/images.h"
#include "html/mathml.h"
#include "html/sanitiser.h"
#include "html/svg.h"

#include <algorithm>
#include <array>
#include <optional>

using namespace Qt::StringLiterals;
using namespace html;

namespace {

// A place that no link of the story leads to is not named, or making it safe again would find it
// less. What is not written can only take names away, so that few rounds settle it; without any
// names there is nothing to settle.
constexpr int rounds = 3;

Result<Document> parsedFragment(const QString &fragment)
{
    // A fragment is what stands in a body, whatever it says itself: <frameset> would replace it.
    return Document::parse("<!DOCTYPE html><body>" + fragment.toUtf8());
}

// Rows and cells without their table, which a body would not take.
bool isTablePart(const QString &fragment)
{
    const auto trimmed = QStringView(fragment).trimmed();
    const auto tag = trimmed.first(std::min<qsizetype>(trimmed.size(), 10));
    constexpr std::array parts{"<td"_L1,    "<th"_L1,  "<tr"_L1,     "<tbody"_L1,
                               "<tfoot"_L1, "<col"_L1, "<caption"_L1};
    return std::ranges::any_of(
        parts, [tag](QLatin1StringView part) { return tag.startsWith(part, Qt::CaseInsensitive); });
}

// A template takes whatever may stand anywhere (HTML §13.2.6.4.18).
Result<Document> parsedTemplate(const QString &fragment)
{
    return Document::parse("<!DOCTYPE html><body><template>" + fragment.toUtf8());
}

SafeHtml written(const QList<Node> &nodes, const Sanitising &how)
{
    AnchorNames anchors;
    for (int round = 1;; ++round) {
        SafeWriter writer;
        Sanitiser sanitiser(how, writer);
        for (const auto &node : nodes)
            sanitiser.look(node.handle());
        if (round > 1)
            sanitiser.setAnchors(anchors);
        for (const auto &node : nodes) {
            if (!node.isNull())
                sanitiser.write(node.handle());
        }
        Anchored found;
        auto safe = sanitiser.take(&found);
        if ((found.linked + how.anchors).contains(found.named))
            return safe;
        anchors = round < rounds ? found.linked + how.anchors : AnchorNames();
    }
}

} // namespace

Sanitiser::Sanitiser(const Sanitising &how, SafeWriter &writer)
    : m_how(how)
    , m_anchors(how.anchors)
    , m_writer(writer)
{
    for (const auto &node : how.without)
        m_without.insert(node.handle());
}

void Sanitiser::write(const GumboNode *node)
{
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

void Sanitiser::look(const GumboNode *root)
{
    for (auto node = Node(root); !node.isNull();) {
        const auto *handle = node.handle();
        const auto isInDrawing
            = isElement(handle) && handle->v.element.tag_namespace == GUMBO_NAMESPACE_SVG;
        node = isInDrawing ? node.nextOutside(Node(root)) : node.next(Node(root));
        if (isInDrawing || !isElement(handle))
            continue;
        if (handle->v.element.tag == GUMBO_TAG_A)
            collectAnchor(Node(handle), m_how.base, m_anchors);
        else if (isBlock(ruleFor(handle->v.element).kind))
            noteBlock(handle, root);
    }
    m_linksWithin = m_linksWithin || !m_anchors.isEmpty();
}

// Links around whole cards are common. They must not be put in a paragraph, which cannot hold the
// card's blocks.
void Sanitiser::noteBlock(const GumboNode *block, const GumboNode *root)
{
    for (const auto *above = block; above != root;) {
        above = above->parent;
        if (!isElement(above) || isBlock(ruleFor(above->v.element).kind)
            || m_holdBlocks.contains(above))
            break;
        m_holdBlocks.insert(above);
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
    const auto rule = ruleFor(node->v.element);
    if (node->v.element.tag_namespace != GUMBO_NAMESPACE_HTML) {
        enterForeign(node);
        return;
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

void Sanitiser::enterForeign(const GumboNode *node)
{
    const auto root = Node(node);
    const auto markup = isFormula(root) ? formula(root)
        : isDrawing(root)               ? drawing(root)
                                        : QByteArray();
    if (!markup.isEmpty()) {
        line();
        m_writer.foreign(markup);
        return;
    }
    if (ruleFor(node->v.element).kind != Kind::Dropped)
        enterInline(node, ruleFor(node->v.element));
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
    if (const auto anchor = anchorAttribute(Node(node), m_anchors); !anchor.isEmpty()) {
        attributes = isWritten ? attributes + anchor : anchor;
        rule.name = isWritten ? rule.name : GUMBO_TAG_SPAN;
        isWritten = true;
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
    const auto anchor = anchorAttribute(Node(node), m_anchors);
    if (isWritten)
        frame.mark = m_writer.begin(rule.name, safeAttributes(element, rule.name) + anchor);
    else if (!anchor.isEmpty() && !isRuby && m_writer.parent() != GUMBO_TAG_DL)
        frame.mark = m_writer.begin(GUMBO_TAG_DIV, anchor);
    frame.isBoundary = frame.mark.serial == 0 && !isRuby;
    frame.wantsParagraph = frame.isBoundary;
    m_frames.push_back(std::move(frame));
}

void Sanitiser::enterImage(const GumboNode *node)
{
    const auto address = imageAddress(node, m_how);
    if (address.isEmpty() && !(m_writer.isIn(GUMBO_TAG_FIGURE) && isLostImage(node, m_how))) {
        const auto *alt = attributeValue(node->v.element, "alt");
        for (auto frame = m_frames.rbegin(); alt && frame != m_frames.rend(); ++frame) {
            if (frame->node->v.element.tag == GUMBO_TAG_A)
                frame->alt = alt;
        }
        return;
    }
    QByteArray attributes;
    if (!address.isEmpty())
        appendAttribute(attributes, "src", address);
    attributes += safeAttributes(node->v.element, GUMBO_TAG_IMG);
    attributes += anchorAttribute(Node(node), m_anchors);
    line();
    m_writer.single(GUMBO_TAG_IMG, attributes);
}

void Sanitiser::add(const QString &fragment)
{
    const auto document = parsedFragment(fragment);
    if (!document)
        return;
    const auto children = document->body().children();
    for (const auto &child : children)
        look(child.handle());
    for (const auto &child : children)
        write(child.handle());
}

SafeHtml Sanitiser::take(Anchored *found)
{
    auto out = m_writer.take();
    // Without names to look for, no link within the page was written.
    if (m_linksWithin || !m_anchors.isEmpty()) {
        const auto anchored = anchorsIn(out);
        if (!m_how.base.isEmpty() && !anchored.named.contains(anchored.linked))
            out = withLinksToPage(out, anchored.named, m_how.base);
        if (found)
            *found = anchored;
    }
    return SafeHtml(QString::fromUtf8(out));
}

SafeHtml html::sanitise(const QString &fragment, const Sanitising &how)
{
    const auto isPart = how.shape == Shape::AsWritten && isTablePart(fragment);
    const auto document = isPart ? parsedTemplate(fragment) : parsedFragment(fragment);
    if (!document)
        return {};
    auto nodes = document->body().children();
    if (isPart && !nodes.isEmpty())
        nodes = nodes.first().children() + nodes.sliced(1);
    return sanitise(nodes, how);
}

SafeHtml html::sanitise(const Node &node, const Sanitising &how)
{
    return sanitise(QList<Node>{node}, how);
}

SafeHtml html::sanitise(const QList<Node> &nodes, const Sanitising &how)
{
    return how.shape == Shape::AsWritten ? Sanitiser::asWritten(nodes, how) : written(nodes, how);
}
