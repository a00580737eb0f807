#include "reading/notepopover.h"

#include "theme/metrics.h"

#include <QEvent>
#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr int widest = 440;

} // namespace

NotePopover::NotePopover(QWidget *over)
    : QFrame(over)
    , m_text(new QLabel(this))
    , m_way(new QLabel(this))
{
    hide();
    setFrameShape(QFrame::Box);
    setAutoFillBackground(true);
    setCursor(Qt::ArrowCursor);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_way->setTextFormat(Qt::RichText);
    m_way->setText(u"<a href=\"#\">"_s + tr("Go to the note").toHtmlEscaped() + u"</a>"_s);
    connect(m_way, &QLabel::linkActivated, this, [this] {
        hide();
        emit noteAsked(m_name);
    });
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(2 * theme::grid, theme::grid, 2 * theme::grid, theme::grid);
    layout->addWidget(m_text);
    layout->addWidget(m_way);
    over->installEventFilter(this);
}

void NotePopover::popUp(const Note &note, const page::Colours &colours)
{
    m_name = note.name;
    setLayoutDirection(note.direction);
    auto palette = this->palette();
    palette.setColor(QPalette::Window, QColor(colours.paper));
    palette.setColor(QPalette::WindowText, QColor(colours.ink));
    palette.setColor(QPalette::Link, QColor(colours.accent));
    setPalette(palette);
    m_text->setPalette(palette);
    m_way->setPalette(palette);
    m_text->setFont(note.font);
    m_text->setText(note.text);
    setFixedWidth(std::min(widest, parentWidget()->width() - 4 * theme::grid));
    setFixedHeight(std::min(layout()->totalHeightForWidth(width()), parentWidget()->height() / 2));
    const auto room
        = parentWidget()->rect().adjusted(theme::grid, theme::grid, -theme::grid, -theme::grid);
    const auto start = note.direction == Qt::RightToLeft ? note.reference.right() - width()
                                                         : note.reference.left();
    const auto x = std::clamp(start, room.left(), std::max(room.left(), room.right() - width()));
    const auto below = note.reference.bottom() + theme::half;
    const auto fits = below + height() <= room.bottom();
    move(x, fits ? below : std::max(room.top(), note.reference.top() - height() - theme::half));
    show();
    raise();
}

bool NotePopover::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::MouseButtonPress || event->type() == QEvent::Resize)
        hide();
    return QFrame::eventFilter(watched, event);
}
