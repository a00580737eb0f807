#include "page/hyphens.h"
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

// Where a block or a place in one has this name; -1 where nothing has.
int placeNamed(const QTextDocument &document, const QString &name)
{
    for (auto block = document.begin(); block.isValid(); block = block.next()) {
        for (auto it = block.begin(); !it.atEnd(); ++it) {
            if (it.fragment().charFormat().anchorNames().contains(name))
                return it.fragment().position();
        }
    }
    return -1;
}

// What notes are referred to with: "1", "[12]", "*", "b", "iv". closer.js has the same rule.
bool isSign(const QString &text)
{
    static const QRegularExpression sign(
        uR"(^[[(]?(?:\d{1,3}|[*\x{2020}\x{2021}\x{a7}\x{b6}]{1,3}|[a-z]|[ivxl]{1,6})[\])]?$)"_s,
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
    const auto *document = m_browser->document();
    const auto flags = m_sought == m_sought.toLower() ? QTextDocument::FindFlags()
                                                      : QTextDocument::FindCaseSensitively;
    const auto pattern = sentences::pattern(m_sought);
    m_found.clear();
    for (auto hit = m_sought.isEmpty() ? QTextCursor() : document->find(pattern, 0, flags);
         !hit.isNull() && m_found.size() < reading::limits::foundAtMost;
         hit = document->find(pattern, hit, flags))
        m_found.append(hit);
    m_foundAt = std::min(m_foundAt, int(m_found.size()));
}

void LightStoryView::find(const QString &words, Direction direction)
{
    const auto again = words == m_sought && !m_found.isEmpty();
    const auto cursor = m_browser->textCursor();
    const auto from = cursor.hasSelection() ? cursor.selectionStart() : 0;
    if (!again) {
        m_sought = words;
        m_foundAt = 0;
        collectFound();
        // As the words grow they are found where they were, if they still stand there.
        const auto first = std::ranges::find_if(
            m_found, [from](const QTextCursor &hit) { return hit.selectionStart() >= from; });
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
        m_browser->setTextCursor(m_found.at(m_foundAt - 1));
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
            const auto format = it.fragment().charFormat();
            const auto name = format.isImageFormat() ? format.toImageFormat().name() : QString();
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

void LightStoryView::askParagraph(std::function<void(const QString &)> answer)
{
    const auto *document = m_browser->document();
    const auto top = double(m_browser->verticalScrollBar()->value());
    auto block = document->findBlock(std::max(0, placeNamed(*document, u"body"_s)));
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
    const auto *document = m_browser->document();
    const auto note = document->findBlock(std::max(0, placeNamed(*document, name)));
    const auto reference = referenceTo(*document, name);
    const auto text = noteText(note);
    const auto isNote = reference >= 0 && placeNamed(*document, name) > reference
        && (leadsBack(note) || isSign(textAt(*document, reference)));
    if (!isNote || text.isEmpty() || text.size() > reading::limits::noteLetters) {
        m_browser->scrollToAnchor(name);
        return;
    }
    QTextCursor cursor(m_browser->document());
    cursor.setPosition(reference);
    const auto rightToLeft = note.textDirection() == Qt::RightToLeft;
    auto font = document->defaultFont();
    font.setPixelSize(int(font.pixelSize() * 0.82));
    m_note->popUp({.text = text,
                   .name = name,
                   .reference = m_browser->cursorRect(cursor),
                   .direction = rightToLeft ? Qt::RightToLeft : Qt::LeftToRight,
                   .font = font},
                  page::colours(m_look.theme));
}

bool LightStoryView::dismissNote()
{
    const auto shown = m_note->isVisible();
    m_note->hide();
    return shown;
}
