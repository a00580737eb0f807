#include "articles/articlelistmodel.h"

#include "articles/headlineorder.h"
#include "articles/headlinewords.h"
#include "articles/limits.h"

#include <algorithm>
#include <utility>

namespace {

QList<ArticleId> idsOf(const QList<ListedStory> &stories)
{
    QList<ArticleId> ids;
    ids.reserve(stories.size());
    for (const auto &story : stories)
        ids << story.id;
    return ids;
}

} // namespace

ArticleListModel::ArticleListModel(SharedLibrary &library, QObject *parent)
    : QAbstractListModel(parent)
    , m_library(library)
    , m_headlines(library)
    , m_reader(library)
    , m_rereader(library)
{
    connect(&m_library, &SharedLibrary::changed, this, &ArticleListModel::apply);
    connect(&m_headlines, &HeadlineShelf::arrived, this, [this] {
        if (m_lastShown >= m_firstShown && m_lastShown < m_rows.size())
            emit dataChanged(index(m_firstShown), index(m_lastShown));
    });
    connect(&m_headlines, &HeadlineShelf::missed, this, &ArticleListModel::take);
    connect(&m_headlines, &HeadlineShelf::failed, this, &ArticleListModel::failed);
    connect(&m_reader, &RowReader::came, this, &ArticleListModel::takeMore);
    connect(&m_reader, &RowReader::ended, this, &ArticleListModel::endLoading);
    connect(&m_reader, &RowReader::failed, this, [this](const Error &error) {
        m_complete = true;
        emit failed(error);
        endLoading();
    });
    connect(&m_rereader, &RowReader::came, this, [this](const ListPage &page) {
        m_fresh.append(page.stories);
        m_freshNext = page.next;
    });
    connect(&m_rereader, &RowReader::ended, this, &ArticleListModel::compare);
}

void ArticleListModel::setQuery(const StoryQuery &query)
{
    if (query == m_query && (m_answered || m_asking))
        return;
    m_query = query;
    ask();
}

int ArticleListModel::rowOf(ArticleId id) const
{
    return m_rows.rowOf(id);
}

Headline ArticleListModel::headline(int row) const
{
    if (const auto *found = find(row))
        return *found;
    const auto &story = m_rows.at(row);
    return {.id = story.id, .listed = QDateTime::fromMSecsSinceEpoch(story.moment, Qt::UTC)};
}

int ArticleListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_rows.size();
}

QVariant ArticleListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto *headline = find(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return headline ? headlines::title(*headline) : QString();
    case Qt::AccessibleTextRole:
        return headline ? headlines::spoken(*headline, QDateTime::currentDateTime(), QLocale(),
                                            headlines::standing(m_query, m_rows.at(index.row())))
                        : QString();
    case IdRole:
        return QVariant::fromValue(id(index.row()));
    }
    return {};
}

bool ArticleListModel::isSearch() const
{
    return !m_query.words.isEmpty() || !m_query.filter.isEmpty();
}

bool ArticleListModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && m_answered && !m_complete && isSearch() && !m_reader.reading();
}

void ArticleListModel::fetchMore(const QModelIndex &parent)
{
    if (canFetchMore(parent))
        m_reader.read(m_query, {.after = m_next, .rows = limits::foundRowsAtOnce});
}

void ArticleListModel::ask()
{
    ++m_round;
    m_answered = false;
    m_asking = true;
    m_rereadAgain = false;
    m_comparing = false;
    m_reader.stop();
    m_rereader.stop();
    auto job = [query = m_query](Library &library) -> Result<First> {
        auto page = library.list(query, limits::firstRows);
        if (!page)
            return page.error();
        auto headlines = library.headlines(idsOf(page->stories), query);
        if (!headlines)
            return headlines.error();
        return First{.page = *std::move(page), .headlines = *std::move(headlines)};
    };
    auto done = [this, round = m_round](const Result<First> &first) {
        if (round == m_round)
            takeFirst(first);
    };
    // Only what is typed may be cut short by the next key.
    if (m_query.words.isEmpty())
        m_library.read(std::move(job), this, std::move(done));
    else
        m_library.search(std::move(job), this, std::move(done));
}

void ArticleListModel::takeFirst(const Result<First> &first)
{
    m_asking = false;
    if (!first && first.error().kind == Error::Kind::Cancelled)
        return;
    beginResetModel();
    ++m_version;
    m_rows = {};
    m_headlines.clear(m_query);
    m_next.reset();
    if (first) {
        m_rows.append(first->page.stories);
        m_headlines.put(first->headlines);
        m_next = first->page.next;
    }
    m_complete = !m_next;
    m_touched.clear();
    m_firstShown = 0;
    m_lastShown = -1;
    m_answered = true;
    m_failed = !first;
    endResetModel();
    if (!first)
        emit failed(first.error());
    const auto round = m_round;
    emit loaded();
    if (round != m_round)
        return;
    if (!m_complete && !isSearch())
        m_reader.read(m_query, {.after = m_next}, limits::beforeMoreRows);
    else
        endLoading();
}

void ArticleListModel::takeMore(const ListPage &page)
{
    m_next = page.next;
    m_complete = !m_next;
    auto stories = page.stories;
    if (!m_touched.isEmpty())
        stories.removeIf([&](const ListedStory &story) { return m_touched.contains(story.id); });
    if (stories.isEmpty())
        return;
    ++m_version;
    beginInsertRows({}, m_rows.size(), m_rows.size() + int(stories.size()) - 1);
    m_rows.append(stories);
    endInsertRows();
}

void ArticleListModel::endLoading()
{
    if (m_complete)
        m_touched.clear();
    if (m_rows.size() > limits::longList)
        m_library.giveBackMemory();
    emit ended();
    if (std::exchange(m_rereadAgain, false))
        reread();
}

void ArticleListModel::apply(const LibraryChange &change)
{
    // The answer on its way may be from before the change.
    if (!m_answered) {
        m_rereadAgain = m_rereadAgain || change.isOfStories();
        return;
    }
    take({change.removed.begin(), change.removed.end()});
    QList<Headline> unknown;
    update(change.changed, unknown);
    if (!change.everything && headlines::canTell(m_query)) {
        insert(change.added + unknown);
    } else if (change.everything || !change.added.isEmpty() || !unknown.isEmpty()) {
        reread();
    }
    if (change.everything) {
        m_headlines.doubt();
        wantShown();
    }
}

// A story that is read stays among the unread until they are listed anew, one whose bookmark is
// taken away stays among the bookmarks, and what is opened does not jump to the top: nothing goes
// away under the reader's hand.
void ArticleListModel::update(const QList<Headline> &changed, QList<Headline> &unknown)
{
    QSet<ArticleId> ids;
    for (const auto &headline : changed) {
        ids.insert(headline.id);
        m_headlines.update(headline);
    }
    const auto rows = m_rows.rowsOf(ids, m_firstShown);
    for (const auto row : rows)
        ids.remove(id(row));
    std::ranges::copy_if(changed, std::back_inserter(unknown),
                         [&](const Headline &headline) { return ids.contains(headline.id); });
    // Rows far from each other are announced by themselves, as long as they are few.
    if (rows.size() > limits::editsOneByOne)
        emit dataChanged(index(rows.first()), index(rows.last()));
    else
        for (const auto row : rows)
            emit dataChanged(index(row), index(row));
}

void ArticleListModel::insert(const QList<Headline> &stories)
{
    QSet<ArticleId> known;
    for (const auto &headline : stories)
        known.insert(headline.id);
    QSet<ArticleId> here;
    const auto rows = m_rows.rowsOf(known, m_firstShown);
    for (const auto row : rows)
        here.insert(id(row));
    for (const auto &headline : stories) {
        if (here.contains(headline.id) || !headlines::belongs(headline, m_query))
            continue;
        here.insert(headline.id);
        insert(headline);
    }
}

void ArticleListModel::insert(const Headline &headline)
{
    const ListedStory story{.id = headline.id,
                            .moment = headlines::moment(headline, m_query.scope)};
    const auto row = m_rows.place(story);
    // What comes after the last row read so far is read with the next.
    if (row == m_rows.size() && !m_complete)
        return;
    if (m_reader.reading())
        m_touched.insert(headline.id);
    ++m_version;
    m_headlines.put({headline});
    beginInsertRows({}, row, row);
    m_rows.insert(row, {story});
    endInsertRows();
}

void ArticleListModel::take(const QSet<ArticleId> &ids)
{
    if (m_reader.reading())
        m_touched.unite(ids);
    const auto rows = m_rows.rowsOf(ids, m_firstShown);
    for (auto last = rows.size() - 1; last >= 0;) {
        auto first = last;
        while (first > 0 && rows.at(first - 1) == rows.at(first) - 1)
            --first;
        takeRows(rows.at(first), int(last - first) + 1);
        last = first - 1;
    }
}

void ArticleListModel::takeRows(int first, int count)
{
    ++m_version;
    beginRemoveRows({}, first, first + count - 1);
    m_rows.remove(first, count);
    endRemoveRows();
}

void ArticleListModel::setShown(int first, int last)
{
    m_firstShown = std::max(first, 0);
    m_lastShown = std::min(last, m_rows.size() - 1);
    wantShown();
}

void ArticleListModel::wantShown()
{
    const auto first = m_firstShown;
    const auto count = m_lastShown - first + 1;
    if (count <= 0)
        return;
    m_headlines.want(idsOf(m_rows.mid(first, count)
                           + m_rows.mid(m_lastShown + 1, limits::rowsAround)
                           + m_rows.mid(std::max(first - limits::rowsAround, 0),
                                        std::min(first, limits::rowsAround))));
}
