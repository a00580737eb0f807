#include "formats/pdfcolumns.h"

#include <QHash>
#include <QMap>

#include <algorithm>
#include <cmath>

namespace {

using formats::pdf::Column;
using formats::pdf::Line;
using formats::pdf::Page;
using formats::pdf::Setting;

// Sizes that differ by less than this share are the same.
constexpr double sameSize = 0.06;
// Lines that begin within these many points of each other begin at the same edge.
constexpr double sameEdge = 3;
// Places at which lines begin; more are no setting but a drawing.
constexpr qsizetype mostEdges = 100;
// A column of the story holds at least this share of what its largest one holds.
constexpr double leastColumn = 0.25;
// The share of a line that must lie in a column.
constexpr double leastOverlap = 0.5;
constexpr double widestLeading = 2.2; // In ems.
// As a share of the letters set at the most usual distance.
constexpr double leastLeading = 0.2;

// The value that holds most letters.
double heaviest(const QHash<int, double> &weights)
{
    const auto most = std::max_element(weights.begin(), weights.end());
    return most == weights.end() ? 0 : most.key();
}

double bodySize(const QList<Page> &pages)
{
    // Links are menus more often than text.
    QHash<int, double> weights;
    for (const auto &page : pages) {
        for (const auto &line : page.lines)
            weights[int(std::lround(line.size * 10))]
                += double(line.text.size()) * (1.01 - line.linked);
    }
    return heaviest(weights) / 10;
}

bool isBody(const Line &line, double size)
{
    return std::abs(line.size - size) <= sameSize * size;
}

// Whether `next` is set under `line` as the next line of a text is.
bool follows(const Line &line, const Line &next, double size)
{
    const auto lead = next.box.center().y() - line.box.center().y();
    return isBody(line, size) && isBody(next, size) && lead > 0.7 * size
        && lead < widestLeading * size && std::abs(next.box.left() - line.box.left()) < sameEdge;
}

// The smallest distance of lines that is met often: paragraphs of one line are further apart.
double bodyLeading(const QList<Page> &pages, double size)
{
    QMap<int, double> weights;
    double most = 0;
    for (const auto &page : pages) {
        for (qsizetype at = 0; at + 1 < page.lines.size(); ++at) {
            const auto &line = page.lines[at];
            if (!follows(line, page.lines[at + 1], size))
                continue;
            const auto lead = page.lines[at + 1].box.center().y() - line.box.center().y();
            const auto weight = weights[int(std::lround(2 * lead))] += double(line.text.size());
            most = std::max(most, weight);
        }
    }
    for (auto at = weights.cbegin(); at != weights.cend(); ++at) {
        if (at.value() >= leastLeading * most)
            return at.key() / 2.0;
    }
    return 1.2 * size;
}

struct Edge
{
    double left = 0;
    double right = 0;
    double weight = 0;
};

// Where lines that were broken begin, and how far they reach.
QList<Edge> brokenLines(const QList<Page> &pages, double size)
{
    QList<Edge> edges;
    for (const auto &page : pages) {
        for (qsizetype at = 0; at + 1 < page.lines.size(); ++at) {
            const auto &line = page.lines[at];
            if (!follows(line, page.lines[at + 1], size) || line.linked > leastOverlap)
                continue;
            const auto same = std::ranges::find_if(edges, [&](const Edge &edge) {
                return std::abs(edge.left - line.box.left()) < sameEdge;
            });
            if (same == edges.end() && edges.size() >= mostEdges)
                continue;
            if (same == edges.end()) {
                edges.append({line.box.left(), line.box.right(), double(line.text.size())});
                continue;
            }
            same->right = std::max(same->right, line.box.right());
            same->weight += double(line.text.size());
        }
    }
    return edges;
}

QList<Column> columnsOf(QList<Edge> edges)
{
    std::ranges::sort(edges, std::greater(), &Edge::weight);
    QList<Column> columns;
    const auto least = edges.isEmpty() ? 0 : leastColumn * edges.first().weight;
    for (const auto &edge : edges) {
        const auto over = std::ranges::find_if(columns, [&](const Column &column) {
            return edge.left < column.right && edge.right > column.left;
        });
        if (over != columns.end() && edge.weight >= least) {
            over->left = std::min(over->left, edge.left);
            over->right = std::max(over->right, edge.right);
        } else if (over == columns.end() && edge.weight >= least) {
            columns.append({edge.left, edge.right});
        }
    }
    std::ranges::sort(columns, {}, &Column::left);
    return columns;
}

double overlap(const QRectF &box, const Column &column)
{
    return std::min(box.right(), column.right) - std::max(box.left(), column.left);
}

bool spans(const QRectF &box, const QList<Column> &columns)
{
    return std::ranges::count_if(columns,
                                 [&](const Column &column) {
                                     return overlap(box, column)
                                         > 0.2 * (column.right - column.left);
                                 })
        > 1;
}

// From the top, and the halves of one row from the left.
void sortDown(QList<Line> &lines)
{
    constexpr double sameRow = 2;
    const auto middle = [](const Line &line) { return line.box.center().y(); };
    std::ranges::stable_sort(lines, {}, middle);
    for (auto row = lines.begin(); row != lines.end();) {
        const auto end = std::find_if(row, lines.end(), [&](const Line &line) {
            return !(middle(line) - middle(*row) < sameRow);
        });
        // Infinite places are in no row, not even in their own.
        const auto next = end == row ? row + 1 : end;
        std::stable_sort(row, next, [](const Line &one, const Line &other) {
            return one.box.left() < other.box.left();
        });
        row = next;
    }
}

} // namespace

std::optional<Setting> formats::pdf::settingOf(const QList<Page> &pages)
{
    Setting setting{.size = bodySize(pages)};
    if (setting.size <= 0)
        return {};
    setting.leading = bodyLeading(pages, setting.size);
    setting.columns = columnsOf(brokenLines(pages, setting.size));
    if (setting.columns.isEmpty()) {
        double right = 0;
        for (const auto &page : pages)
            right = std::max(right, page.width);
        setting.columns.append({0, right});
    }
    return setting;
}

qsizetype formats::pdf::columnOf(const QRectF &box, const QList<Column> &columns)
{
    for (qsizetype at = 0; at < columns.size(); ++at) {
        const auto &column = columns[at];
        const auto shared = overlap(box, column);
        if (shared >= leastOverlap * std::min(box.width(), column.right - column.left))
            return at;
    }
    return -1;
}

QList<Line> formats::pdf::orderLines(Page &page, const Setting &setting)
{
    QList<Line> aside;
    QList<Line> ordered;
    QList<QList<Line>> band(setting.columns.size());
    const auto endBand = [&] {
        for (auto &column : band)
            ordered += std::exchange(column, {});
    };
    sortDown(page.lines);
    for (const auto &line : page.lines) {
        const auto column = columnOf(line.box, setting.columns);
        if (column < 0) {
            aside.append(line);
        } else if (spans(line.box, setting.columns)) {
            endBand();
            ordered.append(line);
        } else {
            band[column].append(line);
        }
    }
    endBand();
    page.lines = std::move(ordered);
    return aside;
}
