#include "extraction/pictureplaces.h"

#include "extraction/captions.h"
#include "extraction/limits.h"
#include "text/credits.h"

namespace extraction {

namespace {

constexpr int climb = 6;
// Levels between a picture and the <noscript> that stands in for it.
constexpr int beside = 3;
// Items looked at behind a picture, and how many of them may be words on it.
constexpr int stepsBehind = 8;
constexpr size_t mostBehind = 2;

// A line not marked as a caption that is taken for one is no longer than this.
constexpr int longestLine = 300;
constexpr qsizetype shortestAlt = 10;

bool isPicture(const Item &item)
{
    return item.tag == Tag::Image;
}

} // namespace

PicturePlaces::PicturePlaces(const PageTree &tree)
    : m_tree(tree)
    , m_pictures(size_t(tree.size()), 0)
{
    count();
    countAlone();
}

void PicturePlaces::count()
{
    // Children come after their parents: one pass backwards adds everything up.
    for (int index = m_tree.size() - 1; index > 0; --index) {
        const auto &item = m_tree.at(index);
        if (isPicture(item))
            ++m_pictures[size_t(index)];
        if (item.tag != Tag::Noscript && item.left == Left::Kept)
            m_pictures[size_t(item.parent)] += m_pictures[size_t(index)];
    }
}

void PicturePlaces::countAlone()
{
    for (int index = 1; index < m_tree.size(); ++index) {
        if (m_tree.at(index).tag != Tag::Noscript || m_pictures[size_t(index)] == 0)
            continue;
        if (m_pictures[size_t(index)] > 1 || standsIn(index)) {
            m_pictures[size_t(index)] = 0;
            continue;
        }
        for (auto above = m_tree.at(index).parent; above >= 0; above = m_tree.at(above).parent)
            ++m_pictures[size_t(above)];
    }
}

// A picture that a script would load is right beside this <noscript>.
bool PicturePlaces::standsIn(int noscript) const
{
    auto above = m_tree.at(noscript).parent;
    for (int level = 0; level < beside && above > 0; ++level, above = m_tree.at(above).parent) {
        if (m_pictures[size_t(above)] > 0)
            return true;
        if (m_tree.at(above).letters > 0)
            return false;
    }
    return false;
}

int PicturePlaces::aloneIn(int noscript) const
{
    if (m_pictures[size_t(noscript)] != 1)
        return -1;
    for (int index = noscript + 1; index < m_tree.after(noscript); ++index) {
        if (isPicture(m_tree.at(index)))
            return index;
    }
    return -1;
}

int PicturePlaces::standIn(int image) const
{
    int wrapper = image;
    for (int level = 0; level < beside; ++level) {
        const auto above = m_tree.at(wrapper).parent;
        if (above <= 0 || pictures(above) > 1 || m_tree.at(above).letters > longestLine)
            break;
        wrapper = above;
    }
    for (int index = wrapper; index < m_tree.after(wrapper); ++index) {
        if (isPicture(m_tree.at(index)) && m_tree.enclosing(index, Tag::Noscript) > wrapper)
            return index;
    }
    return -1;
}

int PicturePlaces::holderOf(int image) const
{
    const auto figure = m_tree.enclosing(image, Tag::Figure);
    const auto inFigure = figure >= 0 && m_tree.at(figure).letters <= 2 * limits::figureLetters;
    const auto start = inFigure ? figure : image;
    int holder = start;
    int index = m_tree.at(start).parent;
    for (int level = 0; level < climb && index > 0; ++level, index = m_tree.at(index).parent) {
        // A row of pictures with a caption under each is not one figure.
        if (!mayHold(index) || pictures(index) > 1)
            break;
        holder = index;
    }
    // What is around a <figure> matters only where it holds its words.
    return inFigure && m_tree.at(holder).letters == m_tree.at(figure).letters ? figure : holder;
}

bool PicturePlaces::mayHold(int index) const
{
    const auto &item = m_tree.at(index);
    if (item.tag == Tag::Article || item.evidence.testFlag(Hint::Body))
        return false;
    if (item.letters == 0)
        return true;
    if (item.letters > limits::figureLetters)
        return false;
    if (item.tag == Tag::Table || item.tag == Tag::Row || item.tag == Tag::Cell)
        return item.linkLetters == 0 && !holds(index, {Tag::Paragraph, Tag::Heading, Tag::List});
    if (item.evidence.testAnyFlags(Hint::Caption | Hint::Credit) && item.tag != Tag::Link)
        return true;
    // Words count for a caption only where something says so.
    return saysCaption(index) && !saysOther(index);
}

bool PicturePlaces::holds(int index, std::initializer_list<Tag> tags) const
{
    for (int i = index + 1; i < m_tree.after(index); ++i) {
        const auto &item = m_tree.at(i);
        if (item.letters > 0 && std::find(tags.begin(), tags.end(), item.tag) != tags.end())
            return true;
    }
    return false;
}

bool PicturePlaces::saysCaption(int index) const
{
    int said = 0;
    for (int i = index + 1; i < m_tree.after(index);) {
        const auto &item = m_tree.at(i);
        if (item.letters > 0 && item.left == Left::Kept
            && (item.evidence.testAnyFlags(Hint::Caption | Hint::Credit)
                || item.tag == Tag::FigureCaption)) {
            said += item.letters;
            i = item.end;
        } else {
            ++i;
        }
    }
    return said > 0 && said * 10 >= m_tree.at(index).letters * 9;
}

std::vector<int> PicturePlaces::wordsBehind(int holder, const QString &alt) const
{
    std::vector<int> found;
    auto parent = m_tree.at(holder).parent;
    for (int level = 0; level < climb && parent > 0; ++level, parent = m_tree.at(holder).parent) {
        const auto &above = m_tree.at(parent);
        if (above.letters != m_tree.at(holder).letters || pictures(parent) != pictures(holder))
            break;
        holder = parent;
    }
    if (parent < 0)
        return found;
    int next = m_tree.after(holder);
    for (int step = 0; step < stepsBehind && next < m_tree.after(parent); ++step) {
        const auto &item = m_tree.at(next);
        const auto isNothing = item.left != Left::Kept || item.tag == Tag::Noscript
            || (item.letters == 0 && pictures(next) == 0 && item.tag != Tag::Embed);
        if (!isNothing) {
            if (pictures(next) > 0 || found.size() >= mostBehind)
                break;
            if (!areWords(next, alt) && (!found.empty() || !areCaptionAndCredit(next, parent)))
                break;
            found.push_back(next);
        }
        next = m_tree.after(next);
    }
    return found;
}

// A slide or a player with a heading of its own, the story's byline. The least headings are small
// print.
bool PicturePlaces::saysOther(int index) const
{
    for (int i = index; i < m_tree.after(index); ++i) {
        const auto &item = m_tree.at(i);
        if (item.tag == Tag::Time || item.evidence.testAnyFlags(Hint::Byline | Hint::Date))
            return true;
        if (item.tag == Tag::Heading && item.letters > 0 && !item.node.isElement(u"h6"))
            return true;
    }
    return false;
}

// Marked as caption or credit, itself or what is all there is in it.
bool PicturePlaces::isMarked(int index) const
{
    const auto letters = m_tree.at(index).letters;
    for (int i = index, level = 0; i < m_tree.after(index) && level < climb; ++i, ++level) {
        const auto &item = m_tree.at(i);
        if (item.letters != letters)
            continue;
        if (item.tag == Tag::FigureCaption
            || item.evidence.testAnyFlags(Hint::Caption | Hint::Credit))
            return true;
    }
    return false;
}

bool PicturePlaces::areWords(int index, const QString &alt) const
{
    const auto &item = m_tree.at(index);
    if (item.tag == Tag::Heading || item.tag == Tag::List || item.tag == Tag::Table
        || item.evidence.testFlag(Hint::Body))
        return false;
    if (isMarked(index))
        return m_tree.isShort(index, limits::figureLetters) && !saysOther(index)
            && (item.linkLetters * 2 <= item.letters || item.evidence.testFlag(Hint::Credit));
    if (!m_tree.isShort(index, longestLine))
        return false;
    const auto line = m_tree.textOf(index, PageTree::Which::Kept);
    // The name of what is on a card is its alternative text, too: no sentence.
    const auto isSentence = line.endsWith(u'.') || line.endsWith(u'\u3002');
    return (alt.size() >= shortestAlt && line == alt && isSentence) || text::endsInCredit(line)
        || !creditedLine(m_tree, index).credit.isEmpty();
}

// A line and below it one that is a credit and nothing else, when the two are all that is said
// beside the picture.
bool PicturePlaces::areCaptionAndCredit(int line, int parent) const
{
    auto credit = m_tree.after(line);
    while (credit < m_tree.after(parent) && m_tree.at(credit).letters == 0)
        credit = m_tree.after(credit);
    const auto isLine = [this](int index) {
        const auto tag = m_tree.at(index).tag;
        return (tag == Tag::Paragraph || tag == Tag::Block) && m_tree.isShort(index, longestLine);
    };
    if (credit >= m_tree.after(parent) || !isLine(line) || !isLine(credit)
        || m_tree.at(line).letters + m_tree.at(credit).letters != m_tree.at(parent).letters)
        return false;
    const auto written = m_tree.textOf(credit, PageTree::Which::Kept);
    return text::endsInCredit(written) && text::splitCaption(written).caption.isEmpty();
}

} // namespace extraction
