#pragma once

#include <stop_token>

class Database;

// In its scope the queries of a connection end with Error::Kind::Cancelled as soon as somebody
// asks for it, from whatever thread.
class StoppedQueries
{
public:
    StoppedQueries(Database &database, const std::stop_token &stop);
    ~StoppedQueries();
    StoppedQueries(const StoppedQueries &) = delete;
    StoppedQueries &operator=(const StoppedQueries &) = delete;

private:
    Database &m_database;
    std::stop_token m_stop;
};
