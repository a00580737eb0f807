#include "library/relevance.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <sqlite3.h>

namespace {

// In the order of the index's columns: title, byline, body, captions, credits, site, facts.
constexpr std::array weights{8.0, 3.0, 1.0, 2.0, 2.0, 2.0, 0.2};

// Words early in the body stand in its first sentences.
constexpr int beginning = 60;
constexpr double earlyWeight = 1.5;
constexpr int body = 2;

constexpr int mostPhrases = 64;
constexpr int mostPlaces = 400; // Of all words in one story.

double weightOf(int column, int offset)
{
    if (column < 0 || column >= int(weights.size()))
        return 0;
    if (column == body && offset < beginning)
        return earlyWeight;
    return weights[std::size_t(column)];
}

void rate(const Fts5ExtensionApi *api, Fts5Context *context, sqlite3_context *result, int /*count*/,
          sqlite3_value ** /*values*/)
{
    std::array<double, mostPhrases> best{};
    std::array<int, mostPhrases> often{};
    int places = 0;
    if (const auto failed = api->xInstCount(context, &places); failed != SQLITE_OK) {
        sqlite3_result_error_code(result, failed);
        return;
    }
    for (int at = 0; at < std::min(places, mostPlaces); ++at) {
        int phrase = 0;
        int column = 0;
        int offset = 0;
        if (api->xInst(context, at, &phrase, &column, &offset) != SQLITE_OK
            || phrase >= mostPhrases)
            continue;
        auto &weight = best[std::size_t(phrase)];
        weight = std::max(weight, weightOf(column, offset));
        ++often[std::size_t(phrase)];
    }
    double sum = 0;
    for (std::size_t phrase = 0; phrase < best.size(); ++phrase)
        sum += best[phrase] * (1 + 0.2 * std::log2(1 + std::min(often[phrase], 16)));
    sqlite3_result_double(result, sum);
}

} // namespace

void relevance::install(sqlite3 *database)
{
    // As FTS5 documents it ("Extending FTS5").
    fts5_api *api = nullptr;
    sqlite3_stmt *statement = nullptr;
    if (sqlite3_prepare_v2(database, "SELECT fts5(?1)", -1, &statement, nullptr) != SQLITE_OK)
        return;
    sqlite3_bind_pointer(statement, 1, static_cast<void *>(&api), "fts5_api_ptr", nullptr);
    sqlite3_step(statement);
    sqlite3_finalize(statement);
    if (api)
        api->xCreateFunction(api, "relevance", nullptr, rate, nullptr);
}
