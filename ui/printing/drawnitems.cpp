#include "printing/drawnitems.h"

#include "printing/printedstory.h"

#include <QPaintDevice>
#include <QPaintEngine>
#include <QPainter>

#include <cmath>

namespace printing {

namespace {

// Paints nothing.
class ItemRecorder : public QPaintEngine
{
public:
    using QPaintEngine::drawPolygon;

    ItemRecorder()
        : QPaintEngine(AllFeatures)
    {
    }

    bool begin(QPaintDevice * /*device*/) override { return true; }
    bool end() override { return true; }
    void updateState(const QPaintEngineState & /*state*/) override { }
    void drawPixmap(const QRectF & /*to*/, const QPixmap & /*pixmap*/,
                    const QRectF & /*from*/) override
    {
    }
    void drawPath(const QPainterPath & /*path*/) override { }
    void drawPolygon(const QPointF * /*points*/, int /*count*/, PolygonDrawMode /*mode*/) override
    {
    }
    void drawTextItem(const QPointF &at, const QTextItem & /*item*/) override
    {
        m_items.append(at);
    }
    [[nodiscard]] Type type() const override { return User; }

    [[nodiscard]] const QList<QPointF> &items() const { return m_items; }

private:
    QList<QPointF> m_items;
};

class RecordingDevice : public QPaintDevice
{
public:
    [[nodiscard]] QPaintEngine *paintEngine() const override { return &m_engine; }
    [[nodiscard]] const QList<QPointF> &items() const { return m_engine.items(); }

protected:
    [[nodiscard]] int metric(PaintDeviceMetric metric) const override
    {
        switch (metric) {
        case PdmDpiX:
        case PdmDpiY:
        case PdmPhysicalDpiX:
        case PdmPhysicalDpiY:
            return unitsPerInch;
        case PdmDevicePixelRatio:
            return 1;
        case PdmDevicePixelRatioScaled:
            return int(devicePixelRatioFScale());
        case PdmDepth:
            return 24;
        default:
            return 1'000'000;
        }
    }

private:
    mutable ItemRecorder m_engine;
};

} // namespace

QList<QPointF> drawnItems(const QTextLine &line)
{
    RecordingDevice device;
    QPainter painter(&device);
    line.draw(&painter, {});
    painter.end();
    return device.items();
}

} // namespace printing
