#include "printing/printpreview.h"

#include "base/background.h"
#include "printing/previewpages.h"
#include "theme/metrics.h"

#include <QCheckBox>
#include <QComboBox>
#include <QCoreApplication>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QSpinBox>

#include <algorithm>

namespace printing {

namespace {

constexpr QSize firstSize(1020, 760);
constexpr int optionsWidth = 230;

} // namespace

PageWords pageWords()
{
    return [](int page, int pages) {
        const QLocale locale;
        return QCoreApplication::translate("printing", "Page %1 of %2")
            .arg(locale.toString(page), locale.toString(pages));
    };
}

PrintPreview::PrintPreview(const Article &article, const PrintChoice &choice, QWidget *parent)
    : QDialog(parent)
    , m_article(article)
    , m_words(choice.wishes)
    , m_pool(std::make_unique<QThreadPool>())
    , m_pages(new PreviewPages(*m_pool, this))
    , m_columns(new QComboBox(this))
    , m_paper(new QComboBox(this))
    , m_size(new QSpinBox(this))
    , m_pictures(new QCheckBox(tr("P&hotos"), this))
    , m_links(new QCheckBox(tr("&Links as numbered notes"), this))
    , m_related(new QCheckBox(tr("Related &stories"), this))
    , m_justified(new QCheckBox(tr("Lines of equal &length"), this))
    , m_count(new QLabel(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Print “%1”").arg(article.title));
    m_pool->setMaxThreadCount(1);
    makeOptions(choice);
    resize(parent ? firstSize.boundedTo(parent->window()->size()) : firstSize);
    set();
}

PrintPreview::~PrintPreview()
{
    m_stop.request_stop();
    m_pool->clear();
    // It ends when its last job does, for which nobody waits here.
    QThreadPool::globalInstance()->start([pool = std::shared_ptr(std::move(m_pool))] {});
}

void PrintPreview::makeOptions(const PrintChoice &choice)
{
    for (const auto &[name, columns] :
         {std::pair{tr("One column"), 1}, std::pair{tr("Two"), 2}, std::pair{tr("Three"), 3}})
        m_columns->addItem(name, columns);
    m_columns->setCurrentIndex(std::clamp(choice.setting.columns, 1, 3) - 1);
    for (const auto paper : {QPageSize::A4, QPageSize::Letter, QPageSize::Legal, QPageSize::A5})
        m_paper->addItem(QPageSize::name(paper), paper);
    m_paper->setCurrentIndex(std::max(0, m_paper->findData(choice.setting.paper)));
    m_size->setRange(70, 160);
    m_size->setSingleStep(5);
    m_size->setSuffix(tr(" %"));
    m_size->setValue(choice.setting.textSize);
    m_pictures->setChecked(choice.wishes.pictures);
    m_links->setChecked(choice.wishes.links);
    m_related->setChecked(choice.wishes.related);
    m_justified->setChecked(choice.setting.justified);

    auto *form = new QFormLayout;
    form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    form->addRow(tr("&Columns"), m_columns);
    form->addRow(tr("P&aper"), m_paper);
    form->addRow(tr("&Text size"), m_size);
    for (auto *each : {m_pictures, m_links, m_related, m_justified})
        form->addRow(each);
    form->addRow(m_count);

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, Qt::Vertical, this);
    m_print = buttons->addButton(tr("&Print…"), QDialogButtonBox::AcceptRole);
    m_print->setDefault(true);
    auto *pdf = buttons->addButton(tr("Save as P&DF…"), QDialogButtonBox::ActionRole);
    connect(m_print, &QPushButton::clicked, this, [this] { emit printAsked(this->choice()); });
    connect(pdf, &QPushButton::clicked, this, [this] { emit pdfAsked(this->choice()); });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    auto *side = new QWidget(this);
    side->setFixedWidth(optionsWidth);
    auto *column = new QVBoxLayout(side);
    column->setContentsMargins(2 * theme::grid, 2 * theme::grid, 2 * theme::grid, 2 * theme::grid);
    column->addLayout(form);
    column->addStretch(1);
    column->addWidget(buttons);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(m_pages, 1);
    layout->addWidget(side);
    for (auto *box : {m_columns, m_paper})
        connect(box, &QComboBox::currentIndexChanged, this, &PrintPreview::set);
    for (auto *box : {m_pictures, m_links, m_related, m_justified})
        connect(box, &QCheckBox::toggled, this, &PrintPreview::set);
    connect(m_size, &QSpinBox::valueChanged, this, &PrintPreview::set);
}

PrintChoice PrintPreview::choice() const
{
    PrintChoice choice{.setting = {.paper = QPageSize::PageSizeId(m_paper->currentData().toInt()),
                                   .columns = m_columns->currentData().toInt(),
                                   .justified = m_justified->isChecked(),
                                   .textSize = m_size->value()},
                       .wishes = m_words};
    choice.wishes.pictures = m_pictures->isChecked();
    choice.wishes.links = m_links->isChecked();
    choice.wishes.related = m_related->isChecked();
    return choice;
}

int PrintPreview::pages() const
{
    return m_pages->pages();
}

void PrintPreview::set()
{
    // What nobody waits for any more.
    m_stop.request_stop();
    m_stop = {};
    m_pool->clear();
    inBackground(
        [article = m_article, now = choice(), words = pageWords(), stop = m_stop.get_token()] {
            return printedStory(article, now.wishes, now.setting, words, stop);
        },
        this,
        [this, round = ++m_round](const std::shared_ptr<const PrintedStory> &story) {
            if (round != m_round)
                return;
            m_pages->setStory(story);
            m_count->setText(story->pages() == 1
                                 ? tr("One page")
                                 : tr("%1 pages").arg(QLocale().toString(story->pages())));
            emit pagesChanged();
        },
        m_pool.get());
}

} // namespace printing
