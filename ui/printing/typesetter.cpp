#include "printing/typesetter.h"

#include <QFontMetricsF>
#include <QTextOption>
#include <QThreadPool>

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

using namespace Qt::StringLiterals;

namespace printing {

namespace {

// Measures for one, two and three columns: text in points, the rest in inches.
struct Layout
{
    double text;
    double side;
    double gutter;
};
constexpr std::array layouts{Layout{11, 1.45, 0}, Layout{9.6, 0.75, 0.3}, Layout{8.6, 0.6, 0.24}};
constexpr double topInches = 0.95;
constexpr double bottomInches = 1.05;
constexpr double highestLead = 0.4; // Parts of the page's height.
constexpr double shortestRest = 5; // Lines below the headline; else the columns begin overleaf.

const Layout &layoutFor(int columns)
{
    return layouts.at(size_t(std::clamp(columns, 1, 3) - 1));
}

double textSize(const Setting &setting)
{
    constexpr double pointsPerInch = 72;
    return layoutFor(setting.columns).text / pointsPerInch * unitsPerInch * setting.textSize / 100;
}

// To free thousands of lines takes as long as a frame is seen: whoever drops them last, and that
// may be the window, does not wait for it.
std::shared_ptr<PrintedStory> emptyStory()
{
    auto story = std::make_unique<PrintedStory>();
    return {story.release(), [](PrintedStory *dropped) {
                QThreadPool::globalInstance()->start([dropped] { delete dropped; });
            }};
}

// Of a justified line that runs from the right Qt keeps a part, at its beginning, for the blank
// behind its last word. Answers how far to the right it must be moved, where it cannot be widened.
double fill(QTextLine &line, const QString &text, double blank)
{
    const auto length = line.textLength();
    const auto width = line.width();
    if (length == 0 || text.at(line.textStart() + length - 1) != u' ')
        return 0;
    line.setLineWidth(width + blank);
    if (line.textLength() == length)
        return 0;
    line.setLineWidth(width);
    return blank;
}

// Those that are set in another way, and all the others between them.
QList<Span> covering(const QList<Span> &spans, int length)
{
    QList<Span> all;
    auto at = 0;
    for (const auto &span : spans) {
        if (span.at > at)
            all.append({.at = at, .length = span.at - at});
        all.append(span);
        at = span.at + span.length;
    }
    if (at < length)
        all.append({.at = at, .length = length - at});
    return all;
}

} // namespace

Typesetter::Typesetter(const Manuscript &manuscript, const Setting &setting, const PageWords &words,
                       const std::stop_token &stop)
    : m_text(manuscript)
    , m_setting(setting)
    , m_words(words)
    , m_stop(stop)
    , m_styles(textSize(setting), setting.columns, manuscript.slants)
    , m_story(emptyStory())
{
    m_setting.columns = std::clamp(setting.columns, 1, 3);
    const auto &measures = layoutFor(m_setting.columns);
    m_story->m_size = QPageSize::sizePixels(setting.paper, unitsPerInch);
    const auto side = measures.side * unitsPerInch;
    m_area = QRectF({}, m_story->m_size)
                 .adjusted(side, topInches * unitsPerInch, -side, -bottomInches * unitsPerInch);
    m_gutter = measures.gutter * unitsPerInch;
    m_column = (m_area.width() - (m_setting.columns - 1) * m_gutter) / m_setting.columns;
}

void Typesetter::setPictures(const QList<Picture> &pictures)
{
    m_story->m_pictures.set(pictures);
}

std::shared_ptr<const PrintedStory> Typesetter::set()
{
    setHead();
    setBody();
    if (m_stop.stop_requested())
        return m_story;
    breakPages();
    setFurniture();
    return m_story;
}

Typesetter::Lines Typesetter::setText(const QString &text, const QList<Span> &spans,
                                      const Style &style, double width)
{
    auto layout = std::make_unique<QTextLayout>(text, style.font);
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    option.setTextDirection(m_text.rightToLeft ? Qt::RightToLeft : Qt::LeftToRight);
    option.setUseDesignMetrics(true);
    const auto start = m_text.rightToLeft ? Qt::AlignRight : Qt::AlignLeft;
    const auto usual = m_setting.justified && !style.keepWithNext ? Qt::AlignJustify : start;
    option.setAlignment(style.edge ? style.edge : usual);
    layout->setTextOption(option);
    QList<QTextLayout::FormatRange> formats;
    for (const auto &span : covering(spans, int(text.size())))
        formats.append({span.at, span.length, m_styles.format(span, style)});
    layout->setFormats(formats + joinedLetters(text));

    Lines lines{.layout = int(m_story->m_layouts.size())};
    const QFontMetricsF metrics(style.font);
    const auto above = (style.line - metrics.ascent() - metrics.descent()) / 2 + metrics.ascent();
    layout->beginLayout();
    for (auto line = layout->createLine(); line.isValid() && !m_stop.stop_requested();
         line = layout->createLine()) {
        const auto indent = lines.places.isEmpty() ? style.first : 0;
        line.setLineWidth(width - indent);
        const auto fills = m_text.rightToLeft && option.alignment() == Qt::AlignJustify;
        const auto moved = fills ? fill(line, text, metrics.horizontalAdvance(u' ')) : 0;
        line.setPosition({0, 0});
        // Every line's letters stand on a line of the same distance, whatever is raised in it.
        const auto x = m_text.rightToLeft ? moved : indent;
        lines.places.append({x, lines.height + above - line.ascent()});
        lines.height += style.line;
    }
    layout->endLayout();
    m_story->m_layouts.push_back(std::move(layout));
    return lines;
}

void Typesetter::add(Sheet &sheet, const Lines &lines, QPointF at)
{
    for (qsizetype line = 0; line < lines.places.size(); ++line)
        sheet.lines.append(
            {.layout = lines.layout, .line = int(line), .at = at + lines.places.at(line)});
}

void Typesetter::add(Sheet &sheet, const Sheet &content, QPointF at)
{
    for (auto line : content.lines) {
        line.at += at;
        sheet.lines.append(line);
    }
    for (const auto &art : content.pictures)
        sheet.pictures.append({art.picture, art.area.translated(at)});
    for (const auto &rule : content.rules)
        sheet.rules.append(rule.translated(at));
}

// Outlet, headline, standfirst and byline go across all columns, and so does the photo.
void Typesetter::setHead()
{
    using Voice = Styles::Voice;
    const std::array<std::pair<QString, Voice>, 4> parts{
        std::pair{m_text.outlet, Voice::Outlet}, std::pair{m_text.title, Voice::Title},
        std::pair{m_text.standfirst, Voice::Standfirst}, std::pair{m_text.byline, Voice::Byline}};
    auto y = 0.0;
    for (const auto &[text, voice] : parts) {
        if (text.isEmpty())
            continue;
        const auto style = m_styles.of(voice);
        y += y > 0 ? style.above : 0;
        const auto lines = setText(text, {}, style, m_area.width());
        add(m_headSheet, lines, {0, y});
        y += lines.height;
    }
    if (y > 0) {
        y += m_styles.line() * 0.3;
        m_headSheet.rules.append(QLineF(0, y, m_area.width(), y));
        y += m_styles.line() * 0.7;
    }
    const auto highest = std::min(highestLead * m_story->m_size.height(), m_area.height() - y);
    const auto photo = put(m_headSheet, m_text.lead, y, m_area.width(), highest);
    m_head = y + photo + (photo > 0 ? m_styles.line() : 0);
    if (m_area.height() - m_head < shortestRest * m_styles.line())
        m_head = m_area.height();
}

void Typesetter::setBody()
{
    for (const auto &paragraph : m_text.body) {
        if (m_stop.stop_requested())
            return;
        setParagraph(paragraph);
    }
}

void Typesetter::setParagraph(const Paragraph &paragraph)
{
    using Role = Paragraph::Role;
    const auto running = paragraph.role == Role::Text;
    auto style = m_styles.of(paragraph.role);
    // The first one of a story or a part of it is not set in.
    if (running && !std::exchange(m_textBefore, running))
        style.first = 0;
    m_textBefore = running;
    if (paragraph.role == Role::Picture)
        setPicture(paragraph);
    else if (paragraph.role == Role::Table)
        setTable(paragraph);
    else
        setLines(paragraph, style);
}

void Typesetter::setLines(const Paragraph &paragraph, const Style &style)
{
    const auto marked = style.indent > 0 && !paragraph.marker.isEmpty();
    const auto levels = std::max(paragraph.depth, marked ? 1 : 0);
    const auto indent = std::min(style.indent * levels, m_column / 3);
    const auto lines = setText(paragraph.text, paragraph.spans, style, m_column - indent);
    const auto count = lines.places.size();
    for (qsizetype line = 0; line < count; ++line) {
        const auto top = double(line) * style.line;
        const auto x = m_text.rightToLeft ? 0 : indent;
        Piece piece{.slab = {.height = style.line, .above = line == 0 ? style.above : 0}};
        // Neither the first nor the last line of a paragraph stands alone.
        piece.slab.keepWithNext = line + 1 == count ? style.keepWithNext
                                                    : style.whole || line == 0 || line + 2 == count;
        piece.content.lines.append({.layout = lines.layout,
                                    .line = int(line),
                                    .at = lines.places.at(line) + QPointF(x, -top)});
        if (line == 0 && !paragraph.marker.isEmpty()) {
            auto plain = style;
            plain.first = 0;
            const auto marker = setText(paragraph.marker, {}, plain, style.indent);
            const auto from = m_text.rightToLeft ? m_column - indent : indent - style.indent;
            add(piece.content, marker, {from, 0});
        }
        m_pieces.append(piece);
    }
}

double Typesetter::columnX(int column) const
{
    const auto at = m_text.rightToLeft ? m_setting.columns - 1 - column : column;
    return m_area.left() + at * (m_column + m_gutter);
}

void Typesetter::breakPages()
{
    QList<Slab> slabs;
    for (const auto &piece : std::as_const(m_pieces))
        slabs.append(piece.slab);
    const auto found = places(slabs,
                              {.height = m_area.height(),
                               .first = m_area.height() - m_head,
                               .columns = m_setting.columns,
                               .grid = m_setting.columns > 1 ? m_styles.line() : 0});
    auto last = 0;
    for (const auto &place : found)
        last = std::max(last, place.page);
    m_story->m_sheets.resize(last + 1);
    auto &first = m_story->m_sheets.first();
    add(first, m_headSheet, m_area.topLeft());
    for (qsizetype at = 0; at < found.size(); ++at) {
        const auto &place = found.at(at);
        const auto top = m_area.top() + (place.page == 0 ? m_head : 0);
        if (place.less > 0)
            lower(m_pieces[at].content, place.less);
        auto &sheet = m_story->m_sheets[place.page];
        const QPointF corner(columnX(place.column), top + place.y);
        const auto &piece = m_pieces.at(at);
        if (place.headed)
            add(sheet, m_heads.at(piece.head), corner - QPointF(0, piece.slab.headed));
        add(sheet, piece.content, corner);
    }
}

void Typesetter::setFurniture()
{
    for (auto page = 0; page < m_story->pages(); ++page) {
        setFoot(m_story->m_sheets[page], page);
        if (page > 0)
            setRunningHead(m_story->m_sheets[page]);
    }
}

// "The Harbour Gazette · 4 December 2021"
QString Typesetter::source() const
{
    const auto host = m_text.url.host();
    QStringList parts{m_text.outlet.isEmpty() ? host : m_text.outlet, m_text.date};
    parts.removeAll({});
    return parts.join(u" · "_s);
}

void Typesetter::setFoot(Sheet &sheet, int page)
{
    const auto style = m_styles.of(Styles::Voice::Foot);
    const auto y = m_area.bottom() + 0.28 * unitsPerInch;
    sheet.rules.append(QLineF(m_area.left(), y, m_area.right(), y));
    const auto number = m_words(page + 1, m_story->pages());
    const QFontMetricsF metrics(style.font);
    const auto numberWidth = std::ceil(metrics.horizontalAdvance(number));
    const auto room = m_area.width() - numberWidth - 2 * style.line;
    const auto text = metrics.elidedText(source(), Qt::ElideRight, room);
    Span link{.at = 0, .length = int(text.size())};
    if (m_text.url.scheme().startsWith("http"_L1))
        link.address = QString::fromLatin1(m_text.url.toEncoded());
    const auto left = m_text.rightToLeft ? m_area.right() - room : m_area.left();
    const auto right = m_text.rightToLeft ? m_area.left() : m_area.right() - numberWidth;
    if (!text.isEmpty())
        add(sheet, setText(text, {link}, style, room), {left, y + style.line * 0.3});
    // A little wider than it is, or it would break; its end stands at the margin all the same.
    const auto slack = m_text.rightToLeft ? 0 : style.line;
    add(sheet, setText(number, {}, style, numberWidth + slack), {right, y + style.line * 0.3});
}

void Typesetter::setRunningHead(Sheet &sheet)
{
    const auto style = m_styles.of(Styles::Voice::Foot);
    const QFontMetricsF metrics(style.font);
    const auto text = metrics.elidedText(m_text.title, Qt::ElideRight, m_area.width());
    if (text.isEmpty())
        return;
    const auto y = m_area.top() - 0.2 * unitsPerInch;
    sheet.rules.append(QLineF(m_area.left(), y, m_area.right(), y));
    add(sheet, setText(text, {}, style, m_area.width()), {m_area.left(), y - style.line * 1.2});
}

} // namespace printing
