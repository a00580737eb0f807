#include "formats/chrome.h"
#include "formats/linepattern.h"

#include <QString>

using namespace Qt::StringLiterals;

bool formats::isCommentsHeading(QStringView line)
{
    static const QRegularExpression pattern(
        uR"(^(?:(?:\d{1,6} )?(?:comments?|kommentare?|leserkommentare|commentaires?|comentarios?|comentários?|commenti|reacties|комментари(?:и|ев|я|й)|التعليقات|تعليقات|评论|網友評論|评论区|評論|留言|コメント))"
        uR"( ?[()（\[]{0,2} ?\d{0,6} ?[)）\]]?(?: ?件)?|(?:\d{1,6}) ?(?:条评论|則留言|則評論|件のコメント)|comments are closed\.?)$)"_s,
        formats::linePatternOptions);
    return formats::lineMatches(pattern, line, 40);
}

bool formats::isCopyrightLine(QStringView line)
{
    static const QRegularExpression pattern(
        uR"(^(?:©|\(c\)|copyright)\s*(?:©|\(c\))?\s*(?:copyright\s*)?(?:(?:19|20)\d\d\b|\S.{0,120}(?:19|20)\d\d|\S.{0,160}(?:rights reserved|rechte vorbehalten|droits réservés|derechos reservados|diritti riservati|права защищены|الحقوق محفوظة|版权所有|版權所有|無断転載)))"
        uR"(|^.{0,80}(?:all rights reserved|alle rechte vorbehalten|tous droits réservés|todos los derechos reservados|все права защищены|جميع الحقوق محفوظة|版权所有|版權所有|無断転載|無断複製))"_s,
        formats::linePatternOptions);
    return formats::lineMatches(pattern, line, 300);
}

bool formats::isAdvertLine(QStringView line)
{
    // Run into the next word, as text without its boxes is, or alone; a story's word goes on in
    // small letters or after a space.
    static const QRegularExpression pattern(
        uR"(^(?:ADVERTISEMENT|Advertisement|ADVERTISING|SPONSORED|Sponsored|ANZEIGE|Anzeige|WERBUNG|Werbung|PUBLICITÉ|Publicité|PUBLICIDAD|Publicidad|ANUNCIO|PUBBLICITÀ|РЕКЛАМА|Реклама)(?:\p{Lu}[^.!?]*|[\d«“"„][^.!?]*|\s*)$)"
        uR"(|^(?:إعلان|广告|廣告|広告|推广|スポンサーリンク|PR)(?:$|[^\s:：، ,，.。؛-][^.!?。！？]{3,80}$))"_s,
        QRegularExpression::UseUnicodePropertiesOption);
    return formats::lineMatches(pattern, line, 160);
}

bool formats::isTagsLine(QStringView line)
{
    static const QRegularExpression pattern(
        uR"(^(?:filed under|tagged|tags|topics|categories|schlagworte|schlagwörter|stichworte|themen|mots[- ]clés|étiquettes|etiquetas|temas|archivado en|теги|метки|рубрики|وسوم|الوسوم|كلمات مفتاحية|标签|標籤|关键词|關鍵字|タグ|キーワード)\s*[:：]\s*\S[^.!?。！？]{0,160}$)"_s,
        formats::linePatternOptions);
    return formats::lineMatches(pattern, line, 200);
}

bool formats::isConsentLine(QStringView line)
{
    static const QRegularExpression pattern(
        uR"(\b(?:we|our|this site|this website|wir|nous|notre site|nosotros|utilizamos|usamos|мы|этот сайт|noi)\b.{0,80}\b(?:cookies?|файлы cookie|куки)\b)"
        uR"(|نستخدم.{0,60}ملفات تعريف الارتباط|使用.{0,6}cookie|cookie.{0,12}(?:使用|利用)|クッキーを(?:使用|利用))"
        uR"(|^(?:accept|reject|allow)(?: all)?(?: cookies)?$|^(?:alle|alles) (?:akzeptieren|ablehnen)$|^(?:tout|tous) (?:accepter|refuser)$|^(?:accepter|refuser) tout$)"
        uR"(|^(?:aceptar|rechazar) tod[oa]s?$|^(?:принять|отклонить) все$|^قبول الكل$|^رفض الكل$|^(?:全部|すべて)?(?:接受|同意|承認|許可)(?:する)?$|^すべて(?:同意|許可)する$)"_s,
        formats::linePatternOptions);
    return formats::lineMatches(pattern, line, 260);
}

bool formats::isSkipLine(QStringView line)
{
    static const QRegularExpression pattern(
        uR"(^(?:skip|jump) to (?:the )?(?:main )?(?:content|navigation|text|article)|^zum (?:inhalt|hauptinhalt|text)(?: springen)?$|^(?:aller|passer) au contenu|^(?:saltar|ir) al contenido)"
        uR"(|^перейти к (?:содерж|основному)|^انتقل إلى المحتوى|^(?:تخطي|تجاوز) إلى المحتوى|^跳(?:到|转到|至)(?:主要)?(?:内容|內容|正文)|^(?:本文|コンテンツ|メインコンテンツ)へ(?:スキップ|移動|ジャンプ))"_s,
        formats::linePatternOptions);
    return formats::lineMatches(pattern, line, 60);
}

bool formats::isBreadcrumb(QStringView line)
{
    static const QRegularExpression pattern(
        uR"(^[^.!?>›»]{1,40}(?:\s*[>›»]\s*[^.!?>›»]{1,40}){1,5}[>›»]?$)"_s,
        formats::linePatternOptions);
    return formats::lineMatches(pattern, line, 160);
}

bool formats::isControlLine(QStringView line)
{
    static const QRegularExpression pattern(
        uR"(^\(BUTTON\)|^IFRAME: |^#(?:\[\d{1,5}\])?(?:alternate|next|prev|help|search|index)\b|^(?:\[\d{1,5}\])?\[?[ _]{6,}\]?\s*(?:\(BUTTON\)|\[\d{1,5}\])?\s*\S{0,20}$|^\*$)"_s);
    return formats::lineMatches(pattern, line, 200);
}
