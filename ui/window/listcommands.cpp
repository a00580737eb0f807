#include "window/listcommands.h"

#include "articles/articlelist.h"
#include "shell/actions.h"

#include <QAction>
#include <QMenu>
#include <QSettings>

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace {

using Order = StoryQuery::Order;

struct Choice
{
    Command command;
    Order order;
    QLatin1StringView name; // As it stands in the settings.
};

constexpr std::array choices{
    Choice{Command::SortNewest, Order::Newest, "newest"_L1},
    Choice{Command::SortOldest, Order::Oldest, "oldest"_L1},
    Choice{Command::SortOutlet, Order::Outlet, "outlet"_L1},
    Choice{Command::SortUnread, Order::UnreadFirst, "unread"_L1},
    Choice{Command::SortMatch, Order::Relevance, "match"_L1},
};

QString nameOf(Order order)
{
    return std::ranges::find(choices, order, &Choice::order)->name;
}

Order orderOf(const QString &name, Order otherwise)
{
    const auto *found = std::ranges::find(choices, name, &Choice::name);
    return found == choices.end() ? otherwise : found->order;
}

} // namespace

ListCommands::ListCommands(const Parts &parts, QString settings, QObject *parent)
    : QObject(parent)
    , m(parts)
    , m_settings(std::move(settings))
{
    load();
    for (const auto &choice : choices)
        m.actions.on(choice.command, [this, order = choice.order] { sort(order); });
    m.actions.on(Command::GroupByDay, [this] {
        m.list.setGroupedByDay(m.actions[Command::GroupByDay]->isChecked());
        save();
    });
    m.actions.on(Command::CompactList, [this] {
        m.list.setCompact(m.actions[Command::CompactList]->isChecked());
        save();
    });
    m.actions.on(Command::GoToDate, [this] { m.list.askForDay(); });
    m.actions.on(Command::SelectAll, [this] { m.list.selectAll(); });
    makeMenu();
    connect(&m.list, &ArticleList::loaded, this, &ListCommands::update);
    connect(&m.list, &ArticleList::filled, this, &ListCommands::update);
    update();
}

void ListCommands::load()
{
    const QSettings settings(m_settings, QSettings::IniFormat);
    const auto ofPlaces = orderOf(settings.value("sort"_L1).toString(), Order::Newest);
    m.list.setOrders(ofPlaces == Order::Relevance ? Order::Newest : ofPlaces,
                     orderOf(settings.value("sortFound"_L1).toString(), m.list.orderOfSearches()));
    m.list.setGroupedByDay(settings.value("groupByDay"_L1, m.list.groupedByDay()).toBool());
    m.list.setCompact(settings.value("compactList"_L1).toBool());
}

void ListCommands::save() const
{
    QSettings settings(m_settings, QSettings::IniFormat);
    settings.setValue("sort"_L1, nameOf(m.list.orderOfPlaces()));
    settings.setValue("sortFound"_L1, nameOf(m.list.orderOfSearches()));
    settings.setValue("groupByDay"_L1, m.list.groupedByDay());
    settings.setValue("compactList"_L1, m.list.isCompact());
}

void ListCommands::sort(Order order)
{
    m.list.setOrder(order);
    save();
    update();
}

void ListCommands::makeMenu()
{
    auto *menu = new QMenu(&m.list);
    for (const auto &choice : choices)
        menu->addAction(m.actions[choice.command]);
    menu->addSeparator();
    menu->addAction(m.actions[Command::GroupByDay]);
    menu->addAction(m.actions[Command::GoToDate]);
    menu->addSeparator();
    menu->addAction(m.actions[Command::CompactList]);
    m.list.setSortMenu(menu);
}

void ListCommands::update()
{
    const auto listed = m.list.model().rowCount() > 0;
    const auto *chosen = std::ranges::find(choices, m.list.order(), &Choice::order);
    m.actions[chosen->command]->setChecked(true);
    m.actions[Command::SortMatch]->setEnabled(!m.list.query().words.isEmpty());
    m.actions[Command::GroupByDay]->setChecked(m.list.groupedByDay());
    m.actions[Command::CompactList]->setChecked(m.list.isCompact());
    m.actions[Command::GroupByDay]->setEnabled(m.list.isByDate());
    m.actions[Command::GoToDate]->setEnabled(listed && m.list.isByDate());
    m.actions[Command::SelectAll]->setEnabled(listed);
}
