#include "dialogs/restoredialog.h"

#include "dialogs/sizewords.h"
#include "theme/colours.h"
#include "theme/metrics.h"

#include <QDialogButtonBox>
#include <QDir>
#include <QFileDialog>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace {

constexpr QSize wish(80 * theme::grid, 54 * theme::grid);
constexpr int pathRole = Qt::UserRole;
constexpr int madeRole = Qt::UserRole + 1;
constexpr int detailsRole = Qt::UserRole + 2;

QString kindOf(backups::Reason reason)
{
    switch (reason) {
    case backups::Reason::Weekly:
        return RestoreDialog::tr("weekly");
    case backups::Reason::BeforeUpgrade:
        return RestoreDialog::tr("before a newer version of Broadsheet");
    case backups::Reason::BeforeRestore:
        return RestoreDialog::tr("the library before a backup was restored");
    case backups::Reason::ByHand:
        return RestoreDialog::tr("made by hand");
    case backups::Reason::BeforeRepair:
        break;
    }
    return RestoreDialog::tr("the library before it was repaired");
}

QString momentOf(const QDateTime &made)
{
    return QLocale().toString(made.toLocalTime(), QLocale::ShortFormat);
}

QString detailsOf(const transfer::Contents &contents)
{
    using sizewords::counted;
    const auto tr = [](const char *text) { return RestoreDialog::tr(text); };
    auto text = counted(contents.stories, tr("1 story"), tr("%1 stories"))
        + tr(", %1 unread, %2 bookmarked, ")
              .arg(QLocale().toString(contents.unread), QLocale().toString(contents.bookmarks))
        + counted(contents.feeds, tr("1 feed"), tr("%1 feeds")) + u", "_s
        + counted(contents.pictures, tr("1 picture"), tr("%1 pictures"));
    if (contents.missingPictures > 0)
        text += tr(" (%1 of them missing)").arg(QLocale().toString(contents.missingPictures));
    return text;
}

} // namespace

RestoreDialog::RestoreDialog(QWidget *parent)
    : QDialog(parent)
    , m_words(new QLabel(this))
    , m_list(new QTreeWidget(this))
    , m_details(new QLabel(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Restore a backup"));
    const auto room = parent ? parent->window()->size() - QSize(4, 4) * theme::grid : wish;
    resize(wish.boundedTo(room));
    m_words->setWordWrap(true);
    m_words->setText(tr("Looking for backups…"));
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setAccessibleName(tr("Backups"));
    m_list->setHeaderLabels({tr("Made"), tr("Stories"), tr("Size"), tr("What it is")});
    m_list->header()->setStretchLastSection(true);
    auto colours = palette();
    colours.setColor(QPalette::Highlight, theme::selection(colours));
    colours.setColor(QPalette::HighlightedText, colours.color(QPalette::Text));
    m_list->setPalette(colours);
    m_details->setWordWrap(true);

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_restore = buttons->addButton(tr("&Restore"), QDialogButtonBox::AcceptRole);
    auto *other = buttons->addButton(tr("&Other folder…"), QDialogButtonBox::ActionRole);
    connect(other, &QPushButton::clicked, this, &RestoreDialog::chooseFolder);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, this, [this] {
        const auto *item = m_list->currentItem();
        emit restoreAsked(item->data(0, pathRole).toString(), item->data(0, madeRole).toDateTime());
        accept();
    });
    connect(m_list, &QTreeWidget::currentItemChanged, this, [this] { update(); });
    connect(m_list, &QTreeWidget::itemActivated, this, [this] { m_restore->click(); });

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(2 * theme::grid, 2 * theme::grid, 2 * theme::grid, 2 * theme::grid);
    layout->setSpacing(theme::grid + theme::half);
    layout->addWidget(m_words);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_details);
    layout->addWidget(buttons);
    update();
}

void RestoreDialog::setRows(const QList<Row> &rows)
{
    for (const auto &row : rows) {
        if (row.contents) {
            addRow(*row.contents, kindOf(row.backup.reason));
            continue;
        }
        auto *item
            = addRow({.path = row.backup.file, .made = row.backup.made, .bytes = row.backup.bytes},
                     tr("cannot be read"));
        item->setDisabled(true);
        item->setText(1, {});
    }
    m_words->setText(rows.isEmpty()
                         ? tr("There are no backups yet: one is made every week. If you have made "
                              "one yourself, choose its folder.")
                         : tr("The library becomes what it was then. What it is now is kept here, "
                              "so that restoring can be taken back."));
    for (int column = 0; column < 3; ++column)
        m_list->resizeColumnToContents(column);
    for (int column = 0; column < 3; ++column)
        m_list->setColumnWidth(column, m_list->columnWidth(column) + 2 * theme::grid);
    if (!m_list->currentItem() && m_list->topLevelItemCount() > 0)
        m_list->setCurrentItem(m_list->topLevelItem(0));
    update();
}

void RestoreDialog::addChosen(const Result<transfer::Contents> &contents, const QString &problem)
{
    if (!contents) {
        m_details->setText(problem);
        return;
    }
    auto *item = addRow(*contents, QDir::toNativeSeparators(contents->path));
    m_list->takeTopLevelItem(m_list->indexOfTopLevelItem(item));
    m_list->insertTopLevelItem(0, item);
    m_list->setCurrentItem(item);
    update();
}

QTreeWidgetItem *RestoreDialog::addRow(const transfer::Contents &contents, const QString &kind)
{
    auto *item = new QTreeWidgetItem(m_list,
                                     {momentOf(contents.made), QLocale().toString(contents.stories),
                                      sizewords::size(contents.bytes), kind});
    for (const auto column : {1, 2})
        item->setTextAlignment(column, Qt::AlignRight | Qt::AlignVCenter);
    item->setData(0, pathRole, contents.path);
    item->setData(0, madeRole, contents.made);
    item->setData(0, detailsRole, detailsOf(contents));
    item->setToolTip(3, QDir::toNativeSeparators(contents.path));
    return item;
}

void RestoreDialog::update()
{
    const auto *item = m_list->currentItem();
    const auto usable = item && !item->isDisabled();
    m_restore->setEnabled(usable);
    m_restore->setDefault(usable);
    m_details->setText(usable ? item->data(0, detailsRole).toString() : QString());
}

void RestoreDialog::chooseFolder()
{
    auto *dialog = new QFileDialog(this, tr("The folder of a backup"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    connect(dialog, &QFileDialog::fileSelected, this, &RestoreDialog::folderChosen);
    dialog->open();
}
