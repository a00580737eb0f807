#include "dialogs/errorlist.h"

#include "theme/metrics.h"

#include <QApplication>
#include <QClipboard>
#include <QDialogButtonBox>
#include <QDir>
#include <QFileInfo>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

ErrorList::ErrorList(const QList<Entry> &entries, int opened, QWidget *parent)
    : QDialog(parent)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Files that could not be read"));
    resize(90 * theme::grid, 50 * theme::grid);

    auto *list = new QTreeWidget(this);
    list->setAccessibleName(windowTitle());
    list->setRootIsDecorated(false);
    list->setHeaderLabels({tr("File"), tr("What was wrong")});
    QStringList lines;
    for (const auto &entry : entries) {
        auto *item = new QTreeWidgetItem(list, {QFileInfo(entry.file).fileName(), entry.reason});
        item->setToolTip(0, QDir::toNativeSeparators(entry.file));
        item->setToolTip(1, entry.reason);
        lines << entry.file + u'\t' + entry.reason;
    }
    list->setColumnWidth(0, 30 * theme::grid);
    list->header()->setStretchLastSection(true);

    auto *words
        = new QLabel(opened > 0 ? tr("The other files were opened. Nothing was changed in these.")
                                : tr("Nothing was changed in them."),
                     this);
    words->setWordWrap(true);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    auto *copy = buttons->addButton(tr("C&opy the list"), QDialogButtonBox::ActionRole);
    connect(copy, &QPushButton::clicked, this,
            [lines] { QApplication::clipboard()->setText(lines.join(u'\n')); });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(2 * theme::grid, 2 * theme::grid, 2 * theme::grid, 2 * theme::grid);
    layout->setSpacing(2 * theme::grid);
    layout->addWidget(words);
    layout->addWidget(list);
    layout->addWidget(buttons);
}
