#include "dialogs/historymodel.h"

#include "dialogs/historywords.h"

#include <QHash>
#include <QLocale>

#include <algorithm>
#include <chrono>

using namespace std::chrono_literals;

namespace {

constexpr int pageRows = 60;
constexpr int storiesAtOnce = 100;
constexpr int renewedRows = 300; // From the top, when something has changed.
constexpr auto changesTogether = 200ms;

bool isSeveral(const HistoryEntry &entry)
{
    return entry.story == ArticleId::None && entry.stories + entry.texts > 0
        && entry.deed != Deed::Tidied;
}

QDate dayOf(const HistoryEntry &entry)
{
    return entry.time.toLocalTime().date();
}

} // namespace

HistoryModel::HistoryModel(SharedLibrary &library, QObject *parent)
    : QAbstractItemModel(parent)
    , m_library(library)
{
    m_changed.setSingleShot(true);
    m_changed.setInterval(changesTogether);
    connect(&m_changed, &QTimer::timeout, this, &HistoryModel::refresh);
    connect(&m_library, &SharedLibrary::changed, &m_changed, qOverload<>(&QTimer::start));
}

void HistoryModel::setQuery(const HistoryQuery &query)
{
    if (m_begun && query == m_query)
        return;
    m_begun = true;
    beginResetModel();
    m_query = query;
    m_nodes.clear();
    m_next.reset();
    ++m_generation;
    m_answered = false;
    endResetModel();
    m_wanted = pageRows;
    fetchPage();
}

const HistoryEntry *HistoryModel::entry(const QModelIndex &index) const
{
    if (!index.isValid())
        return nullptr;
    const auto *node = static_cast<const Node *>(index.internalPointer());
    return node ? &node->entry : &m_nodes.at(std::size_t(index.row()))->entry;
}

const HistoryStory *HistoryModel::story(const QModelIndex &index) const
{
    const auto *node
        = index.isValid() ? static_cast<const Node *>(index.internalPointer()) : nullptr;
    return node ? &node->stories.at(std::size_t(index.row())) : nullptr;
}

QModelIndex HistoryModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column,
                       parent.isValid() ? m_nodes.at(std::size_t(parent.row())).get() : nullptr);
}

QModelIndex HistoryModel::parent(const QModelIndex &index) const
{
    const auto *node
        = index.isValid() ? static_cast<const Node *>(index.internalPointer()) : nullptr;
    if (!node)
        return {};
    return createIndex(int(find(node->entry.id) - m_nodes.begin()), 0, nullptr);
}

int HistoryModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return int(m_nodes.size());
    return parent.internalPointer() ? 0
                                    : int(m_nodes.at(std::size_t(parent.row()))->stories.size());
}

int HistoryModel::columnCount(const QModelIndex & /*parent*/) const
{
    return 1;
}

bool HistoryModel::hasChildren(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return !m_nodes.empty();
    return !parent.internalPointer() && isSeveral(m_nodes.at(std::size_t(parent.row()))->entry);
}

bool HistoryModel::canFetchMore(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return m_next && !m_fetching;
    if (parent.internalPointer())
        return false;
    const auto &node = *m_nodes.at(std::size_t(parent.row()));
    return isSeveral(node.entry) && !node.complete && !node.fetching;
}

void HistoryModel::fetchMore(const QModelIndex &parent)
{
    if (!canFetchMore(parent))
        return;
    if (parent.isValid()) {
        fetchStories(*m_nodes.at(std::size_t(parent.row())));
        return;
    }
    m_wanted = pageRows;
    fetchPage();
}

QVariant HistoryModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    if (const auto *told = story(index))
        return storyData(*entry(index), *told, role);
    return entryData(*m_nodes.at(std::size_t(index.row())), index.row(), role);
}

QVariant HistoryModel::entryData(const Node &node, int row, int role) const
{
    const auto &entry = node.entry;
    switch (role) {
    case Qt::DisplayRole:
        return historywords::subject(entry);
    case DetailRole:
        return historywords::detail(entry);
    case TimeRole:
        return QLocale().toString(entry.time.toLocalTime().time(), QLocale::ShortFormat);
    case DayRole:
        if (row > 0 && dayOf(m_nodes.at(std::size_t(row - 1))->entry) == dayOf(entry))
            return {};
        return historywords::day(dayOf(entry), QDate::currentDate(), QLocale());
    case IconRole:
        return historywords::icon(entry.deed);
    case DoneRole:
        return entry.state != HistoryEntry::State::Undone;
    case Qt::AccessibleTextRole:
        return historywords::spoken(entry, QLocale());
    default:
        return {};
    }
}

QVariant HistoryModel::storyData(const HistoryEntry &entry, const HistoryStory &story, int role)
{
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return historywords::title(story);
    case DetailRole:
        return historywords::detail(entry, story);
    case DoneRole:
        return story.present;
    default:
        return {};
    }
}

HistoryModel::Nodes::const_iterator HistoryModel::find(qint64 entry) const
{
    return std::ranges::lower_bound(m_nodes, entry, std::greater(),
                                    [](const auto &node) { return node->entry.id; });
}

void HistoryModel::fetchPage()
{
    m_fetching = true;
    m_library.read([query = m_query, next = m_next](
                       Library &library) { return library.history().page(query, pageRows, next); },
                   this,
                   [this, generation = m_generation](const Result<HistoryPage> &page) {
                       if (generation == m_generation)
                           take(page);
                   });
}

void HistoryModel::take(const Result<HistoryPage> &page)
{
    m_fetching = false;
    m_answered = true;
    m_next = page ? page->next : std::nullopt;
    if (page && !page->entries.isEmpty()) {
        const auto first = int(m_nodes.size());
        beginInsertRows({}, first, first + int(page->entries.size()) - 1);
        for (const auto &entry : page->entries)
            m_nodes.push_back(std::make_unique<Node>(Node{.entry = entry}));
        endInsertRows();
        m_wanted -= int(page->entries.size());
    }
    // A search for words may look through much without finding any.
    if (m_next && m_wanted > 0)
        fetchPage();
    emit filled();
}

void HistoryModel::fetchStories(Node &node)
{
    node.fetching = true;
    const auto after = node.stories.empty() ? ArticleId::None : node.stories.back().id;
    m_library.read(
        [entry = node.entry.id, after](Library &library) {
            return library.history().stories(entry, storiesAtOnce, after);
        },
        this,
        [this, generation = m_generation,
         entry = node.entry.id](const Result<QList<HistoryStory>> &stories) {
            if (generation == m_generation)
                takeStories(entry, stories);
        });
}

void HistoryModel::takeStories(qint64 entry, const Result<QList<HistoryStory>> &stories)
{
    const auto found = find(entry);
    if (found == m_nodes.end() || (*found)->entry.id != entry)
        return;
    auto &node = **found;
    node.fetching = false;
    node.complete = !stories || stories->size() < storiesAtOnce;
    if (!stories || stories->isEmpty())
        return;
    const auto first = int(node.stories.size());
    beginInsertRows(createIndex(int(found - m_nodes.begin()), 0, nullptr), first,
                    first + int(stories->size()) - 1);
    node.stories.insert(node.stories.end(), stories->cbegin(), stories->cend());
    endInsertRows();
}

void HistoryModel::refresh()
{
    if (!m_answered)
        return;
    m_library.read(
        [query = m_query](Library &library) { return library.history().page(query, renewedRows); },
        this,
        [this, generation = m_generation](const Result<HistoryPage> &page) {
            if (page && generation == m_generation)
                renew(*page);
        });
}

void HistoryModel::renew(const HistoryPage &page)
{
    QHash<qint64, HistoryEntry> entries;
    auto fresh = 0;
    const auto newest = m_nodes.empty() ? 0 : m_nodes.front()->entry.id;
    for (const auto &entry : page.entries) {
        entries.insert(entry.id, entry);
        fresh += entry.id > newest;
    }
    for (std::size_t row = 0; row < m_nodes.size(); ++row) {
        auto &node = *m_nodes[row];
        const auto now = entries.constFind(node.entry.id);
        if (now != entries.cend() && *now != node.entry) {
            node.entry = *now;
            const auto changed = createIndex(int(row), 0, nullptr);
            emit dataChanged(changed, changed);
        }
        if (!node.stories.empty())
            renewStories(node);
    }
    if (fresh > 0) {
        beginInsertRows({}, 0, fresh - 1);
        for (auto at = fresh - 1; at >= 0; --at)
            m_nodes.insert(m_nodes.begin(),
                           std::make_unique<Node>(Node{.entry = page.entries.at(at)}));
        endInsertRows();
        // Below them the day is said already.
        if (std::size_t(fresh) < m_nodes.size())
            emit dataChanged(createIndex(fresh, 0, nullptr), createIndex(fresh, 0, nullptr));
    }
    emit filled();
}

void HistoryModel::renewStories(const Node &node)
{
    m_library.read([entry = node.entry.id, count = int(node.stories.size())](
                       Library &library) { return library.history().stories(entry, count); },
                   this,
                   [this, generation = m_generation,
                    entry = node.entry.id](const Result<QList<HistoryStory>> &stories) {
                       const auto found = find(entry);
                       if (!stories || generation != m_generation || found == m_nodes.end()
                           || (*found)->entry.id != entry)
                           return;
                       auto &known = (*found)->stories;
                       const auto parent = createIndex(int(found - m_nodes.begin()), 0, nullptr);
                       for (std::size_t row = 0; row < known.size() && int(row) < stories->size();
                            ++row) {
                           if (known[row] == stories->at(int(row)))
                               continue;
                           known[row] = stories->at(int(row));
                           emit dataChanged(index(int(row), 0, parent), index(int(row), 0, parent));
                       }
                   });
}
