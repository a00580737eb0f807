#include "reading/lightlayout.h"

#include "page/scriptfaces.h"
#include "page/typescale.h"

#include <QFontMetricsF>
#include <QTextBlock>
#include <QTextCursor>
#include <QTextDocument>
#include <QTextFrame>
#include <QTextOption>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace {

constexpr double listIndent = 1.7; // Of the text's size; the style sheet of the page says it too.

bool holdsPicture(const QTextBlock &block)
{
    return block.text().contains(QChar::ObjectReplacementCharacter);
}

// That of its first words: what stands before them may be a sign that is not to be seen.
QFont faceOf(const QTextBlock &block)
{
    auto format = block.charFormat();
    for (auto it = block.begin(); !it.atEnd(); ++it) {
        const auto words = it.fragment().text();
        if (std::ranges::any_of(words, [](QChar c) { return c.isLetterOrNumber(); })) {
            format = it.fragment().charFormat();
            break;
        }
    }
    auto font = format.font().resolve(block.document()->defaultFont());
    font.setHintingPreference(QFont::PreferNoHinting);
    return font;
}

// How much lower the letters of a line of a fixed height stand in CSS than in QTextDocument. That
// one puts them four fifths down. CSS puts as much room above the face's own height as below it,
// in whole pixels. https://www.w3.org/TR/css-inline-3/#inline-height
double dropOf(const QTextBlock &block, const QTextBlockFormat &format)
{
    if (format.lineHeightType() != QTextBlockFormat::FixedHeight)
        return 0;
    const QFontMetricsF metrics(faceOf(block));
    auto ascent = std::round(metrics.ascent());
    auto descent = std::round(metrics.descent());
    // As the web engine does where letters stand between pixels: a descender is not cut.
    if (descent < metrics.descent() && ascent >= 1) {
        ++descent;
        --ascent;
    }
    const auto line = format.lineHeight();
    return ascent + std::floor((line - ascent - descent) / 2) - line * 4 / 5;
}

// Without what rounding takes of it.
double trueWidth(QFont font, const QString &text)
{
    constexpr int larger = 64;
    font.setPixelSize(font.pixelSize() * larger);
    return QFontMetricsF(font).horizontalAdvance(text) / larger;
}

// Qt cuts the width of each letter down to a 64th of a pixel, so that a line is a little shorter in
// it than in the web page: a column that much narrower breaks it in the same places.
double shortened(const QFont &font)
{
    const auto sample
        = u"the letters of a line in their usual numbers, as far as those are known"_s;
    return QFontMetricsF(font).horizontalAdvance(sample) / trueWidth(font, sample);
}

} // namespace

QFont lightlayout::textFont(const page::LightSetting &setting)
{
    QFont font;
    font.setFamilies(page::textFaces(setting.look, setting.writing));
    font.setPixelSize(
        page::TypeScale(setting.look, setting.writing.script).size(page::Voice::Text));
    font.setHintingPreference(QFont::PreferNoHinting);
    return font;
}

void lightlayout::prepare(QTextDocument &document, const page::LightSetting &setting)
{
    document.setUseDesignMetrics(true);
    document.setIndentWidth(listIndent * textFont(setting).pixelSize());
    document.setDefaultFont(textFont(setting));
}

// Room above a block makes up for both its own drop and that of the block before, so that all but
// the letters stays where it was. There is no room above the first block to be taken away.
int lightlayout::settle(QTextDocument &document, double spare)
{
    QTextCursor cursor(&document);
    cursor.beginEditBlock();
    int lift = 0;
    double before = 0; // Below the block before.
    double dropBefore = 0;
    for (auto block = document.begin(); block.isValid(); block = block.next()) {
        auto format = block.blockFormat();
        // The style sheet says pixels, which QTextDocument takes for the least.
        if (holdsPicture(block))
            format.setLineHeight(0, QTextBlockFormat::SingleHeight);
        else if (format.lineHeightType() == QTextBlockFormat::MinimumHeight)
            format.setLineHeight(format.lineHeight(), QTextBlockFormat::FixedHeight);
        const auto drop = dropOf(block, format);
        auto room = std::max(before, format.topMargin()) + drop - dropBefore;
        if (block == document.begin() && room < 0)
            lift = int(std::floor(room));
        room -= block == document.begin() ? lift : 0;
        before = format.bottomMargin();
        format.setTopMargin(room);
        format.setRightMargin(format.rightMargin() + spare);
        format.setBottomMargin(0);
        dropBefore = drop;
        cursor.setPosition(block.position());
        cursor.setBlockFormat(format);
    }
    cursor.endEditBlock();
    return lift;
}

lightlayout::Set lightlayout::setColumn(QTextDocument &document, const Column &column)
{
    // The root of the web page, whose scale is that of no script.
    const auto &setting = column.setting;
    const page::TypeScale scale(setting.look);
    auto root = setting;
    root.writing = {};
    const auto font = textFont(root);
    const auto widest = column.widest > 0
        ? column.widest * font.pixelSize()
        : page::bounded(setting.look).lineWidth * 0.84 * trueWidth(font, u"0"_s);
    const auto width
        = std::min(widest, double(column.available - 2 * scale.sideMargin(setting.width)));
    // A frame's measures are whole pixels, the margin of a block need not be one.
    const auto whole = int(std::ceil(width));
    const auto side = (column.available - whole) / 2;

    auto *frame = document.rootFrame();
    auto format = frame->frameFormat();
    format.setLeftMargin(side);
    format.setRightMargin(column.available - whole - side);
    format.setTopMargin(scale.topMargin(setting.width) + column.lift);
    format.setBottomMargin(scale.bottomMargin(setting.width));
    frame->setFrameFormat(format);
    return {.width = whole, .spare = whole - width * shortened(font)};
}
