#include "reading/webengine.h"

#include "base/environment.h"
#include "base/trace.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QLibrary>
#include <QLibraryInfo>
#include <QLoggingCategory>

#include <array>
#include <atomic>

#ifdef Q_OS_UNIX
#include <unistd.h>
#endif
#ifdef Q_OS_LINUX
#include <csignal>
#include <sched.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#endif

using namespace Qt::StringLiterals;

namespace {

std::atomic<webengine::Function> makeIt = nullptr;

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
    environment::set("QTWEBENGINE_CHROMIUM_FLAGS", flags.trimmed().toLocal8Bit());
}

// The engine's picture is put together without OpenGL: its first frame is there sooner, and the
// window need not be made anew on the screen when the web view joins it, as it must be for OpenGL.
// Text does not miss it. A person who does sets the variable.
void preferSoftware()
{
    if (!qEnvironmentVariableIsSet("QT_QUICK_BACKEND"))
        environment::set("QT_QUICK_BACKEND", "software");
    if (qgetenv("QT_QUICK_BACKEND") != "software")
        QCoreApplication::setAttribute(Qt::AA_ShareOpenGLContexts);
}

// What is drawn without OpenGL needs no graphics driver; loading it would keep the window's thread
// busy for longer than all the rest of the engine. Only for the time of the question whether there
// is one: a player or a browser that is started later needs it.
class WithoutGraphicsDriver
{
public:
    WithoutGraphicsDriver()
        : m_set(qgetenv("QT_QUICK_BACKEND") == "software" && !qEnvironmentVariableIsSet(variable))
    {
        if (m_set)
            qputenv(variable, "none");
    }
    ~WithoutGraphicsDriver()
    {
        if (m_set)
            qunsetenv(variable);
    }
    WithoutGraphicsDriver(const WithoutGraphicsDriver &) = delete;
    WithoutGraphicsDriver &operator=(const WithoutGraphicsDriver &) = delete;

private:
    static constexpr auto variable = "QT_XCB_GL_INTEGRATION";
    bool m_set;
};

QString moduleFile()
{
    const auto here = QCoreApplication::applicationDirPath();
    // Tests stand in a folder of their own.
    for (const auto &folder : {here, here + "/../libexec/broadsheet"_L1, here + "/.."_L1}) {
        const QFileInfo file(folder + u'/' + QLatin1StringView(webengine::module) + ".so"_L1);
        if (file.exists())
            return file.canonicalFilePath();
    }
    return {};
}

// The engine looks there first (QtWebEngineCore's web_engine_library_info.cpp).
bool hasProgram()
{
    const auto named = qEnvironmentVariable("QTWEBENGINEPROCESS_PATH");
    const auto usual
        = QLibraryInfo::path(QLibraryInfo::LibraryExecutablesPath) + u"/QtWebEngineProcess"_s;
    return QFileInfo(named.isEmpty() ? usual : named).isExecutable();
}

bool wantsSandbox()
{
    return qEnvironmentVariable("QTWEBENGINE_DISABLE_SANDBOX") != "1"_L1
        && !qEnvironmentVariable("QTWEBENGINE_CHROMIUM_FLAGS").contains("--no-sandbox"_L1);
}

#ifdef Q_OS_LINUX
// The sandbox is a user namespace (user_namespaces(7)), which some systems keep from ordinary
// users.
bool hasSandbox()
{
    const auto child = ::syscall(SYS_clone, CLONE_NEWUSER | SIGCHLD, nullptr, nullptr, nullptr, 0);
    if (child == 0)
        ::_exit(0);
    if (child < 0)
        return false;
    int status = 0;
    return ::waitpid(pid_t(child), &status, 0) == child && WIFEXITED(status)
        && WEXITSTATUS(status) == 0;
}
#else
bool hasSandbox()
{
    return true;
}
#endif

} // namespace

void webengine::prepare()
{
    appendFlags();
    preferSoftware();
    // The engine reports its set-up on every start; QT_LOGGING_RULES brings that back.
    QLoggingCategory::setFilterRules(u"qt.webenginecontext*=false"_s);
#ifdef Q_OS_UNIX
    // Chromium refuses to start sandboxed as root; nobody else goes without the sandbox.
    if (::geteuid() == 0 && !qEnvironmentVariableIsSet("QTWEBENGINE_DISABLE_SANDBOX"))
        environment::set("QTWEBENGINE_DISABLE_SANDBOX", "1");
#endif
}

bool webengine::load()
{
    const trace::Span span("web view loaded");
    const auto file = moduleFile();
    if (file.isEmpty() || !hasProgram() || (wantsSandbox() && !hasSandbox()))
        return false;
    QLibrary library(file);
    // The engine cannot be taken out again.
    library.setLoadHints(QLibrary::PreventUnloadHint);
    makeIt = Function(library.resolve(function));
    return makeIt != nullptr;
}

StoryView *webengine::makeView(const PictureSource &pictures, const page::Look &look,
                               QWidget *parent)
{
    const auto make = makeIt.load();
    if (!make)
        return nullptr;
    const WithoutGraphicsDriver quick;
    return make(&pictures, &look, parent);
}
