#include "formats/headertext.h"

#include "formats/limits.h"
#include "text/decode.h"
#include "text/whitespace.h"

#include <QByteArrayView>

#include <algorithm>
#include <optional>

namespace {

namespace limits = formats::limits;

// "=?charset?B?…?=".
struct EncodedWord
{
    QByteArray charset;
    QByteArray bytes;
    qsizetype end = 0; // Behind it.
};

QByteArray unquoted(QByteArrayView written)
{
    auto text = written.toByteArray();
    text.replace('_', ' ');
    return QByteArray::fromPercentEncoding(text, '=');
}

std::optional<EncodedWord> encodedWordAt(QByteArrayView value, qsizetype at)
{
    const auto charsetEnd = value.indexOf('?', at + 2);
    if (charsetEnd < 0 || charsetEnd + 2 >= value.size() || value.at(charsetEnd + 2) != '?')
        return {};
    const auto start = charsetEnd + 3;
    const auto end = value.indexOf("?=", start);
    if (end < 0)
        return {};
    const auto written = value.sliced(start, end - start);
    auto charset = value.sliced(at + 2, charsetEnd - at - 2).toByteArray();
    // RFC 2231 §5: a language may follow the charset.
    charset.truncate(charset.contains('*') ? charset.indexOf('*') : charset.size());
    switch (value.at(charsetEnd + 1)) {
    case 'b':
    case 'B':
        return EncodedWord{charset, QByteArray::fromBase64(written.toByteArray()), end + 2};
    case 'q':
    case 'Q':
        return EncodedWord{charset, unquoted(written), end + 2};
    default:
        return {};
    }
}

// Most fields are plain ASCII, of which there is nothing to find out. ESC begins other letters.
QString decoded(QByteArrayView bytes, const QByteArray &charset)
{
    const bool plain = std::ranges::all_of(
        bytes, [](char letter) { return (letter >= ' ' && letter <= '~') || letter == '\t'; });
    return plain ? QString::fromLatin1(bytes) : text::decode(bytes.toByteArray(), charset).text;
}

// Words of one charset are decoded together: programs cut lines in the middle of a character.
class Decoder
{
public:
    explicit Decoder(const QByteArray &charset)
        : m_unlabelled(charset)
    {
    }

    void addWord(const EncodedWord &word)
    {
        if (word.charset.compare(m_charset, Qt::CaseInsensitive) != 0)
            flush();
        m_charset = word.charset;
        m_bytes += word.bytes;
    }

    void addPlain(QByteArrayView plain)
    {
        flush();
        m_text += decoded(plain, m_unlabelled);
    }

    void flush()
    {
        m_text += decoded(m_bytes, m_charset);
        m_bytes.clear();
    }

    [[nodiscard]] bool hasWord() const { return !m_bytes.isEmpty(); }
    [[nodiscard]] const QString &text() const { return m_text; }

private:
    QByteArray m_unlabelled;
    QByteArray m_charset;
    QByteArray m_bytes;
    QString m_text;
};

// The positions at which an address list is parted, and what stands in quotes, "<>" and "()".
class MailboxScanner
{
public:
    explicit MailboxScanner(const QByteArray &charset)
        : m_charset(charset)
    {
    }

    void add(char letter)
    {
        if (m_quoted || m_escaped) {
            addQuoted(letter);
        } else if (m_comments > 0 || letter == '(') {
            addComment(letter);
        } else if (letter == '"' && !m_angle) {
            m_quoted = true;
        } else if (letter == '<' || letter == '>') {
            m_angle = letter == '<';
        } else if ((letter == ',' || letter == ';') && !m_angle) {
            finish();
        } else {
            (m_angle ? m_address : m_phrase).append(letter);
        }
    }

    void finish()
    {
        formats::Mailbox mailbox{.name = formats::headerText(m_phrase, m_charset),
                                 .address = formats::headerText(m_address, m_charset)};
        // RFC 822's "address (Name)".
        if (mailbox.address.isEmpty() && mailbox.name.contains(u'@')) {
            mailbox.address = mailbox.name;
            mailbox.name = formats::headerText(m_comment, m_charset);
        }
        if (mailbox != formats::Mailbox() && found.size() < limits::mailboxes)
            found.append(mailbox);
        m_phrase.clear();
        m_address.clear();
        m_comment.clear();
        m_angle = false;
    }

    QList<formats::Mailbox> found;

private:
    void addQuoted(char letter)
    {
        if (!m_escaped && letter == '"') {
            m_quoted = false;
            return;
        }
        m_escaped = !m_escaped && letter == '\\';
        if (!m_escaped)
            m_phrase.append(letter);
    }

    void addComment(char letter)
    {
        m_comments += letter == '(' ? 1 : letter == ')' ? -1 : 0;
        if (letter != '(' && letter != ')')
            m_comment.append(letter);
    }

    QByteArray m_charset;
    QByteArray m_phrase;
    QByteArray m_address;
    QByteArray m_comment;
    int m_comments = 0;
    bool m_quoted = false;
    bool m_escaped = false;
    bool m_angle = false;
};

} // namespace

QString formats::headerText(const QByteArray &value, const QByteArray &charset)
{
    Decoder decoder(charset);
    const QByteArrayView all(value);
    qsizetype plain = 0;
    for (auto at = all.indexOf("=?"); at >= 0; at = all.indexOf("=?", at)) {
        const auto word = encodedWordAt(all, at);
        if (!word) {
            at += 2;
            continue;
        }
        // RFC 2047 §6.2: white space between encoded words is none of the text's.
        const auto between = all.sliced(plain, at - plain);
        if (!between.isEmpty() && !(decoder.hasWord() && between.trimmed().isEmpty()))
            decoder.addPlain(between);
        decoder.addWord(*word);
        at = plain = word->end;
    }
    decoder.flush();
    if (plain < all.size())
        decoder.addPlain(all.sliced(plain));
    return text::simplified(decoder.text());
}

QList<formats::Mailbox> formats::mailboxes(const QByteArray &value, const QByteArray &charset)
{
    MailboxScanner scanner(charset);
    for (const char letter : value)
        scanner.add(letter);
    scanner.finish();
    return scanner.found;
}
