#pragma once

#include "printing/manuscript.h"
#include "printing/printedpictures.h"

#include <QPageSize>
#include <QRectF>
#include <QTextLayout>

#include <functional>
#include <memory>
#include <stop_token>
#include <vector>

class QPainter;

namespace printing {

// Everything on pages is measured in this part of an inch.
inline constexpr int unitsPerInch = 1200;

// How pages are set.
struct Setting
{
    QPageSize::PageSizeId paper = QPageSize::A4;
    int columns = 1; // 1 to 3.
    bool justified = false;
    int textSize = 100; // Percent.

    bool operator==(const Setting &) const = default;
};

// What stands on one page.
struct Sheet
{
    struct Line
    {
        int layout = 0; // Of the story's.
        int line = 0;
        QPointF at; // The line's upper left corner.
    };
    struct Art
    {
        QString picture;
        QRectF area;
    };

    QList<Line> lines = {};
    QList<Art> pictures = {};
    QList<QLineF> rules = {};
};

// A story set on pages, ready to be painted on paper, on a screen, or into a file. Belongs to one
// thread at a time.
class PrintedStory
{
public:
    [[nodiscard]] int pages() const { return int(m_sheets.size()); }
    [[nodiscard]] QSizeF pageSize() const { return m_size; }
    [[nodiscard]] const Sheet &sheet(int page) const { return m_sheets.at(page); }
    // The text of a page from the top, a line each.
    [[nodiscard]] QStringList textOf(int page) const;

    using Visit = std::function<void(const QTextLayout &layout, const QTextLine &line)>;
    // All lines, as they are painted.
    void visitLines(const Visit &visit) const;

    // `scale` is in the painter's units for one of ours.
    void paint(QPainter &painter, int page, double scale) const;

private:
    friend class Typesetter;

    QSizeF m_size;
    std::vector<std::unique_ptr<QTextLayout>> m_layouts;
    PrintedPictures m_pictures;
    QList<Sheet> m_sheets;
};

// "Page 2 of 5", in the person's words.
using PageWords = std::function<QString(int page, int pages)>;

// Sets a story, whose pictures must have come with it. Slow: for the pool. Nothing where it was
// stopped before its end.
std::shared_ptr<const PrintedStory> printedStory(const Article &article, const Wishes &wishes,
                                                 const Setting &setting, const PageWords &words,
                                                 const std::stop_token &stop = {});

// Writes a PDF with text that can be selected and links that lead somewhere. False when it cannot
// be written.
bool writePdf(const PrintedStory &story, const Setting &setting, const QString &title,
              const QString &file);

} // namespace printing
