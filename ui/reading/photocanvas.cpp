#include "reading/photocanvas.h"

#include "base/background.h"
#include "reading/limits.h"

#include <QBuffer>
#include <QGestureEvent>
#include <QImageReader>
#include <QMouseEvent>
#include <QPainter>
#include <QPinchGesture>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>
#include <utility>

using namespace Qt::StringLiterals;

namespace {

constexpr double step = 1.25; // Of zooming.
constexpr int wheelStep = 120; // QWheelEvent: of a usual mouse.

qint64 pixels(QSize size)
{
    return qint64(size.width()) * size.height();
}

// As large as it is shown, and never more than can be kept.
QSize wantedSize(QSize whole, double scale)
{
    auto share = std::min(scale, 1.0);
    if (pixels(whole) > 0)
        share = std::min(share,
                         std::sqrt(double(reading::limits::decodedPixels) / double(pixels(whole))));
    return {std::max(1, int(std::ceil(whole.width() * share))),
            std::max(1, int(std::ceil(whole.height() * share)))};
}

} // namespace

PhotoCanvas::PhotoCanvas(QWidget *parent)
    : QWidget(parent)
{
    grabGesture(Qt::PinchGesture);
    setAccessibleName(tr("Photo"));
}

void PhotoCanvas::await()
{
    ++m_round;
    m_bytes.clear();
    m_image = {};
    m_size = {};
    m_decodedScale = 0;
    m_state = State::Loading;
    m_frame.setPhoto({}, 1);
    update();
    emit changed();
}

void PhotoCanvas::setPhoto(const QByteArray &bytes)
{
    await();
    m_bytes = bytes;
    if (bytes.isEmpty())
        take({.image = {}, .size = {}, .state = State::Missing});
    else
        decode();
}

// `scale` is in pixels of the screen for one of the picture; 0 for what fits into the window.
PhotoCanvas::Decoded PhotoCanvas::decoded(QByteArray bytes, double scale, QSize window)
{
    QBuffer buffer(&bytes);
    QImageReader reader(&buffer);
    reader.setAutoTransform(true);
    auto size = reader.size();
    if (pixels(size) > reading::limits::photoPixels)
        return {.image = {}, .size = size, .state = State::TooLarge};
    const auto turned = reader.transformation().testFlag(QImageIOHandler::TransformationRotate90);
    const auto upright = turned ? size.transposed() : size;
    if (scale <= 0 && size.isValid())
        scale = std::min(double(window.width()) / upright.width(),
                         double(window.height()) / upright.height());
    if (size.isValid())
        reader.setScaledSize(wantedSize(size, scale));
    const auto image = reader.read();
    if (!image.isNull())
        return {
            .image = image, .size = size.isValid() ? upright : image.size(), .state = State::Shown};
    // What is too large for the decoder says so in no other way.
    const auto refused = pixels(size) > reading::limits::decodedPixels;
    return {.image = {}, .size = size, .state = refused ? State::TooLarge : State::Broken};
}

void PhotoCanvas::decode()
{
    const auto ratio = devicePixelRatioF();
    const auto scale = m_size.isEmpty() ? 0 : m_frame.scale() * ratio;
    m_decodedScale = scale > 0 ? std::min(scale, 1.0) : 0;
    inBackground(
        [bytes = m_bytes, scale, window = size() * ratio] { return decoded(bytes, scale, window); },
        this,
        [this, round = m_round](const Decoded &decoded) {
            if (round == m_round)
                take(decoded);
        });
}

void PhotoCanvas::take(const Decoded &decoded)
{
    m_image = decoded.image;
    m_state = decoded.state;
    if (m_state == State::Shown && m_size.isEmpty()) {
        m_size = decoded.size;
        m_frame.setWindow(size());
        m_frame.setPhoto(m_size, 1 / devicePixelRatioF());
        m_decodedScale = double(m_image.width()) / std::max(1, m_size.width());
    } else if (m_state != State::Shown) {
        m_size = decoded.size;
    }
    update();
    emit changed();
}

// What is shown larger than it was decoded is decoded anew.
void PhotoCanvas::zoomed()
{
    update();
    if (m_state == State::Shown
        && std::min(1.0, m_frame.scale() * devicePixelRatioF()) > m_decodedScale * 1.01)
        decode();
    emit changed();
}

void PhotoCanvas::zoomBy(double factor)
{
    if (m_state != State::Shown)
        return;
    m_frame.zoomBy(factor, QRectF(rect()).center());
    zoomed();
}

void PhotoCanvas::fit()
{
    m_frame.fit();
    zoomed();
}

bool PhotoCanvas::panBy(double right, double down)
{
    const auto moves = (right != 0 && m_frame.isWider()) || (down != 0 && m_frame.isHigher());
    if (m_state != State::Shown || !moves)
        return false;
    m_frame.panBy({-right * width(), -down * height()});
    update();
    return true;
}

QString PhotoCanvas::words() const
{
    switch (m_state) {
    case State::Missing:
        return tr("This picture is not in the library any more.");
    case State::Broken:
        return tr("This picture cannot be shown: its file is damaged, or of an unknown kind. Save "
                  "it to try another program.");
    case State::TooLarge:
        return tr("With %1 × %2 pixels this picture is too large to be shown here. Save it and "
                  "open it in another program.")
            .arg(locale().toString(m_size.width()), locale().toString(m_size.height()));
    case State::Loading:
    case State::Shown:
        break;
    }
    return {};
}

bool PhotoCanvas::event(QEvent *event)
{
    if (event->type() == QEvent::Gesture)
        return pinch(static_cast<QGestureEvent *>(event));
    return QWidget::event(event);
}

bool PhotoCanvas::pinch(QGestureEvent *event)
{
    const auto *gesture = static_cast<QPinchGesture *>(event->gesture(Qt::PinchGesture));
    if (!gesture || m_state != State::Shown)
        return false;
    m_frame.zoomBy(gesture->scaleFactor(), mapFromGlobal(gesture->centerPoint()));
    zoomed();
    return true;
}

void PhotoCanvas::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    if (m_state == State::Shown) {
        const auto area = m_frame.area();
        // Pixels that somebody wants to see one by one are not blurred.
        painter.setRenderHint(QPainter::SmoothPixmapTransform, m_frame.scale() < 4);
        painter.drawImage(area, m_image);
        return;
    }
    painter.setPen(palette().color(QPalette::WindowText));
    const auto side = std::min(width() - 40, 440);
    const QRect box((width() - side) / 2, 0, side, height());
    painter.drawText(box, Qt::AlignCenter | Qt::TextWordWrap, words());
}

void PhotoCanvas::resizeEvent(QResizeEvent * /*event*/)
{
    m_frame.setWindow(size());
    zoomed();
}

void PhotoCanvas::wheelEvent(QWheelEvent *event)
{
    event->accept();
    if (event->modifiers().testFlag(Qt::ControlModifier)) {
        if (m_state != State::Shown)
            return;
        m_frame.zoomBy(std::pow(step, double(event->angleDelta().y()) / wheelStep),
                       event->position());
        zoomed();
        return;
    }
    if (m_frame.isWider() || m_frame.isHigher()) {
        const auto exact = event->pixelDelta();
        m_frame.panBy(exact.isNull() ? QPointF(event->angleDelta()) / 2 : QPointF(exact));
        update();
        return;
    }
    // A touch pad tells a step in many small ones.
    m_wheel += event->angleDelta().y();
    if (std::abs(m_wheel) < wheelStep)
        return;
    emit stepped(m_wheel > 0 ? -1 : 1);
    m_wheel = 0;
}

void PhotoCanvas::mousePressEvent(QMouseEvent *event)
{
    m_pressed = event->position();
    m_last = m_pressed;
    m_dragged = false;
}

void PhotoCanvas::mouseMoveEvent(QMouseEvent *event)
{
    if (!event->buttons().testFlag(Qt::LeftButton))
        return;
    const auto far = (event->position() - m_pressed).manhattanLength() > 6;
    m_dragged = m_dragged || far;
    if (m_dragged && !m_frame.isFitted()) {
        setCursor(Qt::ClosedHandCursor);
        m_frame.panBy(event->position() - m_last);
        update();
    }
    m_last = event->position();
}

void PhotoCanvas::mouseReleaseEvent(QMouseEvent *event)
{
    unsetCursor();
    const auto beside = m_state != State::Shown || !m_frame.area().contains(event->position());
    if (event->button() == Qt::LeftButton && !m_dragged && beside)
        emit besideClicked();
}

void PhotoCanvas::mouseDoubleClickEvent(QMouseEvent *event)
{
    m_dragged = true; // Its release is none of its own.
    if (event->button() != Qt::LeftButton || m_state != State::Shown)
        return;
    m_frame.toggle(event->position());
    zoomed();
}
