#include "shell/steps.h"

#include "dialogs/undowords.h"
#include "shell/actions.h"
#include "shell/banner.h"
#include "words/errortext.h"

#include <QAction>
#include <QMenu>

#include <utility>

namespace {

constexpr int beforeAsking = 100; // Milliseconds: changes come in numbers.
constexpr qsizetype mostSteps = 200;

Result<LastStep> lastStep(Library &library)
{
    return library.lastStep();
}

} // namespace

Steps::Steps(const Parts &parts, QObject *parent)
    : QObject(parent)
    , m(parts)
{
    m.actions.on(Command::Undo, [this] { undo(); });
    m.actions.on(Command::Redo, [this] { redo(); });
    m_asking.setSingleShot(true);
    m_asking.setInterval(beforeAsking);
    connect(&m_asking, &QTimer::timeout, this, &Steps::askWhatIsNext);
    connect(&m.library, &SharedLibrary::changed, this, [this] { m_asking.start(); });
    // Another library may have been put in its place, whose steps have other numbers.
    connect(&m.library, &SharedLibrary::becameWritable, this, [this] {
        for (auto *entries : {&m_done, &m_undone})
            entries->clear();
        m_floors.clear();
        m_isBarred = false;
        m_asking.start();
    });
    const auto shownIn = m.actions[Command::Undo]->associatedObjects();
    for (auto *object : shownIn) {
        if (const auto *menu = qobject_cast<QMenu *>(object))
            connect(menu, &QMenu::aboutToShow, this, [this] {
                sayWhatIsNext();
                // Not every step is told as a change.
                askWhatIsNext();
            });
    }
}

void Steps::note(const Step &step)
{
    enqueue([this, step] {
        m.library.write(lastStep, this, [this, step](const Result<LastStep> &last) {
            m_done.append({.step = step, .after = last ? last->number : 0});
            m_undone.clear();
            m_isBarred = true;
            if (m_done.size() > mostSteps && m_floors.isEmpty())
                m_done.removeFirst();
            next();
        });
    });
}

void Steps::forget(Kind kind)
{
    enqueue([this, kind] {
        const auto drop = [kind](QList<Entry> &entries, auto floors) {
            for (auto at = entries.size() - 1; at >= 0; --at) {
                if (!entries.at(at).step || entries.at(at).step->kind != kind)
                    continue;
                entries.removeAt(at);
                floors(at);
            }
        };
        drop(m_done, [this](qsizetype at) {
            for (auto &floor : m_floors)
                floor.done -= at < floor.done;
        });
        drop(m_undone, [this](qsizetype at) {
            for (auto &floor : m_floors)
                floor.undone -= at < floor.undone;
        });
        next();
    });
}

void Steps::enter(const Room &room)
{
    enqueue([this, room] {
        m.library.write(lastStep, this, [this, room](const Result<LastStep> &last) {
            auto done = m_done.size();
            auto after = last ? last->number : 0;
            for (; done > 0 && m_done.at(done - 1).step->kind == room.kind; --done)
                after = m_done.at(done - 1).after;
            auto undone = m_undone.size();
            while (undone > 0 && m_undone.at(undone - 1).step
                   && m_undone.at(undone - 1).step->kind == room.kind)
                --undone;
            m_floors.removeIf([&](const Floor &floor) { return floor.room.kind == room.kind; });
            m_floors.append({.room = room, .done = done, .undone = undone, .after = after});
            next();
        });
    });
}

void Steps::undo()
{
    enqueue([this] { takeBack(); });
}

void Steps::redo()
{
    enqueue([this] { doAgain(); });
}

void Steps::undoInLibrary()
{
    enqueue([this] {
        m.library.write(
            [now = QDateTime::currentDateTimeUtc()](Library &library) { return library.undo(now); },
            this,
            [this](const Result<Undone> &undone) {
                undoneInLibrary(undone);
                next();
            });
    });
}

void Steps::enqueue(Job job)
{
    m_jobs.push_back(std::move(job));
    if (!m_isBusy)
        next();
}

void Steps::next()
{
    m_isBusy = !m_jobs.empty();
    if (!m_isBusy) {
        m_asking.start();
        return;
    }
    const auto job = std::move(m_jobs.front());
    m_jobs.pop_front();
    job();
}

// Whether the library's last step is newer than the window's, only the library can tell.
void Steps::takeBack()
{
    m.library.write([after = boundary(), now = QDateTime::currentDateTimeUtc()](
                        Library &library) { return library.undo(now, after); },
                    this,
                    [this](const Result<Undone> &undone) {
                        const auto isDone = undone && undone->action != Undone::Action::None;
                        if (!isDone && turnBack()) {
                            next();
                            return;
                        }
                        const auto *room = floor();
                        if (!isDone && room)
                            room->room.nothingToUndo();
                        else
                            undoneInLibrary(undone);
                        next();
                    });
}

// The newest of the window's; false when there is none.
bool Steps::turnBack()
{
    const auto *room = floor();
    if (m_done.size() <= (room ? room->done : 0))
        return false;
    const auto last = m_done.takeLast();
    m_undone.append({.step = last.step->turn(), .after = last.after});
    return true;
}

void Steps::undoneInLibrary(const Result<Undone> &undone)
{
    if (!undone) {
        m.banner.show({.text = errortext::sentence(undone.error()), .tone = Banner::Tone::Problem});
        return;
    }
    if (undone->action == Undone::Action::None) {
        m.banner.show({.text = undowords::undone(*undone)});
    } else {
        m_undone.append(Entry());
        m.banner.show({.text = undowords::undone(*undone), .action = tr("Redo"), .act = [this] {
                           doAgain();
                       }});
    }
    emit changed();
    if (undone->action == Undone::Action::Removed && !undone->change.added.isEmpty())
        emit broughtBack(undone->change.added.first().id);
}

void Steps::doAgain()
{
    const auto *room = floor();
    if (room && m_undone.size() <= room->undone) {
        room->room.nothingToRedo();
        next();
    } else if (m_undone.isEmpty() || !m_undone.last().step) {
        redoInLibrary();
    } else {
        turnAgain();
    }
}

void Steps::redoInLibrary()
{
    if (m_undone.isEmpty() && m_isBarred) {
        m.banner.show({.text = undowords::redone({})});
        next();
        return;
    }
    if (!m_undone.isEmpty())
        m_undone.removeLast();
    m.library.write(
        [now = QDateTime::currentDateTimeUtc()](Library &library) { return library.redo(now); },
        this,
        [this](const Result<Undone> &redone) {
            if (redone) {
                m.banner.show({.text = undowords::redone(*redone)});
                emit changed();
            } else {
                m.banner.show(
                    {.text = errortext::sentence(redone.error()), .tone = Banner::Tone::Problem});
            }
            next();
        });
}

// Unless the library went on meanwhile: then there is nothing to be done again, here as there.
void Steps::turnAgain()
{
    m.library.write(lastStep, this, [this](const Result<LastStep> &last) {
        if (last && last->number > m_undone.last().after) {
            m_undone.clear();
            for (auto &room : m_floors)
                room.undone = 0;
            doAgain();
            return;
        }
        const auto again = m_undone.takeLast();
        m_done.append({.step = again.step->turn(), .after = again.after});
        next();
    });
}

// The room that is open, if any; others are forgotten.
const Steps::Floor *Steps::floor()
{
    while (!m_floors.isEmpty() && !m_floors.last().room.isOpen())
        m_floors.removeLast();
    return m_floors.isEmpty() ? nullptr : &m_floors.last();
}

qint64 Steps::boundary()
{
    const auto *room = floor();
    if (m_done.size() > (room ? room->done : 0))
        return m_done.last().after;
    return room ? room->after : 0;
}

void Steps::askWhatIsNext()
{
    m.library.read(lastStep, this, [this](const Result<LastStep> &last) {
        m_last = last ? *last : LastStep();
        sayWhatIsNext();
    });
}

void Steps::sayWhatIsNext()
{
    const auto *room = floor();
    auto words = tr("&Undo");
    if (m_last.number > boundary())
        words = undowords::undo(m_last.deed);
    else if (m_done.size() > (room ? room->done : 0))
        words = m_done.last().step->words;
    if (auto *action = m.actions[Command::Undo]; action->text() != words)
        action->setText(words);
}
