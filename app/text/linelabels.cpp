#include "text/linelabels.h"

#include "text/folding.h"

#include <QSet>
#include <QStringView>

namespace text {

namespace {

// What stands before the title of another story, in the languages of ours.
constexpr QStringView related
    = u"related|related article|related articles|related story|related stories|related link|"
      u"related links|related content|related news|related coverage|related reading|"
      u"related topics|related posts|related post|related video|read also|also read|"
      u"see also|also see|read more|read next|up next|more on this|more on this story|"
      u"more on this topic|more on that|more about|more stories|more news|more from|"
      u"further reading|recommended|recommended reading|recommended stories|"
      u"you may also like|you might also like|you might be interested in|don't miss|"
      u"don't miss this|must read|in case you missed it|read the full story|read this|more|"
      u"see more|watch|watch also|also on|explainer|background|earlier|previously|"
      u"you may also enjoy|you might also enjoy|you might also love|you'll also love|"
      u"recommended for you|read this next|keep reading|more to read|more to explore|"
      u"similar posts|other stories|"
      u"related resources|related pages|auch lesen|das konnte dich interessieren|"
      u"das konnte sie interessieren|diese artikel konnten dich auch interessieren|"
      u"diese artikel konnten dich ebenfalls interessieren|"
      u"diese artikel konnten sie auch interessieren|verwandte beitrage|ahnliche beitrage|"
      u"weitere beitrage|neueste beitrage|vous aimerez aussi|articles similaires|"
      u"articles recommandes|cela peut vous interesser|entradas relacionadas|"
      u"articulos similares|mira tambien|voce pode gostar|posts relacionados|"
      u"articoli simili|podobne wpisy|"
      u"what to read next|lesen sie auch|lesen sie mehr|lesen sie hier|lies auch|"
      u"mehr zum thema|mehr dazu|zum thema|siehe auch|auch interessant|"
      u"das konnte sie auch interessieren|das konnte dich auch interessieren|"
      u"weitere artikel|verwandte artikel|ahnliche artikel|ahnlicher artikel|"
      u"verwandte themen|weiterlesen|weitere themen|mehr lesen|passend dazu|"
      u"mehr uber das thema|mehr|lesetipp|lesetipps|hintergrund|lesen sie dazu|"
      u"lesen sie dazu auch|verwandter artikel|mehr zu diesem thema|a lire aussi|lire aussi|"
      u"a lire|lire egalement|a lire egalement|voir aussi|a voir aussi|sur le meme sujet|"
      u"sur le meme theme|articles lies|article lie|articles associes|article associe|"
      u"articles connexes|article connexe|lire la suite|pour aller plus loin|"
      u"pour en savoir plus|en savoir plus|a ne pas manquer|a ecouter aussi|a decouvrir|"
      u"plus d'informations|lisez aussi|relire|lire plus|lea tambien|lee tambien|"
      u"leer tambien|leer mas|lea mas|ver tambien|vea tambien|mas informacion|"
      u"noticias relacionadas|noticia relacionada|articulos relacionados|"
      u"articulo relacionado|te puede interesar|le puede interesar|"
      u"tambien te puede interesar|mas sobre este tema|relacionado|relacionados|relacionada|"
      u"relacionadas|puede leer tambien|contenido relacionado|le recomendamos|"
      u"te recomendamos|leggi anche|leggete anche|da leggere|per approfondire|"
      u"approfondimento|vedi anche|guarda anche|articoli correlati|articolo correlato|"
      u"notizie correlate|potrebbe interessarti|potrebbe interessarti anche|"
      u"ti potrebbe interessare|leggi di piu|correlati|leia tambem|leia mais|ler tambem|"
      u"ler mais|veja tambem|veja mais|saiba mais|artigos relacionados|artigo relacionado|"
      u"materias relacionadas|mais sobre este assunto|confira tambem|ver tambem|"
      u"voce tambem pode gostar|lees ook|lees meer|lees verder|zie ook|bekijk ook|"
      u"gerelateerd|gerelateerde artikelen|gerelateerd artikel|meer over dit onderwerp|"
      u"meer lezen|ook interessant|verwante artikelen|las ocksa|las mer|las aven|se ocksa|"
      u"relaterat|relaterade artiklar|relaterad artikel|mer om amnet|mer i amnet|læs ogsa|"
      u"læs mere|se ogsa|relaterede artikler|relateret|relateret artikel|mere om emnet|"
      u"les ogsa|les mer|relaterte artikler|relatert|relaterte saker|relatert artikkel|"
      u"mer om saken|mer om temaet|hor ogsa|lue myos|lue lisaa|katso myos|aiheesta lisaa|"
      u"aiheeseen liittyvaa|aiheeseen liittyvat|lisaa aiheesta|kuuntele myos|czytaj tez|"
      u"czytaj takze|czytaj rowniez|przeczytaj takze|przeczytaj tez|przeczytaj rowniez|"
      u"czytaj wiecej|zobacz tez|zobacz takze|zobacz rowniez|powiazane artykuły|powiazane|"
      u"wiecej na ten temat|polecamy|warto przeczytac|podobne artykuły|powiazany artykuł|"
      u"ctete take|ctete tez|prectete si take|prectete si|ctete dale|cist dal|viz take|"
      u"souvisejici|souvisejici clanky|souvisejici clanek|k tematu|mohlo by vas zajimat|"
      u"precitajte si aj|citajte aj|suvisiace clanky|suvisiaci clanok|olvassa el ezt is|"
      u"olvasd el ezt is|olvassa el|olvassa tovabb|lasd meg|kapcsolodo cikkek|"
      u"kapcsolodo cikk|kapcsolodo|kapcsolodo cikkunk|ez is erdekelheti|ez is erdekelhet|"
      u"tovabbi cikkek|citeste si|cititi si|citeste mai mult|citeste mai departe|vezi si|"
      u"articole similare|articole asemanatoare|articol similar|articole conexe|"
      u"pe aceeasi tema|recomandari|ayrica okuyun|ayrica bakiniz|bunu da okuyun|"
      u"bunlari da okuyun|ilgili haber|ilgili haberler|ilgili|ilgili makale|"
      u"ilgili makaleler|haberin devami|benzer haberler|ilginizi cekebilir|devamini oku|"
      u"okumaya devam et|baca juga|baca selengkapnya|lihat juga|simak juga|berita terkait|"
      u"artikel terkait|xem them|doc them|tin lien quan|bai viet lien quan|bai lien quan|"
      u"co the ban quan tam|procitajte jos|procitajte i|povezani clanci|povezane vesti|"
      u"pogledajte jos|procitaj jos|прочитајте још|прочитајте и|διαβαστε επισης|"
      u"διαβαστε ακομα|διαβαστε ακομη|δειτε επισης|σχετικα αρθρα|σχετικα|"
      u"διαβαστε περισσοτερα|यह भी पढें|ये भी पढें|इसे भी पढें|और पढें|संबंधित खबरें|"
      u"संबंधित लेख|संबंधित समाचार|यह भी देखें|Читайте также|Читать также|Читайте ещё|"
      u"Читайте далее|Читать далее|Смотрите также|См. также|По теме|Ещё по теме|"
      u"Материалы по теме|Материал по теме|Связанные статьи|Статьи по теме|Похожие статьи|"
      u"Другие новости|Новости по теме|Подробнее|Рекомендуем|Читайте також|Читати також|"
      u"Дивіться також|Див. також|За темою|Пов'язані статті|Матеріали за темою|"
      u"Більше на тему|Прочетете още|Вижте още|Четете още|Свързани статии|اقرأ أيضا|"
      u"اقرأ أيضاً|إقرأ أيضا|اقرأ المزيد|اقرؤوا أيضا|شاهد أيضا|انظر أيضا|مقالات ذات صلة|"
      u"مقال ذو صلة|أخبار ذات صلة|خبر ذو صلة|مواضيع ذات صلة|موضوعات ذات صلة|ذات صلة|"
      u"مواد ذات صلة|قد يهمك|قد يهمك أيضا|للمزيد|اقرأ كذلك|طالع أيضا|اطلع أيضا|"
      u"بیشتر بخوانید|همچنین بخوانید|بخوانید|مطالب مرتبط|اخبار مرتبط|خبر مرتبط|"
      u"در همین زمینه|این مطلب را هم بخوانید|مرتبط|یہ بھی پڑھیں|مزید پڑھیں|متعلقہ خبریں|"
      u"مزید پڑھیے|یہ بھی پڑھیے|קראו גם|קרא גם|קראו עוד|ראו גם|לקריאה נוספת|עוד בנושא|"
      u"כתבות קשורות|כתבה קשורה|כתבות נוספות|אולי יעניין אותך|עוד באותו נושא|ידיעות קשורות|"
      u"相关阅读|相关新闻|相关报道|相关文章|相关链接|延伸阅读|推荐阅读|更多阅读|更多报道|阅读更多|"
      u"另请参阅|另見|另见|参见|扩展阅读|拓展阅读|点击阅读|更多内容|"
      u"相關閱讀|相關新聞|相關報導|相關文章|相關連結|延伸閱讀|推薦閱讀|更多閱讀|更多新聞|閱讀更多|"
      u"你可能也想看|看更多|関連記事|関連ニュース|関連|関連リンク|"
      u"あわせて読みたい|合わせて読みたい|あわせて読む|こちらもおすすめ|もっと読む|続きを読む|"
      u"おすすめ記事|関連情報|こちらも|관련 기사|관련기사|관련 뉴스|"
      u"관련뉴스|함께 읽기|함께 보면 좋은 기사|더 보기|더보기|추천 기사|연관 기사|이 "
      u"기사도|ข่าวที่เกี่ยวข้อง|อ่านเพิ่มเติม|"
      u"บทความที่เกี่ยวข้อง";

// Those that are ordinary words too: they need their colon.
constexpr QStringView ordinary
    = u"more|mehr|background|hintergrund|earlier|previously|explainer|watch|recommended|"
      u"related|more from|more about|read this|relire|approfondimento|ilgili";

// What stands before the address of a story.
constexpr QStringView sources
    = u"original url|original link|original article|original source|original|source url|"
      u"url source|source|sources|source link|url|link|article url|article link|page url|"
      u"web address|address|permalink|canonical url|canonical|from url|retrieved from|"
      u"read the original|read original|view original|view online|read online|"
      u"original story|original post|saved from|saved from url|short link|shortlink|"
      u"found at|available at|web link|weblink|website|quelle|quellen|originalquelle|"
      u"originallink|originalartikel|original-url|artikel-url|adresse|internetadresse|"
      u"zum artikel|lien|lien original|url d'origine|source originale|lien d'origine|"
      u"article original|url originale|lien vers l'article|fuente|fuente original|enlace|"
      u"enlace original|url original|direccion|fonte|fonte originale|collegamento|indirizzo|"
      u"fonte original|ligacao|endereco|bron|oorspronkelijke url|originele url|"
      u"originele link|kalla|lank|originallank|kilde|lenke|kilde-url|lahde|linkki|"
      u"alkuperainen|osoite|zrodło|adres|oryginał|adres url|zdroj|odkaz|puvodni odkaz|"
      u"forras|hivatkozas|eredeti cikk|sursa|adresa|kaynak|baglanti|orijinal url|sumber|"
      u"tautan|nguon|lien ket|duong dan|izvor|πηγη|συνδεσμος|स्रोत|लिंक|सोर्स|Источник|"
      u"Ссылка|Оригинал|Адрес|Оригинальная ссылка|Адрес статьи|Ссылка на оригинал|Джерело|"
      u"Посилання|Оригінал|Източник|Извор|المصدر|الرابط|رابط|مصدر|الرابط الأصلي|"
      u"المصدر الأصلي|رابط المقال|منبع|لینک|ماخذ|لنک|מקור|קישור|המקור|קישור מקורי|来源|原文链接|"
      u"原文|链接|网址|原文地址|本文链接|文章链接|原始链接|來源|原文連結|連結|網址|資料來源|出典|"
      u"元記事|引用元|リンク|ソース|元の記事|情報源|출처|원문|"
      u"링크|원문 링크|원문보기|ที่มา";

using Labels = QSet<QString>;

} // namespace

bool isRelatedLabel(const QString &folded)
{
    static const Labels labels = foldedWords(related);
    return labels.contains(folded);
}

bool isOrdinaryLabel(const QString &folded)
{
    static const Labels labels = foldedWords(ordinary);
    return labels.contains(folded);
}

bool isSourceLabel(const QString &folded)
{
    static const Labels labels = foldedWords(sources);
    return labels.contains(folded);
}

} // namespace text
