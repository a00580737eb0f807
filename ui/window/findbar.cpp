#include "window/findbar.h"

#include "theme/icons.h"
#include "theme/metrics.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace {

QToolButton *button(const QString &icon, const QString &name, QWidget *parent)
{
    auto *made = new QToolButton(parent);
    made->setAutoRaise(true);
    made->setIcon(theme::icon(icon));
    made->setToolTip(name);
    made->setAccessibleName(name);
    return made;
}

} // namespace

FindBar::FindBar(QWidget *parent)
    : QWidget(parent)
    , m_field(new QLineEdit(this))
{
    hide();
    m_field->setPlaceholderText(tr("Find in story"));
    m_field->setAccessibleName(tr("Find in story"));
    m_field->setClearButtonEnabled(true);
    auto *previous = button(u"previous"_s, tr("Find previous"), this);
    auto *next = button(u"next"_s, tr("Find next"), this);
    auto *leave = button(u"clear"_s, tr("Close"), this);

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(theme::grid, theme::grid, theme::grid, theme::grid);
    layout->setSpacing(theme::half);
    layout->addWidget(m_field, 1);
    layout->addWidget(previous);
    layout->addWidget(next);
    layout->addWidget(leave);

    connect(m_field, &QLineEdit::textChanged, this,
            [this](const QString &words) { emit wanted(words, Direction::Forwards); });
    connect(m_field, &QLineEdit::returnPressed, this, [this] { again(Direction::Forwards); });
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
    emit wanted({}, Direction::Forwards);
    return true;
}

void FindBar::again(Direction direction)
{
    if (isVisible() && !m_field->text().isEmpty())
        emit wanted(m_field->text(), direction);
}
