#include "formats/chrome.h"

#include <QTest>

using namespace Qt::StringLiterals;

using Question = bool (*)(QStringView);
Q_DECLARE_METATYPE(Question)

// What stands around every story, and sentences that look like it.
class ChromeLinesTest : public QObject
{
    Q_OBJECT

private slots:
    void knowsLines_data();
    void knowsLines();
};

namespace {

struct Row
{
    const char *name;
    Question question;
    QList<QStringView> lines;
    QList<QStringView> sentences;
};

const QList<Row> &rows()
{
    using namespace formats;
    static const QList<Row> all = {
        {"comments",
         isCommentsHeading,
         {u"Comments (2)", u"14 Comments", u"Kommentare (3)", u"Commentaires", u"Comentarios (1)",
          u"Комментарии (12)", u"التعليقات (2)", u"التعليقات ()2", u"评论（2）", u"評論 (4)",
          u"コメント（5）"},
         {u"Comments on the plan were few.", u"Kommentare gab es keine.", u"No comment"}},
        {"copyright",
         isCopyrightLine,
         {u"© 2025 The Quay. All rights reserved.", u"(c) 2024 Die Brücke",
          u"Copyright 2020 Fog Ltd", u"© The Quay 2025", u"Alle Rechte vorbehalten.",
          u"© 2024 港新聞 無断転載を禁じます。"},
         {u"Copyright is a matter of law.", u"He kept all of them for himself."}},
        {"advertisements",
         isAdvertLine,
         {u"ADVERTISEMENT", u"ADVERTISEMENTBoots from 39 crowns", u"ANZEIGE",
          u"PUBLICITÉBottes dès 39 euros", u"РЕКЛАМАСапоги от 3900 рублей", u"إعلان", u"广告",
          u"広告長靴が三千円から"},
         {u"Advertisement for boots fell.", u"Anzeigen kosten Geld.",
          u"Publicité : le juge a tranché.", u"Реклама на пристани запрещена.",
          u"إعلان النتائج غداً.", u"广告收入下降了一半。"}},
        {"tags",
         isTagsLine,
         {u"Filed under: Sport, Harbour", u"Schlagworte: Region", u"Mots-clés : mer", u"Теги: море",
          u"وسوم: البحر", u"标签：海", u"タグ：海"},
         {u"Topics were many.", u"Themen: Er nannte drei. Dann ging er."}},
        {"consent",
         isConsentLine,
         {u"We and our 9 partners use cookies to measure audiences.", u"Accept all",
          u"Wir verwenden Cookies.", u"Alle akzeptieren", u"Tout accepter", u"Принять все",
          u"قبول الكل", u"全部接受", u"我们使用Cookie来个性化内容。"},
         {u"Cookies were served with tea.", u"Alle kamen.", u"接受采访的人不多。"}},
        {"skip links",
         isSkipLine,
         {u"Skip to content", u"Zum Inhalt springen", u"Aller au contenu", u"Saltar al contenido",
          u"Перейти к содержанию", u"انتقل إلى المحتوى", u"跳到内容", u"本文へスキップ"},
         {u"Skip to the year 1999.", u"Zum Inhalt sagte er nichts."}},
        {"paths",
         isBreadcrumb,
         {u"Home > World", u"首页 > 国际", u"Start › Politik › Inland"},
         {u"A > B is what he wrote. Nobody understood.", u"World"}},
        {"controls",
         isControlLine,
         {u"(BUTTON) Accept all", u"[14][                    ]OK", u"____________________", u"*"},
         {u"Button up, he said.", u"[14] He left."}},
        {"newsletters",
         isNewsletterLine,
         {u"The five stories of the day, in your inbox.", u"每天把五條要聞送到您的信箱。",
          u"Les cinq informations du jour, chaque matin avant le thé."},
         {u"He reads the news every morning.", u"Il lit les informations chaque matin."}},
    };
    return all;
}

} // namespace

void ChromeLinesTest::knowsLines_data()
{
    QTest::addColumn<Question>("question");
    QTest::addColumn<QString>("line");
    QTest::addColumn<bool>("is");

    for (const auto &row : rows()) {
        for (const auto line : row.lines)
            QTest::addRow("%s: %s", row.name, qUtf8Printable(line.toString()))
                << row.question << line.toString() << true;
        for (const auto line : row.sentences)
            QTest::addRow("not %s: %s", row.name, qUtf8Printable(line.toString()))
                << row.question << line.toString() << false;
    }
}

void ChromeLinesTest::knowsLines()
{
    QFETCH(Question, question);
    QFETCH(QString, line);

    QTEST(question(line), "is");
}

QTEST_GUILESS_MAIN(ChromeLinesTest)
#include "tst_chromelines.moc"
