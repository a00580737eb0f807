#include "reading/photoviewer.h"

#include "page/page.h"
#include "reading/photocanvas.h"
#include "theme/icons.h"
#include "theme/metrics.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QMenu>
#include <QPainter>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace {

// The same in every theme: photos look best where nothing shines beside them.
const QColor ground(13, 14, 16);
const QColor ink(0xe2, 0xe1, 0xdd);
const QColor quiet(0xa2, 0xa4, 0xa8);

QLabel *words(QWidget *parent, const QColor &colour, double size)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto font = label->font();
    font.setFamilies(page::furnitureFaces());
    font.setPointSizeF(font.pointSizeF() * size);
    label->setFont(font);
    auto palette = label->palette();
    palette.setColor(QPalette::WindowText, colour);
    label->setPalette(palette);
    return label;
}

// Whether the whole program answers to it, also while this is shown.
bool isForTheProgram(const QKeyEvent &event)
{
    return event.matches(QKeySequence::Quit) || event.key() == Qt::Key_F11;
}

} // namespace

PhotoViewer::PhotoViewer(PictureSource pictures, QWidget *window)
    : QWidget(window)
    , m_pictures(std::move(pictures))
    , m_canvas(new PhotoCanvas(this))
    , m_caption(words(this, ink, 1.05))
    , m_credit(words(this, quiet, 0.85))
    , m_count(words(this, quiet, 0.95))
{
    hide();
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Photos of the story"));
    auto dark = palette();
    dark.setColor(QPalette::WindowText, ink);
    m_canvas->setPalette(dark);
    auto font = m_credit->font();
    font.setCapitalization(QFont::AllUppercase);
    font.setLetterSpacing(QFont::PercentageSpacing, 106);
    m_credit->setFont(font);
    m_count->setWordWrap(false);
    m_count->setAlignment(Qt::AlignCenter);
    makeButtons();
    arrange();
    connect(m_canvas, &PhotoCanvas::stepped, this, &PhotoViewer::step);
    connect(m_canvas, &PhotoCanvas::besideClicked, this, &PhotoViewer::close);
    connect(m_canvas, &PhotoCanvas::changed, this, &PhotoViewer::update);
    window->installEventFilter(this);
}

QToolButton *PhotoViewer::button(const QString &icon, const QString &name)
{
    auto *made = new QToolButton(this);
    made->setAutoRaise(true);
    made->setIcon(theme::tinted(icon, ink, theme::iconSide, devicePixelRatioF()));
    made->setIconSize({theme::iconSide, theme::iconSide});
    made->setToolTip(name);
    made->setAccessibleName(name);
    auto palette = made->palette();
    palette.setColor(QPalette::Window, ground);
    palette.setColor(QPalette::Button, ground);
    palette.setColor(QPalette::ButtonText, ink);
    made->setPalette(palette);
    m_order.append(made);
    return made;
}

void PhotoViewer::makeButtons()
{
    const auto forwards = layoutDirection() == Qt::RightToLeft ? u"fold-left"_s : u"fold-right"_s;
    const auto backwards = layoutDirection() == Qt::RightToLeft ? u"fold-right"_s : u"fold-left"_s;
    m_previous = button(backwards, tr("Previous photo"));
    m_next = button(forwards, tr("Next photo"));
    auto *smaller = button(u"zoom-out"_s, tr("Smaller (-)"));
    auto *larger = button(u"zoom-in"_s, tr("Larger (+)"));
    m_copy = button(u"copy"_s, tr("Copy picture (Ctrl+C)"));
    m_save = button(u"download"_s, tr("Save picture… (Ctrl+S)"));
    m_leave = button(u"clear"_s, tr("Close (Esc)"));
    connect(m_previous, &QToolButton::clicked, this, [this] { step(-1); });
    connect(m_next, &QToolButton::clicked, this, [this] { step(1); });
    connect(smaller, &QToolButton::clicked, this, [this] { m_canvas->zoomBy(0.8); });
    connect(larger, &QToolButton::clicked, this, [this] { m_canvas->zoomBy(1.25); });
    connect(m_copy, &QToolButton::clicked, this, [this] { emit copyAsked(m_picture); });
    connect(m_save, &QToolButton::clicked, this, [this] { emit saveAsked(m_picture); });
    connect(m_leave, &QToolButton::clicked, this, &PhotoViewer::close);
}

void PhotoViewer::arrange()
{
    // What stands at either side takes the same room, so that the count is in the middle.
    auto *bar = new QGridLayout;
    auto *start = new QHBoxLayout;
    auto *end = new QHBoxLayout;
    for (auto *side : {start, end})
        side->setSpacing(theme::half);
    for (auto *each : std::as_const(m_order))
        (each == m_previous || each == m_next ? start : end)->addWidget(each);
    start->addStretch(1);
    end->insertStretch(0, 1);
    bar->addLayout(start, 0, 0);
    bar->addWidget(m_count, 0, 1, Qt::AlignCenter);
    bar->addLayout(end, 0, 2);
    bar->setColumnStretch(0, 1);
    bar->setColumnStretch(2, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme::grid, theme::grid, theme::grid, 2 * theme::grid);
    layout->setSpacing(theme::grid);
    layout->addLayout(bar);
    layout->addWidget(m_canvas, 1);
    for (auto *label : {m_caption, m_credit}) {
        label->setMaximumWidth(760);
        auto *row = new QHBoxLayout;
        row->addStretch(1);
        row->addWidget(label, 100);
        row->addStretch(1);
        layout->addLayout(row);
    }
}

void PhotoViewer::open(const QList<page::Photo> &photos, int first)
{
    if (photos.isEmpty())
        return;
    if (!isVisible())
        m_before = QApplication::focusWidget();
    m_photos = photos;
    m_number = std::clamp(first, 0, int(photos.size()) - 1);
    m_first = m_number;
    setGeometry(parentWidget()->rect());
    show();
    raise();
    setFocus();
    load();
}

void PhotoViewer::close()
{
    if (isHidden())
        return;
    // While it still has the focus, so that nothing else gets it in between.
    if (m_before)
        m_before->setFocus(Qt::OtherFocusReason);
    hide();
    ++m_round;
    m_picture = {};
    const auto photos = std::exchange(m_photos, {});
    m_canvas->await();
    if (m_number != m_first)
        emit ledTo(photos.at(m_number).name);
}

QString PhotoViewer::caption() const
{
    const auto photo = m_photos.value(m_number);
    const auto text = photo.caption.isEmpty() ? photo.alt : photo.caption;
    if (photo.credit.isEmpty())
        return text;
    return text.isEmpty() ? photo.credit : text + u" ("_s + photo.credit + u')';
}

void PhotoViewer::step(int by)
{
    const auto wanted = m_number + by;
    if (wanted < 0 || wanted >= m_photos.size())
        return;
    m_number = wanted;
    load();
}

void PhotoViewer::load()
{
    const auto &photo = m_photos.at(m_number);
    m_picture = {};
    m_canvas->await();
    m_caption->setText(photo.caption.isEmpty() ? photo.alt : photo.caption);
    m_caption->setVisible(!m_caption->text().isEmpty());
    m_credit->setText(photo.credit);
    m_credit->setVisible(!photo.credit.isEmpty());
    m_canvas->setAccessibleDescription(photo.alt.isEmpty() ? photo.caption : photo.alt);
    update();
    m_pictures(photo.name, [self = QPointer(this), round = ++m_round](const Picture &picture) {
        if (!self || round != self->m_round)
            return;
        self->m_picture = picture;
        self->m_canvas->setPhoto(picture.bytes);
    });
}

void PhotoViewer::update()
{
    const auto several = m_photos.size() > 1;
    m_count->setText(
        several ? tr("%1 of %2")
                      .arg(locale().toString(m_number + 1), locale().toString(m_photos.size()))
                : QString());
    for (auto *each : {m_previous, m_next})
        each->setVisible(several);
    m_previous->setEnabled(m_number > 0);
    m_next->setEnabled(m_number + 1 < m_photos.size());
    m_save->setEnabled(!m_picture.bytes.isEmpty());
    m_copy->setEnabled(m_canvas->state() == PhotoCanvas::State::Shown);
    // What a disabled button had goes to the viewer, not to the panes below.
    if (isVisible() && !isAncestorOf(QApplication::focusWidget())
        && QApplication::focusWidget() != this && window()->isActiveWindow())
        setFocus();
}

bool PhotoViewer::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        if (!isForTheProgram(*static_cast<QKeyEvent *>(event)))
            event->accept();
        return true;
    }
    if (event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_Tab || key->key() == Qt::Key_Backtab)
            return QWidget::event(event);
        press(key->key(), key->modifiers().testFlag(Qt::ControlModifier));
        return true;
    }
    return QWidget::event(event);
}

void PhotoViewer::press(int key, bool control)
{
    if (control && pressWithControl(key))
        return;
    switch (key) {
    case Qt::Key_Escape:
        close();
        break;
    case Qt::Key_Left:
        turn(layoutDirection() == Qt::RightToLeft ? 1 : -1);
        break;
    case Qt::Key_Right:
        turn(layoutDirection() == Qt::RightToLeft ? -1 : 1);
        break;
    case Qt::Key_Up:
    case Qt::Key_Down:
        if (!m_canvas->panBy(0, key == Qt::Key_Up ? -0.2 : 0.2))
            step(key == Qt::Key_Up ? -1 : 1);
        break;
    case Qt::Key_PageUp:
    case Qt::Key_Backspace:
        step(-1);
        break;
    case Qt::Key_PageDown:
    case Qt::Key_Space:
        step(1);
        break;
    case Qt::Key_Home:
        step(-m_number);
        break;
    case Qt::Key_End:
        step(int(m_photos.size()) - 1 - m_number);
        break;
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        m_canvas->zoomBy(1.25);
        break;
    case Qt::Key_Minus:
        m_canvas->zoomBy(0.8);
        break;
    case Qt::Key_0:
        m_canvas->fit();
        break;
    default:
        break;
    }
}

bool PhotoViewer::pressWithControl(int key)
{
    if (key == Qt::Key_S && m_save->isEnabled())
        emit saveAsked(m_picture);
    else if (key == Qt::Key_C && m_copy->isEnabled())
        emit copyAsked(m_picture);
    else
        return key == Qt::Key_S || key == Qt::Key_C;
    return true;
}

void PhotoViewer::turn(int by)
{
    const auto right = layoutDirection() == Qt::RightToLeft ? -by : by;
    if (!m_canvas->panBy(0.2 * right, 0))
        step(by);
}

// Tab goes round here, not to what lies below.
bool PhotoViewer::focusNextPrevChild(bool next)
{
    QList<QWidget *> stops{this};
    for (auto *each : std::as_const(m_order)) {
        if (each->isVisible() && each->isEnabled())
            stops.append(each);
    }
    const auto at = std::max(qsizetype(0), stops.indexOf(QApplication::focusWidget()));
    const auto count = stops.size();
    stops.at((at + (next ? 1 : count - 1)) % count)
        ->setFocus(next ? Qt::TabFocusReason : Qt::BacktabFocusReason);
    return true;
}

bool PhotoViewer::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize && isVisible())
        setGeometry(parentWidget()->rect());
    return QWidget::eventFilter(watched, event);
}

void PhotoViewer::paintEvent(QPaintEvent * /*event*/)
{
    QPainter(this).fillRect(rect(), ground);
}

// Beside the picture and its words.
void PhotoViewer::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton && rect().contains(event->position().toPoint()))
        close();
}

void PhotoViewer::contextMenuEvent(QContextMenuEvent *event)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("&Save picture…"), this, [this] { emit saveAsked(m_picture); })
        ->setEnabled(m_save->isEnabled());
    menu->addAction(tr("&Copy picture"), this, [this] { emit copyAsked(m_picture); })
        ->setEnabled(m_copy->isEnabled());
    menu->addAction(tr("Copy c&aption"), this, [this] { emit captionAsked(caption()); })
        ->setEnabled(!caption().isEmpty());
    menu->popup(event->globalPos());
}
