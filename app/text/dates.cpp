#include "text/dates.h"

#include "text/datepatterns.h"
#include "text/folding.h"
#include "text/limits.h"

#include <algorithm>

namespace text {

namespace {

using Tokens = QList<DateToken>;

constexpr int mostDates = 4; // In one line: published, updated, and room for error.

struct Found
{
    Timestamp moment;
    qsizetype first = 0; // With the time, where that stands before the day.
    qsizetype end = 0;
    bool published = false;
    bool updated = false;
};

bool hasDigit(QStringView text)
{
    return std::any_of(text.begin(), text.end(),
                       [](QChar character) { return digitOf(character) >= 0; });
}

bool isCompany(const DateToken &token)
{
    return token.kind != DateToken::Kind::Word || token.meaning.goesWithDates();
}

void take(Found &found, const TimeMatch &match)
{
    found.moment.time = match.time;
    found.moment.offset = match.offset;
}

// A time behind the day, before another day or any other subject begins.
bool readTimeBehind(const Tokens &tokens, Found &found, DayOrder order)
{
    for (auto at = found.end; at < tokens.size(); ++at) {
        if (tokens.at(at).kind != DateToken::Kind::Mark) {
            const bool otherDay = dayAt(tokens, at, order).has_value();
            if (const auto time = timeAt(tokens, at, found.moment.date); time && !otherDay) {
                take(found, *time);
                found.end = time->end;
                return true;
            }
            if (otherDay)
                return false;
        }
        const auto &meaning = tokens.at(at).meaning;
        if (!isCompany(tokens.at(at)) || meaning.updated || meaning.published
            || tokens.at(at).kind == DateToken::Kind::Number)
            return false;
    }
    return false;
}

// "5:12 PM EST, Fri December 3, 2021".
void readTimeBefore(const Tokens &tokens, Found &found, qsizetype from)
{
    auto start = found.first;
    while (start > from && isCompany(tokens.at(start - 1)))
        --start;
    for (auto at = start; at < found.first; ++at) {
        const auto time = timeAt(tokens, at, found.moment.date);
        if (time && time->end <= found.first) {
            take(found, *time);
            found.first = at;
            return;
        }
    }
}

void readLabels(const Tokens &tokens, Found &found, qsizetype from)
{
    for (auto at = from; at < found.first; ++at) {
        found.published = found.published || tokens.at(at).meaning.published;
        found.updated = found.updated || tokens.at(at).meaning.updated;
    }
}

QList<Found> findDates(const Tokens &tokens, DayOrder order)
{
    QList<Found> result;
    qsizetype from = 0;
    for (qsizetype at = 0; at < tokens.size() && result.size() < mostDates;) {
        const auto day = dayAt(tokens, at, order);
        if (!day) {
            ++at;
            continue;
        }
        Found found{.moment = {.date = day->date}, .first = day->first, .end = day->end};
        if (day->timeAt >= 0) {
            if (const auto time = timeAt(tokens, day->timeAt, day->date))
                take(found, *time);
        } else if (!readTimeBehind(tokens, found, order)) {
            readTimeBefore(tokens, found, from);
        }
        readLabels(tokens, found, from);
        from = at = found.end;
        result.append(found);
    }
    return result;
}

} // namespace

Timestamp parseDate(QStringView written, DayOrder order)
{
    const auto looked = written.trimmed().left(limits::dateCharacters);
    if (!hasDigit(looked))
        return {};
    const auto dates = findDates(dateTokens(looked), order);
    if (dates.isEmpty())
        return {};
    // The first date is the publication's, unless it says that it is not and a later one that it
    // is.
    if (dates.first().updated && !dates.first().published) {
        for (const auto &found : dates) {
            if (found.published)
                return found.moment;
        }
    }
    return dates.first().moment;
}

bool isDateLine(QStringView line)
{
    const auto trimmed = line.trimmed();
    if (trimmed.size() > limits::dateLineCharacters || !hasDigit(trimmed))
        return false;
    const auto tokens = dateTokens(trimmed);
    const auto dates = findDates(tokens, DayOrder::DayFirst);
    if (dates.isEmpty())
        return false;
    auto next = dates.begin();
    for (qsizetype at = 0; at < tokens.size(); ++at) {
        if (next != dates.end() && at == next->first) {
            at = next->end - 1;
            ++next;
            continue;
        }
        const auto &token = tokens.at(at);
        const bool readingTime = token.isNumber(1, 2) && tokens.value(at + 1).meaning.company;
        const bool marked
            = token.isMark(u",.:;()[]-|/*_'\u00B7\u2022\u25CF\u3010\u3011\u30FB\u00BB+");
        if (!marked && !readingTime && !(token.isWord() && isCompany(token)))
            return false;
    }
    return true;
}

} // namespace text
