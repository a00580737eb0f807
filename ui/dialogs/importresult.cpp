#include "dialogs/importresult.h"

#include "theme/colours.h"
#include "theme/metrics.h"

#include <QApplication>
#include <QClipboard>
#include <QDialogButtonBox>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QMessageBox>
#include <QPushButton>
#include <QSaveFile>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr int wish = 84 * theme::grid;
constexpr int least = 40 * theme::grid;
// More rows than a person looks through; the saved report has them all.
constexpr qsizetype filesShown = 1'000;

// Groups of a few files are shown whole; the others by their reason alone.
constexpr qsizetype fewFiles = 6;

bool isOpenedAtFirst(const ImportResult::Group &group)
{
    return group.files.size() <= fewFiles;
}

qsizetype rowsAtFirst(const QList<ImportResult::Group> &groups)
{
    auto rows = groups.size();
    for (const auto &group : groups)
        rows += isOpenedAtFirst(group) ? group.files.size() + 1 : 0;
    return rows;
}

QLabel *wordsLabel(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    label->setVisible(!text.isEmpty());
    return label;
}

// A reason is what was wrong, and after it what can be done.
constexpr auto sentenceEnd = ". "_L1;

QString fault(const QString &reason)
{
    const auto end = reason.indexOf(sentenceEnd);
    return end < 0 ? reason : reason.left(end + 1);
}

QString advice(const QString &reason)
{
    const auto end = reason.indexOf(sentenceEnd);
    return end < 0 ? QString() : reason.mid(end + sentenceEnd.size());
}

QTreeWidgetItem *groupItem(const ImportResult::Group &group, QTreeWidget *list)
{
    auto *item
        = new QTreeWidgetItem(list,
                              {ImportResult::tr("%1 – %2").arg(
                                  QLocale().toString(group.files.size()), fault(group.reason))});
    auto font = list->font();
    font.setWeight(QFont::DemiBold);
    item->setFont(0, font);
    item->setToolTip(0, group.reason);
    if (const auto what = advice(group.reason); !what.isEmpty()) {
        auto *row = new QTreeWidgetItem(item, {what});
        row->setForeground(0, theme::secondaryText(list->palette()));
        row->setToolTip(0, what);
    }
    for (const auto &file : group.files.first(std::min(group.files.size(), filesShown))) {
        auto *row = new QTreeWidgetItem(item, {QFileInfo(file).fileName()});
        row->setToolTip(0, QDir::toNativeSeparators(file));
    }
    if (group.files.size() > filesShown)
        new QTreeWidgetItem(item, {ImportResult::tr("… and more: the saved report has them all")});
    return item;
}

} // namespace

ImportResult::ImportResult(const Words &words, QWidget *parent)
    : QDialog(parent)
    , m_words(words)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Import"));
    setMinimumWidth(least);
    const auto width = parent ? parent->window()->width() - 4 * theme::grid : wish;

    auto *outcome = wordsLabel(words.outcome, this);
    auto font = outcome->font();
    font.setPointSizeF(font.pointSizeF() * 1.2);
    font.setWeight(QFont::DemiBold);
    outcome->setFont(font);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->button(QDialogButtonBox::Close)->setDefault(true);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(2 * theme::grid, 2 * theme::grid, 2 * theme::grid, 2 * theme::grid);
    layout->setSpacing(theme::grid + theme::half);
    layout->addWidget(outcome);
    layout->addWidget(wordsLabel(words.rest, this));
    if (words.groups.isEmpty()) {
        layout->addStretch();
        layout->addWidget(buttons);
        resize(std::clamp(width, least, 56 * theme::grid), sizeHint().height());
        return;
    }
    layout->addWidget(makeList(), 1);
    layout->addWidget(buttons);
    auto *save = buttons->addButton(tr("&Save report…"), QDialogButtonBox::ActionRole);
    auto *copy = buttons->addButton(tr("C&opy"), QDialogButtonBox::ActionRole);
    connect(save, &QPushButton::clicked, this, &ImportResult::chooseFile);
    connect(copy, &QPushButton::clicked, this,
            [this] { QApplication::clipboard()->setText(text()); });
    const auto rowHeight = fontMetrics().height() + theme::grid;
    resize(std::clamp(width, least, wish),
           24 * theme::grid
               + rowHeight * int(std::clamp<qsizetype>(rowsAtFirst(words.groups), 5, 14)));
}

QWidget *ImportResult::makeList()
{
    auto *list = new QTreeWidget(this);
    list->setAccessibleName(tr("Files that could not be read"));
    auto colours = palette();
    colours.setColor(QPalette::Highlight, theme::selection(colours));
    colours.setColor(QPalette::HighlightedText, colours.color(QPalette::Text));
    list->setPalette(colours);
    list->setHeaderHidden(true);
    list->setUniformRowHeights(true);
    list->setTextElideMode(Qt::ElideRight);
    list->header()->setStretchLastSection(true);
    for (const auto &group : std::as_const(m_words.groups))
        groupItem(group, list)->setExpanded(isOpenedAtFirst(group));
    list->setCurrentItem(list->topLevelItem(0));
    return list;
}

QString ImportResult::text() const
{
    QStringList lines{m_words.outcome};
    if (!m_words.rest.isEmpty())
        lines << m_words.rest;
    for (const auto &group : m_words.groups) {
        lines << QString() << group.reason;
        for (const auto &file : group.files)
            lines << u"  "_s + QDir::toNativeSeparators(file);
    }
    return lines.join(u'\n') + u'\n';
}

void ImportResult::chooseFile()
{
    auto *dialog = new QFileDialog(this, tr("Save the report"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"txt"_s);
    dialog->selectFile(tr("Import report.txt"));
    connect(dialog, &QFileDialog::fileSelected, this, &ImportResult::save);
    dialog->open();
}

void ImportResult::save(const QString &path)
{
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly) && file.write(text().toUtf8()) >= 0 && file.commit())
        return;
    auto *box
        = new QMessageBox(QMessageBox::Warning, windowTitle(),
                          tr("The report could not be saved there: %1").arg(file.errorString()),
                          QMessageBox::Close, this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->open();
}
