#pragma once

#include "page/page.h"

#include <QLatin1StringView>
#include <QString>

namespace page {

// The voices of a page. Each has one size and one distance from line to line.
enum class Voice {
    Text,
    StandfirstNarrow,
    Standfirst,
    Kicker,
    Byline,
    HeadlineLong,
    HeadlineNarrow,
    Headline,
    HeadlineWide,
    Heading2,
    Heading3,
    Heading4,
    Caption,
    Credit,
    Pullquote,
    Small,
    Code,
    CardTitle,
    From,
    Label
};

// What the headline is set in, in a view that is so wide: its pixels, scroll bar included.
Voice headlineVoice(int width);
// The same of a headline that is long, and of what stands below it.
Voice longHeadlineVoice(int width);
Voice standfirstVoice(int width);
// Views up to this are narrow: a headline is smaller in them, and margins are.
inline constexpr int narrowView = 576;
inline constexpr int wideView = 992;

// The one scale of the page, for the script of a story ("latin", "arabic", "hebrew", "cjk"). All of
// it is whole pixels: letters and lines then stand where they should, and the two views of the
// reading pane agree to the pixel.
class TypeScale
{
public:
    explicit TypeScale(const Look &look, const QString &script = {});

    [[nodiscard]] int size(Voice voice) const;
    [[nodiscard]] int line(Voice voice) const;
    // What stands between blocks: quarters of the line of running text.
    [[nodiscard]] int quarters(int count) const;
    // From the edge of the view to the column.
    [[nodiscard]] int sideMargin(int width) const;
    [[nodiscard]] int topMargin(int width) const;
    [[nodiscard]] int bottomMargin(int width) const;

    // As custom properties: --size-text, --line-text, --size-kicker, …, --q1, …
    [[nodiscard]] QString variables() const;

private:
    [[nodiscard]] int usualSize(Voice voice) const;
    [[nodiscard]] int usualLine(Voice voice) const;
    [[nodiscard]] int own(const QString &variable, int otherwise) const;

    QHash<QString, QString> m_own; // Look::own, for scripts without a scale of theirs.
    double m_text = 0;
    double m_leading = 0;
    double m_headlineLeading = 0;
    double m_looser = 0;
};

} // namespace page
