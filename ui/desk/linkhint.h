#pragma once

#include "library/sharedlibrary.h"

#include <QObject>
#include <QUrl>

class QLabel;
class ReadingPane;
class StoryFlow;

// A quiet line at the foot of the pane that says where the link under the pointer, or the one with
// the keyboard's focus, leads: a story of the library by its name, else the address.
class LinkHint : public QObject
{
    Q_OBJECT

public:
    struct Parts
    {
        SharedLibrary &library;
        StoryFlow &flow;
        ReadingPane &pane;
    };

    explicit LinkHint(const Parts &parts, QObject *parent = nullptr);

    // What it says; empty while it is not shown.
    [[nodiscard]] QString text() const;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void show(const QUrl &url);
    void lookUp(const QUrl &url, const QString &title);
    void say(const QString &text);
    void place();

    Parts m;
    QLabel *m_label;
    QString m_text; // Before it was cut to the width.
    int m_round = 0; // Answers about a link that was left are dropped.
};
