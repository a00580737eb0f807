#pragma once

#include "reading/readingpane.h"
#include "tasks/dissectfile.h"
#include "window/desk.h"

#ifdef BROADSHEET_WEBENGINE
#include <QWebEngineView>
#endif

#include <QFile>
#include <QTextBrowser>

using namespace Qt::StringLiterals;

// A page with a box that is left out of its story, and a window in which that is looked at.
inline const QByteArray head
    = "<!DOCTYPE html><html lang=\"en\"><head><title>The Slow Boat</title>"
      "<link rel=\"canonical\" href=\"https://www.coast.example/slow-boat\">"
      "</head><body><article><h1>The Slow Boat</h1><div class=\"text\">";
inline const QByteArray tides
    = "<aside class=\"tide-table\"><p>High water stands at nine, and again a "
      "little before ten at night.</p></aside>";

inline QByteArray boatPage(int paragraphs = 3, const QByteArray &extra = tides)
{
    auto html = head;
    for (int number = 1; number <= paragraphs; ++number)
        html += "<p>The ferry number " + QByteArray::number(number)
            + " left the pier an hour late that day, and nobody on the quay had counted those "
              "aboard.</p>";
    return html + extra + "</div></article></body></html>";
}

struct Reader : Desk
{
    QString write(const QString &name, const QByteArray &bytes) const
    {
        return support::writeFile(files.path(), name, bytes);
    }

    // Opens a page and shows what was left out of it.
    bool look(const QString &file) const
    {
        if (!open(QStringList{file}) || !settled())
            return false;
        trigger(Command::LeftOut);
        return shows(u"What was left out"_s);
    }

    // The library has what was opened.
    bool settled() const
    {
        return QTest::qWaitFor([this] { return window->flow().id() != ArticleId::None; }, 10'000);
    }

    QString rules() const
    {
        QFile file(folder.filePath(u"reading-rules.txt"_s));
        return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
    }

    // What is on the screen, in whichever view is in charge.
    QString text() const
    {
        QString text = window->pane().findChild<QTextBrowser *>()->toPlainText();
#ifdef BROADSHEET_WEBENGINE
        if (!window->pane().webViewInCharge())
            return text;
        bool answered = false;
        window->pane().findChild<QWebEngineView *>()->page()->toPlainText(
            [&](const QString &found) {
                text = found;
                answered = true;
            });
        if (!QTest::qWaitFor([&] { return answered; }))
            qFatal("the web view does not answer");
#endif
        return text;
    }

    bool shows(const QString &words) const
    {
        return QTest::qWaitFor([&] { return text().contains(words, Qt::CaseInsensitive); }, 10'000);
    }

    // The link of the part that holds these words, as the view shows it.
    QString linkOf(const QString &words, const QString &verb) const
    {
        const auto dissected
            = tasks::dissectFile(window->flow().article(), folder.filePath(u"reading-rules.txt"_s));
        if (!dissected)
            return {};
        for (const auto &part : dissected->dissection.parts) {
            for (const auto &block : part.blocks) {
                if (block.html.toString().contains(words))
                    return u"broadsheet:left-out/%1/%2"_s.arg(verb).arg(part.item);
            }
        }
        return {};
    }

    void click(const QString &link) const
    {
        emit window->pane().linkActivated(QUrl(link));
    }

    bool storyHas(const QString &words) const
    {
        return window->flow().article().text.contains(words);
    }

    // What the library itself has, not what the window remembers.
    QString storedText()
    {
        QString text;
        bool answered = false;
        library->read([id = window->flow().id()](Library &stored) { return stored.article(id); },
                      window.get(),
                      [&](const Result<StoredArticle> &stored) {
                          text = stored ? stored->article.text : QString();
                          answered = true;
                      });
        if (!QTest::qWaitFor([&] { return answered; }))
            return {};
        return text;
    }
};
