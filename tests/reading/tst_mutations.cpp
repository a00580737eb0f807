#include "html/document.h"
#include "html/sanitise.h"
#include "reading/webengine.h"
#include "support/hostilerows.h"
#include "support/madeupfragments.h"
#include "web/storypage.h"

#include <QApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <gumbo.h>
#include <random>

using namespace Qt::StringLiterals;

// Safe HTML is safe for the tree we had in mind. The engine that shows it must build that very
// tree: as part of a page, and swapped into one.
class TestMutations : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void enginesAgree_data();
    void enginesAgree();

private:
    QStringList treesInEngine(const QStringList &fragments);

    std::unique_ptr<StoryProfile> m_profile;
    std::unique_ptr<ShellScheme> m_shell;
    std::unique_ptr<StoryPage> m_page;
};

namespace {

const QUrl base(u"https://gazette.example/2025/story.html"_s);
constexpr int madeUp = 400; // Fragments of each seed.

// What a tree is made of, as text: elements with their namespace and attributes, and words.
QString treeOf(const html::Node &parent)
{
    static constexpr std::array spaces = {'h', 's', 'm'};
    QString tree;
    for (auto node = parent.firstChild(); !node.isNull(); node = node.nextSibling()) {
        if (!node.isElement()) {
            tree += u'"' + node.text() + u'"';
            continue;
        }
        const auto &element = node.handle()->v.element;
        const auto name = node.name();
        tree += u"<"_s + QLatin1Char(spaces[element.tag_namespace])
            + name.sliced(name.indexOf(u':') + 1);
        QStringList attributes;
        for (unsigned i = 0; i < element.attributes.length; ++i) {
            const auto *one = static_cast<const GumboAttribute *>(element.attributes.data[i]);
            attributes.append(QString::fromUtf8(one->name).toLower() + u'='
                              + QString::fromUtf8(one->value));
        }
        attributes.sort();
        tree += attributes.join(u'|') + u'>' + treeOf(node) + u"</>"_s;
    }
    return tree;
}

// Engines that write HTML forget that a line end right after <pre> is one too few (HTML §13.3).
QString withoutFirstLineEnds(QString tree)
{
    static const QRegularExpression lineEnd(u"(<hpre[^>]*>\")\n"_s);
    return tree.replace(lineEnd, u"\\1"_s).remove(u"\"\""_s);
}

QString treeOf(const SafeHtml &safe)
{
    const auto document = html::Document::parse("<!DOCTYPE html><body>" + safe.toString().toUtf8());
    return document ? treeOf(document->body()) : QString();
}

// The same by the engine: of a page, of what is swapped into one, and of that once it has been
// written and read again. The documents are inert.
constexpr auto script = R"js(
(fragments => {
    const spaces = { 'http://www.w3.org/1999/xhtml': 'h', 'http://www.w3.org/2000/svg': 's',
                     'http://www.w3.org/1998/Math/MathML': 'm' };
    const treeOf = parent => {
        let tree = '';
        for (const node of parent.childNodes) {
            if (node.nodeType === 3) {
                tree += '"' + node.data + '"';
                continue;
            }
            if (node.nodeType !== 1)
                return tree + '?';
            const attributes = [...node.attributes].map(one => one.name.toLowerCase() + '='
                                                               + one.value);
            tree += '<' + (spaces[node.namespaceURI] || '?') + node.localName.toLowerCase()
                + attributes.sort().join('|') + '>' + treeOf(node) + '</>';
        }
        return tree;
    };
    const trees = [];
    for (const html of fragments) {
        const page = new DOMParser().parseFromString('<!DOCTYPE html><body>' + html, 'text/html');
        const place = document.implementation.createHTMLDocument('').createElement('article');
        place.innerHTML = html;
        trees.push(treeOf(page.body), treeOf(place));
        const again = place.innerHTML;
        place.innerHTML = again;
        trees.push(treeOf(place));
    }
    return trees;
})(...%1)
)js"_L1;

} // namespace

void TestMutations::initTestCase()
{
    m_profile = std::make_unique<StoryProfile>();
    m_shell = std::make_unique<ShellScheme>([] { return u"<!DOCTYPE html><title>x</title>"_s; });
    m_profile->installUrlSchemeHandler(storyScheme, m_shell.get());
    m_page = std::make_unique<StoryPage>(m_profile.get());
    QSignalSpy loaded(m_page.get(), &QWebEnginePage::loadFinished);
    m_page->load(storyAddress());
    QVERIFY(loaded.wait(60'000));
}

QStringList TestMutations::treesInEngine(const QStringList &fragments)
{
    QStringList trees;
    const QJsonArray arguments{QJsonArray::fromStringList(fragments)};
    const auto json = QString::fromUtf8(QJsonDocument(arguments).toJson(QJsonDocument::Compact));
    auto answered = false;
    m_page->ask(QString(script).replace("%1"_L1, json), [&](const QVariant &answer) {
        trees = answer.toStringList();
        answered = true;
    });
    [&] { QTRY_VERIFY_WITH_TIMEOUT(answered, 60'000); }();
    return trees;
}

void TestMutations::enginesAgree_data()
{
    support::addHostileRows();
    for (const auto seed : {1U, 20251122U, 4242424242U}) {
        std::mt19937 random(seed);
        QStringList fragments;
        for (int i = 0; i < madeUp; ++i)
            fragments.append(support::madeUpFragment(random));
        QTest::addRow("made up from %u", seed) << fragments;
    }
}

void TestMutations::enginesAgree()
{
    QFETCH(QStringList, fragments);
    QStringList safe;
    QStringList expected;
    for (const auto &fragment : std::as_const(fragments)) {
        const auto one = html::sanitise(fragment, {.base = base});
        safe.append(one.toString());
        expected.append(treeOf(one));
    }

    const auto trees = treesInEngine(safe);

    QCOMPARE(trees.size(), 3 * safe.size());
    for (qsizetype i = 0; i < trees.size(); ++i) {
        if (i % 3 == 2)
            QCOMPARE(withoutFirstLineEnds(trees.at(i)), withoutFirstLineEnds(expected.at(i / 3)));
        else if (trees.at(i) != expected.at(i / 3))
            QCOMPARE(trees.at(i) + u" from "_s + fragments.at(i / 3), expected.at(i / 3));
    }
}

int main(int argc, char **argv)
{
    webengine::prepare();
    registerStorySchemes();
    QApplication application(argc, argv);
    TestMutations test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_mutations.moc"
