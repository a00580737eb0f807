#include "page/lightfrontstyle.h"

#include "page/frontpage.h"
#include "page/typescale.h"

#include <algorithm>

using namespace Qt::StringLiterals;

// Sizes and distances are those of front.css.

namespace {

class Rules
{
public:
    Rules(const page::Look &look, int view)
        : m_colours(page::colours(look))
        , m_text(page::frontTextSize(look))
        , m_view(view)
    {
    }

    [[nodiscard]] QString write()
    {
        m_css = u"a{color:%1;text-decoration:none;}\n.read a{color:%2;font-weight:400;}\n"
                ".rule{background-color:%3;}\n"_s.arg(m_colours.headline, m_colours.quiet,
                                                      m_colours.rule);
        masthead();
        large();
        columns();
        nothing();
        return m_css;
    }

private:
    // Sizes and margins in sizes of the text, lines in sizes of their own.
    void add(QLatin1StringView classes, double ems, double lines, const QString &more, double above,
             double below)
    {
        m_css += u".%1{font-size:%2px;line-height:%3px;margin-top:%4px;margin-bottom:%5px;%6}\n"_s
                     .arg(classes, QString::number(qRound(ems * m_text)),
                          QString::number(qRound(ems * m_text * lines)),
                          QString::number(qRound(above * m_text)),
                          QString::number(qRound(below * m_text)), more);
    }

    void addLine(QLatin1StringView classes, int thickness, const QString &colour, double above,
                 double below)
    {
        m_css += u".%1{font-size:1px;line-height:%2px;background-color:%3;margin-top:%4px;"
                 "margin-bottom:%5px;}\n"_s.arg(classes, QString::number(thickness), colour,
                                                QString::number(qRound(above * m_text)),
                                                QString::number(qRound(below * m_text)));
    }

    [[nodiscard]] static QString furniture(const QString &colour)
    {
        return u"font-family:%1;color:%2;"_s.arg(page::furnitureFaces().join(u','), colour);
    }
    [[nodiscard]] QString quietFurniture() const { return furniture(m_colours.quiet); }
    [[nodiscard]] QString bold() const
    {
        return u"font-weight:700;color:%1;"_s.arg(m_colours.headline);
    }
    [[nodiscard]] QString sign() const
    {
        return furniture(m_colours.accent)
            + u"font-weight:700;text-transform:uppercase;letter-spacing:1px;"_s;
    }
    // That grows with the view.
    [[nodiscard]] double grown(double least, double base, double share, double most) const
    {
        return std::clamp(base + share * m_view / m_text, least, most);
    }

    void masthead()
    {
        const auto isNarrow = page::frontColumns(m_view) == 1;
        add("name"_L1, isNarrow ? 1.8 : 2.6, 1.1,
            bold() + (isNarrow ? QString() : u"text-align:center;"_s), 0, isNarrow ? 0.25 : 0);
        add("day"_L1, 0.82, 1.4, quietFurniture(), 0, 0.25);
        add("note"_L1, 0.82, 1.4, quietFurniture() + u"text-align:right;"_s, 0, 0.25);
        addLine("heavy"_L1, 2, m_colours.headline, 0.5, 0.12);
        addLine("hair"_L1, 1, m_colours.rule, 0, 1.3);
    }

    void large()
    {
        add("outlet"_L1, 0.76, 1.4, sign(), 0, 0.27);
        add("lead"_L1, grown(1.9, 1.2, 0.023, 3), 1.08, bold(), 0, 0);
        add("bare"_L1, grown(2.1, 1.3, 0.03, 3.6), 1.08, bold(), 0, 0);
        add("stand"_L1, 1.22, 1.38, u"color:%1;"_s.arg(m_colours.quiet), 0.67, 0);
        add("photo"_L1, 1, 1.4, {}, 1, 0);
        add("above"_L1, 1, 1.4, {}, 0, 0.75);
        add("thumb"_L1, 1, 1.4, {}, 0.2, 0);
        add("caption"_L1, 0.78, 1.4, quietFurniture(), 0.43, 0);
        m_css += u".credit{font-size:%1px;text-transform:uppercase;letter-spacing:1px;}\n"_s.arg(
            qRound(0.68 * m_text));
        add("opening"_L1, 1.08, 1.5, {}, 0.97, 0);
        add("further"_L1, 1.08, 1.5, u"text-indent:%1px;"_s.arg(qRound(1.5 * m_text)), 0, 0);
        add("second"_L1, 1.34, 1.2, bold(), 0, 0);
        add("text"_L1, 1, 1.5, {}, 0.4, 0);
        add("details"_L1, 0.8, 1.4, quietFurniture(), 0.4, 1.3);
    }

    void columns()
    {
        add("label"_L1, 0.76, 1.4, sign(), 0, 0.34);
        add("brief"_L1, 1.1, 1.24, bold(), 0, 0);
        add("begun"_L1, 1.02, 1.25, bold(), 0, 0);
        add("small"_L1, 0.94, 1.45, {}, 0.28, 0);
        add("deeds"_L1, 0.84, 1.4, furniture(m_colours.ink), 0, 0);
    }

    void nothing()
    {
        const auto middle = u"text-align:center;"_s;
        add("nothing"_L1, 1.75, 1.2, bold() + middle, 6, 0);
        add("hint"_L1, 1.05, 1.5, u"color:%1;"_s.arg(m_colours.quiet) + middle, 0.5, 0);
        add("choices"_L1, 0.84, 1.4, furniture(m_colours.ink) + middle, 1.5, 4);
        m_css
            += u".deeds a, .choices a{color:%1;font-weight:600;text-decoration:underline;}\n"_s.arg(
                m_colours.ink);
    }

    page::Colours m_colours;
    double m_text;
    int m_view;
    QString m_css;
};

} // namespace

double page::frontTextSize(const Look &look)
{
    return 0.86 * TypeScale(look).size(Voice::Text);
}

int page::frontColumns(int view)
{
    constexpr int em = 16; // Of media queries, whatever the page's own text.
    return view < 44 * em ? 1 : view < 64 * em ? 2 : 3;
}

QString page::lightFrontStyle(const Look &look, int view)
{
    return Rules(look, view).write();
}
