#include "window/run.h"

#include "base/trace.h"
#include "reading/webengine.h"
#include "theme/icons.h"
#include "window/mainwindow.h"
#include "window/messages.h"
#include "window/screenshot.h"
#include "window/singleinstance.h"

#include <QApplication>
#include <QLocale>
#include <QTemporaryDir>

#include <optional>

namespace {

Places placesFor(const CommandLine &line)
{
    return line.library.isEmpty() ? Places::usual() : Places::inside(line.library);
}

Launch launchFor(const CommandLine &line)
{
    return {.open = line.open, .token = qEnvironmentVariable("XDG_ACTIVATION_TOKEN")};
}

int showWindow(const CommandLine &line, const Places &places, SingleInstance *instance)
{
    std::optional<trace::Span> span("theme");
    Theme theme(Preferences::load(places.settings).theme);
    SharedLibrary library(places.library);
    span.emplace("window made");
    MainWindow window(library, theme, places, line.open);
    span.reset();
    if (instance)
        QObject::connect(instance, &SingleInstance::launched, &window,
                         [&window](const Launch &launch) {
                             window.comeForward(launch.token);
                             window.open(launch.open);
                         });
    span.emplace("window shown");
    window.show();
    span.reset();
    return QApplication::exec();
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
    if (!line.screenshot.isEmpty())
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
    std::optional<trace::Span> span("other windows asked");
    SingleInstance instance(SingleInstance::usualFolder(), SingleInstance::nameFor(places.library));
    const auto role = instance.claim(launchFor(line));
    span.reset();
    switch (role) {
    case SingleInstance::Role::HandedOver:
        return 0;
    case SingleInstance::Role::First:
        return showWindow(line, places, &instance);
    case SingleInstance::Role::Alone:
        break;
    }
    return showWindow(line, places, nullptr);
}
