#include "web/webstoryview.h"

#ifdef BROADSHEET_WEBENGINE

#include "page/hyphens.h"
#include "web/storypage.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QPointer>
#include <QWebEngineFindTextResult>

#include <utility>

using namespace Qt::StringLiterals;

// Looking closer in the web view: words that are looked for, photos, notes. The page's side of it
// is closer.js.

void WebStoryView::makeCloser()
{
    connect(m_page.get(), &StoryPage::wished, this, &StoryView::wished);
    connect(m_page.get(), &StoryPage::said, this, &WebStoryView::onCloserSaid);
}

void WebStoryView::onCloserSaid(const QString &what, const QVariant &value)
{
    if (what == "photo"_L1) {
        emit wished({.deed = StoryWish::Deed::ShowPhoto, .words = value.toString()});
    } else if (what == "note"_L1) {
        m_note = value.toBool();
    } else if (what == "ready"_L1) {
        m_note = false;
        // JSON is JavaScript: nothing in a translation can be code.
        const auto words
            = QJsonDocument(QJsonArray{tr("Go to the note")}).toJson(QJsonDocument::Compact);
        m_page->run(u"closer.say(..."_s + QString::fromUtf8(words) + u')');
    }
}

void WebStoryView::find(const QString &words, Direction direction)
{
    QWebEnginePage::FindFlags flags;
    flags.setFlag(QWebEnginePage::FindBackward, direction == Direction::Backwards);
    flags.setFlag(QWebEnginePage::FindCaseSensitively, words != words.toLower());
    // Looking for other words ends a search that still goes on, which is told as one that found
    // nothing.
    m_page->findText(words, flags,
                     [self = QPointer(this), round = ++m_finding](const auto &result) {
                         if (self && round == self->m_finding)
                             emit self->found(result.activeMatch(), result.numberOfMatches());
                     });
}

QString WebStoryView::selectedText() const
{
    return m_page->selectedText().remove(page::softHyphen);
}

void WebStoryView::askPhoto(std::function<void(const QString &)> answer)
{
    if (m_ready)
        m_page->ask(u"closer.photoInView()"_s, [answer = std::move(answer)](const QVariant &name) {
            answer(name.toString());
        });
}

// JSON is JavaScript: nothing in a name can be code.
void WebStoryView::goToPhoto(const QString &name)
{
    const auto words = QJsonDocument(QJsonArray{name}).toJson(QJsonDocument::Compact);
    if (m_ready)
        m_page->run(u"closer.goToPhoto(..."_s + QString::fromUtf8(words) + u')');
}

void WebStoryView::askParagraph(std::function<void(const QString &)> answer)
{
    if (m_ready)
        m_page->ask(u"closer.paragraph()"_s, [answer = std::move(answer)](const QVariant &text) {
            answer(text.toString());
        });
}

bool WebStoryView::dismissNote()
{
    const auto shown = std::exchange(m_note, false);
    if (shown)
        m_page->run(u"closer.dismiss()"_s);
    return shown;
}

#endif
