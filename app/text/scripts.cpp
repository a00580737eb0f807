#include "text/scripts.h"

namespace text {

const QList<EncodingProfile> &singleByteProfiles()
{
    static constexpr QStringView cyrillic = u"оеаинтсрвлкмдпуяызьбгчйхжшюцщэф";
    static constexpr QStringView cyrillicMore
        = u"ёъіїєґђјљњћџѓќўАБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯЁІЇЄҐЂЈЉЊЋЏЃЌЎ";
    static const QList<EncodingProfile> profiles{
        {.encoding = "windows-1252",
         .common = u"éèàäöüßóíáñçãêåøæôâîúìòùëïðþý",
         .usual = u"ÉÈÀÄÖÜÓÍÁÑÇÃÊÅØÆÕÔÂÎÛÚÌÒÙËÏõûÿÐÞÝœŒšŠžŽŸºª",
         .prior = 0.06},
        {.encoding = "windows-1250",
         .common = u"ąęłśżźćńóěščřžýáíéúůőűöüäťďňľĺŕôăâîşţđ",
         .usual = u"ĄĘŁŚŻŹĆŃÓĚŠČŘŽÝÁÍÉÚŮŐŰÖÜÄŤĎŇĽĹŔÔĂÂÎŞŢĐçßë",
         .prior = 0.04},
        {.encoding = "iso-8859-2",
         .common = u"ąęłśżźćńóěščřžýáíéúůőűöüäťďňľĺŕôăâîşţđ",
         .usual = u"ĄĘŁŚŻŹĆŃÓĚŠČŘŽÝÁÍÉÚŮŐŰÖÜÄŤĎŇĽĹŔÔĂÂÎŞŢĐçßë",
         .prior = 0.02},
        {.encoding = "windows-1254", .common = u"ışğüçöİâ", .usual = u"ŞĞÜÇÖîûÎÛÂ", .prior = 0.08},
        {.encoding = "windows-1257",
         .common = u"āēīūčšžģķļņėįųęąõäöüåæø",
         .usual = u"ĀĒĪŪČŠŽĢĶĻŅĖĮŲĘĄÕÄÖÜÅÆØó",
         .prior = 0.0},
        {.encoding = "windows-1258",
         .common = u"ơưăđâêô",
         .usual = u"ƠƯĂĐÂÊÔáàéèóúùíýĩũõã",
         .prior = -0.1},
        {.encoding = "macintosh",
         .common = u"éèàäöüßóíáñçãêåøæõôâîûúìòùëï",
         .usual = u"ÉÈÀÄÖÜÓÍÁÑÇÃÊÅØÆÕÔÂÎÛÚÌÒÙËÏœŒŸºª",
         .prior = -0.4},
        {.encoding = "windows-1251", .common = cyrillic, .usual = cyrillicMore, .prior = 0.05},
        {.encoding = "koi8-r", .common = cyrillic, .usual = cyrillicMore, .prior = 0.02},
        {.encoding = "koi8-u", .common = cyrillic, .usual = cyrillicMore, .prior = 0.01},
        {.encoding = "ibm866", .common = cyrillic, .usual = cyrillicMore, .prior = 0.0},
        {.encoding = "iso-8859-5", .common = cyrillic, .usual = cyrillicMore, .prior = 0.0},
        {.encoding = "x-mac-cyrillic", .common = cyrillic, .usual = cyrillicMore, .prior = -0.05},
        {.encoding = "windows-1253",
         .common = u"αοιετσνηυρπκμλωςγδβχθφξζψάέήίόύώ",
         .usual = u"ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩΆΈΉΊΌΎΏϊΐϋΰ",
         .prior = 0.03},
        {.encoding = "iso-8859-7",
         .common = u"αοιετσνηυρπκμλωςγδβχθφξζψάέήίόύώ",
         .usual = u"ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩΆΈΉΊΌΎΏϊΐϋΰ",
         .prior = 0.01},
        {.encoding = "windows-1255",
         .common = u"אבגדהוזחטיכךלמםנןסעפףצץקרשת",
         .usual = u"ְֱֲֳִֵֶַָֹֻּ׳״װױײ",
         .prior = 0.03},
        {.encoding = "windows-1256",
         .common = u"اليمونتربةعدفهسكحقجأ",
         .usual = u"شصخطىضذءغئزثإآظؤپچژگ،؛؟ًٌٍَُِّْ",
         .prior = 0.03},
        {.encoding = "iso-8859-6",
         .common = u"اليمونتربةعدفهسكحقجأ",
         .usual = u"شصخطىضذءغئزثإآظؤ،؛؟ًٌٍَُِّْ",
         .prior = 0.0},
        {.encoding = "windows-874",
         .common = u"านรอกเงมยลวดทตสะบปคหแจพชขใไโ่้ัีิ์็ุูึืำผซถศธณภฐญ",
         .usual = u"ฉฟฆฑฎฏฌฬฮฤๆฯฝษ๊๋๐๑๒๓๔๕๖๗๘๙",
         .prior = 0.0},
    };
    return profiles;
}

const QList<EncodingProfile> &multiByteProfiles()
{
    static constexpr QStringView kana
        = u"のにはをたがでてとしれさいるらなもりこっかすきまどよくだけあそせうおえみじつめばわ"
          u"日月年一人大本中国者時間分事自前後新上下今生会ンイスルトラアリクレドシジタロマフコカ"
          u"メャサバキテチニグパセュムプオッデウブジ";
    static constexpr QStringView kanaMore
        = u"ぁぃぅぇぉゃゅょゎんやゆねぬふへほひちむろごぎげぐざずぜぞぢづでどびぶべぼぱぴぷぺぽァ"
          u"ィゥェォャョヮヲヤユヨネヌフヘホヒノナワンガギゲゴザズゼゾダヂヅドビボベポピペヴーエハ"
          u"ミモソツ々";
    static constexpr QStringView simplified
        = u"的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于"
          u"着下自之年过发后作里用道行所然家种事成方多经么去法学如都同现当没动面起看定天分还"
          u"进好小部其些主样理心她本前开但因只从想实日军者意无力它与长把机十民第公此已工使情"
          u"明性知全三又关点正业外将两高间由问很最重并物手应战向头文体政美相见被利什二等产或"
          u"新己制身果加西斯月话合回特代内信表化老给世位次度门任常先海通教儿原东声提立及比员"
          u"解水名真论处走义各入几口认条平系气题活尔更别打女变四神总何电数安少报才结反受目太"
          u"量再感建务做接必场件计管期市直德资命山金指克许统区保至队形社便空决治展马科司五基"
          u"眼书非则听白却界达光放强即像难且权思王象完设式色路记南品住告类求据程北边死张该交"
          u"规万取拉格望觉术领共确传师观清今切院让识候带导争运";
    static constexpr QStringView traditional
        = u"的一是不了在人有我他這個們中來上大為和國地到以說時要就出會可也你對生能而子那得於"
          u"著下自之年過發後作裡用道行所然家種事成方多經麼去法學如都同現當沒動面起看定天分還"
          u"進好小部其些主樣理心她本前開但因只從想實日軍者意無力它與長把機十民第公此已工使情"
          u"明性知全三又關點正業外將兩高間由問很最重並物手應戰向頭文體政美相見被利什二等產或"
          u"新己制身果加西斯月話合回特代內信表化老給世位次度門任常先海通教兒原東聲提立及比員"
          u"解水名真論處走義各入幾口認條平系氣題活爾更別打女變四神總何電數安少報才結反受目太"
          u"量再感建務做接必場件計管期市直德資命山金指克許統區保至隊形社便空決治展馬科司五基"
          u"眼書非則聽白卻界達光放強即像難且權思王象完設式色路記南品住告類求據程北邊死張該交"
          u"規萬取拉格望覺術領共確傳師觀清今切院讓識候帶導爭運臺台灣";
    static constexpr QStringView hangul
        = u"이다의는에을가고지하를기사한은로도서자시대어나인일정부아리보수제전장해과있것들으"
          u"게여스주만라구안그상원공무조경성국동비치했신년적선유연오중화관와면위계세용미방말"
          u"생문개발";
    static const QList<EncodingProfile> profiles{
        {.encoding = "shift_jis", .common = kana, .usual = kanaMore, .prior = 0.02},
        {.encoding = "euc-jp", .common = kana, .usual = kanaMore, .prior = 0.02},
        {.encoding = "gb18030", .common = simplified, .usual = {}, .prior = 0.0},
        {.encoding = "big5", .common = traditional, .usual = {}, .prior = 0.0},
        {.encoding = "euc-kr", .common = hangul, .usual = {}, .prior = 0.0},
    };
    return profiles;
}

} // namespace text
