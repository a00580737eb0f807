#include "reading/storyfixture.h"
#include "reading/takeover.h"

#include <QPainter>
#include <QTest>

using namespace Qt::StringLiterals;

// The web view takes over without a jump, whatever a story has in it and whatever it is written in.
class TestTakeoverKinds : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void leavesWhatIsInAStory_data();
    void leavesWhatIsInAStory();
    void leavesAStoryWithoutHeadline_data();
    void leavesAStoryWithoutHeadline();
    void leavesOtherWritings_data();
    void leavesOtherWritings();

private:
    takeover::Comparison m_comparison;
};

namespace {

// The name of a picture of that size.
QString name(int width, int height)
{
    return u"broadsheet-media:"_s
        + u"%1%2"_s.arg(width, 32, 16, QChar(u'0')).arg(height, 32, 16, QChar(u'0'));
}

Picture picture(const QString &name)
{
    const auto width = name.mid(17, 32).toInt(nullptr, 16);
    QImage image(width, name.last(32).toInt(nullptr, 16), QImage::Format_RGB32);
    image.fill(QColor(90, 130, 150));
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return {.name = name, .mimeType = u"image/png"_s, .bytes = bytes};
}

QString figure(int width, int height, const QString &caption)
{
    const auto said = caption.isEmpty() ? caption : u"<figcaption>%1</figcaption>"_s.arg(caption);
    return u"<figure><img src=\"%1\" alt=\"\">%2</figure>"_s.arg(name(width, height), said);
}

const auto sentence = u"The harbourmaster walks the length of the mole with a key on a string, and "
                      u"one after another "
                      "the lamps go out behind her while the ferry waits. "_s;

QString paragraphs(const QString &text, int count)
{
    QString html;
    for (int i = 0; i < count; ++i)
        html += u"<p>"_s + text.repeated(1 + i % 3) + u"</p>"_s;
    return html;
}

Article withBody(const QString &html)
{
    return {.title = u"The harbour that turns its lamps down"_s,
            .authors = {{.name = u"Ada Holm"_s}},
            .published = {.date = QDate(2024, 9, 3)},
            .language = u"en"_s,
            .site = u"The Harbour Gazette"_s,
            .body = fixture::safe(html + paragraphs(sentence, 3)),
            .text = sentence.repeated(6)};
}

} // namespace

void TestTakeoverKinds::initTestCase()
{
    m_comparison.height = 3'000;
    m_comparison.pictures = [](const QString &name, const auto &answer) { answer(picture(name)); };
}

void TestTakeoverKinds::leavesWhatIsInAStory_data()
{
    QTest::addColumn<QString>("html");
    QTest::addColumn<Figure>("lead");
    QTest::addColumn<int>("width");

    const auto text = paragraphs(sentence, 2);
    const Figure lead{.src = name(1600, 900),
                      .caption
                      = u"The mole at nine in the evening, from the roof of the chandler’s, "
                        "when all but one of its lamps are out."_s,
                      .credit = u"Jo Finch"_s};
    for (const auto width : {420, 700, 1000})
        QTest::addRow("a lead photo with caption and credit, %d pixels", width)
            << text << lead << width;
    auto credited = lead;
    credited.credit = u"Ines Calder/Harbour Gazette"_s;
    for (const auto width : {360, 420, 577, 700, 1000})
        QTest::addRow("a credit of some length, %d pixels", width) << text << credited << width;
    QTest::newRow("a lead photo alone") << text << Figure{.src = name(1600, 1067)} << 700;
    QTest::newRow("a lead photo that is lost")
        << text << Figure{.alt = u"A boat"_s, .caption = u"The last boat"_s} << 700;
    QTest::newRow("photos in the body") << text + figure(1600, 1000, u"A lamp. "_s + sentence)
            + text + figure(1200, 1500, u"A key."_s)
            + text << Figure() << 700;
    QTest::newRow("a small photo")
        << text + figure(300, 200, u"A stamp."_s) + text << Figure() << 700;
    QTest::newRow("a photo without words")
        << text + u"<figure><img src=\"%1\" alt=\"\"></figure>"_s.arg(name(1600, 900)) + text
        << Figure() << 700;
    const auto one = figure(1600, 1000, u"A lamp. "_s + sentence);
    const auto other = figure(900, 1200, u"A key."_s);
    QTest::newRow("two photos in a row") << text + one + other + text << Figure() << 700;
    QTest::newRow("two without words")
        << text + figure(1600, 900, {}) + figure(1200, 900, {}) + text << Figure() << 700;
    QTest::newRow("three") << text + one + other + one + text << Figure() << 900;
    QTest::newRow("five, in a narrow view")
        << text + one + other + other + one + one + text << Figure() << 420;
    QTest::newRow("photos that are lost") << text + u"<figure><img alt=\"\"></figure>"_s + text
            + u"<figure><img alt=\"A boat in the fog\"></figure>"_s + text
            + u"<figure><img alt=\"\"><figcaption>The last boat</figcaption></figure>"_s
            + text << Figure() << 700;
    QTest::newRow("photos that are lost, without a figure") << text + u"<img alt=\"\">"_s + text
            + u"<img alt=\"A boat in the fog\">"_s + text + u"<div><img alt=\"A key\"></div>"_s
            + text << Figure() << 700;
    QTest::newRow("photos that are elsewhere")
        << text + u"<figure><img src=\"https://a.example/1.jpg\" alt=\"\"></figure>"_s + text
            + u"<img src=\"https://a.example/2.jpg\" alt=\"A boat in the fog\">"_s + text
        << Figure() << 700;
    QTest::newRow("marks of quotation")
        << paragraphs(u"<q>Quarter to <q>six</q></q>, she said, <q>or <q>so</q></q>. "_s, 6) + text
        << Figure() << 700;
    QTest::newRow("what is deleted or marked") << text
            + u"<p>At <del>five</del> <s>half past five</s> <mark>six</mark>. "_s + sentence
            + u"</p>"_s + text << Figure() << 700;
    QTest::newRow("a photo in a paragraph")
        << text + u"<p><img src=\"%1\" alt=\"\"></p>"_s.arg(name(1600, 900)) + text << Figure()
        << 700;
    QTest::newRow("a table") << text
            + u"<table><thead><tr><th>Year</th><th>Birds</th><th>Ankles</th></tr></thead><tbody>"
              "<tr><td>2011</td><td>412</td><td>0</td></tr><tr><td>2012</td><td>233</td><td>1"
              "</td></tr><tr><td>2013</td><td>97</td><td>0</td></tr></tbody></table>"_s
            + text << Figure()
                             << 700;
    QTest::newRow("code") << text + u"<pre>int lamps = 9;\nwhile (lamps)\n    --lamps;\n</pre>"_s
            + u"<p>What <code>--lamps</code> does is said elsewhere, and again. %1</p>"_s.arg(
                sentence)
            + text << Figure()
                          << 700;
    QTest::newRow("lists") << text + u"<ul><li>"_s + sentence
            + u"</li><li>A key<ul><li>on a string</li><li>of brass</li>"
              u"</ul></li><li>A box</li></ul>"_s
            + text + u"<ol><li>First</li><li>"_s + sentence
            + u"</li></ol><dl><dt>Mole</dt><dd>A wall in the sea</dd></dl>"_s + text
                           << Figure() << 700;
    QTest::newRow("notes") << u"<p>The lamps<sup><a href=\"#n1\">1</a></sup> go out. "_s + sentence
            + u"</p>"_s + text + u"<p id=\"n1\" class=\"footnote\">1. All nine of them. "_s
            + sentence + u"</p>"_s
                           << Figure() << 700;
    QTest::newRow("paragraphs that run the other way") << text
            + u"<p>כל ערב בשבועות הראשונים של ספטמבר (בערך 12 km/h) הולכת מנהלת הנמל לאורך "
              "הרציף עם מפתח על חוט, ובזה אחר זה כבים הפנסים מאחוריה.</p><ul><li>תחנת הדלק "
              "מכבה את השלט שלה בתשע.</li></ul>"_s
            + text << Figure() << 700;
    QTest::newRow("quotations and headings")
        << text + u"<h2>A key on a string</h2><p>"_s + sentence + u"</p><h3>Of brass</h3>"_s + text
            + u"<blockquote><p>"_s + sentence + u"</p><p>And so on.</p></blockquote><hr>"_s + text
        << Figure() << 700;
}

void TestTakeoverKinds::leavesWhatIsInAStory()
{
    QFETCH(QString, html);
    QFETCH(Figure, lead);
    QFETCH(int, width);
    auto article = withBody(html);
    article.lead = lead;

    m_comparison.run(article, {}, width);
}

void TestTakeoverKinds::leavesAStoryWithoutHeadline_data()
{
    QTest::addColumn<QString>("author");
    QTest::addColumn<Figure>("lead");
    QTest::addColumn<int>("width");

    for (const auto width : {420, 700})
        QTest::addRow("nothing above, %d pixels", width) << u""_s << Figure() << width;
    QTest::newRow("an author") << u"Ada Holm"_s << Figure() << 700;
    QTest::newRow("a lead photo") << u""_s << Figure{.src = name(1600, 900)} << 700;
}

void TestTakeoverKinds::leavesAStoryWithoutHeadline()
{
    QFETCH(QString, author);
    QFETCH(Figure, lead);
    QFETCH(int, width);
    auto article = withBody(paragraphs(sentence, 3));
    article.title.clear();
    article.site.clear();
    article.published = {};
    article.authors.clear();
    if (!author.isEmpty())
        article.authors = {{.name = author}};
    article.lead = lead;

    m_comparison.run(article, {}, width);
}

void TestTakeoverKinds::leavesOtherWritings_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("title");
    QTest::addColumn<QString>("sentence");

    QTest::newRow("Japanese")
        << u"ja"_s << u"灯台守が最後に鍵を渡す日"_s
        << u"港では九月の最初の週、夕方になると港長が鍵を手に防波堤を歩き、灯りが一つまた一つと"
           "消えていく。子どもたちは鳥を数え、町は暗さに慣れた。"_s;
    QTest::newRow("Chinese")
        << u"zh"_s << u"关掉灯的港口"_s
        << u"九月的头几个星期，港务长每天傍晚都会拿着钥匙沿着防波堤走一趟，灯一盏接一盏地熄灭。"
           "孩子们数着鸟，小镇学会了黑暗。"_s;
    QTest::newRow("Thai")
        << u"th"_s << u"ท่าเรือที่ปิดไฟ"_s
        << u"ทุกเย็นในสัปดาห์แรกของเดือนกันยายน นายท่าเดินถือกุญแจไปตามเขื่อน แล้วไฟก็ดับลงทีละดวง "
           "เด็ก ๆ นับนก และเมืองก็ชินกับความมืด "_s;
    QTest::newRow("Arabic")
        << u"ar"_s << u"آخر حرّاس المنارة يسلّم مفاتيحها"_s
        << u"صعد يونس درجات المنارة للمرة الأخيرة ولم يعدّها، فقد كفّ عن العدّ منذ زمن "
           "بعيد، والركبتان تعرفان الطريق وحدهما. "_s;
    QTest::newRow("Hebrew")
        << u"he"_s << u"שומר המגדלור האחרון מוסר את מפתחותיו"_s
        << u"יונה עלה במדרגות המגדלור בפעם האחרונה ולא ספר אותן, משום שהפסיק לספור "
           "לפני זמן רב והברכיים מכירות את הדרך לבדן. "_s;
    QTest::newRow("Russian")
        << u"ru"_s << u"Гавань, которая гасит огни"_s
        << u"Каждый вечер в первые недели сентября начальник гавани проходит весь мол с "
           "ключом на верёвке, и один за другим гаснут фонари. "_s;
    QTest::newRow("Korean")
        << u"ko"_s << u"등대지기가 마지막으로 열쇠를 건네는 날"_s
        << u"구월의 첫 몇 주 동안 항만장은 저녁마다 열쇠를 들고 방파제를 끝까지 걸어가고, 불은 그 "
           "뒤에서 하나씩 꺼진다. 아이들은 새를 세었고 마을은 어둠에 익숙해졌다. "_s;
    QTest::newRow("Greek")
        << u"el"_s << u"Το λιμάνι που σβήνει τα φώτα"_s
        << u"Κάθε βράδυ τις πρώτες εβδομάδες του Σεπτέμβρη η λιμενάρχης περπατά όλο τον "
           "μόλο με ένα κλειδί και τα φώτα σβήνουν ένα ένα. "_s;
}

void TestTakeoverKinds::leavesOtherWritings()
{
    QFETCH(QString, language);
    QFETCH(QString, title);
    QFETCH(QString, sentence);
    const auto html = paragraphs(sentence, 3) + u"<h2>"_s + title + u"</h2>"_s
        + figure(1600, 900, sentence) + paragraphs(sentence, 2) + u"<ul><li>"_s + sentence
        + u"</li><li>"_s + title + u"</li></ul><blockquote><p>"_s + sentence
        + u"</p></blockquote>"_s + paragraphs(sentence, 3);

    m_comparison.run({.title = title,
                      .language = language,
                      .lead = {.src = name(1600, 1000), .caption = sentence, .credit = title},
                      .body = fixture::safe(html),
                      .text = sentence.repeated(9)},
                     {}, 700);
}

int main(int argc, char **argv)
{
    return takeover::run<TestTakeoverKinds>(argc, argv);
}

#include "tst_takeoverkinds.moc"
