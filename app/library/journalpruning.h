#pragma once

#include <QDateTime>
#include <QtGlobal>

class Database;

// Forgets what the journal has kept long enough, a little at a time and nothing of this session:
// records sooner than steps, and never the last steps.
class JournalPruning
{
public:
    JournalPruning() = default; // Has nothing to do.
    explicit JournalPruning(Database &database);

    [[nodiscard]] bool hasMore() const { return m_at < m_end; }
    // In a transaction; answers whether there is more to look at.
    bool some(Database &database, const QDateTime &now);

private:
    qint64 m_at = 0; // Looked at so far.
    qint64 m_end = 0; // The last row of earlier sessions.
};
