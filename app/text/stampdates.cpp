// Dates as programs write them: parseStamp().

#include "text/dates.h"
#include "text/datewords.h"
#include "text/folding.h"
#include "text/stampparts.h"

#include <QStringList>
#include <QTimeZone>

#include <algorithm>
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
    if (rest.front() != u'T' && rest.front() != u't' && rest.front() != u' ') {
        stamp.date = {};
        return stamp;
    }
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
        for (const auto words : written.tokenize(u' ', Qt::SkipEmptyParts)) {
            for (const auto word : words.tokenize(u',', Qt::SkipEmptyParts)) {
                m_hasClock = m_hasClock || word.contains(u':');
                if (!readWord(word))
                    m_isWrong = true;
            }
        }
        // A month's name, in the middle of numbers, or a weekday at the front: a stamp, if a broken
        // one.
        m_stamp.isFormed = m_hasWeekday || (m_hasMonth && m_hasClock);
        if (m_isWrong || m_month == 0 || m_day < 0 || m_year < 0)
            return m_stamp;
        m_stamp.isFormed = true;
        m_stamp.date = QDate(m_year, m_month, m_day);
        if (m_region.isValid() && m_stamp.date.isValid() && m_stamp.time)
            m_stamp.offset
                = m_region.offsetFromUtc(QDateTime(m_stamp.date, *m_stamp.time, Qt::UTC));
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
            return readClock(word);
        if (word.front().isDigit())
            return readNumbers(word);
        if (m_month == 0 && englishMonth(word) > 0) {
            m_month = englishMonth(word);
            m_hasMonth = true;
            return true;
        }
        if (isEnglishWeekday(word)) {
            m_hasWeekday = true;
            return true;
        }
        return readHalf(word) || readZone(word) || readForeign(word);
    }

    // "10:14:55", "10:14:55GMT".
    bool readClock(QStringView word)
    {
        const auto letter = std::ranges::find_if(word, [](QChar c) { return c.isLetter(); });
        const auto clock = word.first(letter - word.begin());
        const auto zone = word.sliced(clock.size());
        return !m_stamp.time && readTime(clock, m_stamp)
            && (zone.isEmpty() || readHalf(zone) || readZone(zone));
    }

    // Months and weekdays in the language of the feed.
    bool readForeign(QStringView word)
    {
        const auto meaning = dateWord(folded(word.toString()));
        const auto isMonth = m_month == 0 && meaning.month >= 1 && meaning.month <= 12;
        if (isMonth)
            m_month = meaning.month;
        return isMonth || meaning.weekday;
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
        if (!offset && word.contains(u'/')) // "America/New_York"
            m_region = QTimeZone(word.toLatin1());
        if (!offset)
            return m_region.isValid();
        // "GMT+0200 (CEST)" and "GMT +0200": a number says more than a name.
        if (!m_stamp.offset || word.front() == u'+' || word.front() == u'-')
            m_stamp.offset = offset;
        return true;
    }

    Stamp m_stamp;
    int m_day = -1;
    int m_month = 0;
    int m_year = -1;
    QTimeZone m_region;
    bool m_hasWeekday = false; // In English, as the next.
    bool m_hasMonth = false;
    bool m_hasClock = false;
    bool m_isWrong = false;
};

// "2004-05-25 오후 11:23:17", "2004년 05월 28일 01:31:15": told without a zone, in Korea's.
Stamp readKorean(QString text)
{
    text.replace(u"년"_s, u"-"_s).replace(u"월"_s, u"-"_s).replace(u"일"_s, u" "_s);
    text.replace(u"- "_s, u"-"_s);
    const auto isAfternoon = text.contains(u"오후"_s);
    text.remove(u"오후"_s).remove(u"오전"_s);
    auto stamp = readIso(text.simplified());
    if (isAfternoon && stamp.time && stamp.time->hour() < 12)
        stamp.time = stamp.time->addSecs(12 * 3600);
    if (stamp.time && !stamp.offset)
        stamp.offset = 9 * 3600;
    return stamp;
}

bool isKorean(QStringView text)
{
    return std::ranges::any_of(
        text, [](QChar c) { return c.unicode() >= 0xAC00 && c.unicode() < 0xD7A4; });
}

Timestamp timestampOf(const Stamp &stamp)
{
    // Years of four digits: ISO 8601 and RFC 5322 have no others.
    if (!stamp.date.isValid() || stamp.date.year() < 1 || stamp.date.year() > 9999)
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
    if (isKorean(simple)) {
        if (const auto stamp = readKorean(simple); stamp.date.isValid())
            return timestampOf(stamp);
    }
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
