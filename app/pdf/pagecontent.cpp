#include "pdf/pagecontent.h"

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

constexpr char32_t rightToLeftMark = 0x202B;
constexpr char32_t popMark = 0x202C;
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
    Fonts(PopplerPage *page, QList<print::Font> &fonts)
        : m_attributes(poppler_page_get_text_attributes(page))
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
                endWord();
                m_mirrored = letter == rightToLeftMark || (m_mirrored && letter != popMark);
                continue;
            }
            const auto box = m_at < boxes.size() ? boxOf(boxes[m_at]) : QRectF();
            take(letter, box);
            ++m_at;
        }
        endWord();
    }

private:
    void take(char32_t letter, const QRectF &box)
    {
        if (letter == U'\n' || letter == U' ') {
            endWord();
            m_line += letter == U'\n' ? 1 : 0;
            return;
        }
        const auto link = linkAt(box.center());
        if (!m_word.text.isEmpty() && (link != m_link || jumps(box)))
            endWord();
        m_link = link;
        m_last = box;
        if (m_word.text.isEmpty()) {
            m_word.font = m_fonts.fontAt(int(m_at));
            m_word.line = m_line;
            m_word.box = box;
        }
        m_word.text += QString::fromUcs4(&letter, 1);
        m_word.box = m_word.box.united(box);
    }

    // Poppler at times takes letters of two columns for one word. In words that run from right to
    // left boxes come in the other order.
    bool jumps(const QRectF &box) const
    {
        const auto gap = std::abs(box.left() - m_last.right());
        return !m_mirrored && gap > widestGap * box.height();
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
        if (!m_word.text.isEmpty())
            m_page.words.append(m_word);
        m_word = {};
    }

    print::Page &m_page;
    Fonts &m_fonts;
    Word m_word;
    size_t m_at = 0;
    qint32 m_line = 0;
    QRectF m_last; // The box of the letter before.
    qsizetype m_link = -1;
    bool m_mirrored = false;
};

void readWords(PopplerPage *page, print::Page &content)
{
    const pdf::Allocated<char> text(poppler_page_get_text(page));
    if (!text)
        return;
    PopplerRectangle *boxes = nullptr;
    guint count = 0;
    poppler_page_get_text_layout(page, &boxes, &count);
    const pdf::Allocated<PopplerRectangle> owner(boxes);
    Fonts fonts(page, content.fonts);
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
        content.pictures.append({.id = image->image_id, .area = boxOf(image->area)});
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
