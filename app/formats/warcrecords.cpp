#include "formats/warcrecords.h"

#include "formats/headerfields.h"
#include "formats/limits.h"
#include "text/dates.h"

using namespace Qt::StringLiterals;

namespace {

bool isLineEnd(char byte)
{
    return byte == '\r' || byte == '\n';
}

class RecordScanner
{
public:
    explicit RecordScanner(const QByteArray &bytes)
        : m_bytes(bytes)
    {
    }

    formats::WarcRecords scan()
    {
        for (int count = 0; count < formats::limits::archiveEntries; ++count) {
            m_at = afterLineEnds(m_at);
            if (m_at >= m_bytes.size())
                return m_found;
            if (!startsRecord(m_at) || !takeRecord()) {
                m_found.isDamaged = true;
                const auto next = nextRecord(m_at + 1);
                if (next < 0)
                    return m_found;
                m_at = next;
            }
        }
        m_found.isCut = true;
        return m_found;
    }

private:
    [[nodiscard]] bool startsRecord(qsizetype at) const
    {
        const auto start = QByteArrayView(m_bytes).sliced(at);
        return start.size() > 5 && start.startsWith("WARC/") && start[5] >= '0' && start[5] <= '9';
    }

    // Where the next record begins, at `from` or behind it; -1 when none does.
    [[nodiscard]] qsizetype nextRecord(qsizetype from) const
    {
        for (auto at = m_bytes.indexOf("\nWARC/", qMax<qsizetype>(from - 1, 0)); at >= 0;
             at = m_bytes.indexOf("\nWARC/", at + 1)) {
            if (startsRecord(at + 1))
                return at + 1;
        }
        return -1;
    }

    [[nodiscard]] qsizetype afterLineEnds(qsizetype at) const
    {
        while (at < m_bytes.size() && isLineEnd(m_bytes.at(at)))
            ++at;
        return at;
    }

    bool takeRecord()
    {
        const auto line = m_bytes.indexOf('\n', m_at);
        if (line < 0)
            return false;
        const auto fields = formats::headerFields(QByteArrayView(m_bytes).sliced(line + 1));
        if (!fields)
            return false;
        const auto start = line + 1 + fields->size;
        const auto end = endOfBlock(start, fields->values.value("content-length"));
        auto target = QString::fromUtf8(fields->values.value("warc-target-uri"));
        // GNU Wget writes <address>, after the letter of WARC 1.0.
        if (target.startsWith(u'<') && target.endsWith(u'>'))
            target = target.sliced(1, target.size() - 2);
        m_found.records.append({.type = fields->values.value("warc-type").toLower(),
                                .target = target,
                                .date = text::parseDate(QString::fromLatin1(
                                    fields->values.value("warc-date").left(40))),
                                .contentType = fields->values.value("content-type"),
                                .start = start,
                                .length = end - start});
        m_at = end;
        return true;
    }

    qsizetype endOfBlock(qsizetype start, const QByteArray &stated)
    {
        bool isNumber = false;
        const auto length = stated.toULongLong(&isNumber);
        const auto room = quint64(m_bytes.size() - start);
        if (isNumber && length <= room) {
            const auto behind = afterLineEnds(start + qsizetype(length));
            if (behind >= m_bytes.size() || startsRecord(behind))
                return start + qsizetype(length);
        }
        auto end = nextRecord(start);
        // A header that is cut may have lost the length.
        if (end < 0 && (isNumber ? length > room : room == 0))
            m_found.isCut = true;
        else
            m_found.isDamaged = true;
        if (end < 0)
            return m_bytes.size();
        while (end > start && isLineEnd(m_bytes.at(end - 1)))
            --end;
        return end;
    }

    const QByteArray &m_bytes;
    formats::WarcRecords m_found;
    qsizetype m_at = 0;
};

} // namespace

formats::WarcRecords formats::warcRecords(const QByteArray &bytes)
{
    return RecordScanner(bytes).scan();
}
