#include "articles/searchpopup.h"

#include "articles/limits.h"
#include "articles/suggestionrows.h"
#include "theme/colours.h"
#include "theme/metrics.h"

#include <QListView>
#include <QMouseEvent>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;
using suggestions::Suggestion;

SearchPopup::SearchPopup(QWidget *parent)
    : QFrame(parent)
    , m_rows(new SuggestionRows(this))
    , m_view(new QListView(this))
{
    hide();
    setFocusPolicy(Qt::NoFocus);
    setAccessibleName(tr("Suggestions"));
    m_view->setModel(m_rows);
    m_view->setItemDelegate(new SuggestionDelegate(m_view));
    m_view->setFocusPolicy(Qt::NoFocus);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setMouseTracking(true);
    m_view->setUniformItemSizes(true);
    m_view->setSelectionMode(QAbstractItemView::SingleSelection);
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_view->setAccessibleName(tr("Suggestions"));
    m_view->viewport()->installEventFilter(this);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(1, theme::half, 1, theme::half);
    layout->addWidget(m_view);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex &index) {
                emit currentChanged(index.data(Qt::AccessibleTextRole).toString());
            });
}

void SearchPopup::offer(const QList<Suggestion> &list, QWidget *below)
{
    m_rows->set(list);
    m_view->setCurrentIndex({});
    m_view->scrollToTop();
    if (list.isEmpty()) {
        hide();
        return;
    }
    if (parentWidget() != below->window())
        setParent(below->window());
    place(*below);
    show();
    raise();
}

void SearchPopup::place(const QWidget &below)
{
    const auto *window = below.window();
    const auto corner = below.mapTo(window, QPoint(0, below.height() + 2));
    const auto width
        = std::min(std::max(below.width(), limits::popupWidth), window->width() - 2 * theme::grid);
    const auto rows = m_rows->rowCount() * m_view->sizeHintForRow(0) + 2 * theme::half + 2;
    const auto height
        = std::min({rows, limits::popupHeight, window->height() - corner.y() - theme::grid});
    const auto rightToLeft = below.layoutDirection() == Qt::RightToLeft;
    const auto left = rightToLeft ? corner.x() + below.width() - width : corner.x();
    setGeometry(
        std::clamp(left, theme::grid, std::max(theme::grid, window->width() - width - theme::grid)),
        corner.y(), width, height);
}

void SearchPopup::step(int by)
{
    const auto count = m_rows->rowCount();
    // One place more than there are rows: none, which gives the field back to its words.
    auto row = m_view->currentIndex().isValid() ? m_view->currentIndex().row() : count;
    do {
        row = (row + by + count + 1) % (count + 1);
    } while (row < count && !(m_rows->flags(m_rows->index(row)) & Qt::ItemIsSelectable));
    m_view->setCurrentIndex(row < count ? m_rows->index(row) : QModelIndex());
    if (row == count)
        m_view->clearSelection();
}

std::optional<Suggestion> SearchPopup::current() const
{
    const auto index = m_view->currentIndex();
    return index.isValid() ? std::optional(m_rows->at(index.row())) : std::nullopt;
}

std::optional<Suggestion> SearchPopup::likeliest() const
{
    if (const auto chosenOne = current())
        return chosenOne;
    if (m_rows->rowCount() == 0)
        return std::nullopt;
    const auto &first = m_rows->at(0);
    // All that can be searched with is a list to choose from, not a guess.
    return first.kind == Suggestion::Kind::Heading ? std::nullopt : std::optional(first);
}

bool SearchPopup::eventFilter(QObject *watched, QEvent *event)
{
    // A press alone, so that the field does not even notice.
    if (event->type() == QEvent::MouseButtonPress || event->type() == QEvent::MouseButtonDblClick)
        return onClick(static_cast<QMouseEvent *>(event)->pos());
    if (event->type() == QEvent::MouseButtonRelease)
        return true;
    return QFrame::eventFilter(watched, event);
}

bool SearchPopup::onClick(const QPoint &at)
{
    const auto index = m_view->indexAt(at);
    if (!index.isValid() || !(m_rows->flags(index) & Qt::ItemIsSelectable))
        return true;
    const auto suggestion = m_rows->at(index.row());
    const auto cross = SuggestionDelegate::crossIn(m_view->visualRect(index), layoutDirection());
    if (suggestion.kind == Suggestion::Kind::Recent && cross.contains(at))
        emit forgotten(suggestion);
    else
        emit chosen(suggestion);
    return true;
}

void SearchPopup::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    painter.fillRect(rect(), palette().color(QPalette::Base));
    painter.setPen(
        theme::blended(palette().color(QPalette::Text), palette().color(QPalette::Base), 0.3));
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
}
