#include "text/datepatterns.h"

#include <QTimeZone>

namespace text {

namespace {

enum class Half { Unsaid, Forenoon, Afternoon };

// "ET" is two zones; which one, the day tells.
struct RegionalZone
{
    QStringView name;
    const char *region;
};
constexpr RegionalZone regionalZones[] = {
    {u"et", "America/New_York"},
    {u"ct", "America/Chicago"},
    {u"mt", "America/Denver"},
    {u"pt", "America/Los_Angeles"},
};

class TimeReader
{
public:
    TimeReader(const QList<DateToken> &tokens, QDate day)
        : m_tokens(tokens)
        , m_day(day)
    {
    }

    std::optional<TimeMatch> at(qsizetype first)
    {
        m_at = first;
        if (auto match = compact())
            return match;
        readHalf();
        const auto &hour = token(m_at);
        if (!hour.isNumber(1, 2) || hour.value > 24)
            return std::nullopt;
        m_announced = token(first - 1).isWord() && token(first - 1).meaning.atTime;
        if (token(first - 1).isMark(u".") && token(first - 2).meaning.atTime)
            m_announced = true; // "kl. 8.15"
        m_hour = static_cast<int>(hour.value);
        ++m_at;
        if (!readMinutes())
            return std::nullopt;
        return finished();
    }

private:
    const DateToken &token(qsizetype at) const
    {
        static const DateToken none;
        return at >= 0 && at < m_tokens.size() ? m_tokens.at(at) : none;
    }

    // T081500 of ISO 8601's basic format, and the tail of a 14-digit moment.
    std::optional<TimeMatch> compact()
    {
        const auto &number = token(m_at);
        qint64 value = number.value;
        if (number.isNumber(14, 14))
            value %= 1'000'000;
        else if (!token(m_at - 1).isWord() || token(m_at - 1).folded != u"t")
            return std::nullopt;
        else if (number.isNumber(4, 4))
            value *= 100;
        else if (!number.isNumber(6, 6))
            return std::nullopt;
        m_hour = static_cast<int>(value / 10000);
        m_minute = static_cast<int>(value / 100 % 100);
        m_second = static_cast<int>(value % 100);
        ++m_at;
        return finished();
    }

    std::optional<TimeMatch> finished()
    {
        skipFraction();
        readHalf();
        if (token(m_at).isWord() && token(m_at).meaning.hour && !m_hourSaid)
            ++m_at;
        readHalf();
        if (m_half == Half::Afternoon && m_hour < 12)
            m_hour += 12;
        else if (m_half == Half::Forenoon && m_hour == 12)
            m_hour = 0;
        const QTime time(m_hour, m_minute, m_second);
        if (!time.isValid())
            return std::nullopt;
        const auto offset = readZone();
        return TimeMatch{.time = time, .offset = offset, .end = m_at};
    }

    // "pm", "p.m.", "p. m.", "μ.μ.", "오후", "下午", "مساءً".
    void readHalf()
    {
        const auto &word = token(m_at);
        if (!word.isWord())
            return;
        if (word.meaning.forenoon || word.meaning.afternoon) {
            m_half = word.meaning.forenoon ? Half::Forenoon : Half::Afternoon;
            ++m_at;
            return;
        }
        if (!token(m_at + 1).isMark(u"."))
            return;
        const auto &second = token(m_at + 2);
        const bool latin = second.folded == u"m" && (word.folded == u"a" || word.folded == u"p");
        const bool greek = second.folded == u"μ" && (word.folded == u"π" || word.folded == u"μ");
        if (!latin && !greek)
            return;
        const bool forenoon = word.folded == u"a" || word.folded == u"π";
        m_half = forenoon ? Half::Forenoon : Half::Afternoon;
        m_at += token(m_at + 3).isMark(u".") ? 4 : 3;
    }

    bool isMinutes(qsizetype at) const
    {
        return token(at).isNumber(2, 2) && token(at).value < 60 && !token(at).spaceBefore;
    }

    bool readMinutes()
    {
        const auto &separator = token(m_at);
        if (separator.isMark(u":") && isMinutes(m_at + 1)) {
            m_minute = static_cast<int>(token(m_at + 1).value);
            m_at += 2;
            readSeconds(u":");
            return true;
        }
        if (separator.isMark(u".") && isMinutes(m_at + 1))
            return readDotted();
        if (separator.isWord() && separator.meaning.hour)
            return readSpelt();
        const auto start = m_at;
        readHalf();
        return m_at != start || m_half != Half::Unsaid;
    }

    void readSeconds(QStringView separator)
    {
        if (token(m_at).isMark(separator) && isMinutes(m_at + 1)) {
            m_second = static_cast<int>(token(m_at + 1).value);
            m_at += 2;
        }
    }

    // 8.15 is a number unless something around it says that it is a time.
    bool readDotted()
    {
        const auto &after = token(m_at + 2);
        const auto &second = token(m_at + 4);
        const bool half = after.folded.size() == 1 && token(m_at + 3).isMark(u".")
            && (second.folded == u"m" || second.folded == u"μ");
        const auto &meaning = after.meaning;
        const bool said = after.isWord()
            && (meaning.hour || meaning.forenoon || meaning.afternoon || half
                || meaning.zone != DateWord::noZone);
        if (!m_announced && !said)
            return false;
        m_minute = static_cast<int>(token(m_at + 1).value);
        m_at += 2;
        readSeconds(u".");
        return true;
    }

    // 8h15, 8 h, 08時15分30秒, 8 Uhr 15.
    bool readSpelt()
    {
        m_hourSaid = true;
        ++m_at;
        for (int *part : {&m_minute, &m_second}) {
            if (!token(m_at).isNumber(1, 2) || token(m_at).value > 59)
                break;
            const bool named = token(m_at + 1).isWord()
                && (token(m_at + 1).meaning.hour || token(m_at + 1).folded == u"min");
            if (!named && token(m_at).digits != 2)
                break;
            *part = static_cast<int>(token(m_at).value);
            m_at += named ? 2 : 1;
        }
        return true;
    }

    void skipFraction()
    {
        if (token(m_at).isMark(u".,") && token(m_at + 1).isNumber(1, 9)
            && !token(m_at + 1).spaceBefore && token(m_at + 1).digits != 4)
            m_at += 2;
    }

    std::optional<int> readZone()
    {
        const auto start = m_at;
        while (token(m_at).isMark(u"([") || token(m_at).folded == u"по"
               || token(m_at).folded == u"بتوقيت")
            ++m_at;
        const auto &word = token(m_at);
        std::optional<int> offset;
        if (word.isWord() && word.meaning.zone != DateWord::noZone) {
            offset = word.meaning.zone;
            ++m_at;
            if (const auto more = readOffset())
                offset = more;
        } else if (word.isWord() && word.capitals && m_half != Half::Unsaid && m_day.isValid()) {
            offset = regional(word.folded);
            m_at += offset ? 1 : 0;
        } else {
            offset = readOffset();
        }
        if (!offset)
            m_at = start;
        return offset;
    }

    std::optional<int> regional(const QString &name) const
    {
        for (const auto &[zone, region] : regionalZones) {
            if (zone != name)
                continue;
            const QTimeZone known(region);
            return known.isValid()
                ? std::optional(known.offsetFromUtc(QDateTime(m_day, QTime(12, 0), Qt::UTC)))
                : std::nullopt;
        }
        return std::nullopt;
    }

    // +02:00, +0200, +02, −5:30.
    std::optional<int> readOffset()
    {
        const auto &number = token(m_at + 1);
        if (!token(m_at).isMark(u"+-") || number.kind != DateToken::Kind::Number
            || number.spaceBefore)
            return std::nullopt;
        const int sign = token(m_at).mark == u'-' ? -1 : 1;
        auto hours = static_cast<int>(number.value);
        int minutes = 0;
        auto end = m_at + 2;
        if (number.digits == 4) {
            minutes = hours % 100;
            hours /= 100;
        } else if (number.digits > 2) {
            return std::nullopt;
        } else if (token(end).isMark(u":") && isMinutes(end + 1)) {
            minutes = static_cast<int>(token(end + 1).value);
            end += 2;
        }
        if (hours > 14 || minutes > 59)
            return std::nullopt;
        m_at = end;
        return sign * (hours * 60 + minutes) * 60;
    }

    const QList<DateToken> &m_tokens;
    QDate m_day;
    qsizetype m_at = 0;
    int m_hour = 0;
    int m_minute = 0;
    int m_second = 0;
    Half m_half = Half::Unsaid;
    bool m_announced = false;
    bool m_hourSaid = false;
};

} // namespace

std::optional<TimeMatch> timeAt(const QList<DateToken> &tokens, qsizetype at, QDate day)
{
    return TimeReader(tokens, day).at(at);
}

} // namespace text
