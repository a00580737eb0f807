#include "dialogs/carereport.h"

#include "theme/metrics.h"

#include <QApplication>
#include <QClipboard>
#include <QDialogButtonBox>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QTextBrowser>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace {

constexpr QSize wish(72 * theme::grid, 56 * theme::grid);
constexpr int busyHeight = 4;

} // namespace

CareReport::CareReport(QWidget *parent)
    : QDialog(parent)
    , m_verdict(new QLabel(this))
    , m_busy(new QProgressBar(this))
    , m_text(new QTextBrowser(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Check and repair"));
    const auto room = parent ? parent->window()->size() - QSize(4, 4) * theme::grid : wish;
    resize(wish.boundedTo(room));
    auto font = m_verdict->font();
    font.setPointSizeF(font.pointSizeF() * 1.2);
    font.setWeight(QFont::DemiBold);
    m_verdict->setFont(font);
    m_verdict->setWordWrap(true);
    m_busy->setRange(0, 0);
    m_busy->setTextVisible(false);
    m_busy->setFixedHeight(busyHeight);
    m_text->setAccessibleName(tr("Report"));
    m_text->setFrameShape(QFrame::NoFrame);

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    m_repair = buttons->addButton(tr("&Repair"), QDialogButtonBox::ActionRole);
    m_copy = buttons->addButton(tr("C&opy"), QDialogButtonBox::ActionRole);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_repair, &QPushButton::clicked, this, &CareReport::repairAsked);
    connect(m_copy, &QPushButton::clicked, this,
            [this] { QApplication::clipboard()->setText(text()); });

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(2 * theme::grid, 2 * theme::grid, 2 * theme::grid, 2 * theme::grid);
    layout->setSpacing(theme::grid + theme::half);
    layout->addWidget(m_verdict);
    layout->addWidget(m_busy);
    layout->addWidget(m_text, 1);
    layout->addWidget(buttons);
    setBusy(tr("Looking at every story…"));
}

void CareReport::setBusy(const QString &words)
{
    m_verdict->setText(words);
    m_busy->show();
    m_text->clear();
    m_text->hide();
    m_copy->hide();
    m_repair->hide();
}

void CareReport::setReport(const QString &verdict, const QList<Section> &sections, Offer offer)
{
    m_verdict->setText(verdict);
    m_busy->hide();
    QString html;
    for (const auto &section : sections) {
        html += u"<h4>%1</h4><ul>"_s.arg(section.heading.toHtmlEscaped());
        for (const auto &line : section.lines)
            html += u"<li>%1</li>"_s.arg(line.toHtmlEscaped());
        html += u"</ul>"_s;
    }
    m_text->setHtml(html);
    m_text->setVisible(!sections.isEmpty());
    m_copy->setVisible(!sections.isEmpty());
    m_repair->setVisible(offer == Offer::Repair);
    m_repair->setDefault(offer == Offer::Repair);
}

QString CareReport::text() const
{
    return m_verdict->text() + u"\n\n"_s + m_text->toPlainText() + u'\n';
}
