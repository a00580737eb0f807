#include "articles/unreadsearch.h"

#include "articles/limits.h"

#include <utility>

UnreadSearch::UnreadSearch(SharedLibrary &library, ArticleListModel &model, QObject *parent)
    : QObject(parent)
    , m_library(library)
    , m_model(model)
{
    const auto goOn = [this] {
        if (std::exchange(m_waiting, false))
            lookOn();
    };
    connect(&m_model, &QAbstractItemModel::rowsInserted, this, goOn);
    connect(&m_model, &ArticleListModel::ended, this, goOn);
    connect(&m_model, &QAbstractItemModel::modelReset, this, &UnreadSearch::stop);
}

void UnreadSearch::start(int from, int by, ArticleId passedOver)
{
    stop();
    m_start = from;
    m_at = from;
    m_by = by;
    m_passedOver = passedOver;
    m_around = false;
    lookOn();
}

void UnreadSearch::stop()
{
    ++m_round;
    m_waiting = false;
}

void UnreadSearch::lookOn()
{
    if (m_at < 0 || m_at >= m_model.rowCount()) {
        if (!m_around && m_by > 0 && !m_model.complete()) {
            m_waiting = true;
            m_model.fetchMore({});
            return;
        }
        if (!turnAround()) {
            emit nothing();
            return;
        }
    }
    const auto ids = nextIds();
    if (ids.isEmpty()) {
        emit nothing();
        return;
    }
    m_library.read([ids](Library &library) { return library.firstUnread(ids); }, this,
                   [this, round = m_round](const Result<ArticleId> &id) {
                       if (round != m_round)
                           return;
                       if (id && *id != ArticleId::None)
                           emit found(*id);
                       else
                           lookOn();
                   });
}

bool UnreadSearch::turnAround()
{
    m_at = m_by > 0 ? 0 : m_model.rowCount() - 1;
    return !std::exchange(m_around, true) && m_model.rowCount() > 0;
}

QList<ArticleId> UnreadSearch::nextIds()
{
    QList<ArticleId> ids;
    const auto isLeft = [this] {
        return m_at >= 0 && m_at < m_model.rowCount()
            && (!m_around || (m_by > 0 ? m_at < m_start : m_at > m_start));
    };
    for (; isLeft() && ids.size() < limits::searchedForUnread; m_at += m_by) {
        if (m_model.id(m_at) != m_passedOver)
            ids << m_model.id(m_at);
    }
    return ids;
}
