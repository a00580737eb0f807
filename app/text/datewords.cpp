#include "text/datewords.h"

#include "text/folding.h"

#include <QHash>
#include <QStringList>

#include <utility>

namespace text {

namespace {

// Names and abbreviations of the twelve months in all languages, separated by spaces. A name of two
// words is joined by an underscore.
constexpr QStringView months[] = {
    u"january jan januar jänner jän janvier janv enero ene gennaio gen janeiro januari tammikuu "
    u"tammikuuta tammi stycznia styczeń sty stycz leden ledna led január januára ianuarie ian "
    u"ocak oca января январь янв январе січня січень січ януари яну јануар ιανουαρίου ιανουάριος "
    u"ιαν يناير جانفي كانون_الثاني كانون_ثان ינואר ינו ژانویه جنوری जनवरी जन มกราคม ม.ค. siječnja "
    u"siječanj januára sausio",
    u"february feb febr februar feber février fevr févr fév fev febrero febbraio febb fevereiro "
    u"februari helmikuu helmikuuta helmi lutego luty lut února únor úno február februára februarie "
    u"şubat şub февраля февраль фев февр феврале лютого лютий лют февруари феб фебруар φεβρουαρίου "
    u"φεβρουάριος φεβ فبراير فيفري شباط פברואר פבר فوریه فروری फरवरी फ़रवरी फर กุมภาพันธ์ ก.พ. "
    u"veljače veljača vasario",
    u"march mar mars märz mär mrz maerz marzo março março maart mrt marts maaliskuu maaliskuuta "
    u"maalis marca marzec března březen bře brez március márc martie mart марта март мар марте "
    u"березня березень бер μαρτίου μάρτιος μαρ مارس آذار מרץ מרס مارچ मार्च มีนาคม มี.ค. ožujka "
    u"ožujak maret kovo",
    u"april apr avril avr abril abr aprile apr. huhtikuu huhtikuuta huhti kwietnia kwiecień kwi "
    u"kwiec dubna duben dub április ápr apríla apríl aprilie nisan nis апреля апрель апр апреле "
    u"квітня квітень квіт кві април απριλίου απρίλιος απρ أبريل ابريل إبريل أفريل نيسان אפריל אפר "
    u"آوریل اپریل अप्रैल अप्रै เมษายน เม.ย. travnja travanj balandžio",
    u"may mai mayo maggio mag maio mei maj toukokuu toukokuuta touko maja května květen kvě kvet "
    u"május máj mája mayıs may. мая май мае травня травень трав тра мај μαΐου μάιος μαΪ مايو ماي "
    u"أيار ايار מאי مه می مئی मई พฤษภาคม พ.ค. svibnja svibanj gegužės",
    u"june jun juni juin junio giugno giu junho kesäkuu kesäkuuta kesä czerwca czerwiec cze czerw "
    u"června červen čvn června június jún júna iunie iun haziran haz июня июнь июн июне червня "
    u"червень черв чер юни јун ιουνίου ιούνιος ιουν يونيو يونيه جوان حزيران יוני ژوئن جون जून "
    u"มิถุนายน มิ.ย. lipnja lipanj birželio",
    u"july jul juli juillet juil julio luglio lug julho heinäkuu heinäkuuta heinä lipca lipiec lip "
    u"července červenec čvc július júl júla iulie iul temmuz tem июля июль июл июле липня липень "
    u"лип юли јул ιουλίου ιούλιος ιουλ يوليو يوليه جويلية تموز יולי ژوئیه جولای جولائی जुलाई "
    u"กรกฎาคม ก.ค. srpnja srpanj liepos",
    u"august aug août aou agosto ago ago. augustus augusti elokuu elokuuta elo sierpnia sierpień "
    u"sie sierp srpna srpen srp augusztus augusta ağustos ağu августа август авг августе серпня "
    u"серпень серп сер αυγούστου αύγουστος αυγ أغسطس اغسطس غشت أوت آب اوت آگوست اگست אוגוסט אוג "
    u"अगस्त अग สิงหาคม ส.ค. kolovoza kolovoz agustus agu rugpjūčio",
    u"september sep sept septembre septiembre setiembre settembre sett set setembro syyskuu "
    u"syyskuuta syys września wrzesień wrz wrzes září zář szeptember szept septembra septembrie "
    u"eylül eyl сентября сентябрь сен сент сентябре вересня вересень вер септември сеп септембар "
    u"σεπτεμβρίου σεπτέμβριος σεπ سبتمبر شتنبر أيلول ايلول ספטמבר ספט سپتامبر ستمبر सितंबर "
    u"सितम्बर सित กันยายน ก.ย. rujna rujan rugsėjo",
    u"october oct oktober okt octobre octubre ottobre ott outubro out oktobra lokakuu lokakuuta "
    u"loka października październik paź pazdz října říjen říj október októbra octombrie ekim eki "
    u"октября октябрь окт октябре жовтня жовтень жовт жов октомври октобар οκτωβρίου οκτώβριος "
    u"οκτ أكتوبر اكتوبر تشرين_الأول تشرين_اول אוקטובר אוק اکتبر اکتوبر अक्टूबर अक्तूबर अक्टू "
    u"ตุลาคม ต.ค. spalio",
    u"november nov novembre noviembre nov. novembro marraskuu marraskuuta marras listopada "
    u"listopad lis listop listopadu novembra noiembrie noi noiem kasım kas ноября ноябрь ноя нояб "
    u"ноябре листопада листопад лист ноември ное новембар νοεμβρίου νοέμβριος νοε نوفمبر نونبر "
    u"تشرين_الثاني تشرين_ثان נובמבר נוב نوامبر نومبر नवंबर नवम्बर नव พฤศจิกายน พ.ย. studenoga "
    u"studeni lapkričio nopember",
    u"december dec dezember dez décembre déc diciembre dic dicembre dezembro desember des joulukuu "
    u"joulukuuta joulu grudnia grudzień gru grudz prosince prosinec pro decembra decembrie aralık "
    u"ara декабря декабрь дек декабре грудня грудень груд гру декември дец децембар δεκεμβρίου "
    u"δεκέμβριος δεκ ديسمبر دجنبر كانون_الأول كانون_اول דצמבר דצמ دسامبر دسمبر दिसंबर दिसम्बर दिस "
    u"ธันวาคม ธ.ค. prosinca prosinac desember gruodžio",
};

constexpr QStringView persianMonths[] = {
    u"فروردین", u"اردیبهشت", u"خرداد", u"تیر", u"مرداد", u"شهریور",
    u"مهر",     u"آبان",     u"آذر",   u"دی",  u"بهمن",  u"اسفند",
};

constexpr QStringView weekdays
    = u"monday mon tuesday tue tues wednesday wed thursday thu thur thurs friday fri saturday sat "
      u"sunday sun montag mo dienstag di mittwoch mi donnerstag do freitag fr samstag sonnabend sa "
      u"sonntag so lundi lun mardi mar mercredi mer jeudi jeu vendredi ven samedi sam dimanche dim "
      u"lunes martes mié miércoles mie jueves jue viernes vie sábado sáb sab domingo dom lunedì "
      u"martedì mercoledì giovedì gio venerdì sabato domenica segunda segunda-feira terça "
      u"terça-feira quarta quarta-feira quinta quinta-feira sexta sexta-feira seg ter qua qui sex "
      u"feira maandag ma dinsdag woensdag wo donderdag vrijdag vr zaterdag za zondag zo måndag mån "
      u"tisdag tis onsdag ons torsdag tors tor fredag fre lördag lör söndag sön mandag man tirsdag "
      u"tir lørdag lør søndag søn maanantai maanantaina tiistai tiistaina ti keskiviikko "
      u"keskiviikkona ke torstai torstaina to perjantai perjantaina pe lauantai lauantaina la "
      u"sunnuntai sunnuntaina su poniedziałek pon wtorek wt środa śr czwartek czw piątek pt sobota "
      u"sob niedziela niedz nd pondělí po úterý út středa st čtvrtek čt pátek pá neděle ne hétfő "
      u"kedd szerda csütörtök péntek szombat vasárnap luni marți mar miercuri joi vineri sâmbătă "
      u"duminică pazartesi salı çarşamba perşembe cuma cumartesi pazar понедельник вторник среда "
      u"четверг пятница суббота воскресенье пн вт ср чт пт сб вс понеділок вівторок середа четвер "
      u"п'ятниця субота неділя нд понеделник сряда четвъртък петък събота неделя δευτέρα τρίτη "
      u"τετάρτη πέμπτη παρασκευή σάββατο κυριακή الاثنين الإثنين الثلاثاء الأربعاء الخميس الجمعة "
      u"السبت الأحد اثنين ثلاثاء أربعاء خميس جمعة سبت أحد ראשון שני שלישי רביעי חמישי שישי שבת "
      u"دوشنبه شنبه یکشنبه یک‌شنبه سه‌شنبه سه چهارشنبه "
      u"چهار‌شنبه "
      u"پنجشنبه "
      u"پنج‌شنبه "
      u"پنج "
      u"جمعه "
      u"آدینه "
      u"پیر منگل بدھ جمعرات ہفتہ اتوار सोमवार मंगलवार बुधवार गुरुवार बृहस्पतिवार शुक्रवार शनिवार "
      u"रविवार सोम मंगल बुध गुरु शुक्र शनि रवि 월요일 화요일 수요일 목요일 금요일 토요일 일요일 월 "
      u"화 수 목 금 토 일 월요 senin selasa rabu kamis jumat jum'at sabtu minggu ahad hai cn";

constexpr QStringView forenoon
    = u"am a.m ص صباحا صباح πμ öö पूर्वाह्न सुबह oo 오전 上午 午前 早上 凌晨 清晨 sáng dop";
constexpr QStringView afternoon
    = u"pm p.m م مساء مساءً ظهرا μμ ös अपराह्न शाम दोपहर 오후 下午 午後 晚上 中午 傍晚 chiều tối "
      u"odp عصر بعدازظهر";

constexpr QStringView glue
    = u"de del of di da d the den der dem le la el il al på til ta i in от від den th st nd rd er "
      u"e "
      u"º ª го та ой року года год рік г р гг р. ngày năm ngay nam thứ thu tahun tanggal tgl pukul "
      u"سنة عام في סנת ב an án én ei i ai jei a m d det dňa dne dnia roku r m. ème era 일 년 월 年 "
      u"月 "
      u"日 号 號 të na ko ki को में ए o os às a' l' del' w dana";

constexpr QStringView hours
    = u"uhr h hs hrs horas heures hour hours std ч час часов часа год. година годин godz hod óra "
      u"ora ore tim saat 시 分 分钟 时 時 点 點 分 분 초 秒 น. น giờ ώρα بجے बजे clock o'clock h. "
      u"ч. "
      u"local";

constexpr QStringView atTime
    = u"at um à a alle ore las às ás om kl klo kello kl. o ob godz godzina v ve saat saati в о об "
      u"у στις ώρα الساعة عند بتوقيت בשעה ساعت बजे lúc pukul jam pkl vid gegen @";

constexpr QStringView published
    = u"published publish publication posted first released created issued date dated filed stand "
      u"veröffentlicht erstellt publiziert erschienen datum publié publiée paru mis ligne "
      u"publicado publicada publicación fecha pubblicato pubblicata data publicação gepubliceerd "
      u"geplaatst publicerad publicerat publicerades publisert publiceret udgivet offentliggjort "
      u"lagt ut julkaistu opublikowano opublikowane utworzono publikováno publikovano vydáno "
      u"publikované zveřejněno megjelent közzétéve publicat publicată yayınlanma yayınlanma "
      u"yayınlandı yayın yayim giriş tarihi tarih eklenme oluşturulma опубликовано опубликована "
      u"дата публикации опубліковано публікації публикувано δημοσίευση δημοσιεύτηκε δημοσιεύθηκε "
      u"نشر نشرت النشر تاريخ تم פורסם פורסמה תאריך انتشار تاریخ منتشر شائع اشاعت प्रकाशित पब्लिश "
      u"तिथि 发布 發布 发布时间 發布時間 发表 發表 发表于 时间 時間 日期 公開 公開日 掲載 掲載日 "
      u"配信 "
      u"投稿 입력 등록 발행 게재 작성 기사입력 등록일 đăng xuất bản dipublikasikan diterbitkan "
      u"terbit tayang diposting online print printed";

constexpr QStringView updated
    = u"updated update modified changed edited revised last lastmod aktualisiert aktualisierung "
      u"geändert zuletzt bearbeitet letzte änderung modifié mise mis jour màj maj actualisé "
      u"actualizado actualizada actualización última modificación aggiornato aggiornata "
      u"aggiornamento ultimo modificato atualizado atualizada atualização última laatst bijgewerkt "
      u"gewijzigd laatste update uppdaterad uppdaterat uppdaterades senast oppdatert sist "
      u"opdateret "
      u"senest ændret päivitetty muokattu aktualizacja zaktualizowano ostatnia zmiana "
      u"aktualizováno aktualizace upraveno aktualizované frissítve frissült módosítva utolsó "
      u"frissítés actualizat actualizată modificat ultima güncelleme güncellendi güncellenme son "
      u"обновлено обновлена обновление изменено оновлено оновлення обновена ενημέρωση ενημερώθηκε "
      u"آخر تحديث تحديث محدث حدث עודכן עדכון אחרון עדכנו بروزرسانی "
      u"به‌روزرسانی "
      u"آپدیت "
      u"ویرایش "
      u"اپ "
      u"ڈیٹ "
      u"अपडेट अद्यतन अंतिम 更新 更新时间 更新時間 最后 最後 編集 修正 최종 수정 업데이트 최종수정 "
      u"수정일 "
      u"cập nhật diperbarui diperbaharui perbarui terakhir";

// "at 08:15 Greenwich mean time on", "5 min read".
constexpr QStringView company
    = u"t on time standard summer daylight central european eastern western pacific mountain "
      u"greenwich "
      u"mean moscow local zeit uhrzeit am den vom et y og och und and le à il vor il het op "
      u"gmt utc min mins minute minutes read lesezeit lesedauer minuten lecture lectura lettura "
      u"leitura tempo de leestijd lästid lesetid læsetid lukuaika чтения мин минут минуты ist was "
      u"by: w o z ze dne dnia i en em em: at: kello hrs aktualisiert: heure date: дата: время в "
      u"час بتاريخ الموافق يوم coordinated universal greenwich по времени тому יום ב بتوقيت غرينتش "
      u"جرينتش מאת في به روز को आईएसटी 周 星期 週 曜日 曜 "
      u"周一 周二 周三 周四 周五 周六 周日 一 二 三 四 五 六 天 日 月 火 水 木 金 土 祝 北京时间 "
      u"기준 "
      u"kst wib wita wit hari thứ sáu bảy chủ nhật nhat bay sau gmt+7 edition";

// Vietnamese counts its months and weekdays.
constexpr std::pair<QStringView, int> vietnamese[] = {
    {u"giêng", 1}, {u"một", 1},   {u"hai", 2},   {u"ba", 3},  {u"tư", 4},
    {u"bốn", 4},   {u"năm", 5},   {u"sáu", 6},   {u"bảy", 7}, {u"tám", 8},
    {u"chín", 9},  {u"mười", 10}, {u"chạp", 12},
};

// Offsets in minutes. Names used in several places go to where most news is written.
constexpr std::pair<QStringView, int> zones[] = {
    {u"z", 0},      {u"utc", 0},      {u"gmt", 0},      {u"wet", 0},           {u"غرينتش", 0},
    {u"جرينتش", 0}, {u"гринвичу", 0}, {u"москве", 180}, {u"московскому", 180}, {u"west", 60},
    {u"bst", 60},   {u"cet", 60},     {u"mez", 60},     {u"cest", 120},        {u"mesz", 120},
    {u"eet", 120},  {u"cat", 120},    {u"sast", 120},   {u"eest", 180},        {u"msk", 180},
    {u"мск", 180},  {u"trt", 180},    {u"tsi", 180},    {u"eat", 180},         {u"gst", 240},
    {u"pkt", 300},  {u"ist", 330},    {u"आईएसटी", 330}, {u"npt", 345},         {u"ict", 420},
    {u"wib", 420},  {u"hkt", 480},    {u"sgt", 480},    {u"wita", 480},        {u"awst", 480},
    {u"jst", 540},  {u"kst", 540},    {u"wit", 540},    {u"acst", 570},        {u"aest", 600},
    {u"acdt", 630}, {u"aedt", 660},   {u"nzst", 720},   {u"nzdt", 780},        {u"nst", -210},
    {u"ndt", -150}, {u"brt", -180},   {u"art", -180},   {u"adt", -180},        {u"ast", -240},
    {u"edt", -240}, {u"est", -300},   {u"cdt", -300},   {u"cst", -360},        {u"mdt", -360},
    {u"mst", -420}, {u"pdt", -420},   {u"akdt", -480},  {u"pst", -480},        {u"akst", -540},
    {u"hst", -600},
};

using Words = QHash<QString, DateWord>;

template<typename Mark>
void addAll(Words &words, QStringView list, Mark mark)
{
    for (const auto word : list.split(u' ', Qt::SkipEmptyParts)) {
        auto key = folded(word);
        while (key.endsWith(u'.'))
            key.chop(1);
        mark(words[key]);
    }
}

void addMonths(Words &words)
{
    for (int month = 0; month < 12; ++month) {
        addAll(words, persianMonths[month],
               [month](DateWord &word) { word.month = persianCalendar + month + 1; });
    }
    for (int month = 0; month < 12; ++month) {
        for (const auto name : months[month].split(u' ', Qt::SkipEmptyParts)) {
            addAll(words, name, [&](DateWord &word) {
                word.month = month + 1;
                word.thai = name.front().script() == QChar::Script_Thai;
            });
        }
    }
}

Words readTables()
{
    Words words;
    addMonths(words);
    for (const auto &[name, number] : vietnamese) {
        words[folded(name)].counted = number;
    }
    for (const auto &[name, minutes] : zones)
        words[folded(name)].zone = minutes * 60;
    addAll(words, weekdays, [](DateWord &word) { word.weekday = true; });
    addAll(words, forenoon, [](DateWord &word) { word.forenoon = true; });
    addAll(words, afternoon, [](DateWord &word) { word.afternoon = true; });
    addAll(words, glue, [](DateWord &word) { word.glue = true; });
    addAll(words, hours, [](DateWord &word) { word.hour = true; });
    addAll(words, atTime, [](DateWord &word) { word.atTime = true; });
    addAll(words, published, [](DateWord &word) { word.published = true; });
    addAll(words, updated, [](DateWord &word) { word.updated = true; });
    addAll(words, company, [](DateWord &word) { word.company = true; });
    return words;
}

} // namespace

DateWord dateWord(const QString &foldedWord)
{
    static const Words words = readTables();
    return words.value(foldedWord);
}

} // namespace text
