#pragma once

#include "model/storyquery.h"

#include <QObject>
#include <QString>

class ArticleList;
class FindBar;
class MatchBar;
class ReadingPane;
class Sidebar;

// Carries a search from the list to the story: its words are marked there until it is cleared.
// Keeps the searches of before with the window's state.
class SearchFlow : public QObject
{
    Q_OBJECT

public:
    struct Parts
    {
        Sidebar &sidebar;
        ArticleList &list;
        ReadingPane &pane;
        MatchBar &bar;
        FindBar &findBar;
    };

    explicit SearchFlow(const Parts &parts, const QString &stateFile);

    // Goes to the next match in the story; false when there is none.
    bool step(bool backwards);
    // Ends the marks until the next search; false when there were none.
    bool closeBar();
    // Shows how many there are, where there is room for it.
    void showBar();

private:
    void follow();

    Parts m;
    QString m_stateFile;
};
