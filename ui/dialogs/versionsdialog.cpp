#include "dialogs/versionsdialog.h"

#include "dialogs/rowlines.h"
#include "theme/colours.h"
#include "theme/metrics.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QListWidget>
#include <QPainter>
#include <QPushButton>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace {

constexpr int wide = 64 * theme::grid;
constexpr int high = 40 * theme::grid;

constexpr int padding = theme::grid;

// Two lines: when, and what.
class VersionDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override
    {
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        rows::paintGround(painter, option);
        const auto lines = index.data().toString().split(u'\n');
        rows::Lines words{painter,
                          option.rect.adjusted(2 * padding, padding, -2 * padding, -padding)};
        words.draw(lines.value(0), rows::titleFont(option.font),
                   option.palette.color(QPalette::Text));
        words.draw(lines.value(1), rows::smallFont(option.font),
                   theme::secondaryText(option.palette));
        painter->restore();
    }

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const override
    {
        return {20 * padding,
                2 * padding + rows::lineGap + QFontMetrics(rows::titleFont(option.font)).height()
                    + QFontMetrics(rows::smallFont(option.font)).height()};
    }
};

QString source(const StoryVersion &version)
{
    switch (version.source) {
    case StoryVersion::Source::File:
        return VersionsDialog::tr("From a file");
    case StoryVersion::Source::Feed:
        return VersionsDialog::tr("From the feed %1").arg(version.feed);
    case StoryVersion::Source::Summary:
        return VersionsDialog::tr("Summary from the feed %1").arg(version.feed);
    case StoryVersion::Source::Page:
        return VersionsDialog::tr("Whole text from its page");
    }
    return {};
}

} // namespace

VersionsDialog::VersionsDialog(const QString &title, QWidget *parent)
    : QDialog(parent)
    , m_words(new QLabel(this))
    , m_list(new QListWidget(this))
    , m_choose(new QPushButton(tr("&Go back to this text"), this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Versions"));
    resize(wide, high);
    m_words->setText(
        tr("The texts that “%1” had. Each is shown in the window as you choose it.").arg(title));
    m_words->setWordWrap(true);
    m_words->setTextFormat(Qt::PlainText);
    m_list->setAccessibleName(windowTitle());
    m_list->setItemDelegate(new VersionDelegate(m_list));
    m_list->setMouseTracking(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->addButton(m_choose, QDialogButtonBox::ActionRole);
    m_choose->setAutoDefault(false);
    buttons->button(QDialogButtonBox::Close)->setAutoDefault(false);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_list, &QListWidget::currentRowChanged, this, &VersionsDialog::look);
    connect(m_choose, &QPushButton::clicked, this,
            [this] { emit chosen(m_versions.at(m_list->currentRow())); });

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(2 * theme::grid, 2 * theme::grid, 2 * theme::grid, 2 * theme::grid);
    layout->setSpacing(theme::grid + theme::half);
    layout->addWidget(m_words);
    layout->addWidget(m_list, 1);
    layout->addWidget(buttons);
    update();
}

void VersionsDialog::setVersions(const Result<QList<StoryVersion>> &versions)
{
    const auto row = m_list->currentRow();
    const auto shown = row >= 0 && row < m_versions.size() ? m_versions.at(row).id : 0;
    m_versions = versions ? *versions : QList<StoryVersion>();
    const QSignalBlocker unasked(m_list);
    m_list->clear();
    auto current = 0;
    for (qsizetype at = 0; at < m_versions.size(); ++at) {
        const auto &version = m_versions.at(at);
        const auto *earlier = at + 1 < m_versions.size() ? &m_versions.at(at + 1) : nullptr;
        m_list->addItem(line(version, earlier, QLocale()));
        if (shown ? version.id == shown : version.current)
            current = int(at);
    }
    if (!versions)
        m_words->setText(tr("The texts of this story could not be read."));
    else if (m_versions.size() == 1)
        m_words->setText(tr("This story has had one text so far. When it gets another, both are "
                            "listed here."));
    m_list->setCurrentRow(current);
    update();
}

QString VersionsDialog::line(const StoryVersion &version, const StoryVersion *earlier,
                             const QLocale &locale)
{
    QStringList details{source(version), tr("%1 characters").arg(locale.toString(version.length))};
    if (earlier && version.length != earlier->length) {
        const auto more = version.length - earlier->length;
        details << (more > 0 ? tr("%1 more than before").arg(locale.toString(more))
                             : tr("%1 fewer than before").arg(locale.toString(-more)));
    }
    auto first = locale.toString(version.stored.toLocalTime(), QLocale::ShortFormat);
    if (version.current)
        first += u" · "_s + tr("the text you read now");
    return first + u'\n' + details.join(u" · "_s);
}

void VersionsDialog::look(int row)
{
    update();
    if (row >= 0 && row < m_versions.size())
        emit looked(m_versions.at(row));
}

void VersionsDialog::update()
{
    const auto row = m_list->currentRow();
    m_choose->setEnabled(row >= 0 && row < m_versions.size() && !m_versions.at(row).current);
}
