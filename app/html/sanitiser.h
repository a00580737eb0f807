#pragma once

#include "html/allowlist.h"
#include "html/anchors.h"
#include "html/safewriter.h"
#include "html/sanitise.h"

#include <QSet>

#include <vector>

namespace html {

// One walk over a tree, writing what is allowed of it.
class Sanitiser
{
public:
    // Shape::AsWritten, which is another walk.
    static SafeHtml asWritten(const QList<Node> &nodes, const Sanitising &how);

    // Both must outlive it.
    Sanitiser(const Sanitising &how, SafeWriter &writer);

    // Looks at all that is to be written, before any of it is.
    void look(const GumboNode *root);
    void write(const GumboNode *node);
    void add(const QString &fragment); // Parsed, looked at and written.
    // Names of places that links lead to: those seen so far, or others in their stead.
    [[nodiscard]] const AnchorNames &anchors() const { return m_anchors; }
    void setAnchors(const AnchorNames &names) { m_anchors = names; }
    // What has been written; `found` is told of the places in it.
    SafeHtml take(Anchored *found = nullptr);

private:
    // An element on the way from the root to where the walk is.
    struct Frame
    {
        const GumboNode *node;
        size_t nextChild = 0;
        SafeWriter::Mark mark = {};
        bool isBoundary = false; // A block that is not written.
        bool wantsParagraph = false; // Lines right in it are to become paragraphs.
        QByteArray alt = {}; // Of pictures that were lost in a link.
    };

    void enter(const GumboNode *node);
    void leave();
    void enterElement(const GumboNode *node);
    void enterBlock(const GumboNode *node, Rule rule);
    void enterInline(const GumboNode *node, Rule rule);
    void enterForeign(const GumboNode *node);
    void enterImage(const GumboNode *node);
    void line();
    void noteBlock(const GumboNode *block, const GumboNode *root);

    const Sanitising &m_how;
    AnchorNames m_anchors;
    bool m_linksWithin = false; // Links within the page may have been written.
    QSet<const GumboNode *> m_without;
    QSet<const GumboNode *> m_holdBlocks; // Elements of a line that hold blocks all the same.
    SafeWriter &m_writer;
    std::vector<Frame> m_frames;
};

} // namespace html
