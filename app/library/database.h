#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Exception.h>
#include <SQLiteCpp/Statement.h>
#include <memory>
#include <string>
#include <unordered_map>

// A statement being executed: takes and gives Qt's types, and is free for the next use when it
// goes. Like all of this file it throws SQLite::Exception, which attempt() turns into an Error.
class Query
{
public:
    explicit Query(SQLite::Statement &statement)
        : m_statement(&statement)
    {
    }
    ~Query();
    Query(const Query &) = delete;
    Query &operator=(const Query &) = delete;
    Query(Query &&other) noexcept;
    Query &operator=(Query &&other) noexcept;

    // Binds the next parameter, from the first on.
    Query &operator<<(const QString &text);
    Query &operator<<(const QByteArray &blob);
    Query &operator<<(qint64 number);
    Query &operator<<(int number) { return *this << qint64(number); }
    Query &operator<<(double number);
    // Text as UTF-8 that lives until the statement was run.
    Query &operator<<(const std::string &utf8);

    bool next(); // False after the last row.
    void run(); // For statements without rows.

    [[nodiscard]] QString text(int column) const;
    [[nodiscard]] QByteArray blob(int column) const;
    [[nodiscard]] qint64 number(int column) const;
    [[nodiscard]] bool isNumber(int column) const; // A whole one.
    [[nodiscard]] double real(int column) const;

private:
    SQLite::Statement *m_statement;
    int m_bound = 0;
};

// One connection to the library's file, with its statements kept prepared.
class Database
{
public:
    // ReadOnly reads beside a program that writes; Immutable reads from media nobody can write;
    // Damaged does the same and opens also a file that is shorter than it says.
    enum class Access { ReadWrite, ReadOnly, Immutable, Damaged };

    Database(const QString &file, Access access);

    // The same SQL must not be in use twice at a time.
    [[nodiscard]] Query query(const std::string &sql);
    void execute(const char *sql) { m_database.exec(sql); }
    [[nodiscard]] qint64 lastId() const { return m_database.getLastInsertRowid(); }
    [[nodiscard]] int changedRows() const { return m_database.getChanges(); }
    [[nodiscard]] SQLite::Database &handle() { return m_database; }

private:
    SQLite::Database m_database;
    std::unordered_map<std::string, std::unique_ptr<SQLite::Statement>> m_statements;
};

// Commits all or nothing. Every transaction survives the end of the program, however it ends;
// PowerSafe ones are on the disk when commit() returns. Found stories do not need that, since what
// a power cut takes of them is found again, nor does where reading stopped, which changes all the
// time.
class Transaction
{
public:
    enum class Durability { PowerSafe, Relaxed };

    explicit Transaction(Database &database, Durability durability = Durability::PowerSafe);
    ~Transaction();
    Transaction(const Transaction &) = delete;
    Transaction &operator=(const Transaction &) = delete;

    void commit();

private:
    Database &m_database;
    bool m_open = true;
};

// Queries in its scope see the library as it was at the first of them.
class Reading
{
public:
    explicit Reading(Database &database);
    ~Reading();
    Reading(const Reading &) = delete;
    Reading &operator=(const Reading &) = delete;

private:
    Database &m_database;
};

// What SQLite says, as the Error this part answers with.
Error errorFrom(const SQLite::Exception &exception, const QString &file);

// Calls function() → Result<T>; the one place where SQLite's exceptions end.
template<typename Function>
auto attempt(const QString &file, Function function) -> decltype(function())
{
    try {
        return function();
    } catch (const SQLite::Exception &exception) {
        return errorFrom(exception, file);
    }
}

// Moments are stored as milliseconds since 1970 UTC; 0 stands for an invalid one.
qint64 stored(const QDateTime &moment);
// The same of when something was done: some clocks begin at 1970, and what was done was done.
qint64 storedDeed(const QDateTime &now);
QDateTime moment(qint64 stored);
