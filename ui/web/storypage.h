#pragma once

#ifdef BROADSHEET_WEBENGINE

#include "reading/storyview.h"

#include <QWebEnginePage>
#include <QWebEngineProfile>
#include <QWebEngineUrlRequestInterceptor>
#include <QWebEngineUrlSchemeHandler>

#include <functional>

class QWebEngineUrlRequestJob;

inline constexpr char storyScheme[] = "broadsheet";
inline constexpr char pictureScheme[] = "broadsheet-media";

// Names the schemes of the page's address and its pictures', once. Before there is a profile.
void registerStorySchemes();

// The one address the page itself has.
QUrl storyAddress();

// Answers a request with bytes of a type.
void reply(QWebEngineUrlRequestJob *job, const QByteArray &type, const QByteArray &bytes);

// Refuses every request but the page's own and its pictures', and counts what it refused.
class RequestWall : public QWebEngineUrlRequestInterceptor
{
    Q_OBJECT

public:
    using QWebEngineUrlRequestInterceptor::QWebEngineUrlRequestInterceptor;

    void interceptRequest(QWebEngineUrlRequestInfo &request) override;
    [[nodiscard]] int refused() const { return m_refused; }

private:
    int m_refused = 0;
};

// Answers for the page's own address with whatever is to be shown.
class ShellScheme : public QWebEngineUrlSchemeHandler
{
    Q_OBJECT

public:
    explicit ShellScheme(std::function<QString()> page, QObject *parent = nullptr);

    void requestStarted(QWebEngineUrlRequestJob *job) override;

private:
    std::function<QString()> m_page;
};

// A profile that keeps nothing: no cookies, no cache, no storage, no downloads.
class StoryProfile : public QWebEngineProfile
{
    Q_OBJECT

public:
    explicit StoryProfile(QObject *parent = nullptr);

    [[nodiscard]] const RequestWall &wall() const { return *m_wall; }

private:
    RequestWall *m_wall;
};

// A page that goes nowhere: it stays at its own address, and links are told instead of followed.
class StoryPage : public QWebEnginePage
{
    Q_OBJECT

public:
    explicit StoryPage(StoryProfile *profile, QObject *parent = nullptr);

    // Runs our own script, in a world that content cannot reach.
    void run(const QString &script);
    void ask(const QString &script, std::function<void(const QVariant &)> answer);

signals:
    void linkActivated(const QUrl &url);
    void wished(const StoryWish &wish);
    void said(const QString &what, const QVariant &value); // By our own script.

protected:
    bool acceptNavigationRequest(const QUrl &url, NavigationType type, bool isMainFrame) override;
    QWebEnginePage *createWindow(WebWindowType type) override;
    QStringList chooseFiles(FileSelectionMode mode, const QStringList &oldFiles,
                            const QStringList &acceptedMimeTypes) override;
    void javaScriptConsoleMessage(JavaScriptConsoleMessageLevel level, const QString &message,
                                  int lineNumber, const QString &sourceID) override;

private:
    void injectScript();
    void forbidEverything();

    QString m_token; // Only our script knows it.
    QUrl m_hovered;
};

#endif
