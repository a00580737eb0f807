#pragma once

#include "model/article.h"
#include "model/headline.h"

#include <string>
#include <vector>

class Database;

// The full-text index. It holds no text of its own: to forget a story it must be told the same
// words again that it was given.
//
// It stands in shards, one table for so many stories in the order in which they came, so that no
// search and no merging has to go through more of it at once than one shard, however large the
// library grows. A story's row has the number by which lists go (Headline::listed in milliseconds):
// what is found comes in the order of time.
namespace searchtable {

// What is indexed of a story, ready for the index: made without a database.
struct Fields
{
    std::string title; // UTF-8, as all.
    std::string byline;
    std::string body;
    std::string captions;
    std::string credits;
    std::string site;
    std::string facts; // See searchfacts.h.
};
Fields fieldsOf(const Article &article);

// A story's row.
struct Place
{
    ArticleId id = ArticleId::None;
    qint64 listed = 0;
};

// What a transaction changes in the index, to be written at its end: any other statement between
// two of these would make FTS5 write a piece of the index for each.
class Changes
{
public:
    void insert(const Place &place, Fields fields);
    void remove(const Place &place, const Article &article);
    void write(Database &database);
    [[nodiscard]] bool isEmpty() const { return m_changes.empty(); }

private:
    enum class Kind { Remove, Insert };
    struct Change
    {
        Kind kind;
        Place place;
        Fields fields;
    };

    std::vector<Change> m_changes;
};

struct Shard
{
    qint64 number = 0;
    qint64 oldest = 0; // Of the rows in it.
    qint64 newest = 0;
};
std::vector<Shard> shards(Database &database); // That of the stories that came last first.
qint64 shardOf(ArticleId id);
std::string tableOf(qint64 shard);

// Every transaction leaves a piece of the index, and a search looks into each. This makes one of
// some of them, writing about so many pages; answers whether there was anything to do.
// Where stories come in masses, a shard that is full costs least: all of its pieces become one, and
// none of them is written twice.
enum class Where { Newest, Full, Everywhere };
bool merge(Database &database, int pages, Where where = Where::Everywhere);
// Whether so many pieces are left that searches would notice.
bool fallsBehind(Database &database);

// Makes the index anew from the stories' texts, in transactions of its own; when it is interrupted
// resume() goes on from there.
void rebuild(Database &database);
void resume(Database &database);
// Within a transaction: forgets the index, so that resume() makes it anew.
void beginRebuild(Database &database);

} // namespace searchtable
