#pragma once

#include "desk/linkcopy.h"
#include "library/sharedlibrary.h"

#include <QObject>
#include <QTimer>

#include <functional>
#include <optional>

class Actions;
class ArticleList;
class Banner;
class Steps;
class StoryFlow;

// What can be done with the story being read and those selected in the list: bookmark, mark,
// remove.
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
        Steps &steps;
    };

    explicit StoryCommands(const Parts &parts, QObject *parent = nullptr);

private:
    // What was done to stories, some of which may have been so already.
    struct Done
    {
        Undone::Action action = Undone::Action::None;
        LibraryChange change;
    };

    // The selected stories, or else the one being read.
    [[nodiscard]] QList<ArticleId> targets() const;
    [[nodiscard]] int targetCount() const;
    [[nodiscard]] bool meansSelection() const;
    // What is known of them without asking the library.
    [[nodiscard]] std::optional<StoryStates> targetStates() const;
    void askForStates();
    // Does to all what not all of them are yet, or else the contrary.
    void toggleBookmark();
    void toggleRead();
    void remove();
    void change(const std::function<Result<Done>(Library &, const QList<ArticleId> &)> &job);
    void openOriginal();
    void copyLinks();
    void showFile();
    void announce(const Result<Done> &done, int stories);
    void update();
    void say(int stories, const StoryStates &states);

    Parts m;
    LinkCopy m_links;
    QTimer m_asking; // Once the selection rests.
    quint64 m_round = 0; // Answers about an earlier selection are dropped.
};
