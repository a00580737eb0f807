#pragma once

#include "library/sharedlibrary.h"
#include "model/storylist.h"
#include "model/storyquery.h"

#include <QObject>
#include <QTimer>

#include <optional>

// Reads the rows of a list in the background, a chunk at a time. Each chunk is a job of its own, so
// that a story or a headline never waits for more than one.
class RowReader : public QObject
{
    Q_OBJECT

public:
    explicit RowReader(SharedLibrary &library, QObject *parent = nullptr);

    struct Range
    {
        std::optional<ListCursor> after = {};
        int rows = 0; // So many at most; 0 for all.
    };

    // Ends whatever was read before. `wait` is for whoever has better to do first.
    void read(const StoryQuery &query, const Range &range,
              std::chrono::milliseconds wait = std::chrono::milliseconds(0));
    void stop();
    [[nodiscard]] bool reading() const { return m_reading; }
    // While held, it goes no further than the chunk it is at.
    void hold(bool held);

signals:
    void came(const ListPage &page);
    void ended(); // With the last chunk wanted.
    void failed(const Error &error); // Instead.

private:
    void askNext();
    void take(const Result<ListPage> &page, int limit);

    SharedLibrary &m_library;
    QTimer m_pause;
    StoryQuery m_query;
    Range m_left;
    quint64 m_round = 0; // Answers to earlier questions are dropped.
    bool m_reading = false;
    bool m_held = false;
    bool m_waiting = false; // For the end of that.
};
