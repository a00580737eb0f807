#include "text/stampparts.h"

#include <algorithm>
#include <array>
#include <cstdlib>

using namespace Qt::StringLiterals;

namespace text {

namespace {

struct Zone
{
    QLatin1StringView name;
    int minutes;
};

// RFC 5322 §4.3, and abbreviations that feeds use. Where several zones share one, the more common.
constexpr std::array zones{
    Zone{"gmt"_L1, 0},     Zone{"ut"_L1, 0},      Zone{"utc"_L1, 0},    Zone{"z"_L1, 0},
    Zone{"etc/gmt"_L1, 0}, Zone{"etc/utc"_L1, 0}, Zone{"wet"_L1, 0},    Zone{"west"_L1, 60},
    Zone{"bst"_L1, 60},    Zone{"cet"_L1, 60},    Zone{"cest"_L1, 120}, Zone{"met"_L1, 60},
    Zone{"mest"_L1, 120},  Zone{"mez"_L1, 60},    Zone{"mesz"_L1, 120}, Zone{"eet"_L1, 120},
    Zone{"eest"_L1, 180},  Zone{"msk"_L1, 180},   Zone{"msd"_L1, 240},  Zone{"sast"_L1, 120},
    Zone{"ast"_L1, -240},  Zone{"adt"_L1, -180},  Zone{"at"_L1, -240},  Zone{"est"_L1, -300},
    Zone{"edt"_L1, -240},  Zone{"et"_L1, -300},   Zone{"cst"_L1, -360}, Zone{"cdt"_L1, -300},
    Zone{"ct"_L1, -360},   Zone{"mst"_L1, -420},  Zone{"mdt"_L1, -360}, Zone{"mt"_L1, -420},
    Zone{"pst"_L1, -480},  Zone{"pdt"_L1, -420},  Zone{"pt"_L1, -480},  Zone{"akst"_L1, -540},
    Zone{"akdt"_L1, -480}, Zone{"hst"_L1, -600},  Zone{"nst"_L1, -210}, Zone{"ndt"_L1, -150},
    Zone{"brt"_L1, -180},  Zone{"art"_L1, -180},  Zone{"clt"_L1, -240}, Zone{"pkt"_L1, 300},
    Zone{"ist"_L1, 330},   Zone{"npt"_L1, 345},   Zone{"ict"_L1, 420},  Zone{"wib"_L1, 420},
    Zone{"hkt"_L1, 480},   Zone{"sgt"_L1, 480},   Zone{"pht"_L1, 480},  Zone{"awst"_L1, 480},
    Zone{"jst"_L1, 540},   Zone{"kst"_L1, 540},   Zone{"acst"_L1, 570}, Zone{"aest"_L1, 600},
    Zone{"aedt"_L1, 660},  Zone{"nzst"_L1, 720},  Zone{"nzdt"_L1, 780},
};

constexpr std::array months{"january"_L1,   "february"_L1, "march"_L1,    "april"_L1,
                            "may"_L1,       "june"_L1,     "july"_L1,     "august"_L1,
                            "september"_L1, "october"_L1,  "november"_L1, "december"_L1};
constexpr std::array weekdays{"monday"_L1, "tuesday"_L1,  "wednesday"_L1, "thursday"_L1,
                              "friday"_L1, "saturday"_L1, "sunday"_L1};

// "Jan", "Jan.", "January", and what is cut anywhere between ("Sept", "Thurs").
bool isShortFor(QStringView word, QLatin1StringView name)
{
    if (word.endsWith(u'.'))
        word.chop(1);
    return word.size() >= 3 && name.startsWith(word, Qt::CaseInsensitive);
}

// "0200", "02:00", "2", "02", "0:20".
std::optional<int> hoursAndMinutes(QStringView digits)
{
    const auto colon = digits.indexOf(u':');
    auto hours = colon < 0 ? digits : digits.first(colon);
    auto minutes = colon < 0 ? QStringView() : digits.sliced(colon + 1);
    if (colon < 0 && digits.size() > 2) {
        hours = digits.chopped(2);
        minutes = digits.last(2);
    }
    bool areHours = false;
    bool areMinutes = true;
    const auto hour = hours.toInt(&areHours);
    const auto minute = colon < 0 && minutes.isEmpty() ? 0 : minutes.toInt(&areMinutes);
    if (!areHours || !areMinutes || hour < 0 || hour > 24 || minute < 0 || minute > 59)
        return std::nullopt;
    return hour * 3600 + minute * 60;
}

QDate ordinal(int year, int day)
{
    const QDate first(year, 1, 1);
    return day >= 1 && day <= first.daysInYear() ? first.addDays(day - 1) : QDate();
}

// ISO 8601 §4.1.4: week and weekday.
QDate weekDate(int year, QStringView rest)
{
    const auto week = number(rest.first(std::min<qsizetype>(2, rest.size())));
    auto last = rest.sliced(std::min<qsizetype>(2, rest.size()));
    if (last.startsWith(u'-'))
        last = last.sliced(1);
    const auto day = last.isEmpty() ? 1 : number(last);
    if (week < 1 || week > 53 || day < 1 || day > 7)
        return {};
    const QDate fourth(year, 1, 4); // Always in week 1.
    return fourth.addDays((week - 1) * 7 + day - fourth.dayOfWeek());
}

} // namespace

int century(int year)
{
    // RFC 5322 §4.3.
    return year < 50 ? year + 2000 : year < 100 ? year + 1900 : year;
}

int number(QStringView digits)
{
    constexpr qsizetype most = 9; // That are a number of this size.
    if (digits.isEmpty() || digits.size() > most)
        return -1;
    int value = 0;
    for (const auto digit : digits) {
        if (digit < u'0' || digit > u'9')
            return -1;
        value = value * 10 + (digit.unicode() - u'0');
    }
    return value;
}

QDate isoDate(QStringView written)
{
    if (written.startsWith(u'-')) { // "-03-12", "-0312": year and month.
        const auto rest = written.sliced(1);
        if (rest.size() != 4 && rest.size() != 5)
            return {};
        const auto digits = rest.size() == 5 && rest.at(2) == u'-' ? rest.last(2) : rest.sliced(2);
        const auto year = number(rest.first(2));
        return year < 0 || digits.size() != 2 ? QDate() : QDate(century(year), number(digits), 1);
    }
    if (const auto week = written.indexOf(u'W'); week >= 4) {
        const auto year = number(written.first(4));
        return year < 0 ? QDate() : weekDate(year, written.sliced(week + 1));
    }
    if (!written.contains(u'-')) {
        const auto digits = number(written);
        if (digits < 0)
            return {};
        switch (written.size()) {
        case 4:
            return {digits, 1, 1};
        case 5:
            return ordinal(century(digits / 1000), digits % 1000);
        case 6:
            return {century(digits / 10000), digits / 100 % 100, digits % 100};
        case 7:
            return ordinal(digits / 1000, digits % 1000);
        case 8:
            return {digits / 10000, digits / 100 % 100, digits % 100};
        default:
            return {};
        }
    }
    const auto parts = written.split(u'-');
    const auto year = number(parts.at(0));
    const auto second = number(parts.at(1));
    if (year < 0 || second < 0 || parts.size() > 3)
        return {};
    const auto full = parts.at(0).size() <= 2 ? century(year) : year;
    if (parts.size() == 2)
        return parts.at(1).size() == 3 ? ordinal(full, second) : QDate(full, second, 1);
    // Some write the month with three digits.
    return {full, second, number(parts.at(2))};
}

int englishMonth(QStringView word)
{
    for (std::size_t month = 0; month < months.size(); ++month) {
        if (isShortFor(word, months[month]))
            return int(month) + 1;
    }
    return 0;
}

bool isEnglishWeekday(QStringView word)
{
    return std::ranges::any_of(weekdays,
                               [word](const auto &name) { return isShortFor(word, name); });
}

std::optional<int> zoneOffset(QStringView word)
{
    const auto sign = std::ranges::find_if(word, [](QChar c) { return c == u'+' || c == u'-'; });
    const auto name = word.first(sign - word.begin());
    int offset = 0;
    if (!name.isEmpty()) {
        const auto *const zone = std::ranges::find_if(zones, [name](const Zone &each) {
            return name.compare(each.name, Qt::CaseInsensitive) == 0;
        });
        // Letters of the military say nothing: RFC 822 had them the wrong way round (RFC 5322
        // §4.3).
        const auto isMilitary = name.size() == 1 && name.front().isLetter();
        if (zone == zones.end() && !isMilitary)
            return std::nullopt;
        offset = isMilitary ? 0 : zone->minutes * 60;
    }
    if (sign == word.end())
        return name.isEmpty() ? std::nullopt : std::optional(offset);
    auto digits = word.sliced(name.size() + 1);
    if (digits.endsWith(u'Z')) // "+0000Z", by those who are on the safe side.
        digits.chop(1);
    const auto more = hoursAndMinutes(digits);
    if (!more)
        return std::nullopt;
    offset += *sign == u'-' ? -*more : *more;
    constexpr int farthest = 14 * 3600; // No clock on earth is farther from UTC.
    return std::abs(offset) > farthest ? std::nullopt : std::optional(offset);
}

} // namespace text
