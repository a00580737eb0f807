#include "page/body.h"

#include "html/sanitise.h"
#include "page/foreign.h"
#include "page/gallery.h"
#include "page/limits.h"
#include "page/notesigns.h"
#include "page/quotemarks.h"
#include "page/tags.h"
#include "page/writing.h"

#include <QSet>

#include <algorithm>
#include <optional>
#include <utility>

using namespace Qt::StringLiterals;
using html::escaped;

namespace {

constexpr QChar ideographicSpace(0x3000);

bool isOurs(const QString &src)
{
    return src.startsWith("broadsheet-media:"_L1);
}

qsizetype letters(const QString &text)
{
    return std::ranges::count_if(text, [](QChar c) { return c.isLetterOrNumber(); });
}

// Walks the body once and writes what the page shows.
class BodyWriter
{
public:
    BodyWriter(const Article &article, const page::Context &context, const QString &direction)
        : m_article(article)
        , m_context(context)
        , m_words(context.words)
        , m_direction(direction)
        , m_html(article.body.toString())
        , m_quotes(article)
    {
    }

    page::ShownBody write()
    {
        for (auto tag = page::nextTag(m_html, 0); tag; tag = page::nextTag(m_html, m_at)) {
            m_shown += m_html.sliced(m_at, tag->start - m_at);
            m_at = tag->end;
            writeTag(*tag);
            if (tag->name == "p"_L1 && tag->kind == page::Tag::Kind::Opening)
                skipIndent();
        }
        const auto rest = m_html.sliced(m_at);
        const auto ends = m_boxEnd == m_shown.size() && rest.trimmed().isEmpty();
        m_shown += rest;
        return {.html = page::withGalleries(m_shown),
                .cards = m_cards,
                .lastCards = ends ? m_lastCards : 0};
    }

private:
    void writeTag(const page::Tag &tag)
    {
        const bool opening = tag.kind == page::Tag::Kind::Opening;
        if (tag.name == "img"_L1 && !isOurs(page::attribute(tag, "src"_L1)) && standsAlone(tag))
            m_shown += wordsOnly(tag, {});
        else if (tag.name == "img"_L1)
            m_shown += page::picture(page::attribute(tag, "src"_L1), page::attribute(tag, "alt"_L1),
                                     m_words);
        else if (opening && tag.name == "figure"_L1 && writeLost(tag))
            return;
        else if (opening && tag.name == "math"_L1 && writeFormula(tag))
            return;
        else if (tag.name == "source"_L1)
            return; // Another address for a picture: only <img> is believed.
        else if (opening && tag.name == "aside"_L1 && isRelated(tag))
            writeAside(tag);
        else if (tag.name == "a"_L1)
            writeLink(tag);
        else if (tag.name == "q"_L1)
            writeQuote(tag);
        else if (tag.name == "table"_L1)
            m_shown += opening ? u"<div class=\"table\" tabindex=\"0\">"_s + source(tag)
                               : source(tag) + u"</div>"_s;
        else if (opening && runsTheOtherWay(tag))
            m_shown += source(tag).insert(tag.name.size() + 1,
                                          m_direction == "rtl"_L1 ? u" dir=\"ltr\""_s
                                                                  : u" dir=\"rtl\""_s);
        else
            m_shown += source(tag);
    }

    // Where its page does not say.
    [[nodiscard]] bool runsTheOtherWay(const page::Tag &tag) const
    {
        static const QSet<QString> names{u"p"_s,  u"ul"_s, u"ol"_s, u"h2"_s,
                                         u"h3"_s, u"h4"_s, u"h5"_s, u"h6"_s};
        if (m_direction.isEmpty() || !names.contains(tag.name.toString())
            || !page::attribute(tag, "dir"_L1).isEmpty())
            return false;
        const auto direction = page::directionAt(m_html.sliced(tag.end), tag.name);
        return !direction.isEmpty() && direction != m_direction;
    }

    // In a line in the program, where neither view can set a formula; browsers can.
    bool writeFormula(const page::Tag &math)
    {
        const auto closing = page::closingTag(m_html, math);
        if (!closing || m_context.place == page::Context::Place::File)
            return false;
        const auto inside = m_html.sliced(math.end, closing->start - math.end);
        m_shown += u"<bdi class=\"formula\" dir=\"ltr\">"_s + escaped(page::formulaText(inside))
            + u"</bdi>"_s;
        m_at = closing->end;
        return true;
    }

    // A figure whose picture is not there: what is said of it stands in its place.
    bool writeLost(const page::Tag &figure)
    {
        const auto closing = page::closingTag(m_html, figure);
        if (!closing)
            return false;
        const auto inside = m_html.sliced(figure.end, closing->start - figure.end);
        const auto lost = lostPictureIn(inside);
        if (!lost)
            return false;
        const auto at = inside.indexOf(u"<figcaption"_s);
        m_shown += wordsOnly(*lost, at >= 0 ? inside.sliced(at) : QStringView());
        m_at = closing->end;
        return true;
    }

    // The one picture that a figure has, if that is not there.
    static std::optional<page::Tag> lostPictureIn(QStringView figure)
    {
        std::optional<page::Tag> lost;
        for (auto tag = page::nextTag(figure, 0); tag; tag = page::nextTag(figure, tag->end)) {
            if (tag->name == "figcaption"_L1)
                break;
            if (tag->name != "img"_L1)
                continue;
            if (lost || isOurs(page::attribute(*tag, "src"_L1)))
                return {};
            lost = tag;
        }
        return lost;
    }

    // Its caption, or else its other words. Of one that is only elsewhere it is said so, too.
    [[nodiscard]] QString wordsOnly(const page::Tag &image, QStringView caption) const
    {
        const auto opening = u"<figcaption dir=\"auto\">"_s;
        const auto closing = u"</figcaption>"_s;
        auto words = caption.toString();
        if (words.isEmpty())
            words = opening + escaped(page::attribute(image, "alt"_L1).simplified()) + closing;
        const auto isEmpty = words == opening + closing;
        if (!page::attribute(image, "src"_L1).isEmpty()) {
            const auto note
                = u"<span class=\"credit\">"_s + escaped(m_words.pictureNotSaved) + u"</span>"_s;
            const auto gap = isEmpty ? QString() : u"<span class=\"gap\"> </span>"_s;
            words.insert(std::max<qsizetype>(0, words.lastIndexOf(closing)), gap + note);
        } else if (isEmpty) {
            words = opening + escaped(m_words.pictureLost) + closing;
        }
        return u"<figure class=\"wordsonly\">"_s + words + u"</figure>"_s;
    }

    // Whether a picture is no part of a line: it stands between blocks.
    [[nodiscard]] bool standsAlone(const page::Tag &image) const
    {
        const auto before = m_html.first(image.start).trimmed();
        const auto last
            = before.isEmpty() ? std::nullopt : page::nextTag(before, before.lastIndexOf(u'<'));
        const auto next = page::nextTag(m_html, image.end);
        const auto after
            = m_html.sliced(image.end, (next ? next->start : m_html.size()) - image.end);
        if (!before.isEmpty() && (!last || last->end != before.size()))
            return false;
        return after.trimmed().isEmpty() && (!last || parts(*last, page::Tag::Kind::Closing))
            && (!next || parts(*next, page::Tag::Kind::Opening));
    }

    // Whether that ends or begins a block, or is the end of what holds blocks.
    static bool parts(const page::Tag &tag, page::Tag::Kind kind)
    {
        static const QSet<QString> blocks{u"p"_s,  u"h2"_s, u"h3"_s,    u"h4"_s,  u"figure"_s,
                                          u"ul"_s, u"ol"_s, u"table"_s, u"pre"_s, u"blockquote"_s};
        static const QSet<QString> holders{u"div"_s, u"section"_s, u"article"_s};
        const auto name = tag.name.toString();
        return holders.contains(name) || (tag.kind == kind && blocks.contains(name));
    }

    // The sign of a note is raised, also where a page had its style sheet do that.
    void writeLink(const page::Tag &tag)
    {
        if (tag.kind == page::Tag::Kind::Closing) {
            m_shown += source(tag) + (std::exchange(m_raised, false) ? u"</sup>"_s : QString());
            return;
        }
        const auto words = m_html.sliced(tag.end, m_html.indexOf(u'<', tag.end) - tag.end);
        m_raised = page::attribute(tag, "href"_L1).startsWith(u'#') && page::isNoteSign(words)
            && page::mayRaise(m_shown);
        m_shown += (m_raised ? u"<sup>"_s : QString()) + source(tag);
    }

    // With its marks as text, which all views set alike; the element would have a browser's, too.
    void writeQuote(const page::Tag &tag)
    {
        if (tag.kind == page::Tag::Kind::Opening)
            m_shown += u"<span"_s + tag.attributes.toString() + u'>' + m_quotes.opening(tag.name);
        else
            m_shown += m_quotes.closing(tag.name) + u"</span>"_s;
    }

    [[nodiscard]] QString source(const page::Tag &tag) const
    {
        return m_html.sliced(tag.start, tag.end - tag.start).toString();
    }

    // Chinese and Japanese paragraphs are often written with their indent: the style sheet has one.
    void skipIndent()
    {
        while (m_at < m_html.size() && m_html.at(m_at) == ideographicSpace)
            ++m_at;
    }

    static bool isRelated(const page::Tag &tag)
    {
        return page::attribute(tag, "class"_L1).split(u' ').contains(u"related"_s);
    }

    // The asides' titles are the next ones in `related`. Where the text of one says more than
    // those, it stays as it is. Those beside each other are one box, which says once what it is.
    void writeAside(const page::Tag &opening)
    {
        const auto first = m_related;
        auto end = endOfCards(opening);
        if (!end) {
            m_shown += source(opening);
            return;
        }
        while (end) {
            m_at = *end;
            const auto next = page::nextTag(m_html, m_at);
            const auto beside = next && next->kind == page::Tag::Kind::Opening
                && next->name == "aside"_L1 && isRelated(*next)
                && m_html.sliced(m_at, next->start - m_at).trimmed().isEmpty();
            end = beside ? endOfCards(*next) : std::nullopt;
        }
        m_shown += u"<aside class=\"related\"><p class=\"label\">"_s + escaped(m_words.relatedHere)
            + u"</p>"_s + page::relatedCards(m_article, m_context, first, m_related - first)
            + u"</aside>"_s;
        m_lastCards = m_related - first;
        m_cards += m_lastCards;
        m_boxEnd = m_shown.size();
    }

    // Behind an aside whose titles are all that it says; takes those.
    std::optional<qsizetype> endOfCards(const page::Tag &opening)
    {
        const auto closing = page::closingTag(m_html, opening);
        if (!closing)
            return std::nullopt;
        auto text = page::textOf(m_html.sliced(opening.end, closing->start - opening.end));
        auto related = m_related;
        for (; related < m_article.related.size(); ++related) {
            const auto title = m_article.related.at(related).title.simplified();
            const auto at = title.isEmpty() ? -1 : text.indexOf(title);
            if (at < 0)
                break;
            text.remove(at, title.size());
        }
        if (related == m_related || letters(text) > page::limits::asideExtra)
            return std::nullopt;
        m_related = related;
        return closing->end;
    }

    const Article &m_article;
    const page::Context &m_context;
    const page::Words &m_words;
    const QString &m_direction; // Of the story.
    QStringView m_html;
    page::QuoteMarks m_quotes;
    QString m_shown;
    qsizetype m_at = 0;
    qsizetype m_cards = 0;
    bool m_raised = false; // The link that is open.
    qsizetype m_lastCards = 0;
    qsizetype m_boxEnd = -1; // Where the last box of cards ends in what is shown.
    qsizetype m_related = 0; // The first that no aside has shown yet.
};

QString card(const Article &article, int number, const page::Context &context)
{
    const auto &link = article.related.at(number);
    auto address = page::linkAddress(link.url);
    const bool known = !address.isEmpty();
    const auto title = u"<span class=\"title\" dir=\"auto\">"_s
        + escaped(link.title.isEmpty() ? address : link.title) + u"</span>"_s;
    if (!known && context.place == page::Context::Place::File)
        return u"<li>"_s + title + u"</li>"_s;
    if (!known)
        address = u"broadsheet:related/"_s + QString::number(number);
    return u"<li><a href=\""_s + escaped(address) + u"\">"_s + title
        + u"<span class=\"from\" data-related=\"%1\">"_s.arg(number)
        + escaped(page::relatedFrom(article, context, number)) + u"</span></a></li>"_s;
}

} // namespace

page::ShownBody page::shownBody(const Article &article, const Context &context,
                                const QString &direction)
{
    return BodyWriter(article, context, direction).write();
}

QString page::picture(const QString &src, const QString &alt, const Words &words)
{
    if (isOurs(src))
        return u"<img src=\"%1\" alt=\"%2\" decoding=\"async\">"_s.arg(escaped(src), escaped(alt));
    return u"<span class=\"unsaved\" role=\"img\" aria-label=\"%1\"><span class=\"alt\">%1</span>"
           "<span class=\"note\">%2</span></span>"_s.arg(escaped(alt),
                                                         escaped(words.pictureNotSaved));
}

QString page::relatedCards(const Article &article, const Context &context, qsizetype first,
                           qsizetype count)
{
    QString cards;
    for (auto number = first; number < first + count; ++number)
        cards += card(article, int(number), context);
    return u"<ul class=\"cards\">"_s + cards + u"</ul>"_s;
}

QString page::relatedFrom(const Article &article, const Context &context, int number)
{
    if (context.place == Context::Place::Program && context.relatedInLibrary.contains(number))
        return context.words.inLibrary;
    const auto &url = article.related.at(number).url;
    return linkAddress(url).isEmpty() ? context.words.lookFor : hostName(url);
}

QString page::linkAddress(const QUrl &url)
{
    const auto scheme = url.scheme();
    if (scheme == "http"_L1 || scheme == "https"_L1 || scheme == "mailto"_L1)
        return QString::fromLatin1(url.toEncoded());
    return {};
}

QString page::hostName(const QUrl &url)
{
    const auto host = url.host();
    return host.startsWith("www."_L1) ? host.sliced(4) : host;
}
