#include "text/dates.h"
#include "text/datewords.h"
#include "text/folding.h"

#include <QList>

namespace text {

namespace {

constexpr int firstWebYear = 1990;
constexpr int lastYear = 2100;

Timestamp made(int year, int month, int day)
{
    if (year < firstWebYear || year > lastYear)
        return {};
    return {.date = QDate(year, month, day)};
}

struct Run
{
    QStringView digits; // Empty for a month's name.
    int month = 0;
    QChar before; // What parts it from the run before; a letter or nothing else is no separator.
};

// The runs of digits of a path, and between them the names of months (/2021/dec/04/).
QList<Run> runsOf(QStringView path)
{
    QList<Run> runs;
    for (qsizetype at = 0; at < path.size();) {
        const auto start = at;
        const bool digits = path.at(at).isDigit();
        const bool letters = path.at(at).isLetter();
        if (!digits && !letters) {
            ++at;
            continue;
        }
        while (at < path.size() && (digits ? path.at(at).isDigit() : path.at(at).isLetter()))
            ++at;
        const auto run = path.sliced(start, at - start);
        const auto before = start > 0 ? path.at(start - 1) : QChar(u'/');
        runs.append({.digits = digits ? run : QStringView(),
                     .month = digits ? 0 : dateWord(folded(run)).month,
                     .before = before});
    }
    return runs;
}

bool isSeparator(QChar character)
{
    return QStringView(u"/-_.").contains(character);
}

int numberOf(const Run &run)
{
    return run.digits.toInt();
}

// A date in one run: 20250403; or in two: 2025/0403, 202504/03.
Timestamp joined(const QList<Run> &runs, qsizetype at)
{
    const auto &run = runs.at(at);
    if (run.digits.size() == 8)
        return made(run.digits.first(4).toInt(), run.digits.sliced(4, 2).toInt(),
                    run.digits.last(2).toInt());
    if (at + 1 >= runs.size() || !isSeparator(runs.at(at + 1).before))
        return {};
    const auto &next = runs.at(at + 1);
    if (run.digits.size() == 4 && next.digits.size() == 4)
        return made(numberOf(run), next.digits.first(2).toInt(), next.digits.last(2).toInt());
    if (run.digits.size() == 6 && next.digits.size() == 2)
        return made(run.digits.first(4).toInt(), run.digits.last(2).toInt(), numberOf(next));
    return {};
}

Timestamp apart(const QList<Run> &runs, qsizetype at)
{
    if (at + 2 >= runs.size() || runs.at(at).digits.size() != 4)
        return {};
    const auto &month = runs.at(at + 1);
    const auto &day = runs.at(at + 2);
    // 2021/12/04, 2021-12-04, 2021-12/04
    const auto parted = isSeparator(month.before)
        && (day.before == month.before || (month.before != u'/' && day.before == u'/'));
    if (!parted || day.digits.isEmpty() || day.digits.size() > 2 || month.digits.size() > 2)
        return {};
    return made(numberOf(runs.at(at)), month.digits.isEmpty() ? month.month : numberOf(month),
                numberOf(day));
}

// 29-10-2021, where it can be read in one way only.
Timestamp dayFirst(const QList<Run> &runs, qsizetype at)
{
    if (at + 2 >= runs.size() || runs.at(at).digits.isEmpty() || runs.at(at).digits.size() > 2)
        return {};
    const auto &month = runs.at(at + 1);
    const auto &year = runs.at(at + 2);
    if (month.before != year.before || month.before == u'/' || !isSeparator(month.before)
        || month.digits.isEmpty() || month.digits.size() > 2 || year.digits.size() != 4)
        return {};
    const auto one = numberOf(runs.at(at));
    const auto two = numberOf(month);
    if (one <= 12 && two <= 12 && one != two)
        return {};
    return one > 12 ? made(numberOf(year), two, one) : made(numberOf(year), one, two);
}

} // namespace

Timestamp dateInPath(QStringView path)
{
    const auto end = path.indexOf(u'?');
    const auto runs = runsOf(end < 0 ? path : path.first(end));
    for (qsizetype at = 0; at < runs.size(); ++at) {
        if (const auto date = apart(runs, at); date.isValid())
            return date;
        if (const auto date = joined(runs, at); date.isValid())
            return date;
    }
    for (qsizetype at = 0; at < runs.size(); ++at) {
        if (const auto date = dayFirst(runs, at); date.isValid())
            return date;
    }
    return {};
}

} // namespace text
