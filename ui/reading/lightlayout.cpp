#include "reading/lightlayout.h"

#include "page/scriptfaces.h"
#include "page/typescale.h"
#include "reading/documentblocks.h"
#include "reading/lighttables.h"

#include <QFontMetricsF>
#include <QTextBlock>
#include <QTextCursor>
#include <QTextDocument>
#include <QTextFrame>
#include <QTextOption>
#include <QTextTable>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace {

constexpr double listIndent = 1.7; // Of the text's size; the style sheet of the page says it too.

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
    return lightlayout::faceIn(format, *block.document());
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

// Room above a block makes up for both its own drop and that of the block before, so that all but
// the letters stays where it was. There is no room above the first block to be taken away.
class Settler
{
public:
    Settler(QTextDocument &document, const lightlayout::Column &column)
        : m_document(document)
        , m_setting(column.setting)
        , m_measures(lightlayout::measure(column))
    {
    }

    int settle()
    {
        QTextCursor cursor(&m_document);
        cursor.beginEditBlock();
        for (auto block = m_document.begin(); block.isValid(); block = block.next()) {
            auto *table = QTextCursor(block).currentTable();
            if (table && table == m_box)
                continue;
            if (lighttables::kindOf(table) != lighttables::Kind::None)
                settleBox(*table);
            else
                settleBlock(block);
        }
        cursor.endEditBlock();
        return m_lift;
    }

private:
    void settleBox(QTextTable &table)
    {
        const auto below
            = lighttables::settle(table, m_setting,
                                  {.above = m_before - m_dropBefore,
                                   .width = m_measures.width - m_measures.spare,
                                   .whole = double(m_measures.lead - 2 * m_measures.beyond)});
        m_before = below.margin;
        m_dropBefore = below.drop;
        m_box = &table;
    }

    void settleBlock(const QTextBlock &block)
    {
        // Before and behind tables there is always a block, which takes no room if it is empty.
        if (block.length() == 1 && (m_box || isBox(block.next())))
            return;
        m_box = nullptr;
        auto format = block.blockFormat();
        // The style sheet says pixels, which QTextDocument takes for the least.
        if (lightlayout::holdsPicture(block)) {
            format.setLineHeight(0, QTextBlockFormat::SingleHeight);
            if (block.length() == 2)
                format.setAlignment(Qt::AlignHCenter);
        }
        if (format.lineHeightType() == QTextBlockFormat::MinimumHeight)
            format.setLineHeight(format.lineHeight(), QTextBlockFormat::FixedHeight);
        const auto drop = lightlayout::dropOf(block, format);
        if (format.lineHeight() == 1 && !QTextCursor(block).currentTable()) {
            format.setProperty(lightlayout::hairlineProperty, format.background().color());
            format.clearBackground();
            clearLetters(block);
        }
        if (isQuoted(format))
            format.setProperty(lightlayout::quotedProperty, drop);
        const auto between
            = documentblocks::goesOn(block) ? 0 : std::max(m_before, format.topMargin());
        auto room = between + drop - m_dropBefore;
        if (block == m_document.begin() && room < 0)
            m_lift = int(std::floor(room));
        room -= block == m_document.begin() ? m_lift : 0;
        m_before = format.bottomMargin();
        format.setTopMargin(room);
        format.setRightMargin(format.rightMargin() + m_measures.spare);
        format.setBottomMargin(0);
        m_dropBefore = drop;
        QTextCursor(block).setBlockFormat(format);
        if (lightlayout::holdsPicture(block))
            lightlayout::setOnBaseline(block);
    }

    // By its indent, as page::lightStyle() has it.
    [[nodiscard]] bool isQuoted(const QTextBlockFormat &format) const
    {
        const page::TypeScale scale(m_setting.look, m_setting.writing.script);
        return std::max(format.leftMargin(), format.rightMargin())
            == scale.size(page::Voice::Text) * 136 / 100;
    }

    // The space in a hairline has its colour, too, and stands a pixel above it.
    static void clearLetters(const QTextBlock &block)
    {
        QTextCursor letters(block);
        letters.movePosition(QTextCursor::EndOfBlock, QTextCursor::KeepAnchor);
        auto format = letters.charFormat();
        format.clearBackground();
        letters.setCharFormat(format);
    }

    static bool isBox(const QTextBlock &block)
    {
        return block.isValid()
            && lighttables::kindOf(QTextCursor(block).currentTable()) != lighttables::Kind::None;
    }

    QTextDocument &m_document;
    page::LightSetting m_setting;
    lightlayout::Measures m_measures;
    QTextTable *m_box = nullptr; // That ended last.
    int m_lift = 0;
    double m_before = 0; // Below the block before.
    double m_dropBefore = 0;
};

// The lead picture is as wide as the page has it, however wide it is itself.
void setLead(const QTextDocument &document, const lightlayout::Measures &measures)
{
    constexpr int deepest = 12; // Blocks.
    auto block = document.begin();
    for (int i = 0; i < deepest && block.isValid(); ++i, block = block.next()) {
        for (auto it = block.begin(); !it.atEnd(); ++it) {
            const auto piece = it.fragment();
            auto image = piece.charFormat().toImageFormat();
            // Those of a gallery have one, too.
            if (!image.isValid() || !image.hasProperty(QTextFormat::ImageWidth)
                || QTextCursor(block).currentTable())
                continue;
            image.setWidth(measures.lead);
            QTextCursor cursor(block);
            auto format = block.blockFormat();
            format.setLeftMargin(-measures.beyond);
            format.setRightMargin(-measures.beyond);
            cursor.setBlockFormat(format);
            cursor.setPosition(piece.position());
            cursor.setPosition(piece.position() + piece.length(), QTextCursor::KeepAnchor);
            cursor.setCharFormat(image);
            return;
        }
    }
}

// The column with its margins, where a person's own style sheet says how wide it is.
double ownWidth(const page::Look &look, double usual)
{
    const auto pixels = [&look](QLatin1StringView name, double otherwise) {
        const auto value = look.own.value(name);
        return value.endsWith("px"_L1) ? value.chopped(2).toDouble() : otherwise;
    };
    const auto wanted = pixels("column"_L1, usual);
    return std::min(wanted, pixels("column-most"_L1, wanted));
}

} // namespace

bool lightlayout::holdsPicture(const QTextBlock &block)
{
    return block.text().contains(QChar::ObjectReplacementCharacter);
}

void lightlayout::setOnBaseline(const QTextBlock &block)
{
    for (auto it = block.begin(); !it.atEnd(); ++it) {
        const auto piece = it.fragment();
        if (!piece.charFormat().isImageFormat())
            continue;
        QTextCharFormat format;
        format.setVerticalAlignment(QTextCharFormat::AlignBaseline);
        QTextCursor cursor(block);
        cursor.setPosition(piece.position());
        cursor.setPosition(piece.position() + piece.length(), QTextCursor::KeepAnchor);
        cursor.mergeCharFormat(format);
        return;
    }
}

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

QFont lightlayout::faceIn(const QTextCharFormat &format, const QTextDocument &document)
{
    auto font = format.font().resolve(document.defaultFont());
    font.setHintingPreference(QFont::PreferNoHinting);
    return font;
}

// QTextDocument puts them four fifths down. CSS puts as much room above the face's own height as
// below it, in whole pixels. https://www.w3.org/TR/css-inline-3/#inline-height
double lightlayout::dropOf(const QTextBlock &block, const QTextBlockFormat &format)
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

int lightlayout::settle(QTextDocument &document, const Column &column)
{
    return Settler(document, column).settle();
}

lightlayout::Measures lightlayout::measure(const Column &column)
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
    const auto sides = 2.0 * scale.sideMargin(setting.width);
    // The front page stands outside of the column.
    const auto wanted = column.widest > 0 ? widest + sides : ownWidth(setting.look, widest + sides);
    const auto width = std::min(wanted, double(column.available)) - sides;
    // A frame's measures are whole pixels, the margin of a block need not be one.
    const auto whole = int(std::ceil(width));
    const auto isNarrow = setting.width <= page::narrowView && column.widest == 0;
    const auto beyond = isNarrow ? scale.sideMargin(setting.width) : 0;
    return {.width = whole,
            .spare = whole - width * shortened(font),
            .lead = qRound(width + 2 * beyond),
            .beyond = beyond};
}

lightlayout::Measures lightlayout::setColumn(QTextDocument &document, const Column &column)
{
    const page::TypeScale scale(column.setting.look);
    const auto measures = measure(column);
    const auto side = (column.available - measures.width) / 2;

    auto *frame = document.rootFrame();
    auto format = frame->frameFormat();
    format.setLeftMargin(side);
    format.setRightMargin(column.available - measures.width - side);
    format.setTopMargin(scale.topMargin(column.setting.width) + column.lift);
    format.setBottomMargin(scale.bottomMargin(column.setting.width));
    frame->setFrameFormat(format);
    if (column.widest == 0)
        setLead(document, measures);
    return measures;
}
