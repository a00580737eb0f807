#include "text/decode.h"

#include <QElapsedTimer>
#include <QTest>

#include <unicode/ucnv.h>

using namespace Qt::StringLiterals;

namespace {

QByteArray encoded(const QString &text, const char *charset)
{
    UErrorCode error = U_ZERO_ERROR;
    UConverter *converter = ucnv_open(charset, &error);
    if (U_FAILURE(error))
        return {};
    QByteArray bytes(text.size() * 8 + 16, '\0');
    const auto size = ucnv_fromUChars(converter, bytes.data(), static_cast<int32_t>(bytes.size()),
                                      reinterpret_cast<const UChar *>(text.utf16()),
                                      static_cast<int32_t>(text.size()), &error);
    ucnv_close(converter);
    bytes.truncate(size);
    return bytes;
}

const QString french
    = u"Le conseil a décidé mardi de garder le vieux bac. « C’est une très bonne nouvelle », a déclaré la mairesse à la fête du port, où l’on s’était réuni après la messe.\n"_s;
const QString german
    = u"Der Gemeinderat will die alte Fähre behalten – für „mindestens“ fünf Jahre. Die Straßenbauer müssen warten, sagte Bürgermeisterin Großkopf über das Gespräch.\n"_s;
const QString english
    = u"The mayor said the old ferry – “our only road” – would stay. It’s a start, she added.\n"_s;
const QString icelandic
    = u"Bæjarráð ákvað á þriðjudag að halda gömlu ferjunni, og flestir íbúar eru ánægðir með það.\n"_s;
const QString polish
    = u"Rada miasta zdecydowała we wtorek, że stary prom zostanie, i większość mieszkańców się z tego cieszy. Źródła mówią o świętach.\n"_s;
const QString czech
    = u"Zastupitelstvo v úterý rozhodlo, že starý přívoz zůstane, a většina lidí ve městě je za to ráda, říká žena u řeky.\n"_s;
const QString hungarian
    = u"A képviselő-testület kedden úgy döntött, hogy a régi komp megmarad, és ennek örült a szőlősgazda is, bár a fűtés drága.\n"_s;
const QString turkish
    = u"Belediye meclisi salı günü eski vapurun kalmasına karar verdi; halkın çoğu sevindi, İskele’de şenlik yapıldı, çocuklar güldü, ağaçlar dikildi.\n"_s;
const QString russian
    = u"Городской совет во вторник решил сохранить старый паром, и большинство жителей этому рады. «Без него нам не жить», — сказала Анна Громова.\n"_s;
const QString ukrainian
    = u"Міська рада у вівторок вирішила зберегти старий пором, і більшість мешканців цьому раді. Її рішення оскаржити ще можна, є час.\n"_s;
const QString greek
    = u"Το δημοτικό συμβούλιο αποφάσισε την Τρίτη να κρατήσει το παλιό φέρι και οι περισσότεροι χάρηκαν.\n"_s;
const QString arabic
    = u"قرر مجلس المدينة يوم الثلاثاء الإبقاء على العبارة القديمة، وقد فرح معظم السكان بذلك كما قالت مديرة الميناء.\n"_s;
const QString hebrew
    = u"מועצת העיר החליטה ביום שלישי להשאיר את המעבורת הישנה ורוב התושבים שמחו על כך.\n"_s;
const QString chinese
    = u"市议会周二决定保留旧渡轮，大多数居民对此感到高兴。老船工说：“这条河没有船就不是河了。”气象部门的数据显示，今年三月的气温比往年高。\n"_s;
const QString taiwanese
    = u"市議會週二決定保留舊渡輪，大多數居民對此感到高興。老船工說：「這條河沒有船就不是河了。」氣象部門的數據顯示，今年三月的氣溫比往年高。\n"_s;
const QString japanese
    = u"市議会は火曜日、古い渡し船を残すことを決め、町の人々の多くが喜んだ。「船がなければ川ではない」と船頭の石川さんは話す。\n"_s;
const QString korean
    = u"시의회는 화요일에 오래된 나룻배를 그대로 두기로 결정했고 대부분의 주민이 기뻐했다. 사공은 배가 없으면 강이 아니라고 말했다.\n"_s;
const QString thai = u"สภาเมืองมีมติเมื่อวันอังคารให้เก็บเรือข้ามฟากเก่าไว้ และชาวเมืองส่วนใหญ่ก็ดีใจ\n"_s;

} // namespace

class DecodeTest : public QObject
{
    Q_OBJECT

private slots:
    void detects_data();
    void detects();
    void followsDeclarations_data();
    void followsDeclarations();
    void detectsWideText_data();
    void detectsWideText();
    void keepsBrokenUtf8_data();
    void keepsBrokenUtf8();
    void tidiesLines();
    void readsHtmlDeclarations_data();
    void readsHtmlDeclarations();
    void knowsBinary_data();
    void knowsBinary();
    void survivesNoise();
    void isQuickWithLargeFiles();
};

void DecodeTest::detects_data()
{
    QTest::addColumn<QString>("written");
    QTest::addColumn<QByteArray>("charset");
    QTest::addColumn<int>("times");
    const auto row = [](const char *name, const QString &written, const char *charset) {
        QTest::addRow("%s, %s", name, charset) << written << QByteArray(charset) << 10;
        QTest::addRow("%s, %s, short", name, charset) << written << QByteArray(charset) << 1;
    };
    row("French", french, "windows-1252");
    row("German", german, "windows-1252");
    row("English", english, "windows-1252");
    row("Icelandic", icelandic, "windows-1252");
    row("capitals in quotes", u"“CAFÉ” and “BÄ”, said José… “ANDRÉ…” she said.\n"_s,
        "windows-1252");
    row("Polish", polish, "windows-1250");
    row("Polish", polish, "ISO-8859-2");
    row("Czech", czech, "windows-1250");
    row("Czech", czech, "ISO-8859-2");
    row("Hungarian", hungarian, "windows-1250");
    row("Turkish", turkish, "windows-1254");
    row("Russian", russian, "windows-1251");
    row("Russian", QString(russian).remove(u'—').remove(u'«').remove(u'»'), "KOI8-R");
    row("Russian", QString(russian).remove(u'—').remove(u'«').remove(u'»'), "IBM866");
    row("Ukrainian", ukrainian, "windows-1251");
    row("Greek", greek, "windows-1253");
    row("Arabic", arabic, "windows-1256");
    row("Hebrew", hebrew, "windows-1255");
    row("Chinese", chinese, "GB18030");
    row("Taiwanese", taiwanese, "Big5");
    row("Japanese", japanese, "Shift_JIS");
    row("Japanese", japanese, "EUC-JP");
    row("Japanese", japanese, "ISO-2022-JP");
    row("Korean", korean, "EUC-KR");
    row("Thai", thai, "windows-874");
}

void DecodeTest::detects()
{
    QFETCH(QString, written);
    QFETCH(QByteArray, charset);
    QFETCH(int, times);
    const auto repeated = written.repeated(times);
    const auto bytes = encoded(repeated, charset.constData());
    QVERIFY(!bytes.isEmpty());
    const auto decoded = text::decode(bytes);
    QCOMPARE(decoded.text, repeated);
    QCOMPARE(decoded.replaced, 0);
    QVERIFY(!text::looksBinary(bytes));
}

void DecodeTest::followsDeclarations_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("declared");
    QTest::addColumn<QString>("expected");
    QTest::addColumn<QByteArray>("charset");
    const QByteArray quoted("\x93"
                            "caf\xE9\x94");
    QTest::newRow("latin1 means windows-1252")
        << quoted << QByteArray("ISO-8859-1") << u"“café”"_s << QByteArray("windows-1252");
    QTest::newRow("gb2312 means gbk")
        << encoded(chinese, "gb18030") << QByteArray("gb2312") << chinese << QByteArray("GBK");
    QTest::newRow("sjis") << encoded(u"日本①"_s, "windows-31j") << QByteArray("x-sjis")
                          << u"日本①"_s << QByteArray("Shift_JIS");
    QTest::newRow("ks_c_5601-1987")
        << encoded(u"똠방각하"_s, "windows-949-2000") << QByteArray("ks_c_5601-1987")
        << u"똠방각하"_s << QByteArray("EUC-KR");
    QTest::newRow("a short Greek word")
        << encoded(u"Νέα"_s, "windows-1253") << QByteArray("windows-1253") << u"Νέα"_s
        << QByteArray("windows-1253");
    QTest::newRow("valid UTF-8 wins") << QByteArray("caf\xC3\xA9") << QByteArray("windows-1251")
                                      << u"café"_s << QByteArray("UTF-8");
    QTest::newRow("wrongly declared UTF-8")
        << encoded(german, "windows-1252") << QByteArray("utf-8") << german
        << QByteArray("windows-1252");
    QTest::newRow("unknown label") << encoded(german, "windows-1252") << QByteArray("x-unknown")
                                   << german << QByteArray("windows-1252");
    QTest::newRow("a mark wins") << QByteArray("\xEF\xBB\xBF"
                                               "caf\xC3\xA9")
                                 << QByteArray("windows-1252") << u"café"_s << QByteArray("UTF-8");
}

void DecodeTest::followsDeclarations()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, declared);
    QFETCH(QString, expected);
    QFETCH(QByteArray, charset);
    const auto decoded = text::decode(bytes, declared);
    QCOMPARE(decoded.text, expected);
    QCOMPARE(decoded.charset, charset);
}

void DecodeTest::detectsWideText_data()
{
    QTest::addColumn<QString>("written");
    QTest::addColumn<QByteArray>("bytes");
    const auto address = u"2025 https://a.example/b\n"_s;
    for (const char *charset : {"UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"}) {
        for (const auto &text : {english, russian + address, chinese + address}) {
            const auto name = QByteArray(charset) + ' ' + text.left(8).toUtf8();
            QTest::addRow("%s", name.constData()) << text << encoded(text, charset);
            QTest::addRow("%s with mark", name.constData())
                << text << encoded(QString(QChar(QChar::ByteOrderMark)) + text, charset);
        }
    }
}

void DecodeTest::detectsWideText()
{
    QFETCH(QString, written);
    QFETCH(QByteArray, bytes);
    QCOMPARE(text::decode(bytes).text, written);
    QVERIFY(!text::looksBinary(bytes));
}

void DecodeTest::keepsBrokenUtf8_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("expected");
    QTest::addColumn<int>("replaced");
    QTest::newRow("a stray byte") << german.toUtf8() + "\xE9 \n" << german + u"\uFFFD \n"_s << 1;
    auto cut = russian.toUtf8();
    cut.chop(2);
    cut.truncate(cut.lastIndexOf("\xD0") + 1);
    QTest::newRow("cut off") << cut << QString::fromUtf8(cut.chopped(1)) + u'\uFFFD' << 1;
    QTest::newRow("a short text cut off")
        << QByteArray("h\xC3\xA9las, caf\xC3") << u"hélas, caf\uFFFD"_s << 1;
    QTest::newRow("bad bytes in several places")
        << "Caf\xE9 \xFF\xFE a \xC3( b \xF0\x9F\x9A c \xED\xA0\x80 d "
            + u"naïve “Ünïcödé” – aye"_s.toUtf8()
        << u"Caf\uFFFD \uFFFD\uFFFD a \uFFFD( b \uFFFD\uFFFD\uFFFD c \uFFFD\uFFFD\uFFFD d naïve “Ünïcödé” – aye"_s
        << 10;
}

void DecodeTest::keepsBrokenUtf8()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, expected);
    QFETCH(int, replaced);
    const auto decoded = text::decode(bytes);
    QCOMPARE(decoded.charset, QByteArray("UTF-8"));
    QCOMPARE(decoded.text, expected);
    QCOMPARE(decoded.replaced, replaced);
}

void DecodeTest::tidiesLines()
{
    QCOMPARE(text::decode("a\r\nb\rc\nd\xC2\x85"
                          "e")
                 .text,
             u"a\nb\nc\nd\ne"_s);
    QCOMPARE(text::decode(QByteArray("a plain line\0with a zero", 24)).text,
             u"a plain linewith a zero"_s);
    QCOMPARE(text::decode({}).text, QString());
    QCOMPARE(text::decode("\r\n\r\n").text, u"\n\n"_s);
    QCOMPARE(text::decode("\xEF\xBB\xBF").text, QString());
}

void DecodeTest::readsHtmlDeclarations_data()
{
    QTest::addColumn<QByteArray>("page");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("attribute") << QByteArray("<!doctype html><meta charset=\"Windows-1251\">")
                               << QByteArray("windows-1251");
    QTest::newRow("unquoted") << QByteArray("<META CHARSET=Shift_JIS>") << QByteArray("shift_jis");
    QTest::newRow("http-equiv") << QByteArray(
        "<meta http-equiv='Content-Type' content='text/html; charset=gb2312'>")
                                << QByteArray("gb2312");
    QTest::newRow("in a comment") << QByteArray("<!-- <meta charset=big5> --><meta charset=koi8-r>")
                                  << QByteArray("koi8-r");
    QTest::newRow("xml") << QByteArray("<?xml version=\"1.0\" encoding=\"ISO-8859-2\"?><html>")
                         << QByteArray("iso-8859-2");
    QTest::newRow("utf-16 cannot be") << QByteArray("<meta charset=utf-16>") << QByteArray("utf-8");
    QTest::newRow("unknown") << QByteArray("<meta charset=nonsense>") << QByteArray();
    QTest::newRow("none") << QByteArray("<p>charset=utf-8</p>") << QByteArray();
    QTest::newRow("unclosed") << QByteArray("<meta charset='utf-8") << QByteArray("utf-8");
    QTest::newRow("empty") << QByteArray() << QByteArray();
}

void DecodeTest::readsHtmlDeclarations()
{
    QFETCH(QByteArray, page);
    QFETCH(QByteArray, expected);
    QCOMPARE(text::declaredInHtml(page), expected);
}

void DecodeTest::knowsBinary_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("binary");
    QTest::newRow("png") << QByteArray("\x89PNG\r\n\x1A\n\0\0\0\rIHDR\0\0\0\x10\0\0\0\x10\x08\x06",
                                       26)
                         << true;
    QByteArray noise(4096, '\0');
    quint32 state = 12345;
    for (auto &byte : noise) {
        state = state * 1664525 + 1013904223;
        byte = static_cast<char>(state >> 24);
    }
    QTest::newRow("noise") << noise << true;
    QTest::newRow("zeros") << QByteArray(1000, '\0') << true;
    QTest::newRow("text") << english.toUtf8() << false;
    QTest::newRow("one zero in a text") << english.repeated(5).toUtf8() + '\0' << false;
    QTest::newRow("windows-1251") << encoded(russian, "windows-1251") << false;
    QTest::newRow("form feeds") << QByteArray("a page\fanother page\f") << false;
    QTest::newRow("empty") << QByteArray() << false;
}

void DecodeTest::knowsBinary()
{
    QFETCH(QByteArray, bytes);
    QFETCH(bool, binary);
    QCOMPARE(text::looksBinary(bytes), binary);
}

void DecodeTest::survivesNoise()
{
    quint32 state = 7;
    for (int size = 0; size < 400; ++size) {
        QByteArray noise(size, '\0');
        for (auto &byte : noise) {
            state = state * 1664525 + 1013904223;
            byte = static_cast<char>(state >> 24);
        }
        const auto decoded = text::decode(noise, size % 2 == 0 ? "shift_jis" : "");
        QVERIFY(!decoded.text.contains(u'\r'));
        QVERIFY(!decoded.text.contains(QChar(u'\0')));
    }
}

// A quarter of the largest file that must be survived, with room for a busy machine.
void DecodeTest::isQuickWithLargeFiles()
{
    const QByteArray ascii(50'000'000, 'a');
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(text::decode(ascii).text.size(), ascii.size());
    QVERIFY2(timer.elapsed() < 5000, qPrintable(QString::number(timer.elapsed())));
    const auto legacy = encoded(german, "windows-1252").repeated(60'000);
    timer.start();
    QVERIFY(text::decode(legacy).text.startsWith(german));
    QVERIFY2(timer.elapsed() < 5000, qPrintable(QString::number(timer.elapsed())));
}

QTEST_GUILESS_MAIN(DecodeTest)
#include "tst_decode.moc"
