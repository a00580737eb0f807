#include "text/languages.h"
#include "text/whitespace.h"

#include <QTest>

using namespace Qt::StringLiterals;

class LanguagesTest : public QObject
{
    Q_OBJECT

private slots:
    void detects_data();
    void detects();
    void tidiesTags_data();
    void tidiesTags();
    void knowsDirections_data();
    void knowsDirections();
    void simplifies_data();
    void simplifies();
    void excerpts_data();
    void excerpts();
    void keepsCharactersWhole();
};

void LanguagesTest::detects_data()
{
    QTest::addColumn<QString>("written");
    QTest::addColumn<QString>("tag");
    QTest::newRow("en")
        << u"The council voted on Tuesday to keep the old ferry, and most of the people in the town were glad of it."_s
        << u"en"_s;
    QTest::newRow("de")
        << u"Der Gemeinderat hat am Dienstag beschlossen, die alte Fähre zu behalten, und die meisten freuten sich."_s
        << u"de"_s;
    QTest::newRow("fr")
        << u"Le conseil a décidé mardi de garder le vieux bac, et la plupart des habitants en sont heureux."_s
        << u"fr"_s;
    QTest::newRow("es")
        << u"El concejo decidió el martes conservar el viejo transbordador, y la mayoría de los vecinos se alegró."_s
        << u"es"_s;
    QTest::newRow("it")
        << u"Il consiglio ha deciso martedì di tenere il vecchio traghetto e la maggior parte degli abitanti ne è contenta."_s
        << u"it"_s;
    QTest::newRow("pt")
        << u"A câmara decidiu na terça-feira manter a velha barca, e a maioria dos moradores ficou contente com isso."_s
        << u"pt"_s;
    QTest::newRow("nl")
        << u"De gemeenteraad heeft dinsdag besloten om het oude veer te houden, en de meeste mensen zijn er blij mee."_s
        << u"nl"_s;
    QTest::newRow("sv")
        << u"Kommunen beslutade på tisdagen att behålla den gamla färjan, och de flesta var glada för det."_s
        << u"sv"_s;
    QTest::newRow("da")
        << u"Byrådet besluttede tirsdag at beholde den gamle færge, og de fleste af byens folk blev glade for det."_s
        << u"da"_s;
    QTest::newRow("no")
        << u"Kommunestyret vedtok tirsdag å beholde den gamle fergen, og de fleste ble glade for det nå."_s
        << u"no"_s;
    QTest::newRow("fi")
        << u"Valtuusto päätti tiistaina, että vanha lautta säilytetään, ja useimmat olivat siitä iloisia."_s
        << u"fi"_s;
    QTest::newRow("pl")
        << u"Rada miasta zdecydowała we wtorek, że stary prom zostanie, i większość mieszkańców się z tego cieszy."_s
        << u"pl"_s;
    QTest::newRow("cs")
        << u"Zastupitelstvo v úterý rozhodlo, že starý přívoz zůstane, a většina lidí ve městě je za to ráda."_s
        << u"cs"_s;
    QTest::newRow("hu")
        << u"A képviselő-testület kedden úgy döntött, hogy a régi komp megmarad, és ennek a legtöbben örültek."_s
        << u"hu"_s;
    QTest::newRow("ro")
        << u"Consiliul a hotărât marți să păstreze vechiul bac, iar cei mai mulți dintre locuitori sunt bucuroși de asta."_s
        << u"ro"_s;
    QTest::newRow("tr")
        << u"Belediye meclisi salı günü eski vapurun kalmasına karar verdi ve halkın çoğu bu karar için sevindi."_s
        << u"tr"_s;
    QTest::newRow("hr")
        << u"Gradsko vijeće je u utorak odlučilo da stari trajekt ostaje, a većina građana se tome također razveselila."_s
        << u"hr"_s;
    QTest::newRow("id")
        << u"Dewan kota memutuskan pada hari Selasa untuk mempertahankan feri tua itu dan sebagian besar warga senang."_s
        << u"id"_s;
    QTest::newRow("vi")
        << u"Hội đồng thành phố đã quyết định giữ lại chiếc phà cũ và phần lớn người dân rất vui vì điều này."_s
        << u"vi"_s;
    QTest::newRow("ru")
        << u"Городской совет во вторник решил сохранить старый паром, и большинство жителей этому рады."_s
        << u"ru"_s;
    QTest::newRow("uk")
        << u"Міська рада у вівторок вирішила зберегти старий пором, і більшість мешканців цьому раді."_s
        << u"uk"_s;
    QTest::newRow("bg")
        << u"Общинският съвет реши във вторник старият ферибот да остане и повечето хора в града са доволни от това."_s
        << u"bg"_s;
    QTest::newRow("sr")
        << u"Градско веће је у уторак одлучило да стари трајект остаје, а већина грађана се томе обрадовала."_s
        << u"sr"_s;
    QTest::newRow("ar")
        << u"قرر مجلس المدينة يوم الثلاثاء الإبقاء على العبارة القديمة وقد فرح معظم السكان بذلك."_s
        << u"ar"_s;
    QTest::newRow("fa")
        << u"شورای شهر روز سه‌شنبه تصمیم گرفت که قایق قدیمی را نگه دارد و بیشتر مردم از این خوشحال شدند."_s
        << u"fa"_s;
    QTest::newRow("ur")
        << u"شہر کی کونسل نے منگل کو فیصلہ کیا کہ پرانی کشتی باقی رہے گی اور زیادہ تر لوگ اس سے خوش ہیں۔"_s
        << u"ur"_s;
    QTest::newRow("he")
        << u"מועצת העיר החליטה ביום שלישי להשאיר את המעבורת הישנה ורוב התושבים שמחו על כך."_s
        << u"he"_s;
    QTest::newRow("el")
        << u"Το δημοτικό συμβούλιο αποφάσισε την Τρίτη να κρατήσει το παλιό φέρι και οι περισσότεροι χάρηκαν."_s
        << u"el"_s;
    QTest::newRow("hi")
        << u"नगर परिषद ने मंगलवार को पुरानी नाव को बनाए रखने का फैसला किया और अधिकतर लोग इससे खुश हैं।"_s
        << u"hi"_s;
    QTest::newRow("zh")
        << u"市议会周二决定保留旧渡轮，大多数居民对此感到高兴，渡口的老船工也松了一口气。"_s
        << u"zh"_s;
    QTest::newRow("ja") << u"市議会は火曜日、古い渡し船を残すことを決め、町の人々の多くが喜んだ。"_s
                        << u"ja"_s;
    QTest::newRow("ko")
        << u"시의회는 화요일에 오래된 나룻배를 그대로 두기로 결정했고 대부분의 주민이 기뻐했다."_s
        << u"ko"_s;
    QTest::newRow("th") << u"สภาเมืองมีมติเมื่อวันอังคารให้เก็บเรือข้ามฟากเก่าไว้ และชาวเมืองส่วนใหญ่ก็ดีใจ"_s
                        << u"th"_s;
    QTest::newRow("short") << u"The ferry"_s << QString();
    QTest::newRow("empty") << QString() << QString();
    QTest::newRow("no language")
        << u"Xqzt wrgl plok vrnt xqzt wrgl plok vrnt xqzt wrgl plok vrnt xqzt"_s << QString();
}

void LanguagesTest::detects()
{
    QFETCH(QString, written);
    QFETCH(QString, tag);
    QCOMPARE(text::detectLanguage(written), tag);
}

void LanguagesTest::tidiesTags_data()
{
    QTest::addColumn<QString>("written");
    QTest::addColumn<QString>("tag");
    QTest::newRow("plain") << u"en"_s << u"en"_s;
    QTest::newRow("underscore") << u"EN_us"_s << u"en-US"_s;
    QTest::newRow("lower region") << u"de-de"_s << u"de-DE"_s;
    QTest::newRow("script") << u"ZH-hant-tw"_s << u"zh-Hant-TW"_s;
    QTest::newRow("number region") << u"es-419"_s << u"es-419"_s;
    QTest::newRow("variant") << u"de-1996"_s << u"de"_s;
    QTest::newRow("posix") << u"fr_FR.UTF-8"_s << u"fr-FR"_s;
    QTest::newRow("name") << u"English"_s << u"en"_s;
    QTest::newRow("own name") << u"Русский"_s << u"ru"_s;
    QTest::newRow("three letters") << u"deu"_s << u"de"_s;
    QTest::newRow("old code") << u"iw-IL"_s << u"he-IL"_s;
    QTest::newRow("extension") << u"en-US-u-ca-gregory"_s << u"en-US"_s;
    QTest::newRow("spaces") << u" pt-br "_s << u"pt-BR"_s;
    QTest::newRow("empty") << QString() << QString();
    QTest::newRow("sentence") << u"all our readers"_s << QString();
    QTest::newRow("undetermined") << u"und"_s << QString();
    QTest::newRow("digits") << u"12"_s << QString();
}

void LanguagesTest::tidiesTags()
{
    QFETCH(QString, written);
    QFETCH(QString, tag);
    QCOMPARE(text::languageTag(written), tag);
}

void LanguagesTest::knowsDirections_data()
{
    QTest::addColumn<QString>("tag");
    QTest::addColumn<bool>("rightToLeft");
    QTest::newRow("ar") << u"ar"_s << true;
    QTest::newRow("ar-EG") << u"ar-EG"_s << true;
    QTest::newRow("he") << u"he"_s << true;
    QTest::newRow("fa-IR") << u"fa-IR"_s << true;
    QTest::newRow("ur") << u"ur"_s << true;
    QTest::newRow("az-Arab") << u"az-Arab"_s << true;
    QTest::newRow("ur-Latn") << u"ur-Latn"_s << false;
    QTest::newRow("en") << u"en"_s << false;
    QTest::newRow("zh-Hant") << u"zh-Hant"_s << false;
    QTest::newRow("none") << QString() << false;
}

void LanguagesTest::knowsDirections()
{
    QFETCH(QString, tag);
    QFETCH(bool, rightToLeft);
    QCOMPARE(text::isRightToLeft(tag), rightToLeft);
}

void LanguagesTest::simplifies_data()
{
    QTest::addColumn<QString>("written");
    QTest::addColumn<QString>("expected");
    QTest::newRow("runs") << u"  a \n\t b  "_s << u"a b"_s;
    QTest::newRow("no-break") << u"a\u00A0\u202F b"_s << u"a b"_s;
    QTest::newRow("zero width") << u"a\u200Bb\uFEFF"_s << u"a b"_s;
    QTest::newRow("ideographic") << u"\u3000茶\u3000农"_s << u"茶 农"_s;
    QTest::newRow("soft hyphen") << u"news\u00ADpaper"_s << u"newspaper"_s;
    QTest::newRow("joiner stays") << u"می\u200Cشود"_s << u"می\u200Cشود"_s;
    QTest::newRow("line separator") << u"a\u2028b"_s << u"a b"_s;
    QTest::newRow("empty") << u" \n "_s << u""_s;
}

void LanguagesTest::simplifies()
{
    QFETCH(QString, written);
    QFETCH(QString, expected);
    QCOMPARE(text::simplified(written), expected);
}

void LanguagesTest::excerpts_data()
{
    QTest::addColumn<QString>("written");
    QTest::addColumn<int>("length");
    QTest::addColumn<QString>("expected");
    QTest::newRow("short enough") << u"The old ferry"_s << 13 << u"The old ferry"_s;
    QTest::newRow("at a word") << u"The old ferry stays"_s << 12 << u"The old…"_s;
    QTest::newRow("between words") << u"The old ferry stays"_s << 8 << u"The old…"_s;
    QTest::newRow("no comma") << u"The ferry, old and slow"_s << 12 << u"The ferry…"_s;
    QTest::newRow("one long word") << u"Donaudampfschifffahrt"_s << 6 << u"Donau…"_s;
    QTest::newRow("Chinese") << u"云岭镇的春茶今年提前十天上市"_s << 6 << u"云岭镇的春…"_s;
    QTest::newRow("white space") << u"a  b\n\nc"_s << 5 << u"a b c"_s;
    QTest::newRow("nothing") << u"abc"_s << 0 << u""_s;
    QTest::newRow("empty") << u""_s << 10 << u""_s;
}

void LanguagesTest::excerpts()
{
    QFETCH(QString, written);
    QFETCH(int, length);
    QFETCH(QString, expected);
    QCOMPARE(text::excerpt(written, length), expected);
}

void LanguagesTest::keepsCharactersWhole()
{
    const auto faces = u"\U0001F600\U0001F601\U0001F602\U0001F603\U0001F604"_s;
    const auto accents = u"e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301"_s;
    for (int length = 1; length < 10; ++length) {
        const auto cut = text::excerpt(faces, length).chopped(1);
        QVERIFY(cut.size() < length);
        QVERIFY(cut.isEmpty() || cut.back().isLowSurrogate());
        const auto marked = text::excerpt(accents, length).chopped(1);
        QVERIFY(marked.isEmpty() || marked.back().isMark());
    }
}

QTEST_GUILESS_MAIN(LanguagesTest)
#include "tst_languages.moc"
