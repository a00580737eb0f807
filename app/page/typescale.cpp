#include "page/typescale.h"

#include <QtMath>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace {

constexpr double textPixels = 19; // At 100 %.
constexpr int largest = 400; // Pixels, of what a style sheet of somebody else says.

struct Setting
{
    page::Voice voice;
    QLatin1StringView name;
    double ems; // Of running text.
    double leading; // Of its own size; 0 where the look or the script decides.
};

using page::Voice;
constexpr std::array settings{
    Setting{Voice::Text, "text"_L1, 1, 0},
    Setting{Voice::StandfirstNarrow, "standfirst-narrow"_L1, 1.1, 1.4},
    Setting{Voice::Standfirst, "standfirst"_L1, 1.2, 1.4},
    Setting{Voice::Kicker, "kicker"_L1, 0.72, 1.3},
    Setting{Voice::Byline, "byline"_L1, 0.76, 1.5},
    Setting{Voice::HeadlineLong, "headline-long"_L1, 1.42, 0},
    Setting{Voice::HeadlineNarrow, "headline-narrow"_L1, 1.74, 0},
    Setting{Voice::Headline, "headline"_L1, 2.15, 0},
    Setting{Voice::HeadlineWide, "headline-wide"_L1, 2.53, 0},
    Setting{Voice::Heading2, "heading2"_L1, 1.37, 1.25},
    Setting{Voice::Heading3, "heading3"_L1, 1.16, 1.3},
    Setting{Voice::Heading4, "heading4"_L1, 1, 1.4},
    Setting{Voice::Caption, "caption"_L1, 0.76, 1.5},
    Setting{Voice::Credit, "credit"_L1, 0.64, 1.5},
    Setting{Voice::Pullquote, "pullquote"_L1, 1.42, 1.35},
    Setting{Voice::Small, "small"_L1, 0.83, 1.5},
    Setting{Voice::Code, "code"_L1, 0.78, 1.5},
    Setting{Voice::CardTitle, "card-title"_L1, 1, 1.35},
    Setting{Voice::From, "from"_L1, 0.7, 1.4},
    Setting{Voice::Label, "label"_L1, 0.7, 1.3},
};

const Setting &of(page::Voice voice)
{
    return *std::ranges::find(settings, voice, &Setting::voice);
}

} // namespace

page::Voice page::headlineVoice(int width)
{
    if (width <= narrowView)
        return Voice::HeadlineNarrow;
    return width < wideView ? Voice::Headline : Voice::HeadlineWide;
}

page::Voice page::longHeadlineVoice(int width)
{
    return width <= narrowView ? Voice::HeadlineLong : Voice::HeadlineNarrow;
}

page::Voice page::standfirstVoice(int width)
{
    return width <= narrowView ? Voice::StandfirstNarrow : Voice::Standfirst;
}

// Letters of one size look smaller in Arabic and Hebrew and larger in Chinese than they do in
// Latin; and scripts with marks above and below, or without ascenders to keep lines apart, want
// more room between them.
page::TypeScale::TypeScale(const Look &look, const QString &script)
{
    const auto within = bounded(look);
    double optical = 1;
    double room = 1;
    m_headlineLeading = 1.14;
    m_looser = 1;
    if (script == "arabic"_L1) {
        optical = 1.12;
        room = 1.13;
        m_headlineLeading = 1.45;
        m_looser = 1.15;
    } else if (script == "hebrew"_L1) {
        optical = 1.05;
        room = 1.03;
        m_headlineLeading = 1.25;
        m_looser = 1.03;
    } else if (script == "cjk"_L1) {
        optical = 0.95;
        room = 1.16;
        m_headlineLeading = 1.4;
        m_looser = 1.15;
    }
    if (optical == 1)
        m_own = look.own;
    // What is said of a story itself does not reach what stands around it.
    for (const auto &name : {u"size-text"_s, u"line-text"_s}) {
        if (const auto own = look.own.value(u"story-"_s + name);
            !script.isEmpty() && !own.isEmpty())
            m_own.insert(name, own);
    }
    m_text = qRound(textPixels * optical * within.textSize / 100);
    m_leading = within.leading / 100.0 * room;
}

// Pixels; whatever else is said there is not understood.
int page::TypeScale::own(const QString &variable, int otherwise) const
{
    const auto value = m_own.value(variable);
    return value.endsWith("px"_L1) ? std::clamp(qRound(value.chopped(2).toDouble()), 1, largest)
                                   : otherwise;
}

int page::TypeScale::size(Voice voice) const
{
    return own("size-"_L1 + of(voice).name, usualSize(voice));
}

int page::TypeScale::usualSize(Voice voice) const
{
    return std::max(1, qRound(of(voice).ems * m_text));
}

int page::TypeScale::line(Voice voice) const
{
    return own("line-"_L1 + of(voice).name, usualLine(voice));
}

int page::TypeScale::usualLine(Voice voice) const
{
    switch (voice) {
    case Voice::Text:
        return qRound(m_leading * m_text);
    case Voice::HeadlineLong:
    case Voice::HeadlineNarrow:
    case Voice::Headline:
    case Voice::HeadlineWide:
        return qRound(m_headlineLeading * usualSize(voice));
    default:
        return qRound(of(voice).leading * m_looser * usualSize(voice));
    }
}

int page::TypeScale::quarters(int count) const
{
    return own(u"q%1"_s.arg(count), qRound(usualLine(Voice::Text) * count / 4.0));
}

int page::TypeScale::sideMargin(int width) const
{
    const auto isNarrow = width <= narrowView;
    return own(isNarrow ? u"side-narrow"_s : u"side"_s, qRound((isNarrow ? 1.1 : 1.5) * m_text));
}

int page::TypeScale::topMargin(int width) const
{
    return quarters(width <= narrowView ? 4 : 8);
}

int page::TypeScale::bottomMargin(int width) const
{
    return quarters(width <= narrowView ? 8 : 12);
}

QString page::TypeScale::variables() const
{
    QString css;
    const auto put
        = [&css](const QString &name, int pixels) { css += u"--%1:%2px;"_s.arg(name).arg(pixels); };
    for (const auto &setting : settings) {
        put("size-"_L1 + setting.name, size(setting.voice));
        put("line-"_L1 + setting.name, line(setting.voice));
    }
    for (const auto count : {1, 2, 3, 4, 5, 6, 8, 12})
        put(u"q%1"_s.arg(count), quarters(count));
    put(u"side"_s, sideMargin(wideView));
    put(u"side-narrow"_s, sideMargin(narrowView));
    return css;
}
