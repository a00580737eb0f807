#include "formats/formats.h"
#include "html/document.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;

// Every story in tests/data/formats is read and compared with the JSON beside it. A key that the
// JSON does not have must be empty in what was read: nothing is to be made up.
class StoriesTest : public QObject
{
    Q_OBJECT

private slots:
    void readsStories_data();
    void readsStories();
    void refusesWhatIsNoText_data();
    void refusesWhatIsNoText();
    void survivesStrangeText_data();
    void survivesStrangeText();
    void keepsPicturesBesideTheFile();
    void keepsTheStorysPlaceOfRelatedStories();
};

namespace {

SavedFile fileOf(const QByteArray &bytes, const QString &name)
{
    SavedFile file;
    file.bytes = bytes;
    file.name = name;
    return file;
}

void collectBlocks(const html::Node &parent, QStringList &blocks)
{
    for (const auto &node : parent.childElements()) {
        if (node.isElement(u"aside") || node.isElement(u"figure"))
            continue;
        if (node.isElement(u"ul") || node.isElement(u"ol") || node.isElement(u"blockquote"))
            collectBlocks(node, blocks);
        else
            blocks.append(html::textOf(node));
    }
}

QStringList blocksOf(const QString &body)
{
    const auto document = html::Document::parse(body);
    QStringList blocks;
    collectBlocks(document->body(), blocks);
    return blocks;
}

void put(QJsonObject &object, const QString &key, const QString &value)
{
    if (!value.isEmpty())
        object[key] = value;
}

QJsonObject toJson(const Figure &figure)
{
    QJsonObject object;
    put(object, u"src"_s, figure.src);
    put(object, u"alt"_s, figure.alt);
    put(object, u"caption"_s, figure.caption);
    put(object, u"credit"_s, figure.credit);
    return object;
}

QJsonArray toJson(const QList<Link> &links)
{
    QJsonArray array;
    for (const auto &link : links) {
        QJsonObject object;
        put(object, u"title"_s, link.title);
        put(object, u"url"_s, link.url.toString());
        array.append(object);
    }
    return array;
}

void put(QJsonObject &object, const QString &key, const QJsonArray &values)
{
    if (!values.isEmpty())
        object[key] = values;
}

QJsonObject toJson(const SavedPage &page)
{
    const auto &stated = page.stated;
    QJsonObject object;
    put(object, u"title"_s, stated.title);
    put(object, u"standfirst"_s, stated.standfirst);
    put(object, u"published"_s, stated.published.toRfc3339());
    put(object, u"language"_s, stated.language);
    put(object, u"site"_s, stated.site);
    put(object, u"savedBy"_s, stated.provenance.savedBy);
    put(object, u"url"_s, stated.url.toString());
    put(object, u"related"_s, toJson(stated.related));
    put(object, u"blocks"_s, QJsonArray::fromStringList(blocksOf(page.html)));
    QJsonArray authors;
    for (const auto &author : stated.authors)
        authors.append(author.name);
    put(object, u"authors"_s, authors);
    QJsonArray figures;
    for (const auto &figure : stated.figures)
        figures.append(toJson(figure));
    put(object, u"figures"_s, figures);
    if (!stated.lead.isEmpty())
        object[u"lead"_s] = toJson(stated.lead);
    if (!stated.warnings.isEmpty())
        object[u"warnings"_s] = int(stated.warnings.size());
    return object;
}

} // namespace

void StoriesTest::readsStories_data()
{
    QTest::addColumn<QString>("path");
    const QDir folder(QStringLiteral(TEST_DATA "/formats"));
    const auto names = folder.entryList({u"*.txt"_s, u"*.md"_s}, QDir::Files);
    QVERIFY(!names.isEmpty());
    for (const auto &name : names)
        QTest::addRow("%s", qUtf8Printable(name)) << folder.filePath(name);
}

void StoriesTest::readsStories()
{
    QFETCH(QString, path);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QFile truth(path.section(u'.', 0, -2) + ".json"_L1);
    QVERIFY(truth.open(QIODevice::ReadOnly));
    const auto expected = QJsonDocument::fromJson(truth.readAll()).object();
    QVERIFY(!expected.isEmpty());

    const auto pages = formats::read(fileOf(file.readAll(), QFileInfo(path).fileName()));

    QVERIFY(pages);
    QCOMPARE(pages->size(), 1);
    QCOMPARE(pages->first().content, SavedPage::Content::Story);
    const auto read = toJson(pages->first());
    for (const auto &key : expected.keys() + read.keys()) {
        const auto show = [&](const QJsonObject &object) {
            return QJsonDocument(QJsonObject{{key, object.value(key)}}).toJson();
        };
        QCOMPARE(show(read), show(expected));
    }
}

void StoriesTest::refusesWhatIsNoText_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<Error::Kind>("kind");

    QTest::newRow("nothing") << QByteArray() << Error::Kind::Empty;
    QTest::newRow("only a byte order mark") << QByteArray("\xEF\xBB\xBF") << Error::Kind::Empty;
    QTest::newRow("white space") << QByteArray(" \n\n\t \n") << Error::Kind::Empty;
    QTest::newRow("zeros") << QByteArray(4096, '\0') << Error::Kind::Unsupported;
    QTest::newRow("too large") << QByteArray(17 * 1024 * 1024, 'a') << Error::Kind::TooLarge;
}

void StoriesTest::refusesWhatIsNoText()
{
    QFETCH(QByteArray, bytes);
    QFETCH(Error::Kind, kind);

    const auto pages = formats::read(fileOf(bytes, u"a.txt"_s));

    QVERIFY(!pages);
    QCOMPARE(pages.error().kind, kind);
}

void StoriesTest::survivesStrangeText_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("kept");

    QTest::newRow("one long line")
        << QByteArray("word ").repeated(400'000) << u"a.txt"_s << u"word"_s;
    QTest::newRow("many blank lines")
        << "Fog.\n" + QByteArray(500'000, '\n') + "It lifted." << u"a.txt"_s << u"It lifted."_s;
    QTest::newRow("asterisks") << QByteArray("**a *b _c ").repeated(5'000) << u"a.txt"_s << u"*b"_s;
    QTest::newRow("hyphens") << QByteArray("fog-\n").repeated(10'000) << u"a.txt"_s << u"fog"_s;
    QTest::newRow("short lines") << QByteArray("a\n").repeated(400'000) << u"a.txt"_s << u"a"_s;
    QTest::newRow("deep quotations") << QByteArray(50'000, '>') + " inside\n\nAfter it.\n"
                                     << u"a.md"_s << u"After it."_s;
    QTest::newRow("open brackets") << QByteArray(2'000, '[') + "x\n\nAfter it.\n"
                                   << u"a.md"_s << u"After it."_s;
    QTest::newRow("endless front matter")
        << QByteArray("---\n") + QByteArray("key: x\n").repeated(5'000) << u"a.md"_s << u"key: x"_s;
}

void StoriesTest::survivesStrangeText()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, name);
    QFETCH(QString, kept);

    const auto pages = formats::read(fileOf(bytes, name));

    QVERIFY(pages);
    const auto &page = pages->first();
    QVERIFY((page.stated.title + page.html).contains(kept));
}

void StoriesTest::keepsPicturesBesideTheFile()
{
    auto file = fileOf("# Fog\n\n![Fog](_resources/fog.png)\n\n![Out](../out.png)\n\nIt lifted.\n",
                       u"fog.md"_s);
    QStringList asked;
    file.sibling = [&asked](const QString &path) -> std::optional<QByteArray> {
        asked.append(path);
        return path == "_resources/fog.png"_L1 ? std::optional("\x89PNG\r\n\x1A\n"_ba)
                                               : std::nullopt;
    };

    const auto pages = formats::read(file);

    QVERIFY(pages);
    QCOMPARE(pages->first().stated.lead.src, u"_resources/fog.png"_s);
    QCOMPARE(pages->first().resources.keys(), QStringList{u"_resources/fog.png"_s});
    QVERIFY(asked.contains(u"_resources/fog.png"_s));
}

void StoriesTest::keepsTheStorysPlaceOfRelatedStories()
{
    const auto pages = formats::read(fileOf("Fog Lifts\n\nBy Rosa Lind\n\nIt came on Monday.\n\n"
                                            "Related article: The Foghorn\n\nIt left on Friday.\n",
                                            u"fog.txt"_s));

    QVERIFY(pages);
    QCOMPARE(pages->first().html.simplified(),
             u"<p>It came on Monday.</p> <aside class=\"related\">The Foghorn</aside> "
             "<p>It left on Friday.</p>"_s);
}

QTEST_GUILESS_MAIN(StoriesTest)
#include "tst_stories.moc"
