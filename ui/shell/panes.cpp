#include "shell/panes.h"

#include "theme/metrics.h"
#include "theme/motion.h"

#include <QHBoxLayout>
#include <QSplitter>
#include <QTimer>

#include <utility>

namespace {

Panes::Fold foldFor(int width)
{
    if (width < theme::twoPanes)
        return Panes::Fold::AllButOne;
    return width < theme::threePanes ? Panes::Fold::Sidebar : Panes::Fold::None;
}

} // namespace

Panes::Panes(Contents contents, QWidget *parent)
    : QWidget(parent)
    , m_contents(contents)
    , m_splitter(new QSplitter(Qt::Horizontal, this))
{
    for (auto *pane : {contents.sidebar, contents.list, contents.story})
        m_splitter->addWidget(pane);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setHandleWidth(1);
    m_splitter->setStretchFactor(0, 0);
    m_splitter->setStretchFactor(1, 0);
    m_splitter->setStretchFactor(2, 1);
    setWidths({theme::sidebarWidth, theme::listWidth, 2 * theme::readingWidth});
    connect(m_splitter, &QSplitter::splitterMoved, this, [this] { m_widths = widths(); });
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_splitter);
    // Panes are folded away only after a window has become too narrow for them: it must not be kept
    // from that.
    setMinimumWidth(theme::narrowest);
}

void Panes::bringForward(Pane pane)
{
    const auto before = std::exchange(m_front, pane);
    m_sidebarOnce = false;
    arrange();
    turnFrom(before);
}

// Where one pane is seen at a time, the next comes from the side on which it stands otherwise.
void Panes::turnFrom(Pane before)
{
    if (m_fold != Fold::AllButOne || before == m_front || !isVisible()
        || (m_listFolded && m_front == Pane::List))
        return;
    auto *pane = m_front == Pane::Sidebar ? m_contents.sidebar
        : m_front == Pane::List           ? m_contents.list
                                          : m_contents.story;
    m_splitter->refresh();
    const auto isFurther = (m_front > before) == (layoutDirection() == Qt::LeftToRight);
    theme::motion::slideIn(*pane, QPoint((isFurther ? 3 : -3) * theme::grid, 0));
}

void Panes::setSidebarWanted(bool wanted)
{
    m_sidebarWanted = wanted;
    arrange();
}

bool Panes::sidebarShown() const
{
    return m_contents.sidebar->isVisibleTo(this);
}

void Panes::showSidebarOnce(bool shown)
{
    const auto before = m_front;
    m_sidebarOnce = shown;
    if (m_fold == Fold::AllButOne)
        m_front = shown ? Pane::Sidebar : Pane::List;
    arrange();
    turnFrom(before);
}

void Panes::setListFolded(bool folded)
{
    if (std::exchange(m_listFolded, folded) != folded)
        arrange();
}

void Panes::setOnlyStory(bool only)
{
    m_onlyStory = only;
    arrange();
}

QList<int> Panes::widths() const
{
    return showsAll() ? m_splitter->sizes() : m_widths;
}

void Panes::setWidths(const QList<int> &widths)
{
    if (widths.size() != 3 || widths.at(0) < theme::narrowestPane
        || widths.at(1) < theme::narrowestPane)
        return;
    m_widths = widths;
    m_splitter->setSizes(widths);
}

bool Panes::showsAll() const
{
    return m_fold == Fold::None && m_contents.sidebar->isVisibleTo(this)
        && m_contents.list->isVisibleTo(this) && m_contents.story->isVisibleTo(this);
}

void Panes::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const auto fold = foldFor(width());
    if (fold == m_fold)
        return;
    m_fold = fold;
    m_sidebarOnce = false;
    if (m_front == Pane::Sidebar)
        m_front = Pane::List;
    arrange();
    if (m_fold == Fold::None)
        QTimer::singleShot(0, this, [this] { m_splitter->setSizes(m_widths); });
}

void Panes::arrange()
{
    const auto single = m_fold == Fold::AllButOne;
    const auto shown = [&](Pane pane, bool otherwise) {
        if (m_onlyStory)
            return pane == Pane::Story;
        if (m_listFolded && pane == Pane::List)
            return false;
        // There is always a pane in front.
        if (single && m_listFolded && pane == Pane::Story)
            return m_front != Pane::Sidebar;
        return single ? m_front == pane : otherwise;
    };
    const auto sidebar = m_fold == Fold::None ? m_sidebarWanted : m_sidebarOnce;
    m_contents.sidebar->setVisible(shown(Pane::Sidebar, sidebar));
    m_contents.list->setVisible(shown(Pane::List, true));
    m_contents.story->setVisible(shown(Pane::Story, true));
    emit arranged();
}
