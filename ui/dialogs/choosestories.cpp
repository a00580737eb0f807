#include "dialogs/choosestories.h"

#include "dialogs/storychoicedelegate.h"
#include "theme/icons.h"
#include "theme/metrics.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QLocale>
#include <QPushButton>
#include <QShortcut>
#include <QSortFilterProxyModel>
#include <QVBoxLayout>

#include <algorithm>

namespace {

constexpr int wish = 84 * theme::grid;
constexpr int least = 40 * theme::grid;

QString number(int count)
{
    return QLocale().toString(count);
}

} // namespace

ChooseStories::ChooseStories(QWidget *parent)
    : QDialog(parent)
    , m_model(new StoryChoiceModel(this))
    , m_shown(new QSortFilterProxyModel(this))
    , m_words(new QLabel(this))
    , m_filter(new QLineEdit(this))
    , m_all(new QCheckBox(this))
    , m_list(new QListView(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Choose stories"));
    m_shown->setSourceModel(m_model);
    m_shown->setFilterRole(StoryChoiceModel::WordsRole);
    m_shown->setFilterCaseSensitivity(Qt::CaseInsensitive);
    layOut();

    connect(m_filter, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_shown->setFilterFixedString(text.trimmed());
        m_list->setCurrentIndex(m_shown->index(0, 0));
        update();
    });
    connect(m_model, &QAbstractItemModel::dataChanged, this, &ChooseStories::update);
    // Clicked, not changed: the box also follows the list.
    connect(m_all, &QCheckBox::clicked, this, [this] {
        tickShown(m_all->checkState() == Qt::Unchecked ? Qt::Unchecked : Qt::Checked);
    });
    auto *find = new QShortcut(QKeySequence::Find, this);
    connect(find, &QShortcut::activated, this, [this] {
        m_filter->setFocus();
        m_filter->selectAll();
    });
}

void ChooseStories::layOut()
{
    const auto room = parentWidget() ? parentWidget()->window()->size() : QSize(wish, wish);
    setMinimumWidth(least);
    resize(std::clamp(room.width() - 4 * theme::grid, least, wish),
           std::clamp(room.height() - 8 * theme::grid, least, wish));
    m_words->setWordWrap(true);
    m_words->setTextFormat(Qt::PlainText);
    m_filter->setPlaceholderText(tr("Find among these stories"));
    m_filter->setAccessibleName(m_filter->placeholderText());
    m_filter->setClearButtonEnabled(true);
    m_filter->addAction(theme::icon(QStringLiteral("search")), QLineEdit::LeadingPosition);
    m_filter->installEventFilter(this);
    m_filter->hide();
    m_list->setModel(m_shown);
    m_list->setItemDelegate(new StoryChoiceDelegate(m_list));
    m_list->setUniformItemSizes(true);
    m_list->setMouseTracking(true);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setAccessibleName(windowTitle());

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Open | QDialogButtonBox::Cancel, this);
    m_open = buttons->button(QDialogButtonBox::Open);
    m_open->setDefault(true);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(2 * theme::grid, 2 * theme::grid, 2 * theme::grid, 2 * theme::grid);
    layout->setSpacing(theme::grid + theme::half);
    layout->addWidget(m_words);
    layout->addWidget(m_filter);
    // Above the boxes of the rows.
    auto *all = new QHBoxLayout;
    all->setContentsMargins(StoryChoiceDelegate::boxLeft, 0, 0, 0);
    all->addWidget(m_all);
    layout->addLayout(all);
    layout->addWidget(m_list, 1);
    layout->addWidget(buttons);
}

void ChooseStories::add(const QString &file, const QList<StoryChoice> &choices)
{
    if (!m_files.contains(file))
        m_files << file;
    m_model->add(choices);
    const auto stories = m_model->rowCount();
    if (stories > manyStories)
        m_filter->show();
    m_words->setText(
        m_files.size() == 1
            ? tr("“%1” holds %2 stories. Which ones do you want to open?")
                  .arg(QFileInfo(file).fileName(), number(stories))
            : tr("%1 of the files hold several stories. Which ones do you want to open?")
                  .arg(number(int(m_files.size()))));
    if (!m_list->currentIndex().isValid()) {
        m_list->setCurrentIndex(m_shown->index(0, 0));
        m_list->setFocus();
    }
    update();
}

void ChooseStories::update()
{
    const auto chosen = m_model->chosenCount();
    m_open->setEnabled(chosen > 0);
    m_open->setText(chosen == 0       ? tr("&Open")
                        : chosen == 1 ? tr("&Open 1 story")
                                      : tr("&Open %1 stories").arg(number(chosen)));

    const auto shown = m_shown->rowCount();
    auto ticked = 0;
    for (auto row = 0; row < shown; ++row)
        ticked += m_shown->index(row, 0).data(Qt::CheckStateRole).value<Qt::CheckState>()
            == Qt::Checked;
    const auto all = shown == m_model->rowCount();
    m_all->setEnabled(shown > 0);
    m_all->setText(shown == 0 ? tr("No story has these words in it")
                       : all  ? tr("&All %1 stories").arg(number(shown))
                              : tr("&All %1 that are shown").arg(number(shown)));
    m_all->setCheckState(ticked == 0           ? Qt::Unchecked
                             : ticked == shown ? Qt::Checked
                                               : Qt::PartiallyChecked);
    // Only the list makes it a half: a click means all or none.
    m_all->setTristate(m_all->checkState() == Qt::PartiallyChecked);
}

void ChooseStories::tickShown(Qt::CheckState state)
{
    {
        const QSignalBlocker onceAtTheEnd(m_model);
        for (auto row = 0; row < m_shown->rowCount(); ++row)
            m_model->setData(m_shown->mapToSource(m_shown->index(row, 0)),
                             QVariant::fromValue(state), Qt::CheckStateRole);
    }
    m_list->viewport()->update();
    update();
}

bool ChooseStories::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_filter && event->type() == QEvent::KeyPress
        && handleKeyInField(static_cast<QKeyEvent *>(event)->key()))
        return true;
    return QDialog::eventFilter(watched, event);
}

bool ChooseStories::handleKeyInField(int key)
{
    switch (key) {
    case Qt::Key_Escape:
        if (m_filter->text().isEmpty())
            return false;
        m_filter->clear();
        return true;
    // Not yet opening: more may be ticked than is shown.
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Down:
        m_list->setFocus();
        return true;
    default:
        return false;
    }
}
