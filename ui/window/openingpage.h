#pragma once

#include <QObject>
#include <QTimer>

class FrontFlow;
class OpenFlow;
class ReadingPane;
class StoryFlow;

// What stands where nothing is read yet while a file is: quiet paper, and its name as soon as that
// takes more than a moment. A story that is read stays until the next one is there.
class OpeningPage : public QObject
{
    Q_OBJECT

public:
    struct Parts
    {
        OpenFlow &files;
        StoryFlow &flow;
        ReadingPane &pane;
        FrontFlow &front;
    };

    explicit OpeningPage(const Parts &parts, QObject *parent = nullptr);

    // What is read already when this is made.
    void beginReading(const QString &path);
    // A file is looked into before it is known what is to be done with it.
    void beginLooking(const QString &path);
    void endLooking();
    // Something is on its way, so that nobody needs to be told where to find stories.
    [[nodiscard]] bool isAwaiting() const;

signals:
    void shown();
    void ended(); // Nothing is on its way any more, and nothing may have come.

private:
    void begin();
    void end();
    void show();

    Parts m;
    QTimer m_moment;
    QString m_name; // Of the file that is read.
    int m_looking = 0;
    bool m_hasRoom = false; // Nothing was read when it began.
    bool m_isRead = false; // The file is, and may still be made a page.
    bool m_isShown = false;
};
