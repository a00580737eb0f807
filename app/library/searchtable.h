#pragma once

#include "model/article.h"
#include "model/headline.h"

#include <string>

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

void insert(Database &database, ArticleId id, const Fields &fields);
void insert(Database &database, ArticleId id, const Article &article);
void remove(Database &database, ArticleId id, const Article &article);

} // namespace searchtable
