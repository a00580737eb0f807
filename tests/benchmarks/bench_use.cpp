// A person at work: reads, steps, searches, marks and looks around for some minutes, while every
// stall of the window is noted. And what a step to the next story costs, made ready before or not,
// until its headline is on the screen. Needs an X server of its own (tests/benchmarks/run starts
// one). Usage: bench_use [--minutes N]

#include "articles/articlelist.h"
#include "articles/searchfield.h"
#include "benchmarks/harbourstories.h"
#include "benchmarks/medians.h"
#include "benchmarks/screen.h"
#include "benchmarks/stalls.h"
#include "reading/readingpane.h"
#include "sidebar/sidebar.h"
#include "theme/theme.h"
#include "window/mainwindow.h"
#include "window/run.h"

#include <QAction>
#include <QLineEdit>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr double limit = 16; // ms
constexpr int stories = 2'000;

struct Deed
{
    const char *name;
    int weight;
    std::function<void(MainWindow &)> act;
};

std::function<void(MainWindow &)> command(Command command)
{
    return [command](MainWindow &window) { window.actions()[command]->trigger(); };
}

std::function<void(MainWindow &)> type(const QString &words)
{
    return [words](MainWindow &window) {
        window.actions()[Command::Search]->trigger();
        for (const auto letter : words)
            QTest::keyClick(window.focusWidget(), letter.toLatin1());
    };
}

std::function<void(MainWindow &)> resize(QSize size)
{
    return [size](MainWindow &window) { window.resize(size); };
}

std::function<void(MainWindow &)> go(StoryQuery::Scope scope)
{
    return [scope](MainWindow &window) {
        window.sidebar().select({.scope = scope});
        window.list().show({.scope = scope});
    };
}

const QList<Deed> &deeds()
{
    static const QList<Deed> all{
        {"next story", 30, command(Command::Next)},
        {"previous story", 8, command(Command::Previous)},
        {"next unread story", 6, command(Command::NextUnread)},
        {"page down", 25, command(Command::PageDown)},
        {"page up", 8, command(Command::PageUp)},
        {"bookmark", 4, command(Command::Bookmark)},
        {"mark as unread", 4, command(Command::ToggleRead)},
        {"undo", 3, command(Command::Undo)},
        {"search", 4, type(u"harbour council"_s)},
        {"search for a few", 3, type(u"story 12"_s)},
        {"back", 6, command(Command::Back)},
        {"next match", 3, command(Command::FindNext)},
        {"dark", 1, command(Command::ThemeDark)},
        {"light", 1, command(Command::ThemeLight)},
        {"larger text", 1, command(Command::TextLarger)},
        {"usual text", 1, command(Command::TextNormal)},
        {"oldest first", 1, command(Command::SortOldest)},
        {"newest first", 1, command(Command::SortNewest)},
        {"group by day", 1, command(Command::GroupByDay)},
        {"only the story", 1, command(Command::FocusMode)},
        {"narrow window", 1, resize({760, 800})},
        {"wide window", 2, resize({1380, 960})},
        {"all stories", 1, go(StoryQuery::Scope::All)},
        {"unread stories", 1, go(StoryQuery::Scope::Unread)},
        {"bookmarks", 1, go(StoryQuery::Scope::Bookmarks)},
    };
    return all;
}

const Deed &anyOf(const QList<Deed> &all, QRandomGenerator &random)
{
    int sum = 0;
    for (const auto &deed : all)
        sum += deed.weight;
    auto at = random.bounded(sum);
    for (const auto &deed : all) {
        if (at < deed.weight)
            return deed;
        at -= deed.weight;
    }
    return all.first();
}

// Until another headline is on the screen than before.
double untilOther(const QImage &before, const std::function<void()> &act)
{
    QElapsedTimer clock;
    clock.start();
    act();
    while (!screen::headlineIsOther(before) && clock.elapsed() < screen::giveUpAfter)
        QCoreApplication::processEvents(QEventLoop::AllEvents, 1);
    return double(clock.nsecsElapsed()) / 1e6;
}

void measureSteps(MainWindow &window, const char *view)
{
    constexpr int steps = 30;
    constexpr int readFor = 400; // ms
    Times ready;
    Times notReady;
    QRandomGenerator random(7);
    const auto wait = [] {
        QTest::qWait(readFor);
        return screen::grab(screen::headlineArea());
    };
    for (int i = 0; i < steps; ++i) {
        const auto before = wait();
        ready.add(untilOther(before, [&] { window.actions()[Command::Next]->trigger(); }));
    }
    for (int i = 0; i < steps; ++i) {
        const auto before = wait();
        const auto far = ArticleId(1 + random.bounded(stories));
        notReady.add(untilOther(before, [&] { window.flow().show(far); }));
    }
    ready.print(std::string("next story, made ready, to its headline: ") + view, ready);
    notReady.print(std::string("any story, not made ready: ") + view, ready);
}

void use(MainWindow &window, stalls::Application &application, double minutes)
{
    constexpr int shortest = 60; // ms between two deeds
    constexpr int longest = 500;
    QRandomGenerator random(11);
    QElapsedTimer clock;
    clock.start();
    while (double(clock.elapsed()) < minutes * 60'000) {
        const auto &deed = anyOf(deeds(), random);
        application.setCommand(QString::fromUtf8(deed.name));
        QTimer::singleShot(0, &window, [&] { deed.act(window); });
        QTest::qWait(random.bounded(shortest, longest));
    }
}

bool isEngines(const stalls::Stall &stall)
{
    return stall.event.contains("WebEngine"_L1)
        || std::ranges::any_of(stall.stack, [](const QByteArray &frame) {
               return frame.toLower().contains("webengine");
           });
}

void print(const QList<stalls::Stall> &all)
{
    constexpr int shownFrames = stalls::deepest;
    int busy = 0;
    for (const auto &stall : all)
        busy += stall.used > limit ? 1 : 0;
    std::printf("%-56s %8lld by the clock, %d by the thread's own time\n", "stalls over 16 ms",
                qlonglong(all.size()), busy);
    for (const auto &stall : all) {
        std::printf("  %6.1f ms, %6.1f used  after “%s”: %s%s\n", stall.wall, stall.used,
                    qPrintable(stall.command), qPrintable(stall.event),
                    isEngines(stall) ? " (the engine's own)" : "");
        if (stall.used <= limit)
            continue;
        for (int i = 0; i < std::min<int>(shownFrames, int(stall.stack.size())); ++i)
            std::printf("      %s\n", stall.stack.at(i).left(140).constData());
    }
    std::fflush(stdout);
}

} // namespace

int main(int argc, char *argv[])
{
    prepareProgram();
    stalls::Application application(argc, argv, limit);
    const auto arguments = QCoreApplication::arguments();
    const auto named = arguments.indexOf(u"--minutes"_s);
    const auto minutes = named > 0 ? arguments.value(named + 1).toDouble() : 0.5;

    const QTemporaryDir folder;
    harbour::fill(folder.path(), stories);
    Theme theme(Theme::Choice::Light);
    SharedLibrary library(folder.path());
    MainWindow window(library, theme, Places::inside(folder.path()));
    application.setCommand(u"start"_s);
    window.showMaximized();
    QTest::qWait(3'000);
    window.actions()[Command::Next]->trigger();
    QTest::qWait(2'000);
    application.setCommand(u"steps"_s);
    measureSteps(window, window.pane().webViewInCharge() ? "web view" : "light view");
    use(window, application, minutes);
    print(application.stalls());
    return 0;
}
