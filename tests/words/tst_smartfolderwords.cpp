#include "dialogs/undowords.h"
#include "library/library.h"
#include "words/smartfolderwords.h"

#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;

// What smart folders are called and what they hold, in words.
class TestSmartFolderWords : public QObject
{
    Q_OBJECT

private slots:
    void explains_data();
    void explains();
    void names_data();
    void names();
    void tellsEveryStepApart();
};

namespace {

search::Query parsed(const QString &search)
{
    return search::parse(search, QDate(2026, 3, 21));
}

} // namespace

void TestSmartFolderWords::explains_data()
{
    QTest::addColumn<QString>("search");
    QTest::addColumn<QString>("words");

    const auto row = [](const char *name, const QString &search, const QString &words) {
        QTest::newRow(name) << search << words;
    };
    row("words", u"slow ferry"_s, u"Stories with “slow”, with “ferry”."_s);
    row("parts", u"title:ferry by:Quill from:\"Bay Times\""_s,
        u"Stories with “ferry” in the headline, by “Quill”, from “Bay Times”."_s);
    row("states", u"is:unread is:bookmarked has:photo"_s,
        u"Stories not read yet, with a bookmark, with a photo."_s);
    row("days", u"after:today before:2027"_s,
        u"Stories since 21 March 2026, from before 1 January 2027."_s);
    row("a language", u"lang:de"_s, u"Stories in German."_s);
    row("alternatives", u"ferry OR boat"_s, u"Stories with “ferry” or with “boat”."_s);
    row("groups of them", u"(slow ferry) OR boat"_s,
        u"Stories (with “slow”, with “ferry”) or with “boat”."_s);
    row("alternatives among conditions", u"is:read (ferry OR boat)"_s,
        u"Stories that were read, with “ferry” or with “boat”."_s);
    row("what is left out", u"ferry -weather"_s,
        u"Stories with “ferry”, but not with “weather”."_s);
}

void TestSmartFolderWords::explains()
{
    QFETCH(QString, search);
    const QLocale locale(QLocale::English, QLocale::UnitedKingdom);

    auto words = smartfolderwords::explained(parsed(search), locale);
    // The locale's long form begins with the day of the week.
    words.replace(u"Saturday, "_s, QString()).replace(u"Friday, "_s, QString());
    words.replace(u"Saturday "_s, QString()).replace(u"Friday "_s, QString());

    QTEST(words, "words");
}

void TestSmartFolderWords::names_data()
{
    QTest::addColumn<QString>("search");
    QTest::addColumn<QString>("name");

    QTest::newRow("words") << u"slow ferry"_s << u"Slow ferry"_s;
    QTest::newRow("a phrase and an outlet")
        << u"\"slow ferry\" from:Gazette"_s << u"Slow ferry Gazette"_s;
    QTest::newRow("alternatives") << u"ferry OR boat is:unread"_s << u"Ferry boat"_s;
    QTest::newRow("not what is left out") << u"ferry -weather"_s << u"Ferry"_s;
    QTest::newRow("no words") << u"is:unread last:7d lang:de"_s << QString();
    QTest::newRow("too many") << u"one two three four five six seven eight nine ten"_s
                              << u"One two three four five six seven eight…"_s;
}

void TestSmartFolderWords::names()
{
    QFETCH(QString, search);

    QTEST(smartfolderwords::name(parsed(search)), "name");
}

void TestSmartFolderWords::tellsEveryStepApart()
{
    using Action = Undone::Action;
    QSet<QString> said;
    for (const auto action :
         {Action::SmartFolderAdded, Action::SmartFolderRenamed, Action::SmartFolderSetUp,
          Action::SmartFolderRemoved, Action::SmartFoldersRestored}) {
        for (const auto &words : {undowords::done(action, 0), undowords::undo({.deed = action}),
                                  undowords::undone({.action = action}),
                                  undowords::undone({.action = action, .title = u"Tides"_s})}) {
            QVERIFY2(!words.isEmpty() && !said.contains(words), qPrintable(words));
            said << words;
        }
    }
}

QTEST_GUILESS_MAIN(TestSmartFolderWords)
#include "tst_smartfolderwords.moc"
