#include "reading/lightgalleries.h"

#include "page/lightgallery.h"
#include "page/typescale.h"
#include "reading/documentblocks.h"
#include "reading/lightlayout.h"

#include <QTextBlock>
#include <QTextCursor>
#include <QTextTable>

#include <algorithm>

namespace {

class Settler
{
public:
    Settler(QTextTable &table, const page::LightSetting &setting, const lighttables::Around &around)
        : m_table(table)
        , m_scale(setting.look, setting.writing.script)
        , m_around(around)
        , m_gap(m_scale.quarters(setting.width <= page::narrowView ? 2 : 3))
        , m_cell((around.whole - m_gap * (table.columns() - 1)) / table.columns())
    {
    }

    lighttables::Below settle()
    {
        setFormat();
        double last = 0;
        for (int row = 0; row < m_table.rows(); ++row) {
            for (int column = 0; column < m_table.columns(); ++column) {
                auto cell = m_table.cellAt(row, column);
                if (cell.row() != row || cell.column() != column)
                    continue;
                const auto drop = settleBlocks(cell);
                setRoom(cell, drop);
                last = std::max(row == 0 && column == 0 ? drop : last, drop);
            }
        }
        return {.margin = double(m_scale.quarters(5)), .drop = last};
    }

private:
    void setFormat()
    {
        auto format = m_table.format();
        format.setCellPadding(0);
        format.setCellSpacing(0);
        format.setBorder(0);
        format.setTopMargin(std::max(m_around.above, double(m_scale.quarters(5))));
        format.setBottomMargin(0);
        QList<QTextLength> widths(m_table.columns(),
                                  QTextLength(QTextLength::FixedLength, m_cell + m_gap));
        widths.last() = QTextLength(QTextLength::FixedLength, m_cell);
        format.setColumnWidthConstraints(widths);
        m_table.setFormat(format);
    }

    [[nodiscard]] bool isWide(const QTextTableCell &cell) const { return cell.columnSpan() > 1; }

    // The answer is how much lower than in CSS the letters of its last block stand.
    double settleBlocks(const QTextTableCell &cell)
    {
        double last = 0;
        auto isFirst = true;
        for (auto it = cell.begin(); !it.atEnd(); ++it) {
            const auto block = it.currentBlock();
            if (!block.isValid())
                continue;
            auto format = block.blockFormat();
            const auto isPhoto = lightlayout::holdsPicture(block);
            if (isPhoto)
                format.setLineHeight(0, QTextBlockFormat::SingleHeight);
            else if (format.lineHeightType() == QTextBlockFormat::MinimumHeight)
                format.setLineHeight(format.lineHeight(), QTextBlockFormat::FixedHeight);
            const auto drop = lightlayout::dropOf(block, format);
            format.setTopMargin(isFirst ? drop : m_scale.quarters(1) + drop - last);
            format.setBottomMargin(0);
            if (!isPhoto)
                format.setRightMargin((m_around.whole - m_around.width) / m_table.columns());
            QTextCursor(block).setBlockFormat(format);
            if (isPhoto)
                setSize(block, isWide(cell));
            last = drop;
            isFirst = false;
        }
        return last;
    }

    void setSize(const QTextBlock &block, bool isWide) const
    {
        lightlayout::setOnBaseline(block);
        for (auto it = block.begin(); !it.atEnd(); ++it) {
            const auto piece = it.fragment();
            auto image = piece.charFormat().toImageFormat();
            if (!image.isValid())
                continue;
            image.setWidth(isWide ? m_around.whole : m_cell);
            if (!isWide)
                image.setHeight(m_cell / page::cutShape);
            QTextCursor cursor(block);
            cursor.setPosition(piece.position());
            cursor.setPosition(piece.position() + piece.length(), QTextCursor::KeepAnchor);
            cursor.setCharFormat(image);
            return;
        }
    }

    void setRoom(QTextTableCell &cell, double drop) const
    {
        auto format = cell.format().toTableCellFormat();
        const auto isLastRow = cell.row() + cell.rowSpan() == m_table.rows();
        const auto isLastColumn = cell.column() + cell.columnSpan() == m_table.columns();
        format.setTopPadding(0);
        format.setBottomPadding(isLastRow ? 0 : m_gap - drop);
        format.setLeftPadding(0);
        format.setRightPadding(isLastColumn ? 0 : m_gap);
        cell.setFormat(format);
    }

    QTextTable &m_table;
    page::TypeScale m_scale;
    lighttables::Around m_around;
    double m_gap;
    double m_cell; // How wide each is.
};

} // namespace

lighttables::Below lightgalleries::settle(QTextTable &table, const page::LightSetting &setting,
                                          const lighttables::Around &around)
{
    return Settler(table, setting, around).settle();
}
