#pragma once

#include "reading/lightstoryview.h"
#include "reading/readingpane.h"
#include "reading/storyfixture.h"

#include <QElapsedTimer>
#include <QMainWindow>
#include <QSignalSpy>
#include <QTest>
#include <QWebEngineView>

#include <memory>
#include <optional>

using namespace Qt::StringLiterals;

// The whole pane with the real engine: one pane for all tests of a file, since an engine is slow
// to start.
class PaneCase : public QObject
{
protected:
    void begin()
    {
        qRegisterMetaType<ReadingPosition>();
        QElapsedTimer clock;
        clock.start();
        m_window = std::make_unique<QMainWindow>();
        m_pane = new ReadingPane(
            [this](const QString &name, auto answer) { m_source(name, answer); }, m_window.get());
        qInfo("constructed in %lld ms", clock.elapsed());
        m_source
            = [](const QString &name, const auto &answer) { answer(fixture::redPicture(name)); };
        m_window->setCentralWidget(m_pane);
        m_window->resize(900, 700);
    }

    void paint(const Article &article, const ReadingPosition &position = {})
    {
        QSignalSpy painted(m_pane, &ReadingPane::painted);
        m_pane->show(article, {}, position);
        QVERIFY(painted.wait(20'000));
    }

    // The widget that gets the keys when the pane has the focus.
    QWidget *keyboardTarget() const
    {
        QWidget *target = m_pane;
        while (target->focusProxy())
            target = target->focusProxy();
        return target;
    }

    QString textShown() const
    {
        std::optional<QString> text;
        m_pane->findChild<QWebEngineView *>()->page()->toPlainText(
            [&](const QString &answer) { text = answer; });
        return QTest::qWaitFor([&] { return text.has_value(); }) ? *text : QString();
    }

    // The first that stands in the light view's window, as a position quotes it.
    QString firstSentence() const
    {
        QString quote;
        m_pane->findChild<LightStoryView *>()->askPosition(
            [&](const ReadingPosition &here) { quote = here.quote; });
        return quote;
    }

    // Pages down and waits for the position that is told at rest.
    ReadingPosition scrolled(int screens)
    {
        QSignalSpy moved(m_pane, &ReadingPane::positionChanged);
        for (int i = 0; i < screens; ++i)
            m_pane->pageDown();
        return moved.wait() ? moved.last().first().value<ReadingPosition>() : ReadingPosition();
    }

    PictureSource m_source;
    std::unique_ptr<QMainWindow> m_window;
    ReadingPane *m_pane = nullptr;
};
