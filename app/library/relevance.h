#pragma once

struct sqlite3;

// How well a story matches a search, as a function "relevance" of the index (FTS5's auxiliary
// functions): words in the headline weigh most, then the byline, captions and credits, then the
// body; a word that stands there often counts a little more. Unlike bm25() it looks at the story
// alone: counting the stories that have a word would take longer the more there are.
namespace relevance {

void install(sqlite3 *database);

} // namespace relevance
