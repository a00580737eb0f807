#include "reading/storyschemes.h"

#ifdef BROADSHEET_WEBENGINE

#include "reading/storypage.h"

#include <QLoggingCategory>
#include <QWebEngineUrlScheme>

#include <array>

#ifdef Q_OS_UNIX
#include <unistd.h>
#endif

using namespace Qt::StringLiterals;

namespace {

// Chromium calls home for updates, field trials, crash reports and prefetches unless told not to.
constexpr std::array<QLatin1StringView, 13> quietFlags = {
    "--disable-background-networking"_L1,
    "--disable-breakpad"_L1,
    "--disable-client-side-phishing-detection"_L1,
    "--disable-component-update"_L1,
    "--disable-default-apps"_L1,
    "--disable-domain-reliability"_L1,
    "--disable-extensions"_L1,
    "--disable-sync"_L1,
    "--dns-prefetch-disable"_L1,
    "--log-level=3"_L1, // Its complaints about missing graphics cards are no use to anybody.
    "--no-first-run"_L1,
    "--no-pings"_L1,
    "--metrics-recording-only"_L1,
};

// What the person set stands first and is not overridden.
void appendFlags()
{
    auto flags = qEnvironmentVariable("QTWEBENGINE_CHROMIUM_FLAGS");
    const auto given = flags.split(u' ', Qt::SkipEmptyParts);
    for (const auto flag : quietFlags) {
        if (!given.contains(flag))
            flags += u' ' + flag;
    }
    qputenv("QTWEBENGINE_CHROMIUM_FLAGS", flags.trimmed().toLocal8Bit());
}

// The engine's picture is put together without OpenGL: its first frame is there sooner, and the
// window need not be made anew on the screen when the web view joins it, as it must be for OpenGL.
// Text does not miss it. A person who does sets the variable.
void preferSoftware()
{
    if (!qEnvironmentVariableIsSet("QT_QUICK_BACKEND"))
        qputenv("QT_QUICK_BACKEND", "software");
}

void registerScheme(const QByteArray &name)
{
    QWebEngineUrlScheme scheme(name);
    scheme.setSyntax(QWebEngineUrlScheme::Syntax::Path);
    scheme.setFlags(QWebEngineUrlScheme::SecureScheme);
    QWebEngineUrlScheme::registerScheme(scheme);
}

} // namespace

void registerStorySchemes()
{
    registerScheme(storyScheme);
    registerScheme(pictureScheme);
    appendFlags();
    preferSoftware();
    // The engine reports its set-up on every start; QT_LOGGING_RULES brings that back.
    QLoggingCategory::setFilterRules(u"qt.webenginecontext*=false"_s);
#ifdef Q_OS_UNIX
    // Chromium refuses to start sandboxed as root; nobody else goes without the sandbox.
    if (::geteuid() == 0 && !qEnvironmentVariableIsSet("QTWEBENGINE_DISABLE_SANDBOX"))
        qputenv("QTWEBENGINE_DISABLE_SANDBOX", "1");
#endif
}

#else

void registerStorySchemes() { }

#endif
