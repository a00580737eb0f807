#include "support/storyfiles.h"
#include "tasks/dissectfile.h"
#include "tasks/readfile.h"
#include "tasks/siterulesfile.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

using Verb = extraction::SiteRule::Verb;

// The file of reading rules, which belongs to the person as much as to the program.
class TestSiteRulesFile : public QObject
{
    Q_OBJECT

private slots:
    void hasNoRulesWithoutAFile();
    void makesTheFileAndItsFolder();
    void changesWhatTheFileSaysNow();
    void keepsWhatItDoesNotUnderstand();
    void leavesAFileThatIsNoText();
    void refusesAHugeFile();
    void saysWhenTheFolderMayOnlyBeRead();
    void writesThroughALink();
    void refusesToWriteOverOthersEdits();
    void readsFilesByTheRules();
    void readsOnWithoutRules();
    void decidesAndTakesBack();
    void saysWhatCannotBeDissected_data();
    void saysWhatCannotBeDissected();

private:
    QTemporaryDir m_folder;
    QString path(const QString &name) const { return m_folder.filePath(name); }
    QString write(const QString &name, const QByteArray &bytes) const
    {
        return support::writeFile(m_folder.path(), name, bytes);
    }
};

namespace {

extraction::RuleChange adding(const QString &selector)
{
    return {.add = extraction::SiteRule{
                .site = u"coast.example"_s,
                .verb = Verb::Drop,
                .selector = *extraction::SiteSelector::parse(selector),
            }};
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

const QByteArray page = R"(<!DOCTYPE html><html><head><title>The Slow Boat</title>
<link rel="canonical" href="https://www.coast.example/slow-boat"></head><body><article>
<h1>The Slow Boat</h1><div class="text">
<p>The ferry left the pier an hour late that day, and nobody on the quay had counted those aboard.</p>
<p>The mate went below to ask the engine, which had an answer that nobody cared to hear twice.</p>
<aside class="tide-table"><p>High water stands at nine, and again a little before ten at night.</p></aside>
</div></article></body></html>)";

} // namespace

void TestSiteRulesFile::hasNoRulesWithoutAFile()
{
    const auto rules = tasks::readRules(path(u"none.txt"_s));

    QVERIFY(rules);
    QVERIFY(rules->isEmpty());
    QVERIFY(!QFile::exists(path(u"none.txt"_s)));
}

void TestSiteRulesFile::makesTheFileAndItsFolder()
{
    const auto file = path(u"a/b/rules.txt"_s);

    const auto rules = tasks::changeRules(file, adding(u"aside.box"_s));

    QVERIFY(rules);
    QVERIFY(contentOf(file).endsWith("[coast.example]\ndrop aside.box\n"));
    QCOMPARE(tasks::readRules(file)->toString(), rules->toString());
}

void TestSiteRulesFile::changesWhatTheFileSaysNow()
{
    const auto file = write(u"edited.txt"_s, "[coast.example]\ndrop p.a\n");
    QVERIFY(tasks::changeRules(file, adding(u"p.b"_s)));
    write(u"edited.txt"_s, "# by hand\n[coast.example]\ndrop p.c\n");

    QVERIFY(tasks::changeRules(file, adding(u"p.d"_s)));

    QCOMPARE(contentOf(file), "# by hand\n[coast.example]\ndrop p.c\ndrop p.d\n"_ba);
}

void TestSiteRulesFile::keepsWhatItDoesNotUnderstand()
{
    const auto file = write(u"damaged.txt"_s, "\x01\x02 [[\n[coast.example]\nhide all\n\n");

    QVERIFY(tasks::changeRules(file, adding(u"p.a"_s)));

    QCOMPARE(contentOf(file), "\x01\x02 [[\n[coast.example]\nhide all\ndrop p.a\n\n"_ba);
}

void TestSiteRulesFile::leavesAFileThatIsNoText()
{
    const auto bytes = "[coast.example]\ndrop p.a\n\xff\xfe\xc3"_ba;
    const auto file = write(u"bytes.txt"_s, bytes);

    const auto rules = tasks::readRules(file);
    const auto changed = tasks::changeRules(file, adding(u"p.b"_s));

    QVERIFY(rules);
    QCOMPARE(rules->rulesFor(u"coast.example"_s).size(), 1);
    QVERIFY(!changed);
    QCOMPARE(changed.error().kind, Error::Kind::Malformed);
    QCOMPARE(contentOf(file), bytes);
}

void TestSiteRulesFile::refusesAHugeFile()
{
    const auto file = write(u"huge.txt"_s, QByteArray(3 << 20, '#'));

    QCOMPARE(tasks::readRules(file).error().kind, Error::Kind::TooLarge);
    QCOMPARE(tasks::changeRules(file, adding(u"p.b"_s)).error().kind, Error::Kind::TooLarge);
    QCOMPARE(contentOf(file).size(), 3 << 20);
}

// Rights do not stop everybody (root), a folder that is a file does.
void TestSiteRulesFile::saysWhenTheFolderMayOnlyBeRead()
{
    write(u"blocked"_s, "in the way");

    const auto changed = tasks::changeRules(path(u"blocked/rules.txt"_s), adding(u"p.b"_s));

    QVERIFY(!changed);
    QCOMPARE(changed.error().kind, Error::Kind::Storage);
    QCOMPARE(changed.error().where, path(u"blocked/rules.txt"_s));
}

void TestSiteRulesFile::writesThroughALink()
{
    const auto file = write(u"dotfiles/rules.txt"_s, "[coast.example]\n");
    QVERIFY(QFile::link(file, path(u"link.txt"_s)));

    QVERIFY(tasks::changeRules(path(u"link.txt"_s), adding(u"p.b"_s)));

    QVERIFY(QFileInfo(path(u"link.txt"_s)).isSymLink());
    QCOMPARE(contentOf(file), "[coast.example]\ndrop p.b\n"_ba);
}

void TestSiteRulesFile::refusesToWriteOverOthersEdits()
{
    const auto file = write(u"two.txt"_s, "# one\n");
    const auto before = tasks::rulesText(file);
    write(u"two.txt"_s, "# two\n");

    const auto refused = tasks::writeRulesText(file, u"# three\n"_s, *before);
    const auto written = tasks::writeRulesText(file, u"# three\n"_s, u"# two\n"_s);

    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, Error::Kind::Refused);
    QVERIFY(written);
    QCOMPARE(contentOf(file), "# three\n"_ba);
}

void TestSiteRulesFile::readsFilesByTheRules()
{
    const auto file = write(u"boat.html"_s, page);
    const auto rules = write(u"mine.txt"_s, "[coast.example]\nkeep aside.tide-table\n");

    const auto plain = tasks::readFile(file);
    const auto ruled = tasks::readFile(file, {}, rules);

    QVERIFY(plain && ruled);
    QVERIFY(!plain->first().text.contains(u"High water"_s));
    QVERIFY(ruled->first().text.contains(u"High water"_s));
}

void TestSiteRulesFile::readsOnWithoutRules()
{
    const auto file = write(u"boat.html"_s, page);

    const auto stories = tasks::readFile(file, {}, m_folder.path());

    QVERIFY(stories);
    QCOMPARE(stories->first().warnings, QStringList{u"the reading rules could not be read"_s});
}

void TestSiteRulesFile::decidesAndTakesBack()
{
    const auto file = write(u"boat.html"_s, page);
    const auto rules = path(u"decided.txt"_s);
    const auto story = tasks::readFile(file, {}, rules)->first();
    const auto dissected = tasks::dissectFile(story, rules);
    QVERIFY(dissected);
    const auto &parts = dissected->dissection.parts;
    const auto box
        = std::ranges::find(parts, extraction::Left::Sidebar, &extraction::PagePart::left);
    QVERIFY(box != parts.end());

    const auto decided = tasks::decide(*dissected, rules, box->item, Verb::Keep);
    QVERIFY(decided);
    const auto then = tasks::readFile(file, {}, rules)->first();
    const auto back = tasks::takeBack(*decided, rules, decided->change);
    QVERIFY(back);

    QVERIFY(then.text.contains(u"High water"_s));
    QCOMPARE(decided->dissection.article, then);
    QCOMPARE(back->dissection, dissected->dissection);
    QCOMPARE(tasks::readFile(file, {}, rules)->first(), story);
    QVERIFY(tasks::readRules(rules)->isEmpty());
}

void TestSiteRulesFile::saysWhatCannotBeDissected_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<Error::Kind>("kind");
    QTest::addColumn<bool>("named");

    QTest::newRow("no file") << QString() << Error::Kind::NotFound << false;
    QTest::newRow("gone") << path(u"gone.html"_s) << Error::Kind::NotFound << true;
    QTest::newRow("a folder") << m_folder.path() << Error::Kind::NotAFile << true;
    QTest::newRow("empty") << write(u"empty.html"_s, {}) << Error::Kind::Empty << true;
}

void TestSiteRulesFile::saysWhatCannotBeDissected()
{
    QFETCH(QString, file);
    QFETCH(bool, named);

    const auto dissected = tasks::dissectFile({.provenance = {.file = file}}, {});

    QVERIFY(!dissected);
    QTEST(dissected.error().kind, "kind");
    QCOMPARE(!dissected.error().where.isEmpty(), named);
}

QTEST_GUILESS_MAIN(TestSiteRulesFile)
#include "tst_siterulesfile.moc"
