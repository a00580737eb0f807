#pragma once

#include "care/libraryfiles.h"
#include "library/librarycase.h"

#include <QDir>
#include <QFile>

// A library with some stories and pictures, and ways to hurt its file.
class CareCase : public LibraryCase
{
protected:
    [[nodiscard]] QString folder() const { return m_folder->path(); }
    [[nodiscard]] QString file() const { return libraryfiles::fileIn(folder()); }

    void fill(int count)
    {
        for (int i = 0; i < count; ++i)
            add(numbered(i), Library::Occasion::Imported);
    }

    static Article numbered(int number)
    {
        auto article = story(u"Story %1"_s.arg(number));
        // Words that hardly repeat, so that they take room.
        for (int word = 0; word < 400; ++word)
            article.text += u" w%1"_s.arg((word * 7919 + number * 104'729) % 1'000'003);
        return article;
    }

    // In the closed library.
    void execute(const char *sql) const
    {
        Database database(file(), Database::Access::ReadWrite);
        database.execute("PRAGMA foreign_keys = OFF");
        database.execute(sql);
    }

    qint64 number(const std::string &sql) const
    {
        Database database(file(), Database::Access::ReadWrite);
        auto query = database.query(sql);
        return query.next() ? query.number(0) : -1;
    }

    // The pages of a table that hold rows, or only lead to them.
    QList<int> pagesOf(const QString &table, const QString &type) const
    {
        QList<int> pages;
        Database database(file(), Database::Access::ReadWrite);
        auto query = database.query(
            "SELECT pageno FROM dbstat WHERE name = ? AND pagetype = ? ORDER BY 1");
        query << table << type;
        while (query.next())
            pages.append(int(query.number(0)));
        return pages;
    }

    void damage(int page) const
    {
        const auto size = number("PRAGMA page_size");
        QFile opened(file());
        QVERIFY(opened.open(QIODevice::ReadWrite));
        opened.seek((page - 1) * size);
        opened.write(QByteArray(size, char(0xA5)));
    }
};
