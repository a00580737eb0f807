#include "formats/frontmatter.h"

#include "formats/limits.h"

#include <QRegularExpression>
#include <QStringTokenizer>

using namespace Qt::StringLiterals;
using formats::FrontMatter;

namespace {

// A value that goes on over several lines, by how its lines are put together.
enum class Style { Plain, Folded, Literal };

// Double-quoted scalars know escapes (YAML 1.2.2 §5.7); single-quoted ones only a doubled quote.
QString unescaped(QStringView inside)
{
    QString text;
    for (qsizetype at = 0; at < inside.size(); ++at) {
        if (inside[at] != u'\\' || at + 1 == inside.size()) {
            text += inside[at];
            continue;
        }
        const auto escape = inside[++at];
        if (escape == u'u' && at + 4 < inside.size()) {
            bool ok = false;
            const auto code = inside.mid(at + 1, 4).toUShort(&ok, 16);
            if (ok) {
                text += QChar(code);
                at += 4;
                continue;
            }
        }
        text += escape == u'n' ? QChar(u'\n') : escape == u't' ? QChar(u'\t') : escape;
    }
    return text;
}

// Where the quoted scalar that begins a text ends, its closing quote included; 0 when it does not.
qsizetype quotedLength(QStringView text)
{
    const auto quote = text.front();
    for (qsizetype at = 1; at < text.size(); ++at) {
        if (quote == u'"' && text[at] == u'\\')
            ++at;
        else if (text[at] == quote && at + 1 < text.size() && text[at + 1] == quote
                 && quote == u'\'')
            ++at;
        else if (text[at] == quote)
            return at + 1;
    }
    return 0;
}

bool isQuoted(QStringView text)
{
    return text.size() > 1 && (text.front() == u'"' || text.front() == u'\'');
}

// "[[Name]]" and "[[Page|Name]]" are links between notes.
QString withoutWikiLink(QString text)
{
    static const QRegularExpression link(uR"(\[\[(?:[^\[\]|]{0,300}\|)?([^\[\]|]{1,300})\]\])"_s);
    return text.contains("[["_L1) ? text.replace(link, u"\\1"_s) : text;
}

QString scalar(QStringView written)
{
    written = written.trimmed();
    if (isQuoted(written)) {
        const auto length = quotedLength(written);
        if (length > 1) {
            const auto inside = written.mid(1, length - 2);
            return withoutWikiLink(written.front() == u'"'
                                       ? unescaped(inside)
                                       : inside.toString().replace("''"_L1, "'"_L1));
        }
    }
    const auto comment = written.indexOf(" #"_L1);
    if (comment >= 0)
        written = written.first(comment).trimmed();
    if (written == "null"_L1 || written == "~"_L1)
        return {};
    return withoutWikiLink(written.toString());
}

// "[a, "b, c", d]".
QStringList inlineList(QStringView written)
{
    QStringList values;
    qsizetype at = 1;
    const auto end = written.endsWith(u']') ? written.size() - 1 : written.size();
    while (at < end) {
        const auto rest = written.mid(at, end - at);
        if (rest.front().isSpace()) {
            ++at;
            continue;
        }
        const auto quoted = isQuoted(rest) ? quotedLength(rest) : 0;
        const auto comma = rest.indexOf(u',', quoted);
        const auto length = comma < 0 ? rest.size() : comma;
        const auto value = scalar(rest.first(length));
        if (!value.isEmpty())
            values.append(value);
        at += length + 1;
    }
    return values;
}

class Fields
{
public:
    void add(QStringView line)
    {
        static const QRegularExpression keyForm(
            uR"(^([\p{L}_][\p{L}\p{N}_ -]{0,60}?)\s*:(?:\s+(.*))?$)"_s);
        const bool indented = !line.isEmpty() && line.front().isSpace();
        const auto content = line.trimmed();
        if (content.startsWith(u'#') && m_style == Style::Plain)
            return;
        const bool item = content == "-"_L1 || content.startsWith("- "_L1);
        if (item && m_style == Style::Plain && !m_key.isEmpty()) {
            append(scalar(content.mid(1)));
            return;
        }
        const auto match = indented ? QRegularExpressionMatch() : keyForm.match(line);
        if (match.hasMatch())
            begin(match.captured(1), match.captured(2).trimmed());
        else
            goOn(content);
    }

    QHash<QString, QStringList> finished()
    {
        end();
        return m_fields;
    }

private:
    void begin(const QString &key, const QString &value)
    {
        end();
        m_key = key.toLower();
        if (value.startsWith(u'>') || value.startsWith(u'|'))
            m_style = value.startsWith(u'>') ? Style::Folded : Style::Literal;
        else
            m_value = value;
    }

    void goOn(QStringView content)
    {
        if (m_key.isEmpty() || (content.isEmpty() && m_value.isEmpty()))
            return;
        if (!m_value.isEmpty())
            m_value += m_style == Style::Literal ? u'\n' : u' ';
        m_value += content;
    }

    void append(const QString &value)
    {
        if (!value.isEmpty())
            m_fields[m_key].append(value);
    }

    void end()
    {
        const auto value = m_value.trimmed();
        if (m_style != Style::Plain)
            append(withoutWikiLink(value));
        else if (value.startsWith(u'[') && !value.startsWith("[["_L1))
            m_fields[m_key] += inlineList(value);
        else if (!m_key.isEmpty())
            append(scalar(value));
        if (m_fields.value(m_key).isEmpty())
            m_fields.remove(m_key);
        m_key.clear();
        m_value.clear();
        m_style = Style::Plain;
    }

    QHash<QString, QStringList> m_fields;
    QString m_key;
    QString m_value;
    Style m_style = Style::Plain;
};

} // namespace

QString formats::FrontMatter::value(const QString &key) const
{
    return fields.value(key).value(0);
}

std::optional<FrontMatter> formats::frontMatter(const QString &text)
{
    if (!text.startsWith("---\n"_L1) && !text.startsWith("--- \n"_L1))
        return std::nullopt;
    Fields fields;
    int lines = 0;
    for (const auto line : QStringTokenizer(text, u'\n')) {
        if (++lines == 1)
            continue;
        if (lines > limits::frontMatterLines)
            break;
        const auto bare = line.trimmed();
        if (bare == "---"_L1 || bare == "..."_L1) {
            const auto length = line.data() + line.size() - text.data();
            FrontMatter found{.fields = fields.finished(),
                              .length = std::min<qsizetype>(length + 1, text.size())};
            return found.fields.isEmpty() && lines > 2 ? std::optional<FrontMatter>() : found;
        }
        fields.add(line);
    }
    return std::nullopt;
}
