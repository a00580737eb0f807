#include "formats/pdfreader.h"

#include "formats/ownprint.h"
#include "formats/pdfblocks.h"
#include "formats/pdfheads.h"
#include "formats/pdfprogram.h"
#include "formats/story.h"
#include "text/credits.h"
#include "text/whitespace.h"

#include <QHash>
#include <QSet>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace {

namespace pdf = formats::pdf;

// Readers look for the header this far into a file: some programs write something before it.
constexpr qsizetype headerReach = 1024;
// Beside the columns of a story stands less than this share of the text, or it is no aside.
constexpr double mostAside = 0.3;
constexpr qsizetype longestShown = 80;
// The share of a page that no picture of a story takes.
constexpr double paperShare = 0.8;
// Pages on which a picture must return to be no part of a story.
constexpr qsizetype fewestPaper = 3;

struct Pages
{
    QList<pdf::Page> pages = {};
    QHash<QString, Resource> pictures = {};
    int missing = 0; // Pictures that have a place, but could not be taken out.
};

QString pictureName(qsizetype page, qint32 id)
{
    return u"page%1-picture%2"_s.arg(page + 1).arg(id + 1);
}

// Places that differ by less than some points are one.
QString placeKey(const QRectF &area)
{
    constexpr double grid = 4;
    return u"%1 %2 %3"_s.arg(std::round(area.left() / grid))
        .arg(std::round(area.top() / grid))
        .arg(std::round(area.width() / grid));
}

// What is drawn behind a whole page, or at the same place of most pages, is paper: the scan that a
// text layer was made for, a letterhead.
class Paper
{
public:
    explicit Paper(const QList<print::Page> &pages)
        : m_mostPages(std::max(fewestPaper, pages.size() / 2 + 1))
    {
        for (const auto &page : pages) {
            QSet<QString> places;
            for (const auto &place : page.pictures)
                places.insert(placeKey(place.area));
            for (const auto &place : places)
                ++m_pages[place];
        }
    }

    bool holds(const print::Page &page, const QRectF &area) const
    {
        return area.width() * area.height() > paperShare * page.width * page.height
            || m_pages.value(placeKey(area)) >= m_mostPages;
    }

private:
    qsizetype m_mostPages;
    QHash<QString, qsizetype> m_pages; // On which a picture stands at a place.
};

Pages pagesOf(const print::File &file)
{
    Pages result;
    for (const auto &picture : file.pictures)
        result.pictures.insert(pictureName(picture.page, picture.id),
                               {.mimeType = picture.mimeType, .bytes = picture.bytes});
    const Paper paper(file.pages);
    const bool rightToLeft = pdf::runsRightToLeft(file.pages);
    for (qsizetype at = 0; at < file.pages.size(); ++at) {
        auto page = file.pages[at];
        page.pictures.removeIf([&](const print::PicturePlace &place) {
            if (paper.holds(file.pages[at], place.area))
                return true;
            const bool missing = !result.pictures.contains(pictureName(qint32(at), place.id));
            result.missing += missing ? 1 : 0;
            return missing;
        });
        auto lines = pdf::linesOf(page, rightToLeft);
        for (qsizetype n = 0; n < page.pictures.size(); ++n)
            lines.pictures[n].name = pictureName(at, page.pictures[n].id);
        result.pages.append(std::move(lines));
    }
    return result;
}

qsizetype lettersOf(const QList<pdf::Line> &lines)
{
    qsizetype letters = 0;
    for (const auto &line : lines)
        letters += line.text.size();
    return letters;
}

// What stands beside the story's columns is left out, with a word about it.
void putInOrder(QList<pdf::Page> &pages, pdf::Setting &setting, QStringList &warnings)
{
    auto ordered = pages;
    qsizetype all = 0;
    QList<pdf::Line> aside;
    for (auto &page : ordered) {
        all += lettersOf(page.lines);
        aside += pdf::orderLines(page, setting);
    }
    if (double(lettersOf(aside)) > mostAside * double(all)) {
        // The columns were not understood: the order of the file is the better one.
        double right = 0;
        for (const auto &page : pages)
            right = std::max(right, page.width);
        setting.columns = {{0, right}};
        return;
    }
    pages = std::move(ordered);
    for (const auto &line : aside)
        warnings.append("left out: "_L1 + text::excerpt(line.text, longestShown));
}

Article statedOf(const print::File &file, int missingPictures)
{
    Article stated;
    stated.provenance.format = u"pdf"_s;
    if (file.about.created.isValid())
        stated.provenance.savedAt = Timestamp::fromDateTime(file.about.created);
    const auto read = file.pages.size();
    if (read < file.about.pages)
        stated.warnings.append(
            u"only the first %1 of %2 pages were read"_s.arg(read).arg(file.about.pages));
    if (missingPictures > 0)
        stated.warnings.append((missingPictures == 1
                                    ? u"%1 picture could not be taken out of the file"_s
                                    : u"%1 pictures could not be taken out of the file"_s)
                                   .arg(missingPictures));
    return stated;
}

Error withoutText(const print::File &file)
{
    if (!file.complete)
        return {Error::Kind::Malformed, u"a PDF that takes too long or too much memory to read"_s};
    if (file.about.pages < 1)
        return {Error::Kind::Empty, u"a PDF without pages"_s};
    return {Error::Kind::Empty, u"its pages are pictures without text"_s};
}

// A person's name, not that of an account or a program.
void takeAuthor(Article &stated, const QString &author)
{
    if (!stated.authors.isEmpty() || !author.contains(u' '))
        return;
    for (const auto &name : text::bylineNames(author, text::BylineKind::Certain))
        stated.authors.append({.name = name});
}

} // namespace

PdfReader::PdfReader()
    : m_program(formats::pdfProgram())
{
}

PdfReader::PdfReader(QString program)
    : m_program(std::move(program))
{
}

bool PdfReader::recognises(const SavedFile &file) const
{
    const auto at = QByteArrayView(file.bytes)
                        .first(std::min(file.bytes.size(), headerReach))
                        .indexOf("%PDF-");
    // Other files may speak of it; there no object follows.
    return at == 0 || (at > 0 && file.bytes.indexOf(" obj", at) >= 0);
}

Result<QList<SavedPage>> PdfReader::read(const SavedFile &file) const
{
    auto printed = formats::printedFile(file.bytes, m_program);
    if (!printed)
        return printed.error();
    Article own;
    const auto isOwn = formats::isOwnPrint(printed->about.program);
    if (isOwn)
        formats::takeOwnEdges(*printed, own);
    auto [pages, pictures, missing] = pagesOf(*printed);
    auto stated = statedOf(*printed, missing);
    const auto heads = pdf::takeRunningHeads(pages);
    stated.url = heads.address;
    auto setting = pdf::settingOf(pages);
    if (!setting)
        return withoutText(*printed);
    putInOrder(pages, *setting, stated.warnings);
    auto story = pdf::storyOf(pdf::paragraphsOf(pages, *setting), *setting, printed->about.title);
    stated.title = story.title;
    stated.site = story.site;
    if (isOwn) {
        stated.site = own.site;
        formats::takeOwnNotes(story.blocks, stated);
    }
    auto page = formats::recogniseStory({.blocks = std::move(story.blocks),
                                         .stated = std::move(stated),
                                         .writing = formats::Writing::Markdown,
                                         .wrapping = formats::Wrapping::Page});
    takeAuthor(page.stated, printed->about.author);
    page.resources = std::move(pictures);
    return QList{std::move(page)};
}
