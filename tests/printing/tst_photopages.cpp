#include "html/sanitise.h"
#include "printing/printedstory.h"

#include <QBuffer>
#include <QImage>
#include <QTest>

#include <cmath>

using namespace Qt::StringLiterals;

// Stories with many photos on paper.
class TestPhotoPages : public QObject
{
    Q_OBJECT

private slots:
    void areFull_data();
    void areFull();
    void keepsTheShapesOfPhotos_data();
    void keepsTheShapesOfPhotos();
};

namespace {

constexpr auto photos = 9;

QString pictureName(int number)
{
    return u"broadsheet-media:%1"_s.arg(number, 64, 16, QLatin1Char('0'));
}

QSize sizeOf(int number, bool upright)
{
    const QSize wide(900, number % 3 == 0 ? 700 : 600);
    return upright ? wide.transposed() : wide;
}

Picture picture(int number, bool upright)
{
    QImage image(sizeOf(number, upright), QImage::Format_RGB32);
    image.fill(Qt::darkGray);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return {.name = pictureName(number), .mimeType = u"image/png"_s, .bytes = bytes};
}

Article story(int paragraphs, bool upright)
{
    const auto words = u"Crossing after crossing left the pier an hour late that day, and nobody "
                       "on the quay had counted the passengers, because nobody meant to. "_s;
    Article article{.title = u"The last ferry"_s, .text = words};
    QString html;
    for (auto number = 0; number < photos; ++number) {
        html += u"<p>%1</p>"_s.arg(words.repeated(2)).repeated(paragraphs);
        html += u"<figure><img src=\"%1\"><figcaption>Boat %2.</figcaption></figure>"_s
                    .arg(pictureName(number))
                    .arg(number);
        article.pictures.append(picture(number, upright));
    }
    html += u"<p>%1</p>"_s.arg(words.repeated(2)).repeated(2 * paragraphs);
    article.body = html::sanitise(html, {.ownAddresses = true});
    return article;
}

std::shared_ptr<const printing::PrintedStory> printed(int paragraphs, bool upright, int columns)
{
    return printing::printedStory(
        story(paragraphs, upright), {.date = u"4 December"_s}, {.columns = columns},
        [](int page, int pages) { return u"%1/%2"_s.arg(page).arg(pages); });
}

// Where the text or a photo of a page ends, as a part of the page's height.
double endOf(const printing::PrintedStory &story, int page)
{
    const auto &sheet = story.sheet(page);
    const auto height = story.pageSize().height();
    auto end = 0.0;
    for (const auto &art : sheet.pictures)
        end = std::max(end, art.area.bottom());
    for (const auto &line : sheet.lines) {
        if (line.at.y() < height - 1.05 * printing::unitsPerInch)
            end = std::max(end, line.at.y());
    }
    return end / height;
}

} // namespace

void TestPhotoPages::areFull_data()
{
    QTest::addColumn<int>("paragraphs"); // Between two photos.
    QTest::addColumn<bool>("upright");
    QTest::addColumn<int>("columns");

    for (const auto columns : {1, 2, 3}) {
        for (const auto paragraphs : {0, 1, 3, 6}) {
            for (const auto upright : {false, true})
                QTest::addRow("%d columns, %d paragraphs, %s", columns, paragraphs,
                              upright ? "upright" : "wide")
                    << paragraphs << upright << columns;
        }
    }
}

// All pages but the last one reach down to where there would have been no room for much.
void TestPhotoPages::areFull()
{
    QFETCH(int, paragraphs);
    QFETCH(bool, upright);
    QFETCH(int, columns);

    const auto story = printed(paragraphs, upright, columns);

    auto found = 0;
    for (auto page = 0; page < story->pages(); ++page) {
        found += int(story->sheet(page).pictures.size());
        if (page + 1 < story->pages())
            QVERIFY2(endOf(*story, page) > (paragraphs > 0 ? 0.8 : 0.66),
                     qPrintable(u"page %1 ends at %2"_s.arg(page + 1).arg(endOf(*story, page))));
    }
    QCOMPARE(found, photos);
}

void TestPhotoPages::keepsTheShapesOfPhotos_data()
{
    areFull_data();
}

void TestPhotoPages::keepsTheShapesOfPhotos()
{
    QFETCH(int, paragraphs);
    QFETCH(bool, upright);
    QFETCH(int, columns);

    const auto story = printed(paragraphs, upright, columns);

    auto number = 0;
    for (auto page = 0; page < story->pages(); ++page) {
        const auto &sheet = story->sheet(page);
        for (const auto &art : sheet.pictures) {
            const auto size = QSizeF(sizeOf(number, upright));
            QCOMPARE(art.picture, pictureName(number++));
            QVERIFY(std::abs(art.area.width() / art.area.height() - size.width() / size.height())
                    < 0.01);
            // Its caption is the first line below it.
            const auto below = std::ranges::any_of(sheet.lines, [&](const auto &line) {
                const auto distance = line.at.y() - art.area.bottom();
                return distance > -20 && distance < 0.2 * printing::unitsPerInch
                    && line.at.x() < art.area.right();
            });
            QVERIFY(below);
        }
    }
}

QTEST_MAIN(TestPhotoPages)
#include "tst_photopages.moc"
