#include "formats/markdownnotes.h"

#include "formats/limits.h"

#include <QHash>
#include <QRegularExpression>
#include <QSet>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace {

struct Note
{
    QStringList lines;
    int number = 0; // From 1; 0 while nothing refers to it.
};

bool isBlank(const QString &line)
{
    return line.trimmed().isEmpty();
}

// What belongs to a note behind a blank line is set in.
bool isSetIn(const QString &line)
{
    return line.startsWith("  "_L1) || line.startsWith(u'\t');
}

class Notes
{
public:
    explicit Notes(const QString &markdown)
        : m_lines(markdown.split(u'\n'))
    {
    }

    QString write()
    {
        takeNotes();
        for (auto &line : m_text)
            line = m_code.contains(&line - m_text.data()) ? line : withReferences(line);
        m_text.insert(m_place, list());
        return m_text.join(u'\n');
    }

private:
    void takeNotes()
    {
        static const QRegularExpression begin(uR"(^ {0,3}\[\^([^\]\s]{1,40})\]:[ \t]*(.*)$)"_s);
        static const QRegularExpression fence(uR"(^ {0,3}(?:```|~~~))"_s);
        auto code = false;
        while (m_at < m_lines.size()) {
            const auto &line = m_lines.at(m_at);
            const auto isFence = fence.match(line).hasMatch();
            const auto match = code ? QRegularExpressionMatch() : begin.match(line);
            const auto label = match.captured(1).toCaseFolded();
            if (match.hasMatch() && !m_numbers.contains(label)
                && m_notes.size() < formats::limits::markdownNotes) {
                ++m_at;
                m_numbers.insert(label, int(m_notes.size()));
                m_notes.append({.lines = noteFrom(match.captured(2), begin)});
                m_place = m_text.size();
                continue;
            }
            if (code || isFence)
                m_code.insert(m_text.size());
            code = code != isFence;
            m_text.append(line);
            ++m_at;
        }
    }

    // Its first line is known; a line that is not set in belongs to it up to the next blank one.
    QStringList noteFrom(const QString &first, const QRegularExpression &begin)
    {
        QStringList lines{first};
        while (m_at < m_lines.size() && !begin.match(m_lines.at(m_at)).hasMatch()) {
            auto next = m_at;
            while (next < m_lines.size() && isBlank(m_lines.at(next)))
                ++next;
            const auto blanks = next - m_at;
            if (next == m_lines.size() || (blanks > 0 && !isSetIn(m_lines.at(next))))
                break;
            if (blanks > 0)
                lines.append(QString());
            lines.append(m_lines.at(next).trimmed());
            m_at = next + 1;
        }
        return lines;
    }

    QString withReferences(const QString &line)
    {
        static const QRegularExpression reference(uR"(`+[^`]*`+|\[\^([^\]\s]{1,40})\])"_s);
        if (!line.contains("[^"_L1))
            return line;
        QString written;
        qsizetype copied = 0;
        for (auto matches = reference.globalMatch(line); matches.hasNext();) {
            const auto match = matches.next();
            written += QStringView(line).sliced(copied, match.capturedStart() - copied);
            written += match.hasCaptured(1) ? referenceTo(match.captured(1)) : match.captured();
            copied = match.capturedEnd();
        }
        return written += QStringView(line).sliced(copied);
    }

    QString referenceTo(const QString &label)
    {
        static const QRegularExpression sign(uR"(^[\w-]{1,20}$)"_s);
        const auto known = m_numbers.constFind(label.toCaseFolded());
        if (known == m_numbers.cend())
            return sign.match(label).hasMatch() ? u"<sup>%1</sup>"_s.arg(label)
                                                : u"[^%1]"_s.arg(label);
        return u"<sup><a href=\"#note-%1\">%1</a></sup>"_s.arg(numberOf(*known));
    }

    // The next one, for a note that has none yet.
    int numberOf(qsizetype at)
    {
        auto &note = m_notes[at];
        if (note.number == 0) {
            m_order.append(at);
            note.number = int(m_order.size());
        }
        return note.number;
    }

    // Notes may refer to notes, which are then the next ones.
    QString list()
    {
        if (m_notes.isEmpty())
            return {};
        QString items;
        qsizetype written = 0;
        for (qsizetype note = 0; note < m_notes.size(); ++note) {
            for (; written < m_order.size(); ++written)
                items += item(m_order.at(written));
            (void)numberOf(note);
        }
        for (; written < m_order.size(); ++written)
            items += item(m_order.at(written));
        // A blank line ends what is HTML, so that the notes' own text is Markdown.
        return u"\n<ol>\n"_s + items + u"</ol>\n"_s;
    }

    QString item(qsizetype note)
    {
        const auto lines = m_notes.at(note).lines; // References in it may number other notes.
        QString text;
        for (const auto &line : lines)
            text += withReferences(line) + u'\n';
        return u"<li id=\"note-%1\">\n\n%2\n</li>\n"_s.arg(QString::number(numberOf(note)), text);
    }

    QStringList m_lines;
    qsizetype m_at = 0;
    QStringList m_text; // All that is no note.
    QSet<qsizetype> m_code; // Lines of that which are left as they are.
    qsizetype m_place = 0; // Of the list in that.
    QList<Note> m_notes;
    QHash<QString, qsizetype> m_numbers; // By their labels.
    QList<qsizetype> m_order; // As they are referred to.
};

} // namespace

QString formats::withNotes(const QString &markdown)
{
    return markdown.contains("[^"_L1) ? Notes(markdown).write() : markdown;
}
