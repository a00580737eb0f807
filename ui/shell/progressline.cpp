#include "shell/progressline.h"

#include "theme/metrics.h"

#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>

#include <algorithm>

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
    m_bar->setAccessibleName(tr("Progress"));
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
    connect(&m_patience, &QTimer::timeout, this, qOverload<>(&QWidget::show));
}

void ProgressLine::setProgress(int done, int total, const QString &current)
{
    if (done >= total) {
        finish();
        return;
    }
    const QLocale locale;
    m_bar->setMaximum(total);
    m_bar->setValue(done);
    show(tr("Reading %1 of %2 files").arg(locale.toString(done + 1), locale.toString(total)),
         QFileInfo(current).fileName());
}

void ProgressLine::setSearching(const QString &folder)
{
    m_bar->setRange(0, 0);
    show(tr("Looking for stories"), QFileInfo(folder).fileName());
}

void ProgressLine::setFetching(int done, int total, const QString &current)
{
    const QLocale locale;
    m_bar->setRange(0, std::max(1, total));
    m_bar->setValue(done);
    show(total == 1 ? tr("Fetching")
                    : tr("Fetching %1 of %2")
                          .arg(locale.toString(std::min(done + 1, total)), locale.toString(total)),
         current);
}

void ProgressLine::setWorking(const QString &text)
{
    m_bar->setRange(0, 0);
    show(text, {});
}

void ProgressLine::setDownloading(const QString &name, double share)
{
    m_bar->setRange(0, share < 0 ? 0 : 1'000);
    m_bar->setValue(int(1'000 * share));
    show(tr("Downloading"), name);
}

void ProgressLine::show(const QString &text, const QString &name)
{
    m_text->setText(text);
    setName(name);
    if (!isVisible() && !m_patience.isActive())
        m_patience.start();
}

void ProgressLine::setName(const QString &name)
{
    m_current = name;
    m_name->setText(m_name->fontMetrics().elidedText(name, Qt::ElideMiddle, m_name->width()));
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
