#include "shell/steps.h"

#include "dialogs/undowords.h"
#include "library/history.h"
#include "shell/actions.h"
#include "shell/banner.h"
#include "words/errortext.h"

#include <QAction>
#include <QMenu>
#include <QPointer>

#include <algorithm>
#include <memory>
#include <utility>

namespace {

constexpr int beforeAsking = 100; // Milliseconds: changes come in numbers.
constexpr qsizetype mostSteps = 200;
constexpr int lookedAt = 10; // Of what was read last.
constexpr qint64 inMind = 10; // Seconds for which somebody thinks of what came in.

Result<LastStep> lastStep(Library &library)
{
    return library.lastStep();
}

// With all that is told of it.
Result<HistoryEntry> toldStep(Library &library)
{
    const auto last = library.lastStep();
    if (!last)
        return last.error();
    if (last->number == 0)
        return HistoryEntry();
    const auto page = library.history().page({}, 1, last->number + 1);
    if (!page)
        return page.error();
    return page->entries.value(0);
}

bool wasReadSince(Library &library, qint64 step)
{
    const auto read = library.history().page({.kind = HistoryKind::Reading}, lookedAt);
    return read && std::ranges::any_of(read->entries, [step](const HistoryEntry &entry) {
               return entry.id > step && entry.deed == Deed::Opened;
           });
}

// Whoever has read for a while does not think of what brought the stories in.
bool isSurprising(Library &library, const HistoryEntry &step, const QDateTime &now)
{
    return step.deed == Deed::Added
        && (step.time.secsTo(now) > inMind || wasReadSince(library, step.id));
}

} // namespace

// What became of taking something back.
struct Steps::Taken : Undone
{
    HistoryEntry step = {}; // The library's that it was about.
    bool isAsked = false; // Nothing was done yet: it is to be asked about first.
    bool isPast = false; // Something newer was done.
};

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

void Steps::undo(Asking asking)
{
    enqueue([this, asking] { takeBack(asking); });
}

void Steps::undo(Kind kind)
{
    enqueue([this, kind] {
        if (!m_done.isEmpty() && m_done.last().step->kind == kind)
            turnBack();
        next();
    });
}

void Steps::redo()
{
    enqueue([this] { doAgain(); });
}

std::function<void()> Steps::undoOfThis()
{
    // Asked before anything else is, and known before anything else is taken back.
    const auto number = std::make_shared<qint64>(0);
    m.library.write(lastStep, this,
                    [number](const Result<LastStep> &last) { *number = last ? last->number : 0; });
    return [self = QPointer(this), number] {
        if (self)
            self->enqueue([self, number] { self->takeBack(*number); });
    };
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
void Steps::takeBack(Asking asking)
{
    const auto wasAsked = !m_question.isEmpty() && m.banner.text() == m_question;
    const auto asks = asking == Asking::WhereSurprising && !wasAsked;
    m.library.write(
        [after = boundary(), asks,
         now = QDateTime::currentDateTimeUtc()](Library &library) -> Result<Taken> {
            const auto step = toldStep(library);
            if (!step)
                return step.error();
            if (asks && step->id > after && isSurprising(library, *step, now))
                return Taken{{}, *step, true};
            auto undone = library.undo(now, after);
            if (!undone)
                return undone.error();
            return Taken{*std::move(undone), *step};
        },
        this,
        [this](const Result<Taken> &taken) {
            const auto isAsked = taken && taken->isAsked;
            const auto isDone = taken && taken->action != Undone::Action::None;
            const auto isOurs = !isAsked && !isDone && turnBack();
            const auto *room = floor();
            if (isAsked)
                ask(taken->step);
            else if (room && !isDone && !isOurs)
                room->room.nothingToUndo();
            else if (!isOurs)
                undoneInLibrary(taken);
            next();
        });
}

// The library's step of that number, if it is still the last one.
void Steps::takeBack(qint64 step)
{
    m.library.write(
        [step, now = QDateTime::currentDateTimeUtc()](Library &library) -> Result<Taken> {
            const auto last = toldStep(library);
            if (!last)
                return last.error();
            if (last->id != step)
                return Taken{{}, *last, false, true};
            auto undone = library.undo(now);
            if (!undone)
                return undone.error();
            return Taken{*std::move(undone), *last};
        },
        this,
        [this](const Result<Taken> &taken) {
            undoneInLibrary(taken);
            next();
        });
}

void Steps::ask(const HistoryEntry &step)
{
    m_question = undowords::asksToTakeOut(step);
    m.banner.show({.text = m_question, .action = tr("Undo"), .act = [this, id = step.id] {
                       enqueue([this, id] { takeBack(id); });
                   }});
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

void Steps::undoneInLibrary(const Result<Taken> &undone)
{
    if (!undone) {
        m.banner.show({.text = errortext::sentence(undone.error()), .tone = Banner::Tone::Problem});
        return;
    }
    if (undone->isPast) {
        m.banner.show({.text = tr("Something else was done since. Ctrl+Z takes back the last step, "
                                  "History (Ctrl+H) any other.")});
        return;
    }
    if (undone->action == Undone::Action::None) {
        m.banner.show({.text = undowords::undone(*undone, undone->step.by)});
    } else {
        m_undone.append(Entry());
        m.banner.show({.text = undowords::undone(*undone, undone->step.by),
                       .action = tr("Redo"),
                       .act = [this] { redo(); }});
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
    m.library.read(toldStep, this, [this](const Result<HistoryEntry> &last) {
        m_last = last ? *last : HistoryEntry();
        sayWhatIsNext();
    });
}

void Steps::sayWhatIsNext()
{
    const auto *room = floor();
    auto words = tr("&Undo");
    if (m_last.id > boundary())
        words = undowords::undo(m_last);
    else if (m_done.size() > (room ? room->done : 0))
        words = m_done.last().step->words;
    if (auto *action = m.actions[Command::Undo]; action->text() != words)
        action->setText(words);
}
