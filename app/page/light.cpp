#include "page/light.h"

#include "html/sanitise.h"
#include "page/foreign.h"
#include "page/tags.h"

#include <QHash>
#include <QList>

#include <utility>

using namespace Qt::StringLiterals;

namespace {

// Elements that QTextDocument does not know, by what does the same work for it. The class says
// which they were. It does know headings, but insists on its own sizes for them.
const QHash<QString, QString> &replacements()
{
    static const QHash<QString, QString> names
        = {{u"header"_s, u"div"_s},     {u"footer"_s, u"div"_s},  {u"section"_s, u"div"_s},
           {u"article"_s, u"div"_s},    {u"aside"_s, u"div"_s},   {u"figure"_s, u"div"_s},
           {u"figcaption"_s, u"div"_s}, {u"details"_s, u"div"_s}, {u"summary"_s, u"p"_s},
           {u"bdi"_s, u"span"_s},       {u"time"_s, u"span"_s},   {u"mark"_s, u"span"_s},
           {u"h1"_s, u"p"_s},           {u"h2"_s, u"p"_s},        {u"h3"_s, u"p"_s},
           {u"h4"_s, u"p"_s},           {u"h5"_s, u"p"_s},        {u"h6"_s, u"p"_s},
           {u"abbr"_s, u"span"_s},      {u"picture"_s, u"span"_s}};
    return names;
}

const auto hairline = u"<p class=\"hairline\">&nbsp;</p>"_s;
constexpr QChar firstStrongIsolate(0x2068);
constexpr QChar popIsolate(0x2069);

QString isolate(QChar character)
{
    return u"<span class=\"isolate\">"_s + character + u"</span>"_s;
}

class LightWriter
{
public:
    explicit LightWriter(QStringView html)
        : m_html(html)
    {
    }

    QString write()
    {
        for (auto tag = page::nextTag(m_html, 0); tag; tag = page::nextTag(m_html, m_at)) {
            writeText(m_html.sliced(m_at, tag->start - m_at));
            m_at = tag->end;
            if (tag->kind == page::Tag::Kind::Closing)
                close(*tag);
            else
                open(*tag);
        }
        m_light += m_html.sliced(m_at);
        return m_light;
    }

private:
    struct Open
    {
        QString name; // As story() wrote it.
        QString classes;
        QString closing; // What ends it here.
    };

    // A date stays in one line.
    void writeText(QStringView text)
    {
        if (m_open.isEmpty() || m_open.constLast().name != "time"_L1)
            m_light += text;
        else
            m_light += text.toString().replace(u' ', QChar::Nbsp);
    }

    void open(const page::Tag &tag)
    {
        const auto name = tag.name.toString();
        const auto classes = page::attribute(tag, "class"_L1);
        if (name == "hr"_L1) {
            m_light += u"<p class=\"ornament\" align=\"center\">\u2217 \u2217 \u2217</p>"_s;
        } else if (name == "img"_L1) {
            m_light += m_html.sliced(tag.start, tag.end - tag.start);
        } else if (name == "br"_L1 || name == "wbr"_L1 || name == "col"_L1) {
            m_light += u'<' + name + u'>';
        } else if (name == "svg"_L1 || name == "math"_L1) {
            writeForeign(tag);
        } else if (name == "table"_L1) {
            push(tag, classes, u"table"_s,
                 u" cellspacing=\"0\" cellpadding=\"5\" width=\"100%\""_s);
        } else if (name == "li"_L1 && !m_open.isEmpty()
                   && (m_open.constLast().classes == "cards"_L1
                       || m_open.constLast().classes == "files"_L1)) {
            push(tag, classes, u"p"_s, u" class=\"card\""_s);
        } else {
            openOther(tag, name, classes);
        }
    }

    void openOther(const page::Tag &tag, const QString &name, const QString &classes)
    {
        if (classes.startsWith("part "_L1)) {
            openPart(tag, classes);
            return;
        }
        const bool box = classes == "cards"_L1 || classes == "files"_L1 || classes == "unsaved"_L1;
        if (classes == "from"_L1 || classes == "note"_L1 || classes == "deeds"_L1)
            m_light += u"<br>"_s;
        const auto replaced = box ? u"div"_s : replacements().value(name, name);
        auto attributes = tag.attributes.toString();
        if (replaced != name && classes.isEmpty())
            attributes += u" class=\"%1\""_s.arg(name);
        if (box)
            attributes = u" class=\"%1\""_s.arg(classes);
        if (startsBelowLine(tag, classes))
            m_light += hairline;
        push(tag, classes, replaced, attributes);
        if (classes == "body"_L1)
            m_light += u"<a name=\"body\"></a>"_s;
        else if (std::exchange(m_bodyEnded, false))
            m_light += u"<a name=\"end\"></a>"_s;
    }

    // QTextDocument has no borders but those of tables: a block as high as the line stands for one.
    [[nodiscard]] bool startsBelowLine(const page::Tag &tag, const QString &classes) const
    {
        if (classes == "byline"_L1)
            return !m_light.endsWith("<div class=\"header\">"_L1);
        return tag.name == "footer"_L1 || (tag.name == "section"_L1 && !classes.isEmpty());
    }

    // QTextDocument knows neither drawings nor formulas: what they say stands for them.
    void writeForeign(const page::Tag &tag)
    {
        const auto closing = page::closingTag(m_html, tag);
        if (!closing)
            return;
        const auto inside = m_html.sliced(tag.end, closing->start - tag.end);
        m_at = closing->end;
        if (tag.name == "math"_L1) {
            m_light += html::escaped(page::formulaText(inside));
        } else if (const auto words = page::drawingText(tag, inside); !words.isEmpty()) {
            m_light += u"<div class=\"unsaved\">"_s + html::escaped(words) + u"</div>"_s;
        }
    }

    // A part of a page with what was left out of it. Only a table has a ground of its own and room
    // around its text; what is kept stands on the paper.
    void openPart(const page::Tag &tag, const QString &classes)
    {
        const auto anchor
            = u"<a name=\"part"_s + page::attribute(tag, "data-part"_L1) + u"\"></a>"_s;
        if (classes.contains("left"_L1)) {
            m_light += u"<table class=\"shade\" width=\"100%\" cellspacing=\"0\" "
                       "cellpadding=\"12\"><tr><td class=\"left\">"_s
                + anchor;
            m_open.append({.name = tag.name.toString(),
                           .classes = classes,
                           .closing = u"</td></tr></table>"_s});
        } else {
            push(tag, classes, u"div"_s, u" class=\"%1\""_s.arg(classes));
            m_light += anchor;
        }
    }

    void push(const page::Tag &tag, const QString &classes, const QString &replaced,
              const QString &attributes)
    {
        m_light += u'<' + replaced + attributes + u'>';
        // Qt's layout knows the isolating characters (UAX #9 §2.4), though not the element. Faces
        // do not know them, so that they show as boxes: nearly none of that is left.
        const bool isolated = tag.name == "bdi"_L1 || tag.name == "time"_L1;
        if (isolated)
            m_light += isolate(firstStrongIsolate);
        m_open.append(
            {.name = tag.name.toString(),
             .classes = classes,
             .closing = (isolated ? isolate(popIsolate) : QString()) + u"</"_s + replaced + u'>'});
    }

    void close(const page::Tag &tag)
    {
        if (m_open.isEmpty() || m_open.constLast().name != tag.name)
            return;
        const auto closed = m_open.takeLast();
        m_light += closed.closing;
        m_bodyEnded = m_bodyEnded || closed.classes == "body"_L1;
        if (closed.classes == "authors"_L1 || closed.classes == "reason"_L1
            || closed.classes == "rule"_L1)
            m_light += u"&nbsp;&nbsp;&nbsp; "_s;
        if (closed.classes == "gap"_L1 && !m_open.isEmpty()
            && (m_open.constLast().classes == "source"_L1
                || m_open.constLast().classes == "deeds"_L1))
            m_light += u"&nbsp;&nbsp;&nbsp; "_s;
    }

    QStringView m_html;
    QString m_light;
    qsizetype m_at = 0;
    bool m_bodyEnded = false; // And nothing has begun since.
    QList<Open> m_open;
};

} // namespace

QString page::lightStory(const QString &story)
{
    return LightWriter(story).write();
}
