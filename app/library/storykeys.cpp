#include "library/storykeys.h"

#include "library/database.h"
#include "library/limits.h"

#include <QSet>
#include <QtEndian>

#include <algorithm>
#include <array>
#include <string>
#include <tuple>
#include <vector>

namespace {

// SQLite stores whole numbers of 48 bits in six bytes, where the next more take eight. Addresses
// have the negative ones. Of the others the first bits are the headline's and the last the text's:
// one number finds both.
constexpr int keyBits = 47;
constexpr int textBits = 18; // They tell stories of one headline apart, such as “Weather”.
constexpr int titleBits = keyBits - textBits;

constexpr qint64 firstBits(quint64 value, int bits)
{
    return qint64(value >> (64 - bits));
}

quint64 beginningOf(const QByteArray &hash)
{
    std::array<char, sizeof(quint64)> bytes{};
    std::copy_n(hash.cbegin(), std::min<qsizetype>(hash.size(), qsizetype(bytes.size())),
                bytes.begin());
    return qFromBigEndian<quint64>(bytes.data());
}

qint64 numberOfAddress(const QString &addressKey)
{
    return -1 - firstBits(beginningOf(QByteArray::fromBase64(addressKey.toLatin1())), keyBits);
}

qint64 firstOfTitle(qint64 titleKey)
{
    return firstBits(quint64(titleKey), titleBits) << textBits;
}

qint64 numberOfText(const identity::Keys &keys)
{
    return firstOfTitle(keys.title) | firstBits(beginningOf(keys.text), textBits);
}

QSet<qint64> numbersOf(const identity::Keys &keys)
{
    QSet<qint64> numbers{numberOfText(keys)};
    if (!keys.url.isEmpty())
        numbers.insert(numberOfAddress(keys.url));
    return numbers;
}

const std::string insertion = "INSERT OR IGNORE INTO newStoryKeys (key, article) VALUES (?, ?)";

void run(Database &database, const std::string &sql, qint64 number, ArticleId story)
{
    auto query = database.query(sql);
    query << number << qint64(story);
    query.run();
}

void removeNumber(Database &database, qint64 number, ArticleId story)
{
    run(database, "DELETE FROM newStoryKeys WHERE key = ? AND article = ?", number, story);
    run(database, "DELETE FROM storyKeys WHERE key = ? AND article = ?", number, story);
}

QList<ArticleId> between(Database &database, qint64 first, qint64 last)
{
    QList<ArticleId> stories;
    auto query
        = database.query("SELECT article FROM storyKeys WHERE key BETWEEN ?1 AND ?2 UNION ALL "
                         "SELECT article FROM newStoryKeys WHERE key BETWEEN ?1 AND ?2");
    query << first << last;
    while (query.next())
        stories.append(ArticleId(query.number(0)));
    return stories;
}

bool isThere(Database &database, qint64 number, qint64 story)
{
    auto query = database.query("SELECT 1 FROM storyKeys WHERE key = ?1 AND article = ?2 UNION ALL "
                                "SELECT 1 FROM newStoryKeys WHERE key = ?1 AND article = ?2");
    query << number << story;
    return query.next();
}

struct Row
{
    qint64 number = 0;
    qint64 story = 0;
};

identity::Keys keysFrom(const Query &row, int column)
{
    return {.url = row.text(column), .text = row.blob(column + 1), .title = row.number(column + 2)};
}

} // namespace

void storykeys::add(Database &database, ArticleId story, const identity::Keys &keys)
{
    run(database, insertion, numberOfText(keys), story);
    if (!keys.url.isEmpty())
        run(database, insertion, numberOfAddress(keys.url), story);
}

void storykeys::change(Database &database, ArticleId story, const identity::Keys &before,
                       const identity::Keys &after)
{
    const auto old = numbersOf(before);
    const auto fresh = numbersOf(after);
    for (const auto number : old) {
        if (!fresh.contains(number))
            removeNumber(database, number, story);
    }
    for (const auto number : fresh) {
        if (!old.contains(number))
            run(database, insertion, number, story);
    }
}

void storykeys::remove(Database &database, ArticleId story, const identity::Keys &keys)
{
    const auto numbers = numbersOf(keys);
    for (const auto number : numbers)
        removeNumber(database, number, story);
}

QList<ArticleId> storykeys::withAddress(Database &database, const QString &addressKey)
{
    if (addressKey.isEmpty())
        return {};
    const auto number = numberOfAddress(addressKey);
    return between(database, number, number);
}

QList<ArticleId> storykeys::withText(Database &database, const identity::Keys &keys)
{
    const auto number = numberOfText(keys);
    return between(database, number, number);
}

QList<ArticleId> storykeys::withTitle(Database &database, qint64 titleKey)
{
    const auto first = firstOfTitle(titleKey);
    return between(database, first, first + (qint64(1) << textBits) - 1);
}

void storykeys::keepUp(Database &database)
{
    {
        auto count = database.query("SELECT count(*) FROM newStoryKeys");
        if (!count.next() || count.number(0) < limits::newStoryKeys)
            return;
    }
    database.execute("INSERT OR IGNORE INTO storyKeys SELECT key, article FROM newStoryKeys "
                     "ORDER BY key, article");
    database.execute("DELETE FROM newStoryKeys");
}

void storykeys::rebuild(Database &database)
{
    std::vector<Row> rows;
    {
        auto stories = database.query("SELECT id, urlKey, textKey, titleKey FROM articles");
        while (stories.next()) {
            const auto numbers = numbersOf(keysFrom(stories, 1));
            for (const auto number : numbers)
                rows.push_back({.number = number, .story = stories.number(0)});
        }
    }
    std::ranges::sort(rows, {}, [](const Row &row) { return std::tie(row.number, row.story); });
    database.execute("DELETE FROM newStoryKeys");
    database.execute("DELETE FROM storyKeys");
    for (const auto &row : rows)
        run(database, "INSERT INTO storyKeys (key, article) VALUES (?, ?)", row.number,
            ArticleId(row.story));
}

qint64 storykeys::countMissing(Database &database)
{
    qint64 missing = 0;
    auto stories = database.query("SELECT id, urlKey, textKey, titleKey FROM articles");
    while (stories.next()) {
        const auto numbers = numbersOf(keysFrom(stories, 1));
        const auto isKnown = std::ranges::all_of(
            numbers, [&](qint64 number) { return isThere(database, number, stories.number(0)); });
        missing += isKnown ? 0 : 1;
    }
    return missing;
}
