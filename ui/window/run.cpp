#include "window/run.h"

#include "reading/storyschemes.h"
#include "theme/icons.h"
#include "window/mainwindow.h"
#include "window/messages.h"
#include "window/screenshot.h"
#include "window/singleinstance.h"

#include <QApplication>
#include <QLocale>
#include <QTemporaryDir>

namespace {

int showWindow(const CommandLine &line, const Places &places, SingleInstance *instance)
{
    Theme theme(Preferences::load(places.settings).theme);
    SharedLibrary library(places.library);
    MainWindow window(library, theme, places);
    if (instance)
        QObject::connect(instance, &SingleInstance::launched, &window,
                         [&window](const Launch &launch) {
                             window.comeForward(launch.token);
                             window.open(launch.open);
                         });
    window.open(line.open);
    window.show();
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
    registerStorySchemes();
}

int runProgram(const CommandLine &line)
{
    // The "C" locale writes dates for machines.
    if (QLocale().language() == QLocale::C)
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
    QApplication::setWindowIcon(theme::applicationIcon());
    if (!line.screenshot.isEmpty())
        return takeScreenshot(line);
    const auto places = line.library.isEmpty() ? Places::usual() : Places::inside(line.library);
    SingleInstance instance(SingleInstance::usualFolder(), SingleInstance::nameFor(places.library));
    const Launch launch{.open = line.open, .token = qEnvironmentVariable("XDG_ACTIVATION_TOKEN")};
    switch (instance.claim(launch)) {
    case SingleInstance::Role::HandedOver:
        return 0;
    case SingleInstance::Role::First:
        return showWindow(line, places, &instance);
    case SingleInstance::Role::Alone:
        break;
    }
    return showWindow(line, places, nullptr);
}
