#include "shell/matchbar.h"

#include "theme/iconbutton.h"
#include "theme/metrics.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QToolButton>

using namespace Qt::StringLiterals;

MatchBar::MatchBar(QWidget *parent)
    : QWidget(parent)
    , m_label(new QLabel(this))
{
    hide();
    setAccessibleName(tr("Words of the search in the story"));
    auto *previous = theme::iconButton(u"previous"_s, tr("Previous match (Shift+F3)"), this);
    auto *next = theme::iconButton(u"next"_s, tr("Next match (F3)"), this);
    auto *leave = theme::iconButton(u"clear"_s, tr("Close"), this);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(2 * theme::grid, theme::half, theme::grid, theme::half);
    layout->setSpacing(theme::half);
    layout->addWidget(m_label, 1);
    layout->addWidget(previous);
    layout->addWidget(next);
    layout->addWidget(leave);
    connect(previous, &QToolButton::clicked, this, [this] { emit stepped(true); });
    connect(next, &QToolButton::clicked, this, [this] { emit stepped(false); });
    connect(leave, &QToolButton::clicked, this, &MatchBar::closed);
}

void MatchBar::setHits(int hit, int hits)
{
    using Again = Rounds::Again;
    const QLocale locale;
    const auto again = m_rounds.arrive(hit, hits);
    const auto words = again == Again::FromTop ? tr("Match %1 of %2, from the top again")
        : again == Again::FromBottom           ? tr("Match %1 of %2, from the bottom again")
                                               : tr("Match %1 of %2");
    if (hit > 0)
        m_label->setText(words.arg(locale.toString(hit), locale.toString(hits)));
    else
        m_label->setText(hits == 1 ? tr("1 match in this story")
                                   : tr("%1 matches in this story").arg(locale.toString(hits)));
}
