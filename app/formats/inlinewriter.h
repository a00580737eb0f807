#pragma once

#include "html/document.h"
#include "model/article.h"

#include <QList>
#include <QString>

namespace formats {

// Writes nodes of a parsed text as HTML again, and gathers what the story's recogniser asks of
// them: their text, their links, what is bold.
class InlineWriter
{
public:
    void write(const html::Node &node);
    void writeChildren(const html::Node &node);

    [[nodiscard]] const QString &html() const { return m_html; }
    [[nodiscard]] const QString &text() const { return m_text; }
    [[nodiscard]] const QString &marked() const { return m_marked; } // What is bold between "**".
    [[nodiscard]] const QList<Link> &links() const { return m_links; }
    // True when there are links, and letters only in them.
    [[nodiscard]] bool onlyLinks() const { return !m_links.isEmpty() && !m_bareLetters; }
    // True when there are letters, and all of them in italics.
    [[nodiscard]] bool onlyEmphasis() const { return m_emphasis && !m_upright; }

private:
    void writeText(const QString &text);
    void openElement(const html::Node &node);

    QString m_html;
    QString m_text;
    QString m_marked;
    QList<Link> m_links;
    int m_linkDepth = 0;
    int m_emphasisDepth = 0;
    bool m_bareLetters = false;
    bool m_emphasis = false;
    bool m_upright = false;
};

} // namespace formats
