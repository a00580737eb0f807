#include "window/progressline.h"

#include "theme/metrics.h"

#include <QFileInfo>
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
    , m_name(new QLabel(this))
    , m_bar(new QProgressBar(this))
{
    hide();
    m_name->setTextFormat(Qt::PlainText);
    m_name->setForegroundRole(QPalette::PlaceholderText);
    // As wide as there is room, whatever the file is called.
    m_name->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_bar->setTextVisible(false);
    m_bar->setFixedHeight(theme::half);
    m_bar->setAccessibleName(tr("Files read"));
    auto *cancel = new QPushButton(tr("&Cancel"), this);
    connect(cancel, &QPushButton::clicked, this, &ProgressLine::cancelled);

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(2 * theme::grid, theme::grid, theme::grid, theme::grid);
    layout->setSpacing(2 * theme::grid);
    layout->addWidget(m_text);
    layout->addWidget(m_name, 2);
    layout->addWidget(m_bar, 1);
    layout->addWidget(cancel);

    m_patience.setSingleShot(true);
    m_patience.setInterval(patience);
    connect(&m_patience, &QTimer::timeout, this, &QWidget::show);
}

void ProgressLine::setProgress(int done, int total, const QString &current)
{
    if (done >= total) {
        finish();
        return;
    }
    const QLocale locale;
    m_text->setText(
        tr("Reading %1 of %2 files").arg(locale.toString(done + 1), locale.toString(total)));
    setName(current);
    m_bar->setMaximum(total);
    m_bar->setValue(done);
    appearInAWhile();
}

void ProgressLine::setSearching(const QString &folder)
{
    m_text->setText(tr("Looking for stories"));
    setName(folder);
    m_bar->setRange(0, 0);
    appearInAWhile();
}

void ProgressLine::appearInAWhile()
{
    if (!isVisible() && !m_patience.isActive())
        m_patience.start();
}

void ProgressLine::setName(const QString &path)
{
    m_current = QFileInfo(path).fileName();
    m_name->setText(m_name->fontMetrics().elidedText(m_current, Qt::ElideMiddle, m_name->width()));
}

void ProgressLine::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    setName(m_current);
}

void ProgressLine::finish()
{
    m_patience.stop();
    hide();
}
