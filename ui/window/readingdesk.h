#pragma once

#include "window/calmreading.h"
#include "window/leftoutflow.h"
#include "window/links.h"
#include "window/lookcommands.h"

#include <QObject>

class FindBar;
struct Places;

// All that the window does about the story that is read, made and joined in one place: where its
// links lead, how it looks, what was left out of it, finding in it.
class ReadingDesk : public QObject
{
    Q_OBJECT

public:
    struct Parts
    {
        Actions &actions;
        SharedLibrary &library;
        StoryFlow &flow;
        ReadingPane &pane;
        FindBar &findBar;
        Theme &theme;
        Banner &banner;
        QWidget &window;
        QWidget &textButton;
    };

    ReadingDesk(const Parts &parts, const Places &places, QObject *parent = nullptr);

    [[nodiscard]] Links &links() { return m_links; }
    [[nodiscard]] LeftOutFlow &leftOut() { return m_leftOut; }
    [[nodiscard]] CalmReading &calm() { return m_calm; }

signals:
    void storyAsked(ArticleId id); // A link leads to it.

private:
    void editRules();

    Parts m;
    QString m_rules;
    Links m_links;
    LookCommands m_look;
    LeftOutFlow m_leftOut;
    CalmReading m_calm;
};
