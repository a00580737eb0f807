#include "formats/pdfreader.h"

#include "formats/pdfblocks.h"
#include "formats/pdfheads.h"
#include "formats/pdfprogram.h"
#include "formats/story.h"
#include "text/credits.h"
#include "text/whitespace.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

namespace pdf = formats::pdf;

// Readers look for the header this far into a file: some programs write something before it.
constexpr qsizetype headerReach = 1024;
// Beside the columns of a story stands less than this share of the text, or it is no aside.
constexpr double mostAside = 0.3;
constexpr qsizetype longestShown = 80;

struct Pages
{
    QList<pdf::Page> pages;
    QHash<QString, Resource> pictures;
};

QString pictureName(const print::Picture &picture)
{
    return u"page%1-picture%2"_s.arg(picture.page + 1).arg(picture.id + 1);
}

Pages pagesOf(const print::File &file)
{
    Pages result;
    const bool rightToLeft = pdf::runsRightToLeft(file.pages);
    for (const auto &page : file.pages)
        result.pages.append(pdf::linesOf(page, rightToLeft));
    for (const auto &picture : file.pictures) {
        if (picture.page < 0 || picture.page >= file.pages.size())
            continue;
        const auto &places = file.pages[picture.page].pictures;
        const auto place = std::ranges::find(places, picture.id, &print::PicturePlace::id);
        if (place == places.end())
            continue;
        const auto name = pictureName(picture);
        result.pages[picture.page].pictures[place - places.begin()].name = name;
        result.pictures.insert(name, {.mimeType = picture.mimeType, .bytes = picture.bytes});
    }
    for (auto &page : result.pages)
        page.pictures.removeIf([](const pdf::Picture &picture) { return picture.name.isEmpty(); });
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

Article statedOf(const print::File &file)
{
    Article stated;
    stated.provenance.format = u"pdf"_s;
    if (file.about.created.isValid())
        stated.provenance.savedAt = Timestamp::fromDateTime(file.about.created);
    const auto read = file.pages.size();
    if (read < file.about.pages)
        stated.warnings.append(
            u"only the first %1 of %2 pages were read"_s.arg(read).arg(file.about.pages));
    else if (!file.complete)
        stated.warnings.append(u"some pictures of the file could not be read"_s);
    return stated;
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
    const auto printed = formats::printedFile(file.bytes, m_program);
    if (!printed)
        return printed.error();
    auto [pages, pictures] = pagesOf(*printed);
    auto stated = statedOf(*printed);
    const auto heads = pdf::takeRunningHeads(pages);
    stated.url = heads.address;
    auto setting = pdf::settingOf(pages);
    if (!setting)
        return Error{Error::Kind::Empty, u"its pages are pictures without text"_s};
    putInOrder(pages, *setting, stated.warnings);
    auto story = pdf::storyOf(pdf::paragraphsOf(pages, *setting), *setting, printed->about.title);
    stated.title = story.title;
    stated.site = story.site;
    auto page = formats::recogniseStory({.blocks = std::move(story.blocks),
                                         .stated = std::move(stated),
                                         .writing = formats::Writing::Markdown,
                                         .wrapping = formats::Wrapping::Page});
    takeAuthor(page.stated, printed->about.author);
    page.resources = std::move(pictures);
    return QList{std::move(page)};
}
