#include "web/storypage.h"

#ifdef BROADSHEET_WEBENGINE

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QUuid>
#include <QWebEngineFullScreenRequest>
#include <QWebEngineScript>
#include <QWebEngineScriptCollection>
#include <QWebEngineSettings>

#include <array>
#include <utility>

using namespace Qt::StringLiterals;

// The part is a static library, so its resources must be asked for. Outside any namespace, as the
// macro demands.
static void initialiseResources()
{
    Q_INIT_RESOURCE(web);
}

namespace {

constexpr auto ourWorld = QWebEngineScript::ApplicationWorld;

QString ourScript()
{
    initialiseResources();
    QString script;
    // The last one says that it is there.
    for (const auto &name : {"places"_L1, "front"_L1, "closer"_L1, "story"_L1}) {
        QFile file(u":/web/"_s + name + u".js"_s);
        if (file.open(QIODevice::ReadOnly))
            script += QString::fromUtf8(file.readAll());
    }
    return script;
}

bool isLink(const QUrl &url)
{
    static const QStringList schemes
        = {u"http"_s, u"https"_s, u"mailto"_s, QString::fromLatin1(storyScheme)};
    return schemes.contains(url.scheme()) && url != storyAddress();
}

} // namespace

QUrl storyAddress()
{
    return QUrl(QLatin1StringView(storyScheme) + u":page"_s);
}

StoryPage::StoryPage(StoryProfile *profile, QObject *parent)
    : QWebEnginePage(profile, parent)
    , m_token(QUuid::createUuid().toString(QUuid::Id128))
{
    forbidEverything();
    injectScript();
    connect(this, &QWebEnginePage::linkHovered, this,
            [this](const QString &url) { m_hovered = QUrl(url); });
    connect(this, &QWebEnginePage::featurePermissionRequested, this,
            [this](const QUrl &origin, Feature feature) {
                setFeaturePermission(origin, feature, PermissionDeniedByUser);
            });
    connect(this, &QWebEnginePage::fullScreenRequested, this,
            [](QWebEngineFullScreenRequest request) { request.reject(); });
}

// With JavascriptEnabled off the engine runs no script of the page's, yet runJavaScript() in a
// world of our own works, and so do its listeners and animation frames: measured with Qt 6.4.2.
// Only its timers do not run.
void StoryPage::forbidEverything()
{
    using S = QWebEngineSettings;
    static constexpr std::array<S::WebAttribute, 23> off = {
        S::JavascriptEnabled,
        S::JavascriptCanOpenWindows,
        S::JavascriptCanAccessClipboard,
        S::JavascriptCanPaste,
        S::AllowWindowActivationFromJavaScript,
        S::LocalStorageEnabled,
        S::LocalContentCanAccessRemoteUrls,
        S::LocalContentCanAccessFileUrls,
        S::HyperlinkAuditingEnabled,
        S::PluginsEnabled,
        S::PdfViewerEnabled,
        S::FullScreenSupportEnabled,
        S::ScreenCaptureEnabled,
        S::WebGLEnabled,
        S::Accelerated2dCanvasEnabled,
        S::AutoLoadIconsForPage,
        S::TouchIconsEnabled,
        S::AllowRunningInsecureContent,
        S::AllowGeolocationOnInsecureOrigins,
        S::DnsPrefetchEnabled,
        S::ErrorPageEnabled,
        S::NavigateOnDropEnabled,
        S::FocusOnNavigationEnabled,
    };
    for (const auto attribute : off)
        settings()->setAttribute(attribute, false);
    settings()->setAttribute(S::WebRTCPublicInterfacesOnly, true);
    settings()->setAttribute(S::PlaybackRequiresUserGesture, true);
    settings()->setUnknownUrlSchemePolicy(S::DisallowUnknownUrlSchemes);
}

void StoryPage::injectScript()
{
    QWebEngineScript script;
    script.setName(u"story"_s);
    script.setWorldId(ourWorld);
    script.setInjectionPoint(QWebEngineScript::DocumentReady);
    script.setRunsOnSubFrames(false);
    script.setSourceCode(u"const token = '"_s + m_token + u"';\n"_s + ourScript());
    scripts().insert(script);
}

void StoryPage::run(const QString &script)
{
    runJavaScript(script, ourWorld);
}

void StoryPage::ask(const QString &script, std::function<void(const QVariant &)> answer)
{
    runJavaScript(script, ourWorld, std::move(answer));
}

bool StoryPage::acceptNavigationRequest(const QUrl &url, NavigationType type, bool isMainFrame)
{
    if (type == NavigationTypeLinkClicked) {
        if (isLink(url))
            emit linkActivated(url);
        return false;
    }
    return isMainFrame && url == storyAddress();
}

// A middle click, or a link that asks for a window: the desktop's browser decides about windows.
QWebEnginePage *StoryPage::createWindow(WebWindowType /*type*/)
{
    if (isLink(m_hovered))
        emit linkActivated(m_hovered);
    return nullptr;
}

QStringList StoryPage::chooseFiles(FileSelectionMode /*mode*/, const QStringList & /*oldFiles*/,
                                   const QStringList & /*acceptedMimeTypes*/)
{
    return {};
}

// The console is how our script speaks to us; the engine's own complaints about a page go nowhere.
void StoryPage::javaScriptConsoleMessage(JavaScriptConsoleMessageLevel /*level*/,
                                         const QString &message, int /*lineNumber*/,
                                         const QString & /*sourceID*/)
{
    if (!message.startsWith(m_token))
        return;
    const auto parts = QJsonDocument::fromJson(message.sliced(m_token.size()).toUtf8()).array();
    emit said(parts.at(0).toString(), parts.at(1).toVariant());
}

#endif
