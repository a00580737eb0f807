#include "tasks/fullstory.h"

#include "extraction/extraction.h"
#include "html/document.h"
#include "html/pictures.h"
#include "html/sanitise.h"
#include "tasks/limits.h"
#include "tasks/readfile.h"

#include <QSet>
#include <QTextBoundaryFinder>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

namespace limits = tasks::limits;

// Shorter words stand in every text; in scripts without spaces a word may be one letter.
bool saysSomething(QStringView word)
{
    return word.size() >= 4
        || (!word.isEmpty() && word.front().isLetter() && word.front() >= u'\u2E80');
}

QSet<QString> wordsOf(const QString &text)
{
    const auto folded = text.left(limits::comparedLetters).toCaseFolded();
    QSet<QString> words;
    QTextBoundaryFinder finder(QTextBoundaryFinder::Word, folded);
    for (auto from = finder.position(); finder.toNextBoundary() >= 0; from = finder.position()) {
        const auto word = QStringView(folded).mid(from, finder.position() - from);
        if (saysSomething(word) && word.front().isLetterOrNumber())
            words.insert(word.toString());
    }
    return words;
}

// How many of the words stand in the text, from 0 to 1.
double shareOf(const QSet<QString> &words, const QSet<QString> &text)
{
    const auto found
        = std::ranges::count_if(words, [&](const QString &word) { return text.contains(word); });
    return words.isEmpty() ? 0 : double(found) / double(words.size());
}

bool isLonger(const QString &text, const QString &than)
{
    return double(text.size()) > double(than.size()) * limits::longerBy
        && text.size() > than.size() + limits::longerByLetters;
}

// A text that is about the same: it has the words of the summary, or where that says little, of the
// headline.
bool isAbout(const Article &found, const StoredArticle &known)
{
    const auto text = wordsOf(found.text + u'\n' + found.standfirst);
    const auto summary = wordsOf(known.article.text);
    if (summary.size() >= limits::wordsToCompare)
        return shareOf(summary, text) >= limits::sharedWords;
    return shareOf(wordsOf(known.article.title), text) >= limits::sharedWords;
}

// What the feed says outranks what the page does, but for the text and what belongs to it.
Article joined(const Article &known, Article found)
{
    auto story = known;
    story.body = std::move(found.body);
    story.text = std::move(found.text);
    story.figures = std::move(found.figures);
    story.related = std::move(found.related);
    story.pictures = std::move(found.pictures);
    story.warnings += found.warnings;
    if (!found.lead.src.isEmpty())
        story.lead = std::move(found.lead);
    if (!found.standfirst.isEmpty())
        story.standfirst = std::move(found.standfirst);
    if (story.authors.isEmpty())
        story.authors = std::move(found.authors);
    if (!story.published.isValid())
        story.published = found.published;
    if (story.language.isEmpty())
        story.language = std::move(found.language);
    if (story.title.isEmpty())
        story.title = std::move(found.title);
    if (story.site.isEmpty())
        story.site = std::move(found.site);
    return story;
}

bool isOnTheWeb(const QUrl &url)
{
    return url.isValid() && (url.scheme() == "https"_L1 || url.scheme() == "http"_L1);
}

} // namespace

Result<Article> tasks::fullStory(const StoredArticle &known, const network::Answer &page,
                                 const QString &rulesFile)
{
    auto found = readPage(page.body, page.contentType, page.url, rulesFile);
    if (!found)
        return found.error();
    const auto where = known.article.url.toString();
    if (extraction::isListOfStories(*found))
        return Error{Error::Kind::Empty, u"the page only leads to stories"_s, where};
    if (!isLonger(found->text, known.article.text))
        return Error{Error::Kind::Empty, u"the page has no more than the feed"_s, where};
    if (!isAbout(*found, known))
        return Error{Error::Kind::Empty, u"the page is about something else"_s, where};
    return joined(known.article, *std::move(found));
}

QList<QUrl> tasks::picturesOnTheWeb(const Article &article)
{
    QStringList written{article.lead.src};
    // The body's pictures are to be found in the body: not each of them is a figure.
    if (const auto document = html::Document::parse(article.body.toString())) {
        for (const auto &image : document->root().descendants(u"img"))
            written.append(image.attribute("src"));
    }
    QList<QUrl> addresses;
    QSet<QUrl> seen;
    for (const auto &address : written) {
        const QUrl url(address);
        if (isOnTheWeb(url) && !seen.contains(url) && addresses.size() < limits::storyPictures)
            addresses.append(url);
        seen.insert(url);
    }
    return addresses;
}

Article tasks::withPictures(Article article, const QHash<QUrl, QByteArray> &found)
{
    QHash<QString, QString> names;
    for (auto bytes = found.begin(); bytes != found.end(); ++bytes) {
        const auto picture = html::picture(*bytes);
        if (!picture)
            continue;
        names.insert(bytes.key().toString(), picture->name);
        names.insert(QString::fromLatin1(bytes.key().toEncoded()), picture->name);
        if (!article.pictures.contains(*picture))
            article.pictures.append(*picture);
    }
    const auto own = [&](Figure &figure) {
        figure.src = names.value(figure.src, names.value(QUrl(figure.src).toString(), figure.src));
    };
    own(article.lead);
    std::ranges::for_each(article.figures, own);
    article.body = html::sanitise(article.body.toString(),
                                  {.base = article.url, .pictures = names, .ownAddresses = true});
    return article;
}
