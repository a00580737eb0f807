#include "articles/articlelistmodel.h"

#include "articles/headlineorder.h"
#include "articles/headlinewords.h"

#include <QSet>

#include <algorithm>
#include <utility>

namespace {

constexpr int pageSize = 100;

} // namespace

ArticleListModel::ArticleListModel(SharedLibrary &library, QObject *parent)
    : QAbstractListModel(parent)
    , m_library(library)
{
    connect(&m_library, &SharedLibrary::changed, this, &ArticleListModel::apply);
}

void ArticleListModel::setQuery(const StoryQuery &query)
{
    if (query == m_query && (m_answered || m_fetching))
        return;
    m_query = query;
    ask();
}

int ArticleListModel::rowOf(ArticleId id) const
{
    const auto found = std::ranges::find(m_headlines, id, &Headline::id);
    return found == m_headlines.end() ? -1 : int(found - m_headlines.begin());
}

int ArticleListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_headlines.size());
}

QVariant ArticleListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto &headline = m_headlines.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return headlines::title(headline);
    case Qt::AccessibleTextRole:
        return headlines::spoken(headline, QDateTime::currentDateTime(), QLocale());
    case IdRole:
        return QVariant::fromValue(headline.id);
    }
    return {};
}

bool ArticleListModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && m_answered && !m_complete && !m_fetching;
}

void ArticleListModel::fetchMore(const QModelIndex &parent)
{
    if (!canFetchMore(parent))
        return;
    m_fetching = true;
    m_library.read([query = m_query, after = m_boundary](
                       Library &library) { return library.headlines(query, pageSize, after); },
                   this,
                   [this, round = m_round](const Page &page) {
                       if (round == m_round)
                           takeMore(page, pageSize);
                   });
}

void ArticleListModel::ask()
{
    ++m_round;
    m_answered = false;
    m_fetching = true;
    m_refreshing = false;
    m_refreshAgain = false;
    auto job = [query = m_query](Library &library) { return library.headlines(query, pageSize); };
    auto done = [this, round = m_round](const Page &page) {
        if (round == m_round)
            takeFirst(page, pageSize);
    };
    // Only what is typed may be cut short by the next key.
    if (m_query.words.isEmpty())
        m_library.read(std::move(job), this, std::move(done));
    else
        m_library.search(std::move(job), this, std::move(done));
}

void ArticleListModel::takeFirst(const Page &page, int limit)
{
    m_fetching = false;
    if (!page && page.error().kind == Error::Kind::Cancelled)
        return;
    beginResetModel();
    m_headlines = page ? *page : QList<Headline>();
    m_boundary.reset();
    if (!m_headlines.isEmpty())
        m_boundary = m_headlines.last();
    m_complete = m_headlines.size() < limit;
    m_answered = true;
    endResetModel();
    if (!page)
        emit failed(page.error());
    emit loaded();
    if (std::exchange(m_refreshAgain, false))
        refresh();
}

void ArticleListModel::takeMore(const Page &page, int limit)
{
    m_fetching = false;
    if (!page) {
        m_complete = true;
        emit failed(page.error());
        return;
    }
    m_complete = page->size() < limit;
    if (page->isEmpty())
        return;
    m_boundary = page->last();
    QSet<ArticleId> present;
    for (const auto &headline : std::as_const(m_headlines))
        present.insert(headline.id);
    QList<Headline> fresh;
    std::ranges::copy_if(*page, std::back_inserter(fresh),
                         [&](const auto &headline) { return !present.contains(headline.id); });
    if (fresh.isEmpty())
        return;
    const auto first = int(m_headlines.size());
    beginInsertRows({}, first, first + int(fresh.size()) - 1);
    m_headlines += fresh;
    endInsertRows();
}

void ArticleListModel::apply(const LibraryChange &change)
{
    // The answer on its way may be from before the change.
    if (!m_answered) {
        m_refreshAgain = true;
        return;
    }
    for (const auto id : change.removed) {
        if (const auto row = rowOf(id); row >= 0)
            take(row);
    }
    for (const auto &headline : change.changed)
        update(headline);
    if (!change.everything && headlines::canTell(m_query)) {
        for (const auto &headline : change.added)
            insert(headline);
    } else if (change.everything || !change.added.isEmpty() || !change.changed.isEmpty()) {
        refresh();
    }
}

void ArticleListModel::update(const Headline &headline)
{
    const auto row = rowOf(headline.id);
    if (row < 0) {
        insert(headline);
        return;
    }
    // A story that is read stays among the unread until they are listed anew, one whose bookmark is
    // taken away stays among the bookmarks, and what is opened does not jump to the top: nothing
    // goes away under the reader's hand.
    m_headlines[row] = headline;
    emit dataChanged(index(row), index(row));
}

void ArticleListModel::insert(const Headline &headline)
{
    if (!headlines::canTell(m_query) || !headlines::belongs(headline, m_query)
        || rowOf(headline.id) >= 0)
        return;
    const auto place = std::ranges::find_if(m_headlines, [&](const auto &other) {
        return headlines::before(headline, other, m_query);
    });
    // What comes after the last page read so far is read with the next.
    if (place == m_headlines.end() && !m_complete)
        return;
    const auto row = int(place - m_headlines.begin());
    beginInsertRows({}, row, row);
    m_headlines.insert(row, headline);
    endInsertRows();
}

void ArticleListModel::take(int row)
{
    beginRemoveRows({}, row, row);
    m_headlines.removeAt(row);
    endRemoveRows();
}

void ArticleListModel::refresh()
{
    if (m_refreshing) {
        m_refreshAgain = true;
        return;
    }
    m_refreshing = true;
    const auto limit = std::max(pageSize, int(m_headlines.size()));
    m_library.read(
        [query = m_query, limit](Library &library) { return library.headlines(query, limit); },
        this,
        [this, limit, round = m_round](const Page &page) {
            if (round != m_round)
                return;
            m_refreshing = false;
            if (page)
                merge(*page, limit);
            if (std::exchange(m_refreshAgain, false))
                refresh();
        });
}

void ArticleListModel::merge(const QList<Headline> &fresh, int limit)
{
    QHash<ArticleId, qsizetype> places;
    for (qsizetype at = 0; at < fresh.size(); ++at)
        places.insert(fresh.at(at).id, at);
    for (auto row = int(m_headlines.size()) - 1; row >= 0; --row) {
        if (!places.contains(m_headlines.at(row).id))
            take(row);
    }
    // The rows that are left keep their order, even where the library's has changed since.
    for (auto row = 0; row < int(fresh.size()); ++row) {
        const auto &headline = fresh.at(row);
        const auto present = rowOf(headline.id);
        if (present >= 0) {
            if (m_headlines.at(present) != headline) {
                m_headlines[present] = headline;
                emit dataChanged(index(present), index(present));
            }
            continue;
        }
        const auto at = std::min(row, int(m_headlines.size()));
        beginInsertRows({}, at, at);
        m_headlines.insert(at, headline);
        endInsertRows();
    }
    m_boundary.reset();
    if (!fresh.isEmpty())
        m_boundary = fresh.last();
    m_complete = fresh.size() < limit;
}
