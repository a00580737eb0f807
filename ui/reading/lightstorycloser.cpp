#include "page/hyphens.h"
#include "reading/documentblocks.h"
#include "reading/lightbrowser.h"
#include "reading/lightstoryview.h"
#include "reading/limits.h"
#include "reading/notepopover.h"
#include "reading/sentences.h"

#include <QAbstractTextDocumentLayout>
#include <QRegularExpression>
#include <QScrollBar>
#include <QTextBlock>
#include <QTextDocument>
#include <QTextLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

// Looking closer in the light view: words that are looked for, photos, notes.

namespace {

// Where a picture stands; -1 where it does not.
int placeOfPicture(const QTextDocument &document, const QString &name)
{
    for (auto block = document.begin(); block.isValid(); block = block.next()) {
        for (auto it = block.begin(); !it.atEnd(); ++it) {
            if (documentblocks::pictureOf(it.fragment().charFormat()) == name)
                return it.fragment().position();
        }
    }
    return -1;
}

// What notes are referred to with: "1", "[12]", "[note 2]", "*", "b", "iv". closer.js has the same
// rule.
bool isSign(const QString &text)
{
    static const QRegularExpression sign(
        uR"(^[[(]?(?:(?:note|nb|fn|n)\.?\s?)?(?:\d{1,3}|[*\x{2020}\x{2021}\x{a7}\x{b6}]{1,3}|[a-z]|[ivxl]{1,6})[\])]?$)"_s,
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
    return sign.match(text.trimmed()).hasMatch();
}

QString textAt(const QTextDocument &document, int place)
{
    const auto block = document.findBlock(place);
    for (auto it = block.begin(); !it.atEnd(); ++it) {
        if (it.fragment().position() == place)
            return it.fragment().text();
    }
    return {};
}

// What leads to a place of that name in the story, by where it begins.
int referenceTo(const QTextDocument &document, const QString &name)
{
    for (auto block = document.begin(); block.isValid(); block = block.next()) {
        for (auto it = block.begin(); !it.atEnd(); ++it) {
            if (it.fragment().charFormat().anchorHref() == u'#' + name)
                return it.fragment().position();
        }
    }
    return -1;
}

// Without the links that lead back to where it is referred to.
QString noteText(const QTextBlock &block)
{
    QString text;
    for (auto it = block.begin(); !it.atEnd(); ++it) {
        if (!it.fragment().charFormat().anchorHref().startsWith(u'#'))
            text += it.fragment().text();
    }
    return text.remove(page::softHyphen).simplified();
}

// In the text of a whole document, where what is in a table has signs of its own around it:
// QTextBeginningOfFrame and QTextEndOfFrame in Qt's source.
qsizetype endOfBlock(const QString &text, qsizetype from)
{
    constexpr char16_t frameBegins = 0xfdd0;
    constexpr char16_t frameEnds = 0xfdd1;
    while (from < text.size() && text.at(from) != QChar::ParagraphSeparator
           && text.at(from) != frameBegins && text.at(from) != frameEnds)
        ++from;
    return from;
}

// A note leads back.
bool leadsBack(const QTextBlock &block)
{
    for (auto it = block.begin(); !it.atEnd(); ++it) {
        if (it.fragment().charFormat().anchorHref().startsWith(u'#'))
            return true;
    }
    return false;
}

} // namespace

// Where the words stand that are looked for; what was gone to stays that.
void LightStoryView::collectFound()
{
    m_found.clear();
    if (m_sought.isEmpty()) {
        m_foundAt = 0;
        return;
    }
    auto pattern = sentences::pattern(m_sought);
    auto options = pattern.patternOptions();
    options.setFlag(QRegularExpression::CaseInsensitiveOption, m_sought == m_sought.toLower());
    pattern.setPatternOptions(options);
    constexpr auto most = reading::limits::foundAtMost;
    // QTextDocument::find() would fetch a block's text anew for each place in it, and to fetch that
    // of every block takes long in a table of many thousand cells.
    const auto all = story().toRawText().replace(QChar::Nbsp, u' ');
    for (qsizetype from = 0; from < all.size() && m_found.size() < most;) {
        const auto to = endOfBlock(all, from);
        const auto text = QStringView(all).sliced(from, to - from);
        for (auto hits = pattern.globalMatch(text); hits.hasNext() && m_found.size() < most;) {
            const auto hit = hits.next();
            m_found.append({int(from + hit.capturedStart()), int(from + hit.capturedEnd())});
        }
        from = to + 1;
    }
    m_foundAt = std::min(m_foundAt, int(m_found.size()));
}

void LightStoryView::find(const QString &words, Direction direction)
{
    // Nothing can be found in a story that is still being set: the pane asks again when it is
    // there.
    if (m_coming && m_coming->isNew)
        return;
    const auto again = words == m_sought && !m_found.isEmpty();
    const auto cursor = m_browser->textCursor();
    const auto from = (cursor.hasSelection() ? cursor.selectionStart() : 0) + m_feed.first();
    if (!again) {
        m_sought = words;
        m_foundAt = 0;
        collectFound();
        // As the words grow they are found where they were, if they still stand there.
        const auto first = std::ranges::find_if(
            m_found, [from](const Passage &hit) { return hit.from >= from; });
        if (!m_found.isEmpty())
            m_foundAt = first == m_found.end() ? 1 : int(first - m_found.begin()) + 1;
    } else {
        const auto count = int(m_found.size());
        const auto by = direction == Direction::Backwards ? count - 1 : 1;
        m_foundAt = (m_foundAt - 1 + by) % count + 1;
    }
    markFound();
    emit found(m_foundAt, int(m_found.size()));
}

void LightStoryView::markFound()
{
    if (m_foundAt > 0) {
        const auto &here = m_found.at(m_foundAt - 1);
        bringIn(here.from);
        m_browser->setTextCursor(cursorAt(here));
        const auto *document = m_browser->document();
        document->documentLayout()->blockBoundingRect(document->lastBlock());
        const auto rect = m_browser->cursorRect();
        const auto height = m_browser->viewport()->height();
        auto *bar = m_browser->verticalScrollBar();
        if (rect.top() < 0 || rect.bottom() > height - rect.height())
            bar->setValue(bar->value() + rect.top() - height / 3);
        moved();
    }
    markHit();
}

void LightStoryView::askPhoto(std::function<void(const QString &)> answer)
{
    const auto *document = m_browser->document();
    const auto top = double(m_browser->verticalScrollBar()->value());
    QString before;
    for (auto block = document->begin(); block.isValid(); block = block.next()) {
        for (auto it = block.begin(); !it.atEnd(); ++it) {
            const auto name = documentblocks::pictureOf(it.fragment().charFormat());
            if (!name.startsWith("broadsheet-media:"_L1))
                continue;
            before = name;
            if (document->documentLayout()->blockBoundingRect(block).bottom()
                > top + m_browser->viewport()->height() / 6.0) {
                answer(name);
                return;
            }
        }
    }
    answer(before);
}

void LightStoryView::goToPhoto(const QString &name)
{
    const auto place = placeOfPicture(story(), name);
    if (place < 0)
        return;
    bringIn(place);
    const auto *document = m_browser->document();
    const auto block = document->findBlock(place - m_feed.first());
    // The scroll bar knows its range when the last block has its place.
    document->documentLayout()->blockBoundingRect(document->lastBlock());
    const auto area = document->documentLayout()->blockBoundingRect(block);
    auto *bar = m_browser->verticalScrollBar();
    const auto height = double(m_browser->viewport()->height());
    const auto room = std::max(0.0, height - area.height());
    if (area.top() < bar->value() || area.bottom() > bar->value() + height)
        bar->setValue(int(area.top() - room / 2));
    moved();
}

void LightStoryView::askParagraph(std::function<void(const QString &)> answer)
{
    const auto *document = m_browser->document();
    const auto top = double(m_browser->verticalScrollBar()->value());
    auto block = document->findBlock(std::max(0, documentblocks::placeNamed(*document, u"body"_s)));
    for (; block.isValid(); block = block.next()) {
        const auto area = document->documentLayout()->blockBoundingRect(block);
        const auto text = block.text().remove(QChar::ObjectReplacementCharacter).simplified();
        const auto fills = area.bottom() > top + m_browser->viewport()->height() / 2.0;
        if (!text.isEmpty() && area.bottom() > top && (area.top() >= top - 4 || fills)) {
            answer(text);
            return;
        }
    }
    answer({});
}

void LightStoryView::followFragment(const QString &name)
{
    const auto place = documentblocks::placeNamed(story(), name);
    const auto note = story().findBlock(std::max(0, place));
    const auto reference = referenceTo(story(), name);
    // Where the number stands in a line of its own the words are in the next one.
    auto text = noteText(note);
    if (text.isEmpty() && leadsBack(note))
        text = noteText(note.next());
    const auto isNote = reference >= 0 && place > reference && m_feed.holds(reference)
        && (leadsBack(note) || isSign(textAt(story(), reference)));
    if (!isNote || text.isEmpty() || text.size() > reading::limits::noteLetters) {
        goToAnchor(name);
        return;
    }
    const auto rightToLeft = note.textDirection() == Qt::RightToLeft;
    auto font = story().defaultFont();
    font.setPixelSize(int(font.pixelSize() * 0.82));
    m_note->popUp({.text = text,
                   .name = name,
                   .reference = m_browser->cursorRect(cursorAt({reference, reference})),
                   .direction = rightToLeft ? Qt::RightToLeft : Qt::LeftToRight,
                   .font = font},
                  page::colours(m_look));
}

bool LightStoryView::dismissNote()
{
    const auto shown = m_note->isVisible();
    m_note->hide();
    return shown;
}
