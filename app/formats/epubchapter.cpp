#include "formats/epubchapter.h"

#include "formats/archivedpage.h"
#include "formats/epubentry.h"
#include "formats/limits.h"
#include "formats/xhtml.h"
#include "html/escaping.h"
#include "html/sanitise.h"
#include "text/credits.h"
#include "text/dates.h"
#include "text/decode.h"
#include "text/whitespace.h"

#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace formats;

namespace {

int letterCount(QStringView text)
{
    return int(std::ranges::count_if(text, [](QChar letter) { return letter.isLetterOrNumber(); }));
}

// Reads a chapter's tree; the package tells which of its links stay inside the book.
class Reading
{
public:
    Reading(const html::Node &body, const QString &path, const EpubPackage &package)
        : m_body(body)
        , m_package(package)
    {
        m_chapter.path = path;
    }

    EpubChapter run()
    {
        readEntry();
        readTypes();
        readLinks();
        const auto lines
            = html::plainText(html::sanitise(m_body, {.without = m_without})).split(u'\n');
        for (const auto &line : lines) {
            if (letterCount(line) > 0)
                m_lines.append(text::simplified(line));
        }
        m_chapter.hasText = !m_lines.isEmpty();
        m_chapter.role = role();
        readHeading();
        m_chapter.body = innerHtml(m_body, [this](const html::Node &node) { return change(node); });
        return std::move(m_chapter);
    }

private:
    void readEntry()
    {
        if (auto found = findEpubEntry(m_body)) {
            m_chapter.entry = std::move(found->entry);
            m_without += found->nodes;
        }
    }

    // epub:type of the body, and of what it holds when this is one thing.
    void readTypes()
    {
        auto types = m_body.attribute("epub:type");
        if (const auto elements = m_body.childElements(); elements.size() == 1)
            types += u' ' + elements.first().attribute("epub:type");
        m_types = types.toLower().split(u' ', Qt::SkipEmptyParts);
        m_types.append(m_package.guide.value(m_chapter.path));
        m_chapter.isArticle = m_types.contains("article"_L1);
    }

    [[nodiscard]] QString target(const html::Node &link) const
    {
        const auto path = pathFrom(m_chapter.path, link.attribute("href"));
        return m_package.items.contains(path) ? path : QString();
    }

    void readLinks()
    {
        const auto isNews = m_package.isPeriodical
            || (m_chapter.entry && m_chapter.entry->stated.title.isEmpty());
        const auto links = m_body.descendants(u"a");
        for (const auto &link : links) {
            if (isNews && !target(link).isEmpty() && link.parent() != m_lastParent)
                leaveOutBar(link.parent());
            m_lastParent = link.parent();
        }
        for (const auto &link : links) {
            const auto path = target(link);
            if (path.isEmpty() || path == m_chapter.path || m_without.contains(link.parent()))
                continue;
            ++m_linkCount;
            m_linkLetters += letterCount(html::textOf(link));
            readListedDate(link, path);
        }
        readOwnAddress();
    }

    // The day beside a story in a section's list.
    void readListedDate(const html::Node &link, const QString &path)
    {
        auto row = link.parent();
        while (!row.isNull() && !row.isElement(u"li") && !row.isElement(u"tr") && row != m_body)
            row = row.parent();
        if (row.isNull() || row == m_body || row == m_lastRow)
            return;
        m_lastRow = row;
        for (auto node = row.next(row); !node.isNull(); node = node.next(row)) {
            const auto text = node.kind() == html::Node::Kind::Text ? node.text() : QString();
            if (text.size() > 5 && text.size() < 60 && text::isDateLine(text))
                m_chapter.dates.insert(path, text::parseDate(text));
        }
    }

    // "| Next | Section Menu | Main Menu |": a line of links to other chapters and nothing else.
    void leaveOutBar(const html::Node &bar)
    {
        if (bar.isNull() || bar == m_body || bar.isElement(u"li") || m_without.contains(bar))
            return;
        int inLinks = 0;
        for (const auto &link : bar.descendants(u"a"))
            inLinks += target(link).isEmpty() ? 0 : letterCount(html::textOf(link));
        auto all = letterCount(html::textOf(bar));
        for (const auto &node : std::as_const(m_without))
            all -= node.parent() == bar ? letterCount(html::textOf(node)) : 0;
        if (inLinks > 0 && inLinks == all)
            m_without.append(bar);
    }

    // A link that shows the host it leads to, near the chapter's beginning or end.
    void readOwnAddress()
    {
        constexpr qsizetype near = 400;
        const auto whole = html::textOf(m_body);
        for (const auto &link : m_body.descendants(u"a")) {
            const QUrl url(link.attribute("href"));
            const auto words = html::textOf(link);
            auto host = url.host();
            if (host.startsWith("www."_L1))
                host.remove(0, 4);
            if (!url.scheme().startsWith("http"_L1) || host.isEmpty()
                || !words.left(near).contains(host) || url.path().size() < 2)
                continue;
            if (whole.left(near).contains(words) || whole.right(near).contains(words)) {
                m_chapter.ownAddress = url;
                return;
            }
        }
    }

    [[nodiscard]] bool hasType(std::initializer_list<QLatin1StringView> names) const
    {
        return std::ranges::any_of(names, [this](auto name) { return m_types.contains(name); });
    }

    [[nodiscard]] EpubRole role() const
    {
        // EPUB 3 Structural Semantics Vocabulary 1.1, and the types of OPF 2.0.1 §2.6.
        if (m_chapter.path == m_package.navPath
            || hasType({"toc"_L1, "landmarks"_L1, "page-list"_L1, "loi"_L1, "lot"_L1}))
            return EpubRole::Contents;
        if (hasType({"titlepage"_L1, "title-page"_L1, "halftitlepage"_L1, "cover"_L1,
                     "copyright-page"_L1, "colophon"_L1, "imprint"_L1}))
            return EpubRole::TitlePage;
        if (isListOfChapters())
            return EpubRole::Contents;
        return isTitlePage() || isCover() ? EpubRole::TitlePage : EpubRole::Text;
    }

    [[nodiscard]] bool isListOfChapters() const
    {
        int letters = 0;
        for (const auto &line : m_lines)
            letters += letterCount(line);
        return m_linkCount >= 2 && (m_linkLetters * 2 > letters || !m_chapter.dates.isEmpty());
    }

    // Nothing but what the package says of the book.
    [[nodiscard]] bool isTitlePage() const
    {
        constexpr qsizetype mostLines = 12;
        return !m_chapter.entry && !m_lines.isEmpty() && m_lines.size() <= mostLines
            && std::ranges::all_of(m_lines, [this](const QString &line) { return isOfBook(line); });
    }

    [[nodiscard]] bool isOfBook(const QString &line) const
    {
        const auto &stated = m_package.stated;
        if (line == stated.title || line == stated.site || m_package.creators.contains(line)
            || text::isDateLine(line))
            return true;
        const auto names = text::bylineNames(line, text::BylineKind::Certain);
        return !names.isEmpty() && std::ranges::all_of(names, [&](const QString &name) {
            return std::ranges::any_of(stated.authors,
                                       [&](const Author &author) { return author.name == name; });
        });
    }

    [[nodiscard]] bool isCover() const
    {
        if (!m_lines.isEmpty())
            return false;
        const auto pictures = m_body.descendants(u"img") + m_body.descendants(u"svg:image");
        return pictures.size() == 1 && !m_package.coverPath.isEmpty()
            && sourceOf(pictures.first()) == m_package.coverPath;
    }

    void readHeading()
    {
        for (auto node = m_body.next(m_body); !node.isNull(); node = node.next(m_body)) {
            if (node.isElement(u"h1") || node.isElement(u"h2") || node.isElement(u"h3")) {
                m_chapter.heading = html::textOf(node);
                if (!m_chapter.heading.isEmpty())
                    return;
            }
        }
    }

    [[nodiscard]] QString sourceOf(const html::Node &picture) const
    {
        auto written = picture.attribute("src");
        if (written.isEmpty())
            written = picture.attribute("xlink:href");
        if (written.isEmpty())
            written = picture.attribute("href");
        return pathFrom(m_chapter.path, written);
    }

    [[nodiscard]] ElementChange change(const html::Node &node) const
    {
        if (m_without.contains(node))
            return {.instead = QByteArray()};
        const auto name = node.name();
        if (name == "img"_L1) {
            const auto path = sourceOf(node);
            return path.isEmpty()
                ? ElementChange()
                : ElementChange{.attributes = {{"src", epubPicture + path}, {"srcset", {}}}};
        }
        if (name == "a"_L1)
            return changeLink(node);
        return name == "svg"_L1 || name == "svg:svg"_L1 ? changeDrawing(node) : ElementChange();
    }

    // Chapters have no addresses of their own once they are put together.
    [[nodiscard]] ElementChange changeLink(const html::Node &link) const
    {
        if (target(link).isEmpty())
            return {};
        const auto written = link.attribute("href");
        const auto mark = written.indexOf(u'#');
        return {.attributes = {{"href", mark < 0 ? QString() : written.mid(mark)}}};
    }

    // A picture that is put in a drawing for its size.
    [[nodiscard]] ElementChange changeDrawing(const html::Node &drawing) const
    {
        const auto pictures = drawing.descendants(u"svg:image");
        const auto path = pictures.size() == 1 ? sourceOf(pictures.first()) : QString();
        if (path.isEmpty())
            return {};
        QByteArray image = "<img src=\"";
        html::appendEscaped(image, (epubPicture + path).toUtf8());
        return {.instead = image + "\">"};
    }

    html::Node m_body;
    const EpubPackage &m_package;
    EpubChapter m_chapter;
    QList<html::Node> m_without;
    html::Node m_lastParent; // Looked at already, as is …
    html::Node m_lastRow; // … this one: both may hold thousands of links.
    QStringList m_types;
    QStringList m_lines;
    int m_linkCount = 0; // To other chapters.
    int m_linkLetters = 0;
};

} // namespace

Result<EpubChapter> formats::epubChapter(const QByteArray &bytes, const QString &path,
                                         const EpubPackage &package)
{
    const auto decoded = text::decode(bytes, text::declaredInHtml(bytes));
    const auto document = html::Document::parse(htmlFromXhtml(decoded.text.toUtf8()));
    if (!document)
        return document.error();
    return Reading(document->body(), path, package).run();
}
