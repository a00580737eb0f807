#pragma once

#include "model/article.h"
#include "model/headline.h"

#include <string>
#include <vector>

class Database;

// The full-text index. It holds no text of its own: to forget a story it must be told the same
// words again that it was given.
namespace searchtable {

// What is indexed of a story, ready for the index: made without a database.
struct Fields
{
    std::string title; // UTF-8, as all.
    std::string byline;
    std::string body;
    std::string captions;
    std::string credits;
    std::string initials;
};
Fields fieldsOf(const Article &article);

// What a transaction changes in the index, to be written at its end: any other statement between
// two of these would make FTS5 write a piece of the index for each.
class Changes
{
public:
    void insert(ArticleId id, Fields fields);
    void remove(ArticleId id, const Article &article);
    void write(Database &database);

private:
    enum class Kind { Insert, Remove };
    struct Change
    {
        Kind kind;
        ArticleId id;
        Fields fields;
    };

    std::vector<Change> m_changes;
};

// Every transaction leaves a piece of the index, and a search looks into each. This makes one of
// some of them, writing about so many pages; answers whether there was anything to do.
bool merge(Database &database, int pages);
int pieces(Database &database);

} // namespace searchtable
