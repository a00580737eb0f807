#include "shell/findbar.h"

#include "theme/iconbutton.h"
#include "theme/metrics.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace {

constexpr int momentMilliseconds = 150; // Most answers come sooner.

} // namespace

FindBar::FindBar(QWidget *parent)
    : QWidget(parent)
    , m_field(new QLineEdit(this))
    , m_again(new QLabel(this))
    , m_count(new QLabel(this))
{
    hide();
    m_field->setPlaceholderText(tr("Find in story"));
    m_field->setAccessibleName(tr("Find in story"));
    m_field->setClearButtonEnabled(true);
    auto *previous = theme::iconButton(u"previous"_s, tr("Find previous"), this);
    auto *next = theme::iconButton(u"next"_s, tr("Find next"), this);
    auto *leave = theme::iconButton(u"clear"_s, tr("Close"), this);

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(theme::grid, theme::grid, theme::grid, theme::grid);
    layout->setSpacing(theme::half);
    layout->addWidget(m_field, 1);
    layout->addWidget(m_again);
    layout->addWidget(m_count);
    layout->addWidget(previous);
    layout->addWidget(next);
    layout->addWidget(leave);

    m_count->setContentsMargins(theme::half, 0, theme::half, 0);
    m_count->setForegroundRole(QPalette::PlaceholderText);
    m_again->setContentsMargins(theme::half, 0, 0, 0);
    m_again->hide();
    m_field->installEventFilter(this);
    m_awaiting.setSingleShot(true);
    m_awaiting.setInterval(momentMilliseconds);
    connect(&m_awaiting, &QTimer::timeout, this, [this] { m_count->setText(tr("Searching…")); });
    connect(m_field, &QLineEdit::textChanged, this, [this](const QString &words) {
        m_rounds.begin();
        m_again->hide();
        await();
        emit wanted(words, Direction::Forwards);
    });
    connect(next, &QToolButton::clicked, this, [this] { again(Direction::Forwards); });
    connect(previous, &QToolButton::clicked, this, [this] { again(Direction::Backwards); });
    connect(leave, &QToolButton::clicked, this, &FindBar::close);
}

void FindBar::open()
{
    show();
    m_field->setFocus(Qt::ShortcutFocusReason);
    m_field->selectAll();
    if (!m_field->text().isEmpty())
        again(Direction::Forwards);
}

bool FindBar::close()
{
    if (!isVisible())
        return false;
    hide();
    m_awaiting.stop();
    m_count->clear();
    m_rounds.begin();
    m_again->hide();
    emit wanted({}, Direction::Forwards);
    return true;
}

void FindBar::again(Direction direction)
{
    if (!isVisible() || m_field->text().isEmpty())
        return;
    m_rounds.leave(direction == Direction::Backwards);
    await();
    emit wanted(m_field->text(), direction);
}

// Of words that are still looked for it is not known that they are nowhere; a number may stand for
// a moment, or the field would change its width with every letter.
void FindBar::await()
{
    const auto isSought = !m_field->text().isEmpty();
    if (!isSought || m_count->text() == tr("Not in this story"))
        m_count->clear();
    if (isSought)
        m_awaiting.start();
    else
        m_awaiting.stop();
}

QString FindBar::words() const
{
    return m_field->text();
}

void FindBar::setFound(int hit, int hits)
{
    using Again = Rounds::Again;
    const QLocale locale;
    m_awaiting.stop();
    const auto again = m_rounds.arrive(hit, hits);
    m_again->setText(again == Again::FromBottom ? tr("From the bottom again")
                                                : tr("From the top again"));
    m_again->setVisible(again != Again::No);
    if (!isVisible() || m_field->text().isEmpty())
        m_count->clear();
    else if (hits == 0)
        m_count->setText(tr("Not in this story"));
    else
        m_count->setText(tr("%1 of %2").arg(locale.toString(hit), locale.toString(hits)));
}

// Enter goes on, with Shift back.
bool FindBar::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_field || event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    if (key->key() != Qt::Key_Return && key->key() != Qt::Key_Enter)
        return QWidget::eventFilter(watched, event);
    again(key->modifiers().testFlag(Qt::ShiftModifier) ? Direction::Backwards
                                                       : Direction::Forwards);
    return true;
}
