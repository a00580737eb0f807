#include "dialogs/sizebars.h"

#include "dialogs/sizewords.h"
#include "theme/colours.h"
#include "theme/metrics.h"

#include <QPainter>

#include <algorithm>

namespace {

constexpr int barHeight = 6;
constexpr int least = 44 * theme::grid;
constexpr int smallestBar = 2; // Of what is there at all.

} // namespace

SizeBars::SizeBars(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void SizeBars::setRows(const QList<Row> &rows, qint64 whole)
{
    m_rows = rows;
    m_whole = std::max<qint64>(1, whole);
    QStringList spoken;
    for (const auto &row : m_rows)
        spoken << tr("%1: %2").arg(row.name, sizewords::size(row.bytes));
    setAccessibleName(spoken.join(u'\n'));
    updateGeometry();
    update();
}

QSize SizeBars::sizeHint() const
{
    return {least, rowHeight() * int(m_rows.size())};
}

QSize SizeBars::minimumSizeHint() const
{
    return {least / 2, sizeHint().height()};
}

int SizeBars::rowHeight() const
{
    return fontMetrics().height() + barHeight + 2 * theme::grid;
}

void SizeBars::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const auto text = palette().color(QPalette::WindowText);
    QRect row(0, 0, width(), rowHeight());
    for (const auto &entry : std::as_const(m_rows)) {
        const QRect line(row.left(), row.top(), row.width(), fontMetrics().height());
        const auto amount = sizewords::size(entry.bytes);
        painter.setPen(text);
        painter.drawText(line, int(Qt::AlignRight | Qt::AlignVCenter), amount);
        const auto room = line.width() - fontMetrics().horizontalAdvance(amount) - 2 * theme::grid;
        const auto name = fontMetrics().elidedText(entry.name, Qt::ElideRight, room);
        painter.drawText(line, int(Qt::AlignLeft | Qt::AlignVCenter), name);
        const auto used = fontMetrics().horizontalAdvance(name) + theme::grid;
        painter.setPen(theme::secondaryText(palette()));
        painter.drawText(line.adjusted(used, 0, room - line.width(), 0),
                         int(Qt::AlignLeft | Qt::AlignVCenter),
                         fontMetrics().elidedText(entry.beside, Qt::ElideRight, room - used));

        const QRectF track(row.left(), line.bottom() + theme::half, row.width(), barHeight);
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme::hairline(palette()));
        painter.drawRoundedRect(track, barHeight / 2.0, barHeight / 2.0);
        if (entry.bytes > 0) {
            auto bar = track;
            bar.setWidth(std::max<qreal>(smallestBar,
                                         track.width() * double(entry.bytes) / double(m_whole)));
            painter.setBrush(theme::accent(palette()));
            painter.drawRoundedRect(bar, std::min(bar.width(), bar.height()) / 2, barHeight / 2.0);
        }
        row.translate(0, rowHeight());
    }
}
