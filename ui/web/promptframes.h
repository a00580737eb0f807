#pragma once

#include <QObject>
#include <QPointer>

class QWidget;

// Brings the web engine's pictures to the screen as soon as they are there. Between the two stands
// a QQuickWidget, which waits five milliseconds for more changes before it draws: a third of the
// time that a step to the next story may take. Here it draws once nothing else waits to be done,
// which is what those milliseconds are for.
//
// The widget tells nobody that it waits, but its timer is known to the event dispatcher. A version
// of Qt without that timer draws as it would.
class PromptFrames : public QObject
{
    Q_OBJECT

public:
    // `view` is the web view; its widgets are looked for in it.
    explicit PromptFrames(QWidget *view);

private:
    void draw();

    QWidget *m_view;
    QPointer<QWidget> m_frames;
};
