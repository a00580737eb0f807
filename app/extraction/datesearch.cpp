#include "extraction/datesearch.h"

#include "extraction/bylineplaces.h"
#include "extraction/datemetas.h"
#include "text/datewords.h"
#include "text/folding.h"
#include "text/whitespace.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace extraction {

namespace {

// A line longer than this is a sentence that names a day.
constexpr qsizetype longestDateLine = 120;
constexpr qsizetype longestLabel = 30;
constexpr int longestRemark = 60;
constexpr int shortestDate = 6;
// What only readers are told is no older than the web: an earlier day is a subject's.
constexpr int firstWebYear = 1991;
// Items above a headline that belong to it.
constexpr int rightAbove = 24;
// Items from the first paragraph on in which a story may begin with its date.
constexpr int openingItems = 12;

// Comments and boxes about other stories; what a script unfolds may still be this story's.
bool isOthers(const Item &item)
{
    return item.left != Left::Hidden && item.left != Left::Navigation && isElsewhere(item.left);
}

// The day on which who wrote a post joined the forum is not the post's.
bool isAboutPoster(const Item &item)
{
    return item.left == Left::AboutAuthor && item.evidence.testFlag(Hint::Poster);
}

bool isMarked(const Item &item)
{
    return item.tag == Tag::Time
        || (item.evidence.testFlag(Hint::Date) && item.tag != Tag::Text
            && item.letters <= longestDateLine);
}

QString bareWord(const QString &word)
{
    auto bare = text::folded(word);
    while (!bare.isEmpty() && !bare.back().isLetter())
        bare.chop(1);
    return bare;
}

bool saysUpdated(const QString &words)
{
    bool updated = false;
    for (const auto &word : words.split(u' ', Qt::SkipEmptyParts)) {
        const auto meaning = text::dateWord(bareWord(word));
        if (meaning.published)
            return false;
        updated = updated || meaning.updated;
    }
    return updated;
}

// "Published:", "Last updated", "Datum": one of its first two words says that a date follows.
bool announcesDate(const QString &line)
{
    const auto says = [](const QString &word) {
        const auto meaning = text::dateWord(bareWord(word));
        return meaning.published || meaning.updated;
    };
    return says(line.section(u' ', 0, 0)) || says(line.section(u' ', 1, 1));
}

// "27.1.2022 - The goats …", "(21. November 2022) The goats …": what stands before the story's
// first words.
QString openingOf(const QString &paragraph)
{
    constexpr qsizetype longest = 40;
    const auto start = paragraph.left(longest);
    const auto first = start.section(u' ', 0, 0);
    if (first.size() >= 8 && text::isDateLine(first))
        return first;
    if (start.startsWith(u'('))
        return start.mid(1, start.indexOf(u')') - 1);
    qsizetype end = -1;
    for (const auto &mark : {u" - "_s, u" \u2013 "_s, u" \u2014 "_s, u": "_s, u" | "_s}) {
        const auto at = start.indexOf(mark);
        if (at > 0 && (end < 0 || at < end))
            end = at;
    }
    return end < 0 ? QString() : start.left(end);
}

// "3 May 2024 | Originally published": the line of a date ends with the word for it.
bool isSaidAfter(const PageTree &tree, int date)
{
    auto block = tree.at(date).parent;
    while (block > 0 && !isBlock(tree.at(block).tag))
        block = tree.at(block).parent;
    return block >= 0 && tree.isShort(block, longestRemark)
        && text::dateWord(bareWord(tree.textOf(block).section(u' ', -1))).published;
}

} // namespace

bool isSameMoment(const Timestamp &stamp, const QDate &day)
{
    return stamp.offset == 0 && stamp.time && day.isValid() && qAbs(stamp.date.daysTo(day)) == 1;
}

DateSearch::DateSearch(const PageTree &tree, const TopOfStory &top, text::DayOrder order)
    : m_tree(tree)
    , m_top(top)
    , m_order(order)
{
}

PublicationDates DateSearch::run()
{
    const auto heading = std::max(m_top.heading, m_top.begin);
    const auto end = m_tree.size();
    microdata();
    // Dates stand under headlines more often than above; what is above may be another story's.
    find({{&DateSearch::inElements, heading, m_top.end},
          {&DateSearch::inLines, heading, m_top.end},
          {&DateSearch::inElements, m_top.begin, heading},
          {&DateSearch::inLines, m_top.begin, heading},
          {&DateSearch::inBylines, heading, m_top.end},
          {&DateSearch::inRemarks, heading, m_top.end},
          {&DateSearch::inOpening, m_top.end, std::min(m_top.end + openingItems, end)}});
    // Where the head tells the last change, other dates below are other stories'.
    if (!m_updated.isValid())
        find({{&DateSearch::inElements, m_top.end, end}});
    find({{&DateSearch::labelled, m_top.end, end}});
    if (!m_updated.isValid())
        find({{&DateSearch::inBylines, m_top.end, end}});
    if (!m_found.modified.isValid())
        m_found.modified = m_updated;
    return m_found;
}

void DateSearch::find(std::initializer_list<Stage> stages)
{
    for (const auto &stage : stages) {
        if (m_found.published.isValid())
            return;
        (this->*stage.look)(stage.begin, stage.end);
    }
}

Timestamp DateSearch::underHeading() const
{
    return m_top.heading < 0 ? Timestamp() : firstDay(m_tree.after(m_top.heading), m_top.end);
}

Timestamp DateSearch::aboveHeading() const
{
    return m_top.heading < 0
        ? Timestamp()
        : firstDay(std::max(m_top.begin, m_top.heading - rightAbove), m_top.heading);
}

Timestamp DateSearch::markedAtHeading() const
{
    if (m_top.heading < 0)
        return {};
    const auto under = firstDay(m_tree.after(m_top.heading), m_top.end, Dates::Marked);
    return under.isValid()
        ? under
        : firstDay(std::max(m_top.begin, m_top.heading - rightAbove), m_top.heading, Dates::Marked);
}

Timestamp DateSearch::firstDay(int begin, int end, Dates dates) const
{
    for (int index = begin; index < end; ++index) {
        const auto &item = m_tree.at(index);
        if (isOthers(item))
            continue;
        Timestamp date;
        if (isMarked(item))
            date = saidBy(index);
        else if (dates == Dates::All && item.tag == Tag::Text && item.letters >= shortestDate
                 && item.letters <= longestRemark && text::isDateLine(text::simplified(item.text)))
            date = dateIn(text::simplified(item.text), m_order);
        if (date.isValid())
            return isUpdate(index) ? Timestamp() : date;
    }
    return {};
}

// What an element that is marked as a date says: the attributes of a <time> before words.
Timestamp DateSearch::saidBy(int index) const
{
    const auto isShort = m_tree.isShort(index, longestDateLine);
    const auto written = isShort ? writtenIn(m_tree.textOf(index)) : Timestamp();
    const auto end = isShort ? m_tree.after(index) : index + 1;
    for (int at = index; at < end; ++at) {
        const auto &item = m_tree.at(at);
        if (item.tag == Tag::Text || (at > index && item.tag != Tag::Time))
            continue;
        for (const auto *attribute :
             {"datetime", "content", "title", "data-date", "data-datetime"}) {
            const auto date = dateIn(item.node.attribute(attribute), m_order);
            if (date.isValid())
                return isSameMoment(date, written.date) ? written : date;
        }
    }
    return written;
}

Timestamp DateSearch::writtenIn(const QString &line) const
{
    const auto date = dateIn(line, m_order);
    return date.date.year() < firstWebYear ? Timestamp() : date;
}

// Its class, its words or those before it call the date the last change's.
bool DateSearch::isUpdate(int index) const
{
    const auto &item
        = m_tree.at(m_tree.at(index).tag == Tag::Text ? m_tree.at(index).parent : index);
    const auto classes = item.node.attribute("class").toLower();
    if (item.node.attribute("itemprop") == "dateModified"_L1)
        return true;
    const auto saysPublished = classes.contains("publish"_L1);
    if (!saysPublished && (classes.contains("updated"_L1) || classes.contains("modified"_L1)))
        return true;
    const auto words = m_tree.isShort(index, longestDateLine) ? m_tree.textOf(index) : QString();
    return saysUpdated(words) || saysUpdated(textBefore(m_tree, index));
}

void DateSearch::microdata()
{
    for (int index = 0; index < m_tree.size(); ++index) {
        const auto &item = m_tree.at(index);
        if (item.tag == Tag::Text || !item.node.hasAttribute("itemprop"))
            continue;
        const auto property = item.node.attribute("itemprop");
        if (!m_found.published.isValid() && property.contains("datePublished"_L1))
            m_found.published = saidBy(index);
        if (!m_found.modified.isValid() && property.contains("dateModified"_L1))
            m_found.modified = saidBy(index);
    }
}

void DateSearch::inElements(int begin, int end)
{
    for (int index = begin; index < end;) {
        const auto &item = m_tree.at(index);
        if (isOthers(item)) {
            // Above the story, class names mislead about what is around it.
            index = begin >= m_top.end ? std::max(item.end, index + 1) : index + 1;
            continue;
        }
        ++index;
        const auto date = isMarked(item) ? saidBy(index - 1) : Timestamp();
        if (!date.isValid())
            continue;
        if (!isUpdate(index - 1)) {
            m_found.published = date;
            return;
        }
        if (!m_updated.isValid())
            m_updated = date;
    }
}

// "Author: Ada Vole, 29.12.2010, 13:36"
void DateSearch::inBylines(int begin, int end)
{
    for (int index = begin; index < end && !m_found.published.isValid();) {
        const auto &item = m_tree.at(index);
        if (item.evidence.testFlag(Hint::Byline) && item.tag != Tag::Text && !isOthers(item)
            && m_tree.isShort(index, longestDateLine))
            m_found.published = writtenIn(m_tree.textOf(index));
        index = isOthers(item) ? std::max(item.end, index + 1) : index + 1;
    }
}

// Lines that are nothing but a date.
void DateSearch::inLines(int begin, int end)
{
    for (int index = begin; index < end && !m_found.published.isValid(); ++index) {
        const auto &item = m_tree.at(index);
        if (isAboutPoster(item)) {
            index = item.end - 1;
            continue;
        }
        if (item.tag != Tag::Text || item.letters < shortestDate || item.letters > longestDateLine)
            continue;
        const auto line = text::simplified(item.text);
        if (!text::isDateLine(line))
            continue;
        if (!isUpdate(index))
            m_found.published = writtenIn(line);
        else if (!m_updated.isValid())
            m_updated = writtenIn(line);
    }
}

// Short lines that hold a date and something else: "Goats, 3 May 2024".
void DateSearch::inRemarks(int begin, int end)
{
    for (int index = begin; index < end && !m_found.published.isValid(); ++index) {
        const auto &item = m_tree.at(index);
        if (isAboutPoster(item))
            index = item.end - 1;
        else if (item.tag == Tag::Text && item.letters >= shortestDate
                 && item.letters < longestRemark && !isUpdate(index))
            m_found.published = writtenIn(text::simplified(item.text));
    }
}

// A story that begins with its date.
void DateSearch::inOpening(int begin, int end)
{
    for (int index = begin; index < end && !m_found.published.isValid(); ++index) {
        const auto &item = m_tree.at(index);
        if (item.tag != Tag::Text || item.letters < shortestDate)
            continue;
        const auto opening = openingOf(text::simplified(item.text.left(2 * longestDateLine)));
        if (!opening.isEmpty() && text::isDateLine(opening))
            m_found.published = writtenIn(opening);
    }
}

// "Published: 3 May 2024", "Datum: 3.5.2024" at the story's foot.
void DateSearch::labelled(int begin, int end)
{
    for (int index = begin; index < end;) {
        const auto &item = m_tree.at(index);
        const auto at = index;
        index = isOthers(item) ? std::max(item.end, index + 1) : index + 1;
        if (item.tag != Tag::Text || item.letters < shortestDate || item.letters > longestDateLine)
            continue;
        const auto line = text::simplified(item.text);
        if (!text::isDateLine(line))
            continue;
        const auto before = textBefore(m_tree, at);
        const auto label = before.size() < longestLabel && announcesDate(before);
        // A date that leads to a story is that story's.
        if ((!label && !announcesDate(line) && !isSaidAfter(m_tree, at))
            || m_tree.enclosing(at, Tag::Link) >= 0)
            continue;
        if (!isUpdate(at))
            m_found.published = writtenIn(line);
        else if (!m_updated.isValid())
            m_updated = writtenIn(line);
        if (m_found.published.isValid())
            return;
    }
}

Timestamp DateSearch::saidPublished() const
{
    DateSearch search(m_tree, m_top, m_order);
    search.labelled(m_top.end, m_tree.size());
    return search.m_found.published;
}

} // namespace extraction
