#include "printing/printedstory.h"

#include "printing/pdfletters.h"
#include "printing/typesetter.h"

#include <QBuffer>
#include <QPainter>
#include <QPdfWriter>
#include <QSaveFile>

#include <algorithm>
#include <cmath>
#include <utility>

using namespace Qt::StringLiterals;

namespace printing {

namespace {

constexpr double dotsPerInch = 300; // Finer ones are not seen on paper.

} // namespace

QStringList PrintedStory::textOf(int page) const
{
    auto lines = sheet(page).lines;
    std::ranges::stable_sort(lines, {}, [](const Sheet::Line &line) { return line.at.y(); });
    QStringList texts;
    for (const auto &place : std::as_const(lines)) {
        const auto &layout = *m_layouts.at(size_t(place.layout));
        const auto line = layout.lineAt(place.line);
        texts.append(layout.text()
                         .mid(line.textStart(), line.textLength())
                         .remove(page::softHyphen)
                         .remove(QChar(0x2068)) // Isolates.
                         .remove(QChar(0x2069))
                         .trimmed());
    }
    return texts;
}

void PrintedStory::visitLines(const Visit &visit) const
{
    for (const auto &sheet : m_sheets) {
        for (const auto &place : sheet.lines) {
            const auto &layout = *m_layouts.at(size_t(place.layout));
            visit(layout, layout.lineAt(place.line));
        }
    }
}

void PrintedStory::paint(QPainter &painter, int page, double scale) const
{
    const auto &content = sheet(page);
    painter.save();
    painter.scale(scale, scale);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing
                           | QPainter::SmoothPixmapTransform);
    for (const auto &art : content.pictures) {
        const auto dots = std::min(scale, dotsPerInch / unitsPerInch) * art.area.width();
        painter.drawImage(art.area, m_pictures.decoded(art.picture, int(std::ceil(dots))));
    }
    painter.setPen(QPen(QColor(0x99, 0x99, 0x99), unitsPerInch / 150.0));
    for (const auto &rule : content.rules)
        painter.drawLine(rule);
    painter.setPen(Qt::black);
    for (const auto &place : content.lines)
        m_layouts.at(size_t(place.layout))->lineAt(place.line).draw(&painter, place.at);
    painter.restore();
}

std::shared_ptr<const PrintedStory> printedStory(const Article &article, const Wishes &wishes,
                                                 const Setting &setting, const PageWords &words,
                                                 const std::stop_token &stop)
{
    // Short lines need it, and so do those of equal length.
    const auto needed = setting.columns > 1 || setting.justified;
    const auto patterns = needed ? page::Patterns::load(article.language) : page::Patterns();
    const auto text
        = manuscript(article, wishes, patterns,
                     setting.justified ? page::Division::Ready : page::Division::Reluctant);
    Typesetter typesetter(text, setting, words, stop);
    typesetter.setPictures(article.pictures);
    auto story = typesetter.set();
    return stop.stop_requested() ? nullptr : story;
}

bool writePdf(const PrintedStory &story, const Setting &setting, const QString &title,
              const QString &file)
{
    QSaveFile out(file);
    if (!out.open(QIODevice::WriteOnly))
        return false;
    QByteArray pdf;
    {
        QBuffer buffer(&pdf);
        buffer.open(QIODevice::WriteOnly);
        QPdfWriter writer(&buffer);
        writer.setResolution(unitsPerInch);
        writer.setPageSize(QPageSize(setting.paper));
        writer.setPageMargins({});
        writer.setTitle(title);
        writer.setCreator(u"Broadsheet"_s);
        QPainter painter(&writer);
        if (!painter.isActive())
            return false;
        for (auto page = 0; page < story.pages(); ++page) {
            if (page > 0)
                writer.newPage();
            story.paint(painter, page, 1);
        }
    }
    pdf = withWholeText(pdf, story);
    return out.write(pdf) == pdf.size() && out.commit();
}

} // namespace printing
