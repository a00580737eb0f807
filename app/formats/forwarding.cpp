#include "formats/forwarding.h"

#include "formats/limits.h"
#include "text/whitespace.h"

#include <QList>
#include <QRegularExpression>

using namespace Qt::StringLiterals;
using formats::Forwarding;
using formats::Markup;

namespace {

namespace limits = formats::limits;

constexpr auto options
    = QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption;

const QRegularExpression marker(
    uR"(^(?:[-_–—]{2,}\s*(?:forwarded (?:message|mail)|original message|weitergeleitete nachricht|ursprüngliche nachricht|message transféré|message d'origine|mensaje reenviado|mensaje original|mensagem (?:encaminhada|original)|messaggio inoltrato|messaggio originale|doorgestuurd bericht|wiadomość przekazana|пересылаемое сообщение|исходное сообщение|转发的?邮件(?:信息)?|轉寄的郵件|原始邮件|転送されたメッセージ|رسالة محولة)\s*[-_–—]{2,}|(?:begin forwarded message|anfang der weitergeleiteten nachricht|début du message réexpédié|inicio del mensaje reenviado|inizio messaggio inoltrato|начало переадресованного сообщения)\s*:)$)"_s,
    options);

const QRegularExpression
    from(uR"(^\*?(?:from|von|de|da|van|od|от|发件人|寄件者|差出人|من)\s*[:：]\s*\*?\s*(\S.*)$)"_s,
         options);
const QRegularExpression date(
    uR"(^\*?(?:date|sent|datum|gesendet|envoyé|enviado|fecha|data|verzonden|дата|отправлено|日期|发送时间|日付|送信日時|التاريخ)\s*[:：]\s*\*?\s*(\S.*)$)"_s,
    options);
const QRegularExpression subject(
    uR"(^\*?(?:subject|betreff|objet|asunto|assunto|oggetto|onderwerp|temat|тема|主题|主旨|件名|الموضوع)\s*[:：]\s*\*?\s*(\S.*)$)"_s,
    options);
const QRegularExpression other(
    uR"(^\*?(?:to|cc|reply-to|an|à|para|a|aan|do|кому|копия|收件人|抄送|宛先|إلى)\s*[:：]\s*\S.*$)"_s,
    options);

struct Line
{
    struct Piece
    {
        qsizetype begin;
        qsizetype end;
    };
    QString words;
    QList<Piece> pieces; // Where they stand.
};

// Tags that do not end a line.
bool isInside(QStringView tag)
{
    static const QRegularExpression inside(
        u"^/?(?:a|b|strong|em|i|u|span|font|small|td|th|tt|code)(?:[\\s/]|$)"_s, options);
    return inside.match(tag.left(40).toString()).hasMatch();
}

// The first lines of a text, or those that a page's text makes.
class Lines
{
public:
    Lines(QStringView text, Markup markup)
        : m_text(text)
    {
        markup == Markup::Html ? readPage() : readText();
        for (auto &line : found) {
            line.words.replace("&lt;"_L1, "<"_L1).replace("&gt;"_L1, ">"_L1);
            line.words.replace("&quot;"_L1, "\""_L1).replace("&nbsp;"_L1, " "_L1);
            line.words = text::simplified(line.words.replace("&amp;"_L1, "&"_L1));
        }
    }

    QList<Line> found;

private:
    void readText()
    {
        for (qsizetype at = 0; at < m_text.size() && found.size() < limits::forwardLines;) {
            auto end = m_text.indexOf(u'\n', at);
            end = end < 0 ? m_text.size() : end;
            add(at, end);
            finish();
            at = end + 1;
        }
    }

    void readPage()
    {
        auto at = qMax(m_text.indexOf(u"<body", 0, Qt::CaseInsensitive), qsizetype(0));
        while (at < m_text.size() && found.size() < limits::forwardLines) {
            const auto tag = m_text.indexOf(u'<', at);
            add(at, tag < 0 ? m_text.size() : tag);
            const auto end = tag < 0 ? -1 : m_text.indexOf(u'>', tag);
            if (end < 0)
                break;
            const auto inside = m_text.sliced(tag + 1, end - tag - 1);
            if (inside.startsWith(u"style", Qt::CaseInsensitive)) {
                at = qMax(m_text.indexOf(u"</", end), end + 1);
                continue;
            }
            if (!isInside(inside))
                finish();
            at = end + 1;
        }
        finish();
    }

    void add(qsizetype begin, qsizetype end)
    {
        if (begin >= end)
            return;
        m_line.words += m_text.sliced(begin, qMin(end - begin, limits::addressLength));
        m_line.pieces.append({begin, end});
    }

    void finish()
    {
        if (!m_line.words.trimmed().isEmpty())
            found.append(m_line);
        m_line = {};
    }

    QStringView m_text;
    Line m_line;
};

// Fills in what a line says; false when it is none of the head.
bool takeField(Forwarding &head, const QString &line)
{
    const auto take = [&](const QRegularExpression &field, QString &value) {
        const auto match = field.match(line);
        if (match.hasMatch() && value.isEmpty())
            value = match.captured(1);
        return match.hasMatch();
    };
    return take(from, head.from) || take(date, head.date) || take(subject, head.subject)
        || other.match(line).hasMatch();
}

QString without(const QString &text, const QList<Line> &lines, qsizetype count)
{
    QString rest;
    rest.reserve(text.size());
    qsizetype at = 0;
    for (const auto &line : lines.first(count)) {
        for (const auto &piece : line.pieces) {
            rest += QStringView(text).sliced(at, piece.begin - at);
            at = piece.end;
        }
    }
    rest += QStringView(text).sliced(at);
    return rest;
}

} // namespace

Forwarding formats::forwarding(const QString &text, Markup markup)
{
    const auto lines = Lines(text, markup).found;
    for (qsizetype at = 0; at < lines.size(); ++at) {
        const bool marked = marker.match(lines[at].words.left(200)).hasMatch();
        Forwarding head;
        auto end = at + (marked ? 1 : 0);
        while (end < lines.size() && takeField(head, lines[end].words.left(500)))
            ++end;
        const bool whole = !head.from.isEmpty() && !head.subject.isEmpty()
            && (marked || (!head.date.isEmpty() && head.from.contains(u'@')));
        if (!whole)
            continue;
        QStringList note;
        for (const auto &line : lines.first(at))
            note.append(line.words);
        head.note = note.join(u' ');
        head.rest = without(text, lines, end);
        return head;
    }
    return {};
}
