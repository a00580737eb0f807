#include "page/light.h"

#include "html/sanitise.h"
#include "page/foreign.h"
#include "page/tags.h"

#include <QHash>
#include <QList>

#include <algorithm>

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

constexpr QChar firstStrongIsolate(0x2068);
constexpr QChar popIsolate(0x2069);

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
            m_light += m_html.sliced(m_at, tag->start - m_at);
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
        push(tag, classes, replaced, attributes);
        if (classes == "body"_L1)
            m_light += u"<a name=\"body\"></a>"_s;
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
        // Qt's layout knows the isolating characters (UAX #9 §2.4), though not the element.
        const bool isolated = tag.name == "bdi"_L1 || tag.name == "time"_L1;
        if (isolated)
            m_light += firstStrongIsolate;
        m_open.append(
            {.name = tag.name.toString(),
             .classes = classes,
             .closing = (isolated ? QString(popIsolate) : QString()) + u"</"_s + replaced + u'>'});
    }

    void close(const page::Tag &tag)
    {
        if (m_open.isEmpty() || m_open.constLast().name != tag.name)
            return;
        const auto closed = m_open.takeLast();
        m_light += closed.closing;
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
    QList<Open> m_open;
};

// QTextDocument has no em for margins: everything is said in pixels.
class Sheet
{
public:
    Sheet(const page::Look &look, int width)
        : m_colours(page::colours(look.theme))
        , m_text(page::textPixels * page::bounded(look).textSize / 100)
        , m_headline(page::headlinePixels(look, width))
    {
    }

    void rule(QLatin1StringView selector, const QString &declarations)
    {
        m_css += selector + u'{' + declarations + u"}\n"_s;
    }

    [[nodiscard]] QString px(double ems) const
    {
        return QString::number(qRound(ems * m_text)) + u"px"_s;
    }

    [[nodiscard]] static QString size(double pixels)
    {
        return u"font-size:%1px;"_s.arg(qRound(pixels));
    }

    [[nodiscard]] QString furniture(double ems, const QString &colour) const
    {
        return size(ems * m_text)
            + u"font-family:%1;color:%2;"_s.arg(page::furnitureFaces().join(u','), colour);
    }

    // Above and below, in lines of running text.
    [[nodiscard]] QString margins(double above, double below) const
    {
        return u"margin-top:%1;margin-bottom:%2;"_s.arg(px(above * lineEms), px(below * lineEms));
    }

    [[nodiscard]] QString write()
    {
        header();
        runningText();
        furnitureRules();
        leftOut();
        return m_css;
    }

private:
    static constexpr double lineEms = 1.55;

    void header()
    {
        rule(".kicker"_L1,
             furniture(0.72, m_colours.accent)
                 + u"font-weight:700;text-transform:uppercase;letter-spacing:1px;"_s
                 + margins(0, 0.42));
        rule(".h1"_L1,
             size(m_headline)
                 + u"font-weight:700;line-height:114%;color:%1;"_s.arg(m_colours.headline)
                 + margins(0, 0));
        rule(".standfirst"_L1,
             size(1.2 * m_text) + u"line-height:142%;color:%1;"_s.arg(m_colours.quiet)
                 + margins(0.58, 0));
        rule(".byline"_L1, furniture(0.76, m_colours.quiet) + margins(1.2, 1.1));
        rule(".byline a"_L1, u"text-decoration:none;"_s);
        rule(".authors"_L1, u"font-weight:600;color:%1;"_s.arg(m_colours.ink));
        rule(".message"_L1, u"color:%1;"_s.arg(m_colours.quiet));
    }

    void runningText()
    {
        rule("p"_L1, u"line-height:155%;"_s + margins(0, 0.55));
        rule("li"_L1, u"line-height:155%;"_s + margins(0, 0.25));
        rule("a"_L1, u"color:%1;"_s.arg(m_colours.ink));
        for (const auto heading : {".h2"_L1, ".h3"_L1, ".h4"_L1, ".h5"_L1, ".h6"_L1}) {
            const double ems = heading == ".h2"_L1 ? 1.4 : heading == ".h3"_L1 ? 1.16 : 1;
            rule(heading,
                 size(ems * m_text)
                     + u"font-weight:700;line-height:125%;color:%1;"_s.arg(m_colours.headline)
                     + margins(1.5, 0.4));
        }
        rule("blockquote"_L1,
             u"font-style:italic;margin-left:%1;"_s.arg(px(1.4)) + margins(0.9, 0.9));
        rule(
            "pre"_L1,
            size(0.76 * m_text)
                + u"font-family:\"DejaVu Sans Mono\",monospace;background-color:%1;line-height:155%;"_s
                      .arg(m_colours.card)
                + margins(0.9, 0.9));
        rule("code"_L1, u"font-family:\"DejaVu Sans Mono\",monospace;"_s + size(0.8 * m_text));
        rule("td, th"_L1, size(0.82 * m_text));
        rule(".hit"_L1, u"background-color:%1;color:%2;"_s.arg(m_colours.hit, m_colours.hitInk));
        rule(".ornament"_L1, u"color:%1;"_s.arg(m_colours.quiet) + margins(1.3, 1.3));
    }

    void furnitureRules()
    {
        rule(".figure, .lead"_L1, margins(1.1, 1.25));
        rule(".figcaption"_L1,
             furniture(0.74, m_colours.quiet) + u"line-height:150%;"_s + margins(0.4, 1.1));
        rule(".credit"_L1, size(0.64 * m_text) + u"text-transform:uppercase;letter-spacing:1px;"_s);
        rule(".unsaved"_L1,
             furniture(0.76, m_colours.quiet) + u"background-color:%1;"_s.arg(m_colours.card));
        rule(".card"_L1,
             u"background-color:%1;line-height:135%;font-weight:700;"_s.arg(m_colours.card)
                 + margins(0, 0.3));
        rule(".card a"_L1, u"text-decoration:none;color:%1;"_s.arg(m_colours.headline));
        rule(".from"_L1, furniture(0.7, m_colours.quiet) + u"font-weight:400;"_s);
        rule(".deeds"_L1, furniture(0.76, m_colours.quiet) + u"font-weight:400;"_s);
        rule(".deeds a"_L1,
             u"font-weight:600;text-decoration:underline;color:%1;"_s.arg(m_colours.ink));
        rule(".label, .related .h2, .enclosures .h2"_L1,
             furniture(0.7, m_colours.quiet)
                 + u"font-weight:700;text-transform:uppercase;letter-spacing:1px;"_s
                 + margins(0.9, 0.3));
        rule(".source"_L1, furniture(0.76, m_colours.quiet) + margins(1.4, 0.3));
        rule(".provenance"_L1, furniture(0.76, m_colours.quiet) + margins(0, 0.3));
        rule(".source a"_L1, u"font-weight:600;"_s);
    }

    void leftOut()
    {
        rule(".shade"_L1, u"background-color:%1;"_s.arg(m_colours.card) + margins(0.35, 0.35));
        rule(".left"_L1, furniture(0.78, m_colours.quiet));
        rule(".left p, .left li"_L1,
             size(0.78 * m_text) + u"line-height:150%;"_s + margins(0, 0.2));
        rule(".left .h1, .left .h2, .left .h3, .left .h4, .left .h5, .left .h6"_L1,
             size(0.78 * m_text) + u"color:%1;"_s.arg(m_colours.quiet) + margins(0.1, 0.1));
        rule(".verdict"_L1, furniture(0.7, m_colours.quiet) + margins(0, 0.25));
        rule(".reason"_L1,
             size(0.68 * m_text)
                 + u"font-weight:700;text-transform:uppercase;letter-spacing:1px;"_s);
        rule(".rule"_L1, size(0.7 * m_text));
        rule(".choice"_L1, furniture(0.68, m_colours.quiet) + margins(-0.35, 0.5));
        rule(".choice a"_L1, u"color:%1;"_s.arg(m_colours.quiet));
        rule(".what"_L1, u"color:%1;"_s.arg(m_colours.accent));
        rule(".summary, .ending"_L1,
             furniture(0.8, m_colours.quiet) + u"line-height:150%;"_s + margins(0, 1));
    }

    page::Colours m_colours;
    double m_text;
    double m_headline;
    QString m_css;
};

} // namespace

QString page::lightStory(const QString &story)
{
    return LightWriter(story).write();
}

// The same measure as clamp() in the style sheet of the web page.
double page::headlinePixels(const Look &look, int width)
{
    const auto text = textPixels * bounded(look).textSize / 100;
    return std::clamp(1.15 * text + 0.026 * width, 1.75 * text, 2.55 * text);
}

QString page::lightStyle(const Look &look, int width)
{
    return Sheet(look, width).write();
}
