#include "printing/previewpages.h"

#include "base/background.h"
#include "theme/metrics.h"

#include <QPainter>
#include <QScrollBar>

#include <algorithm>
#include <utility>

namespace printing {

namespace {

constexpr int widestPage = 820;
constexpr int between = 2 * theme::grid;

QImage painted(const PrintedStory &story, int page, QSize size, double ratio)
{
    QImage image(size * ratio, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    story.paint(painter, page, image.width() / story.pageSize().width());
    painter.end();
    image.setDevicePixelRatio(ratio);
    return image;
}

} // namespace

PreviewPages::PreviewPages(QThreadPool &pool, QWidget *parent)
    : QAbstractScrollArea(parent)
    , m_pool(pool)
{
    setAccessibleName(tr("Pages"));
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
}

void PreviewPages::setStory(std::shared_ptr<const PrintedStory> story)
{
    m_story = std::move(story);
    arrange();
}

QSize PreviewPages::pageSize() const
{
    if (!m_story)
        return {};
    const auto width = std::clamp(viewport()->width() - 2 * between, 100, widestPage);
    return {width, qRound(width * m_story->pageSize().height() / m_story->pageSize().width())};
}

QRect PreviewPages::areaOf(int page) const
{
    const auto size = pageSize();
    const auto y = between + page * (size.height() + between) - verticalScrollBar()->value();
    return {QPoint((viewport()->width() - size.width()) / 2, y), size};
}

void PreviewPages::arrange()
{
    ++m_round;
    m_painted.clear();
    m_asked.clear();
    const auto height = pages() * (pageSize().height() + between) + between;
    verticalScrollBar()->setPageStep(viewport()->height());
    verticalScrollBar()->setSingleStep(60);
    verticalScrollBar()->setRange(0, std::max(0, height - viewport()->height()));
    viewport()->update();
}

void PreviewPages::resizeEvent(QResizeEvent * /*event*/)
{
    arrange();
}

void PreviewPages::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(viewport());
    painter.fillRect(viewport()->rect(), palette().color(QPalette::Mid));
    dropFarPages();
    for (auto page = 0; page < pages(); ++page) {
        const auto area = areaOf(page);
        if (!area.intersects(viewport()->rect()))
            continue;
        painter.fillRect(area, Qt::white);
        const auto known = m_painted.constFind(page);
        if (known != m_painted.cend())
            painter.drawImage(area.topLeft(), *known);
        else
            ask(page);
    }
}

// A story may have hundreds.
void PreviewPages::dropFarPages()
{
    const auto screens
        = viewport()->rect().adjusted(0, -2 * viewport()->height(), 0, 2 * viewport()->height());
    const auto isFar = [&](int page) { return !areaOf(page).intersects(screens); };
    m_painted.removeIf([&](auto painted) { return isFar(painted.key()); });
    m_asked.removeIf(isFar);
}

void PreviewPages::ask(int page)
{
    if (m_asked.contains(page))
        return;
    m_asked.insert(page);
    inBackground([story = m_story, page, size = pageSize(),
                  ratio = devicePixelRatioF()] { return painted(*story, page, size, ratio); },
                 this,
                 [this, page, round = m_round](const QImage &image) {
                     if (round != m_round || !m_asked.contains(page))
                         return;
                     m_painted.insert(page, image);
                     viewport()->update();
                 },
                 &m_pool);
}

} // namespace printing
