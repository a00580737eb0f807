#include "formats/epubstories.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace formats;

namespace {

// Pieces that a converter cut one document into: "index_split_000.html", "index_split_001.html".
QString uncutPath(QString path)
{
    static const QRegularExpression cut(uR"(_split_\d+)"_s);
    return path.remove(cut);
}

bool isText(const EpubChapter &chapter)
{
    return chapter.role == EpubRole::Text && chapter.hasText;
}

// How a book tells one story from the next.
enum class Parting {
    None, // It is one.
    Entries, // A saver wrote of each where it came from.
    Chapters // Each chapter is one.
};

Parting partingOf(const QList<EpubChapter> &chapters, const EpubPackage &package)
{
    const auto hasEntry = [](const EpubChapter &each) { return each.entry.has_value(); };
    const auto isArticle = [](const EpubChapter &each) { return isText(each) && each.isArticle; };
    if (std::ranges::any_of(chapters, hasEntry))
        return Parting::Entries;
    if (std::ranges::count_if(chapters, isArticle) > 1)
        return Parting::Chapters;
    const auto texts = std::ranges::count_if(chapters, isText);
    const auto addressed = std::ranges::count_if(chapters, [](const EpubChapter &each) {
        return isText(each) && !each.ownAddress.isEmpty();
    });
    // An introduction and a last word may come from nowhere.
    const auto isCollection = addressed > 1 && addressed + 2 >= texts && addressed * 2 > texts;
    return texts > 1 && (package.isPeriodical || isCollection) ? Parting::Chapters : Parting::None;
}

void preferKnown(auto &field, const auto &known)
{
    if (known != std::remove_cvref_t<decltype(known)>())
        field = known;
}

void addEntry(Article &stated, const Article &entry)
{
    preferKnown(stated.url, entry.url);
    preferKnown(stated.title, entry.title);
    preferKnown(stated.authors, entry.authors);
    preferKnown(stated.published, entry.published);
    preferKnown(stated.tags, entry.tags);
    preferKnown(stated.provenance.savedBy, entry.provenance.savedBy);
    preferKnown(stated.provenance.savedAt, entry.provenance.savedAt);
}

class Parter
{
public:
    Parter(const QList<EpubChapter> &chapters, const EpubPackage &package,
           const QHash<QString, QString> &titles)
        : m_chapters(chapters)
        , m_package(package)
        , m_titles(titles)
    {
        for (const auto &chapter : chapters)
            m_dates.insert(chapter.dates);
    }

    QList<EpubStory> entries()
    {
        for (qsizetype at = 0; at < m_chapters.size(); ++at) {
            const auto &chapter = m_chapters[at];
            const auto end = endOfDocument(at);
            const auto entry = std::find_if(m_chapters.begin() + at, m_chapters.begin() + end,
                                            [](const auto &each) { return each.entry; });
            if (entry == m_chapters.begin() + end)
                continue;
            auto story = begin(chapter);
            addEntry(story.stated, entry->entry->stated);
            append(story, at, end);
            at = end - 1;
            // wallabag has written the terms on a page of their own before the story's.
            if (!entry->hasText && end < m_chapters.size() && !m_chapters[end].entry) {
                append(story, end, endOfDocument(end));
                at = endOfDocument(end) - 1;
            }
            m_stories.append(story);
        }
        return std::move(m_stories);
    }

    QList<EpubStory> each()
    {
        for (qsizetype at = 0; at < m_chapters.size(); at = endOfDocument(at)) {
            if (!isText(m_chapters[at]))
                continue;
            auto story = begin(m_chapters[at]);
            story.stated.url = m_chapters[at].ownAddress;
            append(story, at, endOfDocument(at));
            m_stories.append(story);
        }
        return std::move(m_stories);
    }

    QList<EpubStory> whole()
    {
        EpubStory story{.stated = m_package.stated};
        QStringList documents;
        for (const auto &chapter : m_chapters) {
            if (chapter.role != EpubRole::Text)
                continue;
            story.bodies.append(chapter.body);
            if (chapter.hasText && !documents.contains(uncutPath(chapter.path)))
                documents.append(uncutPath(chapter.path));
        }
        // A book that is nothing but title page and contents is at least these.
        if (documents.isEmpty()) {
            for (const auto &chapter : m_chapters)
                story.bodies.append(chapter.body);
        }
        story.isPage = documents.size() <= 1 || !story.stated.url.isEmpty();
        return {story};
    }

private:
    [[nodiscard]] qsizetype endOfDocument(qsizetype at) const
    {
        const auto path = uncutPath(m_chapters[at].path);
        auto end = at + 1;
        while (end < m_chapters.size() && path != m_chapters[at].path
               && uncutPath(m_chapters[end].path) == path)
            ++end;
        return end;
    }

    // What the book says that holds for all that is in it.
    [[nodiscard]] EpubStory begin(const EpubChapter &chapter) const
    {
        const auto &book = m_package.stated;
        EpubStory story{.stated = {.language = book.language,
                                   .site = book.site,
                                   .provenance = book.provenance,
                                   .warnings = book.warnings}};
        // An issue's date is when it was put together.
        if (!story.stated.provenance.savedAt.isValid())
            story.stated.provenance.savedAt = book.published;
        story.stated.title = m_titles.value(chapter.path, chapter.heading);
        story.stated.published = m_dates.value(chapter.path);
        return story;
    }

    void append(EpubStory &story, qsizetype from, qsizetype to) const
    {
        for (auto at = from; at < to; ++at)
            story.bodies.append(m_chapters[at].body);
    }

    const QList<EpubChapter> &m_chapters;
    const EpubPackage &m_package;
    const QHash<QString, QString> &m_titles;
    QHash<QString, Timestamp> m_dates; // As lists of chapters give them.
    QList<EpubStory> m_stories;
};

} // namespace

QList<EpubStory> formats::epubStories(const QList<EpubChapter> &chapters,
                                      const EpubPackage &package,
                                      const QHash<QString, QString> &titles)
{
    Parter parter(chapters, package, titles);
    switch (partingOf(chapters, package)) {
    case Parting::Entries:
        return parter.entries();
    case Parting::Chapters:
        return parter.each();
    case Parting::None:
        return parter.whole();
    }
    return {};
}
