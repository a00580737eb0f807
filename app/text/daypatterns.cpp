#include "text/datepatterns.h"
#include "text/folding.h"

#include <QCalendar>

namespace text {

namespace {

constexpr int firstYear = 1800;
constexpr int lastYear = 2100;
constexpr int centuryPivot = 50; // RFC 5322 §4.3: 00 to 49 are of this century.
constexpr int buddhistOffset = 543;

struct Month
{
    int number = 0;
    bool thai = false;
    qsizetype end = 0;
};

struct Era
{
    QStringView name;
    int before; // The year before its first.
};
constexpr Era eras[]
    = {{u"令和", 2018}, {u"平成", 1988}, {u"昭和", 1925}, {u"民國", 1911}, {u"民国", 1911}};

class DayReader
{
public:
    DayReader(const QList<DateToken> &tokens, DayOrder order)
        : m_tokens(tokens)
        , m_order(order)
    {
    }

    std::optional<DayMatch> at(qsizetype first) const
    {
        if (auto match = compact(first))
            return match;
        if (auto match = numeric(first))
            return match;
        if (auto match = eastAsian(first))
            return match;
        if (auto match = yearFirst(first))
            return match;
        if (auto match = dayFirst(first))
            return match;
        return monthFirst(first);
    }

private:
    const DateToken &token(qsizetype at) const
    {
        static const DateToken none;
        return at >= 0 && at < m_tokens.size() ? m_tokens.at(at) : none;
    }

    // A number that is the tail of something else ("v2.3.2025", "A12") begins no date.
    bool isFree(qsizetype at) const
    {
        if (token(at).spaceBefore || at == 0)
            return true;
        const auto &before = token(at - 1);
        return !before.isMark(u".,/:") || at < 2 || token(at - 2).kind != DateToken::Kind::Number;
    }

    static std::optional<DayMatch> made(int year, int month, int day, qsizetype first,
                                        qsizetype end)
    {
        QDate date;
        if (month > persianCalendar)
            date = QDate(year, month - persianCalendar, day, QCalendar(QCalendar::System::Jalali));
        else if (year >= 1300 && year < 1500)
            date = QDate(year, month, day, QCalendar(QCalendar::System::Jalali));
        else
            date = QDate(year, month, day);
        if (!date.isValid() || date.year() < firstYear || date.year() > lastYear)
            return std::nullopt;
        return DayMatch{.date = date, .first = first, .end = end};
    }

    static int fullYear(const DateToken &number)
    {
        const auto value = static_cast<int>(number.value);
        if (number.digits != 2)
            return value;
        return value < centuryPivot ? 2000 + value : 1900 + value;
    }

    // 20250403, also with the time behind it (ISO 8601 basic format).
    std::optional<DayMatch> compact(qsizetype first) const
    {
        if (!token(first).isNumber(8, 8) && !token(first).isNumber(14, 14))
            return std::nullopt;
        const auto value
            = token(first).digits == 8 ? token(first).value : token(first).value / 1'000'000;
        auto match = made(static_cast<int>(value / 10000), static_cast<int>(value / 100 % 100),
                          static_cast<int>(value % 100), first, first + 1);
        if (match && token(first).digits == 14)
            match->timeAt = first;
        return match;
    }

    std::optional<DayMatch> numeric(qsizetype first) const
    {
        const auto &a = token(first);
        auto at = first + 1;
        const auto separator = token(at);
        if (!a.isNumber(1, 4) || !separator.isMark(u"./-") || !isFree(first))
            return std::nullopt;
        const auto &b = token(++at);
        const auto &second = token(++at);
        const auto &c = token(++at);
        if (!b.isNumber(1, 2) || second.kind != DateToken::Kind::Mark
            || second.mark != separator.mark || !c.isNumber(1, 4))
            return std::nullopt;
        const auto &after = token(at + 1);
        if (after.kind == DateToken::Kind::Mark && after.mark == separator.mark
            && token(at + 2).kind == DateToken::Kind::Number && !token(at + 2).spaceBefore)
            return std::nullopt;
        if (a.digits == 4 && c.digits <= 2)
            return made(fullYear(a), static_cast<int>(b.value), static_cast<int>(c.value), first,
                        at + 1);
        if (a.digits > 2 || (c.digits != 4 && c.digits != 2))
            return std::nullopt;
        return ordered(a, b, c, separator.mark, first);
    }

    std::optional<DayMatch> ordered(const DateToken &a, const DateToken &b, const DateToken &c,
                                    QChar separator, qsizetype first) const
    {
        const auto year = fullYear(c);
        const auto one = static_cast<int>(a.value);
        const auto two = static_cast<int>(b.value);
        const auto end = first + 5;
        const bool dayLeads = separator == u'.' || m_order == DayOrder::DayFirst;
        auto match = dayLeads ? made(year, two, one, first, end) : made(year, one, two, first, end);
        if (!match && separator != u'.')
            match = dayLeads ? made(year, one, two, first, end) : made(year, two, one, first, end);
        return match;
    }

    // 2025年4月3日, 2025년 4월 3일, 令和7年4月3日.
    std::optional<DayMatch> eastAsian(qsizetype first) const
    {
        auto at = first;
        int before = 0;
        for (const auto &era : eras) {
            if (token(at).isWord() && isEra(at, era.name)) {
                before = era.before;
                at += token(at).folded == era.name ? 1 : 2;
                break;
            }
        }
        const auto &year = token(at);
        const auto &month = token(at + 2);
        const auto &day = token(at + 4);
        if (!year.isNumber(1, 4) || !month.isNumber(1, 2) || !day.isNumber(1, 2)
            || !isUnit(at + 1, u"年년") || !isUnit(at + 3, u"月월") || !isUnit(at + 5, u"日号號일"))
            return std::nullopt;
        const auto full = before != 0 ? static_cast<int>(year.value) + before : fullYear(year);
        return made(full, static_cast<int>(month.value), static_cast<int>(day.value), first,
                    at + 6);
    }

    bool isEra(qsizetype at, QStringView name) const
    {
        return token(at).folded == name
            || (token(at).folded == name.first(1) && token(at + 1).folded == name.last(1));
    }

    bool isUnit(qsizetype at, QStringView units) const
    {
        return token(at).isWord() && token(at).folded.size() == 1
            && units.contains(token(at).folded.front());
    }

    // Past the little words and marks between a day, a month and a year.
    qsizetype skipGlue(qsizetype at) const
    {
        for (int skipped = 0; skipped < 4; ++skipped, ++at) {
            const auto &next = token(at);
            if (next.isMark(u",.-/'") || (next.isWord() && next.meaning.glue && !monthAt(at)))
                continue;
            break;
        }
        return at;
    }

    std::optional<Month> monthAt(qsizetype at) const
    {
        const auto &word = token(at);
        if (!word.isWord())
            return std::nullopt;
        if (word.folded == u"thang")
            return vietnameseMonth(at + 1);
        const auto &next = token(at + 1);
        if (next.isWord()) {
            const auto both = dateWord(word.folded + u'_' + next.folded);
            if (both.month != 0)
                return withTwin({.number = both.month, .end = at + 2});
        }
        auto meaning = word.meaning;
        // Hebrew writes "in April" as one word.
        if (meaning.month == 0 && word.folded.size() > 2
            && QStringView(u"בלה").contains(word.folded.front()))
            meaning = dateWord(word.folded.sliced(1));
        if (meaning.month == 0)
            return std::nullopt;
        return withTwin({.number = meaning.month, .thai = meaning.thai, .end = at + 1});
    }

    // Arabic papers name a month in both of their calendars: نيسان/أبريل.
    Month withTwin(Month month) const
    {
        if (!token(month.end).isMark(u"/("))
            return month;
        if (const auto twin = monthAt(month.end + 1); twin && twin->number == month.number)
            month.end = twin->end;
        return month;
    }

    std::optional<Month> vietnameseMonth(qsizetype at) const
    {
        const auto &name = token(at);
        if (name.isNumber(1, 2) && name.value >= 1 && name.value <= 12)
            return Month{.number = static_cast<int>(name.value), .end = at + 1};
        if (!name.isWord() || name.meaning.counted == 0)
            return std::nullopt;
        const auto &more = token(at + 1);
        if (name.meaning.counted == 10 && more.isWord() && more.meaning.counted > 0
            && more.meaning.counted <= 2)
            return Month{.number = 10 + more.meaning.counted, .end = at + 2};
        return Month{.number = name.meaning.counted, .end = at + 1};
    }

    // Four digits, or two where they cannot be an hour: 03-Apr-25, Apr 3, '25, 03 Apr 25 08:15.
    std::optional<int> yearAt(qsizetype at, bool thai) const
    {
        const auto &number = token(at);
        if (number.isNumber(4, 4)) {
            const auto year = static_cast<int>(number.value);
            return thai && year > lastYear ? year - buddhistOffset : year;
        }
        if (!number.isNumber(2, 2))
            return std::nullopt;
        const auto &before = token(at - 1);
        const auto &after = token(at + 1);
        const bool joined = before.isMark(u"-/'") && !number.spaceBefore;
        const bool timeFollows
            = after.isNumber(1, 2) && after.spaceBefore && token(at + 2).isMark(u":");
        return joined || timeFollows ? std::optional(fullYear(number)) : std::nullopt;
    }

    static bool isDay(const DateToken &token)
    {
        return token.isNumber(1, 2) && token.value >= 1 && token.value <= 31;
    }

    // 3 April 2025, 3. Mai 2025, 3 de abril de 2025, 03-Apr-25.
    std::optional<DayMatch> dayFirst(qsizetype first) const
    {
        if (!isDay(token(first)) || !isFree(first))
            return std::nullopt;
        const auto month = monthAt(skipGlue(first + 1));
        if (!month)
            return std::nullopt;
        const auto at = skipGlue(month->end);
        const auto year = yearAt(at, month->thai);
        return year
            ? made(*year, month->number, static_cast<int>(token(first).value), first, at + 1)
            : std::nullopt;
    }

    // April 3, 2025; also Apr 3 08:15:00 2025, as C's asctime() writes it.
    std::optional<DayMatch> monthFirst(qsizetype first) const
    {
        const auto month = monthAt(first);
        if (!month)
            return std::nullopt;
        auto at = skipGlue(month->end);
        if (!isDay(token(at)))
            return std::nullopt;
        const auto day = static_cast<int>(token(at).value);
        const auto timeStart = at + 1;
        at = skipGlue(at + 1);
        if (const auto year = yearAt(at, month->thai))
            return made(*year, month->number, day, first, at + 1);
        const auto time = timeAt(m_tokens, timeStart, {});
        if (!time || !token(time->end).isNumber(4, 4))
            return std::nullopt;
        auto match = made(static_cast<int>(token(time->end).value), month->number, day, first,
                          time->end + 1);
        if (match)
            match->timeAt = timeStart;
        return match;
    }

    // 2025. április 3., 2025 April 3.
    std::optional<DayMatch> yearFirst(qsizetype first) const
    {
        if (!token(first).isNumber(4, 4) || !isFree(first))
            return std::nullopt;
        const auto month = monthAt(skipGlue(first + 1));
        if (!month)
            return std::nullopt;
        const auto at = skipGlue(month->end);
        const bool anotherYear = token(at + 1).isMark(u",") && token(at + 2).isNumber(4, 4);
        if (!isDay(token(at)) || token(at + 1).isMark(u":") || anotherYear)
            return std::nullopt;
        return made(static_cast<int>(token(first).value), month->number,
                    static_cast<int>(token(at).value), first, at + 1);
    }

    const QList<DateToken> &m_tokens;
    DayOrder m_order;
};

} // namespace

std::optional<DayMatch> dayAt(const QList<DateToken> &tokens, qsizetype at, DayOrder order)
{
    return DayReader(tokens, order).at(at);
}

} // namespace text
