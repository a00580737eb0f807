#include "reading/lighttables.h"

#include "page/typescale.h"
#include "reading/lightgalleries.h"
#include "reading/lightlayout.h"

#include <QFontMetricsF>
#include <QTextBlock>
#include <QTextCursor>
#include <QTextDocument>
#include <QTextTable>

#include <algorithm>
#include <numeric>

using namespace Qt::StringLiterals;
using page::Voice;

namespace {

// Between columns, in sizes of the text in them; as the web page's style sheet.
constexpr double betweenColumns = 1.1;
constexpr double border = 1;
constexpr double topBorder = 2;
constexpr double asideBar = 0.18; // In sizes of the text.
constexpr double labelRise = 1; // Of a line of capitals, in its cell.

class Settler
{
public:
    Settler(QTextTable &table, const page::LightSetting &setting)
        : m_table(table)
        , m_kind(lighttables::kindOf(&table))
        , m_scale(setting.look, setting.writing.script)
        , m_colours(page::colours(setting.look))
        , m_isRightToLeft(setting.writing.direction == "rtl"_L1)
    {
    }

    void settleCells()
    {
        for (int row = 0; row < m_table.rows(); ++row) {
            for (int column = 0; column < m_table.columns(); ++column) {
                auto cell = m_table.cellAt(row, column);
                if (cell.row() == row && cell.column() == column)
                    settle(cell);
            }
        }
    }

    void setFormat(double above, double width)
    {
        auto format = m_table.format();
        format.setCellPadding(0);
        format.setCellSpacing(0);
        format.setBorder(0);
        format.setTopMargin(above);
        format.setBottomMargin(0);
        if (m_kind == lighttables::Kind::Code || isBox())
            format.setBackground(QColor(m_colours.card));
        else if (format.columnWidthConstraints().isEmpty()
                 || format.columnWidthConstraints().constFirst().type()
                     == QTextLength::VariableLength)
            format.setColumnWidthConstraints(columns(width));
        m_table.setFormat(format);
    }

    [[nodiscard]] double margin() const
    {
        return m_scale.quarters(m_kind == lighttables::Kind::Card ? 1 : 4);
    }

private:
    void settle(QTextTableCell &cell)
    {
        double before = 0;
        double first = 0;
        double last = 0;
        auto isFirst = true;
        for (auto it = cell.begin(); !it.atEnd(); ++it) {
            const auto block = it.currentBlock();
            if (!block.isValid())
                continue;
            auto format = block.blockFormat();
            if (format.lineHeightType() == QTextBlockFormat::MinimumHeight)
                format.setLineHeight(format.lineHeight(), QTextBlockFormat::FixedHeight);
            const auto drop = lightlayout::dropOf(block, format);
            const auto above = std::max(before, format.topMargin()) + drop - last;
            before = format.bottomMargin();
            format.setTopMargin(isFirst ? 0 : above);
            format.setBottomMargin(0);
            QTextCursor(block).setBlockFormat(format);
            first = isFirst ? drop : first;
            last = drop;
            isFirst = false;
        }
        setRoom(cell, first, last);
    }

    // A cell is as high as its lines, which letters do not stand in as they do in CSS.
    void setRoom(QTextTableCell &cell, double first, double last)
    {
        auto format = cell.format().toTableCellFormat();
        if (isBox()) {
            setBox(format, first, last);
            cell.setFormat(format);
            return;
        }
        const auto isCode = m_kind == lighttables::Kind::Code;
        const auto room = isCode ? m_scale.quarters(2) + border : m_scale.quarters(1);
        const auto side = m_scale.quarters(3) + border;
        const auto isLast = cell.column() + cell.columnSpan() == m_table.columns();
        format.setTopPadding(room + first);
        format.setBottomPadding(room - last);
        format.setLeftPadding(isCode ? side : 0);
        format.setRightPadding(isCode ? side : isLast ? 0 : between());
        isCode ? setFrame(format) : setBorders(cell, format);
        cell.setFormat(format);
    }

    [[nodiscard]] bool isBox() const
    {
        return m_kind == lighttables::Kind::Card || m_kind == lighttables::Kind::Aside;
    }

    // The bar of an aside stands where its lines begin.
    void setBox(QTextTableCellFormat &format, double first, double last) const
    {
        const auto around = m_scale.quarters(2);
        format.setTopPadding(around + first);
        format.setBottomPadding(around - last);
        format.setLeftPadding(around);
        format.setRightPadding(around);
        if (m_kind != lighttables::Kind::Aside)
            return;
        format.setTopPadding(around + first + labelRise);
        const auto bar = asideBar * m_scale.size(Voice::Text);
        if (m_isRightToLeft) {
            format.setRightBorder(bar);
            format.setRightBorderStyle(QTextFrameFormat::BorderStyle_Solid);
            format.setRightBorderBrush(QColor(m_colours.accent));
        } else {
            format.setLeftBorder(bar);
            format.setLeftBorderStyle(QTextFrameFormat::BorderStyle_Solid);
            format.setLeftBorderBrush(QColor(m_colours.accent));
        }
    }

    void setFrame(QTextTableCellFormat &format) const
    {
        format.setBorder(border);
        format.setBorderStyle(QTextFrameFormat::BorderStyle_Solid);
        format.setBorderBrush(QColor(m_colours.rule));
    }

    void setBorders(const QTextTableCell &cell, QTextTableCellFormat &format) const
    {
        const auto isTop = cell.row() == 0 && m_kind == lighttables::Kind::Data;
        format.setTopBorder(isTop ? topBorder : border);
        format.setTopBorderStyle(QTextFrameFormat::BorderStyle_Solid);
        format.setTopBorderBrush(QColor(isTop ? m_colours.headline : m_colours.rule));
        if (cell.row() + cell.rowSpan() < m_table.rows())
            return;
        format.setBottomBorder(border);
        format.setBottomBorderStyle(QTextFrameFormat::BorderStyle_Solid);
        format.setBottomBorderBrush(QColor(m_colours.headline));
    }

    [[nodiscard]] double between() const { return betweenColumns * m_scale.size(Voice::Small); }

    struct Width
    {
        double least = 0; // Of its longest word,
        double whole = 0; // and of its longest text in one line.
    };

    [[nodiscard]] static Width widthOf(const QTextTableCell &cell)
    {
        Width width;
        for (auto it = cell.begin(); !it.atEnd(); ++it) {
            double whole = 0;
            const auto block = it.currentBlock();
            for (auto piece = block.begin(); block.isValid() && !piece.atEnd(); ++piece) {
                const QFontMetricsF metrics(
                    lightlayout::faceIn(piece.fragment().charFormat(), *block.document()));
                const auto text = piece.fragment().text();
                whole += metrics.horizontalAdvance(text);
                for (const auto &word : text.split(u' '))
                    width.least = std::max(width.least, metrics.horizontalAdvance(word));
            }
            width.whole = std::max(width.whole, whole);
        }
        return width;
    }

    // As browsers do: https://www.w3.org/TR/css-tables-3/#distributing-width. What is too much or
    // too little for the texts is shared by how long they are.
    [[nodiscard]] QList<QTextLength> columns(double available) const
    {
        QList<Width> widths(m_table.columns());
        for (int row = 0; row < m_table.rows(); ++row) {
            for (int column = 0; column < m_table.columns(); ++column) {
                const auto cell = m_table.cellAt(row, column);
                if (cell.row() != row || cell.columnSpan() > 1)
                    continue;
                const auto isLast = column + 1 == m_table.columns();
                const auto width = widthOf(cell);
                auto &known = widths[column];
                known.least = std::max(known.least, width.least + (isLast ? 0 : between()));
                known.whole = std::max(known.whole, width.whole + (isLast ? 0 : between()));
            }
        }
        const auto sum = [&widths](double Width::*part) {
            return std::accumulate(
                widths.begin(), widths.end(), 0.0,
                [part](double all, const Width &one) { return all + one.*part; });
        };
        const auto whole = sum(&Width::whole);
        const auto least = sum(&Width::least);
        QList<QTextLength> lengths;
        for (const auto &width : widths) {
            const auto share = whole <= available ? width.whole * available / std::max(1.0, whole)
                                                  : width.least
                    + std::max(0.0, available - least) * (width.whole - width.least)
                        / std::max(1.0, whole - least);
            lengths.append(QTextLength(QTextLength::FixedLength, share));
        }
        return lengths;
    }

    QTextTable &m_table;
    lighttables::Kind m_kind;
    page::TypeScale m_scale;
    page::Colours m_colours;
    bool m_isRightToLeft;
};

} // namespace

lighttables::Kind lighttables::kindOf(const QTextTable *table)
{
    if (!table)
        return Kind::None;
    switch (int(table->format().cellPadding())) {
    case page::dataPadding:
        return Kind::Data;
    case page::goesOnPadding:
        return Kind::GoesOn;
    case page::codePadding:
        return Kind::Code;
    case page::galleryPadding:
        return Kind::Gallery;
    case page::cardPadding:
        return Kind::Card;
    case page::asidePadding:
        return Kind::Aside;
    default:
        return Kind::None;
    }
}

lighttables::Below lighttables::settle(QTextTable &table, const page::LightSetting &setting,
                                       const Around &around)
{
    if (kindOf(&table) == Kind::Gallery)
        return lightgalleries::settle(table, setting, around);
    Settler settler(table, setting);
    const auto goesOn = kindOf(&table) == Kind::GoesOn;
    settler.settleCells();
    settler.setFormat(goesOn ? 0 : std::max(around.above, settler.margin()), around.width);
    return {.margin = settler.margin()};
}
