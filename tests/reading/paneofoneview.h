#pragma once

#include "reading/notepopover.h"
#include "reading/readingpane.h"
#include "reading/storyfixture.h"

#include <QLabel>
#include <QSignalSpy>
#include <QTest>
#include <QTextBlock>
#include <QTextBrowser>

#ifdef BROADSHEET_WEBENGINE
#include <QWebEnginePage>
#include <QWebEngineScript>
#include <QWebEngineView>
#endif

#include <optional>

using namespace Qt::StringLiterals;

// The rows of a test that is the same in both views.
inline void views()
{
    QTest::addColumn<bool>("web");

    QTest::newRow("light") << false;
#ifdef BROADSHEET_WEBENGINE
    QTest::newRow("web") << true;
#endif
}

// A pane that shows stories in the one view or in the other.
struct Reader
{
    explicit Reader(bool withWeb)
        : pane([](const QString &name, const auto &answer) { answer(fixture::redPicture(name)); },
               nullptr, withWeb ? ReadingPane::Engine::Best : ReadingPane::Engine::Light)
        , web(withWeb)
    {
        pane.resize(900, 700);
        pane.QWidget::show();
        pane.activateWindow();
    }

    bool show(const Article &article, const ReadingPosition &position = {})
    {
        QSignalSpy painted(&pane, &ReadingPane::painted);
        pane.show(article, {}, position);
        return painted.wait(20'000)
            && QTest::qWaitFor([this] { return pane.webViewInCharge() == web; }, 20'000);
    }

    QVariant ask([[maybe_unused]] const QString &script) const
    {
        std::optional<QVariant> result;
#ifdef BROADSHEET_WEBENGINE
        pane.findChild<QWebEngineView *>()->page()->runJavaScript(
            script, QWebEngineScript::ApplicationWorld,
            [&result](const QVariant &answer) { result = answer; });
#endif
        return QTest::qWaitFor([&] { return result.has_value(); }, 5'000) ? *result : QVariant();
    }

    [[nodiscard]] QTextBrowser &light() const
    {
        return *pane.findChild<QTextBrowser *>();
    }

    // Where an element stands, or what has an anchor or is a picture in the light view.
    QPoint placeOf(const QString &selector, const QString &href) const
    {
        if (web) {
            const auto place
                = ask(u"(() => { const r = document.querySelector('%1').getBoundingClientRect(); "
                      "return [r.left + r.width / 2, r.top + r.height / 2]; })()"_s.arg(selector))
                      .toList();
            return {place.value(0).toInt(), place.value(1).toInt()};
        }
        auto &browser = light();
        for (auto block = browser.document()->begin(); block.isValid(); block = block.next()) {
            for (auto it = block.begin(); !it.atEnd(); ++it) {
                const auto format = it.fragment().charFormat();
                const auto wanted
                    = href.isEmpty() ? format.isImageFormat() : format.anchorHref() == href;
                if (!wanted)
                    continue;
                QTextCursor cursor(browser.document());
                cursor.setPosition(it.fragment().position() + 1);
                const auto rect = browser.cursorRect(cursor);
                return {rect.left() - 3, rect.center().y()};
            }
        }
        return {};
    }

    QWidget *target() const
    {
#ifdef BROADSHEET_WEBENGINE
        if (web)
            return pane.findChild<QWebEngineView *>()->focusProxy();
#endif
        return light().viewport();
    }

    void click(QPoint place, Qt::KeyboardModifiers modifiers = {}) const
    {
        QTest::mouseClick(target(), Qt::LeftButton, modifiers, place);
    }

    [[nodiscard]] QString noteShown() const
    {
        if (web)
            return ask(u"document.querySelector('.note-popover')?.textContent ?? ''"_s).toString();
        const auto *note = pane.findChild<NotePopover *>();
        return note->isVisible() ? note->findChild<QLabel *>()->text() : QString();
    }

    ReadingPane pane;
    bool web;
};
