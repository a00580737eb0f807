#include "text/credits.h"

#include <QTest>

using namespace Qt::StringLiterals;

class CreditsTest : public QObject
{
    Q_OBJECT

private slots:
    void readsBylines_data();
    void readsBylines();
    void readsKnownBylines_data();
    void readsKnownBylines();
    void splitsCaptions_data();
    void splitsCaptions();
    void knowsCreditLines_data();
    void knowsCreditLines();
    void baresCredits_data();
    void baresCredits();
};

namespace {

void bylineRow(const QString &line, const QStringList &names)
{
    QTest::addRow("%s", qUtf8Printable(line)) << line << names;
}

void captionRow(const QString &written, const QString &caption, const QString &credit)
{
    QTest::addRow("%s", qUtf8Printable(written)) << written << caption << credit;
}

void pairRow(const QString &written, const QString &expected)
{
    QTest::addRow("%s", qUtf8Printable(written)) << written << expected;
}

} // namespace

void CreditsTest::readsBylines_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QStringList>("names");
    bylineRow(u"By Jane Doe"_s, {u"Jane Doe"_s});
    bylineRow(u"By AFP"_s, {u"AFP"_s});
    bylineRow(u"By Reuters"_s, {u"Reuters"_s});
    bylineRow(u"By Staff Writer"_s, {u"Staff Writer"_s});
    bylineRow(u"By The Associated Press"_s, {u"The Associated Press"_s});
    bylineRow(u"**By Jane Doe**"_s, {u"Jane Doe"_s});
    bylineRow(u"By [Jane Doe](https://paper.example/jane)"_s, {u"Jane Doe"_s});
    bylineRow(u"By Jane Doe and John O’Malley-Smith"_s, {u"Jane Doe"_s, u"John O’Malley-Smith"_s});
    bylineRow(u"By Priya Sethi, Louis Vandamme and Kojo Ansah"_s,
              {u"Priya Sethi"_s, u"Louis Vandamme"_s, u"Kojo Ansah"_s});
    bylineRow(u"By Jane Doe, John Smith, and Ann Lee"_s,
              {u"Jane Doe"_s, u"John Smith"_s, u"Ann Lee"_s});
    bylineRow(u"By JANE DOE | By AFP"_s, {u"JANE DOE"_s, u"AFP"_s});
    bylineRow(u"By Jane Doe in Kyiv and John Smith in Washington, D.C."_s,
              {u"Jane Doe"_s, u"John Smith"_s});
    bylineRow(u"By Jane Doe, Political editor"_s, {u"Jane Doe"_s});
    bylineRow(u"By Jane Doe, BBC special correspondent, Altmoor"_s, {u"Jane Doe"_s});
    bylineRow(u"By Political editor Jane Doe"_s, {u"Jane Doe"_s});
    bylineRow(u"By Jane Doe for The Example Times"_s, {u"Jane Doe"_s});
    bylineRow(u"By Jane Doe @janedoe"_s, {u"Jane Doe"_s});
    bylineRow(u"By Jane Doe (jane@paper.example)"_s, {u"Jane Doe"_s});
    bylineRow(u"By Jane Doe, Published April 3, 2025"_s, {u"Jane Doe"_s});
    bylineRow(u"By Jane Doe | April 3, 2025"_s, {u"Jane Doe"_s});
    bylineRow(u"By Jane Doe, New York"_s, {u"Jane Doe"_s});
    bylineRow(u"Written by Jane Doe"_s, {u"Jane Doe"_s});
    bylineRow(u"Author: Ludwig van der Berg"_s, {u"Ludwig van der Berg"_s});
    bylineRow(u"By John Smith Jr."_s, {u"John Smith Jr."_s});
    bylineRow(u"By J. K. Doe"_s, {u"J. K. Doe"_s});
    bylineRow(u"By Jane Doe with AFP"_s, {u"Jane Doe"_s, u"AFP"_s});
    bylineRow(u"Von Jörg Großmann und Änne Büttner, Altmoor"_s,
              {u"Jörg Großmann"_s, u"Änne Büttner"_s});
    bylineRow(u"Von Anna Müller, Redakteurin aus Berlin"_s, {u"Anna Müller"_s});
    bylineRow(u"Von unserer Korrespondentin Anna Müller"_s, {u"Anna Müller"_s});
    bylineRow(u"Von dpa"_s, {u"dpa"_s});
    bylineRow(u"Par Solène Garnier et Luc d’Aubigné"_s, {u"Solène Garnier"_s, u"Luc d’Aubigné"_s});
    bylineRow(u"Par Jean de La Fontaine, envoyé spécial à Lyon"_s, {u"Jean de La Fontaine"_s});
    bylineRow(u"Por Lucía Urrutia y Ramón Ibarra"_s, {u"Lucía Urrutia"_s, u"Ramón Ibarra"_s});
    bylineRow(u"Por Lucía Urrutia en Madrid"_s, {u"Lucía Urrutia"_s});
    bylineRow(u"Di Marco Rossi e Giulia Bianchi"_s, {u"Marco Rossi"_s, u"Giulia Bianchi"_s});
    bylineRow(u"Door Jan de Vries en Piet Bakker"_s, {u"Jan de Vries"_s, u"Piet Bakker"_s});
    bylineRow(u"Av Karin Lindström och Per Åkesson"_s, {u"Karin Lindström"_s, u"Per Åkesson"_s});
    bylineRow(u"Af Mette Sørensen i Aarhus"_s, {u"Mette Sørensen"_s});
    bylineRow(u"Autor: Jan Novák a Petr Svoboda"_s, {u"Jan Novák"_s, u"Petr Svoboda"_s});
    bylineRow(u"Przez Adam Nowak"_s, {u"Adam Nowak"_s});
    bylineRow(u"Автор: Анна Громова"_s, {u"Анна Громова"_s});
    bylineRow(u"Авторы: Анна Громова и Фёдор Котов"_s, {u"Анна Громова"_s, u"Фёдор Котов"_s});
    bylineRow(u"Текст: Анна Громова, корреспондент"_s, {u"Анна Громова"_s});
    bylineRow(u"بقلم: ليلى النجار وكريم صالح"_s, {u"ليلى النجار"_s, u"كريم صالح"_s});
    bylineRow(u"بقلم ليلى النجار"_s, {u"ليلى النجار"_s});
    bylineRow(u"כתב: יוסי לוי"_s, {u"יוסי לוי"_s});
    bylineRow(u"מאת דנה כהן ויוסי לוי"_s, {u"דנה כהן"_s, u"יוסי לוי"_s});
    bylineRow(u"文／石川はるか"_s, {u"石川はるか"_s});
    bylineRow(u"文・石川はるか"_s, {u"石川はるか"_s});
    bylineRow(u"记者 林晓禾 陈立言"_s, {u"林晓禾"_s, u"陈立言"_s});
    bylineRow(u"記者王小明／台北報導"_s, {u"王小明"_s});
    bylineRow(u"本报记者 林晓禾"_s, {u"林晓禾"_s});
    bylineRow(u"作者：林晓禾、陈立言"_s, {u"林晓禾"_s, u"陈立言"_s});
    bylineRow(u"홍길동 기자"_s, {u"홍길동"_s});
    // No bylines.
    bylineRow(u"By the time the ferry came, it was dark"_s, {});
    bylineRow(u"By Tuesday the snow had melted"_s, {});
    bylineRow(u"By Jane Doe came the news."_s, {});
    bylineRow(u"Von der Leyen reist nach Altmoor"_s, {});
    bylineRow(u"Von den Hügeln herab kam der Regen."_s, {});
    bylineRow(u"Por Madrid pasan miles de coches"_s, {});
    bylineRow(u"Par ailleurs, la ville se tait"_s, {});
    bylineRow(u"Jane Doe"_s, {});
    bylineRow(u"Byron Smith"_s, {});
    bylineRow(u"Di Maria vince la partita"_s, {});
    bylineRow(u"By far the best harvest in years"_s, {});
    bylineRow(u"By 3 April 2025"_s, {});
    bylineRow(u""_s, {});
    bylineRow(u"Story of the year"_s, {});
    bylineRow(u"Text und Fotos: Jane Doe"_s, {u"Jane Doe"_s});
    bylineRow(u"Text & Interview: Jane Doe"_s, {u"Jane Doe"_s});
    bylineRow(u"Fotos: Jane Doe"_s, {});
}

void CreditsTest::readsBylines()
{
    QFETCH(QString, line);
    QFETCH(QStringList, names);
    QCOMPARE(text::bylineNames(line), names);
}

void CreditsTest::readsKnownBylines_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QStringList>("names");
    bylineRow(u"Jane Doe"_s, {u"Jane Doe"_s});
    bylineRow(u"By Jane Doe"_s, {u"Jane Doe"_s});
    bylineRow(u"Jane Doe, Altmoor"_s, {u"Jane Doe"_s});
    bylineRow(u"Jane Doe and John Smith"_s, {u"Jane Doe"_s, u"John Smith"_s});
    bylineRow(u"Jane Doe, AFP"_s, {u"Jane Doe"_s});
    bylineRow(u"danah boyd"_s, {u"danah boyd"_s});
    bylineRow(u"林晓禾, 陈立言"_s, {u"林晓禾"_s, u"陈立言"_s});
    bylineRow(u"山田 太郎"_s, {u"山田 太郎"_s});
    bylineRow(u"Dana O’Shea-Lu"_s, {u"Dana O’Shea-Lu"_s});
    bylineRow(u"3 April 2025"_s, {});
    bylineRow(u"Jane Doe — 3 April 2025"_s, {u"Jane Doe"_s});
    bylineRow(u"ليلى النجار، كريم صالح"_s, {u"ليلى النجار"_s, u"كريم صالح"_s});
    bylineRow(u"Madonna"_s, {u"Madonna"_s});
    bylineRow(u"Jane Doe | The Example Times"_s, {u"Jane Doe"_s});
}

void CreditsTest::readsKnownBylines()
{
    QFETCH(QString, line);
    QFETCH(QStringList, names);
    QCOMPARE(text::bylineNames(line, text::BylineKind::Certain), names);
}

void CreditsTest::splitsCaptions_data()
{
    QTest::addColumn<QString>("written");
    QTest::addColumn<QString>("caption");
    QTest::addColumn<QString>("credit");
    const auto crane = u"Cranes stand over the unfinished site."_s;
    captionRow(crane + u" **Bea Lindholm/POOL/TASS**"_s, crane, u"Bea Lindholm/POOL/TASS"_s);
    captionRow(crane + u" **Bea Lindholm**"_s, crane, u"Bea Lindholm"_s);
    captionRow(crane + u" *Bea Lindholm/Reuters*"_s, crane, u"Bea Lindholm/Reuters"_s);
    captionRow(crane + u" __Bea Lindholm / AFP__"_s, crane, u"Bea Lindholm / AFP"_s);
    captionRow(crane + u" **Photo: Bea Lindholm**"_s, crane, u"Bea Lindholm"_s);
    captionRow(crane + u" (Bea Lindholm)"_s, crane, u"Bea Lindholm"_s);
    captionRow(crane + u" (Bea Lindholm/Kurier-Bild)"_s, crane, u"Bea Lindholm/Kurier-Bild"_s);
    captionRow(crane + u" (AP Photo/Bea Lindholm)"_s, crane, u"AP Photo/Bea Lindholm"_s);
    captionRow(crane + u" (Photo by Bea Lindholm/Getty Images)"_s, crane,
               u"Bea Lindholm/Getty Images"_s);
    captionRow(crane + u" (Bea Lindholm for The Ledger Post)"_s, crane,
               u"Bea Lindholm for The Ledger Post"_s);
    captionRow(crane + u" (Reuters)"_s, crane, u"Reuters"_s);
    captionRow(crane + u" Photo: Bea Lindholm / Agency"_s, crane, u"Bea Lindholm / Agency"_s);
    captionRow(crane + u" Photograph: Bea Lindholm/The Ledger"_s, crane,
               u"Bea Lindholm/The Ledger"_s);
    captionRow(crane + u" Photo by Bea Lindholm"_s, crane, u"Bea Lindholm"_s);
    captionRow(crane + u" Picture: Bea Lindholm."_s, crane, u"Bea Lindholm"_s);
    captionRow(crane + u" Image credit: Bea Lindholm"_s, crane, u"Bea Lindholm"_s);
    captionRow(crane + u" © Bea Lindholm"_s, crane, u"Bea Lindholm"_s);
    captionRow(crane + u" © 2021 Bea Lindholm"_s, crane, u"Bea Lindholm"_s);
    captionRow(crane + u" (c) Bea Lindholm"_s, crane, u"Bea Lindholm"_s);
    captionRow(crane + u" Bea Lindholm/AFP"_s, crane, u"Bea Lindholm/AFP"_s);
    captionRow(crane + u" Handout via REUTERS"_s, crane, u"Handout via REUTERS"_s);
    captionRow(crane + u" Bea Lindholm"_s, crane, u"Bea Lindholm"_s);
    captionRow(crane + u" | Bea Lindholm/AFP"_s, crane, u"Bea Lindholm/AFP"_s);
    captionRow(u"Der Schlafwagen vor der Abfahrt in Altmoor. Foto: Käthe Öhlmann/dpa"_s,
               u"Der Schlafwagen vor der Abfahrt in Altmoor."_s, u"Käthe Öhlmann/dpa"_s);
    captionRow(u"Der Schlafwagen vor der Abfahrt. (Foto: Käthe Öhlmann)"_s,
               u"Der Schlafwagen vor der Abfahrt."_s, u"Käthe Öhlmann"_s);
    captionRow(u"Der Schlafwagen vor der Abfahrt | Bild: picture alliance/dpa"_s,
               u"Der Schlafwagen vor der Abfahrt"_s, u"picture alliance/dpa"_s);
    captionRow(u"Des vendangeurs au lever du jour. Crédit photo : Idriss Morel / AgenceNord"_s,
               u"Des vendangeurs au lever du jour."_s, u"Idriss Morel / AgenceNord"_s);
    captionRow(u"La torre del puerto, el martes. Eva Rey (El Muelle)"_s,
               u"La torre del puerto, el martes."_s, u"Eva Rey (El Muelle)"_s);
    captionRow(u"港の時計台と船。 写真・石田ゆき"_s, u"港の時計台と船。"_s, u"石田ゆき"_s);
    captionRow(u"町の写真・映像を集めた部屋。"_s, u"町の写真・映像を集めた部屋。"_s, QString());
    captionRow(u"Anselmo Peña, ante el faro. Foto: Nerea Vidal (El Diario)"_s,
               u"Anselmo Peña, ante el faro."_s, u"Nerea Vidal (El Diario)"_s);
    captionRow(u"Пролёт нового моста. Фото: Игорь Сухов / «Вестник»"_s, u"Пролёт нового моста."_s,
               u"Игорь Сухов / «Вестник»"_s);
    captionRow(u"سفينة حبوب ترسو في الميناء. (تصوير: نادر الحلبي)"_s,
               u"سفينة حبوب ترسو في الميناء."_s, u"نادر الحلبي"_s);
    captionRow(u"سفينة حبوب ترسو في الميناء. (نادر الحلبي)"_s, u"سفينة حبوب ترسو في الميناء."_s,
               u"نادر الحلبي"_s);
    captionRow(u"הרציף החדש בנמל. צילום: יוסי לוי"_s, u"הרציף החדש בנמל."_s, u"יוסי לוי"_s);
    captionRow(u"最後の豆腐を切る店主。（写真：石川はるか）"_s, u"最後の豆腐を切る店主。"_s,
               u"石川はるか"_s);
    captionRow(u"最後の豆腐を切る店主。（石川はるか）"_s, u"最後の豆腐を切る店主。"_s,
               u"石川はるか"_s);
    captionRow(u"茶农在茶园里采摘新茶。 (摄影：周牧野)"_s, u"茶农在茶园里采摘新茶。"_s,
               u"周牧野"_s);
    captionRow(u"茶农在茶园里采摘新茶。图：周牧野"_s, u"茶农在茶园里采摘新茶。"_s, u"周牧野"_s);
    captionRow(u"새 부두의 첫 배. 사진: 홍길동"_s, u"새 부두의 첫 배."_s, u"홍길동"_s);
    // Only a credit.
    captionRow(u"Photo: Bea Lindholm"_s, u""_s, u"Bea Lindholm"_s);
    captionRow(u"© Bea Lindholm"_s, u""_s, u"Bea Lindholm"_s);
    captionRow(u"Bea Lindholm/Getty Images"_s, u""_s, u"Bea Lindholm/Getty Images"_s);
    captionRow(u"(Foto: Käthe Öhlmann)"_s, u""_s, u"Käthe Öhlmann"_s);
    // No credit.
    captionRow(crane, crane, u""_s);
    captionRow(u"Jane Doe at her drawing table (left)"_s, u"Jane Doe at her drawing table (left)"_s,
               u""_s);
    captionRow(u"Jane Doe at her drawing table (2019)"_s, u"Jane Doe at her drawing table (2019)"_s,
               u""_s);
    captionRow(u"The mayor speaks to the press. (center)"_s,
               u"The mayor speaks to the press. (center)"_s, u""_s);
    captionRow(u"The council met again (for the third time that week)."_s,
               u"The council met again (for the third time that week)."_s, u""_s);
    captionRow(u"Jane Doe met with Mr. John Smith"_s, u"Jane Doe met with Mr. John Smith"_s, u""_s);
    captionRow(u"She took a photo by the river."_s, u"She took a photo by the river."_s, u""_s);
    captionRow(u"两位店主在门口。（左）"_s, u"两位店主在门口。（左）"_s, u""_s);
    captionRow(u"The **old** corn hall at night."_s, u"The old corn hall at night."_s, u""_s);
    captionRow(u"Photo: Councillors applaud after the vote in the old hall."_s,
               u"Councillors applaud after the vote in the old hall."_s, u""_s);
    captionRow(u"Workers cut the turf. Bea Lindholm/Reuters files"_s, u"Workers cut the turf."_s,
               u"Bea Lindholm/Reuters files"_s);
    captionRow(u"Ada Finch Submitted photo"_s, u"Ada Finch"_s, u"Submitted photo"_s);
    captionRow(u"She submitted photos."_s, u"She submitted photos."_s, u""_s);
    captionRow(u"\"Good\": the new model Zed AP"_s, u"\"Good\": the new model Zed AP"_s, u""_s);
    captionRow(u"jdoe42/iStock/Getty Images"_s, u""_s, u"jdoe42/iStock/Getty Images"_s);
    captionRow(u""_s, u""_s, u""_s);
}

void CreditsTest::splitsCaptions()
{
    QFETCH(QString, written);
    QFETCH(QString, caption);
    QFETCH(QString, credit);
    const auto parts = text::splitCaption(written);
    QCOMPARE(parts.caption, caption);
    QCOMPARE(parts.credit, credit);
}

void CreditsTest::knowsCreditLines_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<bool>("expected");
    const auto row = [](const QString &line, bool expected) {
        QTest::addRow("%s", qUtf8Printable(line)) << line << expected;
    };
    row(u"Photo: Bea Lindholm"_s, true);
    row(u"(Credit: Bea Lindholm / Grid)"_s, true);
    row(u"Der Steg am Abend (Foto: picture alliance/Kyodo)"_s, true);
    row(u"Der Steg am Abend. Archivfoto: ON"_s, true);
    row(u"Мост ночью. Фото: Анна Белова"_s, true);
    row(u"A pier at dusk."_s, false);
    row(u"A pier at dusk (Bea Lindholm)"_s, false);
    row(u"Video: What the Pier Looks Like"_s, false);
    row(u"Photo: the pier was closed when we came back in the evening."_s, false);
}

void CreditsTest::knowsCreditLines()
{
    QFETCH(QString, line);
    QFETCH(bool, expected);
    QCOMPARE(text::endsInCredit(line), expected);
}

void CreditsTest::baresCredits_data()
{
    QTest::addColumn<QString>("written");
    QTest::addColumn<QString>("expected");
    pairRow(u"Photo: Bea Lindholm"_s, u"Bea Lindholm"_s);
    pairRow(u"Photograph by Bea Lindholm"_s, u"Bea Lindholm"_s);
    pairRow(u"(Foto: Bea Lindholm)"_s, u"Bea Lindholm"_s);
    pairRow(u"© Foto: Bea Lindholm"_s, u"Bea Lindholm"_s);
    pairRow(u"Source: Supplied"_s, u"Supplied"_s);
    pairRow(u"CreditBea Lindholm/The Post"_s, u"Bea Lindholm/The Post"_s);
    pairRow(u"CreditCreditBea Lindholm"_s, u"Bea Lindholm"_s);
    pairRow(u"Photo: © 2024 Bea Lindholm"_s, u"Bea Lindholm"_s);
    pairRow(u"**Bea Lindholm/AFP**"_s, u"Bea Lindholm/AFP"_s);
    pairRow(u"AP Photo/Bea Lindholm"_s, u"AP Photo/Bea Lindholm"_s);
    pairRow(u"Bea Lindholm"_s, u"Bea Lindholm"_s);
    pairRow(u"写真：石川はるか"_s, u"石川はるか"_s);
    pairRow(u"John Smith Jr. / AFP"_s, u"John Smith Jr. / AFP"_s);
    pairRow(u""_s, u""_s);
}

void CreditsTest::baresCredits()
{
    QFETCH(QString, written);
    QFETCH(QString, expected);
    QCOMPARE(text::bareCredit(written), expected);
}

QTEST_GUILESS_MAIN(CreditsTest)
#include "tst_credits.moc"
