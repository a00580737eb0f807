#pragma once

#include "library/sharedlibrary.h"

#include <QObject>

#include <functional>
#include <utility>

class Actions;
class ArticleList;
class Banner;
class StoryFlow;

// What can be done with the story being read and those selected in the list: bookmark, mark,
// remove, and take it all back.
class StoryCommands : public QObject
{
    Q_OBJECT

public:
    struct Parts
    {
        Actions &actions;
        SharedLibrary &library;
        StoryFlow &flow;
        ArticleList &list;
        Banner &banner;
    };

    explicit StoryCommands(const Parts &parts, QObject *parent = nullptr);

    // What takes back something else than a change of the library, and does it again, if there is
    // any; then it answers true.
    void setUndoFirst(std::function<bool()> undo) { m_undoFirst = std::move(undo); }
    void setRedoFirst(std::function<bool()> redo) { m_redoFirst = std::move(redo); }

signals:
    void broughtBack(ArticleId id); // A story that had been removed.
    void undone(); // Or done again: more than stories may be different.

private:
    using Change = Result<LibraryChange>;

    // The selected stories, or else the one being read.
    [[nodiscard]] QList<Headline> targets() const;
    void toggleBookmark();
    void toggleRead();
    void remove();
    void undo();
    void redo();
    void openOriginal();
    void copyLink();
    void showFile();
    void announce(const Change &change, Undone::Action action, int stories);
    void update();

    Parts m;
    std::function<bool()> m_undoFirst = [] { return false; };
    std::function<bool()> m_redoFirst = [] { return false; };
};
