#pragma once

#include "library/sharedlibrary.h"

#include <QList>
#include <QObject>
#include <QTimer>

#include <deque>
#include <functional>
#include <optional>

class Actions;
class Banner;

// What Undo takes back and Redo does again, the newest first, whichever kind it is: the window's
// own steps, which end with it, and the library's, which last.
class Steps : public QObject
{
    Q_OBJECT

public:
    struct Parts
    {
        Actions &actions;
        SharedLibrary &library;
        Banner &banner;
    };

    enum class Kind { Look, LeftOut };

    // A step of the window.
    struct Step
    {
        Kind kind;
        QString words; // "Undo other colours", for the menu.
        // Takes it back, and answers the step that does it again, and so on.
        std::function<Step()> turn;
    };

    // Something that is on the screen for a while and has steps of its own. What was done before it
    // came, but for earlier steps of its kind, stays as long as it is there: nobody looks at that.
    struct Room
    {
        Kind kind;
        std::function<bool()> isOpen;
        std::function<void()> nothingToUndo;
        std::function<void()> nothingToRedo;
    };

    explicit Steps(const Parts &parts, QObject *parent = nullptr);

    // A step was made.
    void note(const Step &step);
    // Steps of this kind make no sense any more.
    void forget(Kind kind);
    void enter(const Room &room);

    // What takes stories out of the library is asked about once where somebody has only read
    // since: that is not what they have in mind.
    enum class Asking { WhereSurprising, Never };
    void undo(Asking asking = Asking::WhereSurprising);
    // The window's last step, if it is of that kind, whatever was done in the library since.
    void undo(Kind kind);
    void redo();
    // For the button of a message that says what was done in the library just now: takes that back,
    // whatever was done in the window since, and nothing newer.
    [[nodiscard]] std::function<void()> undoOfThis();

signals:
    void broughtBack(ArticleId id); // A story that had been removed.
    void changed(); // The library, by undoing or redoing: more than stories may be different.

private:
    // One of the window's, or of the library's when `step` is empty.
    struct Entry
    {
        std::optional<Step> step;
        qint64 after = 0; // The library's steps up to this one came before.
    };
    // Where the steps of a room begin.
    struct Floor
    {
        Room room;
        qsizetype done;
        qsizetype undone;
        qint64 after;
    };
    using Job = std::function<void()>;
    struct Taken;

    // The library answers in its own time: one thing is done after the other.
    void enqueue(Job job);
    void next();
    void takeBack(Asking asking);
    void takeBack(qint64 step);
    void doAgain();
    bool turnBack();
    void ask(const HistoryEntry &step);
    void undoneInLibrary(const Result<Taken> &undone);
    void redoInLibrary();
    void turnAgain();
    [[nodiscard]] const Floor *floor();
    [[nodiscard]] qint64 boundary();
    void askWhatIsNext();
    void sayWhatIsNext();

    Parts m;
    QList<Entry> m_done; // The window's only; the last one at the end.
    QList<Entry> m_undone; // Both kinds; what comes first again at the end.
    QList<Floor> m_floors;
    std::deque<Job> m_jobs;
    bool m_isBusy = false;
    bool m_isBarred = false; // What was undone before a step of the window is not done again.
    HistoryEntry m_last; // Of the library, as far as is known.
    QString m_question; // Whether what comes next is meant, as it was asked last.
    QTimer m_asking;
};
