#include "formats/chrome.h"

#include "formats/linepattern.h"

#include <QString>

using namespace Qt::StringLiterals;

bool formats::isShareLine(QStringView line)
{
    static const QRegularExpression pattern(
        uR"(^(?:(?:print|drucken|imprimer|imprimir|stampa|печать|распечатать|طباعة|打印|列印|印刷)\s*[|·•/–-]?\s*)?)"
        uR"((?:share (?:this|on|via|by)\b|(?:diesen )?(?:artikel|beitrag) teilen|teilen (?:auf|per|via)\b)"
        uR"(|partager (?:cet|l[’']|sur|par)|comparti[rl] (?:est[ea]|en|por|en redes)|compartilhar|condividi)"
        uR"(|поделиться|شارك (?:هذا|المقال|هذه|عبر)|分享(?:到|本文|此文|至)|この記事を(?:共有|シェア)))"
        uR"([^.!?。]{0,80}$)"_s,
        formats::linePatternOptions);
    static const QRegularExpression printAlone(
        uR"(^(?:print(?: this (?:page|article))?|artikel drucken|imprimer(?: cet article)?|печать|طباعة|打印|印刷)$)"_s,
        formats::linePatternOptions);
    return formats::lineMatches(pattern, line, 160) || formats::lineMatches(printAlone, line, 40);
}

bool formats::isScriptNotice(QStringView line)
{
    static const QRegularExpression pattern(
        uR"(\b(?:please )?(?:enable|activate|turn on) javascript\b|^bitte (?:aktivieren sie )?javascript)"
        uR"(|javascript (?:aktivieren|must be enabled|is (?:disabled|required))|(?:activ(?:er|ez)|activar|activa) javascript)"
        uR"(|включите javascript|请(?:启用|开启) ?javascript|javascriptを有効)"_s,
        formats::linePatternOptions);
    return formats::lineMatches(pattern, line, 140);
}

bool formats::isNewsletterHeading(QStringView line)
{
    static const QRegularExpression pattern(
        uR"(^(?:sign up|subscribe|register)\b.{0,40}\b(?:newsletter|briefing|mailing list|e-?mails?)\b)"
        uR"(|\bnewsletter\b.{0,30} (?:abonnieren|bestellen|anmelden)|^(?:abonnieren|bestellen) sie\b.{0,40}\bnewsletter)"
        uR"(|^(?:inscrivez-vous|abonnez-vous)\b.{0,40}\b(?:lettre|newsletter|infolettre))"
        uR"(|^(?:suscríb[ae]n?(?:se|te)|apúnta(?:te|se))\b.{0,40}\b(?:bolet[ií]n|newsletter))"
        uR"(|^подпи(?:шитесь|саться)\b.{0,40}\b(?:рассылк|канал)|^اشترك.{0,30}(?:النشرة|نشرتنا))"
        uR"(|^订阅.{0,20}(?:通讯|简报|早报|邮件|新闻信)|^訂閱.{0,20}(?:通訊|電子報|早報|新聞信|快訊)|(?:メールマガジン|ニュースレター).{0,12}(?:登録|購読))"_s,
        formats::linePatternOptions);
    return formats::lineMatches(pattern, line, 100);
}

bool formats::isNewsletterLine(QStringView line)
{
    static const QRegularExpression pattern(
        uR"(\b(?:in|to|into) your (?:inbox|mailbox)\b|\bin (?:ihr|dein)(?:em)? (?:post(?:fach|eingang)|e-?mail-postfach)\b)"
        uR"(|\bdans votre (?:bo[iî]te (?:mail|aux lettres|de réception)|messagerie)\b|\ben (?:su|tu) (?:correo|bandeja)\b)"
        uR"(|^les (?:\w{2,6} )?(?:informations|infos|actus|actualités) du jour\b.{0,20}\bchaque (?:matin|soir|jour)\b)"
        uR"(|^die (?:\w{2,6} )?(?:wichtigsten|besten) (?:meldungen|nachrichten) des tages\b|^las (?:\w{2,6} )?noticias del día\b.{0,20}\bcada (?:mañana|tarde|día)\b)"
        uR"(|\bна (?:вашу|вашей) почт|بريدك الإلكتروني|في بريدك |您的(?:邮箱|收件箱|信箱|郵箱|電子信箱|收件匣)|メールでお届け|メールボックスに)"_s,
        formats::linePatternOptions);
    return formats::lineMatches(pattern, line, 140);
}

bool formats::isRankingHeading(QStringView line)
{
    static const QRegularExpression pattern(
        uR"(^(?:most (?:read|popular|viewed|shared)|trending(?: now)?|meist ?gelesen|am meisten gelesen)"
        uR"(|(?:les )?(?:articles )?(?:les )?plus lus|lo más (?:leído|visto)|más leídas|самое (?:читаемое|популярное)|сейчас читают)"
        uR"(|الأكثر قراءة|热门(?:文章|阅读|新闻)|熱門(?:文章|新聞)|阅读排行|閱讀排行|點閱排行|人氣(?:文章|新聞)|人気(?:記事|ランキング)|アクセスランキング)\s*[:：]?$)"_s,
        formats::linePatternOptions);
    return formats::lineMatches(pattern, line, 60);
}

bool formats::isReadingTime(QStringView line)
{
    static const QRegularExpression pattern(
        uR"(^(?:reading time|lesezeit|lesedauer|temps de lecture|lecture|tiempo de lectura|время чтения|وقت القراءة|阅读时间|読了時間)?)"
        uR"(\s*[:：]?\s*(?:ca\.? |about |~)?\d{1,3}(?:\s*[-–]\s*\d{1,3})?[\s-]*(?:min\.?|mins|minutes?|minuten|minutos?|минут[аы]?|мин\.?|دقائق|دقيقة|分钟|分鐘|分))"
        uR"((?:\s*(?:read(?:ing)?(?: time)?|lesezeit|de lecture|de lectura|чтения|قراءة|阅读|で読める))?$)"_s,
        formats::linePatternOptions);
    return formats::lineMatches(pattern, line, 40);
}

bool formats::isHostName(QStringView line)
{
    static const QRegularExpression pattern(
        uR"(^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.){1,4}[a-z][a-z0-9-]{1,30}$)"_s,
        formats::linePatternOptions);
    return formats::lineMatches(pattern, line, 100);
}
