#include "dialogs/historydialog.h"

#include "dialogs/historydelegate.h"
#include "dialogs/historywords.h"
#include "theme/colours.h"
#include "theme/icons.h"
#include "theme/metrics.h"

#include <QButtonGroup>
#include <QDateTime>
#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QShortcut>
#include <QStackedLayout>
#include <QToolButton>
#include <QTreeView>
#include <QVBoxLayout>

#include <algorithm>
#include <chrono>

using namespace std::chrono_literals;

namespace {

constexpr int wide = 92 * theme::grid;
constexpr int high = 80 * theme::grid;
constexpr int least = 40 * theme::grid;
constexpr auto betweenKeys = 150ms;

} // namespace

HistoryDialog::HistoryDialog(SharedLibrary &library, QWidget *parent)
    : QDialog(parent)
    , m_library(library)
    , m_model(library)
    , m_words(new QLineEdit(this))
    , m_kinds(new QButtonGroup(this))
    , m_list(new HistoryList(this))
    , m_empty(new QLabel(this))
    , m_told(new QLabel(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("History"));
    layOut();
    connectKeys();
    m_typing.setSingleShot(true);
    m_typing.setInterval(betweenKeys);
    connect(&m_typing, &QTimer::timeout, this, &HistoryDialog::search);
    connect(m_words, &QLineEdit::textChanged, &m_typing, qOverload<>(&QTimer::start));
    connect(m_kinds, &QButtonGroup::idClicked, this, &HistoryDialog::search);
    connect(&m_model, &HistoryModel::filled, this, &HistoryDialog::update);
    connect(&m_model, &QAbstractItemModel::dataChanged, this, &HistoryDialog::update);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, [this] {
        say({});
        update();
    });
    connect(m_list, &QTreeView::activated, this, &HistoryDialog::activate);
    connect(m_list, &QWidget::customContextMenuRequested, this, &HistoryDialog::openMenu);
    search();
    m_list->setFocus();
}

void HistoryDialog::setKind(HistoryKind kind)
{
    m_kinds->button(int(kind))->setChecked(true);
    search();
}

void HistoryDialog::layOut()
{
    const auto room = parentWidget() ? parentWidget()->window()->size() : QSize(wide, high);
    setMinimumWidth(least);
    resize(std::clamp(room.width() - 4 * theme::grid, least, wide),
           std::clamp(room.height() - 6 * theme::grid, least, high));
    m_words->setPlaceholderText(tr("Find a story, a feed or a folder"));
    m_words->setAccessibleName(m_words->placeholderText());
    m_words->setClearButtonEnabled(true);
    m_words->addAction(theme::icon(QStringLiteral("search")), QLineEdit::LeadingPosition);
    m_words->installEventFilter(this);
    m_told->setWordWrap(true);
    m_told->setTextFormat(Qt::PlainText);
    m_told->hide();

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    m_restore = buttons->addButton(tr("&Bring back"), QDialogButtonBox::ActionRole);
    m_open = buttons->addButton(tr("&Open the story"), QDialogButtonBox::ActionRole);
    for (auto *button : {m_restore, m_open})
        button->setAutoDefault(false);
    buttons->button(QDialogButtonBox::Close)->setAutoDefault(false);
    connect(m_restore, &QPushButton::clicked, this, &HistoryDialog::restore);
    connect(m_open, &QPushButton::clicked, this,
            [this] { emit storyChosen(storyAt(m_list->currentIndex())); });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(2 * theme::grid, 2 * theme::grid, 2 * theme::grid, 2 * theme::grid);
    layout->setSpacing(theme::grid + theme::half);
    layout->addWidget(m_words);
    layout->addWidget(kinds());
    layout->addWidget(list(), 1);
    layout->addWidget(m_told);
    layout->addWidget(buttons);
}

// In a narrow window they are scrolled, as the keyboard moves along them.
QWidget *HistoryDialog::kinds()
{
    auto *row = new QWidget;
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins({});
    layout->setSpacing(theme::half);
    m_kinds->setExclusive(true);
    for (auto kind = 0; kind <= int(HistoryKind::Updates); ++kind) {
        auto *button = new QToolButton(row);
        button->setText(historywords::kind(HistoryKind(kind)));
        button->setAccessibleName(tr("Show %1").arg(button->text()));
        button->setCheckable(true);
        button->setAutoRaise(true);
        button->setFocusPolicy(Qt::StrongFocus);
        button->setChecked(kind == 0);
        m_kinds->addButton(button, kind);
        layout->addWidget(button);
    }
    layout->addStretch();
    auto *area = new QScrollArea(this);
    area->setWidget(row);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setFocusPolicy(Qt::NoFocus);
    area->setFixedHeight(row->sizeHint().height());
    for (auto *button : m_kinds->buttons())
        connect(button, &QAbstractButton::toggled, area,
                [area, button] { area->ensureWidgetVisible(button); });
    return area;
}

QWidget *HistoryDialog::list()
{
    m_list->setModel(&m_model);
    m_list->setItemDelegate(new HistoryDelegate(m_list));
    m_list->setHeaderHidden(true);
    m_list->setAllColumnsShowFocus(true);
    m_list->setMouseTracking(true);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setContextMenuPolicy(Qt::CustomContextMenu);
    m_list->setIndentation(2 * theme::grid + theme::half);
    m_list->setAccessibleName(windowTitle());
    m_list->installEventFilter(this);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);
    m_empty->setTextFormat(Qt::RichText);
    m_empty->setContentsMargins(4 * theme::grid, 0, 4 * theme::grid, 0);
    auto *both = new QWidget(this);
    auto *layout = new QStackedLayout(both);
    layout->addWidget(m_list);
    layout->addWidget(m_empty);
    return both;
}

void HistoryDialog::connectKeys()
{
    const auto on = [this](const QKeySequence &keys, auto act) {
        connect(new QShortcut(keys, this), &QShortcut::activated, this, act);
    };
    on(QKeySequence::Find, [this] {
        m_words->setFocus();
        m_words->selectAll();
    });
    on(Qt::CTRL | Qt::Key_Z, [this] { emit undoAsked(); });
    on(Qt::CTRL | Qt::SHIFT | Qt::Key_Z, [this] { emit redoAsked(); });
    on(Qt::CTRL | Qt::Key_Y, [this] { emit redoAsked(); });
    on(Qt::CTRL | Qt::Key_Return, [this] { restore(); });
}

void HistoryDialog::search()
{
    m_typing.stop();
    say({});
    m_model.setQuery({.kind = HistoryKind(m_kinds->checkedId()), .words = m_words->text()});
}

ArticleId HistoryDialog::storyAt(const QModelIndex &index) const
{
    if (const auto *story = m_model.story(index))
        return story->present ? story->id : ArticleId::None;
    const auto *entry = m_model.entry(index);
    return entry ? entry->story : ArticleId::None;
}

void HistoryDialog::activate(const QModelIndex &index)
{
    if (m_model.hasChildren(index))
        m_list->setExpanded(index, !m_list->isExpanded(index));
    else if (const auto story = storyAt(index); story != ArticleId::None)
        emit storyChosen(story);
}

void HistoryDialog::openMenu(const QPoint &at)
{
    if (!m_list->indexAt(at).isValid())
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (auto *button : {m_open, m_restore}) {
        auto *action = menu->addAction(button->text());
        action->setEnabled(button->isEnabled());
        connect(action, &QAction::triggered, button, &QPushButton::click);
    }
    menu->popup(m_list->viewport()->mapToGlobal(at));
}

void HistoryDialog::restore()
{
    const auto index = m_list->currentIndex();
    const auto *entry = m_model.entry(index);
    if (!entry || !m_restore->isEnabled())
        return;
    const auto *story = m_model.story(index);
    m_library.write([id = entry->id, only = story ? story->id : ArticleId::None,
                     now = QDateTime::currentDateTimeUtc()](
                        Library &library) { return library.history().restore(id, now, only); },
                    this, [this](const Result<Restored> &result) { tell(result); });
}

void HistoryDialog::tell(const Result<Restored> &result)
{
    if (!result) {
        say(tr("The library could not be written. Nothing was changed."));
        return;
    }
    say(historywords::restored(*result));
    emit restored(*result);
}

// An empty line would hold the list and the buttons apart.
void HistoryDialog::say(const QString &words)
{
    m_told->setText(words);
    m_told->setVisible(!words.isEmpty());
}

void HistoryDialog::update()
{
    const auto index = m_list->currentIndex();
    const auto *entry = m_model.entry(index);
    const auto *story = m_model.story(index);
    m_open->setEnabled(storyAt(index) != ArticleId::None);
    m_restore->setEnabled(story ? story->restorable : entry && entry->restorable);
    if (entry)
        m_restore->setText(historywords::restore(*entry, story && story->retold));
    const auto isEmpty = m_model.answered() && m_model.rowCount() == 0;
    if (isEmpty && m_model.searching())
        m_empty->setText(tr("Looking further back…"));
    else if (isEmpty) {
        const auto words = historywords::emptiness(m_model.query());
        m_empty->setText(QStringLiteral("<p><b>%1</b></p><p>%2</p>")
                             .arg(words.title.toHtmlEscaped(), words.text.toHtmlEscaped()));
    }
    auto *stack = qobject_cast<QStackedLayout *>(m_list->parentWidget()->layout());
    stack->setCurrentWidget(isEmpty ? static_cast<QWidget *>(m_empty) : m_list);
    if (!index.isValid() && m_model.rowCount() > 0)
        m_list->setCurrentIndex(m_model.index(0));
}

bool HistoryDialog::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QDialog::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    if (watched == m_words) {
        switch (key->key()) {
        case Qt::Key_Escape:
            if (m_words->text().isEmpty())
                break;
            m_words->clear();
            return true;
        case Qt::Key_Return:
        case Qt::Key_Enter:
        case Qt::Key_Down:
            search();
            m_list->setFocus();
            return true;
        default:
            break;
        }
    }
    // Typing searches, from the list too.
    const auto typed = key->text();
    const auto isWord = !typed.isEmpty() && typed.front().isPrint() && !typed.front().isSpace()
        && !key->modifiers().testAnyFlags(Qt::ControlModifier | Qt::AltModifier);
    if (watched == m_list && isWord) {
        // Of keys that are held down from before nothing is meant.
        if (key->isAutoRepeat())
            return true;
        m_words->setFocus();
        if (typed != QStringLiteral("/"))
            m_words->insert(typed);
        return true;
    }
    return QDialog::eventFilter(watched, event);
}
