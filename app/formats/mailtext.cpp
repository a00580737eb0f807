#include "formats/mailtext.h"

#include "formats/mailfields.h"
#include "formats/onlineaddress.h"
#include "text/folding.h"
#include "text/whitespace.h"

#include <QList>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype topLines = 12;
constexpr qsizetype footLines = 25;

// "=====", "* * *".
bool isRule(QStringView line)
{
    const auto trimmed = line.trimmed();
    return trimmed.size() > 2
        && std::ranges::none_of(trimmed, [](QChar letter) { return letter.isLetterOrNumber(); });
}

bool isAddress(QStringView line)
{
    static const QRegularExpression address(u"^[<(]?https?://\\S+$"_s);
    return address.match(line.trimmed().toString()).hasMatch();
}

bool explainsSending(const QString &line)
{
    static const QRegularExpression words(
        u"\\byou(?:.re| are)? (?:receiv(?:ed|ing|e)|subscribed)\\b.{0,60}\\b(?:because|e-?mail|"
        "newsletter|to)\\b|(?:diese|diesen) (?:e-?mail|newsletter) (?:erhalten|wurde)|sie "
        "erhalten diese|vous recevez ce|recib(?:e|es|ió|iste) este|ricev(?:i|ete) questa|вы "
        "получили это|您收到(?:此|这)|このメールは"_s,
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
    return words.match(line).hasMatch() || formats::offersUnsubscribing(line);
}

class Tidier
{
public:
    Tidier(const QString &text, QStringList &warnings)
        : m_lines(text.split(u'\n'))
        , m_warnings(warnings)
    {
    }

    // RFC 3676 §4.3: what follows "-- " is the sender's or the list's, not the story's.
    void leaveOutSignature()
    {
        if (const auto at = m_lines.lastIndexOf("-- "_L1); at > 0)
            leaveOut(at, m_lines.size() - at);
    }

    void leaveOutTop(const QString &outlet)
    {
        const auto name = text::folded(outlet);
        qsizetype seen = 0;
        for (qsizetype at = 0; at < m_lines.size() && seen < topLines;) {
            const auto line = text::simplified(m_lines[at]);
            qsizetype count = 0;
            if (formats::invitesOnline(line))
                count = 1 + (isAddressAt(at + 1) && !line.contains("://"_L1) ? 1 : 0);
            else if (!name.isEmpty() && text::folded(line) == name)
                count = 1 + (at + 1 < m_lines.size() && isRule(m_lines[at + 1]) ? 1 : 0);
            seen += line.isEmpty() ? 0 : 1;
            if (count > 0)
                leaveOut(at, count);
            else
                ++at;
        }
    }

    void leaveOutFoot()
    {
        qsizetype from = m_lines.size();
        for (qsizetype seen = 0, at = m_lines.size() - 1; at > 0 && seen < footLines; --at) {
            seen += m_lines[at].trimmed().isEmpty() ? 0 : 1;
            if (explainsSending(m_lines[at].left(400)))
                from = at;
        }
        if (from == m_lines.size())
            return;
        // With the paragraph it stands in and the rule above.
        while (from > 1 && !m_lines[from - 1].trimmed().isEmpty() && !isRule(m_lines[from]))
            --from;
        leaveOut(from, m_lines.size() - from);
    }

    [[nodiscard]] QString text() const { return m_lines.join(u'\n'); }

private:
    [[nodiscard]] bool isAddressAt(qsizetype at) const
    {
        return at < m_lines.size() && isAddress(m_lines[at]);
    }

    void leaveOut(qsizetype at, qsizetype count)
    {
        QStringList words;
        for (const auto &line : m_lines.mid(at, count)) {
            if (!isRule(line))
                words.append(line);
        }
        words.removeAll(u"-- "_s);
        if (const auto said = text::simplified(words.join(u' ')); !said.isEmpty())
            m_warnings.append("left out: "_L1 + text::excerpt(said, 80));
        m_lines.remove(at, count);
    }

    QStringList m_lines;
    QStringList &m_warnings;
};

} // namespace

QString formats::mailStoryText(const QString &text, const QString &outlet, Readers readers,
                               QStringList &warnings)
{
    Tidier tidier(text, warnings);
    tidier.leaveOutSignature();
    if (readers == Readers::Many) {
        tidier.leaveOutTop(outlet);
        tidier.leaveOutFoot();
    }
    return tidier.text();
}
