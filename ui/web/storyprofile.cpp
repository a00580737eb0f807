#include "web/storypage.h"

#ifdef BROADSHEET_WEBENGINE

#include <QBuffer>
#include <QWebEngineCookieStore>
#include <QWebEngineDownloadRequest>
#include <QWebEngineUrlRequestInfo>
#include <QWebEngineUrlRequestJob>
#include <QWebEngineUrlScheme>

#include <utility>

using namespace Qt::StringLiterals;

namespace {

void registerScheme(const QByteArray &name)
{
    QWebEngineUrlScheme scheme(name);
    scheme.setSyntax(QWebEngineUrlScheme::Syntax::Path);
    scheme.setFlags(QWebEngineUrlScheme::SecureScheme);
    QWebEngineUrlScheme::registerScheme(scheme);
}

} // namespace

void reply(QWebEngineUrlRequestJob *job, const QByteArray &type, const QByteArray &bytes)
{
    auto *buffer = new QBuffer(job); // Lives as long as the request.
    buffer->setData(bytes);
    job->reply(type, buffer);
}

void registerStorySchemes()
{
    static const auto once = [] {
        registerScheme(storyScheme);
        registerScheme(pictureScheme);
        return true;
    }();
    Q_UNUSED(once)
}

void RequestWall::interceptRequest(QWebEngineUrlRequestInfo &request)
{
    using Info = QWebEngineUrlRequestInfo;
    const auto url = request.requestUrl();
    const bool isPage
        = url == storyAddress() && request.resourceType() == Info::ResourceTypeMainFrame;
    const bool isPicture = url.scheme() == QLatin1StringView(pictureScheme)
        && request.resourceType() == Info::ResourceTypeImage;
    if (isPage || isPicture)
        return;
    request.block(true);
    ++m_refused;
}

ShellScheme::ShellScheme(std::function<QString()> page, QObject *parent)
    : QWebEngineUrlSchemeHandler(parent)
    , m_page(std::move(page))
{
}

void ShellScheme::requestStarted(QWebEngineUrlRequestJob *job)
{
    if (job->requestUrl() == storyAddress())
        reply(job, "text/html;charset=utf-8"_ba, m_page().toUtf8());
    else
        job->fail(QWebEngineUrlRequestJob::RequestDenied);
}

// Without a name a profile is off the record: nothing of it reaches the disk.
StoryProfile::StoryProfile(QObject *parent)
    : QWebEngineProfile(parent)
    , m_wall(new RequestWall(this))
{
    setHttpCacheType(NoCache);
    setPersistentCookiesPolicy(NoPersistentCookies);
    setSpellCheckEnabled(false);
    cookieStore()->setCookieFilter(
        [](const QWebEngineCookieStore::FilterRequest &) { return false; });
    setUrlRequestInterceptor(m_wall);
    connect(this, &QWebEngineProfile::downloadRequested, this,
            [](QWebEngineDownloadRequest *download) { download->cancel(); });
}

#endif
