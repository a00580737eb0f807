#include "page/light.h"
#include "page/scriptfaces.h"
#include "page/typescale.h"

#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace {

using page::Voice;

QString px(int pixels)
{
    return QString::number(pixels) + u"px"_s;
}

// Above and below, in quarters of the line of running text, as the style sheet of the web page has
// them.
struct Around
{
    int above = 0;
    int below = 0;
};

class Sheet
{
public:
    explicit Sheet(const page::LightSetting &setting)
        : m_setting(setting)
        , m_colours(page::colours(setting.look))
        , m_scale(setting.look, setting.writing.script)
        , m_furniture(page::furnitureFaces(setting.look, setting.writing).join(u','))
    {
    }

    [[nodiscard]] QString write()
    {
        header();
        runningText();
        figures();
        related();
        leftOut();
        return m_css;
    }

private:
    void rule(QLatin1StringView selector, const QString &declarations)
    {
        m_css += selector + u'{' + declarations + u"}\n"_s;
    }

    [[nodiscard]] QString voice(Voice voice) const
    {
        return u"font-size:%1;line-height:%2;"_s.arg(px(m_scale.size(voice)),
                                                     px(m_scale.line(voice)));
    }

    // In a line of another voice.
    [[nodiscard]] QString size(Voice voice) const
    {
        return u"font-size:%1;"_s.arg(px(m_scale.size(voice)));
    }

    [[nodiscard]] QString furniture(const QString &colour) const
    {
        return u"font-family:%1;color:%2;"_s.arg(m_furniture, colour);
    }

    // Not where letters join or have no capitals.
    [[nodiscard]] QString capitals() const
    {
        return m_setting.writing.script.isEmpty() || m_setting.writing.script == "latin"_L1
            ? u"text-transform:uppercase;letter-spacing:1px;"_s
            : QString();
    }

    [[nodiscard]] QString margins(Around quarters) const
    {
        return u"margin-top:%1;margin-bottom:%2;"_s.arg(px(m_scale.quarters(quarters.above)),
                                                        px(m_scale.quarters(quarters.below)));
    }

    void header()
    {
        rule(".kicker"_L1,
             furniture(m_colours.accent) + voice(Voice::Kicker) + u"font-weight:700;"_s + capitals()
                 + margins({0, 2}));
        rule(".h1"_L1,
             voice(page::headlineVoice(m_setting.width))
                 + u"font-weight:700;color:%1;"_s.arg(m_colours.headline) + margins({}));
        rule(".long"_L1, voice(page::longHeadlineVoice(m_setting.width)));
        rule(".h1 span"_L1, size(page::headlineVoice(m_setting.width)));
        rule(".long span"_L1, size(page::longHeadlineVoice(m_setting.width)));
        rule(".standfirst"_L1,
             voice(page::standfirstVoice(m_setting.width)) + u"color:%1;"_s.arg(m_colours.quiet)
                 + margins({2, 0}));
        rule(".hairline"_L1,
             u"font-size:1px;line-height:1px;background-color:%1;"_s.arg(m_colours.rule)
                 + margins({4, 2}));
        rule(".above-source"_L1, margins({8, 2}));
        rule(".above-enclosures"_L1, margins({6, 3}));
        rule(".above-related"_L1,
             u"background-color:%1;"_s.arg(m_colours.headline) + margins({8, 3}));
        rule(".byline"_L1, furniture(m_colours.quiet) + voice(Voice::Byline) + margins({}));
        // What stands in an element of its own does not take the size of the line it stands in.
        rule(".byline span, .source span, .provenance span"_L1, size(Voice::Byline));
        rule(".figcaption span"_L1, size(Voice::Caption));
        rule(".byline .isolate, .source .isolate, .isolate"_L1, u"font-size:1px;"_s);
        rule(".byline a"_L1, u"text-decoration:none;"_s);
        rule(".authors"_L1, u"font-weight:600;color:%1;"_s.arg(m_colours.ink));
        rule(".body"_L1, margins({4, 0}));
        rule(".message"_L1, u"color:%1;"_s.arg(m_colours.quiet));
    }

    void runningText()
    {
        const auto alignment = m_setting.look.alignment == page::Alignment::Justified
                || (m_setting.writing.script == "cjk"_L1
                    && !m_setting.writing.language.startsWith("ko"_L1))
            ? u"text-align:justify;"_s
            : QString();
        rule("p"_L1, voice(Voice::Text) + margins({0, 2}));
        rule(".body p"_L1, alignment + indent());
        rule("li"_L1, voice(Voice::Text) + alignment + margins({0, 1}));
        rule("dd"_L1,
             voice(Voice::Text) + alignment + margins({0, 2})
                 + u"margin-left:%1;"_s.arg(px(m_scale.size(Voice::Text) * 3 / 2)));
        rule("dt"_L1, voice(Voice::Text) + u"font-weight:700;"_s);
        rule("a"_L1, u"color:%1;"_s.arg(m_colours.ink));
        for (const auto &[heading, voiced] :
             std::array{std::pair{".body .h1, .body .h2"_L1, Voice::Heading2},
                        std::pair{".body .h3"_L1, Voice::Heading3},
                        std::pair{".body .h4, .body .h5, .body .h6"_L1, Voice::Heading4}}) {
            rule(heading,
                 voice(voiced)
                     + u"font-weight:700;text-align:left;text-indent:0px;color:%1;"_s.arg(
                         m_colours.headline)
                     + margins({6, 2}));
        }
        rule("blockquote"_L1,
             (m_setting.writing.script == "latin"_L1 ? u"font-style:italic;"_s : QString())
                 + (m_setting.writing.direction == "rtl"_L1 ? u"margin-left:0px;margin-right:%1;"_s
                                                            : u"margin-left:%1;margin-right:0px;"_s)
                       .arg(px(m_scale.size(Voice::Text) * 136 / 100))
                 + margins({4, 4}));
        rule(".body blockquote p"_L1, u"text-indent:0px;"_s);
        rule(".last"_L1, margins({0, 4}));
        rule(".pullquote"_L1,
             voice(Voice::Pullquote) + u"font-style:italic;color:%1;"_s.arg(m_colours.headline)
                 + margins({9, 9}));
        rule("pre"_L1,
             voice(Voice::Code)
                 + u"font-family:\"DejaVu Sans Mono\",monospace;background-color:%1;"_s.arg(
                     m_colours.card)
                 + margins({4, 4}));
        rule("code"_L1,
             u"font-family:\"DejaVu Sans Mono\",monospace;font-size:%1;"_s.arg(
                 px(m_scale.size(Voice::Text) * 8 / 10)));
        rule("td"_L1, voice(Voice::Small));
        rule("th"_L1,
             furniture(m_colours.ink) + voice(Voice::Small) + size(Voice::Byline)
                 + u"font-weight:600;text-align:left;"_s);
        const auto hang = px(m_scale.size(Voice::Text) * 17 / 10);
        rule(".numbered"_L1, margins({0, 2}));
        rule(".item"_L1,
             voice(Voice::Text) + alignment + margins({0, 1})
                 + u"margin-left:%1;text-indent:-%1;"_s.arg(hang));
        rule("ul, ol, dl"_L1, margins({0, 2}));
        rule("li ul, li ol"_L1, margins({1, 0}));
        rule(".footnote"_L1,
             voice(Voice::Small) + u"color:%1;"_s.arg(m_colours.quiet) + margins({0, 2}));
        rule(".notes"_L1, margins({5, 2})); // The line above them.
        rule(".del, .s"_L1, u"text-decoration:line-through;"_s);
        rule(".mark"_L1,
             u"background-color:%1;color:%2;"_s.arg(m_colours.selection, m_colours.headline));
        rule(".hit"_L1, u"background-color:%1;color:%2;"_s.arg(m_colours.hit, m_colours.hitInk));
        rule(".ornament"_L1, u"color:%1;"_s.arg(m_colours.quiet) + margins({5, 5}));
    }

    // Chinese and Japanese paragraphs begin so.
    [[nodiscard]] QString indent() const
    {
        if (m_setting.writing.script != "cjk"_L1)
            return {};
        const auto language = m_setting.writing.language.left(2);
        const auto letters = language == "ja"_L1 ? 1 : language == "zh"_L1 ? 2 : 0;
        return u"text-indent:%1;"_s.arg(px(letters * m_scale.size(Voice::Text)));
    }

    void figures()
    {
        rule(".figure"_L1, margins({5, 5}));
        rule(".lead"_L1, margins({4, 5}));
        rule(".captioned"_L1, u"margin-bottom:0px;"_s);
        rule(".wordsonly"_L1, u"margin-top:0px;margin-bottom:0px;"_s);
        rule(".words"_L1, margins({5, 2})); // The line above the words of a lost picture,
        rule(".wordslead"_L1, margins({4, 2}));
        rule(".wordsend"_L1, margins({2, 5})); // and the one below them.
        rule(".figcaption"_L1,
             furniture(m_colours.quiet) + voice(Voice::Caption) + margins({2, 5}));
        rule(".wordsonly .figcaption"_L1, u"margin-top:0px;margin-bottom:0px;"_s);
        rule(".credit, .figcaption .credit"_L1, size(Voice::Credit) + capitals());
        rule(".unsaved"_L1,
             furniture(m_colours.quiet) + voice(Voice::Caption)
                 + u"background-color:%1;"_s.arg(m_colours.card));
    }

    void related()
    {
        rule(".card"_L1,
             u"background-color:%1;font-weight:700;"_s.arg(m_colours.card) + voice(Voice::CardTitle)
                 + margins({0, 1}));
        rule(".card a"_L1, u"text-decoration:none;color:%1;"_s.arg(m_colours.headline));
        rule(".from"_L1, furniture(m_colours.quiet) + size(Voice::From) + u"font-weight:400;"_s);
        rule(".deeds"_L1, furniture(m_colours.quiet) + size(Voice::Byline) + u"font-weight:400;"_s);
        rule(".deeds a"_L1,
             u"font-weight:600;text-decoration:underline;color:%1;"_s.arg(m_colours.ink));
        rule(".label, .related .h2, .enclosures .h2"_L1,
             furniture(m_colours.quiet) + voice(Voice::Label) + u"font-weight:700;"_s + capitals()
                 + margins({2, 2}));
        rule(".related .h2"_L1, u"color:%1;"_s.arg(m_colours.headline));
        // What is above the next line there, rounded down, is a pixel short.
        rule(".aside .label"_L1,
             u"margin-top:0px;margin-bottom:%1px;"_s.arg(m_scale.quarters(1) + 1));
        rule(".aside .card"_L1, margins({0, 2}));
        rule(".source, .provenance"_L1,
             furniture(m_colours.quiet) + voice(Voice::Byline) + margins({0, 1}));
        rule(".source a"_L1, u"font-weight:600;"_s);
    }

    void leftOut()
    {
        rule(".shade"_L1, u"background-color:%1;"_s.arg(m_colours.card) + margins({1, 1}));
        rule(".left"_L1, furniture(m_colours.quiet) + voice(Voice::Caption));
        rule(".left p, .left li"_L1, voice(Voice::Caption) + margins({0, 1}));
        rule(".left .h1, .left .h2, .left .h3, .left .h4, .left .h5, .left .h6"_L1,
             voice(Voice::Caption) + u"color:%1;"_s.arg(m_colours.quiet) + margins({}));
        rule(".verdict"_L1, furniture(m_colours.quiet) + voice(Voice::From) + margins({0, 1}));
        rule(".reason"_L1, size(Voice::Label) + u"font-weight:700;"_s + capitals());
        rule(".rule"_L1, size(Voice::From));
        rule(".choice"_L1, furniture(m_colours.quiet) + voice(Voice::From) + margins({0, 2}));
        rule(".choice a"_L1, u"color:%1;"_s.arg(m_colours.quiet));
        rule(".what"_L1, u"color:%1;"_s.arg(m_colours.accent));
        rule(".summary, .ending"_L1,
             furniture(m_colours.quiet) + voice(Voice::Caption) + margins({0, 4}));
    }

    page::LightSetting m_setting;
    page::Colours m_colours;
    page::TypeScale m_scale;
    QString m_furniture;
    QString m_css;
};

} // namespace

QString page::lightStyle(const LightSetting &setting)
{
    return Sheet(setting).write() + setting.own;
}
