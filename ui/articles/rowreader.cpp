#include "articles/rowreader.h"

#include "articles/limits.h"

#include <algorithm>
#include <utility>

RowReader::RowReader(SharedLibrary &library, QObject *parent)
    : QObject(parent)
    , m_library(library)
{
    m_pause.setSingleShot(true);
    connect(&m_pause, &QTimer::timeout, this, &RowReader::askNext);
}

void RowReader::read(const StoryQuery &query, const Range &range, std::chrono::milliseconds wait)
{
    ++m_round;
    m_query = query;
    m_left = range;
    m_reading = true;
    m_pause.start(wait);
}

void RowReader::stop()
{
    ++m_round;
    m_reading = false;
    m_waiting = false;
    m_pause.stop();
}

void RowReader::hold(bool held)
{
    m_held = held;
    if (!held && std::exchange(m_waiting, false) && m_reading)
        m_pause.start(0);
}

void RowReader::askNext()
{
    m_waiting = m_held;
    if (m_held)
        return;
    const auto limit
        = m_left.rows > 0 ? std::min(m_left.rows, limits::rowsAtOnce) : limits::rowsAtOnce;
    auto job = [query = m_query, limit, after = m_left.after](Library &library) {
        return library.list(query, limit, after);
    };
    auto done = [this, limit, round = m_round](const Result<ListPage> &page) {
        if (round == m_round)
            take(page, limit);
    };
    m_library.read(std::move(job), this, std::move(done));
}

void RowReader::take(const Result<ListPage> &page, int limit)
{
    if (!page) {
        m_reading = false;
        emit failed(page.error());
        return;
    }
    m_left.after = page->next;
    const auto enough = m_left.rows > 0 && m_left.rows <= limit;
    if (m_left.rows > 0)
        m_left.rows -= limit;
    if (!page->next || enough)
        m_reading = false;
    const auto round = m_round;
    emit came(*page);
    // Whoever was told may have asked for something else.
    if (round != m_round)
        return;
    if (m_reading)
        m_pause.start(0);
    else
        emit ended();
}
