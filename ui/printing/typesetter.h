#pragma once

#include "printing/pagebreaks.h"
#include "printing/printedstory.h"
#include "printing/styles.h"

namespace printing {

struct Grid;
struct TablePart;

// Sets a manuscript: lines first, then their places, then what stands above and below them.
class Typesetter
{
public:
    Typesetter(const Manuscript &manuscript, const Setting &setting, const PageWords &words,
               const std::stop_token &stop);

    void setPictures(const QList<Picture> &pictures);
    std::shared_ptr<const PrintedStory> set();

private:
    // A slab with what is on it, from its upper left corner.
    struct Piece
    {
        Slab slab;
        Sheet content;
        int head = -1; // Of m_heads: what is said again above it where it begins a column.
    };
    class RowSetter;
    // A text set in lines of one width.
    struct Lines
    {
        int layout = 0;
        QList<QPointF> places; // Where each stands, from the upper left corner of the first.
        double height = 0;
    };

    Lines setText(const QString &text, const QList<Span> &spans, const Style &style, double width);
    static void add(Sheet &sheet, const Lines &lines, QPointF at);
    static void add(Sheet &sheet, const Sheet &content, QPointF at);
    void setHead();
    void setBody();
    void setParagraph(const Paragraph &paragraph);
    void setLines(const Paragraph &paragraph, const Style &style);
    void setPicture(const Paragraph &paragraph);
    void setTable(const Paragraph &table);
    void setTablePart(const Grid &grid, qsizetype heads, const TablePart &part, const Style &style);
    // Adds a picture and its words, below each other; answers their height.
    double put(Sheet &sheet, const Paragraph &picture, double y, double width, double highest);
    void lower(Sheet &picture, double less) const;
    [[nodiscard]] QSizeF sizeOf(const QString &picture, double width, double highest) const;
    void breakPages();
    void setFurniture();
    void setFoot(Sheet &sheet, int page);
    void setRunningHead(Sheet &sheet);
    [[nodiscard]] double columnX(int column) const;
    [[nodiscard]] QString source() const;

    const Manuscript &m_text;
    Setting m_setting;
    const PageWords &m_words;
    std::stop_token m_stop;
    Styles m_styles;
    std::shared_ptr<PrintedStory> m_story;
    QRectF m_area; // For text, on every page.
    double m_gutter = 0;
    double m_column = 0; // Its width.
    double m_head = 0; // Height of what stands above the first page's columns.
    Sheet m_headSheet;
    QList<Piece> m_pieces;
    QList<Sheet> m_heads; // Of tables.
    bool m_textBefore = false; // The paragraph before was running text.
};

} // namespace printing
