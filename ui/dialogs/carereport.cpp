#include "dialogs/carereport.h"

#include "theme/colours.h"
#include "theme/icons.h"
#include "theme/metrics.h"

#include <QApplication>
#include <QClipboard>
#include <QDialogButtonBox>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QTextBrowser>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace {

constexpr QSize wish(56 * theme::grid, 56 * theme::grid);
constexpr int busyHeight = 4;
constexpr int signSide = 3 * theme::grid;

} // namespace

CareReport::CareReport(QWidget *parent)
    : QDialog(parent)
    , m_sign(new QLabel(this))
    , m_verdict(new QLabel(this))
    , m_busy(new QProgressBar(this))
    , m_text(new QTextBrowser(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Check and repair"));
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
    auto *top = new QHBoxLayout;
    top->setSpacing(theme::grid + theme::half);
    top->addWidget(m_sign, 0, Qt::AlignTop);
    top->addWidget(m_verdict, 1);
    layout->addLayout(top);
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
    m_sign->hide();
    fit();
}

void CareReport::setReport(const QString &verdict, const QList<Section> &sections, Offer offer,
                           Sign sign)
{
    m_verdict->setText(verdict);
    m_sign->setPixmap(
        theme::tinted(sign == Sign::Well ? u"read"_s : u"warning"_s,
                      sign == Sign::Well ? theme::accent(palette()) : theme::bookmark(palette()),
                      signSide, devicePixelRatioF()));
    m_sign->show();
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
    fit();
}

// As high as what it says, as far as there is room: a dialog does not follow by itself.
void CareReport::fit()
{
    const auto *window = parentWidget() ? parentWidget()->window() : nullptr;
    const auto room = window ? window->size() - QSize(4, 4) * theme::grid : wish;
    const auto width = std::min(wish.width(), room.width());
    const auto margins = layout()->contentsMargins();
    auto *document = m_text->document();
    document->setTextWidth(width - margins.left() - margins.right());
    const auto report = int(std::ceil(document->size().height()));
    m_text->setMinimumHeight(0);
    layout()->activate();
    const auto rest = layout()->totalHeightForWidth(width)
        - (m_text->isHidden() ? 0 : m_text->sizeHint().height());
    const auto wanted = m_text->isHidden() ? rest : rest + report;
    resize(width, std::min({wanted, wish.height(), room.height()}));
}

QString CareReport::text() const
{
    return m_verdict->text() + u"\n\n"_s + m_text->toPlainText() + u'\n';
}
