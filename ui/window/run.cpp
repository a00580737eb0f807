#include "window/run.h"

#include "base/trace.h"
#include "reading/readingpane.h"
#include "reading/webengine.h"
#include "theme/icons.h"
#include "window/desktopactions.h"
#include "window/desktopcalls.h"
#include "window/mainwindow.h"
#include "window/messages.h"
#include "window/screenshot.h"
#include "window/singleinstance.h"

#include <QAction>
#include <QApplication>
#include <QLocale>
#include <QTemporaryDir>
#include <QTimer>

#include <chrono>
#include <optional>
#include <utility>

using namespace std::chrono_literals;

namespace {

constexpr auto appearsAtLatest = 3s; // After the start, on the bus.
constexpr auto awaitsCall = 20s; // Of the bus that started the program.
constexpr auto repliesWithin = 200ms;

Places placesFor(const CommandLine &line)
{
    return line.library.isEmpty() ? Places::usual() : Places::inside(line.library);
}

Launch launchFor(const CommandLine &line)
{
    return {.open = line.open,
            .action = line.action,
            .token = qEnvironmentVariable("XDG_ACTIVATION_TOKEN")};
}

// At the start the library may not be open yet, without which some things cannot be done.
void perform(MainWindow &window, const QString &name)
{
    const auto command = desktopactions::command(name);
    if (!command)
        return;
    auto *action = window.actions()[*command];
    if (action->isEnabled())
        action->trigger();
    else
        QObject::connect(action, &QAction::enabledChanged, action, &QAction::trigger,
                         Qt::SingleShotConnection);
}

void act(MainWindow &window, const Launch &launch)
{
    window.comeForward(launch.token);
    window.open(launch.open);
    perform(window, launch.action);
}

// What may tell the window of later launches; all of it may be missing.
struct Callers
{
    SingleInstance *instance = nullptr;
    DesktopCalls *desktop = nullptr;
};

// The bus costs the start nothing: until the program has its name there, a call starts another that
// hands over to this one.
void appearLater(DesktopCalls &desktop, MainWindow &window)
{
    QObject::connect(
        &window.pane(), &ReadingPane::painted, &desktop, [&desktop] { desktop.appear(); },
        Qt::SingleShotConnection);
    QTimer::singleShot(appearsAtLatest, &desktop, [&desktop] { desktop.appear(); });
}

int showWindow(const CommandLine &line, const Places &places, const Callers &callers)
{
    std::optional<trace::Span> span("theme");
    Theme theme(Preferences::load(places.settings).theme);
    SharedLibrary library(places.library);
    span.emplace("window made");
    MainWindow window(library, theme, places, line.open);
    span.reset();
    const auto onLaunch = [&window](const Launch &launch) { act(window, launch); };
    if (callers.instance)
        QObject::connect(callers.instance, &SingleInstance::launched, &window, onLaunch);
    if (callers.desktop)
        QObject::connect(callers.desktop, &DesktopCalls::launched, &window, onLaunch);
    if (line.service) {
        // Unless it is to be kept running, without a window it has nothing to do.
        QTimer::singleShot(awaitsCall, &window, [&window] {
            if (!window.isVisible() && QGuiApplication::quitOnLastWindowClosed())
                QCoreApplication::quit();
        });
        return QApplication::exec();
    }
    if (callers.desktop)
        appearLater(*callers.desktop, window);
    span.emplace("window shown");
    window.show();
    span.reset();
    perform(window, line.action);
    return QApplication::exec();
}

// The bus has started a program though one runs: that was not to be seen on the bus yet. It is
// given what is called for.
int relay(DesktopCalls &desktop, SingleInstance &instance, CommandLine line, const Places &places)
{
    std::optional<Launch> left;
    QObject::connect(&desktop, &DesktopCalls::launched, &instance, [&](const Launch &launch) {
        if (!instance.handOver(launch))
            left = launch;
        // The caller gets its reply first.
        QTimer::singleShot(repliesWithin, QCoreApplication::instance(), &QCoreApplication::quit);
    });
    std::optional<QTimer> patience(std::in_place);
    QObject::connect(&*patience, &QTimer::timeout, QCoreApplication::instance(),
                     &QCoreApplication::quit);
    patience->start(awaitsCall);
    QApplication::exec();
    patience.reset();
    if (!left)
        return 0;
    line.service = false;
    line.open = left->open;
    line.action = left->action;
    return showWindow(line, places, {});
}

// Started by the bus, which tells next what for.
int serve(const CommandLine &line, const Places &places)
{
    DesktopCalls desktop;
    desktop.appear();
    SingleInstance instance(SingleInstance::usualFolder(), SingleInstance::nameFor(places.library));
    if (instance.becomeFirst())
        return showWindow(line, places, {.instance = &instance, .desktop = &desktop});
    return relay(desktop, instance, line, places);
}

int takeScreenshot(const CommandLine &line)
{
    // The person's own library is none of a picture's business.
    const QTemporaryDir folder;
    Theme theme(line.theme);
    SharedLibrary library(folder.path());
    MainWindow window(library, theme, Places::inside(folder.path()));
    window.files().setAsking(OpenFlow::Asking::Never);
    const Screenshot screenshot(window, line.screenshot, line.size);
    window.open(line.open);
    window.show();
    return QApplication::exec();
}

} // namespace

void prepareProgram()
{
    speakPlainly();
    webengine::prepare();
}

bool handedOver(const CommandLine &line, int &argc, char **argv)
{
    if (!line.screenshot.isEmpty() || line.service)
        return false;
    const trace::Span span("running window asked");
    const QCoreApplication application(argc, argv);
    const SingleInstance instance(SingleInstance::usualFolder(),
                                  SingleInstance::nameFor(placesFor(line).library));
    return instance.handOver(launchFor(line));
}

int runProgram(const CommandLine &line)
{
    // The "C" locale writes dates for machines.
    if (QLocale().language() == QLocale::C)
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
    QApplication::setWindowIcon(theme::applicationIcon());
    if (!line.screenshot.isEmpty())
        return takeScreenshot(line);
    const auto places = placesFor(line);
    if (line.service)
        return serve(line, places);
    std::optional<trace::Span> span("other windows asked");
    SingleInstance instance(SingleInstance::usualFolder(), SingleInstance::nameFor(places.library));
    const auto role = instance.claim(launchFor(line));
    span.reset();
    // The desktop means the person's own library.
    DesktopCalls desktop;
    switch (role) {
    case SingleInstance::Role::HandedOver:
        return 0;
    case SingleInstance::Role::First:
        return showWindow(
            line, places,
            {.instance = &instance, .desktop = line.library.isEmpty() ? &desktop : nullptr});
    case SingleInstance::Role::Alone:
        break;
    }
    return showWindow(line, places, {});
}
