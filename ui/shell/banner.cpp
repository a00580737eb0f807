#include "shell/banner.h"

#include "theme/colours.h"
#include "theme/icons.h"
#include "theme/metrics.h"
#include "theme/motion.h"

#include <QAccessible>
#include <QApplication>
#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QStyle>
#include <QToolButton>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace {

constexpr int staysFor = 3'500;
constexpr int staysToBeUsedFor = 6'000; // There is a button to reach.
constexpr int widest = 440;
constexpr int mostLines = 3; // Beside the button.

} // namespace

Banner::Banner(QWidget *parent)
    : QFrame(parent)
    , m_icon(new QLabel(this))
    , m_text(new QLabel(this))
    , m_button(new QPushButton(this))
    , m_close(new QToolButton(this))
    , m_layout(new QGridLayout(this))
{
    hide();
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::PlainText);
    m_button->setFocusPolicy(Qt::TabFocus);
    m_close->setFocusPolicy(Qt::TabFocus);
    m_close->setAutoRaise(true);
    m_close->setToolTip(tr("Dismiss"));
    m_close->setAccessibleName(tr("Dismiss"));
    usePalette();

    m_layout->setContentsMargins(2 * theme::grid, theme::grid, theme::grid, theme::grid);
    m_layout->setSpacing(theme::grid);
    m_layout->addWidget(m_icon, 0, 0, Qt::AlignVCenter);
    m_layout->addWidget(m_text, 0, 1);
    m_layout->addWidget(m_button, 0, 2);
    m_layout->addWidget(m_close, 0, 3);
    m_layout->setColumnStretch(1, 1);

    m_leave.setSingleShot(true);
    connect(&m_leave, &QTimer::timeout, this, &Banner::hide);
    connect(m_close, &QToolButton::clicked, this, &Banner::hide);
    connect(m_button, &QPushButton::clicked, this, [this] {
        hide();
        if (const auto act = std::exchange(m_act, {}))
            act();
    });
    parent->installEventFilter(this);
}

void Banner::standAbove(QWidget *other)
{
    m_other = other;
    other->installEventFilter(this);
}

void Banner::show(const Message &message)
{
    m_tone = message.tone;
    m_act = message.act;
    m_text->setText(message.text);
    m_button->setText(message.action);
    m_button->setVisible(!message.action.isEmpty());
    usePalette();
    place();
    const auto comes = isHidden();
    QFrame::show();
    raise();
    if (comes)
        theme::motion::slideIn(*this, QPoint(0, theme::grid));
    if (m_tone == Tone::Notice)
        m_leave.start(message.action.isEmpty() ? staysFor : staysToBeUsedFor);
    else
        m_leave.stop();
    setAccessibleName(message.text);
    QAccessibleEvent announcement(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&announcement);
}

bool Banner::dismiss()
{
    if (!isVisible())
        return false;
    hide();
    return true;
}

QString Banner::text() const
{
    return isVisibleTo(parentWidget()) ? m_text->text() : QString();
}

bool Banner::eventFilter(QObject *watched, QEvent *event)
{
    const auto moves = event->type() == QEvent::Resize
        || (watched == m_other && (event->type() == QEvent::Show || event->type() == QEvent::Hide));
    if (moves && isVisible())
        place();
    return QFrame::eventFilter(watched, event);
}

void Banner::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(palette().color(QPalette::Base));
    painter.setPen(theme::hairline(palette()));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), theme::grid,
                            theme::grid);
}

bool Banner::event(QEvent *event)
{
    // changeEvent() is not told of it.
    const auto handled = QFrame::event(event);
    if (event->type() == QEvent::ApplicationPaletteChange)
        usePalette();
    return handled;
}

void Banner::place()
{
    const auto *window = parentWidget();
    const auto room = window->width() - 4 * theme::grid;
    // A label that wraps tells too narrow a width on its own.
    const auto words = m_text->fontMetrics().horizontalAdvance(m_text->text()) + theme::grid;
    putButtonBelow(false);
    const auto beside = std::min(room, widest) - besideText();
    putButtonBelow(!m_button->isHidden()
                   && m_text->heightForWidth(beside)
                       > mostLines * m_text->fontMetrics().lineSpacing());
    const auto width = std::min({words + besideText(), room, widest});
    const auto height = std::max(layout()->heightForWidth(width), layout()->minimumSize().height());
    // At the end it stands over the story alone, not over list and story.
    const auto gap = 3 * theme::grid;
    const auto left = window->width() > 2 * width ? window->width() - width - gap
                                                  : (window->width() - width) / 2;
    const auto taken = m_other && m_other->isVisible() ? m_other->sizeHint().height() : 0;
    const QRect place(left, window->height() - taken - height - gap, width, height);
    setGeometry(QStyle::visualRect(layoutDirection(), window->rect(), place));
}

// Where there is little room the words would stand in a narrow column beside it.
void Banner::putButtonBelow(bool below)
{
    if (std::exchange(m_isBelow, below) == below)
        return;
    m_layout->removeWidget(m_button);
    if (below)
        m_layout->addWidget(m_button, 1, 1, 1, 3, Qt::AlignRight);
    else
        m_layout->addWidget(m_button, 0, 2);
}

int Banner::besideText() const
{
    const auto margins = m_layout->contentsMargins();
    auto width = margins.left() + margins.right();
    for (const auto *other : std::initializer_list<const QWidget *>{m_icon, m_button, m_close}) {
        if (!other->isHidden() && !(other == m_button && m_isBelow))
            width += other->sizeHint().width() + m_layout->spacing();
    }
    return width;
}

void Banner::usePalette()
{
    // Dark on light and the other way round, so that it stands out from any page behind it.
    auto palette = QApplication::palette();
    const auto paper = palette.color(QPalette::Text);
    const auto ink = palette.color(QPalette::Base);
    palette.setColor(QPalette::Base, paper);
    palette.setColor(QPalette::Window, paper);
    palette.setColor(QPalette::Button, paper);
    for (const auto role : {QPalette::Text, QPalette::WindowText, QPalette::ButtonText})
        palette.setColor(role, ink);
    palette.setColor(QPalette::Mid, theme::blended(ink, paper, 0.3));
    palette.setColor(QPalette::Highlight, ink);
    setPalette(palette);
    const auto problem = m_tone == Tone::Problem;
    m_icon->setPixmap(theme::tinted(problem ? u"warning"_s : u"notice"_s, ink, theme::iconSide,
                                    devicePixelRatioF()));
    m_icon->setVisible(problem);
    m_close->setIcon(theme::tinted(u"clear"_s, ink, theme::iconSide, devicePixelRatioF()));
}
