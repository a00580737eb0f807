#include "formats/onlineaddress.h"

#include "formats/limits.h"
#include "html/urls.h"
#include "text/whitespace.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace {

namespace limits = formats::limits;

constexpr auto options
    = QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption;

// What a link to the mail itself is called.
const QRegularExpression &invitation()
{
    static const QRegularExpression expression(
        u"^(?:.{0,60}\\b(?:view|read|see|open|show|display)\\b.{0,40}\\b(?:in|on|with) "
        "(?:(?:your|a|the|my) )?(?:web ?)?(?:browser|web)\\b.{0,20}"
        "|(?:view|read|see|open)(?: (?:it|this|the))?(?: (?:e-?mail|message|newsletter|issue|"
        "edition|post|story|article|web|online))*(?: (?:online|web ?page|version))"
        "|(?:web|online|browser)[ -]?(?:version|view)"
        "|.{0,60}\\bbrowser (?:an(?:sehen|zeigen|schauen)|öffnen|lesen|betrachten).{0,20}"
        "|(?:zur )?(?:online|web|browser)-?(?:version|ansicht)(?: (?:ansehen|anzeigen|lesen))?"
        "|(?:newsletter |e-?mail )?online (?:ansehen|anzeigen|lesen)"
        "|(?:voir|lire|afficher|consulter|ouvrir|visualiser)\\b.{0,50}\\b(?:navigateur|en ligne)"
        "|version (?:en ligne|web)"
        "|(?:ver|abrir|leer|visualizar)\\b.{0,50}\\b(?:navegador|en línea)|versión (?:web|online)"
        "|(?:visualizza|leggi|apri|vedi)\\b.{0,50}\\b(?:browser|online)|versione (?:web|online)"
        "|(?:bekijk|lees|open)\\b.{0,40}\\b(?:browser|online|webversie)"
        "|(?:zobacz|otwórz|wyświetl|czytaj)\\b.{0,40}\\b(?:przeglądarce|online)"
        "|(?:открыть|посмотреть|читать|просмотреть|смотреть)\\b.{0,40}\\b(?:браузере|онлайн)"
        "|веб-версия"
        "|.{0,12}(?:浏览器|瀏覽器).{0,8}(?:查看|打开|打開|阅读|閱讀|浏览|瀏覽|檢視)"
        "|(?:查看|阅读|檢視|閱讀).{0,6}(?:网页版|網頁版|在线版)"
        "|.{0,12}(?:ブラウザ|ウェブ|オンライン|web).{0,10}(?:表示|見る|読む|閲覧|開く|ご覧).{0,6}"
        "|(?:عرض|اقرأ|شاهد|فتح|افتح).{0,40}(?:المتصفح|الويب))[.!»›>→]*$"_s,
        options);
    return expression;
}

// What stands before a link that is only called "here".
const QRegularExpression &trouble()
{
    static const QRegularExpression expression(
        u"(?:(?:trouble|problems?|difficult\\w*|can.?t|cannot|unable).{0,40}(?:view|see|read|"
        "display)|not display|nicht (?:korrekt|richtig|lesbar)|nicht.{0,20}(?:angezeigt|"
        "dargestellt|lesen)|ne s.affiche pas|no (?:puede|se).{0,20}(?:ver|visualiza)|non "
        "visualizzi|не отображается|无法.{0,8}(?:查看|显示)|無法.{0,8}(?:檢視|顯示)|"
        "正しく表示|(?:view|read|see).{0,40}(?:browser|online))"_s,
        options);
    return expression;
}

const QRegularExpression &here()
{
    static const QRegularExpression expression(
        u"^(?:please )?(?:click |klicken sie (?:bitte )?|cliquez |haga clic |clique |clicca |"
        "нажмите )?(?:here|hier|ici|aquí|aqui|qui|здесь|сюда|这里|此处|這裡|此處|こちら|هنا)"
        "[.!]?$"_s,
        options);
    return expression;
}

const QRegularExpression &address()
{
    static const QRegularExpression expression(u"[<(\\[]?(https?://[^\\s<>)\\]]+)[>)\\]]?"_s);
    return expression;
}

// The words before an address in a line of text; none of a line too long to be looked at.
QString withoutAddress(const QString &line)
{
    constexpr qsizetype longest = 300;
    static const QRegularExpression closing(u"(?:\\s+at)?\\s*[:：]?\\s*$"_s);
    if (line.size() > limits::addressLength)
        return {};
    const auto match = address().match(line);
    const auto words = match.hasMatch() ? line.left(match.capturedStart()) : line;
    return words.size() > longest ? QString() : words.trimmed().remove(closing);
}

// The words of a piece of markup.
QString wordsOf(QStringView markup)
{
    QString words;
    bool inside = false;
    for (const auto letter : markup) {
        if (letter == u'<')
            words += u' ';
        if (!inside && letter != u'<')
            words += letter;
        inside = letter == u'<' || (inside && letter != u'>');
    }
    words.replace("&nbsp;"_L1, " "_L1).replace("&#39;"_L1, "'"_L1).replace("&amp;"_L1, "&"_L1);
    return text::simplified(words);
}

QUrl hrefOf(QStringView tag)
{
    static const QRegularExpression href(u"\\bhref\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)'|([^\\s>]+))"_s,
                                         options);
    const auto match = href.match(tag.toString());
    auto address = match.captured(1) + match.captured(2) + match.captured(3);
    return html::resolved(address.replace("&amp;"_L1, "&"_L1), {});
}

// The position behind a tag's ">", which may also stand in the value of an attribute.
qsizetype endOfTag(QStringView markup)
{
    QChar quote;
    for (qsizetype at = 0; at < markup.size(); ++at) {
        const auto letter = markup[at];
        if (quote.isNull() && letter == u'>')
            return at + 1;
        if (letter == quote)
            quote = {};
        else if (quote.isNull() && (letter == u'"' || letter == u'\''))
            quote = letter;
    }
    return markup.size();
}

// True when the link that begins at `at` and is called `words` leads to the mail itself.
bool leadsToItself(QStringView page, qsizetype at, const QString &words)
{
    constexpr qsizetype before = 400;
    if (invitation().match(words).hasMatch())
        return true;
    if (!here().match(words).hasMatch())
        return false;
    const auto context = page.sliced(qMax(at - before, qsizetype(0)), qMin(at, before));
    return trouble().match(wordsOf(context).right(160)).hasMatch();
}

} // namespace

QUrl formats::onlineAddress(const QString &html)
{
    constexpr qsizetype longestLink = 3000;
    constexpr qsizetype longestWords = 120;
    const QStringView page(html);
    int links = 0;
    for (auto at = page.indexOf(u"<a", 0, Qt::CaseInsensitive);
         at >= 0 && links < limits::mailLinks;
         at = page.indexOf(u"<a", at + 2, Qt::CaseInsensitive)) {
        if (at + 2 >= page.size() || !page[at + 2].isSpace())
            continue;
        ++links;
        const auto link = page.sliced(at, qMin(longestLink, page.size() - at));
        const auto end = link.indexOf(u"</a", 0, Qt::CaseInsensitive);
        const auto opened = endOfTag(link);
        if (end < 0 || opened > end)
            continue;
        const auto words = wordsOf(link.sliced(opened, end - opened));
        if (words.isEmpty() || words.size() > longestWords || !leadsToItself(page, at, words))
            continue;
        if (const auto url = hrefOf(link.first(opened)); !url.isEmpty())
            return url;
    }
    return {};
}

bool formats::invitesOnline(const QString &line)
{
    return invitation().match(withoutAddress(line)).hasMatch();
}

QUrl formats::onlineAddressInText(const QString &text)
{
    QString before; // The words of the line above, when no address follows them there.
    int lines = 0;
    for (const auto line : QStringView(text).split(u'\n')) {
        const auto trimmed = line.trimmed();
        if (trimmed.isEmpty() || trimmed.size() > limits::addressLength)
            continue;
        if (++lines > limits::mailTextLines)
            break;
        const auto match = address().match(trimmed.toString());
        const auto words = withoutAddress(trimmed.toString());
        if (match.hasMatch() && invitation().match(words.isEmpty() ? before : words).hasMatch())
            return html::resolved(match.captured(1), {});
        before = match.hasMatch() ? QString() : words;
    }
    return {};
}
