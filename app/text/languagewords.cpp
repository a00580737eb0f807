#include "text/languagewords.h"

namespace text {

const QList<LanguageProfile> &latinProfiles()
{
    static const QList<LanguageProfile> profiles{
        {.tag = u"en",
         .words = u"the of and to in is that for it was with as on be at by this had not are but "
                  u"from or have an they which one you were her all she there would their we him "
                  u"been has when who will more said about than its after into"},
        {.tag = u"de",
         .words
         = u"der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als "
           u"auch es an werden aus er hat dass sie nach wird bei einer um am sind noch wie "
           u"einem über einen so zum war haben nur oder aber vor zur bis mehr durch",
         .letters = u"ß"},
        {.tag = u"fr",
         .words = u"le la les de des du et un une en que qui dans pour pas sur au plus par est il "
                  u"avec ce se ne sont aux cette son ses mais ou comme elle été on nous leur dont "
                  u"même fait être après deux ans entre c'est d'un d'une",
         .letters = u"êœçèùû"},
        {.tag = u"es",
         .words
         = u"de la que el en y a los del se las por un para con no una su al lo como más pero "
           u"sus le ya o este sí porque esta entre cuando muy sin sobre también me hasta hay "
           u"donde quien desde todo nos durante todos uno les ni contra otros fue ha",
         .letters = u"ñ¿¡"},
        {.tag = u"it",
         .words
         = u"di che è e la il un a per in una del non sono con si della da le i dei ha al come "
           u"più ma gli nel alla anche lo delle questo ci stato dal nella ai suo dopo loro "
           u"anni essere hanno tra se cui sul sulla degli era due",
         .letters = u"ìò"},
        {.tag = u"pt",
         .words
         = u"de a o que e do da em um para com não uma os no se na por mais as dos como mas ao "
           u"ele das à seu sua ou quando muito nos já eu também só pelo pela até isso ela "
           u"entre depois sem mesmo aos são foi está ser tem há",
         .letters = u"ãõ"},
        {.tag = u"nl",
         .words
         = u"de van het een en in is dat op te zijn met voor niet aan er om ook als dan maar "
           u"bij uit nog naar worden door over ze hij heeft wordt hebben deze was had of meer "
           u"geen kan zich al wel werd zo"},
        {.tag = u"sv",
         .words
         = u"och i att det som en på är av för med till den har de inte om ett han men var jag "
           u"sig från vi så kan när år säger under också efter eller nu där vid mot ska skulle "
           u"kommer ut får finns vara hade alla andra mycket än här då",
         .letters = u"äå"},
        {.tag = u"da",
         .words
         = u"og i at det er en til af på de med for den der som ikke et har han var fra men om "
           u"vi kan jeg sig så ved eller nu efter blev skal også mod over hun ud under når "
           u"hvor hvad være blive bliver havde meget andre mere nogle siger",
         .letters = u"æø"},
        {.tag = u"no",
         .words
         = u"og i det er på til som en for av at har med de ikke den om et fra men han var så "
           u"vi kan jeg seg ble sier etter skal også mot eller nå vil være ved blir hun ut "
           u"når hvor over hva hadde mye noen mer opp år under",
         .letters = u"æø"},
        {.tag = u"fi",
         .words = u"ja on ei se että oli hän joka mutta ovat kuin myös sen ole tai niin kun mukaan "
                  u"vain hänen jos sekä mitä vuoden nyt sitä olla voi vuonna jo jotka sanoo kanssa "
                  u"koko enemmän ollut olisi kuitenkin siitä tämä kaikki hyvin jälkeen ennen",
         .letters = u"äö"},
        {.tag = u"pl",
         .words
         = u"w i na z do się nie że to jest o jak od po za ale przez co dla są tym czy już tak "
           u"jego oraz tylko był ich może było które który jej być także przed między będzie "
           u"ze która więcej lat roku pod bez",
         .letters = u"ąęłśżźćń"},
        {.tag = u"cs",
         .words
         = u"a v se na je že to s z do o i ve jsou by za pro ale jako od po k podle také které "
           u"který ze už při jeho nebo před byl která až jen aby bylo kde než však let bude "
           u"roce když ještě více mezi jejich může",
         .letters = u"ěřů"},
        {.tag = u"sk",
         .words
         = u"a v sa na je že to s z do o aj vo sú by za pre ale ako od po k podľa tiež ktoré "
           u"ktorý zo už pri jeho alebo pred bol ktorá až len aby bolo kde však rokov bude "
           u"roku keď ešte viac medzi ich môže",
         .letters = u"ľĺŕôä"},
        {.tag = u"hu",
         .words
         = u"a az és hogy nem is egy ez meg de volt csak már ha még mint el azt szerint ki be "
           u"pedig vagy fel után lesz kell most majd mert sem minden lehet között ezt több "
           u"amely aki között illetve azonban amikor való nagyon alatt",
         .letters = u"őű"},
        {.tag = u"ro",
         .words
         = u"de și în a la cu care din pe că un o nu se pentru este mai au fost sunt ce ca sau "
           u"al ale fi dar după lui va prin până am fiind când foarte această acest între "
           u"cei doar către unei unui dintre anul sa sale",
         .letters = u"ășțşţ"},
        {.tag = u"hr",
         .words
         = u"i je u na se da su za od s a o koji koja koje kao ne što ali iz do nije bi po to "
           u"će li kako bio te više nakon ili samo prema već bilo je rekao godine između "
           u"također kada jer još koju sve tijekom",
         .letters = u"đ"},
        {.tag = u"tr",
         .words
         = u"ve bir bu için da de ile olarak çok daha gibi olan en sonra kadar var ne ama o ki "
           u"göre değil her oldu olduğu ise şekilde dedi büyük yeni iki tarafından ilk "
           u"üzerinde kendi yıl arasında karşı içinde yaptı ancak",
         .letters = u"ğış"},
        {.tag = u"id",
         .words
         = u"yang dan di dengan untuk dari itu dalam tidak ini pada akan juga ke karena ada oleh "
           u"mereka telah sebagai bisa saat para atau kami lebih sudah seperti tersebut kata "
           u"orang bahwa tahun dia hanya setelah namun menjadi kepada dapat"},
        {.tag = u"vi",
         .words
         = u"của và là có các được cho trong không người với một những đã này khi đến về để từ "
           u"ở ra vào năm như nhiều tại cũng sẽ còn theo trên sau đó ông phải nhưng việc lại "
           u"bị đang hơn",
         .letters = u"ạảấầẩậắặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹđơư"},
    };
    return profiles;
}

const QList<LanguageProfile> &cyrillicProfiles()
{
    static const QList<LanguageProfile> profiles{
        {.tag = u"ru",
         .words = u"и в не на что с по как это к но из у за от его о все он для так же было до или "
                  u"если уже бы был который этого только их при чтобы была еще ещё после также "
                  u"том время может года",
         .letters = u"ыэё"},
        {.tag = u"uk",
         .words = u"і в у на що не з та до за як це для про від він його але по було які вже також "
                  u"який є під час є року через чи або після бути може має їх тому щоб між із",
         .letters = u"іїєґ"},
        {.tag = u"be",
         .words
         = u"і ў у на што не з да за як гэта для пра ад ён яго але па было якія ўжо таксама які",
         .letters = u"ўі"},
        {.tag = u"bg",
         .words
         = u"на и в да се за от е с че не си по са ще като до му той това но които който ни при "
           u"беше след има през още бъде или само към има бил със във може години",
         .letters = u"ъщ"},
        {.tag = u"sr",
         .words
         = u"и је у да на се за од су са који која које као не што али из до није би по то ће "
           u"ли како био те више након или само према већ било рекао године између",
         .letters = u"ђјљњћџ"},
        {.tag = u"mk",
         .words
         = u"на и во да се за од е со што не ги ќе го кои кој како до тоа но беше по има или "
           u"само во се му",
         .letters = u"ѓѕќјљњџ"},
    };
    return profiles;
}

const QList<LanguageProfile> &arabicProfiles()
{
    static const QList<LanguageProfile> profiles{
        {.tag = u"ar",
         .words
         = u"في من على إلى أن عن التي الذي مع هذا هذه كان ما لا بعد بين قال كما وقال أو بعض قد "
           u"كل ذلك حتى خلال لم منذ غير عام وفي وقد يوم",
         .letters = u"ةىكي"},
        {.tag = u"fa",
         .words = u"و در به از که این را با است برای آن یک خود تا بر هم نیز شد شده می او ما ها کرد "
                  u"گفت بود وی های اما باید پس یا نمی سال دو",
         .letters = u"پچژگیک"},
        {.tag = u"ur",
         .words
         = u"کے میں کی سے نے کا اور ہے کو یہ پر کہ ہیں اس کہا بھی کر گیا ایک تھا ان نہیں تو جو "
           u"لیے ہو تھے ہوئے کیا گئے بعد",
         .letters = u"ٹڈڑںہھےگ"},
    };
    return profiles;
}

const QList<LanguageProfile> &devanagariProfiles()
{
    static const QList<LanguageProfile> profiles{
        {.tag = u"hi",
         .words = u"के में की है से को का और ने पर यह भी कि एक हैं इस कर लिए नहीं किया तो ही या गया था "
                  u"बाद हो अपने कहा थे"},
        {.tag = u"mr",
         .words = u"आणि आहे या मध्ये होते ते हे की तर असे नाही झाली आहेत केली त्या हा एक ही व होती "
                  u"करण्यात"},
        {.tag = u"ne",
         .words = u"र छ को मा गरेको भएको यो पनि गर्ने छन् हो लागि थियो ले गरी एक गरेका भने नेपाल"},
    };
    return profiles;
}

const QList<LanguageName> &languageNames()
{
    static const QList<LanguageName> names{
        {u"english", u"en"},
        {u"eng", u"en"},
        {u"englisch", u"en"},
        {u"anglais", u"en"},
        {u"inglés", u"en"},
        {u"german", u"de"},
        {u"deutsch", u"de"},
        {u"deu", u"de"},
        {u"ger", u"de"},
        {u"french", u"fr"},
        {u"français", u"fr"},
        {u"francais", u"fr"},
        {u"fra", u"fr"},
        {u"fre", u"fr"},
        {u"spanish", u"es"},
        {u"español", u"es"},
        {u"espanol", u"es"},
        {u"castellano", u"es"},
        {u"spa", u"es"},
        {u"italian", u"it"},
        {u"italiano", u"it"},
        {u"ita", u"it"},
        {u"portuguese", u"pt"},
        {u"português", u"pt"},
        {u"portugues", u"pt"},
        {u"por", u"pt"},
        {u"dutch", u"nl"},
        {u"nederlands", u"nl"},
        {u"nld", u"nl"},
        {u"dut", u"nl"},
        {u"swedish", u"sv"},
        {u"svenska", u"sv"},
        {u"swe", u"sv"},
        {u"danish", u"da"},
        {u"dansk", u"da"},
        {u"dan", u"da"},
        {u"norwegian", u"no"},
        {u"norsk", u"no"},
        {u"nor", u"no"},
        {u"nob", u"nb"},
        {u"nno", u"nn"},
        {u"finnish", u"fi"},
        {u"suomi", u"fi"},
        {u"fin", u"fi"},
        {u"polish", u"pl"},
        {u"polski", u"pl"},
        {u"pol", u"pl"},
        {u"czech", u"cs"},
        {u"čeština", u"cs"},
        {u"ces", u"cs"},
        {u"cze", u"cs"},
        {u"slovak", u"sk"},
        {u"slovenčina", u"sk"},
        {u"slk", u"sk"},
        {u"hungarian", u"hu"},
        {u"magyar", u"hu"},
        {u"hun", u"hu"},
        {u"romanian", u"ro"},
        {u"română", u"ro"},
        {u"ron", u"ro"},
        {u"rum", u"ro"},
        {u"turkish", u"tr"},
        {u"türkçe", u"tr"},
        {u"tur", u"tr"},
        {u"croatian", u"hr"},
        {u"hrvatski", u"hr"},
        {u"hrv", u"hr"},
        {u"indonesian", u"id"},
        {u"bahasa indonesia", u"id"},
        {u"ind", u"id"},
        {u"vietnamese", u"vi"},
        {u"tiếng việt", u"vi"},
        {u"vie", u"vi"},
        {u"russian", u"ru"},
        {u"русский", u"ru"},
        {u"rus", u"ru"},
        {u"ukrainian", u"uk"},
        {u"українська", u"uk"},
        {u"ukr", u"uk"},
        {u"bulgarian", u"bg"},
        {u"български", u"bg"},
        {u"bul", u"bg"},
        {u"serbian", u"sr"},
        {u"српски", u"sr"},
        {u"srp", u"sr"},
        {u"greek", u"el"},
        {u"ελληνικά", u"el"},
        {u"ell", u"el"},
        {u"gre", u"el"},
        {u"arabic", u"ar"},
        {u"العربية", u"ar"},
        {u"عربي", u"ar"},
        {u"ara", u"ar"},
        {u"persian", u"fa"},
        {u"farsi", u"fa"},
        {u"فارسی", u"fa"},
        {u"fas", u"fa"},
        {u"per", u"fa"},
        {u"urdu", u"ur"},
        {u"اردو", u"ur"},
        {u"urd", u"ur"},
        {u"hebrew", u"he"},
        {u"עברית", u"he"},
        {u"heb", u"he"},
        {u"iw", u"he"},
        {u"hindi", u"hi"},
        {u"हिन्दी", u"hi"},
        {u"हिंदी", u"hi"},
        {u"hin", u"hi"},
        {u"chinese", u"zh"},
        {u"中文", u"zh"},
        {u"汉语", u"zh"},
        {u"zho", u"zh"},
        {u"chi", u"zh"},
        {u"simplified chinese", u"zh-Hans"},
        {u"简体中文", u"zh-Hans"},
        {u"traditional chinese", u"zh-Hant"},
        {u"繁體中文", u"zh-Hant"},
        {u"japanese", u"ja"},
        {u"日本語", u"ja"},
        {u"jpn", u"ja"},
        {u"korean", u"ko"},
        {u"한국어", u"ko"},
        {u"kor", u"ko"},
        {u"thai", u"th"},
        {u"ไทย", u"th"},
        {u"tha", u"th"},
        {u"in", u"id"},
        {u"ji", u"yi"},
        {u"yiddish", u"yi"},
        {u"catalan", u"ca"},
        {u"català", u"ca"},
        {u"cat", u"ca"},
        {u"estonian", u"et"},
        {u"latvian", u"lv"},
        {u"lithuanian", u"lt"},
        {u"slovenian", u"sl"},
        {u"slovene", u"sl"},
        {u"irish", u"ga"},
        {u"welsh", u"cy"},
        {u"icelandic", u"is"},
        {u"malay", u"ms"},
        {u"swahili", u"sw"},
        {u"tamil", u"ta"},
        {u"bengali", u"bn"},
        {u"filipino", u"fil"},
        {u"tagalog", u"tl"},
    };
    return names;
}

} // namespace text
