#include "pdf/pagecontent.h"

#include "pdf/ligatures.h"
#include "pdf/limits.h"
#include "pdf/pointers.h"

#include <QHash>

#include <algorithm>
#include <span>

namespace {

using print::Word;

// Marks by which Poppler tells the direction of a word: U+202A to U+202E. No letter's box belongs
// to them.
bool isDirectionMark(char32_t letter)
{
    return letter >= 0x202A && letter <= 0x202E;
}

constexpr char16_t rightToLeftMark = 0x202B;
constexpr char16_t popMark = 0x202C;
// In heights of a letter.
constexpr double widestGap = 0.5;

QRectF boxOf(const PopplerRectangle &rectangle)
{
    return QRectF(QPointF(rectangle.x1, rectangle.y1), QPointF(rectangle.x2, rectangle.y2))
        .normalized();
}

// From the page's bottom, as the format counts, to its top.
QRectF flipped(const PopplerRectangle &rectangle, double height)
{
    return QRectF(QPointF(rectangle.x1, height - rectangle.y2),
                  QPointF(rectangle.x2, height - rectangle.y1))
        .normalized();
}

// Fonts by the position of the letters they begin at.
class Fonts
{
public:
    Fonts(PopplerPage *page, PopplerRectangle area, QList<print::Font> &fonts)
        : m_attributes(poppler_page_get_text_attributes_for_area(page, &area))
        , m_at(m_attributes.get())
        , m_fonts(fonts)
    {
    }

    // Asked with growing positions only.
    qint32 fontAt(int position)
    {
        while (m_at != nullptr && attributes()->end_index < position)
            m_at = m_at->next;
        if (m_at == nullptr)
            return -1;
        const print::Font font{.name = QString::fromUtf8(attributes()->font_name),
                               .size = attributes()->font_size};
        auto at = m_fonts.indexOf(font);
        if (at < 0) {
            at = m_fonts.size();
            m_fonts.append(font);
        }
        return qint32(at);
    }

private:
    const PopplerTextAttributes *attributes() const
    {
        return static_cast<const PopplerTextAttributes *>(m_at->data);
    }

    pdf::TextAttributes m_attributes;
    GList *m_at;
    QList<print::Font> &m_fonts;
};

class Words
{
public:
    Words(print::Page &page, Fonts &fonts)
        : m_page(page)
        , m_fonts(fonts)
    {
    }

    void read(const QList<uint> &letters, std::span<const PopplerRectangle> boxes)
    {
        for (const auto letter : letters) {
            if (m_page.words.size() >= pdf::limits::pageWords)
                break;
            if (isDirectionMark(letter)) {
                turn(letter);
                continue;
            }
            take(letter, m_at < boxes.size() ? boxOf(boxes[m_at]) : QRectF());
            ++m_at;
        }
        endWord();
        pdf::mendLigatures(m_page.words, m_mirroredWords);
    }

private:
    // A word is marked as a whole; marks inside it are about its figures.
    void turn(char32_t mark)
    {
        if (m_depth == 0)
            endWord();
        if (m_depth == 1 && mark != popMark)
            m_runStart = m_word.text.size();
        if (m_depth == 2 && mark == popMark && m_mirrored)
            mendRun();
        m_depth += mark == popMark ? -1 : 1;
        m_depth = std::max(m_depth, 0);
        if (m_depth == 1 && mark != popMark)
            m_mirrored = mark == rightToLeftMark;
        if (m_depth > 0)
            return;
        endWord();
        m_mirrored = false;
    }

    // Poppler counts a bracket or full stop that closes a number to the number, which runs from
    // left to right, and so puts it before the number: where it is seen, not where it is read.
    void mendRun()
    {
        static constexpr QStringView signs = u"()[]{}«».,:;!?\"";
        auto &text = m_word.text;
        auto first = m_runStart;
        while (first < text.size() && signs.contains(text[first]))
            ++first;
        if (first < text.size())
            std::rotate(text.begin() + m_runStart, text.begin() + first, text.end());
    }

    void take(char32_t letter, const QRectF &box)
    {
        if (letter == U'\n' || letter == U' ') {
            endWord();
            m_line += letter == U'\n' ? 1 : 0;
            return;
        }
        const auto link = linkAt(box.center());
        if (!m_word.text.isEmpty() && (jumps(box) || (!m_mirrored && link != m_link)))
            endWord();
        m_link = link;
        if (m_word.text.isEmpty()) {
            m_word.font = m_fonts.fontAt(int(m_at));
            m_word.line = m_line;
            m_word.box = box;
        }
        m_word.text += QString::fromUcs4(&letter, 1);
        m_word.box = m_word.box.united(box);
        m_boxes.append(box);
    }

    // Poppler at times takes letters of two columns for one word. In words that run from right to
    // left boxes come in the other order.
    bool jumps(const QRectF &box) const
    {
        return !m_mirrored
            && std::abs(box.left() - m_boxes.last().right()) > widestGap * box.height();
    }

    qsizetype linkAt(const QPointF &place) const
    {
        const auto &links = m_page.links;
        const auto found = std::ranges::find_if(
            links, [&](const print::Link &link) { return link.area.contains(place); });
        return found == links.end() ? -1 : found - links.begin();
    }

    void endWord()
    {
        if (m_mirrored && m_word.text.size() == m_boxes.size()) {
            pdf::PrintedWord printed{.word = m_page.words.size()};
            for (auto box = m_boxes.crbegin(); box != m_boxes.crend(); ++box)
                printed.widths.append(box->width());
            m_mirroredWords.append(printed);
        }
        if (!m_word.text.isEmpty())
            m_page.words.append(m_word);
        m_word = {};
        m_boxes.clear();
    }

    print::Page &m_page;
    Fonts &m_fonts;
    Word m_word;
    QList<QRectF> m_boxes; // Of its letters.
    QList<pdf::PrintedWord> m_mirroredWords;
    size_t m_at = 0;
    qint32 m_line = 0;
    qsizetype m_link = -1;
    int m_depth = 0; // Of direction marks.
    qsizetype m_runStart = 0; // Of the figures inside a word.
    bool m_mirrored = false;
};

// Poppler takes the text from one corner of a page to the opposite one, as if it were selected with
// the mouse. Where text runs from right to left, what stands left of the first corner is missing
// unless the right one is the first.
PopplerRectangle fullest(PopplerPage *page, const print::Page &content)
{
    PopplerRectangle fromLeft{0, 0, content.width, content.height};
    PopplerRectangle fromRight{content.width, 0, 0, content.height};
    const pdf::Allocated<char> left(poppler_page_get_text_for_area(page, &fromLeft));
    if (!left || !QString::fromUtf8(left.get()).contains(QChar(rightToLeftMark)))
        return fromLeft;
    const pdf::Allocated<char> right(poppler_page_get_text_for_area(page, &fromRight));
    const bool more = right && qstrlen(right.get()) > qstrlen(left.get());
    return more ? fromRight : fromLeft;
}

void readWords(PopplerPage *page, print::Page &content)
{
    auto area = fullest(page, content);
    const pdf::Allocated<char> text(poppler_page_get_text_for_area(page, &area));
    if (!text)
        return;
    PopplerRectangle *boxes = nullptr;
    guint count = 0;
    poppler_page_get_text_layout_for_area(page, &area, &boxes, &count);
    const pdf::Allocated<PopplerRectangle> owner(boxes);
    Fonts fonts(page, area, content.fonts);
    Words(content, fonts)
        .read(QString::fromUtf8(text.get()).toUcs4(), {boxes, boxes == nullptr ? 0 : count});
}

void readLinks(PopplerPage *page, print::Page &content)
{
    const pdf::LinkMapping mapping(poppler_page_get_link_mapping(page));
    for (const auto *at = mapping.get(); at != nullptr; at = at->next) {
        const auto *link = static_cast<const PopplerLinkMapping *>(at->data);
        if (link->action == nullptr || link->action->type != POPPLER_ACTION_URI
            || link->action->uri.uri == nullptr)
            continue;
        if (content.links.size() >= pdf::limits::pageLinks)
            return;
        content.links.append({.area = flipped(link->area, content.height),
                              .address = QString::fromUtf8(link->action->uri.uri)});
    }
}

void readPictures(PopplerPage *page, print::Page &content)
{
    const pdf::ImageMapping mapping(poppler_page_get_image_mapping(page));
    for (const auto *at = mapping.get(); at != nullptr; at = at->next) {
        const auto *image = static_cast<const PopplerImageMapping *>(at->data);
        if (content.pictures.size() >= pdf::limits::pagePictures)
            return;
        const auto area = boxOf(image->area);
        if (std::min(area.width(), area.height()) >= pdf::limits::pictureSide
            && area.width() * area.height() >= pdf::limits::pictureArea)
            content.pictures.append({.id = image->image_id, .area = area});
    }
}

} // namespace

print::Page pdf::pageContent(PopplerPage *page)
{
    print::Page content;
    poppler_page_get_size(page, &content.width, &content.height);
    readLinks(page, content);
    readWords(page, content);
    readPictures(page, content);
    return content;
}
