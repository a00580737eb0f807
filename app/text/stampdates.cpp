// Dates as programs write them: parseStamp().

#include "text/dates.h"
#include "text/limits.h"
#include "text/stampparts.h"

#include <QStringList>

#include <array>

using namespace Qt::StringLiterals;

namespace text {

namespace {

// What was read so far. `isFormed`: it has the shape of a stamp, so that what is wrong in it makes
// it none.
struct Stamp
{
    bool isFormed = false;
    QDate date = {};
    std::optional<QTime> time = {};
    std::optional<int> offset = {};
    bool endsDay = false; // 24:00
    bool isLeapSecond = false;
};

int century(int year)
{
    // RFC 5322 §4.3.
    return year < 50 ? year + 2000 : year < 100 ? year + 1900 : year;
}

int number(QStringView digits)
{
    int value = 0;
    for (const auto digit : digits) {
        if (digit < u'0' || digit > u'9')
            return -1;
        value = value * 10 + (digit.unicode() - u'0');
    }
    return digits.isEmpty() || digits.size() > 9 ? -1 : value;
}

// "10:14:55.123", "10:14", "9:15", "101455"; false for what is no time of day.
bool readTime(QStringView written, Stamp &stamp)
{
    const auto point = written.indexOf(u'.') >= 0 ? written.indexOf(u'.') : written.indexOf(u',');
    const auto fraction = point < 0 ? QStringView() : written.sliced(point + 1);
    const auto clock = point < 0 ? written : written.first(point);
    if (!fraction.isEmpty() && number(fraction.first(std::min<qsizetype>(fraction.size(), 9))) < 0)
        return false;
    std::array<QStringView, 3> parts;
    if (clock.contains(u':')) {
        std::size_t count = 0;
        for (const auto part : clock.tokenize(u':')) {
            if (count == parts.size() || part.isEmpty() || part.size() > 2)
                return false;
            parts[count++] = part;
        }
    } else if (clock.size() == 4 || clock.size() == 6 || clock.size() == 2) {
        for (qsizetype at = 0; at < clock.size(); at += 2)
            parts[std::size_t(at / 2)] = clock.sliced(at, 2);
    } else {
        return false;
    }
    const auto hour = number(parts[0]);
    const auto minute = parts[1].isEmpty() ? 0 : number(parts[1]);
    const auto second = parts[2].isEmpty() ? 0 : number(parts[2]);
    stamp.endsDay = hour == 24 && minute == 0 && second == 0;
    stamp.isLeapSecond = second == 60;
    const QTime time(stamp.endsDay ? 0 : hour, minute, stamp.isLeapSecond ? 59 : second);
    if (hour < 0 || minute < 0 || second < 0 || !time.isValid())
        return false;
    stamp.time = time;
    return true;
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

// "2003-12-31" and its short forms; years of two digits and days of three as ISO 8601:1988 has
// them.
QDate isoDate(QStringView written)
{
    if (written.startsWith(u'-')) { // "-03-12", "-0312": year and month.
        const auto rest = written.sliced(1);
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

// Splits "2003-12-31T10:14:55Z" where the time and the zone begin.
Stamp readIso(QStringView written)
{
    Stamp stamp;
    const auto isDatePart = [](QChar c) { return c.isDigit() || c == u'-' || c == u'W'; };
    qsizetype end = 0;
    while (end < written.size() && isDatePart(written.at(end)))
        ++end;
    stamp.date = isoDate(written.first(end));
    auto rest = written.sliced(end);
    if (rest.isEmpty()) {
        stamp.isFormed = true;
        return stamp;
    }
    if (rest.front() != u'T' && rest.front() != u't' && rest.front() != u' ')
        return stamp;
    stamp.isFormed = true;
    rest = rest.sliced(1).trimmed();
    end = 0;
    while (end < rest.size()
           && (rest.at(end).isDigit() || rest.at(end) == u':' || rest.at(end) == u'.'
               || rest.at(end) == u','))
        ++end;
    if (!readTime(rest.first(end), stamp)) {
        stamp.date = {};
        return stamp;
    }
    rest = rest.sliced(end).trimmed();
    if (!rest.isEmpty()) {
        stamp.offset = zoneOffset(rest);
        if (!stamp.offset)
            stamp.date = {};
    }
    return stamp;
}

// "Thu, 01 Jan 2004 19:48:21 GMT" and its relatives: the parts in whatever order.
class LooseReader
{
public:
    Stamp read(QStringView written)
    {
        for (const auto word : written.tokenize(u' ', Qt::SkipEmptyParts)) {
            if (!readWord(word.endsWith(u',') ? word.chopped(1) : word))
                m_isWrong = true;
        }
        // A month's name, in the middle of numbers, or a weekday at the front: a stamp, if a broken
        // one.
        m_stamp.isFormed = m_hasWeekday || (m_month > 0 && m_stamp.time);
        if (m_isWrong || m_month == 0 || m_day < 0 || m_year < 0)
            return m_stamp;
        m_stamp.isFormed = true;
        m_stamp.date = QDate(m_year, m_month, m_day);
        return m_stamp;
    }

private:
    bool readWord(QStringView word)
    {
        if (word.isEmpty())
            return true;
        if (m_hasWeekday && word.startsWith(u'(')) // A comment: "(UTC)".
            return true;
        if (word.front().isDigit() && word.contains(u':'))
            return !m_stamp.time && readTime(word, m_stamp);
        if (word.front().isDigit())
            return readNumbers(word);
        if (m_month == 0 && englishMonth(word) > 0) {
            m_month = englishMonth(word);
            return true;
        }
        if (isEnglishWeekday(word)) {
            m_hasWeekday = true;
            return true;
        }
        return readHalf(word) || readZone(word);
    }

    // "31", "2004", "04"; "31-Dec-2004".
    bool readNumbers(QStringView word)
    {
        if (word.contains(u'-')) {
            const auto parts = word.split(u'-');
            return parts.size() == 3 && readNumber(parts.at(0)) && readWord(parts.at(1))
                && readNumber(parts.at(2));
        }
        return readNumber(word);
    }

    bool readNumber(QStringView word)
    {
        if (word.endsWith(u"st") || word.endsWith(u"nd") || word.endsWith(u"rd")
            || word.endsWith(u"th"))
            word.chop(2);
        const auto value = number(word);
        if (value < 0)
            return false;
        if (m_day < 0 && word.size() <= 2) {
            m_day = value;
        } else if (m_year < 0 && word.size() <= 4) {
            m_year = word.size() == 3 ? value + 1900 : word.size() == 2 ? century(value) : value;
        } else {
            return false;
        }
        return true;
    }

    bool readHalf(QStringView word)
    {
        const auto isAfternoon = word.compare(u"pm", Qt::CaseInsensitive) == 0;
        if ((!isAfternoon && word.compare(u"am", Qt::CaseInsensitive) != 0) || !m_stamp.time)
            return false;
        const auto hour = m_stamp.time->hour() % 12 + (isAfternoon ? 12 : 0);
        m_stamp.time = QTime(hour, m_stamp.time->minute(), m_stamp.time->second());
        return true;
    }

    bool readZone(QStringView word)
    {
        const auto offset = zoneOffset(word);
        if (!offset)
            return false;
        // "GMT+0200 (CEST)" and "GMT +0200": a number says more than a name.
        if (!m_stamp.offset || word.front() == u'+' || word.front() == u'-')
            m_stamp.offset = offset;
        return true;
    }

    Stamp m_stamp;
    int m_day = -1;
    int m_month = 0;
    int m_year = -1;
    bool m_hasWeekday = false;
    bool m_isWrong = false;
};

Timestamp timestampOf(const Stamp &stamp)
{
    if (!stamp.date.isValid())
        return {};
    Timestamp found{.date = stamp.date, .time = stamp.time, .offset = stamp.offset};
    if (stamp.endsDay)
        found.date = found.date.addDays(1);
    if (!stamp.time)
        found.offset = {};
    if (stamp.isLeapSecond) {
        const auto next = QDateTime(found.date, *found.time, Qt::UTC).addSecs(1);
        found.date = next.date();
        found.time = next.time();
    }
    return found;
}

// The two digits at a position; -1 for others.
int pair(QStringView text, qsizetype at)
{
    return number(text.sliced(at, 2));
}

// Nearly all stamps are "2003-12-31T10:14:55Z" or "Thu, 01 Jan 2004 19:48:21 +0000": read without a
// detour; what is anything else comes back without a date.
Stamp readCommon(QStringView text)
{
    Stamp stamp;
    const auto isIso = text.size() >= 20 && text.at(4) == u'-' && text.at(7) == u'-'
        && text.at(10) == u'T' && text.at(13) == u':' && text.at(16) == u':';
    const auto isMail = text.size() >= 28 && text.at(3) == u',' && text.at(4) == u' '
        && text.at(7) == u' ' && text.at(11) == u' ' && text.at(16) == u' ' && text.at(19) == u':'
        && text.at(22) == u':' && text.at(25) == u' ';
    if (!isIso && !isMail)
        return stamp;
    const auto clock = isIso ? 11 : 17;
    stamp.time = QTime(pair(text, clock), pair(text, clock + 3), pair(text, clock + 6));
    const auto zone = text.sliced(isIso ? 19 : 26);
    stamp.offset = zone == u"Z" || zone == u"GMT" || zone == u"+0000" ? 0 : zoneOffset(zone);
    if (!stamp.time->isValid() || !stamp.offset)
        return stamp;
    stamp.date = isIso
        ? QDate(number(text.first(4)), pair(text, 5), pair(text, 8))
        : QDate(number(text.sliced(12, 4)), englishMonth(text.sliced(8, 3)), pair(text, 5));
    return stamp;
}

// "Fri, 2006/09/15 08:19:53 EDT", "2004年05月28日 01:31:15": the numbers of ISO 8601, dressed up.
QString undressed(QStringView written)
{
    auto text = written.toString();
    const auto space = text.indexOf(u' ');
    if (space > 0
        && isEnglishWeekday(
            QStringView(text).first(space).chopped(text.at(space - 1) == u',' ? 1 : 0))
        && space + 5 < text.size() && text.at(space + 5) == u'/')
        text.remove(0, space + 1);
    if (text.size() > 7 && text.at(4) == u'/')
        text.replace(u'/', u'-');
    return text;
}

} // namespace

Timestamp parseStamp(QStringView written)
{
    // More is no date, and need not be looked at.
    constexpr qsizetype longest = 200;
    const auto trimmed = written.trimmed();
    if (const auto common = readCommon(trimmed); common.date.isValid())
        return timestampOf(common);
    const auto simple = trimmed.size() > longest || trimmed.contains(u'\n')
            || trimmed.contains(u"  ") || trimmed.contains(u'\t')
        ? trimmed.toString().simplified()
        : trimmed.toString();
    if (simple.isEmpty() || simple.size() > longest)
        return {};
    const auto text = undressed(simple);
    const auto first = text.front();
    if (first.isDigit() || first == u'-') {
        const auto stamp = readIso(text);
        if (stamp.date.isValid() || (stamp.isFormed && first == u'-'))
            return timestampOf(stamp);
        // A year at the front is what it says.
        if (stamp.isFormed && text.size() > 4 && text.at(4) == u'-')
            return {};
    }
    const auto stamp = LooseReader().read(text);
    return stamp.isFormed ? timestampOf(stamp) : parseDate(text);
}

} // namespace text
