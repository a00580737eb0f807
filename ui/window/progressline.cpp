#include "window/progressline.h"

#include "theme/metrics.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>

namespace {

constexpr int patience = 300; // Milliseconds.

} // namespace

ProgressLine::ProgressLine(QWidget *parent)
    : QWidget(parent)
    , m_text(new QLabel(this))
    , m_bar(new QProgressBar(this))
{
    hide();
    m_bar->setTextVisible(false);
    m_bar->setFixedHeight(theme::half);
    m_bar->setAccessibleName(tr("Files opened"));
    auto *cancel = new QPushButton(tr("&Cancel"), this);
    connect(cancel, &QPushButton::clicked, this, &ProgressLine::cancelled);

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(2 * theme::grid, theme::grid, theme::grid, theme::grid);
    layout->setSpacing(2 * theme::grid);
    layout->addWidget(m_text);
    layout->addWidget(m_bar, 1);
    layout->addWidget(cancel);

    m_patience.setSingleShot(true);
    m_patience.setInterval(patience);
    connect(&m_patience, &QTimer::timeout, this, &QWidget::show);
}

void ProgressLine::setProgress(int done, int total)
{
    if (done >= total) {
        finish();
        return;
    }
    const QLocale locale;
    m_text->setText(
        tr("Opening %1 of %2 files").arg(locale.toString(done + 1), locale.toString(total)));
    m_bar->setMaximum(total);
    m_bar->setValue(done);
    if (!isVisible() && !m_patience.isActive())
        m_patience.start();
}

void ProgressLine::finish()
{
    m_patience.stop();
    hide();
}
